//! `/settings/delete`: somebody deletes or deactivates their own account (`ACCOUNT_DELETION`).
//!
//! Kratos has no flow for it, so what its flows check is checked here: who it is, now and not when the page was made;
//! that they have shown it a short while ago, with all factors they have; and that it is their own form.

use std::time::Instant;

use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use tracing::Instrument;
use uuid::Uuid;

use crate::config::{Deletion, Page};
use crate::cookies::{ACT, ANSWERED};
use crate::draft;
use crate::flow::addresses::Login;
use crate::flow::detour::{Back, Call, Detour, Meaning};
use crate::flow::own_page::{self, OwnPage};
use crate::flow::problem::Problem;
use crate::flow::submission::Form;
use crate::flow::traits::sign_in_name;
use crate::guard::is_recent;
use crate::kratos::{Aal, Admin, Error, Identity, Kind, Session, Start};
use crate::layers::limits::FormBody;
use crate::layers::origin::must_be_own;
use crate::visit::{Cause, Visit};

const PAGE: OwnPage = OwnPage::Deletion;
const BACK: Back<'_> = Back::Page(PAGE);

/// What the address says where the box was not ticked.
const UNTICKED: &str = "unticked";

#[derive(Template)]
#[template(path = "pages/deletion.html")]
struct DeletionPage<'a> {
    visit: &'a Visit,
    deed: Deletion,
    /// What the person signs in with.
    person: Option<String>,
    /// Whose account it is.
    identity: Uuid,
    /// Whether the button was pressed without it.
    unticked: bool,
}

impl DeletionPage<'_> {
    fn text(&self, what: &str) -> &str {
        text(self.visit, self.deed, what)
    }
}

#[derive(Template)]
#[template(path = "pages/goodbye.html")]
struct GoodbyePage<'a> {
    visit: &'a Visit,
    deed: Deletion,
    /// Whether anybody may sign up.
    registers: bool,
}

impl GoodbyePage<'_> {
    fn text(&self, what: &str) -> &str {
        text(self.visit, self.deed, what)
    }
}

/// A text that is another one for each of what may be done.
fn text<'a>(visit: &'a Visit, deed: Deletion, what: &str) -> &'a str {
    visit.words().find(&format!("{}-{what}", deed.name())).unwrap_or_default()
}

/// `GET /settings/delete`: what follows from it, one's data to keep, and the button.
pub(crate) async fn show(visit: Visit) -> Result<Response, Detour> {
    let (deed, _) = offered(&visit)?;
    // Kratos renews a cookie whose time has moved.
    let answer = visit.ask(visit.account.kratos.whoami(), Call::Start, BACK).await?;
    let session = visit.data(&answer, Call::Start, BACK)?;
    let identity = owner(&session)?;
    must_be_sure(&visit, &session, Call::Read).await?;
    let schema = visit.schema(&identity.schema_url).await;
    let address = || identity.verifiable_addresses.first().map(|address| address.value.to_string());
    visit.page(&DeletionPage {
        visit: &visit,
        deed,
        person: sign_in_name(identity, schema.as_deref()).or_else(address),
        identity: identity.id,
        unticked: visit.value(UNTICKED).is_some(),
    })
}

