//! What Kratos answered.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use bytes::Bytes;
use http::header::{HeaderMap, LOCATION};
use http::response::Parts;
use http::{Extensions, Method, StatusCode};
use serde::Deserialize;
use serde::de::IgnoredAny;
use url::Url;

use super::error::{Error, Unreadable};
use super::flow::{Flow, FlowError, Submitted};
use super::schema::{NamedSchema, Schema};
use super::session::{Logout, Session};

/// What the text of an answer is read as. The data borrows from the answer, so that a page
/// costs no copy of what it is made of.
pub trait Data {
    /// The data of an answer that lives as long as `'a`.
    type Of<'a>: Deserialize<'a>;
}

impl Data for Flow<'static> {
    type Of<'a> = Flow<'a>;
}

impl Data for Submitted<'static> {
    type Of<'a> = Submitted<'a>;
}

impl Data for FlowError<'static> {
    type Of<'a> = FlowError<'a>;
}

impl Data for Session {
    type Of<'a> = Self;
}

impl Data for Logout {
    type Of<'a> = Self;
}

impl Data for NamedSchema {
    type Of<'a> = Self;
}

impl Data for Schema {
    type Of<'a> = Self;
}

/// Any JSON at all.
impl Data for IgnoredAny {
    type Of<'a> = Self;
}

impl<T: Data> Data for Vec<T> {
    type Of<'a> = Vec<T::Of<'a>>;
}

/// An answer of Kratos' as it came.
#[derive(Clone)]
pub struct Answer {
    status: StatusCode,
    phrase: Option<hyper::ext::ReasonPhrase>,
    headers: HeaderMap,
    method: Method,
    url: Url,
    extensions: Extensions,
    body: Bytes,
}

impl Answer {
    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The status' phrase as it was sent, else its usual one; may be empty.
    pub fn status_text(&self) -> &str {
        let sent = self.phrase.as_ref().and_then(|phrase| std::str::from_utf8(phrase.as_bytes()).ok());
        sent.or(self.status.canonical_reason()).unwrap_or_default()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Where the answer redirects to, if it does. It was not followed.
    pub fn redirect(&self) -> Option<Url> {
        let location = self.status.is_redirection().then(|| self.headers.get(LOCATION))??;
        self.url.join(location.to_str().ok()?).ok()
    }

    /// The method of the request.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The URL of the request.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// What [`Request::extension`](super::Request::extension) gave.
    pub fn extensions(&self) -> &Extensions {
        &self.extensions
    }

    /// The body, whole.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The body as text, if it is UTF-8.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.body).ok()
    }

    /// Whether the body says that there is nothing: `null`, or no content. Kratos answers the
    /// start of a registration so where an OAuth 2 server already knows who it is.
    pub fn is_null(&self) -> bool {
        self.status == StatusCode::NO_CONTENT || self.body.trim_ascii() == b"null"
    }

    /// Reads the body as a type of one's own, which may borrow from it: with what no type of
    /// this crate has.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where the body is something else.
    pub fn read<'a, T: Deserialize<'a>>(&'a self) -> Result<T, Error> {
        // No content is nothing, which JSON calls null.
        let body = if self.status == StatusCode::NO_CONTENT { b"null".as_slice() } else { &self.body };
        // Looked at once as a whole, it need not be looked at string by string.
        match std::str::from_utf8(body) {
            Ok(text) => serde_json::from_str(text)
                .map_err(|error| Error::Unreadable(Box::new(Unreadable::find::<T>(text, &error, self)))),
            Err(_) => Err(Error::Unreadable(Box::new(Unreadable::not_utf8(self)))),
        }
    }

    /// What an answer says before its body.
    pub(super) fn of_head(head: Parts, method: Method, url: Url, extensions: Extensions) -> Self {
        let mut headers = head.headers;
        for value in headers.values_mut() {
            value.set_sensitive(true);
        }
        let phrase = head.extensions.get::<hyper::ext::ReasonPhrase>().cloned();
        Self { status: head.status, phrase, headers, method, url, extensions, body: Bytes::new() }
    }

    /// The same with its body.
    pub(super) fn with_body(self, body: Bytes) -> Self {
        Self { body, ..self }
    }
}

#[cfg(test)]
impl Answer {
    /// An answer for tests of what is made of answers.
    pub(crate) fn of(status: u16, headers: &[(&'static str, &str)], body: impl Into<Bytes>) -> Self {
        let headers = headers
            .iter()
            .map(|(name, value)| (http::HeaderName::from_static(name), http::HeaderValue::from_str(value).unwrap()));
        Self {
            status: StatusCode::from_u16(status).unwrap(),
            phrase: None,
            headers: headers.collect(),
            method: Method::GET,
            url: "http://kratos".parse().unwrap(),
            extensions: Extensions::new(),
            body: body.into(),
        }
    }
}

/// Prints no body, header value or query.
impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status)
            .field("method", &self.method)
            .field("path", &self.url.path())
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

/// An answer whose status counts as success, and which brings a `T`.
pub struct Response<T> {
    answer: Answer,
    data: PhantomData<fn() -> T>,
}

impl<T> Response<T> {
    pub(super) fn new(answer: Answer) -> Self {
        Self { answer, data: PhantomData }
    }
}

impl<T: Data> Response<T> {
    /// The data, which borrows from this response. It is read each time it is asked for.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where the body is something else.
    pub fn data(&self) -> Result<T::Of<'_>, Error> {
        self.answer.read()
    }
}

impl<T> Deref for Response<T> {
    type Target = Answer;

    fn deref(&self) -> &Answer {
        &self.answer
    }
}

impl<T> Clone for Response<T> {
    fn clone(&self) -> Self {
        Self::new(self.answer.clone())
    }
}

impl<T> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.answer.fmt(f)
    }
}
