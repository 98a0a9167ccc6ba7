//! What Kratos answered.

use std::fmt;

use http::header::{HeaderMap, LOCATION};
use http::{Extensions, Method, StatusCode};
use url::Url;

/// What Kratos answered.
#[derive(Clone)]
pub struct Response<T> {
    data: T,
    status: StatusCode,
    phrase: Option<hyper::ext::ReasonPhrase>,
    headers: HeaderMap,
    method: Method,
    url: Url,
    extensions: Extensions,
}

impl<T> Response<T> {
    /// The data.
    pub fn data(&self) -> &T {
        &self.data
    }

    /// The data alone.
    pub fn into_data(self) -> T {
        self.data
    }

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

    /// The same answer with other data.
    pub(super) fn with<U>(self, data: U) -> Response<U> {
        let Self { data: _, status, phrase, headers, method, url, extensions } = self;
        Response { data, status, phrase, headers, method, url, extensions }
    }
}

impl Response<()> {
    /// What an answer says before its body.
    pub(super) fn of_head(answer: &reqwest::Response, method: Method, url: Url, extensions: Extensions) -> Self {
        let mut headers = answer.headers().clone();
        for value in headers.values_mut() {
            value.set_sensitive(true);
        }
        let phrase = answer.extensions().get::<hyper::ext::ReasonPhrase>().cloned();
        Self { data: (), status: answer.status(), phrase, headers, method, url, extensions }
    }
}

#[cfg(test)]
impl<T> Response<T> {
    /// An answer for tests of what is made of answers.
    pub(crate) fn of(status: StatusCode, data: T) -> Self {
        Self {
            data,
            status,
            phrase: None,
            headers: HeaderMap::new(),
            method: Method::GET,
            url: "http://kratos".parse().unwrap(),
            extensions: Extensions::new(),
        }
    }
}

/// Prints no body, header value or query.
impl<T> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("method", &self.method)
            .field("path", &self.url.path())
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}
