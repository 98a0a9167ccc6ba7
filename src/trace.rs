//! Spans of requests and calls, by OpenTelemetry's names (HTTP semantic conventions), and the trace that they are
//! part of (W3C Trace Context).
//!
//! Where nobody listens a span costs the look at one flag. Its fields have no query, cookie, token, code or trait.

use std::fmt;

use http::header::{HeaderMap, HeaderName, HeaderValue};
use http::{Method, StatusCode};
use tracing::Span;
use tracing::field::Empty;
use url::Url;

/// The headers of a trace, as Kratos and Hydra read them too.
pub(crate) static HEADERS: [HeaderName; 2] =
    [HeaderName::from_static("traceparent"), HeaderName::from_static("tracestate")];

/// The most bytes of `tracestate` that are handed on: what everybody must at least (3.3.1.5).
const MOST_STATE: usize = 512;

/// The most bytes of a path in a span. A browser's may have many thousand, and spans wait to be sent.
const MOST_PATH: usize = 256;

/// The span of a browser's request. `route` is as the router has it, below the base path.
///
/// What answers probes is of the level `DEBUG`, as its line in the log is.
pub(crate) fn request(method: &Method, route: Option<&str>, path: &str, id: fmt::Arguments<'_>) -> Span {
    macro_rules! span {
        ($level:ident) => {
            tracing::$level!(
                "request",
                otel.name = %Name(method, route),
                otel.kind = "server",
                http.request.method = known(method),
                http.route = route,
                url.path = path.get(..MOST_PATH.min(path.len())),
                request_id = %id,
                http.response.status_code = Empty,
                outcome = Empty,
                kratos.duration_ms = Empty,
                kratos.error_id = Empty,
                cause = Empty,
                hint = Empty,
                error.type = Empty,
                otel.status_code = Empty,
            )
        };
    }
    if route.is_some_and(|route| route.starts_with("/health/")) { span!(debug_span) } else { span!(info_span) }
}

/// The span of a call to Kratos or Hydra at `url`. One that a browser's request is handed through by has no
/// template: anybody may have made its path up.
pub(crate) fn call(method: &Method, url: &Url, is_relayed: bool) -> Span {
    let template = || (!is_relayed).then(|| template(url.path()));
    macro_rules! span {
        ($level:ident) => {
            tracing::$level!(
                "call",
                otel.name = %Name(method, template().as_deref()),
                otel.kind = "client",
                http.request.method = known(method),
                url.template = template(),
                server.address = url.host_str(),
                server.port = url.port_or_known_default(),
                http.response.status_code = Empty,
                error.type = Empty,
                otel.status_code = Empty,
            )
        };
    }
    if url.path().ends_with("/health/ready") { span!(debug_span) } else { span!(info_span) }
}

/// Tells a span how it ended: by a status, or for want of one. A refusal is no error: Kratos tells by them what
/// the person is to do, and we tell a browser of its own.
pub(crate) fn ended(span: &Span, answer: Result<StatusCode, &'static str>) {
    if span.is_disabled() {
        return;
    }
    match answer {
        Ok(status) => {
            span.record("http.response.status_code", status.as_u16());
            if status.is_server_error() {
                span.record("error.type", status.as_str()).record("otel.status_code", "ERROR");
            }
        }
        Err(name) => {
            span.record("error.type", name).record("otel.status_code", "ERROR");
        }
    }
}

/// A span's name: the method, and where it is known what is asked for.
struct Name<'a>(&'a Method, Option<&'a str>);

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match known(self.0) {
            OTHER => "HTTP",
            method => method,
        })?;
        self.1.map_or(Ok(()), |what| write!(f, " {what}"))
    }
}

/// What methods are called that one can make up.
const OTHER: &str = "_OTHER";

