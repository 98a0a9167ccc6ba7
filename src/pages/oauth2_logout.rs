//! `/oauth2/logout`: signing out of applications and of the account (Hydra's `urls.logout`).

use askama::Template;
use axum::response::Response;

use crate::flow::detour::{Call, Detour, Meaning};
use crate::flow::problem::Problem;
use crate::flow::submission::Form;
use crate::guard;
use crate::kratos::{Kind, Start};
use crate::layers::limits::FormBody;
use crate::layers::origin::must_be_own;
use crate::view::Application;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "pages/oauth2_logout.html")]
struct LogoutPage<'a> {
    visit: &'a Visit,
    /// What it is about.
    lead: String,
    /// Where the form goes.
    action: String,
}

/// `GET /oauth2/logout?logout_challenge=…`: asks, unless the operator of the application that leads
/// here wants nobody to be asked.
pub(crate) async fn show(visit: Visit) -> Result<Response, Detour> {
    let challenge = visit.challenge("logout_challenge")?;
    let answer = visit.ask_hydra(visit.hydra()?.logout(&challenge), Call::Read).await?;
    let request = visit.hydra_data(&answer, Call::Read)?;
    let skips = request.client.as_ref().is_some_and(|client| client.skip_logout_consent);
    if skips && is_theirs(&visit, &request.subject).await {
        return Err(sign_out(&visit, &challenge, Call::Start).await?);
    }
    let words = visit.words();
    let lead = match &request.client {
        Some(client) => words.text_with("oauth2-logout-client", &[("client", Application::of(client).name.into())]),
        None => words.text("oauth2-logout-lead").to_owned(),
    };
    let query =
        url::form_urlencoded::Serializer::new(String::new()).append_pair("logout_challenge", &challenge).finish();
    let action = format!("{}/oauth2/logout?{query}", visit.account.addresses.base());
    visit.page(&LogoutPage { visit: &visit, lead, action })
}

/// `POST /oauth2/logout?logout_challenge=…`: what the person decided.
pub(crate) async fn decide(visit: Visit, FormBody(body): FormBody) -> Result<Response, Detour> {
    must_be_own(&visit).map_err(Detour::Problem)?;
    let form = Form::read(&body).map_err(|_| Detour::Problem(Problem::TooLarge))?;
    let challenge = visit.challenge("logout_challenge")?;
    if form.get("logout") == Some("accept") {
        return Err(sign_out(&visit, &challenge, Call::Submit).await?);
    }
    visit.ask_hydra(visit.hydra()?.reject_logout(&challenge), Call::Submit).await?;
    Err(Detour::see_other(visit.account.addresses.page(None, &Start::new(Kind::Settings))))
}

/// Whether it is the person who is signed in, or nobody is: a challenge of somebody else's would sign
/// out whoever follows a link to it.
async fn is_theirs(visit: &Visit, subject: &str) -> bool {
    match visit.send(visit.account.kratos.whoami(), Call::Read).await {
        Ok(answer) => {
            let identity = answer.data().ok().and_then(|session| session.identity);
            identity.is_some_and(|identity| identity.id.to_string() == subject)
        }
        Err(error) => matches!(Meaning::of(&error), Meaning::SignedOut { .. }),
    }
}

/// Ends Kratos' session, and leads to where Hydra's ends: with either gone first, the other is still
/// there if something fails on the way, and one can try again.
async fn sign_out(visit: &Visit, challenge: &str, call: Call) -> Result<Detour, Detour> {
    let answer = visit.ask_hydra(visit.hydra()?.accept_logout(challenge), call).await?;
    let to = visit.way_on(&answer, call)?;
    guard::leave(&visit.account, visit.forwarded()).await;
    let kratos = &visit.account.kratos;
    match visit.send(kratos.logout(None), Call::Read).await {
        Ok(answer) => {
            let ended = async {
                let logout = answer.data()?;
                visit.send(kratos.sign_out(&logout), Call::Submit).await.map(drop)
            };
            if let Err(error) = ended.await {
                visit.note(&error);
                return Err(Detour::Problem(Problem::Unavailable));
            }
        }
        // Nobody is signed in there any more.
        Err(error) if matches!(Meaning::of(&error), Meaning::SignedOut { .. }) => {}
        Err(error) => {
            visit.note(&error);
            return Err(Detour::Problem(Problem::Unavailable));
        }
    }
    Ok(if call == Call::Submit { Detour::move_on(to) } else { Detour::see_other(to) })
}
