//! All that the application says while stories are told, and that none of it has a secret that was used in them.
//!
//! What it says is its log at every level, of every crate, with all fields of all spans, and its metrics. Secrets are
//! what a browser is given, sends, types and is shown, as it does; each story looks for its own.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::Write;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use scraper::{Html, Selector};
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::fmt::format::FmtSpan;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use url::Url;

use crate::browser::Step;
use crate::harness::tests;
use crate::stage::Stage;

tests! {
    a_secret_that_is_told_is_found,
    what_a_browser_is_given_and_shown_is_secret,
}

/// What was logged so far, by all stories that are told at once.
static LOG: Mutex<String> = Mutex::new(String::new());

/// The shortest text that is looked for. What people type that is shorter is a word of any log.
const SHORTEST: usize = 8;

/// The shortest of codes.
const SHORTEST_CODE: usize = 6;

/// The shortest value of a cookie, or of a query, that is a secret: beside them are tags and names of pages.
const SHORTEST_TOKEN: usize = 16;

thread_local! {
    /// The secrets of the story that this thread tells.
    static SECRETS: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Writes to [`LOG`].
struct Log;

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        log().push_str(&String::from_utf8_lossy(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn log() -> MutexGuard<'static, String> {
    LOG.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What was said since a story began.
pub struct Listening {
    from: usize,
}

impl Listening {
    /// Begins to listen to a story, which has no secrets yet.
    pub fn start() -> Self {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            // Times have as many digits as codes. The stand-in says what it likes.
            let log = tracing_subscriber::fmt::layer().with_ansi(false).without_time().with_writer(|| Log);
            let log = log.with_span_events(FmtSpan::CLOSE);
            let all = filter_fn(|metadata| !metadata.target().starts_with("kratos_stand_in"));
            tracing_subscriber::registry().with(log.with_filter(all)).init();
        });
        SECRETS.take();
        Self { from: log().len() }
    }

    /// The lines that have a secret, each with it.
    fn leaks(&self, metrics: &str) -> Vec<String> {
        let log = log().get(self.from..).unwrap_or_default().to_owned();
        SECRETS.with_borrow(|secrets| {
            let found = |line: &str| secrets.iter().find(|secret| has(line, secret)).map(|it| format!("{it}: {line}"));
            log.lines().chain(metrics.lines()).filter_map(found).collect()
        })
    }

    /// Asserts that nothing of what was said has a secret of this story.
    pub async fn end(self, stage: &Stage) {
        let metrics = stage.metrics().await;
        // Where nothing is said, nothing is found.
        assert!(metrics.contains("kratos_account_build_info"), "{metrics}");
        assert!(log().contains("kratos_account::"), "the application says something");
        let leaks = self.leaks(&metrics);
        assert!(leaks.is_empty(), "secrets are told:\n{}", leaks.join("\n"));
    }
}

/// Whether a text has these words as such: the six digits of a code are part of many an id.
fn has(text: &str, secret: &str) -> bool {
    let is_edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_ascii_alphanumeric());
    text.match_indices(secret)
        .any(|(at, _)| is_edge(text[..at].chars().next_back()) && is_edge(text[at + secret.len()..].chars().next()))
}

/// Takes note of a secret, in the spellings that a log could have it in.
fn keep(secret: &str, shortest: usize) {
    if secret.len() < shortest {
        return;
    }
    let encoded: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
    let quoted = format!("{secret:?}");
    SECRETS.with_borrow_mut(|secrets| {
        secrets.extend([secret.to_owned(), encoded, quoted.trim_matches('"').to_owned()]);
    });
}

/// What somebody types into a field.
pub fn typed(name: &str, value: &str) {
    let is_code = name.contains("code") || name == "lookup_secret";
    keep(value, if is_code { SHORTEST_CODE } else { SHORTEST });
}

/// What a browser sends or is sent.
pub fn seen(step: &Step, cookies: &str) {
    for (name, value) in step.url.query_pairs() {
        in_query(&name, &value);
    }
    let given = step.headers.get_all("set-cookie").iter().filter_map(|cookie| cookie.to_str().ok());
    for cookie in given.filter_map(|cookie| cookie.split(';').next()).chain(cookies.split("; ")) {
        if let Some((_, value)) = cookie.split_once('=') {
            keep(value, SHORTEST_TOKEN);
        }
    }
    if let Some(to) = step.headers.get("location").and_then(|to| step.url.join(to.to_str().ok()?).ok()) {
        to.query_pairs().for_each(|(name, value)| in_query(&name, &value));
    }
}

