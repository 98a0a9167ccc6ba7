//! A proxy with the files of `deploy/`.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use url::Url;

use crate::companion::{Companion, folder};
use crate::support::client;

/// Which proxy.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Nginx,
    Caddy,
}

/// Who is where, each as `address:port`.
pub struct Addresses {
    pub front: String,
    pub kratos: String,
    pub account: String,
    pub application: String,
    /// What the guard is asked for, as a query.
    pub asked: String,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
        }
    }

    /// Where it is, if it is there.
    pub fn executable(self) -> Option<PathBuf> {
        let folders = ["/usr/sbin", "/usr/bin", "/usr/local/bin"];
        folders.iter().map(|folder| Path::new(folder).join(self.name())).find(|path| path.exists())
    }

    /// Starts it and waits until it answers; the error is the end of what it said.
    pub async fn start(self, addresses: &Addresses) -> Result<Companion, String> {
        let dir = folder(self.name());
        let file = dir.join("configuration");
        let text = match self {
            Self::Nginx => nginx(&dir, addresses),
            Self::Caddy => caddy(addresses),
        };
        std::fs::write(&file, text).unwrap();
        let home = |name: &str| OsString::from(format!("{name}={}", dir.display()));
        let program = self.executable().unwrap();
        let (first, second, third) = (home("HOME"), home("XDG_CONFIG_HOME"), home("XDG_DATA_HOME"));
        let mut arguments = vec![first.as_os_str(), second.as_os_str(), third.as_os_str(), program.as_os_str()];
        arguments.extend(match self {
            Self::Nginx => ["-e", "stderr", "-c"].map(OsStr::new).to_vec(),
            Self::Caddy => ["run", "--adapter", "caddyfile", "--config"].map(OsStr::new).to_vec(),
        });
        arguments.push(file.as_os_str());
        let mut process = Companion::start(OsStr::new("env"), &arguments, &dir);
        // By no name that it knows: nginx then takes its first host, and Caddy says an empty 200.
        let url: Url = format!("http://{}/account/health/alive", addresses.front).parse().unwrap();
        process.ready(&client(), &url).await?;
        Ok(process)
    }
}

/// A file of `deploy/`, with these words exchanged, each of which is in it.
fn file(name: &str, exchanged: &[(&str, &str)]) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy").join(name);
    let mut text = std::fs::read_to_string(path).unwrap();
    for (from, to) in exchanged {
        assert!(text.contains(from), "{name} has no {from}");
        text = text.replace(from, to);
    }
    text
}

fn nginx(dir: &Path, addresses: &Addresses) -> String {
    let listen = format!("listen {};", addresses.front);
    let plain = [
        ("listen 443 ssl;", listen.as_str()),
        ("ssl_certificate /etc/ssl/example.org.pem;", ""),
        ("ssl_certificate_key /etc/ssl/example.org.key;", ""),
        ("127.0.0.1:4455", &addresses.account),
    ];
    let asked = format!("/account/authorize{};", addresses.asked);
    let one_host = [&plain[..], &[("127.0.0.1:4433", &addresses.kratos)]].concat();
    let guarded = [&plain[..], &[("127.0.0.1:8080", &addresses.application), ("/account/authorize;", &asked)]].concat();
    let (here, one_host, guarded) =
        (dir.display(), file("nginx/one-host.conf", &one_host), file("nginx/guarded.conf", &guarded));
    // Where Debian's nginx.conf includes conf.d/*.conf.
    format!(
        "daemon off; worker_processes 1; pid {here}/nginx.pid; error_log stderr;
        events {{}}
        http {{
            access_log off;
            client_body_temp_path {here}/body; proxy_temp_path {here}/proxy; fastcgi_temp_path {here}/fastcgi;
            uwsgi_temp_path {here}/uwsgi; scgi_temp_path {here}/scgi;
            {one_host}
            {guarded}
        }}"
    )
}

fn caddy(addresses: &Addresses) -> String {
    let (address, port) = addresses.front.split_once(':').unwrap();
    let site = |name: &str| format!("\nhttp://{name}:{port} {{\n\tbind {address}\n");
    let asked = match addresses.asked.strip_prefix('?') {
        Some(query) => format!("uri /account/authorize?{query}\n"),
        None => format!("uri /account/authorize{}?\n", addresses.asked),
    };
    let sites = file(
        "caddy/Caddyfile",
        &[
            ("\nid.example.org {\n", &site("id.example.org")),
            ("\napp.example.org {\n", &site("app.example.org")),
            ("127.0.0.1:4433", &addresses.kratos),
            ("127.0.0.1:4455", &addresses.account),
            ("127.0.0.1:8080", &addresses.application),
            ("uri /account/authorize?\n", &asked),
        ],
    );
    format!("{{\n\tadmin off\n\tauto_https off\n}}\n{sites}")
}
