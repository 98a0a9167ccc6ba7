//! A request as the handlers see it, and the reply they give.

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::Response;

/// A request, read whole.
#[derive(Debug)]
pub(crate) struct Req {
    /// The method.
    pub(crate) method: Method,
    /// Path and query as received.
    pub(crate) uri: Uri,
    /// All headers.
    pub(crate) headers: HeaderMap,
    /// The body.
    pub(crate) body: Bytes,
    /// The decoded query.
    query: Vec<(String, String)>,
}

impl Req {
    /// Puts a request together.
    pub(crate) fn new(method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Self {
        let query = url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
        Self { method, uri, headers, body, query }
    }

    /// The path.
    pub(crate) fn path(&self) -> &str {
        self.uri.path()
    }

    /// A query value, also an empty one.
    pub(crate) fn raw_query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The query's pairs.
    pub(crate) fn query_pairs(&self) -> &[(String, String)] {
        &self.query
    }

    /// A query value that is not empty.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        self.raw_query(name).filter(|value| !value.is_empty())
    }

    /// A header's text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Every value the browser sent for a cookie, in order.
    pub(crate) fn cookies(&self, name: &str) -> Vec<&str> {
        let headers = self.headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        headers
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .filter(|(key, _)| *key == name)
            .map(|(_, value)| value.trim_matches('"'))
            .collect()
    }

    /// Whether Kratos would answer with JSON.
    pub(crate) fn wants_json(&self) -> bool {
        self.header("content-type") == Some("application/json")
            || preferred(self.header("accept").unwrap_or_default()) == "application/json"
    }

    /// The media type of the body, without parameters.
    pub(crate) fn content_type(&self) -> &str {
        self.header("content-type").and_then(|value| value.split(';').next()).unwrap_or_default().trim()
    }

    /// The URL as Kratos takes it: believed from `X-Forwarded-*`, else from `Host`. `None` where a list stands there,
    /// which Kratos answers with 500.
    pub(crate) fn url(&self) -> Option<String> {
        let scheme = self.header("x-forwarded-proto").unwrap_or("http");
        let host = self.header("x-forwarded-host").or_else(|| self.header("host")).unwrap_or("localhost");
        if scheme.contains(',') || host.contains(',') {
            return None;
        }
        Some(format!("{scheme}://{host}{}", self.uri.path_and_query().map_or("/", |whole| whole.as_str())))
    }

    /// Who is asking, as it is noted for a session.
    pub(crate) fn client(&self) -> String {
        ["true-client-ip", "cf-connecting-ip", "x-real-ip", "x-forwarded-for"]
            .iter()
            .find_map(|name| self.header(name))
            .unwrap_or("127.0.0.1:1024")
            .to_owned()
    }
}

/// Kratos' content negotiation: which of its offers an `Accept` header prefers; HTML wins ties.
fn preferred(accept: &str) -> &'static str {
    const OFFERS: [&str; 4] = ["text/html", "text/*", "*/*", "application/json"];
    // A parameter other than `q` ends the header, as Kratos reads it.
    let ranges: Vec<(&str, f64)> = accept
        .split(',')
        .map_while(|range| match range.trim().split_once(';') {
            None => Some((range.trim(), 1.0)),
            Some((name, parameters)) => {
                let q = parameters.trim().strip_prefix("q=")?;
                Some((name.trim(), q.trim().parse().unwrap_or(0.0)))
            }
        })
        .collect();
    let (mut best, mut best_q, mut best_wild) = (OFFERS[0], -1.0_f64, 3);
    for offer in OFFERS {
        for &(range, q) in &ranges {
            let wild = match range {
                "*/*" => 2,
                _ if range.strip_suffix("/*").is_some_and(|kind| offer.starts_with(kind)) => 1,
                _ if range == offer => 0,
                _ => continue,
            };
            if q > 0.0 && q >= best_q && (q > best_q || best_wild > wild) {
                (best, best_q, best_wild) = (offer, q, wild);
            }
        }
    }
    best
}

/// An answer in the making.
#[derive(Debug)]
pub(crate) struct Reply {
    /// The status.
    pub(crate) status: u16,
    /// The headers, `Set-Cookie` apart.
    pub(crate) headers: Vec<(HeaderName, String)>,
    /// The body.
    pub(crate) body: Vec<u8>,
}

impl Reply {
    /// An answer with a body.
    pub(crate) fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: vec![(header::CONTENT_TYPE, content_type.to_owned())], body: body.into() }
    }

    /// JSON.
    pub(crate) fn json(status: u16, body: &impl serde::Serialize) -> Self {
        Self::new(status, "application/json; charset=utf-8", serde_json::to_vec(body).unwrap_or_default())
    }

    /// A page of the stand-in's own.
    pub(crate) fn html(status: u16, body: String) -> Self {
        Self::new(status, "text/html; charset=utf-8", body)
    }

    /// What Kratos' router says to a path it does not know.
    pub(crate) fn no_route() -> Self {
        Self::new(404, "text/plain; charset=utf-8", "404 page not found\n")
    }

    /// A redirect; a GET's has the small page Go's server adds.
    pub(crate) fn redirect(status: u16, method: &Method, location: &str) -> Self {
        let mut reply = if method == Method::GET {
            let text = if status == 302 { "Found" } else { "See Other" };
            let target = crate::pages::escape(location);
            Self::new(status, "text/html; charset=utf-8", format!("<a href=\"{target}\">{text}</a>.\n\n"))
        } else {
            Self { status, headers: Vec::new(), body: Vec::new() }
        };
        reply.headers.push((header::LOCATION, location.to_owned()));
        reply
    }

    /// With another header.
    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((HeaderName::from_static(name), value.into()));
        self
    }

    /// The answer as axum sends it, with the cookies set on the way.
    pub(crate) fn into_response(self, cookies: &[String]) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        for (name, value) in self.headers {
            if let Ok(value) = HeaderValue::try_from(value) {
                headers.append(name, value);
            }
        }
        for cookie in cookies {
            if let Ok(value) = HeaderValue::try_from(cookie) {
                headers.append(header::SET_COOKIE, value);
            }
        }
        headers.append(header::VARY, HeaderValue::from_static("Cookie"));
        response
    }
}

#[cfg(test)]
mod tests {
    use super::preferred;

    #[test]
    fn only_a_plain_preference_for_json_gets_json() {
        for accept in ["application/json", "text/html;q=0.5, application/json", "application/json, text/plain, */*"] {
            assert_eq!(preferred(accept), "application/json", "{accept}");
        }
        for accept in ["", "*/*", "application/json, text/html", "application/json; charset=utf-8", "nonsense"] {
            assert_ne!(preferred(accept), "application/json", "{accept}");
        }
    }
}
