//! Addresses that lead to the account page.

use http::Method;

use crate::flow::detour::Detour;
use crate::flow::problem::Problem;
use crate::kratos::{Kind, Start};
use crate::visit::Visit;

/// `GET /`: where `default_browser_return_url` and people's hands point. What it was asked with goes along.
pub(crate) async fn show(visit: Visit) -> Detour {
    to(&visit, Kind::Settings)
}

/// What has no page; and the base path, where nothing of the application's own is there.
pub(crate) async fn or_not_found(visit: Visit, method: Method) -> Result<Detour, Problem> {
    let path = visit.path().trim_end_matches('/');
    let is_home = path.is_empty() || path == visit.account.config.base_path();
    if is_home && method.is_safe() { Ok(to(&visit, Kind::Settings)) } else { Err(Problem::NotFound) }
}

/// `GET /KIND/`: the page of the kind, with the flow it was asked for.
pub(crate) async fn without_slash(visit: Visit) -> Detour {
    to(&visit, visit.kind().unwrap_or(Kind::Settings))
}

/// `GET /.well-known/change-password` (W3C, "A Well-Known URL for Changing Passwords").
pub(crate) async fn change_password(visit: Visit) -> Detour {
    Detour::see_other(format!("{}#password", page(&visit, Kind::Settings)))
}

fn to(visit: &Visit, kind: Kind) -> Detour {
    let page = page(visit, kind);
    Detour::see_other(match visit.query_text() {
        "" => page,
        query => format!("{page}?{query}"),
    })
}

fn page(visit: &Visit, kind: Kind) -> String {
    visit.account.addresses.page(None, &Start::new(kind))
}
