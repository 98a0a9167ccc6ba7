//! What `deploy/README.md` says of settings.

use crate::harness::tests;
use kratos_account::config::SETTINGS;

tests!(the_variables_that_are_named_exist, every_file_is_named, traefik_takes_away_what_kratos_believes_from_anyone);

const README: &str = include_str!("../../deploy/README.md");

/// What only the program reads, and what the tests look for.
const OF_THE_SERVER_AND_TESTS: [&str; 8] =
    ["TLS_CERT", "TLS_KEY", "METRICS_LISTEN", "CONFIG", "NAME_FILE", "LISTEN_FDS", "KRATOS_BIN", "HYDRA_BIN"];

fn the_variables_that_are_named_exist() {
    let own = SETTINGS.iter().map(|setting| setting.name);
    let known: Vec<&str> = own.chain(["LISTEN", "RUST_LOG", "LOG_FORMAT"]).chain(OF_THE_SERVER_AND_TESTS).collect();
    let named: Vec<&str> = README
        .split(|character: char| !(character.is_ascii_alphanumeric() || character == '_'))
        .filter(|word| word.contains('_') && word.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_'))
        .collect();
    assert!(named.contains(&"TRUSTED_PROXIES"));
    for name in named {
        assert!(known.contains(&name), "{name} is no setting: {known:?}");
    }
}

fn every_file_is_named() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/deploy");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir()) {
        for file in std::fs::read_dir(entry.path()).unwrap() {
            let link = format!("({}/{})", entry.file_name().display(), file.unwrap().file_name().display());
            assert!(README.contains(&link), "{link}");
            files += 1;
        }
    }
    assert_eq!(README.matches("](").count(), files, "a link leads nowhere");
}

fn traefik_takes_away_what_kratos_believes_from_anyone() {
    // No Traefik runs here, and it knows no wildcard.
    let file = include_str!("../../deploy/traefik/dynamic.yml").to_lowercase();
    for name in ["true-client-ip", "cf-connecting-ip", "cf-ipcity", "cf-ipcountry", "cf-iplatitude", "cf-iplongitude"] {
        assert!(file.contains(&format!("{name}: \"\"")), "{name}");
    }
    let routers = ["account", "kratos"].map(|name| format!("      service: {name}\n"));
    for service in routers {
        let before = file.split_once(&service).unwrap().0;
        let middlewares = before.rsplit_once("middlewares:").unwrap().1;
        assert!(middlewares.contains("unforged-addresses"), "{service}");
    }
}
