//! The limit: the same stack, axum and reqwest, handing the bytes through, or those that it has ready.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use http::header::{ACCEPT, ACCEPT_LANGUAGE, COOKIE, HeaderValue, USER_AGENT};
use tokio::net::TcpListener;

/// Serves until the process is ended.
pub fn run(listen: &str, upstream: &str) {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .tcp_nodelay(true)
            .tls_backend_preconfigured(no_tls())
            .build()
            .unwrap();
        let router = Router::new()
            .route("/ready/{bytes}", get(ready))
            .fallback(relay)
            .with_state((http, upstream.parse().unwrap()));
        let listener = TcpListener::bind(listen).await.unwrap();
        kratos_account::serve(listener, router, std::future::pending()).await;
    });
}

async fn ready(Path(bytes): Path<usize>) -> Bytes {
    static READY: [u8; 1024 * 1024] = [b'x'; 1024 * 1024];
    Bytes::from_static(&READY).slice(..bytes)
}

async fn relay(State((http, upstream)): State<(reqwest::Client, url::Url)>, request: Request) -> Response {
    let mut url = upstream;
    url.set_path(request.uri().path());
    url.set_query(request.uri().query());
    let mut out = http.get(url);
    for name in [COOKIE, USER_AGENT, ACCEPT_LANGUAGE] {
        for value in request.headers().get_all(&name) {
            out = out.header(&name, value);
        }
    }
    match out.header(ACCEPT, HeaderValue::from_static("application/json")).send().await {
        Ok(answer) => http::Response::<reqwest::Body>::from(answer).map(Body::new),
        Err(_) => StatusCode::BAD_GATEWAY.into_response(),
    }
}

fn no_tls() -> rustls::ClientConfig {
    rustls::ClientConfig::builder_with_provider(std::sync::Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth()
}
