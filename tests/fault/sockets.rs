//! What strangers do to the port.

use std::time::Duration;

use axum::Router;
use axum::routing::get;
use kratos_account::config::Limits;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::program::Program;
use crate::support::tcp::{Act, Seen, Tcp};
use crate::support::{Answer, Application, Upstream, listen, listen_within, raw};

/// Held by a test that needs most of the files that this process may have open, and by who must not be without.
static MANY: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// Something to visit.
async fn application() -> Application {
    Application::at(listen(Router::new().route("/", get(|| async { "hello" }))).await)
}

/// So many connections that say this and no more, or as many as may be.
async fn crowd(application: &Application, said: &[u8]) -> Vec<TcpStream> {
    let mut crowd = Vec::new();
    while crowd.len() < 10_000 {
        let Ok(mut stream) = TcpStream::connect(application.url.authority()).await else {
            // This process may not have more files open: the visitor needs one, too.
            crowd.truncate(crowd.len().saturating_sub(100));
            break;
        };
        // One that is closed already may be told so.
        drop(stream.write_all(said).await);
        crowd.push(stream);
    }
    crowd
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_idle_connections_lock_nobody_out() {
    let _many = MANY.lock().await;
    for said in ["", "GET / HTTP/1.1\r\nhost: x\r\nx-half: ", "GET / HTTP/1.1\r\nhost: x\r\n\r\n"] {
        let application = application().await;
        let crowd = crowd(&application, said.as_bytes()).await;
        // Far less than it takes until one of them is given up.
        let visit = tokio::time::timeout(Duration::from_secs(20), application.get("/", &[])).await;
        assert_eq!(visit.unwrap().body, "hello", "behind {} that say {said:?}", crowd.len());
    }
}

#[tokio::test]
async fn where_all_are_busy_the_newest_is_told_at_once() {
    let _many = MANY.lock().await;
    let mut limits = Limits::default();
    limits.connections = 64;
    let most = limits.connections;
    let (entered, mut inside) = tokio::sync::mpsc::unbounded_channel();
    let router = Router::new().route(
        "/",
        get(move || {
            let _ = entered.send(());
            std::future::pending::<()>()
        }),
    );
    let application = Application::at(listen_within(router, limits).await);
    let mut busy = Vec::new();
    while busy.len() < most {
        let mut stream = TcpStream::connect(application.url.authority()).await.unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
        inside.recv().await.unwrap();
        busy.push(stream);
    }
    let mut newest = TcpStream::connect(application.url.authority()).await.unwrap();
    let mut answer = Vec::new();
    newest.read_to_end(&mut answer).await.unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 503 ") && answer.windows(14).any(|part| part == b"retry-after: 1"));
}

#[tokio::test]
async fn a_request_for_no_host_or_two_is_a_400() {
    let application = application().await;
    for (head, status) in [
        ("GET / HTTP/1.1\r\nhost: id.example.org\r\n", 200),
        ("GET / HTTP/1.0\r\n", 200),
        ("GET / HTTP/1.1\r\n", 400),
        ("GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n", 400),
        ("GET / HTTP/1.1\r\nhost: a\r\nhost: a\r\n", 400),
        ("GET / HTTP/1.1\r\nhost:\r\n", 400),
        ("GET / HTTP/1.1\r\nhost: a@b\r\n", 400),
        ("POST / HTTP/1.1\r\ncontent-length: 0\r\n", 400),
        ("GET http://a/ HTTP/1.1\r\nhost: a\r\nhost: b\r\n", 400),
    ] {
        let answer = raw(&application.url, &format!("{head}connection: close\r\n\r\n")).await;
        let line = answer.lines().next().unwrap_or_default();
        assert!(line.starts_with(&format!("HTTP/1.{} {status} ", u8::from(!head.contains("/1.0")))), "{head}: {line}");
    }
}

#[tokio::test]
async fn a_head_that_is_too_large_is_refused() {
    let application = application().await;
    let head = format!("GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-large: {}\r\n\r\n", "x".repeat(128 * 1024));
    let answer = raw(&application.url, &head).await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431 "), "{answer}");
    // What a browser may send that has many cookies.
    let cookies = "x".repeat(16 * 1024);
    assert_eq!(application.get("/", &[("cookie", &cookies)]).await.status, 200);
}

#[tokio::test]
async fn a_name_that_is_no_text_is_our_404() {
    let upstream = Upstream::start([Answer::empty(500)]).await;
    let application = Application::before(&upstream).await;
    for path in ["/static/%ff", "/static/%ff.css", "/static/%c0%ae", "/static/%00", "/%ff", "/settings/%ff", "/nowhere"]
    {
        application.get(path, &[]).await.page(404);
    }
}

/// Fewer files than connections and their questions need, whichever of them comes first.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_file_for_it_a_connection_waits_and_nothing_spins() {
    let mut kratos = Tcp::start([Act::Stall(Vec::new())]).await;
    let program = Program::serve_with_files(18, &[("KRATOS_PUBLIC_URL", kratos.url.as_str())]);
    let come = async |said: &str| {
        let mut stream = TcpStream::connect(&program.address).await.unwrap();
        stream.write_all(said.as_bytes()).await.unwrap();
        stream
    };
    let mut busy = Vec::new();
    for _ in 0..20 {
        busy.push(come("GET /login HTTP/1.1\r\nhost: x\r\n\r\n").await);
    }
    while !matches!(kratos.next().await, Seen::Request(_)) {}
    program.wait_for("a connection could not be accepted");
    let mut newest = come("GET /health/alive HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
    drop(busy);
    let mut answer = String::new();
    newest.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(program.said("a connection could not be accepted") < 20, "it is told once in a second");
}
