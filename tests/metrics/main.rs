//! What is told to Prometheus, and to whoever reads the log of what browsers block.

#![allow(
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;

use axum::Router;
use axum::http::Method;
use kratos_account::{Account, Config};
use support::tcp::closed_port;
use support::{Answer, Application, Upstream, config, listen};

/// The pages in front of a Kratos, and where they tell their metrics.
struct Watched {
    pages: Application,
    metrics: Application,
}

impl Watched {
    async fn with(config: Config) -> Self {
        let account = Account::new(&config).unwrap();
        let router = match config.base_path() {
            "" => account.router(),
            base => Router::new().nest(base, account.router()),
        };
        let pages = Application::at(listen(router.fallback_service(account.not_found())).await);
        Self { pages, metrics: Application::at(listen(account.metrics_router()).await) }
    }

    async fn told(&self) -> String {
        let reply = self.metrics.get("/metrics", &[]).await;
        assert!(reply.header("content-type").unwrap().starts_with("application/openmetrics-text"));
        assert!(reply.body.ends_with("# EOF\n"));
        reply.body
    }

    /// Asserts that these lines are among what is told.
    async fn assert_tells(&self, lines: &[&str]) {
        let told = self.told().await;
        for line in lines {
            assert!(told.lines().any(|other| other == *line), "{line} in:\n{told}");
        }
    }
}

#[tokio::test]
async fn requests_are_counted_by_route_and_outcome_and_nothing_from_outside_is_a_label() {
    let upstream = Upstream::start([Answer::recorded("settings/fresh"), Answer::empty(503)]).await;
    let mut config = config(upstream.url.clone());
    config.public_url = "http://localhost:4455/account".parse().unwrap();
    let watched = Watched::with(config).await;
    let flow = "/account/settings?flow=2ba28269-d01f-43e1-8044-cd0efe1b3285";
    assert_eq!(watched.pages.get(flow, &[("cookie", "a=secret")]).await.status, 200);
    assert_eq!(watched.pages.get(flow, &[]).await.status, 502);
    assert_eq!(watched.pages.get("/account/settings?flow=secret", &[]).await.status, 303);
    assert_eq!(watched.pages.get("/secret/path", &[]).await.status, 404);
    assert_eq!(watched.pages.get("/account/static/secret.css", &[]).await.status, 404);
    assert_eq!(watched.pages.send(Method::DELETE, "/account/settings", &[], "").await.status, 405);
    watched
        .assert_tells(&[
            r#"kratos_account_requests_total{route="/settings",outcome="page",status="200"} 1"#,
            r#"kratos_account_requests_total{route="/settings",outcome="problem",status="502"} 1"#,
            r#"kratos_account_requests_total{route="/settings",outcome="redirect",status="303"} 1"#,
            r#"kratos_account_requests_total{route="/static/{file}",outcome="problem",status="404"} 1"#,
            r#"kratos_account_requests_total{route="none",outcome="problem",status="404"} 1"#,
            r#"kratos_account_problems_total{problem="unavailable"} 1"#,
            r#"kratos_account_problems_total{problem="not-found"} 2"#,
            r#"kratos_account_problems_total{problem="method"} 1"#,
            r#"kratos_account_kratos_requests_total{status="503"} 2"#,
            r#"kratos_account_request_duration_seconds_count{route="/settings"} 4"#,
            "kratos_account_requests_in_flight 0",
        ])
        .await;
    assert!(!watched.told().await.contains("secret"));
}

