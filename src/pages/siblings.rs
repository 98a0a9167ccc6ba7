//! Where else a page of a flow leads: to the pages that Kratos offers beside it, and to another person.

use crate::flow::detour::{Back, Call};
use crate::flow::traits::sign_in_name;
use crate::kratos::{Aal, Flow, Kind, Start};
use crate::view::Way;
use crate::visit::Visit;

/// The pages one may want instead of this one.
pub(super) async fn ways(visit: &Visit, flow: &Flow<'_>, start: &Start) -> Vec<Way> {
    let kind = start.kind();
    let first_sign_in = kind == Kind::Login && !is_again(flow);
    let wanted: &[(Kind, &str)] = match kind {
        Kind::Login if first_sign_in => &[(Kind::Recovery, "way-recovery"), (Kind::Registration, "way-registration")],
        Kind::Registration | Kind::Recovery => &[(Kind::Login, "way-login")],
        Kind::Login | Kind::Settings | Kind::Verification => &[],
    };
    let mut ways = Vec::with_capacity(wanted.len());
    for (to, words) in wanted {
        if visit.offers(*to).await {
            ways.push(Way {
                href: visit.account.addresses.page(None, &kept(start, *to, flow)),
                words,
                mark: mark(*to),
                posts: false,
            });
        }
    }
    ways
}

/// What `data-testid` the reference UI gives the way to a page.
const fn mark(to: Kind) -> &'static str {
    match to {
        Kind::Recovery => "forgot-password-link",
        Kind::Registration => "signup-link",
        Kind::Login | Kind::Settings | Kind::Verification => "cta-link",
    }
}

/// The options that hold on the other page too.
fn kept(start: &Start, to: Kind, flow: &Flow<'_>) -> Start {
    let mut kept = Start::new(to);
    for name in to.options().iter().filter(|name| !matches!(**name, "aal" | "refresh" | "via")) {
        let of_flow = || flow.return_to.as_deref().filter(|_| *name == "return_to");
        if let Some(value) = start.get(name).or_else(of_flow) {
            kept = kept.with(name, value);
        }
    }
    kept
}

/// Whether a login is another look at who is signed in already.
fn is_again(flow: &Flow<'_>) -> bool {
    flow.refresh || flow.requested_aal == Some(Aal::Aal2)
}

/// The way to sign in as somebody else: with another name, where one was entered on the page before; where somebody
/// is signed in, out, and back to a login that leads to the same place.
pub(super) fn other(visit: &Visit, flow: &Flow<'_>, start: &Start) -> Option<Way> {
    if start.kind() != Kind::Login {
        return None;
    }
    if !is_again(flow) {
        // A provider's account is linked to the account of this name, and to no other.
        let knows_name = flow.active.as_deref() != Some("oidc")
            && flow
                .ui
                .nodes
                .iter()
                .any(|node| node.attributes.name == "identifier" && node.attributes.kind == "hidden");
        return knows_name.then(|| Way {
            href: visit.account.addresses.page(None, &kept(start, Kind::Login, flow)),
            words: "way-other-name",
            mark: "ory/screen/login/action/restart",
            posts: false,
        });
    }
    let mut login = kept(start, Kind::Login, flow);
    if let Some(challenge) = flow.oauth2_login_challenge.as_deref() {
        login = login.with("login_challenge", challenge);
    }
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("again", "true").extend_pairs(login.pairs());
    let href = format!("{}/logout?{}", visit.account.addresses.base(), query.finish());
    Some(Way { href, words: "way-not-you", mark: "logout-link", posts: true })
}

/// The name that the person signs in with who is to show again that it is them, where the flow does not
/// tell: with a code alone its field is empty, with a provider alone there is none.
pub(super) async fn person(visit: &Visit, flow: &Flow<'_>) -> Option<String> {
    if !is_again(flow) {
        return None;
    }
    let back = Start::new(Kind::Login);
    let back = Back::Flow(&back, None);
    let answer = visit.ask(visit.account.kratos.whoami(), Call::Read, back).await.ok()?;
    let session = answer.data().ok()?;
    let identity = session.identity.as_ref()?;
    let schema = visit.schema(&identity.schema_url).await;
    let address = || identity.verifiable_addresses.first().map(|address| address.value.to_string());
    sign_in_name(identity, schema.as_deref()).or_else(address)
}
