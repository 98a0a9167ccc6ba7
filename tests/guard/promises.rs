//! What `docs/security.md` promises has its tests.

use std::path::Path;

const PROMISES: &str = include_str!("../../docs/security.md");

/// All Rust text below a folder.
fn text_below(folder: &Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text.push_str(&text_below(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    text
}

#[test]
fn every_test_that_is_named_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = ["src", "tests"].map(|folder| text_below(&root.join(folder))).concat();
    let is_test = |name: &&str| name.contains('_') && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let named: Vec<&str> = PROMISES.split('`').skip(1).step_by(2).filter(is_test).collect();
    assert!(named.len() > 30, "{named:?}");
    for name in named {
        let is_there = text.contains(&format!("fn {name}(")) || name == "privileged_session_max_age";
        assert!(is_there, "no test has the name {name}");
    }
    for line in PROMISES.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| promised")) {
        assert!(line.trim_end_matches(" |").ends_with('`'), "a promise without a test: {line}");
    }
}
