//! `/logout`: signing out.

use crate::flow::detour::{Back, Call, Detour};
use crate::flow::problem::Problem;
use crate::guard;
use crate::kratos::{Kind, Start};
use crate::layers::origin::must_be_own;
use crate::visit::Visit;

/// `POST /logout`: asks Kratos at this moment how to sign out, and goes there. Who is signed out
/// already is where they want to be: at the login. With `again` a login follows, for somebody else.
pub(crate) async fn start(visit: Visit) -> Result<Detour, Detour> {
    must_be_own(&visit).map_err(Detour::Problem)?;
    let addresses = &visit.account.addresses;
    let login = visit.value("again").map(|_| addresses.start(&visit.start(Kind::Login)));
    let return_to = login.as_ref().map(url::Url::as_str);
    guard::leave(&visit.account, visit.forwarded()).await;
    let none = Start::new(Kind::Settings);
    let back = Back::Flow(&none, None);
    let answer = match visit.send(visit.account.kratos.logout(return_to), Call::Submit).await {
        Ok(answer) => answer,
        Err(error) => {
            return Err(match (visit.detour(&error, Call::Prepare, back), login) {
                (Detour::MoveOn { .. }, Some(login)) => Detour::move_on(login),
                (detour, _) => detour,
            });
        }
    };
    let logout = visit.data(&answer, Call::Prepare, back)?;
    match addresses.for_browser(&logout.logout_url) {
        Some(to) => Ok(Detour::move_on(to)),
        None => Err(Detour::Problem(Problem::Unavailable)),
    }
}
