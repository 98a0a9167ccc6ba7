//! What the caller gets.

use std::sync::{Arc, Mutex};

use http::{Method, StatusCode};
use kratos_account::kratos::{Body, Error, Flow, Kind, Progress, Response};
use serde_json::json;

use super::{ID, ask, chunked, client, kratos, small_flow, target, value, wire};
use crate::support::tcp::{Act, Tcp};
use crate::support::{Answer, Upstream};

/// The response, unless its data cannot be read.
fn whole(response: Result<Response<Flow<'static>>, Error>) -> Result<Response<Flow<'static>>, Error> {
    let response = response?;
    response.data()?;
    Ok(response)
}

/// What an upstream that gives this answer brings.
async fn answered(answer: Answer) -> Result<Response<Flow<'static>>, Error> {
    whole(ask(&Upstream::start([answer]).await.url).send().await)
}

#[tokio::test]
async fn a_response_has_all_that_was_answered() {
    let kratos = Upstream::start([Answer::recorded("settings/fresh").header("x-of-kratos", "yes")]).await;
    let response = ask(&kratos.url).send().await.unwrap();
    assert_eq!(response.data().unwrap().id, ID);
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.status_text(), "OK");
    assert_eq!(response.headers()["x-of-kratos"], "yes");
    assert_eq!(response.redirect(), None);
    assert_eq!(response.method(), Method::GET);
    assert_eq!(*response.url(), kratos.url.join(&target()).unwrap());
    assert_eq!(
        response.text(),
        Some(crate::support::recording::read("settings/fresh").response.body.to_string().as_str())
    );
}

#[tokio::test]
async fn several_headers_of_a_name_stay_several() {
    let answer = Answer::recorded("settings/fresh").header("set-cookie", "a=1").header("set-cookie", "b=2");
    let response = answered(answer).await.unwrap();
    let cookies: Vec<_> =
        response.headers().get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap()).collect();
    assert_eq!(cookies[cookies.len() - 2..], ["a=1", "b=2"]);
}

#[tokio::test]
async fn the_status_phrase_is_the_one_that_was_sent() {
    for (status_line, phrase) in
        [("200 OK", "OK"), ("200 All Is Well", "All Is Well"), ("200 ", ""), ("299 Quite", "Quite"), ("299 ", "")]
    {
        let kratos = Tcp::start([Act::Say(wire(status_line, "", &small_flow()))]).await;
        assert_eq!(ask(&kratos.url).send().await.unwrap().status_text(), phrase, "{status_line}");
    }
    let kratos = Tcp::start([Act::Say(wire("410 Long Gone", "", "{}"))]).await;
    let Error::Refused(refusal) = ask(&kratos.url).send().await.unwrap_err() else { panic!() };
    assert_eq!((refusal.answer.status().as_u16(), refusal.answer.status_text()), (410, "Long Gone"));
}

#[tokio::test]
async fn extensions_come_back_with_the_response() {
    #[derive(Clone, Debug, PartialEq)]
    struct Trace(u32);
    let response = ask(&kratos().await.url).extension(Trace(7)).extension("and more").send().await.unwrap();
    assert_eq!(response.extensions().get(), Some(&Trace(7)));
    assert_eq!(response.extensions().get(), Some(&"and more"));
}

#[tokio::test]
async fn extensions_come_back_with_every_answer_that_is_an_error() {
    for (answer, expected) in [
        (Answer::empty(401), "refused"),
        (Answer::empty(200), "unreadable"),
        (Answer::new(200, vec![b' '; 3_000_000]), "too large"),
    ] {
        let upstream = Upstream::start([answer]).await;
        let error = whole(ask(&upstream.url).extension(7_u32).send().await).unwrap_err();
        let (kind, extensions) = match &error {
            Error::Refused(refusal) => ("refused", refusal.answer.extensions()),
            Error::Unreadable(unreadable) => ("unreadable", unreadable.answer.extensions()),
            Error::TooLarge(response) => ("too large", response.extensions()),
            error => panic!("{error}"),
        };
        assert_eq!((kind, extensions.get()), (expected, Some(&7_u32)));
    }
}

#[tokio::test]
async fn two_hundred_to_299_count_as_success() {
    for status in [200, 201, 299] {
        let response = answered(Answer::new(status, small_flow())).await.unwrap();
        assert_eq!(response.status().as_u16(), status);
    }
    for status in [300, 302, 400, 404, 500, 599] {
        let error = answered(Answer::new(status, small_flow())).await.unwrap_err();
        assert!(matches!(error, Error::Refused(_)), "{error}");
        assert_eq!(error.status().unwrap().as_u16(), status);
    }
}

