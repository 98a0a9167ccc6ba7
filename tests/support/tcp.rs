//! An upstream below HTTP: it says exactly the bytes it is told, and tells what it sees of its
//! connections. For what an HTTP server would not do.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::mpsc;
use url::Url;

/// What is done when a request has been read.
#[derive(Clone, Debug)]
pub enum Act {
    /// Say this, and wait for another request on the same connection.
    Say(Vec<u8>),
    /// Say this, and close the connection.
    Leave(Vec<u8>),
    /// Say this, and no more, until the other side closes the connection.
    Stall(Vec<u8>),
}

/// What is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// A new connection.
    Opened,
    /// A request's head.
    Request(String),
    /// The other side has closed its connection.
    Closed,
}

/// See the module.
pub struct Tcp {
    pub url: Url,
    seen: mpsc::UnboundedReceiver<Seen>,
}

impl Tcp {
    /// Does these in turn, one for each request on whatever connection, the last one for ever.
    pub async fn start(acts: impl IntoIterator<Item = Act>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
        let acts = Arc::new(Mutex::new(acts.into_iter().collect::<VecDeque<_>>()));
        let (tell, seen) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, Arc::clone(&acts), tell.clone()));
            }
        });
        Self { url, seen }
    }

    /// The next thing seen.
    pub async fn next(&mut self) -> Seen {
        self.seen.recv().await.unwrap()
    }

    /// All that was seen up to now and not asked for.
    pub fn so_far(&mut self) -> Vec<Seen> {
        std::iter::from_fn(|| self.seen.try_recv().ok()).collect()
    }
}

async fn converse(stream: TcpStream, acts: Arc<Mutex<VecDeque<Act>>>, tell: mpsc::UnboundedSender<Seen>) {
    // Nobody listens any more once the test is over.
    let tell = |seen| drop(tell.send(seen));
    tell(Seen::Opened);
    let mut read = Vec::new();
    loop {
        while !read.ends_with(b"\r\n\r\n") {
            if !more(&stream, &mut read).await {
                return tell(Seen::Closed);
            }
        }
        tell(Seen::Request(String::from_utf8(std::mem::take(&mut read)).unwrap()));
        let act = {
            let mut acts = acts.lock().unwrap();
            if acts.len() > 1 { acts.pop_front().unwrap() } else { acts[0].clone() }
        };
        match act {
            Act::Say(bytes) => say(&stream, &bytes).await,
            Act::Leave(bytes) => return say(&stream, &bytes).await,
            Act::Stall(bytes) => {
                say(&stream, &bytes).await;
                while more(&stream, &mut read).await {}
                return tell(Seen::Closed);
            }
        }
    }
}

/// Reads some bytes, and tells whether there were any.
async fn more(stream: &TcpStream, read: &mut Vec<u8>) -> bool {
    loop {
        if stream.readable().await.is_err() {
            return false;
        }
        let mut bytes = [0; 4096];
        match stream.try_read(&mut bytes) {
            Ok(length) => {
                read.extend_from_slice(&bytes[..length]);
                return length > 0;
            }
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(_) => return false,
        }
    }
}

/// Writes all of it, as far as the other side still takes it.
async fn say(stream: &TcpStream, mut bytes: &[u8]) {
    while !bytes.is_empty() && stream.writable().await.is_ok() {
        match stream.try_write(bytes) {
            Ok(length) => bytes = &bytes[length..],
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(_) => return,
        }
    }
}

/// An address where nobody listens. It is so for as long as the second value lives: the port is
/// taken, so that no other test gets it.
pub fn closed_port() -> (Url, impl Sized) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    (format!("http://{}", socket.local_addr().unwrap()).parse().unwrap(), socket)
}

/// An address where somebody listens but takes no connection: its queue is full. It is so for as
/// long as the second value lives.
pub async fn full_port() -> (Url, impl Sized) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut queue = Vec::new();
    let full = std::time::Duration::from_millis(50);
    while let Ok(connection) = tokio::time::timeout(full, TcpStream::connect(address)).await {
        queue.push(connection.unwrap());
        assert!(queue.len() < 100, "the queue has no end");
    }
    (format!("http://{address}").parse().unwrap(), (listener, queue))
}
