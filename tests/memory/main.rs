//! What reading an answer costs in memory: a count, not a time, so that it can be held.

#![allow(
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::alloc::System;

use kratos_account::kratos::Flow;
use serde_json::{Value, json};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const ID: &str = "520e8f28-5902-4026-a286-74757804453d";

/// Allocations and bytes of reading this flow.
fn cost(text: &str) -> (usize, usize) {
    let region = Region::new(ALLOCATOR);
    let flow: Flow<'_> = serde_json::from_str(text).unwrap();
    let change = region.change();
    drop(flow);
    (change.allocations + change.reallocations, change.bytes_allocated)
}

fn recorded(name: &str) -> Value {
    let path = format!("{}/tests/recorded/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let recording: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    recording["response"]["body"].clone()
}

/// One test: others would allocate meanwhile.
#[test]
fn reading_an_answer_costs_little() {
    // A page of 14 kB.
    let page = recorded("settings/fresh");
    let nodes = page["ui"]["nodes"].as_array().unwrap().clone();
    let (allocations, bytes) = cost(&page.to_string());
    println!("{} nodes, {} bytes: {allocations} allocations of {bytes} bytes", nodes.len(), page.to_string().len());
    assert!(allocations <= 16, "{allocations} allocations");
    assert!(bytes <= 20 * 1024, "{bytes} bytes");

    // Ten times the nodes cost ten times as much, and no more.
    let with_nodes = |number: usize| {
        let nodes: Vec<&Value> = nodes.iter().cycle().take(number).collect();
        cost(&json!({"id": ID, "ui": {"nodes": nodes}}).to_string())
    };
    let (hundred, thousand, ten_thousand) = (with_nodes(100), with_nodes(1_000), with_nodes(10_000));
    assert!(thousand.0 <= 11 * hundred.0 && ten_thousand.0 <= 11 * thousand.0, "{hundred:?} {ten_thousand:?}");

    // Two megabytes of small objects where nothing is known of them stay in the answer's text.
    let small = format!("[{}{{}}]", r#"{"a":0},"#.repeat(2 * 1024 * 1024 / 8));
    for text in [
        format!(r#"{{"id":"{ID}","ui":{{}},"new":{small}}}"#),
        format!(r#"{{"id":"{ID}","ui":{{"nodes":[{{"type":"input","attributes":{{"new":{small}}}}}]}}}}"#),
        format!(r#"{{"id":"{ID}","ui":{{"nodes":[{{"type":"input","attributes":{{"value":{small}}}}}]}}}}"#),
        format!(r#"{{"id":"{ID}","ui":{{"messages":[{{"id":1,"context":{small}}}]}}}}"#),
        format!(r#"{{"id":"{ID}","ui":{{}},"identity":{{"traits":{small},"new":{small}}}}}"#),
        format!(r#"{{"id":"{ID}","ui":{{}},"transient_payload":{small},"state":{small}}}"#),
    ] {
        let (allocations, bytes) = cost(&text);
        assert!(allocations < 20 && bytes < 64 * 1024, "{allocations} allocations of {bytes} bytes: {text:.60}");
    }

    // Where lists are expected they are bounded.
    for text in [
        format!(r#"{{"id":"{ID}","ui":{{"messages":{small}}}}}"#),
        format!(r#"{{"id":"{ID}","ui":{{}},"continue_with":{small}}}"#),
        format!(r#"{{"id":"{ID}","ui":{{}},"identity":{{"verifiable_addresses":{small}}}}}"#),
        format!(r#"{{"id":"{ID}","ui":{{"nodes":[{{"type":"input","messages":{small}}}]}}}}"#),
        format!(r#"{{"id":"{ID}","ui":{{"nodes":[{{"type":"input","attributes":{{"options":{small}}}}}]}}}}"#),
    ] {
        let (_, bytes) = cost(&text);
        assert!(bytes < 8 * 1024 * 1024, "{bytes} bytes: {text:.60}");
    }
}
