//! The browsers: each connection asks again once the last answer has come.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A load.
pub struct Load<'a> {
    pub listen: &'a str,
    pub target: &'a str,
    pub connections: usize,
    pub time: Duration,
    /// How often is asked at most.
    pub most: Option<u64>,
}

/// What became of it.
pub struct Measured {
    pub answers: usize,
    /// Microseconds an answer, sorted.
    latencies: Vec<u32>,
    took: Duration,
}

impl Measured {
    pub fn rate(&self) -> f64 {
        self.answers as f64 / self.took.as_secs_f64()
    }

    pub fn percentile(&self, percent: usize) -> f64 {
        f64::from(self.latencies[(self.latencies.len() - 1) * percent / 100])
    }
}

impl Load<'_> {
    pub fn run(&self) -> Measured {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(self.browse())
    }

    async fn browse(&self) -> Measured {
        // As a browser asks.
        let request: Arc<[u8]> = format!(
            "GET {} HTTP/1.1\r\nHost: {}\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0\r\n\
             Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\nAccept-Language: en-US,en;q=0.5\r\n\
             Cookie: csrf_token_82b119fa58a0a1cb6faa9738c1d0dbbf04fcc89a657b7beb31fcde400ced48ab=HQeSmv5J0ZFJxywvfwYCaspmkEnfsesBDAjiRFU7XHI=; \
             ory_kratos_session=MTc5NTYwMDMyNnxGYlZvN0pIY1BZdGZ0VXZ3M2h1c0RmUkV4aGtWb0pPd3VqcGFtcG1KZ3c9fQ==\r\n\r\n",
            self.target, self.listen
        )
        .into_bytes()
        .into();
        let left = Arc::new(AtomicU64::new(self.most.unwrap_or(u64::MAX)));
        let mut streams = Vec::new();
        for _ in 0..self.connections {
            let stream = TcpStream::connect(self.listen).await.unwrap();
            stream.set_nodelay(true).unwrap();
            streams.push(stream);
        }
        let start = Instant::now();
        let end = start + self.time;
        let tasks: Vec<_> = streams
            .into_iter()
            .map(|stream| tokio::spawn(visit(stream, Arc::clone(&request), Arc::clone(&left), end)))
            .collect();
        let mut latencies = Vec::new();
        for task in tasks {
            latencies.extend(task.await.unwrap());
        }
        let took = start.elapsed();
        latencies.sort_unstable();
        Measured { answers: latencies.len(), latencies, took }
    }
}

async fn visit(mut stream: TcpStream, request: Arc<[u8]>, left: Arc<AtomicU64>, end: Instant) -> Vec<u32> {
    let mut latencies = Vec::new();
    let mut buffer = Vec::with_capacity(64 * 1024);
    while Instant::now() < end
        && left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok()
    {
        let asked = Instant::now();
        stream.write_all(&request).await.unwrap();
        answer(&mut stream, &mut buffer).await;
        latencies.push(u32::try_from(asked.elapsed().as_micros()).unwrap_or(u32::MAX));
    }
    latencies
}

/// Reads one answer, whose length is told, and whose status is 200.
async fn answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) {
    buffer.clear();
    let mut whole = usize::MAX;
    while buffer.len() < whole {
        assert_ne!(stream.read_buf(buffer).await.unwrap(), 0, "the connection ended");
        if whole == usize::MAX
            && let Some(head) = buffer.windows(4).position(|four| four == b"\r\n\r\n")
        {
            let text = std::str::from_utf8(&buffer[..head]).unwrap().to_ascii_lowercase();
            assert!(text.starts_with("http/1.1 200"), "{text}");
            let length = text.split("content-length: ").nth(1).expect("a length").lines().next().unwrap();
            whole = head + 4 + length.parse::<usize>().unwrap();
        }
    }
    assert_eq!(buffer.len(), whole);
}
