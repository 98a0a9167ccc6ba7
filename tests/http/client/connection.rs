//! Connections: ended with the request, never used twice for one, and no way round by a proxy.

use std::future::Future;
use std::process::{Command, Output};
use std::task::Poll;

use kratos_account::kratos::{Body, Client, Error, Kind, Logout};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::{ID, ask, build, client, kratos, small_flow, wire};
use crate::support::tcp::{Act, Seen, Tcp, closed_port};
use crate::support::{Answer, Upstream};

/// Waits until a request has come.
async fn asked(kratos: &mut Tcp) {
    while !matches!(kratos.next().await, Seen::Request(_)) {}
}

#[tokio::test]
async fn dropping_the_future_ends_the_request() {
    let mut kratos = Tcp::start([Act::Stall(Vec::new())]).await;
    let mut sending = Box::pin(ask(&kratos.url).send());
    tokio::select! {
        answer = &mut sending => panic!("{answer:?}"),
        () = asked(&mut kratos) => {}
    }
    drop(sending);
    assert_eq!(kratos.next().await, Seen::Closed);
}

#[tokio::test]
async fn dropping_the_future_ends_an_answer_half_received() {
    let mut kratos = Tcp::start([Act::Stall(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\"".to_vec())]).await;
    let (tell, mut received) = tokio::sync::mpsc::unbounded_channel();
    let mut sending = Box::pin(ask(&kratos.url).on_received(move |progress| tell.send(progress.bytes).unwrap()).send());
    tokio::select! {
        answer = &mut sending => panic!("{answer:?}"),
        () = async { while received.recv().await != Some(5) {} } => {}
    }
    drop(sending);
    asked(&mut kratos).await;
    assert_eq!(kratos.next().await, Seen::Closed);
}

#[tokio::test]
async fn a_cancelled_token_ends_the_request() {
    let mut kratos = Tcp::start([Act::Stall(Vec::new())]).await;
    let token = CancellationToken::new();
    let sending = tokio::spawn(ask(&kratos.url).cancel_with(token.clone()).send());
    asked(&mut kratos).await;
    token.cancel();
    let error = sending.await.unwrap().unwrap_err();
    assert!(matches!(error, Error::Cancelled), "{error}");
    assert_eq!(kratos.next().await, Seen::Closed);
}

#[tokio::test]
async fn a_token_cancelled_before_sends_nothing() {
    let kratos = kratos().await;
    let token = CancellationToken::new();
    token.cancel();
    let error = ask(&kratos.url).cancel_with(token).send().await.unwrap_err();
    assert!(matches!(error, Error::Cancelled), "{error}");
    assert_eq!(kratos.received().len(), 0);
}

#[tokio::test]
async fn an_uncancelled_token_changes_nothing() {
    ask(&kratos().await.url).cancel_with(CancellationToken::new()).send().await.unwrap();
}

#[tokio::test]
async fn a_request_does_nothing_until_it_is_polled() {
    let kratos = kratos().await;
    drop(ask(&kratos.url).send());
    assert_eq!(kratos.received().len(), 0);
}

#[tokio::test]
async fn a_closed_port_is_unreachable() {
    let (url, _closed) = closed_port();
    let error = ask(&url).send().await.unwrap_err();
    assert!(matches!(error, Error::Unreachable(_)), "{error}");
    assert_eq!(error.to_string(), "Kratos cannot be reached");
    assert!(error.status().is_none() && error.headers().is_none() && error.id().is_none());
}

#[tokio::test]
async fn plain_http_where_tls_is_expected_is_unreachable() {
    let mut kratos = kratos().await;
    kratos.url.set_scheme("https").unwrap();
    let error = ask(&kratos.url).send().await.unwrap_err();
    assert!(matches!(error, Error::Unreachable(_)), "{error}");
    assert_eq!(kratos.received().len(), 0);
}

#[tokio::test]
async fn a_connection_is_used_again() {
    let mut kratos = Tcp::start([Act::Say(wire("200 OK", "", &small_flow()))]).await;
    let client = client(&kratos.url);
    for _ in 0..3 {
        client.flow(Kind::Settings, ID).send().await.unwrap();
    }
    let seen = kratos.so_far();
    assert_eq!(seen.iter().filter(|seen| **seen == Seen::Opened).count(), 1, "{seen:?}");
    assert_eq!(seen.len(), 4);
}

