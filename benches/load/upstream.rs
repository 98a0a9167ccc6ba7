//! A Kratos that thinks of nothing: recorded answers, ready as bytes.

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What an address begins with, and what was recorded of it; in the order that they are looked at. The flow of the
/// settings is one of 14 kB, and stands for what is not here.
const RECORDED: [(&str, &str); 5] = [
    ("/sessions/whoami", include_str!("../../tests/recorded/sessions/whoami.json")),
    ("/sessions", include_str!("../../tests/recorded/sessions/list.json")),
    ("/self-service/login/", include_str!("../../tests/recorded/login/fresh.json")),
    ("/self-service/registration/", include_str!("../../tests/recorded/registration/fresh.json")),
    ("", include_str!("../../tests/recorded/settings/fresh.json")),
];

/// A schema with the traits of those flows.
const SCHEMA: &str = r#"{"properties": {"traits": {"type": "object", "properties": {"email": {"type": "string"}}}}}"#;

/// What an address begins with, and the whole answer.
type Answers = Vec<(&'static str, Vec<u8>)>;

/// Serves until the process is ended.
pub fn run(listen: &str) {
    let answer = |body: &str| {
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json; charset=utf-8\r\nvary: Cookie\r\n\
                    cache-control: private, no-cache, no-store, must-revalidate\r\ndate: Mon, 23 Nov 2026 16:37:53 GMT";
        format!("{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len()).into_bytes()
    };
    let recorded = RECORDED.map(|(start, text)| {
        let mut recorded: Value = serde_json::from_str(text).unwrap();
        let body = &mut recorded["response"]["body"];
        if start == "/sessions/whoami" {
            body["expires_at"] = json!("2100-01-01T00:00:00Z");
        }
        (start, answer(&body.to_string()))
    });
    let answers: &'static Answers =
        Box::leak(Box::new([("/schemas/", answer(SCHEMA))].into_iter().chain(recorded).collect()));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = TcpListener::bind(listen).await.unwrap();
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            stream.set_nodelay(true).unwrap();
            tokio::spawn(serve(stream, answers));
        }
    });
}

/// Answers one request after the other, until the other side ends.
async fn serve(mut stream: TcpStream, answers: &Answers) {
    let mut buffer = Vec::with_capacity(8 * 1024);
    loop {
        buffer.clear();
        while !buffer.ends_with(b"\r\n\r\n") {
            match stream.read_buf(&mut buffer).await {
                Ok(0) | Err(_) => return,
                Ok(_) => {}
            }
        }
        let target = &buffer["GET ".len()..];
        let (_, answer) = answers.iter().find(|(start, _)| target.starts_with(start.as_bytes())).unwrap();
        if stream.write_all(answer).await.is_err() {
            return;
        }
    }
}
