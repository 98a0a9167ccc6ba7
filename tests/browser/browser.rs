//! A browser, as tests speak of it.

use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, Locator};
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// How long something may take that a test waits for.
const PATIENCE: Duration = Duration::from_secs(15);

/// How often it looks.
const GLANCE: Duration = Duration::from_millis(20);

#[derive(Debug)]
pub(crate) struct Browser {
    client: Client,
}

/// The colours a person prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What the browser lets keys be made with.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Authenticator {
    /// A security key in a USB port.
    SecurityKey,
    /// The device's own, with a screen lock.
    Platform,
}

impl Browser {
    pub(crate) async fn new(client: Client) -> Self {
        let browser = Self { client };
        browser.cdp("Emulation.setFocusEmulationEnabled", json!({"enabled": true})).await;
        browser.forget().await;
        browser
    }

    /// Leaves nothing to the next test.
    pub(crate) async fn forget(&self) {
        self.goto("about:blank").await;
        self.cdp("Network.clearBrowserCookies", json!({})).await;
        self.cdp("Page.setFontSizes", json!({"fontSizes": {"standard": 16, "fixed": 13}})).await;
        self.live_in("").await;
        // Scrolling at leisure would let the driver miss what it clicks.
        self.metrics(1280, 900, 1.0).await;
        self.prefer(Scheme::Light).await;
        self.console().await;
    }

    /// Where it is, what the console says and what is seen, for a test that failed.
    pub(crate) async fn describe(&self) -> String {
        let url = self.client.current_url().await.map(String::from).unwrap_or_default();
        let text = self.client.execute("return document.body.innerText", vec![]).await.unwrap_or_default();
        let name = std::thread::current().name().unwrap_or_default().replace("::", "-");
        let picture = super::screenshots::folder().join(format!("failed-{name}.png"));
        if let Ok(png) = self.client.screenshot().await {
            let _ = std::fs::write(&picture, png);
        }
        let text = text.as_str().unwrap_or_default();
        format!("at {url}, see {}\nconsole: {:?}\n{text}", picture.display(), self.console().await)
    }

    pub(crate) async fn goto(&self, url: &str) {
        self.client.goto(url).await.unwrap_or_else(|error| panic!("{url}: {error}"));
    }

    pub(crate) async fn back(&self) {
        self.client.back().await.unwrap();
    }

    pub(crate) async fn url(&self) -> Url {
        self.client.current_url().await.unwrap()
    }

    pub(crate) async fn title(&self) -> String {
        self.client.title().await.unwrap()
    }

    /// What a function body returns in the page, awaited if it is a promise.
    pub(crate) async fn js(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// As [`Self::js`], as a list of texts.
    pub(crate) async fn list(&self, script: &str) -> Vec<String> {
        serde_json::from_value(self.js(script).await).unwrap()
    }

    /// Waits until an expression is true in the page, across navigations.
    #[track_caller]
    pub(crate) fn until(&self, expression: &str) -> impl Future<Output = ()> {
        let script = format!("return Boolean({expression})");
        let failed = format!("{}: in vain until {expression}", std::panic::Location::caller());
        async move {
            let start = Instant::now();
            // An error is a page that has just gone.
            while !matches!(self.client.execute(&script, vec![]).await, Ok(Value::Bool(true))) {
                assert!(start.elapsed() < PATIENCE, "{failed}");
                tokio::time::sleep(GLANCE).await;
            }
        }
    }

    /// Waits for an element.
    pub(crate) async fn find(&self, css: &str) -> Element {
        let wait = self.client.wait().at_most(PATIENCE).every(GLANCE);
        wait.for_element(Locator::Css(css)).await.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    pub(crate) async fn has(&self, css: &str) -> bool {
        !self.client.find_all(Locator::Css(css)).await.unwrap().is_empty()
    }

    /// Types into the field of this name.
    pub(crate) async fn fill(&self, name: &str, value: &str) {
        self.type_in(&format!("[name='{name}']"), value).await;
    }

    /// Types into a field.
    pub(crate) async fn type_in(&self, css: &str, value: &str) {
        let field = self.find(css).await;
        field.clear().await.unwrap();
        field.send_keys(value).await.unwrap();
    }

    /// Puts a text in the place of a field's, as pasting does: the driver's keys know no emoji.
    pub(crate) async fn type_over(&self, css: &str, value: &str) {
        self.find(css).await.click().await.unwrap();
        self.js("document.activeElement.select()").await;
        self.cdp("Input.insertText", json!({"text": value})).await;
    }

    pub(crate) async fn value(&self, name: &str) -> String {
        self.find(&format!("[name='{name}']")).await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// Presses the button of this name and value.
    pub(crate) async fn press(&self, name: &str, value: &str) {
        self.click(&format!("button[name='{name}'][value='{value}']")).await;
    }

    /// Presses the button of this name and value, and says yes where the page asks again: in a
    /// dialog, or without scripts on a page of its own.
    pub(crate) async fn press_and_confirm(&self, name: &str, value: &str) {
        self.press(name, value).await;
        let button = format!("button[name='{name}'][value='{value}']");
        let page = "body:not(:has([data-testid$=settings-card]))";
        self.click(&format!("dialog[open] [data-confirm]:not([aria-disabled]), {page} {button}")).await;
    }

    pub(crate) async fn click(&self, css: &str) {
        self.find(css).await.click().await.unwrap();
    }

    /// Presses the mouse here, so many times in a row, as a double click does.
    pub(crate) async fn press_at(&self, x: f64, y: f64, times: u32) {
        for time in 1..=times {
            for kind in ["mousePressed", "mouseReleased"] {
                let params = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": time});
                self.cdp("Input.dispatchMouseEvent", params).await;
            }
        }
    }

    /// What a screen reader calls an element.
    pub(crate) async fn label_of(&self, css: &str) -> String {
        let element = json!({"expression": format!("document.querySelector({css:?})")});
        let object = self.cdp("Runtime.evaluate", element).await["result"]["objectId"].clone();
        let params = json!({"objectId": object, "fetchRelatives": false});
        let tree = self.cdp("Accessibility.getPartialAXTree", params).await;
        tree["nodes"][0]["name"]["value"].as_str().unwrap_or_default().to_owned()
    }

    /// Presses and lets go a key.
    pub(crate) async fn key(&self, key: &str, code: u32) {
        let text = if key == "Enter" { "\r" } else { "" };
        for kind in ["keyDown", "keyUp"] {
            let params = json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text});
            self.cdp("Input.dispatchKeyEvent", params).await;
        }
    }

    pub(crate) async fn tab(&self) {
        self.key("Tab", 9).await;
    }

    /// What the clipboard holds, pasted as a person would into a field that is there for it.
    pub(crate) async fn pasted(&self) -> String {
        self.js("document.body.append(document.createElement('textarea')); document.body.lastChild.focus()").await;
        let paste = json!({"type": "rawKeyDown", "key": "v", "code": "KeyV", "modifiers": 2, "commands": ["paste"]});
        self.cdp("Input.dispatchKeyEvent", paste).await;
        self.until("document.body.lastChild.value").await;
        self.js("return document.body.lastChild.value").await.as_str().unwrap().to_owned()
    }

    /// The window's size, as the page sees it.
    pub(crate) async fn metrics(&self, width: u32, height: u32, scale: f32) {
        let params = json!({"width": width, "height": height, "deviceScaleFactor": scale, "mobile": false});
        self.cdp("Emulation.setDeviceMetricsOverride", params).await;
    }

    /// The medium (empty for the screen) and what a person prefers.
    pub(crate) async fn media(&self, medium: &str, features: &[(&str, &str)]) {
        let features: Vec<Value> = features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({"media": medium, "features": features})).await;
    }

