//! Without a session: the pages one comes in by.

use crate::browser::{Browser, token};
use crate::compare::{Comparison, stand_in};

/// An e-mail address and password of these stories.
const ADA: (&str, &str) = ("ada.1795451873@example.org", "Corr3ct-horse-b4ttery1");

/// Login, registration, recovery and verification as they begin, and what is refused to who is not signed in.
pub(crate) async fn visit_without_a_session(comparison: &mut Comparison) {
    let stand_in = stand_in();
    stand_in.create_identity(&serde_json::json!({"email": ADA.0}), ADA.1).unwrap();
    let mut owner = Browser::signed_in(&stand_in, ADA.0, ADA.1).await;
    let settings = owner.settings().await["id"].as_str().unwrap().to_owned();

    let mut browser = Browser::new(&stand_in);
    let begun = browser.html("/self-service/login/browser").await;
    comparison.hold("login/fresh__init", &begun);
    comparison.hold("login/fresh", &browser.fetch("login", &begun.flow()).await);
    for kind in ["registration", "recovery", "verification"] {
        let begun = browser.html(&format!("/self-service/{kind}/browser")).await;
        comparison.hold(&format!("{kind}/fresh__init"), &begun);
        comparison.hold(&format!("{kind}/fresh"), &browser.fetch(kind, &begun.flow()).await);
    }

    let flow = browser.json("/self-service/login/browser").await.body;
    let fields = comparison.sent("login/bad_credentials__submit");
    let refused = browser.submit_with(&flow, &token(&flow), fields, false).await;
    comparison.hold("login/bad_credentials__submit", &refused);
    comparison.hold("login/bad_credentials", &browser.fetch("login", &refused.flow()).await);

    comparison.hold("settings_errors/anon_init_html", &browser.html("/self-service/settings/browser").await);
    comparison.hold("settings_errors/anon_init_json", &browser.json("/self-service/settings/browser").await);
    comparison.hold("sessions/whoami_401", &browser.json("/sessions/whoami").await);
    comparison.hold("logout/create_401", &browser.json("/self-service/logout/browser").await);
    comparison.hold("sessions/list_401", &Browser::new(&stand_in).json("/sessions").await);

    let mut stranger = Browser::new(&stand_in);
    comparison.hold("settings_errors/no_session_401", &stranger.fetch("settings", &settings).await);
    let mut stranger = Browser::new(&stand_in);
    stranger.jar.insert("ory_kratos_session".to_owned(), "garbage".to_owned());
    comparison.hold("settings_errors/garbage_cookie", &stranger.fetch("settings", &settings).await);
}

/// Signing up: the traits, then a password; it ends in a session.
pub(crate) async fn sign_up(comparison: &mut Comparison) {
    let stand_in = stand_in();
    let mut browser = Browser::new(&stand_in);
    let flow = browser.json("/self-service/registration/browser").await.body;
    let fields = comparison.sent("registration/choose_credentials__submit");
    let chosen = browser.submit_with(&flow, &token(&flow), fields, false).await;
    comparison.hold("registration/choose_credentials__submit", &chosen);
    let second = browser.fetch("registration", &chosen.flow()).await;
    comparison.hold("registration/choose_credentials", &second);
    let fields = [("method", "password"), ("password", "x"), ("traits.email", "new.1795451873@example.org")];
    assert_eq!(browser.submit(&second.body, &fields, false).await.status, 302, "refused, with Kratos' odd redirect");
    let flow = browser.fetch("registration", &chosen.flow()).await.body;
    let fields = [("method", "password"), ("password", ADA.1), ("traits.email", "new.1795451873@example.org")];
    let done = browser.submit(&flow, &fields, false).await;
    assert_eq!((done.status, done.location()), (303, "http://localhost:4455/"));
    let whoami = browser.json("/sessions/whoami").await;
    assert_eq!(whoami.body["identity"]["verifiable_addresses"][0]["status"], "sent");
}
