//! The program is told to end while people are at it: none is cut.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::Router;
use tokio::sync::{Semaphore, mpsc};
use url::Url;

use crate::FLOW;
use crate::program::Program;
use crate::support::{Answer, listen};

/// How many people there are.
const CROWD: usize = 48;

/// A Kratos that answers each with the same page, but only once it is let.
struct Gate {
    url: Url,
    /// Says each request that has come in.
    asked: mpsc::UnboundedReceiver<()>,
    open: Arc<Semaphore>,
}

impl Gate {
    async fn start() -> Self {
        let (tell, asked) = mpsc::unbounded_channel();
        let open = Arc::new(Semaphore::new(0));
        let wait = Arc::clone(&open);
        let answer = Answer::recorded("settings/fresh");
        let router = Router::new().route(
            "/self-service/settings/flows",
            axum::routing::get(move || {
                let (tell, wait, answer) = (tell.clone(), Arc::clone(&wait), answer.clone());
                async move {
                    tell.send(()).unwrap();
                    wait.acquire().await.unwrap().forget();
                    answer
                }
            }),
        );
        Self { url: listen(router).await, asked, open }
    }
}

/// What is asked for.
fn request() -> String {
    format!("GET /settings?flow={FLOW} HTTP/1.1\r\nhost: x\r\ncookie: a=b\r\n\r\n")
}

/// Somebody with a connection.
struct Person(TcpStream);

impl Person {
    fn come(address: &str) -> std::io::Result<Self> {
        TcpStream::connect(address).map(Self)
    }

    fn ask(&mut self) -> std::io::Result<()> {
        self.0.write_all(request().as_bytes())
    }

    /// The answer, which must be whole: its head and body.
    fn answer(&mut self) -> (String, String) {
        let mut read = Vec::new();
        loop {
            let text = String::from_utf8_lossy(&read).into_owned();
            if let Some((head, body)) = text.split_once("\r\n\r\n") {
                let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
                if body.len() >= length.parse().unwrap() {
                    assert_eq!(body.len(), length.parse::<usize>().unwrap());
                    return (head.to_owned(), body.to_owned());
                }
            }
            let mut bytes = [0; 16 * 1024];
            let number = self.0.read(&mut bytes).unwrap_or(0);
            assert!(number > 0, "cut after {} bytes: {text}", read.len());
            read.extend_from_slice(&bytes[..number]);
        }
    }

    /// Asserts that it is the page, and that the connection closes as it says.
    fn assert_page(&mut self) {
        let (head, body) = self.answer();
        assert!(head.starts_with("HTTP/1.1 200 ") && body.trim_end().ends_with("</html>"), "{head}\n{body}");
        assert!(head.contains("\r\nconnection: close"), "{head}");
        assert_eq!(self.0.read(&mut [0]).unwrap_or(0), 0, "it is closed");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_under_way_at_the_end_gets_the_whole_page_and_nobody_new_is_let_in() {
    let mut gate = Gate::start().await;
    let mut program = Program::serve(&[("KRATOS_PUBLIC_URL", gate.url.as_str())]);
    let address = program.address.clone();
    let mut people: Vec<Person> = (0..CROWD).map(|_| Person::come(&address).unwrap()).collect();
    for person in &mut people {
        person.ask().unwrap();
    }
    for _ in 0..CROWD {
        gate.asked.recv().await.unwrap();
    }
    let mut silent = Person::come(&address).unwrap();
    program.terminate();
    program.wait_for("ending");
    // The port is closed once nobody is left who had come before.
    while let Ok(mut late) = Person::come(&address) {
        // Who comes in between is answered, or told so.
        drop(late.0.read(&mut [0]));
    }
    gate.open.add_permits(CROWD);
    for person in &mut people {
        person.assert_page();
    }
    assert_eq!(silent.0.read(&mut [0]).unwrap(), 0);
    assert!(program.ended().success());
}

/// People who ask again and again, each on a connection that is kept, until they are told that it closes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_asks_again_on_a_kept_connection_is_answered_and_told_that_it_closes() {
    let gate = Gate::start().await;
    gate.open.add_permits(Semaphore::MAX_PERMITS / 2);
    let mut program = Program::serve(&[("KRATOS_PUBLIC_URL", gate.url.as_str())]);
    let (tell, mut answered) = mpsc::unbounded_channel();
    let people: Vec<_> = (0..8)
        .map(|_| {
            let (address, tell) = (program.address.clone(), tell.clone());
            std::thread::spawn(move || {
                let mut person = Person::come(&address).unwrap();
                loop {
                    person.ask().unwrap();
                    let (head, _) = person.answer();
                    let _ = tell.send(());
                    if head.contains("\r\nconnection: close") {
                        return;
                    }
                }
            })
        })
        .collect();
    for _ in 0..100 {
        answered.recv().await.unwrap();
    }
    program.terminate();
    for person in people {
        person.join().unwrap();
    }
    assert!(program.ended().success());
}

/// systemd keeps the socket: a second one takes over, and nobody finds it closed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_takes_over_a_socket_that_is_handed_over_and_nobody_is_turned_away() {
    let gate = Gate::start().await;
    gate.open.add_permits(Semaphore::MAX_PERMITS / 2);
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = socket.local_addr().unwrap().to_string();
    let settings = [("KRATOS_PUBLIC_URL", gate.url.as_str())];
    let mut program = Program::serve_on(&socket, &settings);
    let over = Arc::new(AtomicBool::new(false));
    let (tell, mut answered) = mpsc::unbounded_channel();
    let people: Vec<_> = (0..4)
        .map(|_| {
            let (address, over, tell) = (address.clone(), Arc::clone(&over), tell.clone());
            std::thread::spawn(move || {
                while !over.load(Ordering::Relaxed) {
                    let mut person = Person::come(&address).unwrap();
                    person.ask().unwrap();
                    let (head, body) = person.answer();
                    assert!(head.starts_with("HTTP/1.1 200 ") && body.trim_end().ends_with("</html>"), "{head}");
                    let _ = tell.send(());
                }
            })
        })
        .collect();
    for _ in 0..3 {
        for _ in 0..20 {
            answered.recv().await.unwrap();
        }
        let next = Program::serve_on(&socket, &settings);
        let mut last = std::mem::replace(&mut program, next);
        last.terminate();
        assert!(last.ended().success());
    }
    while answered.try_recv().is_ok() {}
    answered.recv().await.unwrap();
    over.store(true, Ordering::Relaxed);
    for person in people {
        person.join().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn beyond_its_time_the_end_waits_for_nobody() {
    let mut gate = Gate::start().await;
    let settings = [("KRATOS_PUBLIC_URL", gate.url.as_str()), ("SHUTDOWN_TIMEOUT", "0.1")];
    let mut program = Program::serve(&settings);
    let mut person = Person::come(&program.address).unwrap();
    person.ask().unwrap();
    gate.asked.recv().await.unwrap();
    program.terminate();
    assert!(program.ended().success());
    let cut = person.0.read(&mut [0]);
    assert!(matches!(&cut, Ok(0)) || cut.is_err_and(|error| error.kind() == ErrorKind::ConnectionReset));
}
