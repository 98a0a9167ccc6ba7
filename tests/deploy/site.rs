//! Everything behind one proxy, and a browser in front of it.

use axum::Router;
use axum::http::Method;
use kratos_account::{Account, Config};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use url::{Position, Url};

use crate::companion::{Companion, free_port};
use crate::proxy::{Addresses, Kind};
use crate::support::{Answer, Application, Reply, Upstream};

/// See the module.
pub struct Site {
    /// The guarded application.
    pub application: Upstream,
    /// Where the browser finds it, without a slash at the end.
    pub app: String,
    /// Where the browser finds Kratos and the account page.
    pub id: String,
    /// The proxy's address.
    pub front: String,
    /// The account page: how to end it, and its end.
    account: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
    _proxy: Companion,
}

/// What a browser sends that opens a page.
pub const BROWSER: [(&str, &str); 3] =
    [("cookie", "ory_kratos_session=abc"), ("accept", "text/html"), ("sec-fetch-mode", "navigate")];

/// What one sends that does not say so.
pub const OLD_BROWSER: [(&str, &str); 2] =
    [("cookie", "ory_kratos_session=abc"), ("accept", "text/html,application/xhtml+xml,*/*;q=0.8")];

/// What a script of a page sends.
pub const SCRIPT: [(&str, &str); 3] =
    [("cookie", "ory_kratos_session=abc"), ("accept", "*/*"), ("sec-fetch-mode", "cors")];

/// What a program sends.
pub const PROGRAM: [(&str, &str); 2] = [("x-session-token", "abc"), ("accept", "application/json")];

impl Site {
    /// With this Kratos, by the files as they are.
    pub async fn start(kind: Kind, kratos: &Url) -> Self {
        Self::asking(kind, kratos, "").await
    }

    /// With another question for the guard: what follows its path.
    pub async fn asking(kind: Kind, kratos: &Url, asked: &str) -> Self {
        Self::before(kind, kratos, asked, &[Answer::new(200, "the application")]).await
    }

    /// With an application that answers this. Should somebody else take the port first, it is tried
    /// again.
    pub async fn before(kind: Kind, kratos: &Url, asked: &str, answers: &[Answer]) -> Self {
        let mut complaint = String::new();
        for _ in 0..3 {
            let application = Upstream::start(answers.iter().cloned()).await;
            match Self::try_to_start(kind, kratos, asked, application).await {
                Ok(site) => return site,
                Err(said) => complaint = said,
            }
        }
        panic!("{} does not start: {complaint}", kind.name());
    }

    async fn try_to_start(kind: Kind, kratos: &Url, asked: &str, application: Upstream) -> Result<Self, String> {
        let (port, held) = free_port();
        let (app, id) = (format!("http://app.example.org:{port}"), format!("http://id.example.org:{port}"));
        let mut config = Config::new(kratos.clone(), format!("{id}/account").parse().unwrap());
        config.kratos_browser_url = Some(format!("{id}/kratos").parse().unwrap());
        config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
        let account = Account::new(&config).unwrap();
        let router = Router::new().nest(config.base_path(), account.router()).fallback_service(account.not_found());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let front = format!("127.0.0.1:{port}");
        let addresses = Addresses {
            front: front.clone(),
            kratos: kratos.authority().to_owned(),
            account: listener.local_addr().unwrap().to_string(),
            application: application.url.authority().to_owned(),
            asked: asked.to_owned(),
        };
        let (end, ended) = oneshot::channel();
        let account = tokio::spawn(kratos_account::serve(listener, router, async {
            // Told, or nobody is left to tell.
            let _ = ended.await;
        }));
        drop(held);
        let proxy = kind.start(&addresses).await?;
        Ok(Self { application, app, id, front, account: Some((end, account)), _proxy: proxy })
    }

    /// What there is at this address, for whoever sends these headers; nothing is followed.
    pub async fn open(&self, url: &str, headers: &[(&str, &str)]) -> Reply {
        self.send(Method::GET, url, headers, "").await
    }

    /// The same by another method, with a body.
    pub async fn send(&self, method: Method, url: &str, headers: &[(&str, &str)], body: &'static str) -> Reply {
        let url: Url = url.parse().unwrap();
        let headers = [&[("host", url.authority())], headers].concat();
        let front = Application::at(format!("http://{}", self.front).parse().unwrap());
        front.send(method, &url[Position::BeforePath..Position::AfterQuery], &headers, body).await
    }

    /// The account page goes down, and the guard with it.
    pub async fn end_account(&mut self) {
        let (end, ended) = self.account.take().unwrap();
        end.send(()).unwrap();
        ended.await.unwrap();
    }

    /// Nobody has reached the application so far.
    #[track_caller]
    pub fn nobody_came(&self) {
        assert_eq!(self.application.received().len(), 0, "{:?}", self.application.received());
    }
}
