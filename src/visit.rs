//! One request as handlers see it: the only way a handler asks Kratos.

mod hydra;
mod reader;

use std::borrow::Cow;
use std::net::{IpAddr, SocketAddr};
use std::ops::Deref;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use askama::Template;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::response::{Html, IntoResponse, Response};
use http::header::{COOKIE, HeaderMap, HeaderName, HeaderValue, ORIGIN, SET_COOKIE};
use http::request::Parts;
use http::{StatusCode, Uri};
use url::Url;
use uuid::Uuid;

use crate::account::Account;
use crate::cookies;
use crate::draft::{self, Draft};
use crate::flow::detour::{Back, Call, Detour, Meaning};
use crate::flow::own_page::{self, OwnPage};
use crate::flow::problem::Problem;
use crate::forwarded;
use crate::kratos::{self, Data, Error, ErrorId, Kind, Schema, Start};
use crate::security;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// What is probably misconfigured where Kratos does not answer as one, nor says that it has failed.
const NO_KRATOS: &str = "KRATOS_PUBLIC_URL may not be Kratos' public API: `kratos-account check` tells";

/// A request, with what all requests share. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Visit(Arc<Request>);

/// See [`Visit`].
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) account: Arc<Account>,
    /// On the error page and in the log. Made here: a browser's is not believed.
    pub(crate) id: Uuid,
    uri: Uri,
    /// What Kratos gets to know of the browser.
    forwarded: HeaderMap,
    origin: Origin,
    words: OnceLock<reader::Words>,
    told: Mutex<Told>,
}

/// What a browser says of where a request comes from (`Sec-Fetch-Site`, else `Origin`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A page of this application, or the person.
    Own,
    /// Another website.
    Foreign,
    /// It says nothing: a program, or an old browser.
    Unknown,
}

/// What is told of the request on its way out.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// `Set-Cookie` headers, Kratos' as they came and our own.
    pub(crate) cookies: Vec<HeaderValue>,
    /// What the answer is: `page`, `redirect`, `problem`, …; of a handler's own making where it is empty.
    pub(crate) outcome: &'static str,
    /// How long Kratos was asked.
    pub(crate) at_kratos: Duration,
    /// For the log.
    pub(crate) cause: Cause,
    /// Whether a page is shown: restarts count no more.
    pub(crate) arrived: bool,
}

/// What the operator should know about an answer. Never a cookie, token, password, code or trait.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cause {
    /// What happened.
    pub(crate) what: String,
    /// Kratos' error id.
    pub(crate) kratos_error: Option<ErrorId>,
    /// What is probably misconfigured.
    pub(crate) hint: Option<&'static str>,
}

impl Deref for Visit {
    type Target = Request;

    fn deref(&self) -> &Request {
        &self.0
    }
}

impl Visit {
    /// The visit that a request is.
    pub(crate) fn of(account: &Arc<Account>, head: &Parts) -> Self {
        let peer = head.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
        Self::by(account, &head.uri, &head.headers, peer)
    }

    /// The visit of a request with these parts. `peer`: who is at the other end of the connection.
    pub(crate) fn by(account: &Arc<Account>, uri: &Uri, headers: &HeaderMap, peer: Option<IpAddr>) -> Self {
        Self(Arc::new(Request {
            account: Arc::clone(account),
            id: request_id(account.pages.seed),
            uri: uri.clone(),
            forwarded: forwarded::headers(headers, peer, &account.config.trusted_proxies),
            origin: origin(headers, &account.addresses.public),
            words: OnceLock::new(),
            told: Mutex::default(),
        }))
    }
}

impl Request {
    /// Where the request comes from, as far as its browser says.
    pub(crate) fn origin(&self) -> Origin {
        self.origin
    }

    /// The pairs of the query.
    pub(crate) fn query(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
        url::form_urlencoded::parse(self.query_text().as_bytes())
    }

    /// The query as it came.
    pub(crate) fn query_text(&self) -> &str {
        self.uri.query().unwrap_or_default()
    }

    /// The path as it came; below the base path or not, as the application is mounted.
    pub(crate) fn path(&self) -> &str {
        self.uri.path()
    }

    /// The kind of flow whose page is asked for.
    pub(crate) fn kind(&self) -> Option<Kind> {
        let name = self.path().trim_end_matches('/').rsplit('/').next();
        Kind::ALL.into_iter().find(|kind| Some(kind.name()) == name)
    }

    /// The first value of this name in the query.
    pub(crate) fn value(&self, name: &str) -> Option<Cow<'_, str>> {
        self.query().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The options for a flow of this kind in the query.
    pub(crate) fn start(&self, kind: Kind) -> Start {
        Start::read(kind, self.query())
    }

