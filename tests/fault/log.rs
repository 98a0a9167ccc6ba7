//! The log: one line per request with its cause, and no secret in any.

use std::io::Write;
use std::sync::{Arc, LazyLock, Mutex};

use axum::http::Method;
use kratos_account::config::Deletion;
use serde_json::json;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;

use crate::support::tcp::{Act, Tcp, closed_port};
use crate::support::{Answer, Application, Upstream, config};
use crate::{FLOW, MARKER, ask};

/// Keeps what is written.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

/// While there is but one subscriber, what another test's thread comes upon first is taken for what
/// nobody wants to know, by all threads. So there is a second.
static ANOTHER: LazyLock<tracing::Dispatch> = LazyLock::new(|| tracing::Dispatch::new(tracing_subscriber::registry()));

impl Log {
    /// Keeps all that this thread, and so this test, logs: at every level, of every crate.
    fn start() -> (Self, tracing::subscriber::DefaultGuard) {
        LazyLock::force(&ANOTHER);
        let log = Self::default();
        let layer = tracing_subscriber::fmt::layer().json().flatten_event(true).with_writer(log.clone());
        let guard = tracing::subscriber::set_default(tracing_subscriber::registry().with(layer));
        (log, guard)
    }

    /// What was written since the last time.
    fn take(&self) -> String {
        String::from_utf8(std::mem::take(&mut *self.0.lock().unwrap())).unwrap()
    }
}

/// The lines that are about a request of a browser.
fn lines_of_requests(log: &str) -> Vec<serde_json::Value> {
    let lines = log.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    lines.filter(|line| line.get("request_id").is_some()).collect()
}

#[track_caller]
fn assert_no_secret(log: &str) {
    for secret in [MARKER, FLOW, "return_to", "ory_kratos_session"] {
        assert!(!log.contains(secret), "{secret}: {log}");
    }
}

#[tokio::test]
async fn every_failure_is_one_line_with_its_cause_and_without_secrets() {
    let (log, _guard) = Log::start();
    let (dead, _closed) = closed_port();
    let cut =
        Tcp::start([Act::Leave(format!("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{MARKER}").into_bytes())]).await;
    let garbage = Tcp::start([Act::Leave(format!("{MARKER}\r\n\r\n").into_bytes())]).await;
    let body = json!({"error": {"id": "session_inactive", "message": MARKER, "reason": MARKER, "details": {"return_to": MARKER}}, "redirect_browser_to": MARKER});
    let unreadable = json!({"id": FLOW, "ui": {"action": MARKER, "nodes": [{"group": MARKER}]}, "identity": {"id": MARKER, "traits": {"x": MARKER}}});
    let upstream = async |answer: Answer| {
        Upstream::start([answer.header("set-cookie", &format!("a={MARKER}")).header("location", MARKER)]).await.url
    };
    for (kratos, level, status, cause, id) in [
        (dead, "ERROR", 502, "Kratos cannot be reached: ", None),
        (cut.url, "ERROR", 502, "Kratos' answer ended early: ", None),
        (garbage.url, "ERROR", 502, "Kratos' answer ended early: ", None),
        (
            upstream(Answer::json(500, &body)).await,
            "ERROR",
            502,
            "Kratos answered 500 session_inactive",
            Some("session_inactive"),
        ),
        (
            upstream(Answer::json(200, &unreadable)).await,
            "ERROR",
            502,
            "Kratos' answer 200 is not what was asked for: data error at ui.nodes[0] (line 1, column ",
            None,
        ),
        (
            upstream(Answer::new(200, MARKER)).await,
            "ERROR",
            502,
            "Kratos' answer 200 is not what was asked for: syntax error at . (line 1, column 1)",
            None,
        ),
        (
            upstream(Answer::new(200, MARKER.repeat(3_000_000))).await,
            "ERROR",
            502,
            "Kratos' answer 200 is too large",
            None,
        ),
        (upstream(Answer::json(302, &body)).await, "ERROR", 502, "Kratos answered 302", Some("session_inactive")),
        (upstream(Answer::json(429, &json!({}))).await, "ERROR", 503, "Kratos answered 429", None),
        (
            upstream(Answer::json(403, &json!({"error": {"id": "security_csrf_violation", "reason": MARKER}}))).await,
            "WARN",
            403,
            "Kratos answered 403 security_csrf_violation",
            Some("security_csrf_violation"),
        ),
        (
            upstream(Answer::json(403, &json!({"error": {"id": format!("<{MARKER}>")}}))).await,
            "WARN",
            403,
            "Kratos answered 403 other",
            Some("other"),
        ),
        (
            upstream(Answer::json(401, &body)).await,
            "INFO",
            303,
            "Kratos answered 401 session_inactive",
            Some("session_inactive"),
        ),
        (
            upstream(Answer::json(404, &json!({"error": {"message": MARKER}}))).await,
            "INFO",
            303,
            "Kratos answered 404",
            None,
        ),
    ] {
        let application = Application::with(config(kratos)).await;
        log.take();
        let reply = ask(&application, &format!("/settings?flow={FLOW}&return_to={MARKER}")).await;
        let text = log.take();
        let lines = lines_of_requests(&text);
        assert_eq!(lines.len(), 1, "one line for {cause}: {text}");
        let line = &lines[0];
        assert_eq!(line["level"], level, "{line}");
        assert_eq!(line["http.status_code"], status, "{line}");
        assert_eq!(line["http.method"], "GET");
        assert_eq!(line["http.path"], "/settings", "without the query");
        assert_eq!(line["request_id"], reply.header("x-request-id").unwrap());
        assert!(line["duration_ms"].is_u64(), "{line}");
        assert!(line["cause"].as_str().unwrap().starts_with(cause), "{cause}: {line}");
        assert_eq!(line.get("kratos.error_id").and_then(serde_json::Value::as_str), id, "{line}");
        assert_no_secret(&text);
    }
}

