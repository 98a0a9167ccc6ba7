//! A Kratos that thinks of nothing: the same recorded answers, ready as bytes.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The flow of 14 kB, as it was recorded.
const RECORDED: &str = include_str!("../../tests/recorded/settings/fresh.json");

/// A schema with the traits of that flow.
const SCHEMA: &str = r#"{"properties": {"traits": {"type": "object", "properties": {"email": {"type": "string"}}}}}"#;

/// Serves until the process is ended.
pub fn run(listen: &str) {
    let recorded: serde_json::Value = serde_json::from_str(RECORDED).unwrap();
    let answer = |body: &str| -> &'static [u8] {
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json; charset=utf-8\r\nvary: Cookie\r\n\
                    cache-control: private, no-cache, no-store, must-revalidate\r\ndate: Mon, 23 Nov 2026 16:37:53 GMT";
        format!("{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len()).into_bytes().leak()
    };
    let (flow, schema) = (answer(&recorded["response"]["body"].to_string()), answer(SCHEMA));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = TcpListener::bind(listen).await.unwrap();
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            stream.set_nodelay(true).unwrap();
            tokio::spawn(serve(stream, flow, schema));
        }
    });
}

/// Answers one request after the other, until the other side ends.
async fn serve(mut stream: TcpStream, flow: &[u8], schema: &[u8]) {
    let mut buffer = Vec::with_capacity(8 * 1024);
    loop {
        buffer.clear();
        while !buffer.ends_with(b"\r\n\r\n") {
            match stream.read_buf(&mut buffer).await {
                Ok(0) | Err(_) => return,
                Ok(_) => {}
            }
        }
        let answer = if buffer.starts_with(b"GET /schemas/") { schema } else { flow };
        if stream.write_all(answer).await.is_err() {
            return;
        }
    }
}