    /// The value of a cookie.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        cookies::get(&self.forwarded, &self.account.addresses.public, name)
    }

    /// What Kratos gets to know of the browser.
    pub(crate) fn forwarded(&self) -> &HeaderMap {
        &self.forwarded
    }

    /// Whether the browser shows any cookie at all.
    pub(crate) fn has_cookies(&self) -> bool {
        self.forwarded.contains_key(COOKIE)
    }

    /// The client's address as the trusted proxies tell it, for the log.
    pub(crate) fn client(&self) -> Option<&str> {
        self.forwarded.get("x-forwarded-for")?.to_str().ok()
    }

    /// Sets a cookie of our own, for so many seconds.
    pub(crate) fn set_cookie(&self, name: &str, value: &str, max_age: u64) {
        let cookie = cookies::own(&self.account.addresses.public, name, value, max_age);
        self.told().cookies.extend(cookie);
    }

    /// The page of ours that a sign-in was to lead to, which is then forgotten.
    pub(crate) fn take_own_page(&self) -> Option<OwnPage> {
        let page = self.cookie(own_page::COOKIE).and_then(OwnPage::read)?;
        self.set_cookie(own_page::COOKIE, "", 0);
        Some(page)
    }

    /// Keeps a form without its secrets for the next page of its kind, if a cookie can hold it.
    pub(crate) fn keep(&self, draft: &Draft) -> bool {
        let sealed = self.account.pages.drafts.as_ref().and_then(|drafts| drafts.seal(draft, cookies::now()));
        let Some(sealed) = sealed else { return false };
        self.set_cookie(draft::COOKIE, &sealed, draft::REMEMBERED);
        true
    }

    /// What was kept for a page of this kind, which is then forgotten.
    pub(crate) fn take_draft(&self, kind: Kind) -> Option<Draft> {
        let sealed = self.cookie(draft::COOKIE)?;
        let draft = self.account.pages.drafts.as_ref().and_then(|drafts| drafts.open(sealed, cookies::now()));
        if draft.as_ref().is_none_or(|draft| draft.kind == kind) {
            self.set_cookie(draft::COOKIE, "", 0);
        }
        draft.filter(|draft| draft.kind == kind)
    }

    /// The title of a page, with the operator's name.
    pub(crate) fn title(&self, title: &str) -> String {
        match &self.account.pages.brand.name {
            Some(name) => format!("{title} – {name}"),
            None => title.to_owned(),
        }
    }

    /// Asks Kratos, hands on its cookies, and notes what went wrong. What the browser gets then is
    /// decided by what was asked and what the person comes back to.
    pub(crate) async fn ask<T: Data>(
        &self,
        request: kratos::Request<T>,
        call: Call,
        back: Back<'_>,
    ) -> Result<kratos::Response<T>, Detour> {
        self.send(request, call).await.map_err(|error| self.detour(&error, call, back))
    }

    /// As [`ask`](Self::ask), for who decides otherwise on some errors.
    pub(crate) async fn send<T: Data>(
        &self,
        request: kratos::Request<T>,
        call: Call,
    ) -> Result<kratos::Response<T>, Error> {
        let started = Instant::now();
        let answer = request.headers(&self.forwarded).send().await;
        self.told().at_kratos += started.elapsed();
        // The cookie that comes with a flow would not match the token that is stored in it.
        if matches!(call, Call::Start | Call::Submit) {
            let headers = match &answer {
                Ok(answer) => Some(answer.headers()),
                Err(error) => error.headers(),
            };
            let cookies = headers.into_iter().flat_map(|headers| headers.get_all(SET_COOKIE)).cloned();
            self.told().cookies.extend(cookies);
        }
        answer
    }

    /// What an answer says.
    pub(crate) fn data<'a, T: Data>(
        &self,
        answer: &'a kratos::Response<T>,
        call: Call,
        back: Back<'_>,
    ) -> Result<T::Of<'a>, Detour> {
        answer.data().map_err(|error| self.detour(&error, call, back))
    }

    /// What the browser gets for an error, which is noted.
    pub(crate) fn detour(&self, error: &Error, call: Call, back: Back<'_>) -> Detour {
        self.note(error);
        let detour = Detour::of(error, call, back, &self.account.addresses);
        let has_failed = error.answer().is_some_and(|answer| answer.status().is_server_error());
        if matches!(detour, Detour::Problem(Problem::Unavailable)) && !has_failed {
            self.told().cause.hint = Some(NO_KRATOS);
        }
        detour
    }

    /// Notes for the log why Kratos gave no data.
    pub(crate) fn note(&self, error: &Error) {
        let mut told = self.told();
        told.cause.kratos_error = error.id().cloned();
        if told.cause.what.is_empty() {
            let sources = std::iter::successors(std::error::Error::source(error), |inner| inner.source());
            told.cause.what = sources.fold(error.to_string(), |what, source| format!("{what}: {source}"));
        }
    }

    /// What is told of the request on its way out.
    pub(crate) fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A page made of a template.
    pub(crate) fn page(&self, template: &impl Template) -> Result<Response, Detour> {
        let mut told = self.told();
        (told.arrived, told.outcome) = (true, "page");
        drop(told);
        match template.render() {
            Ok(html) => Ok(Html(html).into_response()),
            Err(error) => {
                self.told().cause.what = format!("template: {error}");
                Err(Detour::Problem(Problem::Internal))
            }
        }
    }

    /// A page with an application's picture on it, if it has one.
    pub(crate) fn page_with_picture(
        &self,
        template: &impl Template,
        picture: Option<&Url>,
    ) -> Result<Response, Detour> {
        let mut response = self.page(template)?;
        if let Some(picture) = picture {
            security::show_picture(response.headers_mut(), &self.account.addresses, picture);
        }
        Ok(response)
    }

    /// The schema at the URL that an identity names, where Kratos gives it: all that needs a schema
    /// does without.
    pub(crate) async fn schema(&self, url: &str) -> Option<Arc<Schema>> {
        let url: Url = url.parse().ok()?;
        let path = url.path().strip_prefix(self.account.addresses.browser.path().trim_end_matches('/'))?;
        let kratos = &self.account.kratos;
        let ask = async {
            match kratos.schema(path).send().await.and_then(|answer| answer.data()) {
                Ok(schema) => Ok(Some(Arc::new(schema))),
                Err(error) => {
                    tracing::debug!(%error, "no identity schema");
                    // What Kratos says holds for a while; that it says nothing does not.
                    if error.status().is_some() { Ok(None) } else { Err(None) }
                }
            }
        };
        self.account.pages.schemas.get(path.to_owned(), ask).await
    }

    /// The schema by which somebody signs up, where Kratos gives it: the one that was asked for, else
    /// the first that describes all these traits, for Kratos does not tell which is its default.
    pub(crate) async fn schema_for(&self, asked: Option<&str>, traits: &[&str]) -> Option<Arc<Schema>> {
        let kratos = &self.account.kratos;
        let ask = async {
            match kratos.schemas().send().await.and_then(|answer| answer.data()) {
                Ok(schemas) => Ok(schemas.into_iter().map(|named| (named.id, Arc::new(named.schema))).collect()),
                Err(error) => {
                    tracing::debug!(%error, "no identity schemas");
                    Err(Arc::default())
                }
            }
        };
        let all = self.account.pages.all_schemas.get((), ask).await;
        let fits = |schema: &Schema| {
            let place = schema.traits();
            traits.iter().all(|name| place.is_some_and(|place| place.knows(name)))
        };
        let (_, schema) = match asked {
            Some(id) => all.iter().find(|(known, _)| known == id)?,
            None => all.iter().find(|(_, schema)| fits(schema))?,
        };
        Some(Arc::clone(schema))
    }

    /// Whether Kratos offers flows of this kind, and their page is served. It tells nobody but who
    /// starts one, so that is done once in a while, for nobody.
    pub(crate) async fn offers(&self, kind: Kind) -> bool {
        let account = &self.account;
        if !account.config.pages.contains(&crate::config::Page::Flow(kind)) {
            return false;
        }
        if matches!(kind, Kind::Settings | Kind::Login) {
            return true;
        }
        let ask = async {
            match account.kratos.start(&Start::new(kind)).send().await {
                Ok(_) => Ok(true),
                Err(error) => match Meaning::of(&error) {
                    Meaning::NotOffered | Meaning::BadRequest => Ok(false),
                    _ => Err(false),
                },
            }
        };
        account.pages.offered.get(kind, ask).await
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        // The outer layer put it there.
        parts.extensions.get::<Self>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// An id that no other request of any process has. It is no secret, so nothing random is asked for
/// but the seed.
fn request_id(seed: Uuid) -> Uuid {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = u128::from(COUNT.fetch_add(1, Ordering::Relaxed));
    // An odd number of this size changes all digits from one to the next.
    let bits = seed.as_u128().wrapping_add(count.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835));
    uuid::Builder::from_random_bytes(bits.to_be_bytes()).into_uuid()
}