#[tokio::test]
async fn the_caller_may_say_what_counts_as_success() {
    // Kratos answers a refused submission by 400 and the flow.
    let kratos = Upstream::start([Answer::recorded("settings_json/password_400")]).await;
    let response = ask(&kratos.url).success(|status| status == StatusCode::BAD_REQUEST).send().await.unwrap();
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    assert!(!response.data().unwrap().ui.nodes.is_empty());
}

#[tokio::test]
async fn a_success_that_is_no_flow_is_unreadable() {
    let kratos = Upstream::start([Answer::recorded("settings_errors/unknown_404")]).await;
    let error = whole(ask(&kratos.url).success(|status| status == StatusCode::NOT_FOUND).send().await).unwrap_err();
    assert!(matches!(error, Error::Unreadable(_)), "{error}");
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
}

#[tokio::test]
async fn a_200_may_count_as_refused() {
    let kratos = kratos().await;
    let error = ask(&kratos.url).success(|status| status == StatusCode::ACCEPTED).send().await.unwrap_err();
    let Error::Refused(refusal) = &error else { panic!("{error}") };
    assert_eq!(refusal.answer.status(), StatusCode::OK);
    assert_eq!(refusal.id, None);
    assert_eq!(error.to_string(), "Kratos answered 200");
}

#[tokio::test]
async fn an_unreadable_answer_tells_where_and_keeps_the_rest() {
    let node = json!({"type": "input", "group": "default", "attributes": {"name": "a"}, "messages": [], "meta": {}});
    let nodes = [node.clone(), node.clone(), json!({"group": "default"})];
    // Raw values before the place must not lose it.
    let body = json!({"id": ID, "identity": {"id": "x", "traits": {"a": [1.0]}}, "ui": {"nodes": nodes}});
    let error = answered(Answer::json(203, &body).header("x-of-kratos", "yes")).await.unwrap_err();
    let Error::Unreadable(unreadable) = &error else { panic!("{error}") };
    assert_eq!(unreadable.answer.status().as_u16(), 203);
    assert_eq!(unreadable.answer.status_text(), "Non Authoritative Information");
    assert_eq!(unreadable.answer.headers()["x-of-kratos"], "yes");
    assert_eq!(unreadable.answer.method(), Method::GET);
    assert_eq!(unreadable.answer.url().query(), Some(format!("id={ID}").as_str()));
    assert_eq!(error.headers().unwrap()["x-of-kratos"], "yes");
    assert_eq!((unreadable.path.as_str(), unreadable.category, unreadable.line), ("ui.nodes[2]", "data", 1));
}

