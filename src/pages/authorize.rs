//! `/authorize`: the guard for applications in any language, asked by a reverse proxy (nginx
//! `auth_request`, Traefik `ForwardAuth`, Caddy `forward_auth`).

use std::net::SocketAddr;
use std::time::Duration;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use jiff::Timestamp;
use url::Url;

use crate::app::App;
use crate::guard::{Answer, Requirement, SESSION_AAL, USER_ID, ask, refuse};
use crate::kratos::Aal;

/// `GET /authorize[?aal=aal2][&refresh_within=SECONDS][&verified_address=true][&optional=true]`: 200
/// with `X-User-Id` and `X-Session-Aal`, or the guard's refusal.
///
/// A proxy that says which request it asks about (`X-Forwarded-Method`, `-Proto`, `-Host`, `-Uri`:
/// Traefik and Caddy) gets for a browser the redirect itself; nginx takes 401 and 403 only, and
/// finds the target in `Location`.
pub(crate) async fn answer(State(app): State<App>, request: Request) -> Response {
    let (Parts { uri, headers, extensions, .. }, _) = request.into_parts();
    let requirement = requirement(&uri);
    let (answer, _) = ask(&app, &headers).await;
    let verdict = requirement.verdict(&answer, Timestamp::now());
    let believed = extensions.get::<ConnectInfo<SocketAddr>>().is_some_and(|ConnectInfo(peer)| {
        let peer = peer.ip().to_canonical();
        app.trusted_proxies.iter().any(|network| network.contains(&peer))
    });
    let asked_about = Original::of(&headers).filter(|_| believed);
    let url = asked_about.as_ref().map_or_else(|| app.addresses.public.clone(), |original| original.url.clone());
    // Without a request to speak of, the proxy makes a redirect of what it gets.
    let (method, sent) = match asked_about {
        Some(original) => (original.method, headers),
        None => (Method::GET, HeaderMap::new()),
    };
    if let Some(refusal) = refuse(&app, verdict, &method, &sent, &url) {
        return refusal;
    }
    let mut response = StatusCode::OK.into_response();
    if let Answer::SignedIn(session) = &answer {
        let user = session.identity.as_ref().and_then(|identity| HeaderValue::from_str(&identity.id).ok());
        let aal = HeaderValue::from_str(&session.aal.to_string()).ok();
        for (name, value) in [(USER_ID, user), (SESSION_AAL, aal)] {
            response.headers_mut().extend(value.map(|value| (name, value)));
        }
    }
    response
}

/// The request that a proxy asks about.
struct Original {
    method: Method,
    url: Url,
}

impl Original {
    fn of(headers: &HeaderMap) -> Option<Self> {
        let text = |name: &str| headers.get(name)?.to_str().ok();
        let (scheme, host) = (text("x-forwarded-proto")?, text("x-forwarded-host")?);
        let url = format!("{scheme}://{host}{}", text("x-forwarded-uri")?).parse().ok()?;
        Some(Self { method: text("x-forwarded-method").unwrap_or("GET").parse().ok()?, url })
    }
}

fn requirement(uri: &Uri) -> Requirement {
    let mut requirement = Requirement::default();
    for (name, value) in url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()) {
        match (&*name, &*value) {
            ("aal", "aal2") => requirement.aal = Some(Aal::Aal2),
            // What cannot be read asks for the most.
            ("refresh_within", age) => requirement.refresh_within = Some(Duration::from_secs(age.parse().unwrap_or(0))),
            ("verified_address", "true") => requirement.verified_address = true,
            ("optional", "true") => requirement.optional = true,
            _ => {}
        }
    }
    requirement
}