/// `POST /settings/delete`: does it, for whoever is signed in now, if that is whom the page was made for.
pub(crate) async fn end(visit: Visit, FormBody(body): FormBody) -> Result<Response, Detour> {
    must_be_own(&visit).map_err(Detour::Problem)?;
    let form = Form::read(&body).map_err(|_| Detour::Problem(Problem::TooLarge))?;
    let (deed, admin) = offered(&visit)?;
    let answer = match visit.send(visit.account.kratos.whoami(), Call::Prepare).await {
        Ok(answer) => answer,
        Err(error) if matches!(Meaning::of(&error), Meaning::SignedOut { .. }) => {
            visit.note(&error);
            return Err(Detour::Problem(Problem::LeftAlready));
        }
        Err(error) => return Err(visit.detour(&error, Call::Prepare, BACK)),
    };
    let session = visit.data(&answer, Call::Prepare, BACK)?;
    let identity = owner(&session)?.id;
    if form.whose() != Some(identity) {
        return Err(Detour::Problem(Problem::OtherIdentity));
    }
    must_be_sure(&visit, &session, Call::Prepare).await?;
    let here = visit.account.addresses.own_page(PAGE);
    // The operator may have changed which it is since.
    if form.get("deed") != Some(deed.name()) {
        return Err(Detour::see_other(here));
    }
    if form.get("understood").is_none() {
        return Err(Detour::see_other(format!("{here}?{UNTICKED}")));
    }
    // To its end, though the browser may not wait for it: half of it is worse than none.
    let whole = carry_out(visit.clone(), deed, admin.clone(), session).in_current_span();
    tokio::spawn(whole).await.map_err(|_| Detour::Problem(Problem::Internal))??;
    forget_browser(&visit);
    let registers = visit.offers(Kind::Registration).await;
    visit.page(&GoodbyePage { visit: &visit, deed, registers })
}

/// What is offered, and who does it.
fn offered(visit: &Visit) -> Result<(Deletion, &Admin), Detour> {
    let offered = visit.account.pages.deletion.as_ref().ok_or(Detour::Problem(Problem::NotFound))?;
    Ok((offered.0, &offered.1))
}

/// Whose session it is.
fn owner(session: &Session) -> Result<&Identity<'static>, Detour> {
    session.identity.as_ref().ok_or(Detour::Problem(Problem::Unavailable))
}

/// Whoever has not shown a short while ago that it is them, with all factors they have, does so first.
async fn must_be_sure(visit: &Visit, session: &Session, call: Call) -> Result<(), Detour> {
    let account = &visit.account;
    let addresses = &account.addresses;
    let settings = addresses.start(&Start::new(Kind::Settings));
    if !is_recent(session, account.config.deletion_refresh_within, Timestamp::now()) {
        return Err(Detour::sign_in(addresses.login(Login::Again, &settings), PAGE, call));
    }
    if session.aal.satisfies(&Aal::Aal2) {
        return Ok(());
    }
    // A Kratos that is content with one factor (`session.whoami.required_aal: aal1`) does not say whether there is
    // another, but to who begins to show it: a stolen password is to end nobody's account.
    let start = Start::new(Kind::Login).with("aal", "aal2").with("return_to", settings.as_str());
    let answer = match visit.send(account.kratos.start(&start), Call::Start).await {
        Ok(answer) => answer,
        Err(error) if Meaning::of(&error) == Meaning::SignedIn => return Ok(()),
        Err(error) => return Err(visit.detour(&error, call, BACK)),
    };
    let flow = visit.data(&answer, call, BACK)?;
    if flow.ui.nodes.iter().all(|node| node.attributes.name == "csrf_token") {
        return Ok(());
    }
    // Where a code is on its way already, it is to be entered in this flow.
    let serves_login = account.config.pages.contains(&Page::Flow(Kind::Login));
    Err(if flow.state.as_deref() == Some("sent_email") && serves_login {
        Detour::sign_in(addresses.page(Some(flow.id), &start), PAGE, call)
    } else {
        Detour::sign_in(addresses.login(Login::SecondFactor, &settings), PAGE, call)
    })
}

/// Does it, and tells those of this process who must know.
async fn carry_out(visit: Visit, deed: Deletion, admin: Admin, session: Session) -> Result<(), Detour> {
    let identity = owner(&session)?.id;
    let revoked = revoke(&visit, identity).await?;
    let done = act(&visit, deed, &admin, identity).await;
    // Whatever became of it: Kratos knows.
    let remembered = &visit.account.sessions;
    remembered.leave(session.id, Instant::now());
    remembered.forget_others(&session);
    done.map_err(|error| undone(&visit, &error, revoked))?;
    visit.account.pages.metrics.account_ended(deed.name());
    tracing::info!(%identity, deed = deed.name(), request_id = %visit.id, "somebody has ended their own account");
    Ok(())
}