#[tokio::test]
async fn every_kind_of_unreadable_body_is_told_apart() {
    for (body, path, category) in [
        ("", ".", "eof"),
        // In the midst of an object there is no name yet.
        ("{", "?", "eof"),
        ("<html>", ".", "syntax"),
        ("[]", ".", "data"),
        ("null", ".", "data"),
        (r#"{"id":1,"ui":{}}"#, "id", "data"),
        (r#"{"id":"520e8f28-5902-4026-a286-74757804453d","ui":7}"#, "ui", "data"),
        (r#"{"id":"520e8f28-5902-4026-a286-74757804453d","ui":{}} {}"#, ".", "syntax"),
        ("\u{feff}{}", ".", "syntax"),
    ] {
        let error = answered(Answer::new(200, body)).await.unwrap_err();
        let Error::Unreadable(unreadable) = &error else { panic!("{body}: {error}") };
        assert_eq!((unreadable.path.as_str(), unreadable.category), (path, category), "{body}");
    }
    let error = answered(Answer::new(200, b"\xff\xfe".to_vec())).await.unwrap_err();
    assert!(matches!(error, Error::Unreadable(_)), "{error}");
}

#[tokio::test]
async fn a_redirect_is_told_and_not_followed() {
    for (location, expected) in [
        ("https://elsewhere.example/a?b=c", "https://elsewhere.example/a?b=c"),
        ("/login", "{kratos}/login"),
        ("browser?x=y", "{kratos}/self-service/settings/browser?x=y"),
        ("//other.example", "http://other.example/"),
    ] {
        for status in [301, 302, 303, 307, 308] {
            let kratos = Upstream::start([Answer::empty(status).header("location", location)]).await;
            let Error::Refused(refusal) = ask(&kratos.url).send().await.unwrap_err() else { panic!() };
            let expected = expected.replace("{kratos}", kratos.url.as_str().trim_end_matches('/'));
            assert_eq!(refusal.answer.redirect().map(String::from), Some(expected), "{status}");
            kratos.only_request();
        }
    }
}

#[tokio::test]
async fn what_is_no_redirect_leads_nowhere() {
    for answer in [
        Answer::empty(302),
        Answer::empty(401).header("location", "/x"),
        Answer::empty(302).header("location", "http://["),
    ] {
        let Error::Refused(refusal) = answered(answer).await.unwrap_err() else { panic!() };
        assert_eq!(refusal.answer.redirect(), None);
    }
}

#[tokio::test]
async fn kratos_admin_api_refuses_and_names_the_public_one() {
    // As v26.2.0 does, with the stub of Go's http.Redirect.
    let public = format!("http://127.0.0.1:4433{}", target());
    let stub = format!("<a href=\"{public}\">Temporary Redirect</a>.\n\n");
    let answer = Answer { headers: Vec::new(), ..Answer::new(307, stub) }
        .header("content-type", "text/html; charset=utf-8")
        .header("location", &public);
    let (kratos, admin) = (kratos().await, Upstream::start([answer]).await);
    let error = ask(&kratos.url).at(&admin.url).send().await.unwrap_err();
    let Error::Refused(refusal) = &error else { panic!("{error}") };
    assert_eq!(refusal.answer.status(), StatusCode::TEMPORARY_REDIRECT);
    assert_eq!(refusal.answer.redirect().map(String::from), Some(public));
    assert_eq!(kratos.received().len(), 0);
}

/// What a progress callback has been told.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<Vec<Progress>>>);

impl Told {
    fn callback(&self) -> impl Fn(Progress) + Send + Sync + 'static {
        let told = Arc::clone(&self.0);
        move |progress| told.lock().unwrap().push(progress)
    }

    /// The bytes, and the one total.
    fn told(&self) -> (Vec<u64>, Option<u64>) {
        let told = self.0.lock().unwrap();
        assert!(told.windows(2).all(|two| two[0].total == two[1].total && two[0].bytes <= two[1].bytes), "{told:?}");
        (told.iter().map(|progress| progress.bytes).collect(), told[0].total)
    }
}

#[tokio::test]
async fn progress_is_told_with_the_total_where_it_is_known() {
    let body = crate::support::recording::read("settings/fresh").response.body.to_string();
    let length = body.len() as u64;
    let (sent, received) = (Told::default(), Told::default());
    ask(&kratos().await.url).on_sent(sent.callback()).on_received(received.callback()).send().await.unwrap();
    assert_eq!(sent.told(), (vec![0], Some(0)), "a GET has no body");
    let (bytes, total) = received.told();
    assert_eq!(total, Some(length));
    assert_eq!((bytes.first(), bytes.last()), (Some(&0), Some(&length)));
}

#[tokio::test]
async fn progress_is_told_of_what_is_sent() {
    let kratos = kratos().await;
    let body = "x".repeat(100_000);
    let sent = Told::default();
    client(&kratos.url)
        .submit(Kind::Settings, ID, Body::Json(body.clone().into()))
        .on_sent(sent.callback())
        .send()
        .await
        .unwrap();
    let (bytes, total) = sent.told();
    assert_eq!(total, Some(100_000));
    assert_eq!(bytes.last(), Some(&100_000));
    assert!(bytes.len() > 2, "in between too: {bytes:?}");
    let received = kratos.only_request();
    assert_eq!(received.body, body);
    assert_eq!(received.header("content-length"), ["100000"]);
    assert_eq!(received.header("content-type"), ["application/json"]);
}

#[tokio::test]
async fn progress_is_told_without_a_total_where_it_is_not_known() {
    let flow = small_flow();
    let (start, rest) = flow.split_at(10);
    let kratos = Tcp::start([Act::Say(chunked(&[start, rest]))]).await;
    let received = Told::default();
    ask(&kratos.url).on_received(received.callback()).send().await.unwrap();
    let (bytes, total) = received.told();
    assert_eq!(total, None);
    assert_eq!((bytes.first(), bytes.last()), (Some(&0), Some(&(flow.len() as u64))));
}

#[tokio::test]
async fn progress_is_told_of_a_refusal_too() {
    let kratos = Upstream::start([Answer::recorded("settings_errors/no_session_401")]).await;
    let received = Told::default();
    ask(&kratos.url).on_received(received.callback()).send().await.unwrap_err();
    let (bytes, total) = received.told();
    assert_eq!(bytes.last().copied(), total);
}

#[tokio::test]
async fn one_client_asks_as_often_as_one_likes() {
    let kratos = kratos().await;
    let client = client(&kratos.url);
    for token in ["one", "two"] {
        client.clone().flow(Kind::Settings, ID).session_token(value(token)).send().await.unwrap();
    }
    let tokens: Vec<_> =
        kratos.received().iter().map(|received| received.header("x-session-token")[0].to_owned()).collect();
    assert_eq!(tokens, ["one", "two"], "nothing of one request goes with the next");
}
