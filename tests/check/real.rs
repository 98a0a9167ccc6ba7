//! The same of a real Kratos, where `KRATOS_BIN` names its executable.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::Command;

use kratos_account::{Account, Config};
use serde_json::json;
use url::Url;

use crate::companion::{Companion, folder, free_port};
use crate::harness::{leave_out, tests};
use crate::{assert_one, only_wrong, settings, support, url, wrong};

tests!(async a_real_kratos_is_understood, what_deploy_compose_sets_up_fits);

fn executable() -> OsString {
    let executable = std::env::var_os("KRATOS_BIN").filter(|path| !path.is_empty());
    executable.unwrap_or_else(|| leave_out("KRATOS_BIN names no executable"))
}

/// A Kratos for an application at `https://id.example.org/account`, and its public and admin APIs.
async fn kratos() -> (Companion, Url, Url) {
    let executable = executable();
    let dir = folder("checked");
    let ((public, listener), (admin, admin_listener)) = (free_port(), free_port());
    let page = |name: &str| json!({"ui_url": format!("https://id.example.org/account/{name}"), "enabled": true});
    let schema =
        r#"{"type":"object","properties":{"traits":{"type":"object","properties":{"email":{"type":"string"}}}}}"#;
    let config = json!({
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
    drop((listener, admin_listener));
    let at = |port: u16| url(&format!("http://127.0.0.1:{port}"));
    let process = start(&executable, &dir, &file, &[], &at(public), &[]).await;
    (process, at(public), at(admin))
}

/// Migrates the database and serves, until `public` answers.
async fn start(
    executable: &OsStr,
    dir: &Path,
    config: &Path,
    flags: &[&str],
    public: &Url,
    environment: &[(&str, String)],
) -> Companion {
    let env = environment.iter().map(|(name, value)| (*name, value));
    let mut migrate = Command::new(executable);
    migrate.args(["migrate", "sql", "-e", "--yes", "--config"]).arg(config);
    let dsn = format!("sqlite://{}?_fk=true&mode=rwc", dir.join("db.sqlite").display());
    let migrate = migrate.env("DSN", &dsn).envs(env.clone()).output().unwrap();
    assert!(migrate.status.success(), "{migrate:?}");
    // The companion has no environment of its own to give.
    let mut arguments: Vec<String> = env.map(|(name, value)| format!("{name}={value}")).collect();
    arguments.push(format!("DSN={dsn}"));
    arguments.extend([executable.to_str().unwrap(), "serve", "--config", config.to_str().unwrap()].map(str::to_owned));
    arguments.extend(flags.iter().map(|flag| (*flag).to_owned()));
    let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
    let mut process = Companion::start(OsStr::new("env"), &arguments, dir);
    process.ready(&support::client(), &public.join("/health/ready").unwrap()).await.unwrap();
    process
}

async fn a_real_kratos_is_understood() {
    let (_process, public, admin) = kratos().await;
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

async fn what_deploy_compose_sets_up_fits() {
    let executable = executable();
    let folder_of = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy/compose");
    let dir = folder("composed");
    let text = std::fs::read_to_string(folder_of.join("kratos.yml")).unwrap();
    let text = text.replace("/etc/kratos", folder_of.to_str().unwrap());
    let file = dir.join("kratos.yml");
    std::fs::write(&file, text).unwrap();
    let ((public, listener), (admin, admin_listener)) = (free_port(), free_port());
    drop((listener, admin_listener));
    let secret = "not-a-secret-not-a-secret-not-a".to_owned() + "x";
    let environment = [
        ("SERVE_PUBLIC_PORT", public.to_string()),
        ("SERVE_PUBLIC_HOST", "127.0.0.1".to_owned()),
        ("SERVE_ADMIN_PORT", admin.to_string()),
        ("SERVE_ADMIN_HOST", "127.0.0.1".to_owned()),
        ("SECRETS_COOKIE", secret.clone()),
        ("SECRETS_CIPHER", secret),
    ];
    let kratos = url(&format!("http://127.0.0.1:{public}"));
    let _process = start(&executable, &dir, &file, &["--dev"], &kratos, &environment).await;
    let mut config = Config::new(kratos, url("http://localhost:4455"));
    config.proxy_kratos = true;
    let findings = kratos_account::check::check(&Account::new(&config).unwrap()).await;
    let said: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert_eq!(only_wrong(findings), [], "{said:?}");
    assert!(
        said.iter().any(|line| line.ends_with("here: login, registration, recovery, verification, error")),
        "{said:?}"
    );
}
