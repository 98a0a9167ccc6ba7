//! The program: its settings, its exit codes, its end.

#![allow(
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

#[path = "../support/mod.rs"]
mod support;

mod readme;
mod traces;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::fd::OwnedFd;
use std::os::unix::net::{UnixListener, UnixStream};
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
        (vec!["serve"], vec![], "kratos-account: KRATOS_PUBLIC_URL: it must be set"),
        (
            vec!["serve"],
            vec![("KRATOS_PUBLIC_URL", "kratos:4433")],
            "kratos-account: KRATOS_PUBLIC_URL: the scheme is kratos, but must be http or https",
        ),
        (
            vec!["serve", "--public-url", "ftp://x"],
            vec![kratos],
            "kratos-account: PUBLIC_URL: the scheme is ftp, but must be http or https",
        ),
        (
            vec!["serve", "--listen", "somewhere"],
            vec![kratos],
            "kratos-account: LISTEN: write it as ADDRESS:PORT (127.0.0.1:4455, [::]:4455), unix:PATH or systemd",
        ),
        (vec!["serve", "--log-format", "xml"], vec![kratos], "kratos-account: LOG_FORMAT: write text or json"),
        (
            vec!["check", "nowhere"],
            vec![kratos],
            "kratos-account: invalid value 'nowhere' for '[APPLICATION]...': relative URL without a base",
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

/// A file of this text, in a folder of its own.
fn file(text: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings");
    std::fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

#[test]
fn settings_come_from_flags_then_the_environment_then_a_file() {
    let (_one, all) = file(
        "kratos_public_url = 'http://127.0.0.1:1'\npublic_url = 'https://id.example.org/of-file'\n\
         pages = ['settings', 'error']\nkratos_timeout = 2.5\nproxy_kratos = false\n",
    );
    let (_two, alone) = file("https://id.example.org/of-its-own-file\n");
    let of_file = ("CONFIG", all.as_str());
    let of_environment = ("PUBLIC_URL", "https://id.example.org/of-environment");
    for (args, variables, expected) in [
        (vec![], vec![of_file], "of-file"),
        // What is empty is unset.
        (vec![], vec![of_file, ("PUBLIC_URL", "")], "of-file"),
        (vec![], vec![of_file, ("PUBLIC_URL_FILE", &alone)], "of-its-own-file"),
        (vec![], vec![of_file, ("PUBLIC_URL_FILE", &alone), of_environment], "of-environment"),
        (vec!["--public-url=https://id.example.org/of-flag"], vec![of_file, of_environment], "of-flag"),
    ] {
        let (_child, address, _log) = serve_with(&args, &variables);
        let page = ask(&address, &format!("/{expected}/nothing"));
        assert!(page.contains(&format!("https://id.example.org/{expected}/settings")), "{expected}: {page}");
        // And no page is served that the file leaves out.
        assert!(ask(&address, &format!("/{expected}/login")).starts_with("HTTP/1.1 404 "));
    }
}

#[test]
fn a_file_of_settings_that_cannot_be_used_is_told_without_what_it_says() {
    for (text, expected) in [
        (
            "kratos_public_url = 'http://x'\nkratos_pubic_url = 'http://secret'\n",
            ": there is no setting kratos_pubic_url",
        ),
        ("kratos_public_url = 'http://secret\n", ", line 1: "),
        ("[kratos]\npublic_url = 'http://secret'\n", ": there is no setting kratos"),
        ("public_url = { secret = 1 }", ": public_url must be a text, a number, true, false, or a list of texts"),
        ("trusted_proxies = [1]", ": trusted_proxies must be a text, a number, true, false, or a list of texts"),
    ] {
        let (_folder, path) = file(text);
        let output = run(&["serve"], &[("CONFIG", &path)]);
        let complaint = complaint(&output);
        assert!(complaint.starts_with(&format!("kratos-account: {path}{expected}")), "{complaint}");
        assert!(!complaint.contains("secret"), "{complaint}");
        assert_eq!(output.status.code(), Some(2));
    }
    let output = run(&["serve"], &[("CONFIG", "/nowhere.toml")]);
    assert!(complaint(&output).starts_with("kratos-account: /nowhere.toml: No such file"));
    let output = run(&["serve"], &[("KRATOS_PUBLIC_URL_FILE", "/nowhere")]);
    assert!(complaint(&output).starts_with("kratos-account: KRATOS_PUBLIC_URL_FILE: /nowhere: No such file"));
}

#[test]
fn a_container_without_a_shell_can_tell_whether_it_lives() {
    let (_child, address, _log) = serve(&[("PUBLIC_URL", "https://id.example.org/account")]);
    let variables = |listen| {
        [
            ("KRATOS_PUBLIC_URL", "http://127.0.0.1:1"),
            ("LISTEN", listen),
            ("PUBLIC_URL", "https://id.example.org/account"),
        ]
    };
    assert!(run(&["healthcheck"], &variables(&address)).status.success());
    let output = run(&["healthcheck", "--ready"], &variables(&address));
    assert_eq!(complaint(&output), format!("kratos-account: {address} is not ready: 503"));
    assert_eq!(output.status.code(), Some(1));
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let output = run(&["healthcheck"], &variables(&closed));
    assert!(complaint(&output).starts_with(&format!("kratos-account: {closed} cannot be asked: ")));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_unix_socket_is_listened_on_and_taken_away() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("http.sock");
    let listen = format!("unix:{}", path.display());
    // One that was left behind is in nobody's way.
    drop(UnixListener::bind(&path).unwrap());
    let (mut child, at, _log) = serve(&[("LISTEN", &listen)]);
    assert_eq!(at, listen);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o660);
    let variables = [("KRATOS_PUBLIC_URL", "http://127.0.0.1:1"), ("LISTEN", listen.as_str())];
    assert!(run(&["healthcheck"], &variables).status.success());
    // But one that is in use is not taken from whoever has it.
    assert!(complaint(&run(&["serve", "--log", "off"], &variables)).contains("Address already in use"));
    assert!(Command::new("kill").arg(child.0.id().to_string()).status().unwrap().success());
    assert!(child.0.wait().unwrap().success());
    assert!(!path.exists());
}

#[test]
fn what_systemd_hands_over_is_listened_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("http.sock");
    let (tcp, unix) = (TcpListener::bind("127.0.0.1:0").unwrap(), UnixListener::bind(&path).unwrap());
    let address = tcp.local_addr().unwrap().to_string();
    for (socket, is_tcp) in [(OwnedFd::from(tcp), true), (unix.into(), false)] {
        let mut shell = Command::new("sh");
        shell.args(["-c", "exec 3<&0 </dev/null; LISTEN_PID=$$ LISTEN_FDS=1 exec \"$0\" serve"]);
        shell.arg(env!("CARGO_BIN_EXE_kratos-account")).stdin(Stdio::from(socket)).stderr(Stdio::piped());
        shell.envs([("KRATOS_PUBLIC_URL", "http://127.0.0.1:1"), ("LISTEN", "systemd"), ("LOG_FORMAT", "json")]);
        let (_child, at, _log) = serving(shell);
        if is_tcp {
            assert_eq!(at, address);
            assert!(ask(&address, "/health/alive").starts_with("HTTP/1.1 200 "));
        } else {
            assert!(ask_of(UnixStream::connect(&path).unwrap(), "/health/alive").starts_with("HTTP/1.1 200 "));
        }
    }
    let output = run(&["serve", "--log", "off"], &[("KRATOS_PUBLIC_URL", "http://127.0.0.1:1"), ("LISTEN", "systemd")]);
    assert!(complaint(&output).contains("systemd handed over no socket"), "{}", complaint(&output));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn it_serves_by_tls_itself() {
    let folder = tempfile::tempdir().unwrap();
    let made = rcgen::generate_simple_self_signed(["id.example.org".to_owned()]).unwrap();
    let [certificate, key] =
        [("cert.pem", made.cert.pem()), ("key.pem", made.signing_key.serialize_pem())].map(|(name, pem)| {
            std::fs::write(folder.path().join(name), pem).unwrap();
            folder.path().join(name).to_str().unwrap().to_owned()
        });
    let (_child, address, _log) = serve(&[("TLS_CERT", &certificate), ("TLS_KEY", &key)]);
    let mut variables = vec![("KRATOS_PUBLIC_URL", "http://127.0.0.1:1"), ("LISTEN", address.as_str())];
    // Without TLS it is told nothing.
    assert_eq!(run(&["healthcheck"], &variables).status.code(), Some(1));
    variables.extend([("TLS_CERT", certificate.as_str()), ("TLS_KEY", key.as_str())]);
    assert!(run(&["healthcheck"], &variables).status.success());
    let half = [("KRATOS_PUBLIC_URL", "http://127.0.0.1:1"), ("TLS_CERT", certificate.as_str())];
    assert!(complaint(&run(&["serve"], &half)).starts_with("kratos-account: TLS_KEY: it must be set too"));
    let wrong = [half[0], half[1], ("TLS_KEY", certificate.as_str()), ("LISTEN", "127.0.0.1:0")];
    let output = run(&["serve", "--log", "off"], &wrong);
    assert!(complaint(&output).starts_with(&format!("kratos-account: {certificate}: ")), "{}", complaint(&output));
    assert_eq!(output.status.code(), Some(2));
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
    serve_with(&[], variables)
}

/// The same with these flags too.
fn serve_with(flags: &[&str], variables: &[(&str, &str)]) -> (Serving, String, BufReader<std::process::ChildStderr>) {
    let mut all = vec![("KRATOS_PUBLIC_URL", "http://127.0.0.1:1"), ("LISTEN", "127.0.0.1:0"), ("LOG_FORMAT", "json")];
    all.extend(variables);
    let mut command = program(&[&["serve"], flags].concat(), &all);
    command.stderr(Stdio::piped());
    serving(command)
}

/// The same; what it says before.
fn told_and_serve(variables: &[(&str, &str)]) -> (Serving, String, String) {
    let mut all = vec![("KRATOS_PUBLIC_URL", "http://127.0.0.1:1"), ("LISTEN", "127.0.0.1:0"), ("LOG_FORMAT", "json")];
    all.extend(variables);
    let mut command = program(&["serve"], &all);
    command.stderr(Stdio::piped());
    let (child, address, _log, told) = serving_and_told(command);
    (child, address, told)
}

/// What this command starts, once it serves.
fn serving(command: Command) -> (Serving, String, BufReader<std::process::ChildStderr>) {
    let (child, address, log, _told) = serving_and_told(command);
    (child, address, log)
}

/// The same, and what it says before.
fn serving_and_told(mut command: Command) -> (Serving, String, BufReader<std::process::ChildStderr>, String) {
    let mut child = Serving(command.spawn().unwrap());
    let mut log = BufReader::new(child.0.stderr.take().unwrap());
    let mut told = String::new();
    loop {
        let before = told.len();
        assert_ne!(log.read_line(&mut told).unwrap(), 0, "it serves");
        let line: serde_json::Value = serde_json::from_str(&told[before..]).unwrap();
        if line["message"] == "serving" {
            return (child, line["listening"].as_str().unwrap().to_owned(), log, told);
        }
    }
}

fn ask(address: &str, target: &str) -> String {
    ask_of(TcpStream::connect(address).unwrap(), target)
}

fn ask_of(stream: impl Read + Write, target: &str) -> String {
    ask_with(stream, target, "")
}

/// With these header lines too.
fn ask_with(mut stream: impl Read + Write, target: &str, headers: &str) -> String {
    write!(stream, "GET {target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{headers}\r\n").unwrap();
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

#[test]
fn metrics_are_told_on_an_address_of_their_own() {
    let (_child, address, mut log) = serve(&[("METRICS_LISTEN", "127.0.0.1:0")]);
    let mut line = String::new();
    let told = loop {
        line.clear();
        assert_ne!(log.read_line(&mut line).unwrap(), 0, "it tells where");
        let line: serde_json::Value = serde_json::from_str(&line).unwrap();
        if let Some(told) = line["metrics"].as_str() {
            break told.to_owned();
        }
    };
    assert!(ask(&address, "/health/alive").starts_with("HTTP/1.1 200 "));
    let metrics = ask(&told, "/metrics");
    assert!(
        metrics.contains(r#"kratos_account_requests_total{route="/health/alive",outcome="answer",status="200"} 1"#),
        "{metrics}"
    );
    assert!(metrics.contains("kratos_account_build_info{version="));
    assert!(ask(&address, "/metrics").starts_with("HTTP/1.1 404 "));
}
