//! `/consent`: whether an application may have what it asks for (Hydra's `urls.consent`).
//!
//! Hydra grants whatever it is told, so this page is the check: the person who signed in for the
//! application is the one who is signed in here, and what is granted is part of what was asked for.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write;

use askama::Template;
use axum::response::Response;
use sha2::{Digest, Sha256};
use url::Url;

use crate::cookies::ANSWERED;
use crate::flow::detour::{Back, Call, Detour, Meaning};
use crate::flow::own_page::OwnPage;
use crate::flow::problem::Problem;
use crate::flow::submission::Form;
use crate::hydra::{Claims, ConsentRequest, Grant, Rejection, claims};
use crate::kratos::{Identity, Str};
use crate::layers::limits::FormBody;
use crate::layers::origin::must_be_own;
use crate::view::Application;
use crate::visit::Visit;

/// How long it is remembered that a request has been answered, in seconds: longer than Hydra takes
/// answers to it by default.
const ANSWERED_REMEMBERED: u64 = 60 * 60;

/// What the application is told where the person does not want to (RFC 6749, 4.1.2.1).
const DENIED: Rejection =
    Rejection { error: "access_denied", error_description: "The person did not allow what was asked for" };

#[derive(Template)]
#[template(path = "pages/consent.html")]
struct ConsentPage<'a> {
    visit: &'a Visit,
    application: Application,
    /// What it is about.
    lead: String,
    /// As whom.
    person: Option<&'a str>,
    /// How to go on as somebody else.
    other: Option<Url>,
    /// What is asked for: each name, what it means, and whether it is ticked.
    scopes: Vec<(&'a str, Cow<'a, str>, bool)>,
    /// Whether not to ask again is ticked.
    remember: bool,
    /// Where it is to be used.
    audience: &'a [Str<'a>],
    /// Where the form goes.
    action: String,
}

/// `GET /consent?consent_challenge=…`: who asks, as whom, and for what. Nobody is asked where it has
/// been allowed for good, or the operator trusts the application.
pub(crate) async fn show(visit: Visit) -> Result<Response, Detour> {
    let challenge = visit.challenge("consent_challenge")?;
    let answer = visit.ask_hydra(visit.hydra()?.consent(&challenge), Call::Read).await?;
    let request = visit.hydra_data(&answer, Call::Read)?;
    let person = person(&visit, &request, Call::Start).await?;
    let client = &request.client;
    let is_trusted = visit.account.config.trusted_clients.iter().any(|trusted| client.client_id == trusted.as_str());
    if request.skip || client.skip_consent || is_trusted {
        let to = accept(&visit, &challenge, &grant(&visit, &request, &person, |_| true, false), Call::Read).await?;
        return Err(Detour::see_other(to));
    }
    not_answered(&visit, &challenge, &request)?;
    page(&visit, &challenge, &request, &person, None)
}

/// The page that asks; with the boxes ticked that are in `form`, where it is shown again in another language or
/// other colours.
fn page(
    visit: &Visit,
    challenge: &str,
    request: &ConsentRequest<'_>,
    person: &Identity<'_>,
    form: Option<&Form>,
) -> Result<Response, Detour> {
    let application = Application::of(&request.client);
    let (picture, lead) = (
        application.logo.clone(),
        visit.words().text_with("consent-lead", &[("client", application.name.as_str().into())]),
    );
    let ticked = form.map(ticked);
    let is_ticked = |scope: &str| ticked.as_ref().is_none_or(|ticked| ticked.contains(scope));
    let scopes = request.requested_scope.iter();
    visit.page_with_picture(
        &ConsentPage {
            visit,
            person: person.verifiable_addresses.first().map(|address| address.value.as_str()),
            other: from_the_beginning(visit, request, true),
            scopes: scopes.map(|scope| (scope.as_str(), in_words(visit, scope), is_ticked(scope))).collect(),
            remember: form.is_some_and(remembers),
            audience: &request.requested_access_token_audience,
            action: format!("{}/consent?{}", visit.account.addresses.base(), query(challenge)),
            application,
            lead,
        },
        picture.as_ref(),
    )
}

/// The scopes that are ticked in a form.
fn ticked(form: &Form) -> HashSet<&str> {
    form.fields().filter(|(name, _)| *name == "grant_scope").map(|(_, scope)| scope).collect()
}

/// Whether not to ask again is ticked in a form.
fn remembers(form: &Form) -> bool {
    form.get("remember") == Some("true")
}

