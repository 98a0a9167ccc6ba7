//! What a browser keeps: cookies, and what it got.

use axum::http::header::SET_COOKIE;
use url::Url;

use super::{Browser, Step};

impl Browser {
    /// Keeps the cookies of an answer, and the answer itself, which must give nothing away.
    pub(super) fn keep(&self, step: &Step) {
        let said = step.headers.values().map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        for text in said.chain([step.body.clone(), step.url.to_string()]) {
            for secret in &self.shared.secrets {
                assert!(!decoded(&text).contains(secret), "{} {} gives {secret} away: {text}", step.method, step.url);
            }
        }
        self.shared.steps.lock().unwrap().push(step.clone());
        if self.shared.keeps_cookies {
            let mut jar = self.shared.jar.lock().unwrap();
            for cookie in step.headers.get_all(SET_COOKIE) {
                let cookie = cookie.to_str().unwrap();
                // A browser ignores what it may not keep.
                drop(jar.parse(cookie, &step.url));
            }
        }
    }

    /// The `Cookie` header for an address.
    pub fn cookies(&self, url: &Url) -> String {
        let jar = self.shared.jar.lock().unwrap();
        let pairs: Vec<String> = jar.get_request_values(url).map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("; ")
    }

    /// Puts another value into each cookie that an address gets and whose name starts so.
    pub fn change_cookies(&self, url: &Url, prefix: &str, value: &str) {
        let mut jar = self.shared.jar.lock().unwrap();
        let found: Vec<String> = jar
            .get_request_values(url)
            .map(|(name, _)| name.to_owned())
            .filter(|name| name.starts_with(prefix))
            .collect();
        assert!(!found.is_empty(), "a cookie {prefix}…");
        for name in found {
            jar.parse(&format!("{name}={value}; Path=/; HttpOnly"), url).unwrap();
        }
    }

    /// Forgets the cookies that an address gets and whose name starts so.
    pub fn forget_cookies(&self, url: &Url, prefix: &str) {
        let mut jar = self.shared.jar.lock().unwrap();
        let names = jar.get_request_values(url).map(|(name, _)| name.to_owned());
        let found: Vec<String> = names.filter(|name| name.starts_with(prefix)).collect();
        assert!(!found.is_empty(), "a cookie {prefix}…");
        for name in found {
            jar.remove(url.host_str().unwrap(), "/", &name);
        }
    }

    /// All steps so far, of all tabs.
    pub fn steps(&self) -> Vec<Step> {
        self.shared.steps.lock().unwrap().clone()
    }
}

/// A text with what is encoded in an address within an address read as well.
fn decoded(text: &str) -> String {
    let decode = |text: &str| text.replace("%3A", ":").replace("%3a", ":").replace("%2F", "/").replace("%2f", "/");
    let twice = decode(&text.replace("%25", "%"));
    format!("{}\n{twice}", decode(text))
}