#[tokio::test]
async fn a_request_is_never_sent_twice() {
    // The second one goes out on the kept connection, which then ends without an answer.
    let mut kratos = Tcp::start([Act::Say(wire("200 OK", "", &small_flow())), Act::Leave(Vec::new())]).await;
    let client = client(&kratos.url);
    client.flow(Kind::Settings, ID).send().await.unwrap();
    let error = client.flow(Kind::Settings, ID).send().await.unwrap_err();
    assert!(matches!(error, Error::Interrupted(_)), "{error}");
    let seen = kratos.so_far();
    assert!(matches!(seen[..], [Seen::Opened, Seen::Request(_), Seen::Request(_)]), "{seen:?}");
}

#[tokio::test]
async fn where_it_is_wanted_a_question_is_asked_once_more_by_a_new_connection() {
    let answer = || Act::Say(wire("200 OK", "", &small_flow()));
    // The second one goes out on the kept connection, which then ends without an answer.
    let mut kratos = Tcp::start([answer(), Act::Leave(Vec::new()), answer()]).await;
    let client = Client::builder(kratos.url.clone()).retry_questions(true).build().unwrap();
    client.flow(Kind::Settings, ID).cookie("a=b").send().await.unwrap();
    client.flow(Kind::Settings, ID).cookie("a=b").send().await.unwrap();
    let seen = kratos.so_far();
    let [Seen::Opened, Seen::Request(_), Seen::Request(first), Seen::Opened, Seen::Request(again)] = &seen[..] else {
        panic!("{seen:?}")
    };
    assert_eq!(first, again, "with all that it had");
}

#[tokio::test]
async fn a_new_connection_that_ends_without_an_answer_is_the_end_of_it() {
    let answer = Act::Say(wire("200 OK", "", &small_flow()));
    let mut kratos = Tcp::start([answer, Act::Leave(Vec::new())]).await;
    let client = Client::builder(kratos.url.clone()).retry_questions(true).build().unwrap();
    client.flow(Kind::Settings, ID).send().await.unwrap();
    for asked in [3, 1] {
        let error = client.flow(Kind::Settings, ID).send().await.unwrap_err();
        assert!(matches!(error, Error::Interrupted(_)), "{error}");
        let seen = kratos.so_far();
        // The first time by the connection that was kept, and by a new one; then there is none that was kept.
        assert_eq!(seen.iter().filter(|seen| matches!(seen, Seen::Request(_))).count(), asked, "{seen:?}");
    }
}

#[tokio::test]
async fn what_changes_something_is_sent_once_whatever_is_wanted() {
    let logout = json!({"logout_url": "http://kratos/self-service/logout?token=ory_lo_1"});
    let logout: Logout = serde_json::from_value(logout).unwrap();
    for change in [0, 1, 2] {
        let answer = Act::Say(wire("200 OK", "", &small_flow()));
        let mut kratos = Tcp::start([answer, Act::Leave(Vec::new())]).await;
        let client = Client::builder(kratos.url.clone()).retry_questions(true).build().unwrap();
        client.flow(Kind::Settings, ID).send().await.unwrap();
        let error = match change {
            // A body that ends as a head does, so that the upstream knows its end.
            0 => client.submit(Kind::Settings, ID, Body::Form("a=b\r\n\r\n".into())).send().await.unwrap_err(),
            1 => client.revoke_session(ID).send().await.unwrap_err(),
            // It is a GET, but no question.
            _ => client.sign_out(&logout).send().await.unwrap_err(),
        };
        assert!(matches!(error, Error::Interrupted(_)), "{error}");
        let seen = kratos.so_far();
        assert!(matches!(seen[..], [Seen::Opened, Seen::Request(_), Seen::Request(_)]), "{seen:?}");
    }
}

#[tokio::test]
async fn a_change_is_never_sent_twice() {
    // Its body may come with the head or after it; the connection ends either way.
    let mut kratos = Tcp::start([Act::Say(wire("200 OK", "", &small_flow())), Act::Leave(Vec::new())]).await;
    let client = client(&kratos.url);
    client.flow(Kind::Settings, ID).send().await.unwrap();
    // A body that ends as a head does, so that the upstream knows its end.
    let change = client.submit(Kind::Settings, ID, Body::Form("a=b\r\n\r\n".into()));
    let error = change.send().await.unwrap_err();
    assert!(matches!(error, Error::Interrupted(_)), "{error}");
    let seen = kratos.so_far();
    assert!(matches!(seen[..], [Seen::Opened, Seen::Request(_), Seen::Request(_)]), "{seen:?}");
}

