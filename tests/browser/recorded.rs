//! Every page that recorded answers of Kratos lead to.

use axum::Router;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::OnceCell;

use kratos_account::Config;
use kratos_stand_in::StandIn;

use super::scenes;
use super::support::replay::{self, Replay};
use super::support::{Answer, client};

/// A page, and where it is.
#[derive(Debug)]
pub(crate) struct Recorded {
    pub(crate) name: String,
    pub(crate) url: String,
}

/// Languages that the pages are looked at in: one runs from right to left, one has long words, one
/// has no spaces.
pub(crate) const LANGUAGES: [&str; 4] = ["en", "ar", "de", "ja"];

static PAGES: OnceCell<Vec<Recorded>> = OnceCell::const_new();

impl Recorded {
    /// All of them, served until the tests end.
    pub(crate) async fn pages() -> &'static [Self] {
        PAGES.get_or_init(serve).await
    }

    /// The one of this name.
    pub(crate) async fn page(name: &str) -> &'static Self {
        let page = Self::pages().await.iter().find(|page| page.name == name);
        page.unwrap_or_else(|| panic!("a page {name}"))
    }
}

async fn serve() -> Vec<Recorded> {
    let (kratos, kratos_url) = bind().await;
    let replay = Replay::at(&kratos_url);
    let (account, own) = bind().await;
    let states: Vec<(String, String)> = replay
        .states()
        .map(|(id, name)| (name.to_owned(), format!("{own}/{}?flow={id}", replay::kind(name))))
        .collect();
    tokio::spawn(kratos_account::serve(kratos, replay.router(), std::future::pending()));

    let (scenes, names) = scenes::router().await;
    let config = Config::new(kratos_url.parse().unwrap(), own.parse().unwrap());
    let router = kratos_account::router(&config).unwrap().merge(scenes);
    tokio::spawn(kratos_account::serve(account, router, std::future::pending()));

    let mut pages = Vec::new();
    for (name, url) in states {
        match leads_to(&url).await {
            None => pages.push(Recorded { name, url }),
            // The same page, with what the flow was started with.
            Some(to) if to.starts_with(&url) => pages.push(Recorded { name, url: to }),
            Some(_) => {}
        }
    }
    assert!(pages.len() > 100, "the recorded states are there: {}", pages.len());
    pages.push(richest().await);
    pages.push(sessions().await);
    pages.extend(
        names
            .into_iter()
            .enumerate()
            .map(|(number, name)| Recorded { name: name.to_owned(), url: format!("{own}/scene/{number}") }),
    );
    pages
}

/// Where a page leads that is none.
async fn leads_to(url: &str) -> Option<String> {
    let answer = client().get(url).send().await.unwrap();
    let to = (answer.status() == 303).then(|| answer.headers()["location"].to_str().unwrap().to_owned());
    to.map(|to| url.parse::<url::Url>().unwrap().join(&to).unwrap().into())
}

/// A person with traits of every kind, which were not recorded: opening it signs them in.
async fn richest() -> Recorded {
    let (listener, own) = bind().await;
    let kratos = StandIn::start(kratos_stand_in::Config::for_application(&own)).await.unwrap();
    let config = Config::new(kratos.public_url().parse().unwrap(), own.parse().unwrap());
    let router = kratos_account::router(&config).unwrap();
    tokio::spawn(kratos_account::serve(listener, router, std::future::pending()));
    // Lives until the tests end.
    let kratos = Box::leak(Box::new(kratos));
    Recorded { name: "every trait".to_owned(), url: kratos.demo_url() }
}

/// A person who is signed in here and elsewhere.
async fn sessions() -> Recorded {
    let (kratos, kratos_url) = bind().await;
    let answer = |name: &'static str| get(move || async move { Answer::recorded(name) });
    let answers =
        Router::new().route("/sessions/whoami", answer("sessions/whoami")).route("/sessions", answer("sessions/list"));
    tokio::spawn(kratos_account::serve(kratos, answers, std::future::pending()));
    let (listener, own) = bind().await;
    let config = Config::new(kratos_url.parse().unwrap(), own.parse().unwrap());
    let router = kratos_account::router(&config).unwrap();
    tokio::spawn(kratos_account::serve(listener, router, std::future::pending()));
    Recorded { name: "sessions".to_owned(), url: format!("{own}/sessions") }
}

/// A free port of this machine, and its address as a browser has it.
pub(crate) async fn bind() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://localhost:{}", listener.local_addr().unwrap().port());
    (listener, url)
}
