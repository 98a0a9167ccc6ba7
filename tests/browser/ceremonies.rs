//! What `static/webauthn.js` does with a form, whatever page it is on.

use std::collections::BTreeMap;

use axum::Router;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::Html;
use axum::routing::{get, post};
use serde_json::{Value, json};
use url::form_urlencoded;

use super::browser::{Authenticator, Browser};
use super::chromium::{Script, run};
use super::harness::tests;
use super::recorded::bind;

tests! {
    a_new_accounts_passkey_is_made_once_the_form_is_right_and_then_signs_in,
    passkeys_are_offered_at_the_name_until_a_button_asks_and_again_when_that_fails,
    a_device_that_is_known_already_is_told_so,
    where_keys_cannot_be_used_the_button_says_so_before_it_is_pressed,
}

const POLICY: &str = "default-src 'none'; script-src 'self'; form-action 'self'; require-trusted-types-for 'script'";

/// What is said beside each button.
const FAILED: &str = "<p role=alert data-failed hidden data-known='known' data-insecure='insecure' \
                      data-unsupported='unsupported'>failed</p>";

/// A server of pages that hold this form, and of the script; answers a form with what it got.
async fn serve(fields: &str) -> String {
    let page = format!(
        "<!DOCTYPE html><title>Form</title><script src=/webauthn.js defer></script>\
         <form method=post action=/sent>{fields}</form>"
    );
    let script = || async { ([("content-type", "text/javascript")], include_str!("../../static/webauthn.js")) };
    let sent = |body: String| async move {
        let fields: BTreeMap<_, _> = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
        // For a page, not in it: nothing here can close the element.
        Html(format!("<!DOCTYPE html><title>Sent</title><pre>{}</pre>", json!(fields).to_string().replace('<', "")))
    };
    let router = Router::new()
        .route("/", get(move || async { ([(CONTENT_SECURITY_POLICY, POLICY)], Html(page)) }))
        .route("/webauthn.js", get(script))
        .route("/sent", post(sent));
    let (listener, own) = bind().await;
    tokio::spawn(kratos_account::serve(listener, router, std::future::pending()));
    own
}

/// The fields that were sent, once they are.
async fn sent(browser: &Browser) -> Value {
    browser.until("document.title === 'Sent' && document.querySelector('pre')").await;
    let text = browser.js("return document.querySelector('pre').textContent").await;
    serde_json::from_str(text.as_str().unwrap()).unwrap()
}

/// What was sent proves that `credential` is there.
fn proves(credential: &Value, fields: &Value) {
    let proof: Value = serde_json::from_str(fields["passkey_login"].as_str().unwrap()).unwrap();
    assert_eq!((&proof["id"], &proof["response"]["userHandle"]), (&credential["id"], &json!("YS11c2Vy")));
    for name in ["authenticatorData", "clientDataJSON", "signature"] {
        assert!(!proof["response"][name].as_str().unwrap().is_empty(), "{name}");
    }
}

/// The fields with which Kratos makes a passkey at registration.
fn registration() -> String {
    let options = json!({
        "credentialOptions": {"publicKey": {
            "rp": {"name": "Example", "id": "localhost"},
            "user": {"name": "", "displayName": "", "id": "YS11c2Vy"},
            "challenge": "Y2hhbGxlbmdl",
            "pubKeyCredParams": [{"type": "public-key", "alg": -7}, {"type": "public-key", "alg": -257}],
            "authenticatorSelection": {"residentKey": "required", "requireResidentKey": true},
        }},
        "displayNameFieldName": "traits.email",
    });
    format!(
        "<input name=traits.email type=email required value=ada>\
         <input name=password type=password required>\
         <input name=webauthn_register_displayname required>\
         <input type=hidden name=passkey_create_data value='{options}'><input type=hidden name=passkey_register>\
         <div><button type=button name=passkey_register_trigger data-trigger=oryPasskeyRegistration>Go</button>{FAILED}</div>"
    )
}

/// The fields with which Kratos takes a passkey at login.
fn login() -> String {
    let options =
        json!({"publicKey": {"challenge": "Y2hhbGxlbmdl", "rpId": "localhost", "userVerification": "preferred"}});
    format!(
        "<input name=identifier required autocomplete='username webauthn'>\
         <input name=password type=password required>\
         <input type=hidden name=passkey_challenge value='{options}'>\
         <input type=hidden name=passkey_login data-onload=oryPasskeyLoginAutocompleteInit>\
         <div><button type=button name=passkey_login_trigger data-trigger=oryPasskeyLogin>Go</button>{FAILED}</div>"
    )
}

const BUTTON: &str = "button[data-trigger]";

/// Runs `script` in every document before its own scripts, while `story` is told.
pub(crate) async fn with(browser: &Browser, script: &str, story: impl Future<Output = ()>) {
    let added = browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await;
    story.await;
    browser.cdp("Page.removeScriptToEvaluateOnNewDocument", json!({"identifier": added["identifier"]})).await;
}

/// No passkey is offered at the name, where an authenticator without a person takes it at once.
pub(crate) const NO_OFFER: &str = "PublicKeyCredential.isConditionalMediationAvailable = async () => false";

