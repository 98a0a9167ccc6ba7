//! What an answer costs under load, next to the same stack without this application in it.
//!
//! `cargo bench --bench load` starts, each in a process of its own over loopback, an upstream that
//! answers with recordings at once, this application's executable (without and with `SESSION_CACHE`),
//! and a relay of axum and reqwest, which hands the same recordings through; then loads them in turn.
//! Options come after `--`: `--only sessions` for what has this in its name, `--seconds 1` a round,
//! `--rounds 5`, `--connections 1,32,256`, `--instructions` to count those of an answer instead
//! (by valgrind), and `--soak 1000000` to ask for so many pages and see that memory does not grow.

#![allow(
    clippy::allow_attributes,
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    missing_docs,
    unreachable_pub,
    reason = "a measurement that cannot go on has failed"
)]

mod generator;
mod process;
mod relay;
mod upstream;

use std::time::Duration;

use generator::{Load, Measured};
use process::Process;

#[cfg(feature = "jemalloc")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// The flow that is asked for.
const FLOW: &str = "520e8f28-5902-4026-a286-74757804453d";

/// What is asked for.
struct Case {
    name: &'static str,
    /// Of this application.
    target: String,
    /// Of the relay: what this application asks the upstream for, or as many bytes that it has ready.
    relayed: String,
    /// Whether the application is the one that remembers sessions.
    cached: bool,
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| args.iter().skip_while(|arg| *arg != name).nth(1).cloned();
    if let Some(listen) = option("--upstream") {
        return upstream::run(&listen);
    }
    if let (Some(listen), Some(upstream)) = (option("--relay"), option("--to")) {
        return relay::run(&listen, &upstream);
    }
    let number = |name: &str, default: u64| option(name).map_or(default, |text| text.parse().expect("a number"));
    let (seconds, rounds) = (number("--seconds", 1), number("--rounds", 5));
    let connections = option("--connections").unwrap_or_else(|| "1,32,256".to_owned());
    let only = option("--only").unwrap_or_default();

    let upstream = Process::itself(|listen| vec!["--upstream".to_owned(), listen]);
    let at = format!("http://{}", upstream.listen);
    let relay = Process::itself(|listen| vec!["--relay".to_owned(), listen, "--to".to_owned(), at.clone()]);
    let account = Process::account(&at, &[]);
    let first = account.first(&format!("/settings?flow={FLOW}"));
    println!(
        "executable {:.1} MiB, first page {:.1} ms after the start, then {:.1} MiB resident",
        Process::size_of_account(),
        first.as_secs_f64() * 1e3,
        account.resident()
    );
    let caching = Process::account(&at, &["--session-cache", "3600"]);
    let cases: Vec<Case> = cases(&account).into_iter().filter(|case| case.name.contains(&only)).collect();
    if args.iter().any(|arg| arg == "--instructions") {
        return cases.iter().for_each(|case| instructions(case, &at));
    }
    for connections in connections.split(',').map(|text| text.parse().expect("a number")) {
        heading(connections);
        for case in &cases {
            let load = |process: &Process, target: &str| {
                let (before, time) = (process.cpu(), Duration::from_secs(seconds));
                let measured = Load { listen: &process.listen, target, connections, time, most: None }.run();
                let cpu = process.cpu().saturating_sub(before).as_secs_f64() * 1e6 / measured.answers as f64;
                Line { cpu, resident: process.resident(), measured }
            };
            let ours = if case.cached { &caching } else { &account };
            // In turn, so that what else the machine does meets both alike; the first round warms up.
            let round = |_| (load(&relay, &case.relayed), load(ours, &case.target));
            let mut lines: Vec<(Line, Line)> = (0..=rounds).map(round).collect();
            lines.remove(0);
            print(case.name, &lines);
        }
    }
    if let Some(most) = option("--soak") {
        soak(&account, &format!("/settings?flow={FLOW}"), most.parse().expect("a number"));
    }
}

