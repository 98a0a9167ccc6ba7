//! One request under way: what a handler sees, remembers and answers with.

use crate::app::App;
use crate::csrf::Secret;
use crate::failure::Failure;
use crate::http::{Reply, Req};
use crate::state::{State, StoredError};
use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use std::time::Duration;
use uuid::Uuid;

/// A request, the memory (locked for its length) and the cookies set so far.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    /// What never changes.
    pub(crate) app: &'a App,
    /// What is remembered.
    pub(crate) state: &'a mut State,
    /// The request.
    pub(crate) req: &'a Req,
    /// The time of the request.
    pub(crate) now: Timestamp,
    /// `Set-Cookie` values of the answer.
    pub(crate) cookies: Vec<String>,
    /// What the continuity cookie holds, once this request has changed it.
    pub(crate) continuity: Option<Vec<(String, Uuid)>>,
    /// The CSRF secret tokens are made of: the browser's, else a new one.
    pub(crate) secret: Secret,
}

/// What a handler gives: an answer, or an error that becomes JSON or the error page.
pub(crate) type Answer = Result<Reply, Failure>;

/// Fills a buffer with random bytes.
pub(crate) fn random(buffer: &mut [u8]) {
    if let Err(error) = getrandom::fill(buffer) {
        tracing::error!(%error, "no random bytes");
    }
}

/// A random text of URL-safe characters, from `bytes` random bytes.
pub(crate) fn random_text(bytes: usize) -> String {
    let mut buffer = vec![0; bytes];
    random(&mut buffer);
    URL_SAFE_NO_PAD.encode(buffer)
}

/// A random text of letters of an alphabet.
pub(crate) fn random_of(alphabet: &[u8], length: usize) -> String {
    let mut buffer = vec![0; length];
    random(&mut buffer);
    buffer.iter().filter_map(|byte| alphabet.get(usize::from(*byte) % alphabet.len())).map(|c| char::from(*c)).collect()
}

/// Lower-case letters and digits, of which recovery codes are made.
pub(crate) const LOWER_ALPHANUMERIC: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";

/// Letters and digits.
pub(crate) const ALPHANUMERIC: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

impl<'a> Call<'a> {
    /// Begins to serve a request.
    pub(crate) fn new(app: &'a App, state: &'a mut State, req: &'a Req) -> Self {
        let now = state.now();
        let mut call =
            Self { app, state, req, now, cookies: Vec::new(), continuity: None, secret: crate::csrf::fresh() };
        if let Some(secret) = call.sent_secret() {
            call.secret = secret;
        }
        call
    }

    /// Whether JSON is wanted.
    pub(crate) fn json(&self) -> bool {
        self.req.wants_json()
    }

    /// A cookie as Kratos sets it; `max_age` of nothing ends it.
    pub(crate) fn cookie(&self, name: &str, value: &str, max_age: Option<i64>, dated: bool) -> String {
        let domain = self.app.config.cookie_domain.as_ref().filter(|_| name != crate::settings::parked::COOKIE);
        let domain = domain.map(|domain| format!("; Domain={domain}")).unwrap_or_default();
        let expires = if dated {
            let end = max_age.map_or(Timestamp::UNIX_EPOCH, |age| self.now + Duration::from_secs(age.unsigned_abs()));
            let end = end.to_zoned_datetime(jiff::tz::TimeZone::UTC);
            format!("; Expires={}", end.strftime("%a, %d %b %Y %H:%M:%S GMT"))
        } else {
            String::new()
        };
        let secure = if self.app.secure { "; Secure" } else { "" };
        let age = max_age.unwrap_or(0);
        format!("{name}={value}; Path=/{domain}{expires}; Max-Age={age}; HttpOnly{secure}; SameSite=Lax")
    }

    /// A path under the public URL.
    pub(crate) fn public(&self, path: &str) -> String {
        format!("{}{path}", self.app.public)
    }

    /// A URL with a query.
    pub(crate) fn with_query(base: &str, query: &[(&str, &str)]) -> String {
        let mut text = url::form_urlencoded::Serializer::new(String::new());
        for (key, value) in query.iter().filter(|(_, value)| !value.is_empty()) {
            text.append_pair(key, value);
        }
        let text = text.finish();
        match (text.is_empty(), base.contains('?')) {
            (true, _) => base.to_owned(),
            (false, true) => format!("{base}&{text}"),
            (false, false) => format!("{base}?{text}"),
        }
    }

    /// 303 to a URL.
    pub(crate) fn see_other(&self, url: &str) -> Reply {
        Reply::redirect(303, &self.req.method, url)
    }

    /// 302 to a URL, as a few of Kratos' redirects are.
    pub(crate) fn found(&self, url: &str) -> Reply {
        Reply::redirect(302, &self.req.method, url)
    }

    /// An error as JSON.
    pub(crate) fn fail_json(&self, failure: &Failure, status: u16) -> Reply {
        let body = serde_json::to_vec(&failure.body(self.req.header("x-request-id"))).unwrap_or_default();
        Reply::new(status, "application/json", body).header("ory-error-id", failure.id.unwrap_or_default())
    }

    /// An error as JSON, or kept for the error page, where the browser is sent.
    pub(crate) fn fail(&mut self, failure: &Failure) -> Reply {
        if self.json() {
            return self.fail_json(failure, failure.status);
        }
        let id = Uuid::new_v4();
        let error = failure.error(self.req.header("x-request-id"));
        self.state.errors.insert(id, StoredError { error, at: self.now });
        let url = Self::with_query(&self.error_page(), &[("id", &id.to_string())]);
        self.see_other(&url)
    }

    /// On to a flow that takes the place of another. JSON is sent to read it, which is no answer but a redirect.
    pub(crate) fn redirect_to_new(&self, flow: &crate::flow::Flow) -> Reply {
        if !self.json() {
            return self.see_other(&self.page_of(flow));
        }
        let read = self.public(&format!("/self-service/{}/flows", flow.kind.name()));
        self.see_other(&Self::with_query(&read, &[("id", &flow.id.to_string())]))
    }

    /// The identity schema the query names, which must be one that people may choose.
    pub(crate) fn asked_schema(&self) -> Result<Option<String>, Failure> {
        let Some(id) = self.req.query("identity_schema") else { return Ok(None) };
        let refuse = |why: &str| Failure::new(400).reason(format!("Requested identity schema {id:?} {why}."));
        let schema = self.app.schema_named(id).ok_or_else(|| refuse("does not exist"))?;
        if !schema.selectable {
            return Err(refuse("is not enabled for self-service flows"));
        }
        Ok(Some(id.to_owned()))
    }

    /// The page errors are shown on.
    pub(crate) fn error_page(&self) -> String {
        self.app.config.ui_urls.error.clone().unwrap_or_else(|| self.public("/ui/error"))
    }

    /// The URL of this request, or the 500 Kratos answers a list in `X-Forwarded-*` with.
    pub(crate) fn request_url(&self) -> Result<String, Failure> {
        self.req.url().ok_or_else(|| Failure::new(500))
    }

    /// Adds the head a GET's answer has.
    pub(crate) fn finish(&self, reply: Reply) -> Reply {
        if self.req.method == Method::GET {
            reply.header("cache-control", "private, no-cache, no-store, must-revalidate")
        } else {
            reply
        }
    }
}
