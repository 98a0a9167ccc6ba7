//! Answers of a real Kratos v26.2.0, one file each in `tests/recorded/`.

use std::path::{Path, PathBuf};

use serde::Deserialize;

#[derive(Clone, Debug, Deserialize)]
pub struct Recording {
    pub request: Asked,
    pub response: Answered,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Asked {
    pub method: String,
    pub url: String,
    #[serde(default)]
    pub body: serde_json::Value,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Answered {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    #[serde(default)]
    pub body: serde_json::Value,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded")
}

/// Reads a recording by name, as `settings/fresh`.
pub fn read(name: &str) -> Recording {
    let text = std::fs::read_to_string(folder().join(format!("{name}.json"))).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The names of all recordings, as `settings/fresh`, in order.
pub fn names() -> Vec<String> {
    let mut names = Vec::new();
    for group in std::fs::read_dir(folder()).unwrap() {
        let group = group.unwrap();
        if !group.file_type().unwrap().is_dir() {
            continue;
        }
        for file in std::fs::read_dir(group.path()).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "json") {
                let group = group.file_name();
                names.push(format!("{}/{}", group.to_str().unwrap(), path.file_stem().unwrap().to_str().unwrap()));
            }
        }
    }
    names.sort();
    assert!(names.len() > 70, "the recordings are there");
    names
}

/// The names of those recordings of settings flows that Kratos answered with a flow.
pub fn settings_flows() -> Vec<String> {
    let is_flow = |name: &String| name.starts_with("settings") && read(name).response.body.get("ui").is_some();
    names().into_iter().filter(is_flow).collect()
}
