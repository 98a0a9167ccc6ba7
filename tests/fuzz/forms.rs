//! Forms as submissions.

use axum::body::Body;
use axum::extract::Request;
use url::form_urlencoded;

use crate::page::{Application, FLOW};
use crate::random::Random;
use crate::support::{Answer, recording};

/// How deep a field's name may lead.
const DEPTH: usize = 20_000;

/// What may stand in a name.
const PARTS: [&str; 12] =
    ["traits", "email", "name", "first", "0", "1", "99999999999", "", "a\\", "__proto__", "_shown", "\u{e9}"];

fn name(random: &mut Random, known: &[String]) -> String {
    let part = |random: &mut Random| (*random.pick(&PARTS)).to_owned();
    match random.below(8) {
        0..=3 => random.pick(known).clone(),
        4 => {
            let depth = 1 + random.below(5);
            (0..depth).map(|_| part(random)).collect::<Vec<_>>().join(".")
        }
        5 if random.once_in(10) => format!("traits{}", ".a".repeat(random.below(DEPTH))),
        6 => format!("{}.{}", random.pick(known), part(random)),
        _ => random.text(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forms() {
    let flows: Vec<_> = recording::settings_flows().iter().map(|name| recording::read(name).response.body).collect();
    let schema = recording::names()
        .iter()
        .map(|name| recording::read(name))
        .find(|recording| recording.request.url.contains("/schemas/"))
        .map_or_else(
            || serde_json::json!({"properties": {"traits": {"type": "object"}}}),
            |recording| recording.response.body,
        );
    let application = Application::start().await;
    crate::look("forms", async |random| {
        let flow = random.pick(&flows).clone();
        let nodes = flow["ui"]["nodes"].as_array().unwrap();
        let mut known: Vec<String> =
            nodes.iter().filter_map(|node| Some(node["attributes"]["name"].as_str()?.to_owned())).collect();
        known.extend(["_shown", "_ask", "_keep", "method", "csrf_token"].map(str::to_owned));
        let (answer, mut schema) = (Answer::json(200, &flow), schema.clone());
        if random.once_in(2) {
            random.change(&mut schema);
        }
        let (schema, refused) = (Answer::json(200, &schema), Answer::json(400, &flow));
        application.kratos(move |method, path| match method {
            "POST" => refused.clone(),
            _ if path.starts_with("/schemas") => schema.clone(),
            _ => answer.clone(),
        });
        let mut form = form_urlencoded::Serializer::new(String::new());
        if !random.once_in(4) {
            form.append_pair("method", "profile");
        }
        for _ in 0..random.below(12) {
            form.append_pair(&name(random, &known), &random.text());
        }
        let mut body = form.finish();
        if random.once_in(10) {
            // No longer encoded as it should be.
            body = format!("{}%{}%f&&==;{body}", random.text().replace(['\u{0}', '%'], ""), random.below(99));
        }
        let path = if random.once_in(8) { "/sessions".to_owned() } else { format!("/settings?flow={FLOW}") };
        let request = Request::post(path)
            .header("cookie", "ory_kratos_session=a")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        application.ask(request.body(Body::from(body)).unwrap()).await.is_sound();
    })
    .await;
}
