//! What "alike" means.

use crate::browser::Seen;
use crate::essence::essence;
use kratos_stand_in::{Config, FeatureFlags, PLAIN_SCHEMA, Provider, RequiredAal, StandIn, UiUrls};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The recordings, which of them were held against, and what differed.
pub(crate) struct Comparison {
    /// Where the recordings are.
    folder: PathBuf,
    /// Those held against.
    done: BTreeSet<String>,
    /// What differed.
    differences: Vec<String>,
}

/// A stand-in told what the recorded Kratos was told.
pub(crate) fn stand_in() -> StandIn {
    let config = Config {
        schema: PLAIN_SCHEMA.to_owned(),
        ui_urls: UiUrls::at("http://localhost:4455"),
        providers: vec![Provider::new("google", None), Provider::new("hydra", Some("Ory"))],
        whoami_aal: RequiredAal::Aal1,
        feature_flags: FeatureFlags { use_continue_with_transitions: true, ..FeatureFlags::default() },
        ..Config::default()
    };
    told(config)
}

/// What the Kratos of the newer recordings was told, as far as they share it.
pub(crate) fn recorded() -> Config {
    let scope = ["openid", "email", "profile"].map(str::to_owned).to_vec();
    let provider = |id, label| Provider { scope: scope.clone(), ..Provider::new(id, label) };
    Config {
        schema: PLAIN_SCHEMA.to_owned(),
        ui_urls: UiUrls::at("http://localhost:4455"),
        providers: vec![provider("google", None), provider("hydra", Some("Ory"))],
        ..Config::default()
    }
}

/// A stand-in told this, where the recorded Kratos was.
pub(crate) fn told(config: Config) -> StandIn {
    StandIn::embedded(config, "http://localhost:4433/", "http://localhost:4444").unwrap()
}

impl Comparison {
    /// The recordings in a folder, relative to this package.
    pub(crate) fn with(folder: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        Self { folder, done: BTreeSet::new(), differences: Vec::new() }
    }

    /// A recording.
    pub(crate) fn recording(&self, name: &str) -> Value {
        let path = self.folder.join(format!("{name}.json"));
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_json::from_str(&text).unwrap()
    }

    /// The traits that were sent in a recording, or those of the person it shows.
    pub(crate) fn traits(&self, name: &str) -> Value {
        let recording = self.recording(name);
        let found =
            ["/request/body/traits", "/response/body/identity/traits", "/response/body/session/identity/traits"];
        found.iter().find_map(|path| recording.pointer(path)).unwrap_or_else(|| panic!("{name} has no traits")).clone()
    }

    /// The fields that were sent in a recording, without the token.
    pub(crate) fn sent(&self, name: &str) -> Vec<(String, String)> {
        let recording = self.recording(name);
        let body = recording["request"]["body"].as_object().expect("a recorded submission");
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let fields = body.iter().filter(|(key, _)| *key != "csrf_token");
        fields.map(|(key, value)| (key.clone(), text(value))).collect()
    }

    /// Holds an answer against a recording.
    pub(crate) fn hold(&mut self, name: &str, seen: &Seen) {
        let recorded = &self.recording(name)["response"];
        self.done.insert(name.to_owned());
        let headers: Vec<(String, String)> = recorded["headers"]
            .as_array()
            .unwrap()
            .iter()
            .map(|pair| (pair[0].as_str().unwrap().to_lowercase(), pair[1].as_str().unwrap().to_owned()))
            .collect();
        let status = u16::try_from(recorded["status"].as_u64().unwrap()).unwrap();
        let recorded = Seen { status, headers, body: recorded["body"].clone() };
        let (expected, actual) = (essence(&recorded), essence(seen));
        let Value::Object(expected) = expected else { unreachable!() };
        for (key, expected) in expected {
            let actual = &actual[&key];
            if *actual == expected {
                continue;
            }
            match (expected.as_array(), actual.as_array()) {
                (Some(expected), Some(actual)) => {
                    for index in 0..expected.len().max(actual.len()) {
                        let (expected, actual) = (expected.get(index), actual.get(index));
                        if expected != actual {
                            let text =
                                |side: Option<&Value>| side.map_or_else(|| "nothing".to_owned(), Value::to_string);
                            let (expected, actual) = (text(expected), text(actual));
                            self.differences
                                .push(format!("{name}: {key}[{index}]\n  Kratos   {expected}\n  stand-in {actual}"));
                        }
                    }
                }
                _ => self.differences.push(format!("{name}: {key}\n  Kratos   {expected}\n  stand-in {actual}")),
            }
        }
    }

    /// Says what differed, and which recordings nobody held against.
    pub(crate) fn finish(self, left_out: &[(&str, &str)]) {
        let mut all = BTreeSet::new();
        for folder in
            fs::read_dir(&self.folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir())
        {
            for file in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
                let name = file.with_extension("");
                all.insert(name.strip_prefix(&self.folder).unwrap().to_str().unwrap().to_owned());
            }
        }
        let left_out: BTreeSet<String> = left_out.iter().map(|(name, _)| (*name).to_owned()).collect();
        let missing: Vec<_> = all.difference(&self.done).filter(|name| !left_out.contains(*name)).collect();
        assert!(self.differences.is_empty(), "{} differences\n{}", self.differences.len(), self.differences.join("\n"));
        assert!(missing.is_empty(), "nobody holds the stand-in against {missing:?}");
    }
}
