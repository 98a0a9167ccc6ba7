//! Where Kratos leads browsers: its own address (`serve.public.base_url`) and those of the pages
//! (`selfservice.flows.*.ui_url`).

use url::Url;

use super::{Finding, base_of, is_own_page, trimmed};
use crate::account::Account;
use crate::config::Page;
use crate::kratos::Kind;

/// What `PUBLIC_URL` is where nobody sets it.
const DEFAULT_PUBLIC_URL: &str = "http://localhost:4455";

/// Whether Kratos' own address for browsers, as the action of a login's form has it, is the one
/// that this application sends browsers to.
pub(super) fn base_url(action: &str, account: &Account) -> Option<Finding> {
    let mut base = Url::parse(action).ok()?;
    base.set_query(None);
    let path = base.path().strip_suffix("/self-service/login")?.to_owned();
    base.set_path(&path);
    let (base, ours) = (trimmed(&base), trimmed(&account.addresses.browser));
    if base == ours {
        return Some(Finding::fits(format!("Browsers reach Kratos at {base}, as it says itself")));
    }
    let what = format!("Kratos says that browsers reach it at {base}, but this application leads them to {ours}");
    let remedy = match (account.config.proxy_kratos, &account.config.kratos_browser_url) {
        (true, None) => format!(
            "PROXY_KRATOS is on: set Kratos' serve.public.base_url to {}/, or switch it off and set KRATOS_BROWSER_URL={base}",
            account.addresses.base()
        ),
        (_, None) => {
            format!("Set KRATOS_BROWSER_URL={base}, or Kratos' serve.public.base_url if that is not where it is")
        }
        (_, Some(_)) => {
            format!(
                "Set KRATOS_BROWSER_URL={base}, or Kratos' serve.public.base_url to {ours}/, whichever browsers use"
            )
        }
    };
    Some(Finding::wrong(what, remedy))
}

/// Whether it is rather `PUBLIC_URL` that is wrong: no page that Kratos leads browsers to is here, and
/// all are at one other place, which is not the placeholder that Kratos has where none is set.
pub(super) fn public_url(leads: &[(Page, Option<Url>)], account: &Account) -> Option<Finding> {
    let public = account.addresses.base();
    let mut bases = leads.iter().filter(|(page, _)| account.config.pages.contains(page)).filter_map(|(page, to)| {
        let to = to.as_ref()?;
        Some(base_of(to, *page))
    });
    let base = bases.next()??;
    let is_placeholder = base.host_str() == Some("www.ory.sh");
    if is_placeholder || trimmed(&base) == public || !bases.all(|other| other.as_ref() == Some(&base)) {
        return None;
    }
    let ours = &account.addresses.public;
    let base_text = trimmed(&base);
    let what = if public == DEFAULT_PUBLIC_URL {
        format!("Kratos leads browsers to {base_text}, but PUBLIC_URL is not set, and so is {public}")
    } else if base.host() == ours.host() && base.scheme() != ours.scheme() {
        format!(
            "Kratos leads browsers to {base_text}, but PUBLIC_URL is {public}: with another scheme than the browser has, \
             it blocks every form"
        )
    } else {
        format!("Kratos leads browsers to {base_text}, but PUBLIC_URL is {public}")
    };
    let remedy = format!(
        "Set PUBLIC_URL={base_text}; or, if that is not this application, Kratos' selfservice.flows.*.ui_url to {public}/login \
         and so on"
    );
    Some(Finding::wrong(what, remedy))
}

/// Whether the pages that Kratos leads browsers to are this application's.
pub(super) fn pages(leads: &[(Page, Option<Url>)], account: &Account) -> Vec<Finding> {
    let (addresses, config) = (&account.addresses, &account.config);
    let public = addresses.base();
    let mut here = Vec::new();
    let mut findings = Vec::new();
    for (page, to) in leads {
        let name = page.name();
        let is_here = to.as_ref().is_some_and(|to| is_own_page(to, *page, addresses));
        match (config.pages.contains(page), to) {
            (true, Some(_)) if is_here => here.push(name),
            (true, Some(to)) => findings.push(one_astray(*page, to, public)),
            (true, None) => findings.push(Finding::unsure(
                format!("Kratos does not offer {name}: its ui_url cannot be told"),
                format!("If it should: selfservice.flows.{name}.enabled: true, and ui_url: {public}/{name}"),
            )),
            (false, _) if is_here => findings.push(Finding::wrong(
                format!("Kratos leads browsers to {public}/{name}, which is not served"),
                format!(
                    "Add {name} to PAGES, or set Kratos' selfservice.flows.{name}.ui_url to another application's page"
                ),
            )),
            (false, _) => {}
        }
    }
    if !here.is_empty() {
        findings.insert(0, Finding::fits(format!("Kratos leads browsers here: {}", here.join(", "))));
    }
    if config.pages.contains(&Page::Flow(Kind::Settings)) {
        findings.push(Finding::unsure(
            "Kratos does not tell where its settings page is before somebody is signed in",
            format!("Look that it is selfservice.flows.settings.ui_url: {public}/settings"),
        ));
    }
    findings
}

fn one_astray(page: Page, to: &Url, public: &str) -> Finding {
    let name = page.name();
    let mut shown = to.clone();
    shown.set_query(None);
    Finding::wrong(
        format!("Kratos leads browsers to {shown} for {name}, and not to this application"),
        format!("Set Kratos' selfservice.flows.{name}.ui_url to {public}/{name}, or leave {name} out of PAGES"),
    )
}
