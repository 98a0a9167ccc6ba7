//! The program: its settings, its exit codes, its end.

#![allow(
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod readme;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Output, Stdio};

/// The program with these words, in an environment of its own.
fn program(args: &[&str], variables: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kratos-account"));
    command.args(args).env_clear().envs(variables.iter().copied()).stdin(Stdio::null());
    command
}

fn run(args: &[&str], variables: &[(&str, &str)]) -> Output {
    program(args, variables).output().unwrap()
}

fn complaint(output: &Output) -> &str {
    let text = std::str::from_utf8(&output.stderr).unwrap();
    assert_eq!(text.lines().count(), 1, "one clear line: {text}");
    text.trim()
}

#[test]
fn bad_settings_end_the_start_with_one_clear_line_and_exit_code_2() {
    let kratos = ("KRATOS_PUBLIC_URL", "http://127.0.0.1:1");
    for (args, variables, expected) in [
        (
            vec!["serve"],
            vec![],
            "kratos-account: the following required arguments were not provided: --kratos-public-url <KRATOS_PUBLIC_URL>",
        ),
        (
            vec!["serve"],
            vec![("KRATOS_PUBLIC_URL", "kratos:4433")],
            "kratos-account: invalid value 'kratos:4433' for '--kratos-public-url <KRATOS_PUBLIC_URL>': the scheme is \
             kratos, but must be http or https",
        ),
        (
            vec!["serve", "--public-url", "ftp://x"],
            vec![kratos],
            "kratos-account: invalid value 'ftp://x' for '--public-url <PUBLIC_URL>': the scheme is ftp, but must be http or https",
        ),
        (
            vec!["serve", "--listen", "somewhere"],
            vec![kratos],
            "kratos-account: invalid value 'somewhere' for '--listen <LISTEN>': invalid socket address syntax",
        ),
        (
            vec!["serve", "--log-format", "xml"],
            vec![kratos],
            "kratos-account: invalid value 'xml' for '--log-format <LOG_FORMAT>' [possible values: text, json]",
        ),
        (vec!["serve", "--nonsense"], vec![kratos], "kratos-account: unexpected argument '--nonsense' found"),
        (vec!["nonsense"], vec![], "kratos-account: unrecognized subcommand 'nonsense'"),
    ] {
        let output = run(&args, &variables);
        assert_eq!(complaint(&output), expected);
        assert_eq!(output.status.code(), Some(2), "{expected}");
    }
}

#[test]
fn a_file_that_cannot_be_used_ends_the_start_with_its_name_line_and_reason() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let words = write("fr.ftl", "settings-title = Mon compte\nbroken = { $x\n\nnext = x\n");
    let picture = write("logo.bmp", "");
    let folder = folder.path().to_str().unwrap();
    for (setting, value, expected) in [
        ("LOCALES", folder, format!("kratos-account: {words}, line 2: ")),
        ("LOCALES", "/nowhere", "kratos-account: /nowhere: No such file".to_owned()),
        ("BRAND_LOGO", &picture, format!("kratos-account: {picture}: a logo is an svg, png, webp or jpg file")),
        ("BRAND_STYLESHEET", "/nowhere.css", "kratos-account: /nowhere.css: No such file".to_owned()),
    ] {
        let output = run(&["serve", "--log", "off"], &[("KRATOS_PUBLIC_URL", "http://127.0.0.1:1"), (setting, value)]);
        let complaint = complaint(&output);
        assert!(complaint.starts_with(&expected), "{complaint}");
        assert_eq!(output.status.code(), Some(2), "{complaint}");
    }
}

#[test]
fn a_taken_port_ends_the_start_with_exit_code_1() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = run(&["serve", "--log", "off"], &[("KRATOS_PUBLIC_URL", "http://127.0.0.1:1"), ("LISTEN", &address)]);
    let complaint = complaint(&output);
    assert!(
        complaint.starts_with(&format!("kratos-account: cannot listen on {address}: Address already in use")),
        "{complaint}"
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_settings_explain_themselves() {
    let output = run(&["serve", "--help"], &[("KRATOS_PUBLIC_URL", "http://secret.internal")]);
    assert!(output.status.success());
    insta::assert_snapshot!(String::from_utf8(output.stdout).unwrap());
    assert!(run(&["--version"], &[]).status.success());
}

/// The program while it serves; it ends with the test.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts serving on a free port; its log follows.
fn serve(variables: &[(&str, &str)]) -> (Serving, String, BufReader<std::process::ChildStderr>) {
    let mut all = vec![("KRATOS_PUBLIC_URL", "http://127.0.0.1:1"), ("LISTEN", "127.0.0.1:0"), ("LOG_FORMAT", "json")];
    all.extend(variables);
    let mut child = Serving(program(&["serve"], &all).stderr(Stdio::piped()).spawn().unwrap());
    let mut log = BufReader::new(child.0.stderr.take().unwrap());
    loop {
        let mut line = String::new();
        assert_ne!(log.read_line(&mut line).unwrap(), 0, "it serves");
        let line: serde_json::Value = serde_json::from_str(&line).unwrap();
        if line["message"] == "serving" {
            return (child, line["listening"].as_str().unwrap().to_owned(), log);
        }
    }
}

fn ask(address: &str, target: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn it_serves_without_kratos_and_ends_gracefully_when_asked() {
    for signal in ["TERM", "INT"] {
        // An empty variable counts as unset.
        let (mut child, address, mut log) = serve(&[("PUBLIC_URL", ""), ("KRATOS_BROWSER_URL", "")]);
        assert!(ask(&address, "/health/alive").starts_with("HTTP/1.1 200 "));
        assert!(ask(&address, "/health/ready").starts_with("HTTP/1.1 503 "));
        assert!(ask(&address, "/settings").starts_with("HTTP/1.1 502 "));
        // Neither a silent connection nor half a request holds up the end.
        let _silent = TcpStream::connect(&address).unwrap();
        let killed = Command::new("kill").args([&format!("-{signal}"), &child.0.id().to_string()]).status().unwrap();
        assert!(killed.success());
        assert!(child.0.wait().unwrap().success(), "SIG{signal}");
        let mut rest = String::new();
        log.read_to_string(&mut rest).unwrap();
        assert!(rest.lines().last().unwrap().contains("\"ending\""), "{rest}");
    }
}

#[test]
fn everything_is_below_the_base_path() {
    let (_child, address, _log) = serve(&[("PUBLIC_URL", "https://id.example.org/account/")]);
    assert!(ask(&address, "/account/health/alive").starts_with("HTTP/1.1 200 "));
    let page = ask(&address, "/account/nothing");
    assert!(page.starts_with("HTTP/1.1 404 "));
    assert!(page.contains(r#"href="/account/static/style."#));
    assert!(page.contains(r#"href="https://id.example.org/account/settings""#));
}

#[test]
fn sibling_hosts_are_warned_of() {
    let mut command = program(
        &["serve"],
        &[
            ("KRATOS_PUBLIC_URL", "http://127.0.0.1:1"),
            ("LISTEN", "127.0.0.1:0"),
            ("PUBLIC_URL", "https://account.example.org"),
            ("KRATOS_BROWSER_URL", "https://kratos.example.org"),
        ],
    );
    let mut child = Serving(command.stderr(Stdio::piped()).spawn().unwrap());
    let mut first = String::new();
    BufReader::new(child.0.stderr.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.contains("WARN") && first.contains("continuity cookie"), "{first}");
}