fn origin(headers: &HeaderMap, public: &Url) -> Origin {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let is_own = match (text(SEC_FETCH_SITE), text(ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin == public.origin().ascii_serialization(),
        (None, None) => return Origin::Unknown,
    };
    if is_own { Origin::Own } else { Origin::Foreign }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_and_programs_may_send_forms() {
        let public: Url = "https://id.example.org/account".parse().unwrap();
        for (site, sent, expected) in [
            (Some("same-origin"), None, Origin::Own),
            (Some("none"), None, Origin::Own),
            (Some("same-site"), None, Origin::Foreign),
            (Some("cross-site"), None, Origin::Foreign),
            (Some("of-a-later-browser"), Some("https://id.example.org"), Origin::Foreign),
            (Some("same-origin"), Some("https://evil.example"), Origin::Own),
            (None, Some("https://id.example.org"), Origin::Own),
            (None, Some("https://id.example.org:444"), Origin::Foreign),
            (None, Some("http://id.example.org"), Origin::Foreign),
            (None, Some("https://evil.example"), Origin::Foreign),
            (None, Some("null"), Origin::Foreign),
            (None, None, Origin::Unknown),
        ] {
            let mut headers = HeaderMap::new();
            for (name, value) in [(SEC_FETCH_SITE, site), (ORIGIN, sent)] {
                if let Some(value) = value {
                    headers.insert(name, value.parse().unwrap());
                }
            }
            assert_eq!(origin(&headers, &public), expected, "{headers:?}");
        }
    }
}
