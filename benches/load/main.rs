//! What a page costs under load, next to the same stack handing the bytes through.
//!
//! `cargo bench --bench load` starts, each in a process of its own over loopback, an upstream that
//! answers every request with the same recorded flow at once, this application's executable, and a
//! relay of axum and reqwest; then loads the two in turn. Options come after `--`:
//! `--seconds 2` a round, `--rounds 5`, `--connections 1,32,256`, and `--soak 1000000` to ask for so
//! many pages of the application and see that its memory does not grow.

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
    let (seconds, rounds) = (number("--seconds", 2), number("--rounds", 5));
    let connections = option("--connections").unwrap_or_else(|| "1,32,256".to_owned());

    let upstream = Process::itself(|listen| vec!["--upstream".to_owned(), listen]);
    let at = format!("http://{}", upstream.listen);
    let relay = Process::itself(|listen| vec!["--relay".to_owned(), listen, "--to".to_owned(), at.clone()]);
    let account = Process::account(&at);
    let flow = format!("/self-service/settings/flows?id={FLOW}");
    let page = format!("/settings?flow={FLOW}");
    println!("started to the first page in {:.1} ms", account.first_page(&page).as_secs_f64() * 1e3);

    for connections in connections.split(',').map(|text| text.parse().expect("a number")) {
        let load = |process: &Process, target: &str| {
            let before = (process.cpu(), upstream.cpu());
            let load =
                Load { listen: &process.listen, target, connections, time: Duration::from_secs(seconds), most: None };
            let measured = load.run();
            let pages = measured.pages as f64;
            Line {
                cpu: (process.cpu().as_secs_f64() - before.0.as_secs_f64()) * 1e6 / pages,
                upstream: (upstream.cpu().as_secs_f64() - before.1.as_secs_f64()) * 1e6 / pages,
                resident: process.resident(),
                measured,
            }
        };
        // In turn, so that what else the machine does meets both alike; the first round warms up.
        let mut lines: Vec<(Line, Line)> = (0..=rounds).map(|_| (load(&relay, &flow), load(&account, &page))).collect();
        lines.remove(0);
        print(connections, &lines);
    }
    if let Some(most) = option("--soak") {
        soak(&account, &page, most.parse().expect("a number"));
    }
}

/// One figure of a round.
type Figure = fn(&Line) -> f64;

/// One round of one process.
struct Line {
    measured: Measured,
    /// Microseconds a page, of the process and of the upstream.
    cpu: f64,
    upstream: f64,
    /// MiB.
    resident: f64,
}

fn print(connections: usize, lines: &[(Line, Line)]) {
    println!("\n{connections} connections");
    println!(
        "{:<16}{:>9}{:>12}{:>10}{:>10}{:>9}{:>14}",
        "", "pages/s", "CPU µs/page", "p50 µs", "p99 µs", "RSS MiB", "upstream µs"
    );
    let figures: [(&str, Figure); 6] = [
        ("pages/s", |line| line.measured.rate()),
        ("cpu", |line| line.cpu),
        ("p50", |line| line.measured.percentile(50)),
        ("p99", |line| line.measured.percentile(99)),
        ("rss", |line| line.resident),
        ("upstream", |line| line.upstream),
    ];
    let of = |which: fn(&(Line, Line)) -> &Line, figure: Figure| {
        median(lines.iter().map(|line| figure(which(line))).collect())
    };
    let row = |name: &str, values: [f64; 6]| {
        let [rate, cpu, p50, p99, resident, upstream] = values;
        println!("{name:<16}{rate:>9.0}{cpu:>12.1}{p50:>10.0}{p99:>10.0}{resident:>9.1}{upstream:>14.1}");
    };
    row("relay", figures.map(|(_, figure)| of(|line| &line.0, figure)));
    row("kratos-account", figures.map(|(_, figure)| of(|line| &line.1, figure)));
    // The ratio of each round, since both of a round met the same machine.
    let ratios = figures
        .map(|(_, figure)| median(lines.iter().map(|(relay, account)| figure(account) / figure(relay)).collect()));
    let [rate, cpu, p50, p99, resident, upstream] = ratios;
    println!("{:<16}{rate:>9.2}{cpu:>12.2}{p50:>10.2}{p99:>10.2}{resident:>9.2}{upstream:>14.2}", "of the relay");
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
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
