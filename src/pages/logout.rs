//! `/logout`: signing out.

use axum::extract::State;
use axum::response::Response;

use super::reply;
use crate::app::App;
use crate::flow::outcome::{Asked, Outcome, Problem};
use crate::guard;
use crate::layers::forwarded::Forwarded;
use crate::layers::origin::Own;
use crate::layers::reader::Reader;

/// `POST /logout`: asks Kratos at this moment how to sign out, and goes there. Who is signed out
/// already is where they want to be: at the login.
pub(crate) async fn start(State(app): State<App>, reader: Reader, browser: Forwarded, _: Own) -> Response {
    guard::leave(&app, browser.headers()).await;
    let asked = Asked { addresses: &app.addresses, kind: "settings", return_to: None };
    match browser.on(app.kratos.create_logout()).send().await {
        Ok(answer) => {
            let outcome = match app.addresses.for_browser(&answer.data().logout_url) {
                Some(to) => Outcome::MoveOn { to, restart: false, lost: false },
                None => Outcome::Problem(Problem::Unavailable),
            };
            let mut response = reply::to(&app, &reader, &browser, outcome, None);
            reply::hand_on_cookies(Some(answer.headers()), &mut response);
            response
        }
        Err(error) => {
            let mut response = reply::to(&app, &reader, &browser, asked.unsent(&error), None);
            reply::note(&mut response, &error);
            reply::hand_on_cookies(error.headers(), &mut response);
            response
        }
    }
}
