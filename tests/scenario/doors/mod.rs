//! Every page of Kratos' is this application's: signing in and up, getting back in, confirming an
//! address, and what is said when something goes wrong.

mod elsewhere;
mod login;
mod once_more;
mod recovery;
mod registration;
mod second;
mod steps;
mod verification;
mod wrong;

use axum::http::Method;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::stage::kratos::code_in;
use crate::stage::{Person, Stage};

impl Stage {
    /// The page of a kind of flow.
    pub fn page(&self, kind: &str) -> String {
        format!("{}/{kind}", self.app)
    }

    /// The page of a kind, asked for with options.
    pub fn page_with(&self, kind: &str, options: &[(&str, &str)]) -> String {
        let mut url: url::Url = self.page(kind).parse().unwrap();
        url.query_pairs_mut().extend_pairs(options);
        url.into()
    }

    /// The page of this kind is shown.
    #[track_caller]
    pub fn at(&self, kind: &str, browser: &Browser) {
        let page: url::Url = self.page(kind).parse().unwrap();
        let here = browser.url();
        assert!(here.origin() == page.origin() && here.path() == page.path(), "at {kind}: {browser:?}");
        assert_eq!(browser.status(), 200, "{browser:?}");
        assert!(browser.has(&format!("main[data-testid=\"{kind}-flow\"]")), "{browser:?}");
    }

    /// A code that was mailed after another.
    pub async fn another_code(&self, to: &str, template: &str, before: &str) -> String {
        let started = std::time::Instant::now();
        loop {
            let code = code_in(&self.kratos.mail(to, template).await);
            if code != before {
                return code;
            }
            assert!(started.elapsed() < std::time::Duration::from_secs(10), "no other {template} for {to}");
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }

    /// The page that was asked for is shown: where it was the sign-in, what that leads to.
    #[track_caller]
    fn at_the_page_one_wanted(&self, browser: &Browser, page: String) {
        assert_eq!(browser.status(), 200, "{browser:?}");
        let wanted = if page.contains("/login") { self.shop() } else { page };
        let (wanted, here): (url::Url, _) = (wanted.parse().unwrap(), browser.url());
        assert_eq!((here.origin(), here.path()), (wanted.origin(), wanted.path()), "{browser:?}");
        assert!(wanted.query().is_none_or(|query| here.query() == Some(query)), "{browser:?}");
    }

    /// A page of the other application, to come back to.
    pub fn shop(&self) -> String {
        self.home.join("shop?item=7&of=%C3%A4").unwrap().into()
    }
}

/// A code as people type it: in two, with a blank between.
fn in_two(code: &str) -> String {
    let (start, end) = code.split_at(3);
    format!("{start} {end}")
}

/// Reads the code that was mailed, and enters it.
async fn enter_code(stage: &Stage, browser: &mut Browser, to: &str, template: &str) {
    let mail = stage.kratos.mail(to, template).await;
    browser.fill("code", &code_in(&mail)).press("method", "code").await;
}

/// Types the name and a password.
async fn sign_in_with(browser: &mut Browser, person: &Person, password: &str) {
    browser.fill("identifier", &person.email).fill("password", password).press("method", "password").await;
}

/// What a link that is there leads to.
#[track_caller]
fn link(browser: &Browser, test_id: &str) -> url::Url {
    let links = browser.attributes(&format!("a[data-testid=\"{test_id}\"]"), "href");
    let [link] = links.as_slice() else { panic!("one link {test_id}, not {links:?}: {browser:?}") };
    browser.url().join(link).unwrap()
}

/// An option that an address carries.
fn option(url: &url::Url, name: &str) -> Option<String> {
    url.query_pairs().find(|(one, _)| one == name).map(|(_, value)| value.into_owned())
}

/// The id of whoever is signed in.
pub async fn identity_id(stage: &Stage, browser: &Browser) -> String {
    let session: Value = serde_json::from_str(&stage.session(browser).await).unwrap();
    session["identity"]["id"].as_str().unwrap().to_owned()
}

/// Switches an account off, as an operator does.
async fn switch_off(stage: &Stage, identity: &str) {
    let patch = json!([{"op": "replace", "path": "/state", "value": "inactive"}]);
    stage.kratos.administer(Method::PATCH, &format!("/admin/identities/{identity}"), &patch).await;
}
