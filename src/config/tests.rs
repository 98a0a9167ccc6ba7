use super::setting::{base_url, seconds};
use super::*;
use crate::kratos::Kind;

#[test]
fn settings_are_read_by_their_names() {
    let read = |given: &[(&str, &str)]| {
        Config::read(|name| given.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    };
    let config = read(&[("KRATOS_PUBLIC_URL", "http://kratos:4433"), ("PAGES", "settings, error"), ("BRAND_NAME", "")]);
    let config = config.unwrap();
    assert_eq!(config.public_url.as_str(), "http://localhost:4455/");
    assert_eq!(config.pages, [Page::Flow(Kind::Settings), Page::Error]);
    assert_eq!(config.brand_name, None, "what is empty is not given");
    let missing = read(&[]).unwrap_err();
    assert_eq!(missing.to_string(), "KRATOS_PUBLIC_URL: it must be set");
    let bad = read(&[("KRATOS_PUBLIC_URL", "http://kratos"), ("PAGES", "sitemap")]).unwrap_err();
    assert_eq!(bad.name, "PAGES");
    let half = read(&[("KRATOS_PUBLIC_URL", "http://kratos"), ("HYDRA_ADMIN_URL", "http://hydra:4445")]);
    assert_eq!(half.unwrap_err().name, "HYDRA_PUBLIC_URL");
}

#[test]
fn accounts_are_ended_by_kratos_admin_api_or_not_at_all() {
    let read = |given: &[(&str, &str)]| {
        let kratos = [("KRATOS_PUBLIC_URL", "http://kratos")];
        let all = || kratos.iter().chain(given);
        Config::read(|name| all().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    };
    let admin = ("KRATOS_ADMIN_URL", "http://kratos:4434");
    let both = read(&[("ACCOUNT_DELETION", "deactivate"), admin]).unwrap();
    assert_eq!(both.account_deletion, Some(Deletion::Deactivate));
    for (given, missing) in [
        (&[("ACCOUNT_DELETION", "delete")][..], "KRATOS_ADMIN_URL: it must be set where ACCOUNT_DELETION is"),
        (&[admin], "ACCOUNT_DELETION: it must be set where KRATOS_ADMIN_URL is: delete or deactivate"),
        (&[("KRATOS_ADMIN_TOKEN", "abc")], "KRATOS_ADMIN_URL: it must be set where KRATOS_ADMIN_TOKEN is"),
        (&[("ACCOUNT_DELETION", "true"), admin], "ACCOUNT_DELETION: write delete or deactivate"),
    ] {
        assert_eq!(read(given).unwrap_err().to_string(), missing);
    }
}

#[test]
fn the_defaults_of_the_table_are_those_of_the_library() {
    let [read, new] = [
        Config::read(|name| (name == "KRATOS_PUBLIC_URL").then(|| "http://kratos".to_owned())).unwrap(),
        Config::new("http://kratos".parse().unwrap(), "http://localhost:4455".parse().unwrap()),
    ];
    assert_eq!(format!("{read:?}"), format!("{new:?}"));
}

#[test]
fn times_are_seconds() {
    assert_eq!(seconds("2.5"), Ok(Duration::from_millis(2500)));
    for text in ["", "0", "-1", "ten", "1e999", "10s"] {
        assert!(seconds(text).is_err(), "{text}");
    }
}

#[test]
fn addresses_are_checked() {
    for (url, complaint) in [
        ("kratos:4433", "the scheme is kratos, but must be http or https"),
        ("localhost", "relative URL without a base; write it as https://host/path"),
        ("ftp://kratos", "the scheme is ftp, but must be http or https"),
        ("http://", "empty host; write it as https://host/path"),
        ("https://me@kratos", "a user name or password does not belong there"),
        ("https://kratos/?a=b", "a query or fragment does not belong there"),
    ] {
        assert_eq!(base_url(url).unwrap_err(), complaint);
    }
    assert!(base_url("https://id.example.org/kratos/").is_ok());
}

#[test]
fn a_link_is_a_text_and_a_place() {
    let link: Link = "Privacy = https://example.org/privacy?a=b".parse().unwrap();
    assert_eq!((link.text.as_str(), link.url.as_str()), ("Privacy", "https://example.org/privacy?a=b"));
    for bad in ["Privacy", "Privacy=nowhere", "Privacy=javascript:alert(1)"] {
        assert!(bad.parse::<Link>().is_err(), "{bad}");
    }
}
