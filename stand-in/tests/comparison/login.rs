//! Login on one page: what is refused, who is signed in already, other tabs, and what is over.

use crate::browser::Browser;
use crate::compare::{Comparison, recorded, told};
use crate::story::{PASSWORD, Story};
use kratos_stand_in::Config;
use std::time::Duration;

/// The person of these recordings.
const ADA: &str = "ada.1795599905@example.org";

/// A page that may be gone back to.
const APP: &str = "?return_to=http://localhost:4455/app";

/// Beginning a login, and reading one.
pub(crate) async fn beginnings(comparison: &mut Comparison) {
    let stand_in = told(recorded());
    let mut story = Story::new(comparison, &stand_in);
    story.person(ADA);
    for name in ["login_json/init_via_json", "login_json/init_organization_json"] {
        story.hold(name).await;
    }
    let errors = [
        "init_aal2_no_session_json",
        "init_aal3_json",
        "init_challenge_empty_json",
        "init_challenge_unconfigured_json",
        "init_return_to_forbidden_html",
        "init_schema_unknown_json",
        "get_bad_id_404",
        "get_unknown_404",
    ];
    story.flow = serde_json::Value::Null;
    for name in errors {
        story.hold(&format!("login_errors/{name}")).await;
    }
    let refused = story.send("login_errors/init_return_to_forbidden_html", &[]).await;
    story.hold_error(&refused, "errors/return_to").await;
    let refused = story.browser.html("/self-service/login/browser?aal=aal2").await;
    story.hold_error(&refused, "errors/aal_html").await;
    story.hold("errors/stub_500").await;
    story.hold("errors/no_id_404").await;

    story.begin("login", "").await;
    story.hold("login_errors/get_no_cookie_403").await;
    let own = std::mem::take(&mut story.browser.jar);
    story.browser.json("/self-service/login/browser").await;
    story.hold("login_errors/get_other_browser_403").await;
    story.browser.jar = own;
}

/// A password: refused in every way, and taken.
pub(crate) async fn passwords(comparison: &mut Comparison) {
    let stand_in = told(recorded());
    let mut story = Story::new(comparison, &stand_in);
    story.person(ADA);
    let refused = [
        "bad_credentials_400",
        "empty_identifier_400",
        "no_method_400",
        "csrf_bad_403",
        "csrf_missing_403",
        "no_cookie_403",
        "flow_missing_400",
        "oidc_422",
        "oidc_unknown_provider",
    ];
    for name in refused {
        story.begin_and_hold("login", "", &format!("login_json/{name}")).await;
    }
    story.flow = serde_json::Value::Null;
    story.hold("login_json/flow_unknown_404").await;
    story.begin_and_hold("login", "", "login_errors/csrf_html__submit").await;
    story.begin_and_hold("login", "", "login/oidc__submit").await;
    story.begin_and_hold("login", APP, "login_json/ok_200").await;
    story.browser = Browser::new(&stand_in);
    story.begin_and_hold("login", "", "login/ok__submit").await;
}

/// Whoever is signed in already, in this tab or another.
pub(crate) async fn signed_in_already(comparison: &mut Comparison) {
    let stand_in = told(recorded());
    let mut story = Story::new(comparison, &stand_in);
    story.person(ADA);
    story.begin("login", "").await;
    let tab = story.flow.clone();
    story.begin("login", APP).await;
    story.send("login_json/ok_200", &[]).await;
    story.hold("login_json/signed_in_submit").await;
    story.hold("login_errors/signed_in_submit_html__submit").await;
    story.flow = tab;
    story.hold("login_json/submit_after_login_in_other_tab").await;
    story.hold("login_errors/get_after_login_in_other_tab_403").await;
    for name in ["html", "json", "return_to_html", "return_to_json"] {
        story.hold(&format!("login_errors/signed_in_init_{name}")).await;
    }
    story.hold("login/aal2_nothing").await;
    story.begin_and_hold("login", "?refresh=true", "login_json/refresh_wrong_400").await;
    story.begin_and_hold("login", "?refresh=true", "login_json/refresh_ok_200").await;
}

/// Logging out.
pub(crate) async fn log_out(comparison: &mut Comparison) {
    let stand_in = told(recorded());
    let mut story = Story::new(comparison, &stand_in);
    story.person(ADA);
    story.signed_in(ADA).await;
    story.hold("logout/return_to_forbidden").await;
    let told = story.hold("logout/create_return_to").await;
    story.secret = told.body["logout_token"].as_str().unwrap().to_owned();
    story.hold("logout/ok").await;
    story.hold("logout/again_html").await;
    story.signed_in(ADA).await;
    let told = story.send("logout/create_return_to", &[]).await;
    story.secret = told.body["logout_token"].as_str().unwrap().to_owned();
    story.hold("logout/ok_json_204").await;
    story.hold("logout/no_session_401").await;
}

/// Logins that are over.
pub(crate) async fn over(comparison: &mut Comparison) {
    let email = "exp.1795600217@example.org";
    let stand_in = told(Config { flow_lifespan: Duration::from_secs(1), ..recorded() });
    let later = || stand_in.advance(Duration::from_secs(2));
    let mut story = Story::new(comparison, &stand_in);
    story.person(email);
    story.begin("login", APP).await;
    later();
    story.hold("login_errors/get_expired_410").await;
    story.hold("login_json/expired").await;
    story.hold("login/after_expired").await;
    story.begin("login", APP).await;
    later();
    story.hold("login_errors/expired__submit").await;

    story.signed_in(email).await;
    let refresh = "?refresh=true&return_to=http://localhost:4455/app";
    story.begin("login", refresh).await;
    later();
    story.hold("login_errors/get_expired_refresh_410").await;
    story.hold("login_json/expired_refresh").await;
    story.begin("login", "?aal=aal2&return_to=http://localhost:4455/app").await;
    later();
    story.hold("login_json/expired_aal2").await;
}

/// Accounts that may not sign in, and schemas that may be chosen.
pub(crate) async fn accounts(comparison: &mut Comparison) {
    let schema = r#"{"type":"object","properties":{"traits":{"type":"object","properties":{"username":{"type":"string",
        "ory.sh/kratos":{"credentials":{"password":{"identifier":true}}}}},"required":["username"]}}}"#;
    let extra = |id: &str, selfservice_selectable| kratos_stand_in::ExtraSchema {
        id: id.to_owned(),
        schema: schema.to_owned(),
        selfservice_selectable,
    };
    let extra_schemas = vec![extra("members", true), extra("secret", false)];
    let stand_in = told(Config { extra_schemas, ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    let traits = serde_json::json!({"email": "dis.1795600813@example.org"});
    let id = stand_in.create_identity(&traits, PASSWORD).unwrap();
    let patch = r#"[{"op": "replace", "path": "/state", "value": "inactive"}]"#;
    let patch = Some(("application/json", patch.to_owned()));
    let patched = story.browser.send("PATCH", &format!("/admin/identities/{id}"), "*/*", patch).await;
    assert_eq!(patched.status, 200);
    story.begin_and_hold("login", "", "login_json/identity_disabled_401").await;
    story.hold("login/schema_members").await;
    story.hold("registration_errors/schema_not_selectable_400").await;
}