fn cases(account: &Process) -> Vec<Case> {
    let page = |kind: &str| {
        let relayed = format!("/self-service/{kind}/flows?id={FLOW}");
        (format!("/{kind}?flow={FLOW}"), relayed)
    };
    let login = page("login");
    let styled = String::from_utf8(account.fetch(&login.0)).unwrap();
    let style = styled.split('"').find(|part| part.contains("/static/style.")).expect("a style sheet").to_owned();
    let bytes = account.fetch(&style).len();
    let whoami = || ("/authorize".to_owned(), "/sessions/whoami".to_owned());
    [
        ("settings", page("settings"), false),
        ("login", login, false),
        ("sessions", ("/sessions".to_owned(), "/sessions".to_owned()), false),
        ("authorize", whoami(), false),
        ("authorize, cached", whoami(), true),
        ("style sheet", (style, format!("/ready/{bytes}")), false),
    ]
    .map(|(name, (target, relayed), cached)| Case { name, target, relayed, cached })
    .into()
}

/// One figure of a round.
type Figure = fn(&Line) -> f64;

/// One round of one process.
struct Line {
    measured: Measured,
    /// Microseconds an answer, user and system.
    cpu: f64,
    /// MiB.
    resident: f64,
}

fn heading(connections: usize) {
    println!(
        "\n{:<19}{:>9}{:>10}{:>8}{:>8}{:>9}   of the relay:",
        connections_of(connections),
        "answers/s",
        "CPU µs",
        "p50 µs",
        "p99 µs",
        "RSS MiB"
    );
    println!("{:<63}{:>7}{:>7}{:>7}{:>7}", "", "rate", "CPU", "p50", "p99");
}

fn connections_of(number: usize) -> String {
    if number == 1 { "1 connection".to_owned() } else { format!("{number} connections") }
}

fn print(name: &str, lines: &[(Line, Line)]) {
    let rate: Figure = |line| line.measured.rate();
    let cpu: Figure = |line| line.cpu;
    let p50: Figure = |line| line.measured.percentile(50);
    let p99: Figure = |line| line.measured.percentile(99);
    let ours = |figure: Figure| median(lines.iter().map(|(_, account)| figure(account)).collect());
    // The ratio of each round, since both of a round met the same machine.
    let ratio = |figure: Figure| median(lines.iter().map(|(relay, account)| figure(account) / figure(relay)).collect());
    println!(
        "{name:<19}{:>9.0}{:>10.1}{:>8.0}{:>8.0}{:>9.1} {:>7.2}{:>7.2}{:>7.2}{:>7.2}",
        ours(rate),
        ours(cpu),
        ours(p50),
        ours(p99),
        ours(|line| line.resident),
        ratio(rate),
        ratio(cpu),
        ratio(p50),
        ratio(p99)
    );
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Counts the instructions of the whole process, of the kernel's none, that an answer costs: what many answers take
/// more than few.
fn instructions(case: &Case, upstream: &str) {
    let count = |answers: u64| {
        let flags: &[&str] = if case.cached { &["--session-cache", "3600"] } else { &[] };
        let file = tempfile::NamedTempFile::new().unwrap();
        let process = Process::counted(upstream, flags, file.path());
        let time = Duration::from_secs(600);
        Load { listen: &process.listen, target: &case.target, connections: 1, time, most: Some(answers) }.run();
        process.end();
        let counted = std::fs::read_to_string(file.path()).unwrap();
        let total = counted.lines().find_map(|line| line.strip_prefix("totals: ")).expect("a total");
        total.trim().parse::<f64>().expect("a number")
    };
    let (few, many) = (200, 1_200);
    println!("{:<19}{:>9.0} instructions", case.name, (count(many) - count(few)) / (many - few) as f64);
}

/// Asks for `most` pages, and tells the memory after each tenth.
fn soak(account: &Process, page: &str, most: u64) {
    println!("\n{most} pages over 64 connections");
    for tenth in 1..=10 {
        let load = Load {
            listen: &account.listen,
            target: page,
            connections: 64,
            time: Duration::from_secs(3600),
            most: Some(most / 10),
        };
        let measured = load.run();
        println!("{tenth:>3}0 %  {:>8.0} pages/s  {:>6.1} MiB resident", measured.rate(), account.resident());
    }
}
