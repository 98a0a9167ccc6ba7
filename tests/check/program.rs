//! The program's own words and exit codes.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{ChildStderr, Command, Output, Stdio};

use crate::harness::tests;
use crate::scripted::Scripted;
use crate::support::tcp::closed_port;

async fn run(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kratos-account"));
    command.args(arguments).env_clear().envs(variables.iter().copied());
    tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

tests!(async it_ends_with_0_if_all_fits_and_1_if_not, what_does_not_fit_is_logged_when_it_serves);

async fn it_ends_with_0_if_all_fits_and_1_if_not() {
    let kratos = Scripted {
        base_url: "http://id.invalid/kratos/",
        pages: "http://id.invalid",
        allowed: vec!["http://id.invalid/app"],
        cookie: "; Path=/",
        ..Scripted::default()
    };
    let url = kratos.serve_below("").await;
    let right = [
        ("KRATOS_PUBLIC_URL", url.as_str()),
        ("KRATOS_BROWSER_URL", "http://id.invalid/kratos"),
        ("PUBLIC_URL", "http://id.invalid"),
    ];
    let output = run(&["check", "http://id.invalid/app"], &right).await;
    let said = String::from_utf8(output.stdout).unwrap().replace(url.as_str(), "http://kratos/");
    assert_eq!(output.status.code(), Some(0), "{said}");
    insta::assert_snapshot!(said, @r"
    fits   Kratos' public API answers at http://kratos/
    fits   Browsers reach Kratos at http://id.invalid/kratos, as it says itself
    fits   The clocks of Kratos' machine and this one agree
    fits   Kratos' cookies reach this application
    fits   Kratos leads browsers here: login, registration, recovery, verification, error
    unsure Kratos does not tell where its settings page is before somebody is signed in
           Look that it is selfservice.flows.settings.ui_url: http://id.invalid/settings
    unsure http://id.invalid/kratos cannot be asked from here
           That does not matter if browsers can: else look at KRATOS_BROWSER_URL
    unsure http://id.invalid/ cannot be asked from here
           That does not matter if browsers can: else look at PUBLIC_URL
    fits   People come back to http://id.invalid/app after they signed in
    ");
    let (closed, _held) = closed_port();
    let output = run(&["check"], &[("KRATOS_PUBLIC_URL", closed.as_str())]).await;
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap().replace(closed.as_str(), "http://kratos/");
    insta::assert_snapshot!(said, @r"
    wrong  Nobody listens at http://kratos/
           Start Kratos, or set KRATOS_PUBLIC_URL to its serve.public.host and port; in a container, localhost is the container
    ");
    assert_eq!(run(&["check"], &[]).await.status.code(), Some(2), "settings that cannot be used");
}

/// The next line of a log with this message.
fn line(log: &mut BufReader<ChildStderr>, message: &str) -> serde_json::Value {
    loop {
        let mut line = String::new();
        assert_ne!(log.read_line(&mut line).unwrap(), 0, "it says: {message}");
        let line: serde_json::Value = serde_json::from_str(&line).unwrap();
        if line["message"].as_str().unwrap().contains(message) {
            return line;
        }
    }
}

async fn what_does_not_fit_is_logged_when_it_serves() {
    let kratos = Scripted::default().serve_below("").await;
    let mut command = Command::new(env!("CARGO_BIN_EXE_kratos-account"));
    command.arg("serve").env_clear().env("LISTEN", "127.0.0.1:0").env("LOG_FORMAT", "json");
    command.env("KRATOS_PUBLIC_URL", kratos.join("/ory").unwrap().as_str());
    let mut serving = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut log = BufReader::new(serving.stderr.take().unwrap());
    let told = tokio::task::spawn_blocking(move || {
        let address = line(&mut log, "serving")["listening"].as_str().unwrap().to_owned();
        let misfit = line(&mut log, "without that path it does");
        // Who comes is not sent round in circles, and the log says why.
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(b"GET /settings HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        (misfit, answer, line(&mut log, "request"))
    });
    let told = told.await;
    serving.kill().unwrap();
    serving.wait().unwrap();
    let (misfit, answer, request) = told.unwrap();
    assert!(misfit["remedy"].as_str().unwrap().starts_with("Set KRATOS_PUBLIC_URL=http://127.0.0.1:"), "{misfit}");
    assert!(answer.starts_with("HTTP/1.1 502 "), "{answer}");
    assert!(request["hint"].as_str().unwrap().contains("`kratos-account check`"), "{request}");
}