/// A method, if it is one that is known (RFC 9110 and RFC 5789).
fn known(method: &Method) -> &str {
    match *method {
        Method::GET
        | Method::HEAD
        | Method::POST
        | Method::PUT
        | Method::DELETE
        | Method::CONNECT
        | Method::OPTIONS
        | Method::TRACE
        | Method::PATCH => method.as_str(),
        _ => OTHER,
    }
}

/// A path with `{id}` for what names one thing of many.
fn template(path: &str) -> String {
    let mut template = String::with_capacity(path.len());
    let mut before = "";
    for segment in path.split('/').skip(1) {
        template.push('/');
        let is_id = before == "schemas" || uuid::Uuid::try_parse(segment).is_ok();
        template.push_str(if is_id { "{id}" } else { segment });
        before = segment;
    }
    template
}

/// The trace that a request is part of, as it came, if it is one: `traceparent`, and `tracestate` with it.
pub(crate) fn headers<'a>(of: &'a HeaderMap) -> impl Iterator<Item = (HeaderName, HeaderValue)> + use<'a> {
    let length: usize = of.get_all(&HEADERS[1]).iter().map(HeaderValue::len).sum();
    let names = HEADERS.iter().take(if length <= MOST_STATE { 2 } else { 1 });
    let given = parent_of(of).map(|_| of).into_iter();
    let values = |of: &'a HeaderMap, name: &'static HeaderName| of.get_all(name).iter();
    given.flat_map(move |of| {
        names.clone().flat_map(move |name| values(of, name).map(|value| (name.clone(), value.clone())))
    })
}