/// A value of a query: a token, a code, the id of a flow. An address is none, but has some.
fn in_query(name: &str, value: &str) {
    match value.parse::<Url>() {
        Ok(url) if url.has_host() => url.query_pairs().for_each(|(name, value)| in_query(&name, &value)),
        _ => keep(value, if name == "code" { SHORTEST_CODE } else { SHORTEST_TOKEN }),
    }
}

/// What a page shows: what guards its forms, what is known of the person, the key of an authenticator, codes.
pub fn shown(page: &str) {
    let page = Html::parse_document(page);
    for field in page.select(&Selector::parse("input[name], textarea[name]").unwrap()) {
        let (name, kind) = (field.attr("name").unwrap_or_default(), field.attr("type").unwrap_or("text"));
        let is_secret = match kind {
            "hidden" => name == "csrf_token" || name.contains("traits"),
            "checkbox" | "radio" | "submit" | "button" => false,
            _ => true,
        };
        let text = field.text().collect::<String>();
        for value in [field.attr("value").unwrap_or_default(), &text].into_iter().filter(|_| is_secret) {
            keep(value, SHORTEST);
        }
    }
    let alone = "[data-testid=\"node/text/totp_secret_key/text\"], [data-testid$=\"_codes-content\"] code";
    for text in page.select(&Selector::parse(alone).unwrap()) {
        keep(text.text().collect::<String>().trim(), SHORTEST);
    }
}

fn a_secret_that_is_told_is_found() {
    const PASSWORD: &str = "a password that nobody else has";
    let listening = Listening::start();
    typed("password", PASSWORD);
    typed("code", "731946");
    typed("short", "en");
    assert_eq!(listening.leaks(""), [""; 0]);
    tracing::trace!(id = "a731946b", number = 1_731_946, "en");
    assert_eq!(listening.leaks("en"), [""; 0], "what is part of something else is not it");
    tracing::trace!(sent = ?[PASSWORD], "a field");
    tracing::error!("in 731946 words");
    drop(tracing::info_span!("a span without a line", cookie = PASSWORD));
    let leaks = listening.leaks(&format!("metric{{label=\"{}\"}} 1", PASSWORD.replace(' ', "+")));
    assert_eq!(leaks.len(), 4, "{leaks:#?}");
}

fn what_a_browser_is_given_and_shown_is_secret() {
    Listening::start();
    let mut headers = axum::http::HeaderMap::new();
    headers.append("set-cookie", "ory_kratos_session=MTc1OTI4-of-a-session; Path=/; HttpOnly".parse().unwrap());
    headers.append("set-cookie", "kratos_account_language=de; Path=/".parse().unwrap());
    let within = "http%3A%2F%2Flocalhost%2Fx%3Ftoken%3Da-token-within-another";
    let url = format!("http://localhost/login?login_challenge=a-challenge-of-hydra&return_to={within}");
    let step = Step {
        method: axum::http::Method::GET,
        url: url.parse().unwrap(),
        status: axum::http::StatusCode::OK,
        headers,
        body: String::new(),
    };
    seen(&step, "csrf_token_of_kratos=the-cookie-that-is-sent");
    shown(
        "<form><input type=hidden name=csrf_token value=guards-the-form><input name=traits.email value=ada@example.org>\
         <button name=method value=password></button></form>\
         <div data-testid=\"text-lookup_secret_codes-content\"><code>a1b2c3d4</code></div>\
         <p data-testid=\"node/text/totp_secret_key/text\"><code>JBSWY3DPEHPK3PXP</code></p>",
    );
    let secrets = SECRETS.take();
    for secret in [
        "MTc1OTI4-of-a-session",
        "the-cookie-that-is-sent",
        "a-challenge-of-hydra",
        "a-token-within-another",
        "guards-the-form",
        "ada@example.org",
        "ada%40example.org",
        "a1b2c3d4",
        "JBSWY3DPEHPK3PXP",
    ] {
        assert!(secrets.contains(secret), "{secret}: {secrets:?}");
    }
    assert!(!secrets.contains("de") && !secrets.contains("password"), "{secrets:?}");
}
