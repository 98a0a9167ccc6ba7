//! A session as a page shows it: the device it is on.

use std::net::SocketAddr;

use super::language::Language;
use super::look::Look;
use super::message::Phrase;
use super::names::{humanise, provider};
use super::thing::{Fact, Thing, taking_away};
use crate::kratos::{Aal, Session};

/// Where somebody is signed in. `end`: where the form goes that ends the session; nothing for the one
/// in use.
pub(crate) fn device<'a>(session: &Session, end: Option<&'a str>, words: &'a Language) -> Thing<'a> {
    // Kratos notes the device when a session begins.
    let device = session.devices.last();
    let agent = device.and_then(|device| device.user_agent.as_deref()).unwrap_or_default();
    let name = name(agent, words);
    let place = device.and_then(|device| {
        let location = device.location.as_deref().filter(|location| !location.is_empty());
        // Kratos takes the port for a part of the address.
        let address = device.ip_address.as_deref().map(|address| match address.parse::<SocketAddr>() {
            Ok(with_port) => with_port.ip().to_string(),
            Err(_) => address.to_owned(),
        });
        location.map(str::to_owned).or(address)
    });
    let moment =
        |id: &str, at: &Option<crate::kratos::Time>| at.as_ref().and_then(|at| Fact::moment(id, at.as_str(), words));
    let facts = [
        place.map(Fact::text),
        moment("sessions-since", &session.authenticated_at),
        moment("sessions-until", &session.expires_at),
        methods(session, words).map(Fact::text),
    ];
    let id = format!("session-{}", session.id);
    let thing = Thing {
        mark: Some(format!("session/{}", session.id)),
        state: end.is_none().then(|| words.text("sessions-this")),
        facts: facts.into_iter().flatten().collect(),
        ..Thing::new(id.clone(), name.clone())
    };
    let Some(end) = end else { return thing };
    let look = Look {
        question: words.text_with("sessions-end-question", &[("device", (&*name.text).into())]),
        consequence: words.text("sessions-end-consequence").to_owned(),
    };
    let label = words.text("sessions-end");
    thing.with(taking_away(id, end, ("end", session.id.to_string()), label, look, words), label)
}

/// How the person signed in.
fn methods(session: &Session, words: &Language) -> Option<String> {
    let mut methods: Vec<String> = Vec::new();
    for method in &session.authentication_methods {
        // Kratos tells a provider's id and not its label.
        let provided = method.provider.as_deref();
        let provided = provided.map(|id| provider(id).map_or_else(|| humanise(id).into_owned(), str::to_owned));
        let named = words.find(&format!("group-{}", method.method)).map(str::to_owned);
        let name = provided.or(named).unwrap_or_else(|| humanise(&method.method).into_owned());
        if !methods.contains(&name) {
            methods.push(name);
        }
    }
    if session.aal == Aal::Aal2 {
        methods.push(words.text("sessions-two-factors").to_owned());
    }
    (!methods.is_empty()).then(|| methods.join(" · "))
}

/// What a device is called: browser and system.
fn name<'a>(agent: &str, words: &'a Language) -> Phrase<'a> {
    match (find(&BROWSERS, agent).or_else(|| product(agent)), find(&SYSTEMS, agent)) {
        (Some(browser), Some(system)) => {
            words.text_with("sessions-device", &[("browser", browser.into()), ("system", system.into())]).into()
        }
        (Some(one), None) | (None, Some(one)) => one.to_owned().into(),
        (None, None) => words.text("sessions-unknown").into(),
    }
}

/// How long the name of an unknown agent may be, in bytes.
const LONGEST_PRODUCT: usize = 40;

/// What an agent that is no browser calls itself first (RFC 9110, 10.1.5): an app, or a program.
fn product(agent: &str) -> Option<&str> {
    let (product, _) = agent.split_once('/')?;
    let is_one = !product.is_empty() && product.len() <= LONGEST_PRODUCT && !product.contains([' ', '(']);
    (is_one && product != "Mozilla").then_some(product)
}

