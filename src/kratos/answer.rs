//! An answer as it came.

use std::fmt;

use bytes::Bytes;
use http::header::{HeaderMap, LOCATION};
use http::response::Parts;
use http::{Extensions, Method, StatusCode};
use serde::Deserialize;
use url::Url;

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
    /// When the body is something else.
    pub fn read<'a, T: Deserialize<'a>>(&'a self) -> Result<T, Box<Unreadable>> {
        // No content is nothing, which JSON calls null.
        let body = if self.status == StatusCode::NO_CONTENT { b"null".as_slice() } else { &self.body };
        // Looked at once as a whole, it need not be looked at string by string.
        match std::str::from_utf8(body) {
            Ok(text) => serde_json::from_str(text).map_err(|error| Box::new(Unreadable::find::<T>(text, &error, self))),
            Err(_) => Err(Box::new(Unreadable::not_utf8(self))),
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

/// Where and how a body failed to be the data. Printed, it tells nothing of the body but the
/// names of its fields.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Unreadable {
    /// The answer.
    pub answer: Answer,
    /// The JSON path of the failure, as `ui.nodes[3].type`; `.` for the whole.
    pub path: String,
    /// What kind of failure it was: `syntax`, `data` or `eof`.
    pub category: &'static str,
    /// The line of the body, from 1.
    pub line: usize,
    /// The column of that line, from 1.
    pub column: usize,
}

impl Unreadable {
    /// Reads `text` again, slowly, to tell where it fails.
    fn find<'a, T: Deserialize<'a>>(text: &'a str, error: &serde_json::Error, answer: &Answer) -> Self {
        let mut json = serde_json::Deserializer::from_str(text);
        match serde_path_to_error::deserialize::<_, T>(&mut json) {
            Err(error) => Self::at(error.path().to_string(), error.inner(), answer),
            Ok(_) => Self::at(".".to_owned(), error, answer),
        }
    }

    /// What `error` tells. Its own text may quote the body, so only its place is kept.
    fn at(path: String, error: &serde_json::Error, answer: &Answer) -> Self {
        let category = match error.classify() {
            serde_json::error::Category::Io => "io",
            serde_json::error::Category::Syntax => "syntax",
            serde_json::error::Category::Data => "data",
            serde_json::error::Category::Eof => "eof",
        };
        Self { answer: answer.clone(), path, category, line: error.line(), column: error.column() }
    }

    /// The body is no text, so no JSON.
    fn not_utf8(answer: &Answer) -> Self {
        Self { answer: answer.clone(), path: ".".to_owned(), category: "syntax", line: 1, column: 1 }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} error at {} (line {}, column {})", self.category, self.path, self.line, self.column)
    }
}

impl std::error::Error for Unreadable {}