#[tokio::test]
async fn a_page_is_one_line_without_a_cause_and_without_secrets() {
    let (log, _guard) = Log::start();
    let node = json!({
        "type": "slider", "group": MARKER, "attributes": {"name": MARKER, "value": MARKER, "onclickTrigger": MARKER},
        "messages": [{"id": 1, "text": MARKER, "type": MARKER}], "meta": {"label": {"text": MARKER}},
    });
    let flow = json!({"id": FLOW, "return_to": MARKER, "ui": {"action": MARKER, "nodes": [node]}, "identity": {"id": MARKER, "traits": {"x": MARKER}}});
    let kratos = Upstream::start([Answer::json(200, &flow)]).await;
    let application = Application::before(&kratos).await;
    ask(&application, &format!("/settings?flow={FLOW}&return_to={MARKER}")).await.page(200);
    let text = log.take();
    let lines = lines_of_requests(&text);
    assert_eq!(lines.len(), 1, "{text}");
    assert_eq!((&lines[0]["level"], &lines[0]["http.status_code"]), (&json!("INFO"), &json!(200)));
    assert_eq!(lines[0].get("cause"), None);
    assert_no_secret(&text);
}

#[tokio::test]
async fn who_ends_their_account_is_one_line_more_with_their_id_and_no_trait() {
    let (log, _guard) = Log::start();
    let id = "2ba28269-d01f-43e1-8044-cd0efe1b3285";
    let now = jiff::Timestamp::now().to_string();
    let session = json!({
        "id": FLOW, "authenticator_assurance_level": "aal2", "authenticated_at": now,
        "identity": {"id": id, "traits": {"email": MARKER}, "verifiable_addresses": [{"value": MARKER, "via": "email"}]},
    });
    let form = format!("_whose={id}&understood=true&deed=delete&x={MARKER}");
    for (answer, status, cause) in [
        (Answer::empty(204), 200, None),
        (Answer::new(403, MARKER), 502, Some("Kratos answered 403")),
        (Answer::new(500, MARKER), 502, Some("Kratos answered 500")),
    ] {
        let kratos = Upstream::start([Answer::json(200, &session)]).await;
        let mut config = config(kratos.url.clone());
        config.account_deletion = Some(Deletion::Delete);
        config.kratos_admin_url = Some(Upstream::start([answer]).await.url);
        config.kratos_admin_token = Some(format!("token-{MARKER}").parse().unwrap());
        let application = Application::with(config).await;
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
            ("cookie", &*format!("ory_kratos_session={MARKER}")),
        ];
        log.take();
        application.send(Method::POST, "/settings/delete", &headers, form.clone()).await.page(status);
        let text = log.take();
        let lines = lines_of_requests(&text);
        let ended: Vec<_> = lines.iter().filter(|line| line["message"] != "request").collect();
        assert_eq!(ended.len(), usize::from(status == 200), "{text}");
        for line in ended {
            assert_eq!((&line["identity"], &line["deed"]), (&json!(id), &json!("delete")), "{line}");
        }
        let line = lines.iter().find(|line| line["message"] == "request").unwrap();
        assert_eq!(line["cause"].as_str(), cause, "{line}");
        assert_eq!(line["hint"].is_string(), status == 502 && cause == Some("Kratos answered 403"), "{line}");
        assert_no_secret(&text);
    }
}

