//! A session as a page shows it.

use std::net::SocketAddr;

use super::language::Language;
use super::message::Moment;
use crate::kratos::{Aal, Session};

/// Where somebody is signed in.
#[derive(Debug)]
pub(crate) struct Device {
    /// The session.
    pub(crate) id: String,
    /// What it is: browser and system.
    pub(crate) name: String,
    /// Where it is, as far as Kratos knows.
    pub(crate) place: Option<String>,
    /// Since when: the moment, and the text.
    pub(crate) since: Option<(String, String)>,
    /// How the person signed in.
    pub(crate) methods: Option<String>,
}

impl Device {
    /// Describes `session`.
    pub(crate) fn of(session: &Session, words: &Language) -> Self {
        // The last is the one in use: Kratos adds one when the session moves.
        let device = session.devices.last();
        let agent = device.and_then(|device| device.user_agent.as_deref()).unwrap_or_default();
        let name = match (find(&BROWSERS, agent), find(&SYSTEMS, agent)) {
            (Some(browser), Some(system)) => {
                words.text_with("sessions-device", &[("browser", browser.into()), ("system", system.into())])
            }
            (Some(one), None) | (None, Some(one)) => one.to_owned(),
            (None, None) => words.text("sessions-unknown").to_owned(),
        };
        let place = device.and_then(|device| {
            let location = device.location.as_deref().filter(|location| !location.is_empty());
            // Kratos takes the port for a part of the address.
            let address = device.ip_address.as_deref().map(|address| match address.parse::<SocketAddr>() {
                Ok(with_port) => with_port.ip().to_string(),
                Err(_) => address.to_owned(),
            });
            location.map(str::to_owned).or(address)
        });
        let since = session.authenticated_at.as_ref().and_then(|at| Moment::read(at.as_str(), words));
        let mut methods: Vec<String> = Vec::new();
        for method in &session.authentication_methods {
            let named = words.find(&format!("group-{}", method.method)).map(str::to_owned);
            let name = method
                .provider
                .clone()
                .or(named)
                .unwrap_or_else(|| super::names::humanise(&method.method).into_owned());
            if !methods.contains(&name) {
                methods.push(name);
            }
        }
        if session.aal == Aal::Aal2 {
            methods.push(words.text("sessions-two-factors").to_owned());
        }
        Self {
            id: session.id.to_string(),
            name,
            place,
            since: since.map(|at| (at.iso, words.text_with("sessions-since", &[("when", at.text.into())]))),
            methods: (!methods.is_empty()).then(|| methods.join(" · ")),
        }
    }
}

/// Tokens of browsers, those first that others carry as well.
const BROWSERS: [(&str, &str); 13] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("YaBrowser/", "Yandex"),
    ("Vivaldi/", "Vivaldi"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
    ("okhttp/", "okhttp"),
];

/// Tokens of systems, likewise.
const SYSTEMS: [(&str, &str); 8] = [
    ("Windows", "Windows"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
    ("BSD", "BSD"),
];

fn find(table: &[(&str, &'static str)], agent: &str) -> Option<&'static str> {
    table.iter().find(|(token, _)| agent.contains(token)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn todays_browsers_are_known_by_their_names() {
        for (agent, browser, system) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0",
                Some("Edge"),
                Some("Windows"),
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
                Some("Safari"),
                Some("macOS"),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/150.0 Mobile/15E148 Safari/604.1",
                Some("Chrome"),
                Some("iPhone"),
            ),
            (
                "Mozilla/5.0 (Linux; Android 16; SM-S931B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36",
                Some("Samsung Internet"),
                Some("Android"),
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0", Some("Firefox"), Some("Linux")),
            ("curl/8.5.0", Some("curl"), None),
            ("", None, None),
        ] {
            assert_eq!((find(&BROWSERS, agent), find(&SYSTEMS, agent)), (browser, system), "{agent}");
        }
    }
}
