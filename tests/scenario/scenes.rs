//! Scenes that many stories have.

use serde_json::Value;
use url::Url;

use crate::browser::Browser;
use crate::stage::{Person, Stage};

/// "Your changes have been saved!"
pub const SAVED: u64 = 1_050_001;

/// "Please confirm this action by verifying that it is you."
pub const CONFIRM_IT_IS_YOU: u64 = 1_010_003;

/// "The provided credentials are invalid."
pub const WRONG_PASSWORD: u64 = 4_000_006;

impl Stage {
    /// A browser that knows nothing yet.
    pub fn browser(&self) -> Browser {
        Browser::new(self.http.clone(), &self.secrets, self.turn.clone())
    }

    /// Somebody's browser, signed in, at their settings.
    pub async fn signed_in(&self, person: &Person) -> Browser {
        let mut browser = self.browser();
        browser.visit(self.settings()).await;
        sign_in(&mut browser, person).await;
        self.at_settings(&browser);
        browser
    }

    /// Signs out.
    pub async fn sign_out(&self, browser: &mut Browser) {
        let (status, answer) =
            self.kratos.ask("/self-service/logout/browser", &browser.cookies(&self.kratos.browser)).await;
        assert_eq!(status, 200, "{answer}");
        browser.visit(answer["logout_url"].as_str().unwrap()).await;
    }

    /// The account page is shown.
    #[track_caller]
    pub fn at_settings(&self, browser: &Browser) {
        let page: Url = self.settings().parse().unwrap();
        let here = browser.url();
        assert!(here.origin() == page.origin() && here.path() == page.path(), "at the settings: {browser:?}");
        assert_eq!(browser.status(), 200, "{browser:?}");
        assert!(browser.has("[data-testid=\"password-settings-card\"]"), "{browser:?}");
    }

    /// The other application is shown.
    #[track_caller]
    pub fn at_home(&self, browser: &Browser) {
        assert_eq!(browser.url().origin(), self.home.origin(), "{browser:?}");
        assert_eq!(browser.text(), "The other application", "{browser:?}");
    }

    /// The traits Kratos has of whoever is signed in.
    pub async fn traits(&self, browser: &Browser) -> Value {
        let session: Value = serde_json::from_str(&self.session(browser).await).unwrap();
        session["identity"]["traits"].clone()
    }

    /// What Kratos says of whoever is signed in, to the letter.
    pub async fn session(&self, browser: &Browser) -> String {
        let cookies = browser.cookies(&self.kratos.browser);
        let (status, session) = self.kratos.ask_for_text("/sessions/whoami", &cookies).await;
        assert_eq!(status, 200, "{session}");
        session
    }
}

/// Signs in with the password at Kratos' login, which is shown.
pub async fn sign_in(browser: &mut Browser, person: &Person) {
    browser.fill("identifier", &person.email).fill("password", &person.password);
    browser.press("method", "password").await;
}

/// Presses the button that signs out, at a page that has it.
pub async fn press_sign_out(browser: &mut Browser) {
    assert_eq!(browser.texts("form[action$=\"/logout\"] button"), ["Sign out"], "{browser:?}");
    browser.press("", "").await;
}

/// Gives the password once more at Kratos' login, which is shown.
pub async fn confirm(browser: &mut Browser, person: &Person) {
    assert!(browser.messages().contains(&CONFIRM_IT_IS_YOU), "{browser:?}");
    browser.fill("password", &person.password).press("method", "password").await;
}

/// The id of the flow whose page is shown.
pub fn flow_of(browser: &Browser) -> String {
    let (_, flow) = browser.url().query_pairs().find(|(name, _)| name == "flow").unwrap();
    flow.into_owned()
}

/// Presses a button that takes something away, and confirms it where that is asked.
pub async fn take_away(browser: &mut Browser, name: &str, value: &str) {
    browser.press(name, value).await;
    let asked = !browser.has("[data-testid=\"password-settings-card\"]") && browser.offers(name, value);
    if asked {
        browser.press(name, value).await;
    }
}

/// What an authenticator app with this key shows at this time.
pub fn totp(key: &str, now: u64) -> String {
    let secret = totp_rs::Secret::try_from_base32(key).unwrap();
    totp_rs::Builder::new().with_secret(secret).build_noncompliant().generate(now).to_string()
}
