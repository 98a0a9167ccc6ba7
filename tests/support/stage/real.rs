//! A real Kratos, where `KRATOS_BIN` names its executable.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tokio::sync::OnceCell;
use url::Url;

use super::companion::{Companion, folder, free_port};
use super::kratos::{PROVIDERS, Setup};
use super::provider::Provider;
use super::told;

/// The executable, if there is one.
pub fn executable() -> Option<PathBuf> {
    std::env::var_os("KRATOS_BIN").filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// A Kratos that answers.
pub struct Started {
    pub browser: Url,
    pub inner: Url,
    pub admin: Url,
    pub process: Companion,
    /// Where its files are.
    pub dir: PathBuf,
}

/// Where a schema besides the default one is, which Kratos reads anew each time.
pub fn schema_file(dir: &Path, id: &str) -> PathBuf {
    dir.join(format!("schema-{id}.json"))
}

/// Writes its configuration, gives it a database and starts it. Should somebody else take one of
/// its ports first, it is tried again.
pub async fn start(setup: &Setup, http: &reqwest::Client) -> Started {
    let mut complaint = String::new();
    for _ in 0..3 {
        match try_to_start(setup, http).await {
            Ok(started) => return started,
            Err(said) => complaint = said,
        }
    }
    panic!("Kratos does not start: {complaint}");
}

async fn try_to_start(setup: &Setup, http: &reqwest::Client) -> Result<Started, String> {
    let dir = folder("kratos");
    let database = dir.join("db.sqlite");
    std::fs::write(&database, empty_database().await).unwrap();
    let ((port, listener), (admin_port, admin_listener)) = (free_port(), free_port());
    let browser = setup.told.public_url.clone().unwrap_or_else(|| format!("http://{}:{port}", setup.host));
    let browser = format!("{browser}/");
    let provider = Provider::serve(&browser).await;
    let mut config = configuration(setup, &browser, &provider);
    config["dsn"] = dsn(&database).into();
    config["serve"]["public"]["port"] = port.into();
    config["serve"]["admin"]["port"] = admin_port.into();
    for schema in config["identity"]["schemas"].as_array_mut().unwrap().iter_mut().skip(1) {
        let file = schema_file(&dir, schema["id"].as_str().unwrap());
        let one = setup.told.extra_schemas.iter().find(|one| schema["id"] == one.id.as_str()).unwrap();
        std::fs::write(&file, &one.schema).unwrap();
        schema["url"] = format!("file://{}", file.display()).into();
    }
    let file = dir.join("kratos.json");
    std::fs::write(&file, config.to_string()).unwrap();
    let arguments = [OsStr::new("serve"), OsStr::new("--dev"), OsStr::new("--config"), file.as_os_str()];
    drop((listener, admin_listener));
    let mut process = Companion::start(executable().unwrap().as_os_str(), &arguments, &dir);
    let url = |port: u16| -> Url { format!("http://127.0.0.1:{port}").parse().unwrap() };
    let (inner, admin) = (url(port), url(admin_port));
    process.ready(http, &inner.join("/health/ready").unwrap()).await?;
    Ok(Started { browser: browser.parse().unwrap(), inner, admin, process, dir })
}

/// A database without content. It takes a moment to make, so all start with a copy.
async fn empty_database() -> &'static [u8] {
    static EMPTY: OnceCell<Vec<u8>> = OnceCell::const_new();
    let make = async || {
        let dir = folder("database");
        let (database, file) = (dir.join("db.sqlite"), dir.join("kratos.json"));
        std::fs::write(&file, json!({"dsn": dsn(&database)}).to_string()).unwrap();
        let mut migrate = Command::new(executable().unwrap());
        migrate.args(["migrate", "sql", "-e", "--yes", "--config"]).arg(&file).env("DSN", dsn(&database));
        let output = migrate.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let bytes = std::fs::read(&database).unwrap();
        std::fs::remove_dir_all(&dir).unwrap();
        bytes
    };
    EMPTY.get_or_init(make).await
}

fn dsn(database: &Path) -> String {
    format!("sqlite://{}?_fk=true&mode=rwc", database.display())
}

/// What Kratos is told. The secrets are no secrets.
fn configuration(setup: &Setup, browser: &str, provider: &Provider) -> Value {
    let told = &setup.told;
    let account = Url::parse(&told.settings_url).unwrap();
    let (host, origin) = (account.host_str().unwrap(), account.origin().ascii_serialization());
    let party = json!({"id": host, "display_name": "The tests", "origins": [origin]});
    let mut config = json!({
        "serve": {
            "public": {"base_url": browser, "host": "127.0.0.1"},
            "admin": {"host": "127.0.0.1"},
        },
        "log": {"level": "info", "format": "text"},
        "secrets": {"cookie": ["no-secret-no-secret-no-secret-no"], "cipher": ["no-secret-no-secret-no-secret-no"]},
        "hashers": {"algorithm": "bcrypt", "bcrypt": {"cost": 4}},
        "identity": {"default_schema_id": "default"},
        // Nobody listens there, and no courier runs: mails stay where the admin API shows them.
        "courier": {"smtp": {"connection_uri": "smtp://127.0.0.1:1/?disable_starttls=true"}},
        "selfservice": {
            "default_browser_return_url": told.default_return_url,
            "allowed_return_urls": told.allowed_return_urls,
            "methods": {
                "password": {"config": {"haveibeenpwned_enabled": false}},
                "totp": {"config": {"issuer": "The tests"}},
                "webauthn": {"config": {"rp": &party}},
                "passkey": {"config": {"rp": &party}},
                "oidc": {"config": {"providers": PROVIDERS.map(|(id, label)| json!({
                    "id": id,
                    "label": label,
                    "provider": "generic",
                    "client_id": provider.client_id,
                    "client_secret": provider.client_secret,
                    "issuer_url": provider.issuer,
                    "scope": ["openid", "email"],
                    "mapper_url": told::mapper(),
                }))}},
            },
        },
    });
    told::write(told, |name| format!("{}kratos/{name}", setup.pages), &mut config);
    config
}