    /// A window of this width, in these colours, with nothing in motion. Needs scripts, to wait until it is drawn.
    pub(crate) async fn view(&self, width: u32, scheme: Scheme) {
        self.metrics(width, 900, 1.0).await;
        self.prefer(scheme).await;
        // What follows the width by script does so when the page is drawn.
        self.js("requestAnimationFrame(() => requestAnimationFrame(() => (window.drawn = true)))").await;
        self.until("window.drawn !== undefined").await;
        self.js("delete window.drawn").await;
    }

    /// The colours that the device prefers.
    pub(crate) async fn prefer(&self, scheme: Scheme) {
        self.media("", &[("prefers-color-scheme", scheme.name()), ("prefers-reduced-motion", "reduce")]).await;
    }

    /// The time zone the person lives in (IANA); empty for the machine's.
    pub(crate) async fn live_in(&self, zone: &str) {
        self.cdp("Emulation.setTimezoneOverride", json!({"timezoneId": zone})).await;
    }

    /// The language that is asked for; none for the browser's own.
    pub(crate) async fn ask_for(&self, language: Option<&str>) {
        self.cdp("Network.enable", json!({})).await;
        let headers = language.map_or_else(|| json!({}), |language| json!({"Accept-Language": language}));
        self.cdp("Network.setExtraHTTPHeaders", json!({"headers": headers})).await;
    }

    /// What is in the window, as PNG.
    pub(crate) async fn picture(&self) -> Vec<u8> {
        self.client.screenshot().await.unwrap()
    }

    /// A command of the developer tools.
    pub(crate) async fn cdp(&self, command: &str, params: Value) -> Value {
        self.post("goog/cdp/execute", json!({"cmd": command, "params": params})).await
    }

    /// The warnings and errors in the console since it was last asked.
    pub(crate) async fn console(&self) -> Vec<String> {
        let entries = self.post("se/log", json!({"type": "browser"})).await;
        let loud = |entry: &&Value| entry["level"] == "WARNING" || entry["level"] == "SEVERE";
        let text = |entry: &Value| format!("{} {}", entry["level"], entry["message"]);
        entries.as_array().unwrap().iter().filter(loud).map(text).collect()
    }

    /// Plugs in an authenticator; gives its id.
    pub(crate) async fn plug_in(&self, authenticator: Authenticator) -> String {
        let internal = matches!(authenticator, Authenticator::Platform);
        let id = self.post(
            "webauthn/authenticator",
            json!({
                "protocol": "ctap2", "transport": if internal { "internal" } else { "usb" }, "hasResidentKey": internal,
                "hasUserVerification": internal, "isUserVerified": internal,
            }),
        );
        id.await.as_str().unwrap().to_owned()
    }

    pub(crate) async fn unplug(&self, authenticator: &str) {
        let path = format!("webauthn/authenticator/{authenticator}");
        self.client.issue_cmd(Raw { method: Method::DELETE, path, body: None }).await.unwrap();
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Value {
        let command = Raw { method: Method::POST, path: path.to_owned(), body: Some(body.to_string()) };
        self.client.issue_cmd(command).await.unwrap_or_else(|error| panic!("{path} {body}: {error}"))
    }
}

/// A command of the driver that fantoccini has no name for.
#[derive(Debug)]
struct Raw {
    method: Method,
    path: String,
    body: Option<String>,
}

impl WebDriverCompatibleCommand for Raw {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (self.method.clone(), self.body.clone())
    }
}
