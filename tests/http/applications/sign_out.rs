//! `/oauth2/logout`.

use serde_json::json;

use super::{OWN, PUBLIC, Stage, asked, moves_on, session, signed_in};
use crate::support::{Answer, recording};

const PAGE: &str = "/oauth2/logout?logout_challenge=the-challenge";
const ACCEPT: &str = "/admin/oauth2/auth/requests/logout/accept";

fn request() -> Answer {
    Answer::recorded("logout/oauth2_get")
}

fn accepted() -> Answer {
    Answer::recorded("logout/oauth2_accept")
}

/// How Kratos says to sign out, and that it is done.
fn kratos() -> [Answer; 2] {
    [Answer::recorded("logout/create"), Answer::recorded("logout/ok_json_204")]
}

#[tokio::test]
async fn signing_out_ends_both_sessions() {
    let stage = Stage::new(kratos(), [request(), accepted()]).await;
    let page = stage.get(PAGE).await;
    page.page(200);
    assert!(page.body.contains("Sign out?") && page.body.contains("Stay signed in"), "{}", page.body);
    assert_eq!(stage.told(), None, "nobody is signed out by a link");
    assert!(stage.kratos.received().is_empty());
    let reply = stage.press(PAGE, "logout=accept").await;
    assert!(moves_on(&reply).starts_with(&format!("{PUBLIC}/oauth2/sessions/logout?logout_verifier=")), "{reply:?}");
    assert_eq!(stage.told().unwrap().0, ACCEPT);
    let token = recording::read("logout/create").response.body["logout_token"].as_str().unwrap().to_owned();
    let asked: Vec<String> = stage.kratos.received().iter().map(|request| request.target.clone()).collect();
    assert_eq!(asked, ["/self-service/logout/browser".to_owned(), format!("/self-service/logout?token={token}")]);
    let ended =
        reply.cookies().iter().any(|cookie| cookie.starts_with("ory_kratos_session=") && cookie.contains("Max-Age=0"));
    assert!(ended, "Kratos' cookies are handed on: {reply:?}");
}

#[tokio::test]
async fn whoever_is_signed_out_of_kratos_is_signed_out_of_hydra_too() {
    let nobody = Answer::recorded("logout/create_401");
    let stage = Stage::new([nobody], [accepted()]).await;
    let reply = stage.press(PAGE, "logout=accept").await;
    assert!(moves_on(&reply).starts_with(&format!("{PUBLIC}/oauth2/sessions/logout?")), "{reply:?}");
}

#[tokio::test]
async fn nothing_is_ended_where_kratos_does_not_answer() {
    let stage = Stage::new([Answer::empty(500)], [accepted()]).await;
    let reply = stage.press(PAGE, "logout=accept").await;
    reply.page(502);
    assert!(reply.header("refresh").is_none(), "Hydra's session goes on: {reply:?}");
}

#[tokio::test]
async fn one_can_stay_signed_in() {
    let stage = Stage::new(kratos(), [Answer::empty(204)]).await;
    let reply = stage.press(PAGE, "logout=reject").await;
    assert!(reply.location().ends_with("/settings"), "{reply:?}");
    assert!(stage.told().unwrap().0.ends_with("/logout/reject"));
    assert!(stage.kratos.received().is_empty());
}

#[tokio::test]
async fn nobody_is_asked_where_the_operator_of_the_application_says_so() {
    let mut body = recording::read("logout/oauth2_get").response.body;
    let ask = |body: &serde_json::Value| Answer::json(200, body);
    body["client"] = json!({"client_id": "app", "client_name": "Example App", "skip_logout_consent": true});
    let [create, ended] = kratos();
    let stage = Stage::new([signed_in(), create, ended], [ask(&body), accepted()]).await;
    assert!(stage.get(PAGE).await.location().starts_with(&format!("{PUBLIC}/oauth2/sessions/logout?")));
    // A challenge of somebody else's signs nobody out who follows a link to it.
    let other = Answer::json(200, &session("6d9f6f0a-6f8b-4f0e-9d5f-2f1b3c4d5e6f"));
    let stage = Stage::new([other], [ask(&body), accepted()]).await;
    stage.get(PAGE).await.page(200);
    assert_eq!(stage.told(), None);
    body["client"]["skip_logout_consent"] = json!(null);
    let stage = Stage::new(kratos(), [ask(&body), accepted()]).await;
    let reply = stage.get(PAGE).await;
    reply.page(200);
    assert!(reply.body.contains("Example App asks to sign you out"), "{}", reply.body);
    assert_eq!(stage.told(), None);
}

#[tokio::test]
async fn a_challenge_that_is_none_has_a_page_and_ends_nothing() {
    for (answer, status) in [
        (Answer::recorded("consent/junk_404"), 404),
        (Answer::json(401, &json!({"error": "request_unauthorized"})), 410),
        (Answer::json(410, &json!({"redirect_to": "/oauth2/sessions/logout"})), 410),
        (asked(|_| {}), 502),
    ] {
        let stage = Stage::new([Answer::json(200, &session("x"))], [answer]).await;
        if status != 502 {
            stage.get(PAGE).await.page(status);
        }
        stage.press(PAGE, "logout=accept").await.page(status);
        assert!(stage.kratos.received().is_empty());
    }
    let stage = Stage::new(kratos(), [request(), accepted()]).await;
    for headers in [vec![OWN[0]], vec![OWN[0], ("sec-fetch-site", "cross-site")]] {
        stage.app.send("POST".parse().unwrap(), PAGE, &headers, "logout=accept").await.page(403);
    }
    assert!(stage.hydra.received().is_empty() && stage.kratos.received().is_empty());
}