/// Takes from applications what they may, while it is still known whose it is. Whether there are any.
async fn revoke(visit: &Visit, identity: Uuid) -> Result<bool, Detour> {
    let Some(hydra) = &visit.account.pages.hydra else { return Ok(false) };
    let subject = identity.to_string();
    for request in [hydra.revoke_all(&subject), hydra.forget(&subject)] {
        match visit.traced(request).send().await {
            Ok(_) => {}
            // Nobody of that name has signed in there.
            Err(error) if error.status() == Some(http::StatusCode::NOT_FOUND) => {}
            Err(error) => {
                let slow = matches!(error, Error::Timeout { .. });
                visit.hydra_detour(&crate::hydra::Error::Failed(error), Call::Submit);
                return Err(Detour::Problem(Problem::StillThere { revoked: false, slow }));
            }
        }
    }
    Ok(true)
}

/// Has Kratos do it. Who is not there any more is as good as deleted; that a proxy has no such page does not say so.
async fn act(visit: &Visit, deed: Deletion, admin: &Admin, identity: Uuid) -> Result<(), Error> {
    let done = match deed {
        // With it go its sessions: Kratos' database sees to that.
        Deletion::Delete => visit.traced(admin.delete(identity)).send().await.map(drop),
        Deletion::Deactivate => deactivate(visit, admin, identity).await,
    };
    match done {
        Err(error) if error.status() == Some(http::StatusCode::NOT_FOUND) => {
            match visit.send(visit.account.kratos.whoami(), Call::Read).await {
                Err(gone) if matches!(Meaning::of(&gone), Meaning::SignedOut { .. }) => Ok(()),
                _ => Err(error),
            }
        }
        done => done,
    }
}

/// Switches an identity off first, so that no session is good from then on, and nobody can begin another; then its
/// sessions go, so that none comes back with it.
async fn deactivate(visit: &Visit, admin: &Admin, id: Uuid) -> Result<(), Error> {
    let answer = visit.traced(admin.deactivate(id)).send().await?;
    let identity = answer.data()?;
    if identity.id != id || identity.state.is_none_or(|state| state != "inactive") {
        return Err(Error::Interrupted("the identity is not the one, or is still active".into()));
    }
    match visit.traced(admin.end_sessions(id)).send().await {
        Err(error) if error.status() != Some(http::StatusCode::NOT_FOUND) => {
            tracing::warn!(identity = %id, cause = %error, "the sessions of a deactivated account are still there");
        }
        _ => {}
    }
    Ok(())
}

/// What the person is told where Kratos did not say that it was done.
fn undone(visit: &Visit, error: &Error, revoked: bool) -> Detour {
    visit.note(error);
    let status = error.status();
    let hint = match status.map(|status| status.as_u16()) {
        Some(401 | 403) => Some("KRATOS_ADMIN_TOKEN is not what stands before Kratos' admin API wants"),
        Some(300..=399 | 404) => Some("KRATOS_ADMIN_URL is not Kratos' admin API"),
        Some(400) => Some("Kratos changes no identity whose traits its schema does not allow"),
        _ => None,
    };
    let told = visit.told().cause.clone();
    visit.told().cause = Cause { hint, ..told };
    let is_refused = status.is_some_and(|status| status.is_client_error() || status.is_redirection());
    Detour::Problem(match Meaning::of(error) {
        Meaning::Unreachable | Meaning::Overloaded => Problem::StillThere { revoked, slow: false },
        Meaning::Slow { sent } if !sent => Problem::StillThere { revoked, slow: true },
        Meaning::Slow { .. } => Problem::MaybeGone { slow: true },
        _ if is_refused => Problem::StillThere { revoked, slow: false },
        _ => Problem::MaybeGone { slow: false },
    })
}

/// What this application keeps of the person in the browser goes; what Kratos does is worth nothing any more.
fn forget_browser(visit: &Visit) {
    for cookie in [own_page::COOKIE, draft::COOKIE, ACT, ANSWERED] {
        if visit.cookie(cookie).is_some() {
            visit.set_cookie(cookie, "", 0);
        }
    }
}
