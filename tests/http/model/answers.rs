//! Every recorded answer, asked for as an application asks for it, is what it is.

use http::Method;
use kratos_account::kratos::{Action, Body, Client, Data, Error, Kind, Request, Start};
use serde_json::Value;
use uuid::Uuid;

use crate::support::{Answer, Upstream, recording};

/// What became of a request.
#[derive(Debug)]
struct Outcome {
    answer: Option<Value>,
    error: Option<Error>,
    /// What the data was, in a word.
    data: &'static str,
}

async fn send<T: Data>(request: Request<T>, name: impl Fn(T::Of<'_>) -> &'static str) -> Outcome {
    match request.send().await {
        Ok(response) => match response.data() {
            Ok(data) => Outcome { answer: response.read().ok(), error: None, data: name(data) },
            Err(error) => Outcome { answer: None, error: Some(error), data: "" },
        },
        Err(error) => {
            let answer = error.answer().and_then(|answer| answer.read().ok());
            Outcome { answer, error: Some(error), data: "" }
        }
    }
}

/// Asks as the recorded request did; nothing for what this client never asks.
async fn ask(client: &Client, method: &Method, path: &str) -> Option<Outcome> {
    let id = Uuid::nil();
    Some(match (method, path) {
        (&Method::GET, "/sessions/whoami") => send(client.whoami(), |_| "session").await,
        (&Method::GET, "/sessions") => send(client.sessions(), |_| "sessions").await,
        (&Method::DELETE, "/sessions") => send(client.revoke_other_sessions(), |_| "anything").await,
        (&Method::DELETE, _) => send(client.revoke_session(id), |_| "anything").await,
        (&Method::GET, "/self-service/errors") => send(client.error(id), |_| "error").await,
        (&Method::GET, "/self-service/logout/browser") => send(client.logout(None), |_| "logout").await,
        _ => {
            let kind = Kind::ALL.into_iter().find(|kind| path.starts_with(&format!("/self-service/{kind}")))?;
            match (method, path.rsplit('/').next()?) {
                (&Method::GET, "browser") => send(client.start(&Start::new(kind)), |_| "flow").await,
                (&Method::GET, "flows") => send(client.flow(kind, id), |_| "flow").await,
                (&Method::POST, _) => {
                    let name = |submitted: kratos_account::kratos::Submitted<'_>| match (
                        submitted.flow,
                        submitted.session,
                        submitted.identity,
                    ) {
                        (Some(_), None, None) => "flow",
                        (None, Some(_), _) => "session",
                        (None, None, Some(_)) => "identity",
                        _ => "nothing",
                    };
                    send(client.submit(kind, id, Body::Form("".into())), name).await
                }
                _ => return None,
            }
        }
    })
}

/// What an answer is, by the shape of its body.
fn expected(path: &str, body: &Value) -> &'static str {
    let has = |name: &str| body.get(name).is_some();
    match path {
        "/self-service/errors" => "error",
        "/self-service/logout/browser" => "logout",
        "/sessions/whoami" => "session",
        "/sessions" if body.is_array() => "sessions",
        path if path.starts_with("/sessions") => "anything",
        _ if has("ui") => "flow",
        _ if has("session") => "session",
        _ if has("identity") => "identity",
        _ => "nothing",
    }
}

#[tokio::test]
async fn every_recorded_answer_is_read_as_what_it_is() {
    let mut seen = std::collections::BTreeMap::new();
    for name in recording::names() {
        let recording::Recording { request, response } = recording::read(&name);
        let url: url::Url = request.url.parse().unwrap();
        let kratos = Upstream::start([Answer::recorded(&name)]).await;
        let client = Client::builder(kratos.url.clone()).build().unwrap();
        let method = request.method.parse().unwrap();
        let Some(Outcome { answer, error, data }) = ask(&client, &method, url.path()).await else {
            continue;
        };
        let what = match (response.status, &error) {
            (200..300, Some(Error::Unreadable(unreadable))) if response.body.is_null() => {
                assert!(unreadable.answer.is_null(), "{name}");
                "null"
            }
            (200..300, None) => {
                assert_eq!(data, expected(url.path(), &response.body), "{name}");
                data
            }
            (300..400, Some(Error::Refused(refusal))) => {
                assert!(refusal.answer.redirect().is_some(), "{name}");
                assert!(refusal.flow.is_none() && refusal.id.is_none(), "{name}");
                "redirect"
            }
            (400.., Some(Error::Refused(refusal))) if response.body.get("ui").is_some() => {
                assert_refused_flow(refusal, &response.body, &name);
                "refused flow"
            }
            (400.., Some(Error::Refused(refusal))) => {
                assert!(refusal.flow.is_none() && refusal.refused_flow().is_none(), "{name}");
                "refusal"
            }
            (status, _) => panic!("{name}: {status} {error:?}"),
        };
        if !matches!(what, "redirect" | "null" | "anything") {
            assert_eq!(answer, Some(response.body), "{name}: what is not known is in the answer's text");
        }
        *seen.entry(what).or_insert(0) += 1;
    }
    let kinds: Vec<_> = seen.keys().copied().collect();
    let all = [
        "anything",
        "error",
        "flow",
        "identity",
        "logout",
        "null",
        "redirect",
        "refusal",
        "refused flow",
        "session",
        "sessions",
    ];
    assert_eq!(kinds, all, "{seen:?}");
}