#[tokio::test]
async fn a_request_is_not_sent_again_after_a_5xx_or_a_cut_answer() {
    let cut = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{".to_vec();
    for act in [wire("503 Service Unavailable", "retry-after: 0\r\n", "{}"), cut] {
        let mut kratos = Tcp::start([Act::Leave(act)]).await;
        ask(&kratos.url).send().await.unwrap_err();
        let seen = kratos.so_far();
        assert!(matches!(seen[..], [Seen::Opened, Seen::Request(_)]), "{seen:?}");
    }
}

#[tokio::test]
async fn no_more_than_64_requests_are_under_way() {
    let mut kratos = Tcp::start([Act::Stall(Vec::new())]).await;
    let client = client(&kratos.url);
    let mut sending: Vec<_> = (0..65).map(|_| Box::pin(client.flow(Kind::Settings, ID).send())).collect();
    let all = std::future::poll_fn(|context| {
        for sending in &mut sending {
            assert!(sending.as_mut().poll(context).is_pending());
        }
        Poll::<()>::Pending
    });
    tokio::select! {
        () = all => {}
        () = async { for _ in 0..64 { asked(&mut kratos).await; } } => {}
    }
    assert!(!kratos.so_far().contains(&Seen::Opened), "the 65th waits");
    drop(sending.remove(0));
    let all = std::future::poll_fn(|context| {
        for sending in &mut sending {
            assert!(sending.as_mut().poll(context).is_pending());
        }
        Poll::<()>::Pending
    });
    tokio::select! {
        () = all => {}
        () = asked(&mut kratos) => {}
    }
}

#[tokio::test]
async fn whoami_waits_for_no_flow_and_is_refused_when_too_many_are_under_way() {
    let mut kratos = Tcp::start([Act::Stall(Vec::new())]).await;
    let client = client(&kratos.url);
    let flows: Vec<_> = (0..64).map(|_| tokio::spawn(client.flow(Kind::Settings, ID).send())).collect();
    for _ in &flows {
        asked(&mut kratos).await;
    }
    let mut sessions: Vec<_> = (0..1024).map(|_| Box::pin(client.whoami().send())).collect();
    // A permit is taken when a request is polled for the first time.
    std::future::poll_fn(|context| {
        assert!(sessions.iter_mut().all(|session| session.as_mut().poll(context).is_pending()));
        Poll::Ready(())
    })
    .await;
    let error = client.whoami().send().await.unwrap_err();
    assert!(matches!(error, Error::Busy), "{error}");
    assert!(error.status().is_none() && error.answer().is_none());
    drop(sessions);
    let session = client.whoami().send();
    tokio::select! {
        answer = session => panic!("{answer:?}"),
        () = asked(&mut kratos) => {}
    }
    flows.iter().for_each(tokio::task::JoinHandle::abort);
}

/// Where the child of the tests below finds Kratos.
const KRATOS: &str = "TEST_KRATOS_URL";
/// Whether it asks for the proxy of the environment.
const PROXY: &str = "TEST_WITH_PROXY";

/// Runs [`child_asks_kratos`] in a process whose environment names `proxy`.
async fn in_an_environment_with(proxy: &Upstream, kratos: &Upstream, ask_for_it: bool) -> Output {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "client::connection::child_asks_kratos", "--ignored"]);
    for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        child.env(name, proxy.url.as_str());
    }
    child.env_remove("NO_PROXY").env_remove("no_proxy").env_remove("REQUEST_METHOD");
    child.env(KRATOS, kratos.url.as_str()).env(PROXY, ask_for_it.to_string());
    tokio::task::spawn_blocking(move || child.output().unwrap()).await.unwrap()
}

#[tokio::test]
#[ignore = "not a test of its own: others run it in a process with another environment"]
async fn child_asks_kratos() {
    let variable = |name| std::env::var_os(name).unwrap().into_string().unwrap();
    let builder = Client::builder(variable(KRATOS).parse().unwrap());
    let client = match variable(PROXY).as_str() {
        "true" => build(builder.proxy_from_environment(true)),
        _ => build(builder),
    };
    client.flow(Kind::Settings, ID).send().await.unwrap();
}

#[tokio::test]
async fn a_proxy_in_the_environment_is_not_used() {
    let (proxy, kratos) = (Upstream::start([Answer::empty(502)]).await, kratos().await);
    let child = in_an_environment_with(&proxy, &kratos, false).await;
    assert!(child.status.success(), "{child:?}");
    assert_eq!(proxy.received().len(), 0);
    kratos.only_request();
}

#[tokio::test]
async fn a_proxy_in_the_environment_is_used_where_it_is_asked_for() {
    let (kratos, proxy) = (Upstream::start([Answer::empty(502)]).await, kratos().await);
    let child = in_an_environment_with(&proxy, &kratos, true).await;
    assert!(child.status.success(), "{child:?}");
    assert_eq!(kratos.received().len(), 0);
    proxy.only_request();
}
