//! Kratos restarts while people are at it.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::http::Method;
use kratos_stand_in::{Config, PLAIN_SCHEMA, StandIn};
use serde_json::json;
use tokio::net::TcpSocket;
use tokio::runtime::Runtime;
use tokio::sync::mpsc;

use crate::FLOW;
use crate::program::Program;
use crate::support::form::{Form, encode};
use crate::support::tcp::{Act, Seen, Tcp};
use crate::support::{Application, Reply, config};

/// How many people there are.
const CROWD: usize = 24;

const PASSWORD: &str = "Note-G-1843";

/// A Kratos that forgets nothing when it restarts: its connections end, and for a while nobody listens.
struct Kratos {
    state: StandIn,
    address: SocketAddr,
    /// Keeps the port for it.
    _reserved: TcpSocket,
    /// What serves it, while it runs.
    runs: Option<Runtime>,
}

fn socket(address: SocketAddr) -> TcpSocket {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_reuseaddr(true).unwrap();
    socket.set_reuseport(true).unwrap();
    socket.bind(address).unwrap();
    socket
}

impl Kratos {
    fn start() -> Self {
        let reserved = socket("127.0.0.1:0".parse().unwrap());
        let address = reserved.local_addr().unwrap();
        let url = format!("http://localhost:{}", address.port());
        let config = Config { schema: PLAIN_SCHEMA.to_owned(), ..Config::default() };
        let state = StandIn::embedded(config, &url, "http://localhost:1").unwrap();
        let mut kratos = Self { state, address, _reserved: reserved, runs: None };
        kratos.run();
        kratos
    }

    fn run(&mut self) {
        let runtime = Runtime::new().unwrap();
        let (address, router) = (self.address, self.state.router());
        let entered = runtime.enter();
        let listener = socket(address).listen(1024).unwrap();
        drop(entered);
        runtime.spawn(async move { axum::serve(listener, router).await });
        self.runs = Some(runtime);
    }

    /// Ends it in the middle of what it does, whatever that is.
    fn kill(&mut self) {
        if let Some(runtime) = self.runs.take() {
            // Not from within another.
            std::thread::spawn(|| runtime.shutdown_timeout(Duration::from_secs(60))).join().unwrap();
        }
    }
}

impl Drop for Kratos {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Somebody with an account and a browser that keeps cookies.
#[derive(Clone)]
struct Somebody {
    number: usize,
    application: Arc<Application>,
    cookies: BTreeMap<String, String>,
    /// Names that were saved, or may have been since.
    names: Vec<String>,
    saved: usize,
}

impl Somebody {
    fn email(number: usize) -> String {
        format!("person-{number}-of-many@example.org")
    }

