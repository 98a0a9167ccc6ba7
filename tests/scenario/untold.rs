//! A story that cannot be told is reported as ignored, and no story of this binary is forgotten.

use std::process::Command;

use crate::harness::tests;

tests!(without_a_kratos_its_stories_are_ignored, what_fails_says_where_and_why);

/// What this binary says with these arguments in another process, and whether all passed.
fn run(arguments: &[&str]) -> (String, bool) {
    let mut again = Command::new(std::env::current_exe().unwrap());
    let output = again.args(arguments).env_remove("KRATOS_BIN").env("UNTOLD", "fails").output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.success())
}

fn without_a_kratos_its_stories_are_ignored() {
    let (said, passed) = run(&["flows::real::"]);
    assert!(passed && said.contains("flows::real::"), "{said}");
    assert!(said.contains("ignored (KRATOS_BIN names no executable)"), "{said}");
    assert!(said.contains(" 0 passed; 0 failed; "), "{said}");
}

fn what_fails_says_where_and_why() {
    assert!(std::env::var_os("UNTOLD").is_none(), "told to fail");
    let (said, passed) = run(&["--exact", "untold::what_fails_says_where_and_why"]);
    assert!(!passed && said.contains("untold.rs:") && said.contains("told to fail"), "{said}");
}
