//! Signing up: on one page and in two steps, with every method.

use crate::authenticator::Authenticator;
use crate::browser::Browser;
use crate::compare::{Comparison, recorded, told};
use crate::every_method::PHONE_SCHEMA;
use crate::story::Story;
use crate::two_steps::options_of;
use kratos_stand_in::{Config, ExtraSchema, FeatureFlags, Hook, Methods, StandIn, Style};
use std::time::Duration;

/// Somebody who has an account already.
const ADA: &str = "ada.1795600115@example.org";

/// A page that may be gone back to.
const APP: &str = "?return_to=http://localhost:4455/app";

/// Beginnings that are refused, and reading one.
pub(crate) async fn beginnings(comparison: &mut Comparison) {
    let stand_in = told(recorded());
    let mut story = Story::new(comparison, &stand_in);
    story.person(ADA);
    story.hold("registration/init_json").await;
    story.browser = Browser::new(&stand_in);
    story.hold("registration_json/init_after_verification_evil").await;
    story.hold("registration_errors/get_no_cookie_403").await;
    story.flow = serde_json::Value::Null;
    for name in [
        "init_challenge_unconfigured_json",
        "init_return_to_forbidden_json",
        "init_schema_unknown_json",
        "get_unknown_404",
    ] {
        story.hold(&format!("registration_errors/{name}")).await;
    }
    story.signed_in(ADA).await;
    for name in ["html", "json", "return_to_html", "return_to_json"] {
        story.hold(&format!("registration_errors/signed_in_init_{name}")).await;
    }
    let stand_in = told(Config { registration_enabled: false, ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    story.hold("registration_errors/disabled_init_400").await;
    story.hold("registration_errors/disabled_get_400").await;
}

/// Two steps, forth and back, and a password.
pub(crate) async fn in_two_steps(comparison: &mut Comparison) {
    let stand_in = told(recorded());
    let mut story = Story::new(comparison, &stand_in);
    story.person(ADA);
    let json = |name: &str| format!("registration_json/{name}");
    for name in ["no_method_400", "csrf_403", "profile_empty_400"] {
        story.begin_and_hold("registration", "", &json(name)).await;
    }
    for name in ["choose_credentials_400", "previous_400"] {
        if name == "choose_credentials_400" {
            story.begin("registration", "").await;
        }
        story.hold(&json(name)).await;
    }
    // Shown again, an item of a list is hidden like the others.
    story.send("registration_json/choose_credentials_400", &[]).await;
    for name in ["password_short_400", "password_similar_400", "traits_missing_400"] {
        story.hold(&json(name)).await;
    }
    let before = story.flow.clone();
    story.hold("registration_json/password_ok_200").await;
    story.flow = before;
    story.hold("registration_json/signed_in_submit").await;

    story.browser = Browser::new(&stand_in);
    story.begin("registration", "").await;
    story.submit(&[("method", "profile"), ("traits.email", ADA)]).await;
    story.hold("registration_json/duplicate_400").await;

    story.begin("registration", "").await;
    for name in ["profile_saved__submit", "profile_saved", "password_short__submit", "password_short"] {
        story.hold(&format!("registration/{name}")).await;
    }
    story.hold("registration/password_ok__submit").await;
}

/// A passkey, in two steps.
pub(crate) async fn passkeys(comparison: &mut Comparison) {
    let stand_in = told(recorded());
    let mut story = Story::new(comparison, &stand_in);
    story.begin("registration", "").await;
    story.submit(&[("method", "profile"), ("traits.email", "pk-new.1795600115@example.org")]).await;
    story.hold("registration_json/passkey_garbage_400").await;
    let (_, made) = Authenticator::make(7, &options_of(&story, "passkey_create_data"), None);
    story.hold_with("registration_json/passkey_ok_200", &[("passkey_register", &made)]).await;
}

/// Everything on one page, codes and keys among it.
pub(crate) async fn on_one_page(comparison: &mut Comparison) {
    let methods = Methods { code_passwordless: true, webauthn_passwordless: true, ..Methods::default() };
    let told = |hooks: &[Hook]| {
        let (registration_style, registration_hooks) = (Style::Unified, hooks.to_vec());
        told(Config { methods, registration_style, registration_hooks, registration_login_hints: true, ..recorded() })
    };
    let stand_in = told(&[Hook::Session, Hook::ShowVerificationUi]);
    let mut story = Story::new(comparison, &stand_in);
    story.hold("registration/unified__init").await;
    story.hold("registration/unified").await;
    story.begin_and_hold("registration", "", "registration_json/unified_invalid_400").await;
    story.begin("registration", "").await;
    let done = story.hold("registration_json/ok_show_verification_200").await;
    let id = done.body["continue_with"][1]["flow"]["id"].as_str().unwrap().to_owned();
    story.read("verification", &id).await;
    story.hold("verification/after_registration").await;

    story.browser = Browser::new(&stand_in);
    story.begin("registration", "").await;
    story.hold("registration_json/code_sent_400").await;
    story.hold("registration/code_sent").await;
    story.hold("registration_json/code_wrong_400").await;
    story.hold("registration_json/code_traits_mismatch_400").await;
    // Another address is another flow.
    let jar = std::mem::take(&mut story.browser.jar);
    story.begin("registration", "").await;
    story.send("registration_json/code_sent_400", &[]).await;
    let code = story.mailed("code-new.1795600164@example.org").await;
    story.hold_with("registration_json/code_ok_200", &[("code", &code)]).await;
    story.browser.jar = jar;
    story.begin("registration", "").await;
    let fields = [("method", "code"), ("traits.email", "code-new.1795600164@example.org")];
    story.submit(&fields).await;
    let code = story.mailed("code-new.1795600164@example.org").await;
    story.hold_with("registration_json/code_duplicate_400", &[("code", &code)]).await;

    let (key, passkey) = ("webauthn_register_trigger", "passkey_create_data");
    for (name, node, field, origin) in [
        ("webauthn_wrong_origin_500", key, "webauthn_register", Some("https://evil.example")),
        ("passkey_wrong_origin_500", passkey, "passkey_register", Some("https://evil.example")),
    ] {
        story.begin("registration", "").await;
        let (_, made) = Authenticator::make(9, &options_of(&story, node), origin);
        story.hold_with(&format!("registration_json/{name}"), &[(field, &made)]).await;
    }
    let stand_in = told(&[Hook::Session]);
    let mut story = Story::new(story.comparison, &stand_in);
    story.begin("registration", "").await;
    let (_, made) = Authenticator::make(9, &options_of(&story, key), None);
    story.hold_with("registration_json/webauthn_ok_200", &[("webauthn_register", &made)]).await;
}

/// Two steps with every method, and a code among them.
pub(crate) async fn with_every_method(comparison: &mut Comparison) {
    let methods = Methods { code_passwordless: true, webauthn_passwordless: true, ..Methods::default() };
    let stand_in = told(Config { methods, ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    story.begin_and_hold("registration", "", "registration_json/choose_credentials_all_400").await;
    story.hold("registration/choose_credentials_all").await;
    story.hold("registration_json/two_step_code_sent_400").await;
    story.hold("registration_json/credential_selection_400").await;

    let methods = Methods { code_passwordless: true, ..Methods::default() };
    let stand_in = told(Config { methods, ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    let ada = "ada.1795601348@example.org";
    story.person(ada);
    story.begin("registration", "").await;
    story.submit(&[("method", "profile"), ("traits.email", ada)]).await;
    story.submit(&[("method", "code"), ("traits.email", ada)]).await;
    let code = story.mailed(ada).await;
    story.hold_with("registration_json/code_duplicate_no_hints_400", &[("code", &code)]).await;
}

/// A stand-in of one page with these hooks after a registration.
fn hooked(hooks: &[Hook], flags: FeatureFlags) -> StandIn {
    told(Config {
        registration_style: Style::Unified,
        registration_hooks: hooks.to_vec(),
        feature_flags: flags,
        ..recorded()
    })
}

/// What hooks make of a registration and of a login.
pub(crate) async fn hooks(comparison: &mut Comparison) {
    let off = FeatureFlags::default();
    let stand_in = hooked(&[Hook::Session, Hook::ShowVerificationUi], off);
    let mut story = Story::new(comparison, &stand_in);
    story.begin_and_hold("registration", "", "registration_json/hooks_session_then_verification_200").await;

    let flags = FeatureFlags { legacy_continue_with_verification_ui: true, ..off };
    let stand_in = hooked(&[Hook::Session], flags);
    let mut story = Story::new(comparison, &stand_in);
    story.begin_and_hold("registration", "", "registration_json/legacy_continue_with_200").await;

    let unverified = "h1-new.1795600217@example.org";
    for (email, name, flags) in [
        (unverified, "login/require_verified__submit", off),
        (
            unverified,
            "login_json/require_verified_legacy_400",
            FeatureFlags { legacy_require_verified_login_error: true, ..off },
        ),
    ] {
        let stand_in =
            told(Config { login_hooks: vec![Hook::RequireVerifiedAddress], feature_flags: flags, ..recorded() });
        let mut story = Story::new(comparison, &stand_in);
        story.person(email);
        story.begin_and_hold("login", "", name).await;
    }
    let stand_in = told(Config { login_hooks: vec![Hook::RequireVerifiedAddress], ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    story.person("j1-new.1795600217@example.org");
    story.begin("login", "?return_to=http%3A%2F%2Flocalhost%3A4455%2Fapp").await;
    let password = crate::story::PASSWORD;
    let fields = [("method", "password"), ("identifier", "j1-new.1795600217@example.org"), ("password", password)];
    let refused = story.submit(&fields).await;
    assert_eq!((refused.status, refused.body["error"]["code"].as_u64()), (403, Some(400)));
    assert_eq!(refused.body["error"]["id"], "session_verified_address_required");
    let id = refused.body["error"]["details"]["continue_with"][0]["flow"]["id"].as_str().unwrap().to_owned();
    story.read("verification", &id).await;
    story.hold("verification/from_login_required").await;

    let login_hooks = vec![Hook::Verification, Hook::ShowVerificationUi];
    let stand_in = told(Config { login_hooks, ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    story.person(unverified);
    story.begin_and_hold("login", "", "login_json/verification_hook_200").await;
}

/// Schemas: two addresses, and one that is chosen.
pub(crate) async fn schemas(comparison: &mut Comparison) {
    let (registration_style, registration_hooks) = (Style::Unified, vec![Hook::Session, Hook::ShowVerificationUi]);
    let schema = PHONE_SCHEMA.to_owned();
    let stand_in = told(Config { registration_style, registration_hooks, schema, ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    story.begin("registration", "").await;
    let done = story.hold("registration_json/ok_two_addresses_200").await;
    let id = done.body["continue_with"][1]["flow"]["id"].as_str().unwrap().to_owned();
    story.read("verification", &id).await;
    story.hold("verification/after_registration_first_address").await;
    story.hold("verification_json/resend_email").await;

    let feature_flags = FeatureFlags { legacy_continue_with_verification_ui: true, ..FeatureFlags::default() };
    let schema = PHONE_SCHEMA.to_owned();
    let stand_in = told(Config { registration_style, feature_flags, schema, ..recorded() });
    let mut story = Story::new(story.comparison, &stand_in);
    story.begin("registration", "").await;
    let done = story.send("registration_json/ok_two_addresses_200", &[]).await;
    let id = done.body["continue_with"][2]["flow"]["id"].as_str().unwrap().to_owned();
    story.read("verification", &id).await;
    story.hold("verification_json/resend_sms").await;

    let members = r#"{"type":"object","properties":{"traits":{"type":"object","properties":{"username":{"type":"string",
        "ory.sh/kratos":{"credentials":{"password":{"identifier":true}}}}},"required":["username"]}}}"#;
    let extra = ExtraSchema { id: "members".to_owned(), schema: members.to_owned(), selfservice_selectable: true };
    let stand_in = told(Config { registration_style, extra_schemas: vec![extra], ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    story.begin_and_hold("registration", "?identity_schema=members", "registration_json/schema_members_ok_200").await;
}

/// Registrations that are over.
pub(crate) async fn over(comparison: &mut Comparison) {
    let (registration_style, flow_lifespan) = (Style::Unified, Duration::from_secs(1));
    let stand_in = told(Config { registration_style, flow_lifespan, ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    for name in ["registration_json/expired", "registration_errors/expired__submit"] {
        story.begin("registration", APP).await;
        stand_in.advance(Duration::from_secs(2));
        story.hold(name).await;
    }
    story.hold("registration/after_expired").await;
}