    async fn send(&mut self, method: Method, target: &str, body: String) -> Reply {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies = cookies.join("; ");
        let headers = [("cookie", &*cookies), ("sec-fetch-site", "same-origin")];
        let form = [("content-type", "application/x-www-form-urlencoded")];
        let headers = if body.is_empty() { headers.to_vec() } else { [&headers[..], &form[..]].concat() };
        let reply = self.application.send(method, target, &headers, body).await;
        for cookie in reply.cookies() {
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        reply
    }

    /// Signs in by the page.
    async fn sign_in(&mut self) {
        let begun = self.send(Method::GET, "/login", String::new()).await;
        let page = self.send(Method::GET, &target(begun.location()), String::new()).await;
        let form = Form::with_button(&page.page(200), "method", "password");
        let form = form.fill("identifier", &Self::email(self.number)).fill("password", PASSWORD);
        let sent = encode(&form.press("method", "password"));
        let reply = self.send(Method::POST, &target(&form.action), sent).await;
        assert!(self.cookies.keys().any(|name| name.contains("session")), "{reply:?}");
    }

    /// Opens the settings, and gives the form of the profile. Without a form, the page says what is wrong.
    async fn settings(&mut self) -> Option<Form> {
        let begun = self.send(Method::GET, "/settings", String::new()).await;
        if begun.status != 303 {
            Self::assert_wrong(&begun);
            return None;
        }
        assert!(begun.location().contains("/settings?flow="), "nobody is signed out: {}", begun.location());
        let reply = self.send(Method::GET, &target(begun.location()), String::new()).await;
        if reply.status != 200 {
            Self::assert_wrong(&reply);
            return None;
        }
        for number in 0..CROWD {
            let is_there = reply.body.contains(&Self::email(number));
            assert_eq!(is_there, number == self.number, "{number} at {}: {}", self.number, reply.body);
        }
        Some(Form::with_button(&reply.page(200), "method", "profile"))
    }

    /// Changes the name.
    async fn save(&mut self) {
        let Some(form) = self.settings().await else { return };
        self.saved += 1;
        let name = format!("Name-{}-{}", self.number, self.saved);
        let form = form.fill("traits.name.first", &name);
        let reply = self.send(Method::POST, &target(&form.action), encode(&form.press("method", "profile"))).await;
        if reply.status == 303 {
            assert!(reply.location().contains("/settings?flow="), "{}", reply.location());
            self.names = vec![name];
        } else {
            Self::assert_wrong(&reply);
            self.names.push(name);
        }
    }

    /// That the page is about nobody, and says that it is Kratos.
    #[track_caller]
    fn assert_wrong(reply: &Reply) {
        assert!(matches!(reply.status, 502..=504), "{} {}", reply.status, reply.body);
        assert!(reply.body.contains("<h1") && !reply.body.contains("of-many@example.org"), "{}", reply.body);
    }

    /// That all is as it should be.
    async fn assert_right(&mut self) {
        let form = self.settings().await.unwrap();
        let name = form.value("traits.name.first").unwrap();
        assert!(self.names.iter().any(|known| known == name), "{name} is none of {:?}", self.names);
    }
}

/// Said by a Kratos that has closed the connection as it restarted, just as the next question came.
#[tokio::test]
async fn a_question_that_a_kept_connection_brought_no_answer_to_is_asked_once_more() {
    let session = json!({
        "id": "21317e50-4105-4ca5-aaea-1a964d0c477b", "active": true, "authenticator_assurance_level": "aal1",
        "identity": {"id": "2ba28269-d01f-43e1-8044-cd0efe1b3285", "traits": {}},
    });
    let flow =
        json!({"id": FLOW, "ui": {"action": "http://kratos/self-service/settings", "method": "POST", "nodes": []}});
    for (target, answer, status) in [("/authorize", session, 200), ("/settings", flow, 303)] {
        let answer = answer.to_string();
        let head = format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}", answer.len());
        let answer = || Act::Say(format!("{head}\r\n\r\n{answer}").into_bytes());
        let mut kratos = Tcp::start([answer(), Act::Leave(Vec::new()), answer()]).await;
        let application = Application::with(config(kratos.url.clone())).await;
        for _ in 0..2 {
            let reply = application.get(target, &[("cookie", "a=b")]).await;
            assert_eq!(reply.status, status, "{target}: {}", reply.body);
        }
        let asked = kratos.so_far().into_iter().filter(|seen| matches!(seen, Seen::Request(_))).count();
        assert_eq!(asked, 3, "{target}");
    }
}

/// Path and query of an address.
fn target(address: &str) -> String {
    let base = url::Url::parse("http://localhost").unwrap();
    base.join(address).unwrap()[url::Position::BeforePath..].to_owned()
}

/// All of them, each doing this at once.
async fn all<F: Future<Output = Somebody> + Send + 'static>(
    people: Vec<Somebody>,
    act: impl Fn(Somebody) -> F,
) -> Vec<Somebody> {
    let tasks: Vec<_> = people.into_iter().map(|somebody| tokio::spawn(act(somebody))).collect();
    let mut people = Vec::new();
    for task in tasks {
        people.push(task.await.unwrap());
    }
    people
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_kratos_restarts_each_gets_their_own_page_or_is_told_and_afterwards_all_is_right() {
    let mut kratos = Kratos::start();
    let url = kratos.state.public_url().to_owned();
    let program = Program::serve(&[("KRATOS_PUBLIC_URL", &url), ("KRATOS_TIMEOUT", "60")]);
    let application = Arc::new(Application::at(format!("http://{}", program.address).parse().unwrap()));
    let mut people = Vec::new();
    for number in 0..CROWD {
        let traits = json!({"email": Somebody::email(number), "name": {"first": "Ada", "last": "Lovelace"}});
        kratos.state.create_identity(&traits, PASSWORD).unwrap();
        let application = Arc::clone(&application);
        let names = vec!["Ada".to_owned()];
        people.push(Somebody { number, application, cookies: BTreeMap::new(), names, saved: 0 });
    }
    people = all(people, async |mut somebody| {
        somebody.sign_in().await;
        somebody.assert_right().await;
        somebody
    })
    .await;
    let (files, resident) = (program.open_files(), program.resident());

    // Between two visits: each connection that was kept is closed, and nobody notices.
    for _ in 0..3 {
        kratos.kill();
        kratos.run();
        people = all(people, async |mut somebody| {
            somebody.assert_right().await;
            somebody
        })
        .await;
    }

    // In the middle of all.
    let over = Arc::new(AtomicBool::new(false));
    let (turn, mut turns) = mpsc::unbounded_channel();
    let everybody = {
        let over = Arc::clone(&over);
        tokio::spawn(all(people, move |mut somebody| {
            let (over, turn) = (Arc::clone(&over), turn.clone());
            async move {
                for visit in 0.. {
                    if visit % 3 == somebody.number % 3 {
                        somebody.save().await;
                    } else {
                        somebody.settings().await;
                    }
                    turn.send(()).unwrap();
                    if over.load(Ordering::Relaxed) {
                        break;
                    }
                }
                somebody
            }
        }))
    };
    for _ in 0..3 {
        for running in [true, false] {
            for _ in 0..CROWD {
                turns.recv().await.unwrap();
            }
            if running { kratos.kill() } else { kratos.run() }
        }
    }
    over.store(true, Ordering::Relaxed);
    let people = everybody.await.unwrap();
    let people = all(people, async |mut somebody| {
        somebody.assert_right().await;
        somebody
    })
    .await;
    assert!(people.iter().map(|somebody| somebody.saved).sum::<usize>() > CROWD / 2);
    let (files_now, resident_now) = (program.open_files(), program.resident());
    assert!(files_now <= files + CROWD, "{files} open files became {files_now}");
    assert!(resident_now <= resident + 64, "{resident} MiB became {resident_now}");
}