fn assert_refused_flow(refusal: &kratos_account::kratos::Refusal, body: &Value, name: &str) {
    let flow = refusal.flow.as_ref().unwrap_or_else(|| panic!("{name}: a flow"));
    let whole = refusal.refused_flow().unwrap_or_else(|| panic!("{name}: the flow"));
    assert_eq!((flow.id, flow.state.as_deref()), (whole.id, whole.state.as_deref()), "{name}");
    assert_eq!(flow.id.to_string(), body["id"], "{name}");
    let nodes = body["ui"]["nodes"].as_array().unwrap();
    let messages = [&body["ui"]["messages"]].into_iter().chain(nodes.iter().map(|node| &node["messages"]));
    let messages: Vec<&Value> = messages.filter_map(Value::as_array).flatten().collect();
    let ids: Vec<i64> = messages.iter().map(|message| message["id"].as_i64().unwrap()).collect();
    assert_eq!(flow.messages, ids, "{name}");
    assert_eq!(flow.has_errors, messages.iter().any(|message| message["type"] == "error"), "{name}");
}

/// What a flow answers with a status that is no success may be the next screen, and no error.
#[tokio::test]
async fn a_next_screen_is_told_from_a_mistake() {
    for (name, has_errors) in [
        ("login_json/identifier_first_step2_400", false),
        ("login_json/unified_code_sent_400", false),
        ("login_json/bad_credentials_400", true),
        ("login_json/empty_identifier_400", true),
    ] {
        let kratos = Upstream::start([Answer::recorded(name)]).await;
        let client = Client::builder(kratos.url.clone()).build().unwrap();
        let error = client.submit(Kind::Login, Uuid::nil(), Body::Form("".into())).send().await.unwrap_err();
        let flow = error.refusal().unwrap().flow.as_ref().unwrap();
        assert_eq!(flow.has_errors, has_errors, "{name}: {flow:?}");
        assert!(error.refused_flow().is_some(), "{name}");
    }
}

#[tokio::test]
async fn what_to_do_next_is_ranked_and_found_in_refusals_too() {
    let kratos = Upstream::start([
        Answer::recorded("login_json/verification_hook_200"),
        Answer::recorded("recovery_json/code_too_often"),
    ])
    .await;
    let client = Client::builder(kratos.url.clone()).build().unwrap();
    let submit = || client.submit(Kind::Login, Uuid::nil(), Body::Form("".into())).send();
    let response = submit().await.unwrap();
    let submitted = response.data().unwrap();
    let ranks: Vec<u8> = submitted.continue_with.iter().map(kratos_account::kratos::ContinueWith::rank).collect();
    assert_eq!(ranks, [3, 2], "Kratos' order is not by rank");
    let next = submitted.continue_with.iter().min_by_key(|next| next.rank()).unwrap();
    assert!(next.flow.as_ref().unwrap().id.is_some());
    let error = submit().await.unwrap_err();
    let [next] = error.refusal().unwrap().continue_with.as_slice() else { panic!("{error:?}") };
    assert_eq!((&next.action, next.rank()), (&Action::ShowRecoveryUi, 1));
    let flow = next.flow.as_ref().unwrap();
    assert_eq!((flow.id, flow.url.as_deref()), (Some(uuid::uuid!("aa9dda4c-7527-43c5-9459-5f0fc221e9cb")), None));
}
