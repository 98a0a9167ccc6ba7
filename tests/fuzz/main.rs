//! What no one thought of: recorded answers, forms, queries and headers, changed at random, sent
//! through the whole application. Whatever comes, the answer is a page of ours: no panic, no script,
//! no way out.
//!
//! `FUZZ_SECONDS` is for how long all of it looks (10 by default), `FUZZ_SEED` where it begins; a
//! failure names the seed that finds it again at once.

#![allow(
    clippy::allow_attributes,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test that cannot go on has failed"
)]

#[path = "../support/mod.rs"]
mod support;

mod flows;
mod forms;
mod page;
mod queries;
mod random;

use std::time::{Duration, Instant};

use random::Random;

/// Runs one case after another, each from a seed of its own, for this target's share of the time.
async fn look(target: &str, mut case: impl AsyncFnMut(&mut Random)) {
    let number = |name: &str| std::env::var_os(name).map(|text| text.to_str().unwrap().parse::<u64>().unwrap());
    let share = Duration::from_secs(number("FUZZ_SECONDS").unwrap_or(10)) / 3;
    let first = number("FUZZ_SEED");
    let mut seed = first.unwrap_or_else(|| uuid::Uuid::new_v4().as_u64_pair().0);
    let (started, mut cases) = (Instant::now(), 0_u64);
    while cases == 0 || started.elapsed() < share {
        let told = Told { target, seed };
        case(&mut Random::from(seed)).await;
        std::mem::forget(told);
        seed = seed.wrapping_add(1);
        cases += 1;
    }
    eprintln!("{target}: {cases} cases in {:?}", started.elapsed());
}

/// Names the seed when a case fails.
struct Told<'a> {
    target: &'a str,
    seed: u64,
}

impl Drop for Told<'_> {
    fn drop(&mut self) {
        eprintln!("find it again: FUZZ_SEED={} cargo test --test fuzz {}", self.seed, self.target);
    }
}
