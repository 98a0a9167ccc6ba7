//! What a page costs in its parts: reading the answer, laying the page out, rendering it; in time,
//! and in allocations. `cargo bench --bench page`.
//!
//! The flow is a recorded one, with its nodes repeated: a cost a node that grows with their number
//! would be a mistake.

#![allow(
    clippy::allow_attributes,
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    missing_docs,
    reason = "a measurement that cannot go on has failed"
)]

use std::alloc::System;
use std::hint::black_box;
use std::time::{Duration, Instant};

use kratos_account::kratos::Flow;
use kratos_account::{Account, Config};
use serde_json::{Value, json};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The flow of 14 kB, as it was recorded.
const RECORDED: &str = include_str!("../tests/recorded/settings/fresh.json");

fn main() {
    let recorded: Value = serde_json::from_str(RECORDED).unwrap();
    let body = &recorded["response"]["body"];
    let nodes = body["ui"]["nodes"].as_array().unwrap();
    // What belongs to all forms is there once, as in any flow.
    let (shared, own): (Vec<&Value>, Vec<&Value>) = nodes.iter().partition(|node| node["group"] == "default");
    let config = Config::new("http://localhost:4433".parse().unwrap(), "http://localhost:4455".parse().unwrap());
    let bench = kratos_account::bench::Bench::new(&Account::new(&config).unwrap());
    println!(
        "{:>7}{:>10}  {:<8}{:>12}{:>12}{:>13}{:>13}",
        "nodes", "bytes", "", "µs", "ns/node", "allocations", "bytes"
    );
    for number in [nodes.len(), 10, 100, 1_000, 10_000] {
        let mut body = body.clone();
        body["ui"]["nodes"] = json!(shared.iter().chain(own.iter().cycle()).take(number).collect::<Vec<_>>());
        let text = body.to_string();
        let flow: Flow<'_> = serde_json::from_str(&text).unwrap();
        let parse = cost(|| drop(black_box(serde_json::from_str::<Flow<'_>>(black_box(&text)).unwrap())));
        let view = cost(|| bench.view(black_box(&flow)));
        let page = cost(|| _ = black_box(bench.page(black_box(&flow)).unwrap()));
        let render = Cost {
            time: page.time.saturating_sub(view.time),
            allocations: page.allocations - view.allocations,
            bytes: page.bytes - view.bytes,
        };
        for (name, cost) in [("parse", parse), ("view", view), ("render", render)] {
            let micros = cost.time.as_secs_f64() * 1e6;
            println!(
                "{number:>7}{:>10}  {name:<8}{micros:>12.1}{:>12.0}{:>13}{:>13}",
                text.len(),
                micros * 1e3 / number as f64,
                cost.allocations,
                cost.bytes
            );
        }
    }
}

/// What one turn costs.
struct Cost {
    time: Duration,
    allocations: usize,
    bytes: usize,
}

/// The best of many turns, which what else the machine does disturbs least.
fn cost(mut turn: impl FnMut()) -> Cost {
    turn();
    let region = Region::new(ALLOCATOR);
    turn();
    let change = region.change();
    let mut best = Duration::MAX;
    let end = Instant::now() + Duration::from_millis(500);
    while Instant::now() < end {
        let start = Instant::now();
        turn();
        best = best.min(start.elapsed());
    }
    Cost { time: best, allocations: change.allocations + change.reallocations, bytes: change.bytes_allocated }
}
