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

use super::{Answer, RequireSession, Session, ask, refuse};
use crate::kratos;
use crate::visit::cookies::{self, DETOURS};

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

/// What was said of a request's credentials, for the next guard.
#[derive(Clone)]
struct Asked(Answer);

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
            let asked = request.extensions().get::<Asked>().cloned();
            let (answer, cookies) = match asked {
                Some(Asked(answer)) => (answer, Vec::new()),
                None => ask(&guard.account, request.headers()).await,
            };
            let verdict = guard.requirement.verdict(&answer, Timestamp::now());
            let url = url_of(&guard, &request);
            if let Some(refusal) = refuse(&guard.account, verdict, request.method(), request.headers(), &url) {
                return Ok(with_body(refusal).await);
            }
            let headers = request.headers_mut();
            headers.remove(USER_ID);
            headers.remove(SESSION_AAL);
            if let Answer::SignedIn(session) = &answer {
                headers.extend(headers_of(session));
                request.extensions_mut().insert(Session(Arc::clone(session)));
            }
            request.extensions_mut().insert(Asked(answer));
            let has_detoured = cookies::get(request.headers(), &guard.account.addresses.public, DETOURS).is_some();
            let mut response = inner.call(request).await?;
            if has_detoured {
                let gone = cookies::at(&guard.account.addresses.public, "/", DETOURS, "", 0);
                response.headers_mut().extend(gone.map(|cookie| (SET_COOKIE, cookie)));
            }
            response.headers_mut().extend(cookies.into_iter().map(|cookie| (SET_COOKIE, cookie)));
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
