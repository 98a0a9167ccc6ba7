//! Spans on their way to a collector.

#[cfg(not(feature = "otlp"))]
#[test]
fn an_executable_that_sends_no_spans_says_so_and_serves() {
    let endpoint = ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1");
    let (_child, address, log) = super::told_and_serve(&[endpoint]);
    let expected =
        "OTEL_EXPORTER_OTLP_ENDPOINT: this executable was built without the feature otlp, and sends no spans";
    assert!(log.contains(expected), "{log}");
    assert!(super::ask(&address, "/health/alive").starts_with("HTTP/1.1 200 "));
}

#[cfg(feature = "otlp")]
mod otlp {
    use std::io::{BufRead, Read};
    use std::sync::{Arc, Mutex};

    use axum::Router;
    use axum::body::Bytes;
    use axum::extract::Request;
    use axum::routing::post;
    use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
    use opentelemetry_proto::tonic::common::v1::{KeyValue, any_value};
    use opentelemetry_proto::tonic::trace::v1::span::SpanKind;
    use opentelemetry_proto::tonic::trace::v1::{ResourceSpans, Span};
    use prost::Message;
    use url::Url;

    use crate::support::tcp::closed_port;
    use crate::support::{Answer, Upstream, listen};
    use crate::{Serving, TcpStream, ask_with, serve};

    /// The flow that is asked for.
    const FLOW: &str = "520e8f28-5902-4026-a286-74757804453d";

    /// Stands for all that no log and no span may have.
    const SECRET: &str = "hunter2-of-the-browser";

    /// The page of a flow, asked for by a browser that has secrets, with these headers too.
    fn page(address: &str, headers: &str) -> String {
        let headers = format!("cookie: ory_kratos_session={SECRET}\r\nx-session-token: {SECRET}\r\n{headers}");
        ask_with(TcpStream::connect(address).unwrap(), &format!("/settings?flow={FLOW}&return_to={SECRET}"), &headers)
    }

    /// Asks the program to end, and waits until it has.
    fn end(child: &mut Serving) {
        let asked = std::process::Command::new("kill").arg(child.0.id().to_string()).status().unwrap();
        assert!(asked.success());
        assert!(child.0.wait().unwrap().success());
    }

    /// A trace that a browser or a proxy has begun, and the span that asks us.
    const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";
    const PARENT: &str = "b7ad6b7169203331";

    /// What a collector is sent: by which key, and what.
    type Sent = Vec<(Option<String>, Bytes)>;

    /// A collector of spans, and all that it is sent.
    #[derive(Clone, Default)]
    struct Collector(Arc<Mutex<Sent>>);

    impl Collector {
        async fn start() -> (Self, Url) {
            let collector = Self::default();
            let kept = collector.clone();
            let take = async move |request: Request| {
                let (head, body) = request.into_parts();
                assert_eq!(head.headers["content-type"], "application/x-protobuf");
                let key = head.headers.get("authorization").map(|key| key.to_str().unwrap().to_owned());
                let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
                kept.0.lock().unwrap().push((key, body));
            };
            let url = listen(Router::new().route("/v1/traces", post(take))).await;
            (collector, url)
        }

        fn resources(&self) -> Vec<ResourceSpans> {
            let sent = self.0.lock().unwrap();
            let batches = sent.iter().map(|(_, body)| ExportTraceServiceRequest::decode(body.clone()).unwrap());
            batches.flat_map(|batch| batch.resource_spans).collect()
        }

        fn spans(&self) -> Vec<Span> {
            let scopes = self.resources().into_iter().flat_map(|resource| resource.scope_spans);
            scopes.flat_map(|scope| scope.spans).collect()
        }
    }

    /// An attribute as text.
    fn attribute(attributes: &[KeyValue], name: &str) -> Option<String> {
        let value = attributes.iter().find(|attribute| attribute.key == name)?.value.as_ref()?;
        Some(match value.value.as_ref()? {
            any_value::Value::StringValue(text) => text.clone(),
            any_value::Value::IntValue(number) => number.to_string(),
            other => format!("{other:?}"),
        })
    }

