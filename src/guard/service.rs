//! The guard as a tower layer.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::extract::OriginalUri;
use http::header::{HeaderName, HeaderValue, SET_COOKIE};
use http::{Request, Response};
use http_body_util::BodyExt;
use jiff::Timestamp;
use tower::{Layer, Service};
use url::Url;

use super::requirement::Verdict;
use super::{Answer, Asked, RequireSession, Session, ask, refuse, step_up};
use crate::cookies::{self, DETOURS};
use crate::forwarded::folded;
use crate::kratos;

/// Whose session it is, for services behind.
const USER_ID: HeaderName = HeaderName::from_static("x-user-id");

/// Its assurance level, for services behind.
const SESSION_AAL: HeaderName = HeaderName::from_static("x-session-aal");

/// What services behind are told of a session.
pub(crate) fn headers_of(session: &kratos::Session) -> impl Iterator<Item = (HeaderName, HeaderValue)> {
    let user = session.identity.as_ref().and_then(|identity| HeaderValue::from_str(&identity.id.to_string()).ok());
    let aal = HeaderValue::from_str(&session.aal.to_string()).ok();
    [(USER_ID, user), (SESSION_AAL, aal)].into_iter().filter_map(|(name, value)| Some((name, value?)))
}

/// A service behind [`RequireSession`].
#[derive(Clone, Debug)]
pub struct Guarded<S> {
    inner: S,
    guard: Arc<RequireSession>,
}

impl<S> Layer<S> for RequireSession {
    type Service = Guarded<S>;

    fn layer(&self, inner: S) -> Guarded<S> {
        Guarded { inner, guard: Arc::new(self.clone()) }
    }
}

impl<S, B, R> Service<Request<B>> for Guarded<S>
where
    S: Service<Request<B>, Response = Response<R>> + Clone + Send + 'static,
    S::Future: Send,
    B: Send + 'static,
    R: From<String>,
{
    type Response = Response<R>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response<R>, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let clone = self.inner.clone();
        // The one that is ready is called; the clone is for the next time.
        let mut inner = std::mem::replace(&mut self.inner, clone);
        let guard = Arc::clone(&self.guard);
        Box::pin(async move {
            let requirement = &guard.requirement;
            let verdict_on = |asked: &Asked| requirement.verdict(&asked.answer, Timestamp::now());
            // What another guard was told will do, unless it is of a while ago and would not.
            let told = request.extensions_mut().remove::<Asked>();
            let mut asked = match told.filter(|told| !told.remembered || verdict_on(told) == Verdict::Pass) {
                Some(told) => told,
                None => ask(&guard.account, request.headers(), requirement).await,
            };
            let url = url_of(&guard, &request);
            let verdict = verdict_on(&asked);
            let verdict = step_up(&guard.account, verdict, &mut asked, request.method(), request.headers(), &url).await;
            let cookies = std::mem::take(&mut asked.cookies).into_iter().map(|cookie| (SET_COOKIE, cookie));
            let refusal = refuse(&guard.account, verdict, request.method(), request.headers(), &url);
            if let Some(mut refusal) = refusal {
                refusal.headers_mut().extend(cookies);
                return Ok(with_body(refusal).await);
            }
            let headers = request.headers_mut();
            let is_told = |name: &&HeaderName| [USER_ID, SESSION_AAL].iter().any(|told| *told == *folded(name));
            for name in headers.keys().filter(is_told).cloned().collect::<Vec<_>>() {
                headers.remove(name);
            }
            if let Answer::SignedIn(session) = &asked.answer {
                headers.extend(headers_of(session));
                request.extensions_mut().insert(Session(Arc::clone(session)));
            }
            request.extensions_mut().insert(asked);
            let public = &guard.account.addresses.public;
            let has_detoured = cookies::get(request.headers(), public, DETOURS).is_some();
            let mut response = inner.call(request).await?;
            if has_detoured {
                let gone = cookies::at(public, "/", DETOURS, "", 0);
                response.headers_mut().extend(gone.map(|cookie| (SET_COOKIE, cookie)));
            }
            response.headers_mut().extend(cookies);
            Ok(response)
        })
    }
}

/// The address of a request as the browser has it: on this application's origin.
fn url_of<B>(guard: &RequireSession, request: &Request<B>) -> Url {
    // A router within a router sees a part of the path only.
    let original = request.extensions().get::<OriginalUri>();
    let uri = original.map_or(request.uri(), |OriginalUri(uri)| uri);
    let mut url = guard.account.addresses.public.clone();
    url.set_path(uri.path());
    url.set_query(uri.query());
    url
}

/// A refusal with the body that the guarded service's have.
async fn with_body<R: From<String>>(refusal: axum::response::Response) -> Response<R> {
    let (head, body) = refusal.into_parts();
    // It was a text, and is there already.
    let body = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    Response::from_parts(head, R::from(String::from_utf8_lossy(&body).into_owned()))
}
