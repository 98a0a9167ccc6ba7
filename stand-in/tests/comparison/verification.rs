//! Verification by code and by link.

use crate::compare::{Comparison, recorded, told};
use crate::story::Story;
use kratos_stand_in::{Config, Style, Use};
use serde_json::json;
use std::time::Duration;

/// A page that may be gone back to.
const APP: &str = "?return_to=http://localhost:4455/app";

/// Codes: sent, sent again, wrong, right, too many.
pub(crate) async fn by_code(comparison: &mut Comparison) {
    let stand_in = told(recorded());
    let mut story = Story::new(comparison, &stand_in);
    let (eve, qua) = ("eve.1795600438@example.org", "qua.1795600438@example.org");
    for email in [eve, qua] {
        story.person(email);
    }
    story.begin("verification", APP).await;
    for name in ["code_sent_200", "code_wrong_200", "code_empty_400", "resend_200"] {
        story.hold(&format!("verification_json/{name}")).await;
    }
    let code = story.mailed(eve).await;
    story.hold_with("verification_json/code_ok_200", &[("code", &code)]).await;
    story.hold("verification_json/after_success_410").await;
    story.hold("verification/after_success_replaced").await;
    for name in ["bad_address", "empty_address_400", "csrf_403"] {
        story.begin_and_hold("verification", "", &format!("verification_json/{name}")).await;
    }

    story.begin("verification", "").await;
    story.submit(&[("method", "code"), ("email", eve)]).await;
    for _ in 0..5 {
        story.submit(&[("method", "code"), ("code", "000000")]).await;
    }
    let refused = story.submit(&[("method", "code"), ("code", "000000")]).await;
    assert_eq!(refused.body["error"]["id"], "self_service_flow_replaced");
    story.hold("verification/after_too_often").await;

    story.begin("verification", "").await;
    story.submit_html(&[("method", "code"), ("email", qua)]).await;
    story.hold("verification/code_wrong__submit").await;
    story.hold("verification/code_wrong").await;
    let code = story.mailed(qua).await;
    story.submit_html(&[("method", "code"), ("code", &code)]).await;
    story.hold("verification/code_ok").await;
}

/// The link in the mail of a code, followed by another browser.
pub(crate) async fn mailed_code(comparison: &mut Comparison) {
    let stand_in = told(Config { registration_style: Style::Unified, ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    let ada = "ada.1795600438@example.org";
    story.begin("registration", "").await;
    let fields = [("method", "password"), ("traits.email", ada), ("password", crate::story::PASSWORD)];
    assert_eq!(story.submit(&fields).await.status, 200);
    let link = story.mailed_link(ada).await;
    follow(&mut story, &link);
    story.hold("verification/code_link_clicked").await;
    story.hold("verification/code_prefilled").await;
    let code = story.secret.clone();
    story.hold_with("verification_json/prefilled_ok_200", &[("code", &code)]).await;
    follow(&mut story, &link);
    story.hold("verification/code_link_after_passed").await;
    story.hold("verification/after_passed_link").await;
}

/// Readies a recorded link to be followed, by another browser.
fn follow(story: &mut Story<'_>, link: &str) {
    let of = |name: &str| link.split(&format!("{name}=")).nth(1).unwrap().split('&').next().unwrap().to_owned();
    story.flow = json!({"id": of("flow")});
    story.secret = if link.contains("token=") { of("token") } else { of("code") };
    story.browser.jar.clear();
}

/// By link.
pub(crate) async fn by_link(comparison: &mut Comparison) {
    let stand_in = told(Config { verification_use: Use::Link, ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    let email = "lnk.1795600381@example.org";
    story.person(email);
    story.hold("verification/link_fresh__init").await;
    story.hold("verification/link_fresh").await;
    story.hold("verification_json/link_sent_200").await;
    let link = story.mailed_link(email).await;
    follow(&mut story, &link);
    story.hold("verification/link_ok").await;
    assert_eq!(story.flow["state"], "passed_challenge");
    follow(&mut story, &link);
    story.hold("verification/link_used").await;
    story.hold("verification/after_link_used").await;
}

/// Flows that are over, disabled, or nobody's.
pub(crate) async fn ends(comparison: &mut Comparison) {
    let stand_in = told(Config { flow_lifespan: Duration::from_secs(1), ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    for name in ["verification_json/expired", "verification_errors/expired__submit"] {
        story.begin("verification", APP).await;
        stand_in.advance(Duration::from_secs(2));
        story.hold(name).await;
    }
    story.hold("verification/after_expired").await;

    let stand_in = told(recorded());
    let mut story = Story::new(comparison, &stand_in);
    story.begin("verification", "").await;
    story.hold("verification_errors/get_no_cookie_403").await;
    story.flow = serde_json::Value::Null;
    for name in ["get_unknown_404", "mailed_link_unknown_flow", "return_to_forbidden_html", "return_to_forbidden_json"]
    {
        story.hold(&format!("verification_errors/{name}")).await;
    }
    let stand_in = told(Config { verification_enabled: false, ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    story.hold("verification_errors/disabled_init_400").await;
    story.hold("verification_errors/disabled_get_400").await;
}
