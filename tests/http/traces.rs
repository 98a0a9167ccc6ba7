//! A browser's trace (W3C Trace Context) goes on wherever a request of its leads to.

use kratos_account::Config;

use crate::support::{Answer, Application, Upstream, config};

const PARENT: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

const CHALLENGE: &str = "/consent?consent_challenge=c0ffee";

/// What Kratos and Hydra get of a trace, asked by a browser that says this of it. Nobody listens to spans here.
async fn gets(target: &str, headers: &[(&str, &str)]) -> Vec<[Vec<String>; 2]> {
    let upstream = Upstream::start([Answer::empty(500)]).await;
    let mut config: Config = config(upstream.url.clone());
    config.proxy_kratos = true;
    config.hydra_admin_url = Some(upstream.url.clone());
    config.hydra_public_url = Some("http://localhost:4444".parse().unwrap());
    let headers: Vec<(&str, &str)> = headers.iter().copied().chain([("cookie", "a=b")]).collect();
    Application::with(config).await.get(target, &headers).await;
    let received = upstream.received().into_iter();
    let text = |values: Vec<&str>| values.into_iter().map(str::to_owned).collect();
    received.map(|one| ["traceparent", "tracestate"].map(|name| text(one.header(name)))).collect()
}

#[tokio::test]
async fn kratos_and_hydra_get_the_trace_as_it_came_and_nothing_that_is_none() {
    for target in [
        "/settings?flow=520e8f28-5902-4026-a286-74757804453d",
        "/login",
        "/sessions",
        "/authorize",
        "/self-service/login/browser",
        CHALLENGE,
    ] {
        let whole = gets(target, &[("traceparent", PARENT), ("tracestate", "a=1"), ("tracestate", "b=2")]).await;
        assert!(!whole.is_empty(), "{target}");
        for one in whole {
            assert_eq!(one, [vec![PARENT.to_owned()], vec!["a=1".to_owned(), "b=2".to_owned()]], "{target}");
        }
        for none in [&[("traceparent", "00-of-nobody-01"), ("tracestate", "a=1")][..], &[("tracestate", "a=1")]] {
            let gets = gets(target, none).await;
            assert!(!gets.is_empty() && gets.iter().flatten().all(Vec::is_empty), "{target}: {gets:?}");
        }
    }
}
