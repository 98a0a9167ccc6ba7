//! The same of a real Kratos, where `KRATOS_BIN` names its executable.

use std::ffi::OsStr;
use std::io::Write as _;
use std::process::Command;

use kratos_account::{Account, Config};
use serde_json::json;
use url::Url;

use crate::companion::{Companion, folder, free_port};
use crate::{assert_one, only_wrong, settings, support, url, wrong};

/// A Kratos for an application at `https://id.example.org/account`, and its public and admin APIs.
async fn kratos() -> Option<(Companion, Url, Url)> {
    let Some(executable) = std::env::var_os("KRATOS_BIN").filter(|path| !path.is_empty()) else {
        writeln!(std::io::stderr(), "KRATOS_BIN names no executable: no real Kratos is checked").unwrap();
        return None;
    };
    let dir = folder("checked");
    let ((public, listener), (admin, admin_listener)) = (free_port(), free_port());
    let page = |name: &str| json!({"ui_url": format!("https://id.example.org/account/{name}"), "enabled": true});
    let schema =
        r#"{"type":"object","properties":{"traits":{"type":"object","properties":{"email":{"type":"string"}}}}}"#;
    let dsn = format!("sqlite://{}?_fk=true&mode=rwc", dir.join("db.sqlite").display());
    let config = json!({
        "dsn": &dsn,
        "serve": {
            "public": {"host": "127.0.0.1", "port": public, "base_url": "https://id.example.org/kratos/"},
            "admin": {"host": "127.0.0.1", "port": admin},
        },
        "secrets": {"cookie": ["no-secret-no-secret-no-secret-no"], "cipher": ["no-secret-no-secret-no-secret-no"]},
        "identity": {"default_schema_id": "default", "schemas": [{
            "id": "default",
            "url": format!("base64://{}", base64::Engine::encode(&base64::prelude::BASE64_STANDARD, schema)),
        }]},
        "courier": {"smtp": {"connection_uri": "smtp://127.0.0.1:1/?disable_starttls=true"}},
        "selfservice": {
            "default_browser_return_url": "https://id.example.org/account/settings",
            "allowed_return_urls": ["https://id.example.org/app"],
            "flows": {
                "settings": {"ui_url": "https://id.example.org/account/settings"},
                "error": {"ui_url": "https://id.example.org/account/error"},
                "login": {"ui_url": "https://id.example.org/account/login"},
                "registration": page("registration"), "recovery": page("recovery"), "verification": page("verification"),
            },
        },
    });
    let file = dir.join("kratos.json");
    std::fs::write(&file, config.to_string()).unwrap();
    let file = file.as_os_str();
    let migrate = Command::new(&executable)
        .args(["migrate", "sql", "-e", "--yes", "--config"])
        .arg(file)
        .env("DSN", &dsn)
        .output();
    assert!(migrate.unwrap().status.success());
    drop((listener, admin_listener));
    let arguments = [OsStr::new("serve"), OsStr::new("--config"), file];
    let mut process = Companion::start(&executable, &arguments, &dir);
    let at = |port: u16| url(&format!("http://127.0.0.1:{port}"));
    process.ready(&support::client(), &at(public).join("/health/ready").unwrap()).await.unwrap();
    Some((process, at(public), at(admin)))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_real_kratos_is_understood() {
    let Some((_process, public, admin)) = kratos().await else { return };
    let right = settings(public.clone());
    assert_eq!(wrong(&right).await, []);
    assert_one(&wrong(&settings(admin.clone())).await, "admin API", "KRATOS_PUBLIC_URL");
    let below = settings(public.join("/kratos").unwrap());
    assert_one(
        &wrong(&below).await,
        "without that path it does",
        &format!("={}", public.as_str().trim_end_matches('/')),
    );
    let spoiled = async |spoil: fn(&mut Config)| {
        let mut config = right.clone();
        spoil(&mut config);
        wrong(&config).await
    };
    let http = spoiled(|config| config.public_url = url("http://id.example.org/account")).await;
    assert_one(&http, "it blocks every form", "Set PUBLIC_URL=https://id.example.org/account;");
    let elsewhere = spoiled(|config| config.public_url = url("https://id.example.org/accounts")).await;
    assert_one(
        &elsewhere,
        "PUBLIC_URL is https://id.example.org/accounts",
        "Set PUBLIC_URL=https://id.example.org/account;",
    );
    let proxied = spoiled(|config| {
        config.proxy_kratos = true;
        config.kratos_browser_url = None;
    });
    assert_one(
        &proxied.await,
        "https://id.example.org/kratos",
        "serve.public.base_url to https://id.example.org/account/",
    );
    let siblings = spoiled(|config| config.kratos_browser_url = Some(url("https://kratos.example.org"))).await;
    assert!(siblings[1].1.contains("cookies.domain to example.org"), "{siblings:?}");
    let account = Account::new(&right).unwrap();
    let of_applications = async |application| {
        let findings = kratos_account::check::check_all(&account, &[url(application)]).await;
        only_wrong(findings).into_iter().filter(|(what, _)| what.contains(application)).collect::<Vec<_>>()
    };
    assert_eq!(of_applications("https://id.example.org/app").await, []);
    assert_one(&of_applications("https://id.example.org/other").await, "nobody back", "allowed_return_urls");
    // And it says so before anybody comes.
    for (kratos, ready) in [(public, 200), (admin, 503)] {
        let application = support::Application::with(settings(kratos)).await;
        assert_eq!(application.get("/health/ready", &[]).await.status, ready);
    }
}