/// The browser's requests are counted and left open; `refuse()` ends the last one.
const COUNTED: &str = "window.requests = []; \
    PublicKeyCredential.isConditionalMediationAvailable = async () => true; \
    navigator.credentials.get = ({ mediation, signal }) => new Promise((_, reject) => { \
        const request = { mediation, ended: false }; \
        const end = (error) => { request.ended = true; reject(error); }; \
        if (requests.some((other) => !other.ended)) return end(new DOMException('', 'OperationError')); \
        requests.push(request); \
        signal?.addEventListener('abort', () => end(signal.reason)); \
        window.refuse = () => end(new DOMException('', 'NotAllowedError')); \
    });";

fn a_new_accounts_passkey_is_made_once_the_form_is_right_and_then_signs_in() {
    run(Script::On, async |browser| {
        let device = browser.plug_in(Authenticator::Platform).await;
        browser.goto(&serve(&registration()).await).await;
        let noted = "sessionStorage.made = options.publicKey.user.displayName";
        browser
            .js(&format!(
                "const make = navigator.credentials.create.bind(navigator.credentials); \
                 navigator.credentials.create = (options) => {{ {noted}; return make(options); }}"
            ))
            .await;
        browser.click(BUTTON).await;
        browser.until("document.activeElement.name === 'traits.email'").await;
        assert_eq!(browser.js("return sessionStorage.made").await, Value::Null, "the form has a mistake");

        // The password and the name of a security key are other ways, and stay empty.
        browser.fill("traits.email", "ada@example.org").await;
        browser.click(BUTTON).await;
        let fields = sent(browser).await;
        assert_eq!(browser.js("return sessionStorage.made").await, "ada@example.org");
        let credential: Value = serde_json::from_str(fields["passkey_register"].as_str().unwrap()).unwrap();
        assert_eq!(credential["type"], "public-key");
        assert!(credential["response"]["attestationObject"].as_str().unwrap().len() > 100, "{credential}");
        assert!(!fields["passkey_register"].as_str().unwrap().contains('='), "base64url without padding");

        let url = serve(&login()).await;
        with(browser, NO_OFFER, async {
            browser.goto(&url).await;
            browser.click(BUTTON).await;
            proves(&credential, &sent(browser).await);
        })
        .await;
        // What the browser offers at the name is taken at once by this authenticator.
        browser.goto(&url).await;
        proves(&credential, &sent(browser).await);
        let complaints = browser.console().await.into_iter().filter(|entry| entry.contains("Policy"));
        assert_eq!(complaints.collect::<Vec<_>>(), [""; 0]);
        browser.unplug(&device).await;
    });
}

fn passkeys_are_offered_at_the_name_until_a_button_asks_and_again_when_that_fails() {
    run(Script::On, async |browser| {
        let url = serve(&login()).await;
        with(browser, COUNTED, async {
            browser.goto(&url).await;
            browser.until("requests.length === 1").await;
            assert_eq!(browser.js("return requests[0].mediation").await, "conditional");

            browser.click(BUTTON).await;
            browser.until("requests.length === 2").await;
            let state = "return [requests[0].ended, requests[1].mediation ?? null, requests[1].ended]";
            assert_eq!(browser.js(state).await, json!([true, null, false]));
            assert!(browser.has("button[aria-disabled=true]").await);
            // A second press asks nothing more.
            browser.click(BUTTON).await;

            browser.js("refuse()").await;
            browser.until("requests.length === 3").await;
            assert_eq!(browser.js("return requests[2].mediation").await, "conditional");
            assert!(browser.has("[data-failed]:not([hidden])").await && !browser.has("[aria-disabled]").await);
            assert_eq!(browser.js("return document.querySelector('[data-failed]').textContent").await, "failed");

            // What was told goes when it is tried again.
            browser.click(BUTTON).await;
            browser.until("requests.length === 4 && document.querySelector('[data-failed][hidden]')").await;
        })
        .await;
    });
}

fn a_device_that_is_known_already_is_told_so() {
    run(Script::On, async |browser| {
        browser.goto(&serve(&registration()).await).await;
        browser.fill("traits.email", "ada@example.org").await;
        let known = "Promise.reject(new DOMException('', 'InvalidStateError'))";
        browser.js(&format!("navigator.credentials.create = () => {known}")).await;
        browser.click(BUTTON).await;
        browser.until("document.querySelector('[data-failed]:not([hidden])')?.textContent === 'known'").await;
    });
}

fn where_keys_cannot_be_used_the_button_says_so_before_it_is_pressed() {
    run(Script::On, async |browser| {
        let url = serve(&login()).await;
        let told = "document.querySelector('button:disabled + [data-failed]:not([hidden])')?.textContent";
        with(browser, "delete window.PublicKeyCredential", async {
            browser.goto(&url).await;
            browser.until(&format!("{told} === 'unsupported'")).await;
        })
        .await;
        // By plain http from another machine, as on a local network.
        browser.goto(&url.replace("localhost", "kratos.example.net")).await;
        browser.until(&format!("{told} === 'insecure'")).await;
    });
}
