//! nginx in front of Kratos and this application, as people run it.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::net::TcpListener;
use std::path::PathBuf;

use url::Url;

use super::companion::{Companion, folder};

/// Where nginx is, if it is there.
pub fn executable() -> Option<PathBuf> {
    ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx"].iter().map(PathBuf::from).find(|path| path.exists())
}

/// What lies below a path; both end in a slash.
pub struct Route {
    pub path: String,
    pub to: String,
}

/// See the module.
pub struct Proxy {
    _process: Companion,
}

impl Proxy {
    /// Starts on a port, which `listener` has held free, and waits until the routes answer.
    pub async fn start(listener: TcpListener, routes: &[Route], http: &reqwest::Client, ready: &Url) -> Self {
        let port = listener.local_addr().unwrap().port();
        let dir = folder("nginx");
        let mut locations = String::new();
        for Route { path, to } in routes {
            write!(
                locations,
                "location {path} {{
                    proxy_pass {to};
                    proxy_set_header Host $http_host;
                    proxy_set_header X-Forwarded-Proto $scheme;
                    proxy_set_header X-Forwarded-Host $http_host;
                    proxy_set_header X-Forwarded-For $remote_addr;
                }}"
            )
            .unwrap();
        }
        let here = dir.display();
        let config = format!(
            "daemon off; worker_processes 1; pid {here}/pid; error_log {here}/error.log;
            events {{}}
            http {{
                access_log off;
                client_body_temp_path {here}/body; proxy_temp_path {here}/proxy; fastcgi_temp_path {here}/fastcgi;
                uwsgi_temp_path {here}/uwsgi; scgi_temp_path {here}/scgi;
                server {{ listen 127.0.0.1:{port}; {locations} }}
            }}"
        );
        let file = dir.join("nginx.conf");
        std::fs::write(&file, config).unwrap();
        let arguments = [OsStr::new("-e"), OsStr::new("stderr"), OsStr::new("-c"), file.as_os_str()];
        drop(listener);
        let mut process = Companion::start(executable().unwrap().as_os_str(), &arguments, &dir);
        if let Err(said) = process.ready(http, ready).await {
            panic!("nginx does not start: {said}");
        }
        Self { _process: process }
    }
}
