//! `/authorize`: the guard for applications in any language, asked by a reverse proxy (nginx
//! `auth_request`, Traefik `ForwardAuth`, Caddy `forward_auth`).

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{ConnectInfo, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use http::header::SET_COOKIE;
use jiff::Timestamp;
use url::Url;

use crate::account::Account;
use crate::guard::{Answer, Requirement, ask, headers_of, refuse};
use crate::kratos::Aal;
use crate::kratos::{Kind, Start};
use crate::visit::Visit;
use crate::visit::forwarded::is_trusted;

/// `GET /authorize[?aal=aal2][&refresh_within=SECONDS][&verified_address=true]`: 200 with `X-User-Id`
/// and `X-Session-Aal`, or the guard's refusal.
///
/// Proxies may put the browser's own query here, so a query can only ask for more.
///
/// A proxy that says which request it asks about (`X-Forwarded-Method`, `-Proto`, `-Host`, `-Uri`:
/// Traefik and Caddy) gets for a browser the redirect itself; nginx takes 401 and 403 only, and
/// finds the target in `Location`.
pub(crate) async fn required(visit: Visit, request: Request) -> Response {
    let requirement = requirement(request.uri());
    answer(&visit, &requirement, request).await
}

/// `GET /authorize/optional`: the same, but who is not signed in passes as well, without the headers.
pub(crate) async fn optional(visit: Visit, request: Request) -> Response {
    let requirement = Requirement { optional: true, ..requirement(request.uri()) };
    answer(&visit, &requirement, request).await
}

async fn answer(visit: &Visit, requirement: &Requirement, request: Request) -> Response {
    let (Parts { headers, extensions, .. }, _) = request.into_parts();
    let account: &Arc<Account> = &visit.account;
    let (answer, cookies) = ask(account, &headers).await;
    let verdict = requirement.verdict(&answer, Timestamp::now());
    let peer = extensions.get::<ConnectInfo<SocketAddr>>();
    let believed = peer.is_some_and(|ConnectInfo(peer)| is_trusted(peer.ip(), &account.config.trusted_proxies));
    let said = Original::of(&headers);
    let hint = (said.is_some() && !believed).then_some(
        "a proxy says which request it asks about, but is not among TRUSTED_PROXIES: the way back is the account page",
    );
    // Without a request to speak of, the proxy makes a redirect of what it gets.
    let (method, sent, url) = match said.filter(|_| believed) {
        Some(original) => (original.method, headers, original.url),
        None => (Method::GET, HeaderMap::new(), home(account)),
    };
    if let Some(refusal) = refuse(account, verdict, &method, &sent, &url) {
        visit.told().cause.hint = hint;
        return refusal;
    }
    let mut response = StatusCode::OK.into_response();
    response.headers_mut().extend(cookies.into_iter().map(|cookie| (SET_COOKIE, cookie)));
    if let Answer::SignedIn(session) = &answer {
        response.headers_mut().extend(headers_of(session));
    }
    response
}

/// The account page.
fn home(account: &Account) -> Url {
    let page = account.addresses.page(None, &Start::new(Kind::Settings));
    page.parse().unwrap_or_else(|_| account.addresses.public.clone())
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
        // Of several the strictest holds, and what cannot be read asks for the most.
        match &*name {
            "aal" => requirement.aal = Some(Aal::Aal2),
            "refresh_within" => {
                let age = Duration::from_secs(value.parse().unwrap_or(0));
                requirement.refresh_within = Some(requirement.refresh_within.map_or(age, |before| before.min(age)));
            }
            "verified_address" => requirement.verified_address = true,
            _ => {}
        }
    }
    requirement
}
