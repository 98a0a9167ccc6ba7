//! Flows of Kratos' as pages.

use axum::body::Body;
use axum::extract::Request;

use crate::page::{Application, FLOW};
use crate::support::{Answer, recording};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn flows() {
    let recorded: Vec<_> = recording::names()
        .iter()
        .map(|name| recording::read(name).response)
        .filter(|response| response.body.is_object())
        .collect();
    let application = Application::start().await;
    crate::look("flows", async |random| {
        let response = random.pick(&recorded);
        let mut body = response.body.clone();
        random.change(&mut body);
        let mut text = body.to_string();
        if random.once_in(20) {
            // Cut off.
            text = text.chars().take(random.below(text.len())).collect();
        }
        let status = if random.once_in(5) {
            *random.pick(&[200, 204, 303, 400, 401, 403, 404, 410, 422, 429, 500])
        } else {
            response.status
        };
        let answer = Answer::new(status, text);
        application.kratos(move |_, _| answer.clone());
        let path = match random.below(6) {
            0 => "/sessions".to_owned(),
            1 => "/settings".to_owned(),
            2 => "/settings/export".to_owned(),
            3 => "/authorize?aal=aal2".to_owned(),
            _ => format!("/settings?flow={FLOW}"),
        };
        let request = Request::get(path).header("cookie", "ory_kratos_session=a").header("accept", "text/html");
        application.ask(request.body(Body::empty()).unwrap()).await.is_sound();
    })
    .await;
}
