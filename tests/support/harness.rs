//! Runs tests as Rust's own harness does, and leaves those out for which something is missing.
//!
//! Rust's own can only leave out what is marked when it is compiled. For binaries with
//! `harness = false`: what [`tests!`] names is run by [`run`], through libtest-mimic. `#[test]`
//! means nothing there.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::cell::RefCell;
use std::fmt::Write as _;
use std::panic::{catch_unwind, resume_unwind};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Completion, Failed, Trial};

/// A test by its path in the crate.
pub struct Test {
    pub name: &'static str,
    pub run: fn(),
}

inventory::collect!(Test);

/// Makes tests of functions without arguments, of this module or of another by its path; of
/// asynchronous ones after `async`.
macro_rules! tests {
    (async $($($path:ident)::+),+ $(,)?) => {
        $($crate::harness::tests!(@ $($path)::+, || {
            tokio::runtime::Runtime::new().unwrap().block_on($($path)::+());
        });)+
    };
    ($($($path:ident)::+),+ $(,)?) => {
        $($crate::harness::tests!(@ $($path)::+, $($path)::+);)+
    };
    (@ $($path:ident)::+, $run:expr) => {
        inventory::submit! {
            $crate::harness::Test { name: concat!(module_path!(), "::", stringify!($($path)::+)), run: $run }
        }
    };
}
pub(crate) use tests;

/// What a test unwinds with that is left out: why.
pub struct LeftOut(String);

/// Leaves the test out that runs on this thread: it is reported as ignored.
pub fn leave_out(why: impl Into<String>) -> ! {
    resume_unwind(Box::new(LeftOut(why.into())))
}

/// The same for want of a program; with `CI=true`, where all are there, the test fails.
#[track_caller]
pub fn missing(program: &str) -> ! {
    assert!(std::env::var_os("CI").is_none_or(|ci| ci != "true"), "{program} is missing");
    leave_out(format!("{program} is missing"))
}

thread_local! {
    /// What is told of the test on this thread should it fail; nothing if there is none.
    static STORY: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Tells something of the test on this thread, should it fail.
pub fn tell(what: &str) {
    STORY.with_borrow_mut(|story| {
        let _ = writeln!(story.get_or_insert_default(), "{what}");
    });
}

/// The whole of a test binary's `main`.
pub fn run() -> ExitCode {
    let mut arguments = Arguments::from_args();
    let threads = || std::env::var_os("RUST_TEST_THREADS")?.to_str()?.parse().ok();
    arguments.test_threads = arguments.test_threads.or_else(threads);
    let elsewhere = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if STORY.with_borrow(Option::is_none) {
            return elsewhere(panic);
        }
        tell(&panic.to_string());
        let trace = Backtrace::capture();
        if trace.status() == BacktraceStatus::Captured {
            tell(&trace.to_string());
        }
    }));
    let mut tests: Vec<&Test> = inventory::iter::<Test>.into_iter().collect();
    tests.sort_unstable_by_key(|test| test.name);
    let trials = tests.into_iter().map(|test| {
        // As Rust's own names them: without the crate.
        let (_, name) = test.name.split_once("::").unwrap();
        Trial::ignorable_test(name, || outcome(test.run))
    });
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}

fn outcome(test: fn()) -> Result<Completion, Failed> {
    STORY.set(Some(String::new()));
    let outcome = catch_unwind(test);
    let story = STORY.take().unwrap_or_default();
    match outcome {
        Ok(()) => Ok(Completion::Completed),
        Err(panic) => match panic.downcast::<LeftOut>() {
            Ok(left_out) => Ok(Completion::ignored_with(left_out.0)),
            Err(_) => Err(story.into()),
        },
    }
}