/// Tokens of browsers and of apps that show pages themselves; those first whose agents name others as
/// well. What hides as another browser, as Brave does, is called by that one's name.
const BROWSERS: [(&str, &str); 38] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("OPX/", "Opera"),
    ("OPT/", "Opera"),
    ("OPiOS/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("YaBrowser/", "Yandex"),
    ("Vivaldi/", "Vivaldi"),
    ("Brave/", "Brave"),
    ("DuckDuckGo/", "DuckDuckGo"),
    ("Ddg/", "DuckDuckGo"),
    ("EcosiaAndroid", "Ecosia"),
    ("EcosiaIos", "Ecosia"),
    ("Whale/", "Whale"),
    ("UCBrowser/", "UC Browser"),
    ("MiuiBrowser/", "Mi Browser"),
    ("HuaweiBrowser/", "Huawei Browser"),
    ("QQBrowser/", "QQ Browser"),
    ("Silk/", "Silk"),
    ("MicroMessenger/", "WeChat"),
    ("FBAN/", "Facebook"),
    ("FBAV/", "Facebook"),
    ("FB_IAB/", "Facebook"),
    ("Instagram ", "Instagram"),
    ("GSA/", "Google app"),
    ("Electron/", "Electron"),
    ("Focus/", "Firefox Focus"),
    ("Klar/", "Firefox Klar"),
    ("FxiOS/", "Firefox"),
    ("SeaMonkey/", "SeaMonkey"),
    ("PaleMoon/", "Pale Moon"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Epiphany/", "GNOME Web"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("Trident/", "Internet Explorer"),
];

/// Tokens of systems, likewise.
const SYSTEMS: [(&str, &str); 16] = [
    ("Xbox", "Xbox"),
    ("Windows", "Windows"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("iPod", "iPod"),
    // Browsers of a tablet that asks for the pages of a desktop computer.
    ("iOS/", "iPad"),
    ("OpenHarmony", "HarmonyOS"),
    ("Android", "Android"),
    ("KAIOS/", "KaiOS"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Tizen", "Tizen"),
    ("Web0S", "webOS"),
    ("PlayStation", "PlayStation"),
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
        const GECKO: &str = "AppleWebKit/537.36 (KHTML, like Gecko)";
        const WEBKIT: &str = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
        let languages = crate::view::Languages::load(None).unwrap();
        for (agent, called) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) GECKO Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) GECKO Chrome/150.0.0.0 Safari/537.36 OPR/120.0",
                "Opera on Windows",
            ),
            ("Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko", "Internet Explorer on Windows"),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) WEBKIT Version/26.0 Safari/605.1.15", "Safari on macOS"),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) WEBKIT Version/26.0 Safari/605.1.15 Ddg/26.0",
                "DuckDuckGo on macOS",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) WEBKIT CriOS/150.0 Mobile/15E148 Safari/604.1",
                "Chrome on iPhone",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) WEBKIT FxiOS/150.0 Mobile/15E148 Safari/605.1.15",
                "Firefox on iPhone",
            ),
            (
                "Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) WEBKIT Version/18.5 Mobile/15E148 Safari/604.1",
                "Safari on iPad",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:150.0) WEBKIT FxiOS/150 Safari/605.1.15",
                "Firefox on iPad",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) WEBKIT GSA/400.0 Mobile/15E148 Safari/604.1",
                "Google app on iPhone",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) WEBKIT Mobile/15E148 Instagram 400.0.0.1",
                "Instagram on iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 16; SM-S931B) GECKO SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36",
                "Samsung Internet on Android",
            ),
            (
                "Mozilla/5.0 (Linux; Android 16; Pixel 9; wv) GECKO Version/4.0 Chrome/150.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/500.0]",
                "Facebook on Android",
            ),
            ("Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0", "Firefox on Android"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0", "Firefox on Linux"),
            ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) GECKO Chrome/150.0.0.0 Safari/537.36", "Chrome on ChromeOS"),
            ("Mozilla/5.0 (X11; Linux x86_64) WEBKIT Version/26.0 Safari/605.1.15 Epiphany/49", "GNOME Web on Linux"),
            ("Mozilla/5.0 (X11; Linux x86_64) GECKO HeadlessChrome/150.0.0.0 Safari/537.36", "Chrome on Linux"),
            ("AdaNotes/3.1 (iPhone; iOS 26.0; Scale/3.00)", "AdaNotes on iPhone"),
            ("AdaNotes/3 CFNetwork/1500 Darwin/25.0.0", "AdaNotes"),
            ("curl/8.5.0", "curl"),
            ("okhttp/5.0.0", "okhttp"),
            ("python-requests/2.34.2", "python-requests"),
            ("Mozilla/5.0 (compatible)", "Unknown device"),
            ("", "Unknown device"),
        ] {
            let agent = agent.replace("GECKO", GECKO).replace("WEBKIT", WEBKIT);
            assert_eq!(name(&agent, languages.english()).text, called, "{agent}");
        }
    }
}