#[tokio::test]
async fn it_is_told_why_kratos_does_not_answer() {
    let (closed, _held) = closed_port();
    let watched = Watched::with(config(closed)).await;
    watched.pages.get("/settings", &[]).await.page(502);
    watched.assert_tells(&[r#"kratos_account_kratos_requests_total{status="unreachable"} 1"#]).await;
}

#[tokio::test]
async fn circles_are_counted() {
    let upstream = Upstream::start([Answer::recorded("settings_errors/no_session_401")]).await;
    let watched = Watched::with(config(upstream.url.clone())).await;
    let mut cookie = String::new();
    let mut last = 0;
    for _ in 0..4 {
        let reply = watched.pages.get("/settings", &[("cookie", &cookie)]).await;
        let counted = reply.cookies().into_iter().find(|cookie| cookie.starts_with("kratos_account_restarts"));
        cookie = counted.unwrap_or_default().split(';').next().unwrap().to_owned();
        last = reply.status;
    }
    assert_eq!(last, 502);
    watched
        .assert_tells(&["kratos_account_restarts_broken_total 1", r#"kratos_account_problems_total{problem="loop"} 1"#])
        .await;
}

#[tokio::test]
async fn what_browsers_block_is_counted_wherever_they_are() {
    let upstream = Upstream::start([Answer::empty(500)]).await;
    let mut config = config(upstream.url.clone());
    config.public_url = "https://id.example.org/account".parse().unwrap();
    let watched = Watched::with(config).await;
    let page = watched.pages.get("/account/nothing", &[]).await;
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.ends_with("; report-uri /account/csp-report; report-to csp"), "{policy}");
    assert_eq!(page.header("reporting-endpoints"), Some(r#"csp="/account/csp-report""#));
    let report = async |body: &str, site: &str| {
        let headers = [("content-type", "application/csp-report"), ("sec-fetch-site", site)];
        watched.pages.send(Method::POST, "/account/csp-report", &headers, body.to_owned()).await.status
    };
    let blocked = r#"{"csp-report":{"effective-directive":"form-action","document-uri":"http://x/?secret"}}"#;
    assert_eq!(report(blocked, "same-origin").await, 204);
    assert_eq!(report(blocked, "cross-site").await, 403, "nobody else's pages are of interest");
    assert_eq!(report("nonsense", "same-origin").await, 400);
    assert_eq!(report(&format!("\"{}\"", "x".repeat(20_000)), "same-origin").await, 400);
    let unknown = r#"[{"body":{"effectiveDirective":"secret-src"}}]"#;
    assert_eq!(report(unknown, "same-origin").await, 204);
    watched
        .assert_tells(&[
            r#"kratos_account_csp_violations_total{directive="form-action"} 1"#,
            r#"kratos_account_csp_violations_total{directive="other"} 1"#,
        ])
        .await;
    assert!(!watched.told().await.contains("secret"));
}

#[tokio::test]
async fn each_metric_that_the_dashboard_and_the_alerts_name_is_told() {
    let upstream = Upstream::start([Answer::recorded("settings/fresh")]).await;
    let watched = Watched::with(config(upstream.url.clone())).await;
    watched.pages.get("/settings?flow=2ba28269-d01f-43e1-8044-cd0efe1b3285", &[]).await.page(200);
    watched.pages.get("/nothing", &[]).await.page(404);
    let told = watched.told().await;
    let mut known = BTreeSet::new();
    for line in told.lines() {
        let Some((name, kind)) = line.strip_prefix("# TYPE ").and_then(|line| line.split_once(' ')) else { continue };
        let suffixes: &[&str] = match kind {
            "counter" => &["_total"],
            "histogram" => &["_bucket", "_sum", "_count"],
            "info" => &["_info"],
            _ => &[""],
        };
        known.extend(suffixes.iter().map(|suffix| format!("{name}{suffix}")));
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy");
    let mut named = BTreeSet::new();
    for file in ["prometheus/alerts.yml", "grafana/kratos-account.json"] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        for at in text.match_indices("kratos_account_").map(|(at, _)| at) {
            let name: String =
                text.split_at(at).1.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            named.insert(name);
        }
        assert!(named.len() > 5, "{file}");
    }
    let missing: Vec<_> = named.difference(&known).collect();
    assert!(missing.is_empty(), "{missing:?} of {known:?}");
    // And nothing is told that nobody looks at.
    let looked_at = |name: &&String| {
        let base = name.trim_end_matches("_bucket").trim_end_matches("_sum").trim_end_matches("_count");
        named.iter().any(|named| named.starts_with(base))
    };
    let unseen: Vec<_> = known.iter().filter(|name| !looked_at(name)).collect();
    assert!(unseen.is_empty(), "{unseen:?}");
    let dashboard = std::fs::read_to_string(folder.join("grafana/kratos-account.json")).unwrap();
    serde_json::from_str::<serde_json::Value>(&dashboard).unwrap();
}
