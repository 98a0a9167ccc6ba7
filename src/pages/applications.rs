//! `/applications`: what a person has allowed applications, and taking it back.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use askama::Template;
use axum::response::Response;
use serde_json::{Value, json};

use super::confirm::ConfirmPage;
use crate::flow::detour::{Back, Call, Detour};
use crate::flow::own_page::OwnPage;
use crate::flow::problem::Problem;
use crate::flow::submission::Form;
use crate::hydra::{Consent, Error};
use crate::kratos::Str;
use crate::layers::limits::FormBody;
use crate::layers::origin::must_be_own;
use crate::view::{self, Application, Fact, Language, Look, Thing};
use crate::visit::Visit;

const BACK: Back<'_> = Back::Page(OwnPage::Applications);

#[derive(Template)]
#[template(path = "pages/applications.html")]
struct ApplicationsPage<'a> {
    visit: &'a Visit,
    things: Vec<Thing<'a>>,
    /// Whether one has just lost what it had.
    revoked: bool,
}

/// All that an application was allowed, however often.
struct Allowed<'a> {
    first: &'a Consent<'a>,
    scopes: Vec<&'a str>,
    since: Option<&'a str>,
}

/// `GET /applications`: the applications, those of the newest consent first.
pub(crate) async fn show(visit: Visit) -> Result<Response, Detour> {
    let subject = subject(&visit, Call::Start).await?;
    let answer = consents(&visit, &subject).await?;
    let consents: Vec<Consent<'_>> = match &answer {
        Some(answer) => visit.hydra_data(answer, Call::Read)?,
        None => Vec::new(),
    };
    let here = path(&visit);
    let all = allowed(&consents);
    let mut things: Vec<_> = (1..).zip(&all).map(|(number, one)| thing(number, one, &here, visit.words())).collect();
    view::tell_apart(&mut things);
    visit.page(&ApplicationsPage { visit: &visit, things, revoked: visit.value("revoked").is_some() })
}

/// Where the forms of the page go.
fn path(visit: &Visit) -> String {
    format!("{}/applications", visit.account.config.base_path())
}

/// An application and what it may, in words.
fn thing<'a>(number: usize, allowed: &Allowed<'a>, here: &'a str, words: &'a Language) -> Thing<'a> {
    let client = &allowed.first.request.client;
    let application = Application::of(client);
    let scopes = allowed.scopes.iter().map(|name| Fact::text(scope(words, name).into_owned()));
    let since = allowed.since.and_then(|at| Fact::moment("applications-since", at, words));
    let with_name = |id: &str| words.text_with(id, &[("client", application.name.as_str().into())]);
    let look = Look {
        question: with_name("applications-revoke-question"),
        consequence: with_name("applications-revoke-consequence"),
    };
    let (id, label) = (format!("application-{number}"), words.text("applications-revoke"));
    let form = view::taking_away(id.clone(), here, ("revoke", client.client_id.as_str()), label, look, words);
    let thing = Thing::new(id, application.name.clone().into());
    Thing {
        mark: Some(format!("application/{}", client.client_id)),
        facts: scopes.chain(since).collect(),
        application: application.has_links().then_some(application),
        ..thing
    }
    .with(form, label)
}

/// `POST /applications`: takes from an application (`revoke=ID`) all that it was allowed. The buttons of
/// the page ask again first.
pub(crate) async fn revoke(visit: Visit, FormBody(body): FormBody) -> Result<Response, Detour> {
    must_be_own(&visit).map_err(Detour::Problem)?;
    let form = Form::read(&body).map_err(|_| Detour::Problem(Problem::TooLarge))?;
    let here = visit.account.addresses.own_page(OwnPage::Applications);
    let Some(client) = form.get("revoke").filter(|client| !client.is_empty()) else {
        return Err(Detour::see_other(here));
    };
    let subject = subject(&visit, Call::Prepare).await?;
    if form.asks().is_some() {
        return confirm(&visit, &subject, client, &here).await;
    }
    visit.ask_hydra(visit.hydra()?.revoke(&subject, client), Call::Submit).await?;
    Err(Detour::see_other(format!("{here}?revoked")))
}

