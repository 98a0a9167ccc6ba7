//! Asking Hydra's admin API, which no browser may reach.

use bytes::Bytes;
use http::Method;
use serde::Serialize;
use serde::de::IgnoredAny;
use url::Url;

use super::model::{Consent, ConsentRequest, Grant, LogoutRequest, RedirectTo, Rejection};
use crate::config::{Config, WebUrl};
use crate::kratos::{Body, Client, Data, Error, Request};

/// How many consents of a person are looked at.
const MOST_CONSENTS: &str = "500";

const CONSENT: &str = "admin/oauth2/auth/requests/consent";
const LOGOUT: &str = "admin/oauth2/auth/requests/logout";
const CONSENTS: &str = "admin/oauth2/auth/sessions/consent";
const LOGINS: &str = "admin/oauth2/auth/sessions/login";

/// A client of Hydra's admin API. No header of a browser's is ever sent to it but its trace's.
#[derive(Clone, Debug)]
pub(crate) struct Hydra {
    admin: Client,
    /// Hydra as the browser reaches it: the only place its answers may lead to.
    public: Url,
}

impl Hydra {
    /// The Hydra of these settings, if there is one.
    pub(crate) fn of(config: &Config) -> Result<Option<Self>, Error> {
        let (Some(admin), Some(public)) = (&config.hydra_admin_url, &config.hydra_public_url) else { return Ok(None) };
        let admin = config.client(admin.clone()).build()?;
        Ok(Some(Self { admin, public: public.clone() }))
    }

    /// `GET /admin/oauth2/auth/requests/consent`: what an application asks for.
    pub(crate) fn consent(&self, challenge: &str) -> Request<ConsentRequest<'static>> {
        self.admin.get(CONSENT, [("consent_challenge", challenge)])
    }

    /// `PUT /admin/oauth2/auth/requests/consent/accept`: grants it this.
    pub(crate) fn accept_consent(&self, challenge: &str, grant: &Grant<'_>) -> Request<RedirectTo> {
        self.put(&format!("{CONSENT}/accept"), [("consent_challenge", challenge)], grant)
    }

    /// `PUT /admin/oauth2/auth/requests/consent/reject`: grants it nothing.
    pub(crate) fn reject_consent(&self, challenge: &str, why: &Rejection) -> Request<RedirectTo> {
        self.put(&format!("{CONSENT}/reject"), [("consent_challenge", challenge)], why)
    }

    /// `GET /admin/oauth2/auth/requests/logout`: somebody wants to sign out.
    pub(crate) fn logout(&self, challenge: &str) -> Request<LogoutRequest<'static>> {
        self.admin.get(LOGOUT, [("logout_challenge", challenge)])
    }

    /// `PUT /admin/oauth2/auth/requests/logout/accept`: they may. It is done when the browser has gone on.
    pub(crate) fn accept_logout(&self, challenge: &str) -> Request<RedirectTo> {
        self.admin.get(&format!("{LOGOUT}/accept"), [("logout_challenge", challenge)]).method(Method::PUT)
    }

    /// `PUT /admin/oauth2/auth/requests/logout/reject`: they do not want to after all.
    pub(crate) fn reject_logout(&self, challenge: &str) -> Request<IgnoredAny> {
        self.admin.get(&format!("{LOGOUT}/reject"), [("logout_challenge", challenge)]).method(Method::PUT)
    }

    /// `GET /admin/oauth2/auth/sessions/consent`: what this person has allowed, the first 500 times.
    pub(crate) fn consents(&self, subject: &str) -> Request<Vec<Consent<'static>>> {
        self.admin.get(CONSENTS, [("subject", subject), ("page_size", MOST_CONSENTS)])
    }

    /// `DELETE /admin/oauth2/auth/sessions/consent`: takes from an application all that this person has
    /// allowed it, with the tokens it has.
    pub(crate) fn revoke(&self, subject: &str, client: &str) -> Request<IgnoredAny> {
        self.admin.get(CONSENTS, [("subject", subject), ("client", client)]).method(Method::DELETE)
    }

    /// `DELETE /admin/oauth2/auth/sessions/consent`: takes from all applications what this person has allowed them,
    /// with the tokens they have.
    pub(crate) fn revoke_all(&self, subject: &str) -> Request<IgnoredAny> {
        self.admin.get(CONSENTS, [("subject", subject), ("all", "true")]).method(Method::DELETE)
    }

    /// `DELETE /admin/oauth2/auth/sessions/login`: forgets in all browsers that this person has signed in.
    pub(crate) fn forget(&self, subject: &str) -> Request<IgnoredAny> {
        self.admin.get(LOGINS, [("subject", subject)]).method(Method::DELETE)
    }

    /// A target that Hydra names, if it is Hydra's own as the browser reaches it.
    pub(crate) fn way(&self, target: &str) -> Option<Url> {
        let url: Url = target.parse::<WebUrl>().ok()?.into();
        let path = self.public.path().trim_end_matches('/');
        let below = |rest: &str| rest.is_empty() || rest.starts_with('/');
        let is_own = url.origin() == self.public.origin() && url.path().strip_prefix(path).is_some_and(below);
        is_own.then_some(url)
    }

    fn put<'n, 'v, T: Data>(
        &self,
        path: &str,
        query: impl IntoIterator<Item = (&'n str, &'v str)>,
        body: &impl Serialize,
    ) -> Request<T> {
        // Nothing of ours fails to be written; an empty body is refused.
        let body = serde_json::to_vec(body).unwrap_or_default();
        self.admin.get(path, query).post(Body::Json(Bytes::from(body))).method(Method::PUT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hydra_leads_to_itself_alone() {
        let mut config = Config::new("http://kratos:4433".parse().unwrap(), "https://id.example.org".parse().unwrap());
        assert!(Hydra::of(&config).unwrap().is_none(), "off unless set");
        config.hydra_admin_url = Some("http://hydra.internal:4445".parse().unwrap());
        assert!(Hydra::of(&config).unwrap().is_none(), "off until it is known where it may lead");
        config.hydra_public_url = Some("https://id.example.org/hydra/".parse().unwrap());
        let hydra = Hydra::of(&config).unwrap().unwrap();
        let own = "https://id.example.org/hydra/oauth2/auth?consent_verifier=x";
        assert_eq!(hydra.way(own).unwrap().as_str(), own);
        for elsewhere in [
            "http://hydra.internal:4445/oauth2/auth",
            "https://id.example.org/hydrant/oauth2/auth",
            "https://id.example.org/hydra/../oauth2/auth",
            "https://id.example.org.evil.example/hydra/oauth2/auth",
            "https://id.example.org:4444/hydra/oauth2/auth",
            "http://id.example.org/hydra/oauth2/auth",
            "//evil.example/hydra",
            "/hydra/oauth2/auth",
            "javascript:alert(1)",
            "",
        ] {
            assert_eq!(hydra.way(elsewhere), None, "{elsewhere}");
        }
    }
}