/// The ids of a trace by its `traceparent` (3.2), which is there once: the trace's, and its parent's.
fn parent_of(headers: &HeaderMap) -> Option<&str> {
    let mut all = headers.get_all(&HEADERS[0]).iter();
    let (Some(parent), None) = (all.next(), all.next()) else { return None };
    let mut parts = parent.to_str().ok()?.split('-');
    let (version, id, parent, flags) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let is_hex = |text: &str, digits: usize| {
        text.len() == digits && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    let is_id = |text: &str, digits| is_hex(text, digits) && text.bytes().any(|byte| byte != b'0');
    // A later version may have more to say.
    let is_whole = is_hex(version, 2) && version != "ff" && (version != "00" || parts.next().is_none());
    (is_whole && is_id(id, 32) && is_id(parent, 16) && is_hex(flags, 2)).then_some(id)
}

/// The id of the trace that a request is part of, by which it is found.
#[cfg_attr(not(feature = "opentelemetry"), expect(unused_variables, reason = "spans have ids there only"))]
pub(crate) fn id(span: &Span, headers: &HeaderMap) -> Option<String> {
    #[cfg(feature = "opentelemetry")]
    if let Some(id) = open::id(span) {
        return Some(id);
    }
    parent_of(headers).map(str::to_owned)
}

#[cfg(all(feature = "opentelemetry", feature = "pages"))]
pub(crate) use open::go_on;
#[cfg(feature = "opentelemetry")]
pub(crate) use open::hand_on;

/// Nobody listens that could go on with a trace.
#[cfg(not(feature = "opentelemetry"))]
pub(crate) fn go_on(_: &Span, _: &HeaderMap) {}

/// Nobody listens that has a trace to hand on.
#[cfg(not(feature = "opentelemetry"))]
pub(crate) fn hand_on(_: &Span, _: &mut HeaderMap) {}

/// Traces where `tracing-opentelemetry` listens.
#[cfg(feature = "opentelemetry")]
mod open {
    use http::header::HeaderMap;
    use opentelemetry::global::get_text_map_propagator;
    use opentelemetry::trace::TraceContextExt;
    use opentelemetry_http::{HeaderExtractor, HeaderInjector};
    use tracing::Span;
    use tracing_opentelemetry::OpenTelemetrySpanExt;

    use super::HEADERS;

    /// Makes a request's span part of the trace that its headers tell of, unless an application around us has a
    /// span of its own for it.
    pub(crate) fn go_on(span: &Span, headers: &HeaderMap) {
        if span.is_disabled() || Span::current().context().span().span_context().is_valid() {
            return;
        }
        let parent = get_text_map_propagator(|propagator| propagator.extract(&HeaderExtractor(headers)));
        // Where nobody listens there is nothing to be part of.
        drop(span.set_parent(parent));
    }

    /// Puts a call's span, or the one around it where it has none, into the headers of the call. Where nobody
    /// listens, they stay as they are.
    pub(crate) fn hand_on(span: &Span, headers: &mut HeaderMap) {
        let context = if span.is_disabled() { Span::current().context() } else { span.context() };
        if !context.span().span_context().is_valid() {
            return;
        }
        for name in &HEADERS {
            headers.remove(name);
        }
        get_text_map_propagator(|propagator| propagator.inject_context(&context, &mut HeaderInjector(headers)));
        // A state of none is no header.
        if headers.get(&HEADERS[1]).is_some_and(http::HeaderValue::is_empty) {
            headers.remove(&HEADERS[1]);
        }
    }

    /// The id of a span's trace.
    pub(super) fn id(span: &Span) -> Option<String> {
        let context = span.context();
        let context = context.span().span_context().clone();
        context.is_valid().then(|| context.trace_id().to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &str = "0af7651916cd43dd8448eb211c80319c";

    fn handed_on(parents: &[&str], states: &[&str]) -> Vec<String> {
        let mut given = HeaderMap::new();
        for (name, values) in HEADERS.iter().zip([parents, states]) {
            for value in values {
                given.append(name, value.parse().unwrap());
            }
        }
        headers(&given).map(|(name, value)| format!("{name}: {}", value.to_str().unwrap())).collect()
    }

    #[test]
    fn a_trace_goes_on_as_it_came_if_it_is_one() {
        for parent in [
            &*format!("00-{KNOWN}-b7ad6b7169203331-01"),
            &format!("00-{KNOWN}-b7ad6b7169203331-00"),
            &format!("01-{KNOWN}-b7ad6b7169203331-01-of-later"),
        ] {
            let given = HeaderMap::from_iter([(HEADERS[0].clone(), parent.parse().unwrap())]);
            assert_eq!(parent_of(&given), Some(KNOWN));
            assert_eq!(handed_on(&[parent], &[]), [format!("traceparent: {parent}")]);
            let whole = [format!("traceparent: {parent}"), "tracestate: a=1".into(), "tracestate: b=2".into()];
            assert_eq!(handed_on(&[parent], &["a=1", "b=2"]), whole);
            assert_eq!(handed_on(&[parent], &["a=1", &"b".repeat(MOST_STATE)]), [format!("traceparent: {parent}")]);
            assert_eq!(handed_on(&[parent, parent], &["a=1"]), [""; 0], "which of two is not known");
        }
        for parent in [
            "",
            "00",
            "00-00000000000000000000000000000000-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
            "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
            "00-0af7651916cd43dd-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb21 c80319c-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-of-later",
        ] {
            assert_eq!(handed_on(&[parent], &["a=1"]), [""; 0], "{parent}");
        }
    }

    #[test]
    fn a_call_is_named_by_what_it_asks_and_not_by_whom() {
        for (path, expected) in [
            ("/self-service/settings/flows", "/self-service/settings/flows"),
            ("/kratos/sessions/whoami", "/kratos/sessions/whoami"),
            ("/sessions/520e8f28-5902-4026-a286-74757804453d", "/sessions/{id}"),
            ("/schemas/ZGVmYXVsdA", "/schemas/{id}"),
            ("/schemas", "/schemas"),
            ("/", "/"),
        ] {
            assert_eq!(template(path), expected);
        }
        assert_eq!(Name(&Method::GET, Some("/x")).to_string(), "GET /x");
        assert_eq!(Name(&Method::from_bytes(b"MADE-UP").unwrap(), None).to_string(), "HTTP");
    }
}