/// The second look.
async fn confirm(visit: &Visit, subject: &str, client: &str, here: &str) -> Result<Response, Detour> {
    let answer = consents(visit, subject).await?;
    let consents: Vec<Consent<'_>> = match &answer {
        Some(answer) => visit.hydra_data(answer, Call::Read)?,
        None => Vec::new(),
    };
    let all = allowed(&consents);
    let of = all.iter().find(|allowed| allowed.first.request.client.client_id == client);
    let path = path(visit);
    let thing = of.map(|of| thing(1, of, &path, visit.words()));
    match thing.as_ref().and_then(Thing::act) {
        Some((form, facts)) => visit.page(&ConfirmPage { visit, form, facts, back: here }),
        // It may have been done elsewhere since.
        None => Err(Detour::see_other(here)),
    }
}

/// Who is signed in, at the level that Kratos asks for.
async fn subject(visit: &Visit, call: Call) -> Result<String, Detour> {
    // Kratos renews a cookie whose time has moved.
    let answer = visit.ask(visit.account.kratos.whoami(), call, BACK).await?;
    let session = visit.data(&answer, call, BACK)?;
    session.identity.map(|identity| identity.id.to_string()).ok_or(Detour::Problem(Problem::Unavailable))
}

/// Hydra's answer; nothing where it knows nobody of that name.
async fn consents(
    visit: &Visit,
    subject: &str,
) -> Result<Option<crate::kratos::Response<Vec<Consent<'static>>>>, Detour> {
    match visit.hydra()?.consents(subject).send().await.map_err(Error::from) {
        Ok(answer) => Ok(Some(answer)),
        Err(Error::Unknown) => Ok(None),
        Err(error) => Err(visit.hydra_detour(&error, Call::Read)),
    }
}

/// What each application was allowed, in the order of the newest consent.
fn allowed<'a>(consents: &'a [Consent<'a>]) -> Vec<Allowed<'a>> {
    let mut newest: Vec<&Consent<'_>> = consents.iter().collect();
    newest.sort_by(|a, b| b.handled_at.cmp(&a.handled_at));
    let mut known: HashMap<&str, usize> = HashMap::new();
    let mut told: HashSet<(usize, &str)> = HashSet::new();
    let mut all: Vec<Allowed<'a>> = Vec::new();
    for consent in newest {
        let at = *known.entry(consent.request.client.client_id.as_str()).or_insert(all.len());
        if at == all.len() {
            all.push(Allowed { first: consent, scopes: Vec::new(), since: None });
        }
        let Some(of) = all.get_mut(at) else { continue };
        of.scopes.extend(consent.grant_scope.iter().map(Str::as_str).filter(|scope| told.insert((at, scope))));
        of.since = consent.handled_at.as_deref().or(of.since);
    }
    all
}

/// The applications as `/settings/export` has them.
pub(super) async fn export(visit: &Visit, subject: &str) -> Result<Value, Detour> {
    let answer = consents(visit, subject).await?;
    let consents: Vec<Consent<'_>> = match &answer {
        Some(answer) => visit.hydra_data(answer, Call::Read)?,
        None => Vec::new(),
    };
    let all = allowed(&consents);
    Ok(all
        .iter()
        .map(|allowed| {
            let client = &allowed.first.request.client;
            json!({
                "client_id": client.client_id,
                "client_name": client.client_name,
                "scopes": allowed.scopes,
                "since": allowed.since,
            })
        })
        .collect())
}

/// A scope in words: `scope-NAME`, else its name.
pub(super) fn scope<'a>(words: &'a Language, name: &'a str) -> Cow<'a, str> {
    // Identifiers of Fluent have no colons, dots or slashes.
    let id: String =
        name.chars().map(|letter| if letter.is_ascii_alphanumeric() || letter == '_' { letter } else { '-' }).collect();
    words.find(&format!("scope-{id}")).unwrap_or(name).into()
}