/// `POST /consent?consent_challenge=…`: what the person decided. What was asked for, and whom it is
/// about, is read anew: the form says only which of it.
pub(crate) async fn decide(visit: Visit, FormBody(body): FormBody) -> Result<Response, Detour> {
    must_be_own(&visit).map_err(Detour::Problem)?;
    let form = Form::read(&body).map_err(|_| Detour::Problem(Problem::TooLarge))?;
    let challenge = visit.challenge("consent_challenge")?;
    let hydra = visit.hydra()?;
    let answer = visit.ask_hydra(hydra.consent(&challenge), Call::Submit).await?;
    let request = visit.hydra_data(&answer, Call::Submit)?;
    let person = person(&visit, &request, Call::Prepare).await?;
    not_answered(&visit, &challenge, &request)?;
    if form.is_kept() {
        return page(&visit, &challenge, &request, &person, Some(&form));
    }
    let to = match form.get("consent") {
        Some("accept") => {
            let ticked = ticked(&form);
            let grant = grant(&visit, &request, &person, |scope| ticked.contains(scope), remembers(&form));
            accept(&visit, &challenge, &grant, Call::Submit).await?
        }
        Some("reject") => {
            let answer = visit.ask_hydra(hydra.reject_consent(&challenge, &DENIED), Call::Submit).await?;
            visit.way_on(&answer, Call::Submit)?
        }
        _ => {
            let here = format!("{}/consent?{}", visit.account.addresses.base(), query(&challenge));
            return Err(Detour::see_other(here));
        }
    };
    visit.set_cookie(ANSWERED, &mark(&challenge), ANSWERED_REMEMBERED);
    Err(Detour::move_on(to))
}

/// Tells Hydra, and says where the browser goes on.
async fn accept(visit: &Visit, challenge: &str, grant: &Grant<'_>, call: Call) -> Result<Url, Detour> {
    let answer = visit.ask_hydra(visit.hydra()?.accept_consent(challenge, grant), call).await?;
    visit.way_on(&answer, call)
}

/// The part of what was asked for that is granted, with the claims that go with it.
fn grant<'a>(
    visit: &Visit,
    request: &'a ConsentRequest<'_>,
    person: &Identity<'_>,
    is_granted: impl Fn(&str) -> bool,
    remember: bool,
) -> Grant<'a> {
    let asked = request.requested_scope.iter().map(Str::as_str);
    let scope: Vec<&str> = asked.filter(|scope| is_granted(scope)).collect();
    let id_token = claims(person, &scope, &visit.account.config.claims);
    Grant {
        scope,
        audience: request.requested_access_token_audience.iter().map(Str::as_str).collect(),
        remember,
        remember_for: 0,
        session: Claims { id_token },
    }
}

/// Whoever is signed in, if the request is theirs. Else the application's request begins anew: they
/// sign in once more, as somebody else where they want to.
async fn person(visit: &Visit, request: &ConsentRequest<'_>, call: Call) -> Result<Identity<'static>, Detour> {
    const BACK: Back<'_> = Back::Page(OwnPage::Applications);
    let again = from_the_beginning(visit, request, true);
    let answer = match visit.send(visit.account.kratos.whoami(), call).await {
        Ok(answer) => answer,
        Err(error) => {
            let detour = visit.detour(&error, call, BACK);
            let must_sign_in = matches!(Meaning::of(&error), Meaning::SignedOut { .. } | Meaning::SecondFactor);
            return Err(match again.filter(|_| must_sign_in) {
                Some(again) => Detour::again(again, call),
                None => detour,
            });
        }
    };
    let session = visit.data(&answer, call, BACK)?;
    let subject = request.subject.as_str();
    session.identity.filter(|identity| identity.id.to_string() == subject).ok_or_else(|| {
        "consent was asked of another identity".clone_into(&mut visit.told().cause.what);
        Detour::Problem(Problem::RequestForeign { again })
    })
}

/// Refuses what this browser has answered already. Hydra refuses it as well, but only in the end, and
/// tells the application.
fn not_answered(visit: &Visit, challenge: &str, request: &ConsentRequest<'_>) -> Result<(), Detour> {
    if visit.cookie(ANSWERED) != Some(&mark(challenge)) {
        return Ok(());
    }
    Err(Detour::Problem(Problem::RequestUsed { again: from_the_beginning(visit, request, false) }))
}

/// What stands for a challenge in the cookie: it is a secret.
fn mark(challenge: &str) -> String {
    let hash = Sha256::digest(challenge);
    let (half, _) = hash.split_at(16);
    half.iter().fold(String::with_capacity(32), |mut mark, byte| {
        // Writing to a string does not fail.
        let _ = write!(mark, "{byte:02x}");
        mark
    })
}

/// The application's request, from its beginning; with another sign-in where that is wanted (`prompt=login`,
/// `OpenID` Connect Core 1.0, 3.1.2.1).
fn from_the_beginning(visit: &Visit, request: &ConsentRequest<'_>, sign_in: bool) -> Option<Url> {
    let mut url = visit.hydra().ok()?.way(&request.request_url)?;
    if sign_in {
        let pairs = url.query_pairs().into_owned();
        let pairs: Vec<(String, String)> = pairs.filter(|(name, _)| name != "prompt").collect();
        url.query_pairs_mut().clear().extend_pairs(pairs).append_pair("prompt", "login");
    }
    Some(url)
}

/// A scope in words: `scope-NAME`, else its name.
fn in_words<'a>(visit: &'a Visit, scope: &'a Str<'_>) -> Cow<'a, str> {
    super::applications::scope(visit.words(), scope)
}

fn query(challenge: &str) -> String {
    url::form_urlencoded::Serializer::new(String::new()).append_pair("consent_challenge", challenge).finish()
}