#[tokio::test]
async fn what_a_browser_sends_cannot_forge_a_line() {
    let (log, _guard) = Log::start();
    let kratos = Upstream::start([Answer::empty(500)]).await;
    let application = Application::before(&kratos).await;
    ask(&application, "/%0a%1b%5b31mERROR%20forged?x=%0aforged").await;
    let text = log.take();
    let lines = lines_of_requests(&text);
    assert_eq!(lines.len(), 1, "{text}");
    assert!(!text.contains('\u{1b}'));
    assert_eq!(lines[0]["http.status_code"], 404);
}

#[tokio::test]
async fn a_request_is_a_span_and_each_call_one_below_it() {
    LazyLock::force(&ANOTHER);
    let log = Log::default();
    let layer = tracing_subscriber::fmt::layer().json().flatten_event(true).with_writer(log.clone());
    let layer = layer.with_span_events(tracing_subscriber::fmt::format::FmtSpan::CLOSE);
    let _guard = tracing::subscriber::set_default(tracing_subscriber::registry().with(layer));
    let (dead, _closed) = closed_port();
    let no_flow = json!({"error": {"id": "session_inactive", "reason": MARKER}});
    for (kratos, status, outcome, call) in [
        (
            Upstream::start([Answer::json(401, &no_flow)]).await.url,
            303,
            "redirect",
            json!({"http.response.status_code": 401}),
        ),
        (
            Upstream::start([Answer::new(500, MARKER)]).await.url,
            502,
            "problem",
            json!({"http.response.status_code": 500, "error.type": "500", "otel.status_code": "ERROR"}),
        ),
        (dead, 502, "problem", json!({"error.type": "unreachable", "otel.status_code": "ERROR"})),
    ] {
        let application = Application::with(config(kratos.clone())).await;
        log.take();
        let reply = ask(&application, &format!("/settings?flow={FLOW}&return_to={MARKER}")).await;
        let text = log.take();
        assert_no_secret(&text);
        let lines = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        let closed: Vec<serde_json::Value> = lines.filter(|line| line["message"] == "close").collect();
        let named = |name: &str| closed.iter().find(|line| line["span"]["name"] == name).unwrap();

        let request = &named("request")["span"];
        for (field, expected) in [
            ("otel.name", json!("GET /settings")),
            ("otel.kind", json!("server")),
            ("http.request.method", json!("GET")),
            ("http.route", json!("/settings")),
            ("url.path", json!("/settings")),
            ("http.response.status_code", json!(status)),
            ("outcome", json!(outcome)),
            ("request_id", json!(reply.header("x-request-id").unwrap())),
        ] {
            assert_eq!(request[field], expected, "{field}: {text}");
        }
        assert!(request["kratos.duration_ms"].is_u64() && request["cause"].is_string(), "{text}");
        assert_eq!(request.get("otel.status_code").is_some(), status >= 500, "{text}");

        let line = named("call");
        let span = &line["span"];
        assert_eq!(span["otel.name"], "GET /self-service/settings/flows");
        assert_eq!(span["url.template"], "/self-service/settings/flows");
        assert_eq!((&span["otel.kind"], &span["http.request.method"]), (&json!("client"), &json!("GET")));
        assert_eq!((&span["server.address"], &span["server.port"]), (&json!("127.0.0.1"), &json!(kratos.port())));
        for field in ["http.response.status_code", "error.type", "otel.status_code"] {
            assert_eq!(span.get(field), call.get(field), "{field}: {text}");
        }
        assert_eq!(line["spans"][0]["name"], "request", "it is below the request's: {text}");
    }
}
