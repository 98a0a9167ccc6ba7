//! Forms from other websites are refused.
//!
//! Kratos checks a token in most forms; this check stands before it, and where there is none.

use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{HeaderMap, HeaderName, ORIGIN};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use url::Url;

use crate::app::App;
use crate::layers::request::Cause;
use crate::pages::problem::Problem;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses what changes something and does not come from a page of this application.
pub(crate) async fn check(State(app): State<App>, request: Request, next: Next) -> Response {
    if request.method().is_safe() || is_own(request.headers(), &app.addresses.public) {
        return next.run(request).await;
    }
    let mut response = Problem::foreign().into_response();
    response.extensions_mut().insert(Cause {
        what: "a form from another origin".to_owned(),
        hint: Some("if it is this application's own form, check that PUBLIC_URL is what the browser shows"),
        ..Cause::default()
    });
    response
}

/// A request of which the browser says that it is this application's own. Kratos checks no token
/// where this is asked for, so a request that says nothing is refused too.
pub(crate) struct Own;

impl FromRequestParts<App> for Own {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        // Whatever the headers say has been checked before.
        let says = parts.headers.contains_key(SEC_FETCH_SITE) || parts.headers.contains_key(ORIGIN);
        if says { Ok(Self) } else { Err(Problem::foreign()) }
    }
}

/// Whether the browser says that a request comes from `public` or from nowhere: by
/// `Sec-Fetch-Site`, else by `Origin`. Programs and old browsers say neither.
fn is_own(headers: &HeaderMap, public: &Url) -> bool {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    match (text(SEC_FETCH_SITE), text(ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin == public.origin().ascii_serialization(),
        (None, None) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_and_programs_may_send_forms() {
        let public: Url = "https://id.example.org/account".parse().unwrap();
        for (site, origin, is_ours) in [
            (Some("same-origin"), None, true),
            (Some("none"), None, true),
            (Some("same-site"), None, false),
            (Some("cross-site"), None, false),
            (Some("of-a-later-browser"), Some("https://id.example.org"), false),
            (Some("same-origin"), Some("https://evil.example"), true),
            (None, Some("https://id.example.org"), true),
            (None, Some("https://id.example.org:444"), false),
            (None, Some("http://id.example.org"), false),
            (None, Some("https://evil.example"), false),
            (None, Some("null"), false),
            (None, None, true),
        ] {
            let mut headers = HeaderMap::new();
            for (name, value) in [(SEC_FETCH_SITE, site), (ORIGIN, origin)] {
                if let Some(value) = value {
                    headers.insert(name, value.parse().unwrap());
                }
            }
            assert_eq!(is_own(&headers, &public), is_ours, "{headers:?}");
        }
    }
}