    fn hex(id: &[u8]) -> String {
        id.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_page_is_a_span_in_the_browsers_trace_and_each_call_of_kratos_one_below_it() {
        let kratos = Upstream::start([Answer::recorded("settings/fresh")]).await;
        let (collector, url) = Collector::start().await;
        let (mut child, address, mut log) = serve(&[
            ("KRATOS_PUBLIC_URL", kratos.url.as_str()),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", url.as_str()),
            ("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20key-of-the-collector"),
            ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=at-home"),
            // So that nothing is sent before the end.
            ("OTEL_BSP_SCHEDULE_DELAY", "3600000"),
            ("RUST_LOG", "trace"),
        ]);
        let parent = format!("traceparent: 00-{TRACE}-{PARENT}-01\r\ntracestate: vendor=1\r\n");
        assert!(page(&address, &parent).starts_with("HTTP/1.1 200 "));
        assert!(page(&address, "traceparent: 00-none\r\n").starts_with("HTTP/1.1 200 "));
        assert!(page(&address, &parent.replace("-01", "-00")).starts_with("HTTP/1.1 200 "));
        assert!(collector.spans().is_empty(), "it is sent at the end");
        end(&mut child);

        let spans = collector.spans();
        let of_trace: Vec<&Span> = spans.iter().filter(|span| hex(&span.trace_id) == TRACE).collect();
        let [server] = of_trace.iter().filter(|span| span.kind() == SpanKind::Server).collect::<Vec<_>>()[..] else {
            panic!("one request of the trace: {of_trace:?}")
        };
        assert_eq!((server.name.as_str(), hex(&server.parent_span_id).as_str()), ("GET /settings", PARENT));
        assert_eq!(server.trace_state, "vendor=1");
        for (name, expected) in [
            ("http.request.method", "GET"),
            ("http.route", "/settings"),
            ("url.path", "/settings"),
            ("http.response.status_code", "200"),
            ("outcome", "page"),
        ] {
            assert_eq!(attribute(&server.attributes, name).as_deref(), Some(expected), "{name}: {server:?}");
        }
        assert!(attribute(&server.attributes, "kratos.duration_ms").unwrap().parse::<u64>().is_ok());
        assert!(server.end_time_unix_nano > server.start_time_unix_nano);

        let calls: Vec<&&Span> = of_trace.iter().filter(|span| span.kind() == SpanKind::Client).collect();
        let received = kratos.received();
        let of_page = |trace: &str| -> Vec<String> {
            let parents = received.iter().map(|received| received.header("traceparent").concat());
            parents.filter(|parent| parent.contains(trace)).collect()
        };
        assert!(!calls.is_empty());
        for call in &calls {
            assert_eq!(call.parent_span_id, server.span_id, "{call:?}");
            // What Kratos goes on with is the span of the very call.
            let told = format!("00-{TRACE}-{}-01", hex(&call.span_id));
            assert!(of_page(TRACE).contains(&told), "{told}: {received:?}");
        }
        let flow = calls.iter().find(|call| call.name == "GET /self-service/settings/flows").unwrap();
        for (name, expected) in [
            ("url.template", "/self-service/settings/flows"),
            ("http.response.status_code", "200"),
            ("server.address", "127.0.0.1"),
            ("server.port", kratos.url.port().unwrap().to_string().as_str()),
        ] {
            assert_eq!(attribute(&flow.attributes, name).as_deref(), Some(expected), "{name}: {flow:?}");
        }
        // What is not to be looked at is not sent, but Kratos learns of that as well.
        let unlooked: Vec<String> = of_page(TRACE).into_iter().filter(|parent| parent.ends_with("-00")).collect();
        assert!(!unlooked.is_empty() && unlooked.iter().all(|parent| !parent.contains(PARENT)), "{unlooked:?}");

        // What is no trace is ours to begin, and the log has its name.
        let mut text = String::new();
        log.read_to_string(&mut text).unwrap();
        let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let pages: Vec<&serde_json::Value> = lines.iter().filter(|line| line["http.route"] == "/settings").collect();
        let [of_browser, own, _] = pages[..] else { panic!("one line a page: {text}") };
        assert_eq!(of_browser["trace_id"], TRACE);
        let begun = own["trace_id"].as_str().unwrap();
        let [first] = spans
            .iter()
            .filter(|span| hex(&span.trace_id) == begun && span.kind() == SpanKind::Server)
            .collect::<Vec<_>>()[..]
        else {
            panic!("one request of {begun}: {spans:?}")
        };
        assert!(first.parent_span_id.is_empty());
        assert!(!of_page(begun).is_empty());

        // Who sends it, and by which key.
        let resource = collector.resources()[0].resource.clone().unwrap().attributes;
        assert_eq!(attribute(&resource, "service.name").as_deref(), Some("kratos-account"));
        assert_eq!(attribute(&resource, "service.version").as_deref(), Some(env!("CARGO_PKG_VERSION")));
        assert_eq!(attribute(&resource, "deployment.environment.name").as_deref(), Some("at-home"));
        let sent = collector.0.lock().unwrap().clone();
        assert!(sent.iter().all(|(key, _)| key.as_deref() == Some("Bearer key-of-the-collector")));

        // Neither what is sent nor what is logged has a secret, or a query.
        let bodies = sent.iter().map(|(_, body)| String::from_utf8_lossy(body).into_owned());
        for told in bodies.chain([text]) {
            for secret in [SECRET, FLOW, "return_to", "key-of-the-collector"] {
                assert!(!told.contains(secret), "{secret}: {told}");
            }
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_collector_that_takes_nothing_costs_no_page_and_is_told_of_once() {
        let kratos = Upstream::start([Answer::recorded("settings/fresh")]).await;
        let liar = Upstream::start([Answer::new(503, SECRET)]).await;
        let (dead, _closed) = closed_port();
        for collector in [dead, liar.url] {
            let (mut child, address, mut log) = serve(&[
                ("KRATOS_PUBLIC_URL", kratos.url.as_str()),
                ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.as_str()),
                ("OTEL_EXPORTER_OTLP_TIMEOUT", "100"),
                ("OTEL_BSP_SCHEDULE_DELAY", "10"),
            ]);
            let is_complaint = |line: &str| line.contains("the collector takes no spans");
            let mut line = String::new();
            while !is_complaint(&line) {
                assert!(page(&address, "").starts_with("HTTP/1.1 200 "));
                line.clear();
                assert_ne!(log.read_line(&mut line).unwrap(), 0, "it tells of it");
            }
            for _ in 0..20 {
                assert!(page(&address, "").starts_with("HTTP/1.1 200 "));
            }
            end(&mut child);
            let mut rest = String::new();
            log.read_to_string(&mut rest).unwrap();
            assert_eq!(rest.lines().filter(|line| is_complaint(line)).count(), 0, "{rest}");
            assert!(!line.contains(SECRET), "{line}");
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_collector_that_never_answers_costs_no_page_and_holds_up_no_end() {
        let kratos = Upstream::start([Answer::recorded("settings/fresh")]).await;
        // It takes connections, and that is all.
        let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let endpoint = format!("http://{}", silent.local_addr().unwrap());
        let (mut child, address, _log) = serve(&[
            ("KRATOS_PUBLIC_URL", kratos.url.as_str()),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", &endpoint),
            ("OTEL_EXPORTER_OTLP_TIMEOUT", "3600000"),
            ("OTEL_BSP_SCHEDULE_DELAY", "1"),
            // What finds no room is dropped.
            ("OTEL_BSP_MAX_QUEUE_SIZE", "4"),
        ]);
        for _ in 0..50 {
            assert!(page(&address, "").starts_with("HTTP/1.1 200 "));
        }
        end(&mut child);
    }

    #[test]
    fn what_cannot_be_used_of_its_variables_is_told_and_pages_go_on() {
        for (variables, expected) in [
            (
                vec![("OTEL_EXPORTER_OTLP_ENDPOINT", "not an address")],
                "OTEL_EXPORTER_OTLP_ENDPOINT: no spans are sent: no address (http://collector:4318)",
            ),
            (
                vec![("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")],
                "OTEL_EXPORTER_OTLP_PROTOCOL: it is grpc, but http/protobuf is what is spoken",
            ),
        ] {
            let (_child, address, log) = crate::told_and_serve(&variables);
            assert!(log.contains(expected), "{log}");
            assert!(crate::ask(&address, "/health/alive").starts_with("HTTP/1.1 200 "));
        }
        // An empty variable, or one that switches all of it off, is no word of it.
        for variables in [
            vec![("OTEL_EXPORTER_OTLP_ENDPOINT", "")],
            vec![("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1"), ("OTEL_SDK_DISABLED", "true")],
        ] {
            let (_child, _address, log) = crate::told_and_serve(&variables);
            assert!(!log.contains("OTEL") && !log.contains("spans"), "{log}");
        }
    }
}
