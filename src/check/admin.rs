//! Whether Kratos' admin API is where the settings say, for who deletes or deactivates their account.

use http::StatusCode;
use url::Url;

use super::place::{Door, silence};
use super::{Finding, trimmed};
use crate::account::Account;
use crate::kratos::{Admin, Answer};

const DOOR: Door = Door { setting: "KRATOS_ADMIN_URL", name: "admin" };

/// What is said of it. Nobody's identity is read.
pub(super) async fn look(account: &Account) -> Option<Finding> {
    let (_, admin) = account.pages.deletion.as_ref()?;
    let url = account.config.kratos_admin_url.as_ref()?;
    let answer = match admin.nobody().send().await {
        Ok(answer) => answer,
        Err(error) => return Some(silence(DOOR, url, &error)),
    };
    if knows_nobody(&answer) {
        return Some(Finding::fits(format!("Kratos' admin API answers at {url}")));
    }
    let status = answer.status();
    if status.is_redirection() {
        return Some(Finding::wrong(
            format!("{url} is not Kratos' admin API: it leads elsewhere ({}), as the public one does", status.as_u16()),
            "Set KRATOS_ADMIN_URL to its serve.admin.host and port: 4434, unless it is told otherwise",
        ));
    }
    if matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) {
        let what = match account.config.kratos_admin_token {
            Some(_) => "does not take KRATOS_ADMIN_TOKEN",
            None => "wants to be shown a token",
        };
        return Some(Finding::wrong(
            format!("What stands before Kratos' admin API at {url} {what} ({})", status.as_u16()),
            "Set KRATOS_ADMIN_TOKEN, or KRATOS_ADMIN_TOKEN_FILE to a file of it, to one that it takes",
        ));
    }
    if let Some(root) = above(account, url).await {
        return Some(Finding::wrong(
            format!("Kratos' admin API does not answer at {url}, but without that path it does"),
            format!("Set KRATOS_ADMIN_URL={}", trimmed(&root)),
        ));
    }
    Some(Finding::wrong(
        format!("Something answers at {url} ({}), but not as Kratos' admin API does", status.as_u16()),
        "Set KRATOS_ADMIN_URL to the address, http or https, below which /admin/identities is Kratos'",
    ))
}

/// Whether it is Kratos that says that there is no identity of that name, and not a proxy that there is no page.
fn knows_nobody(answer: &Answer) -> bool {
    answer.status() == StatusCode::NOT_FOUND && super::is_kratos(answer)
}

/// The address without its path, if the admin API is there: it has `/admin` in its own.
async fn above(account: &Account, url: &Url) -> Option<Url> {
    if url.path() == "/" {
        return None;
    }
    let mut root = url.clone();
    root.set_path("");
    let client = account.config.admin_client(root.clone()).build().ok()?;
    let answer = Admin::new(client).nobody().send().await.ok()?;
    knows_nobody(&answer).then_some(root)
}
