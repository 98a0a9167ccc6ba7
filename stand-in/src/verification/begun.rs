//! Verifications that begin after something else: a registration, a login, a changed address.

use super::{ask, send};
use crate::call::Call;
use crate::config::Use;
use crate::flow::{Flow, Kind};
use crate::message::fixed;
use crate::node::Node;
use crate::schema::Via;
use serde_json::{Value, json};
use uuid::Uuid;

/// A verification that was begun, with its code sent.
#[derive(Clone, Debug)]
pub(crate) struct Begun {
    /// The flow.
    pub(crate) flow: Uuid,
    /// The address.
    pub(crate) address: String,
    /// Its page.
    pub(crate) page: String,
}

impl Begun {
    /// What `continue_with` says of it.
    pub(crate) fn then(&self) -> Value {
        let flow = json!({"id": self.flow, "verifiable_address": self.address, "url": self.page});
        json!({"action": "show_verification_ui", "flow": flow})
    }
}

/// After a registration or login: the first address that is not verified, or each of them where
/// `legacy_continue_with_verification_ui` is on. The browser gets a new CSRF cookie, which the verification needs.
pub(crate) fn after_hook(call: &mut Call<'_>, person: Uuid, original: &Flow) -> Vec<Begun> {
    if !call.app.config.verification_enabled {
        return Vec::new();
    }
    let legacy = call.app.config.feature_flags.legacy_continue_with_verification_ui;
    let open: Vec<String> = addresses(call, person, |address| address.verified_at.is_none());
    let begin = |address: &String| {
        call.renew_csrf_cookie();
        start(call, address, original)
    };
    open.iter().take(if legacy { usize::MAX } else { 1 }).filter_map(begin).collect()
}

/// What `continue_with` says of verifications that were begun, and the page of the one people are shown.
pub(crate) fn shown(call: &Call<'_>, begun: &[Begun], shows: bool) -> (Vec<Value>, Option<String>) {
    let legacy = call.app.config.feature_flags.legacy_continue_with_verification_ui;
    let all = begun.iter().filter(|_| legacy);
    let last = begun.last().filter(|_| shows);
    (all.chain(last).map(Begun::then).collect(), last.map(|last| last.page.clone()))
}

/// After a change of the traits: the first address that was never mailed.
pub(crate) fn after_settings(call: &mut Call<'_>, person: Uuid, original: &Flow) {
    let new = addresses(call, person, |address| address.status == "pending");
    if let Some(address) = new.first().filter(|_| call.app.config.verification_enabled) {
        start(call, address, original);
    }
}

/// Where a login needs a verified address: the first one.
pub(crate) fn required(call: &mut Call<'_>, person: Uuid, original: &Flow) -> Option<Begun> {
    let address = addresses(call, person, |_| true).into_iter().next()?;
    start(call, &address, original)
}

/// The addresses of a person that are wanted.
fn addresses(call: &Call<'_>, person: Uuid, wanted: impl Fn(&crate::identity::Address) -> bool) -> Vec<String> {
    let person = call.state.identities.get(&person);
    let all = person.into_iter().flat_map(|person| &person.verifiable);
    all.filter(|address| wanted(address)).map(|address| address.value.clone()).collect()
}

/// Begins a verification with the code sent, with the way back of what it follows.
fn start(call: &mut Call<'_>, address: &str, original: &Flow) -> Option<Begun> {
    let mut flow = call.begin(Kind::Verification, "choose_method").ok()?;
    flow.request_url = request_url(&original.request_url);
    flow.active = Some(call.app.config.verification_use.name());
    flow.challenge.clone_from(&original.challenge);
    flow.ui.append(super::address_nodes(call.app.config.verification_use.name()));
    send(call, &mut flow, address);
    let via = Via::of(address);
    if call.app.config.verification_use == Use::Link {
        // Nothing is said of the link, and the button to send it again is the one of a code.
        flow.ui.set_csrf(call.csrf_token());
        let again = [
            Node::submit("link", "method", "link", fixed(1_070_009)),
            Node::submit("code", via.name(), address, fixed(1_070_008)),
        ];
        flow.ui.nodes.rotate_right(1);
        flow.ui.append(again);
    } else {
        ask(call, &mut flow, address, via);
    }
    call.keep(&flow);
    Some(Begun { flow: flow.id, address: address.to_owned(), page: call.page_of(&flow) })
}

/// The URL of what came before, with the way back after the verification as the way back.
fn request_url(original: &str) -> String {
    let Ok(mut url) = url::Url::parse(original) else { return original.to_owned() };
    let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    if pairs.is_empty() {
        return original.to_owned();
    }
    let after = |key: &str| key == "after_verification_return_to";
    let wanted = pairs.iter().find(|(key, value)| after(key) && !value.is_empty()).map(|(_, value)| value.clone());
    let mut kept: Vec<(String, String)> = pairs.into_iter().filter(|(key, _)| !after(key)).collect();
    if let Some(wanted) = wanted {
        kept.retain(|(key, _)| key != "return_to");
        kept.push(("return_to".to_owned(), wanted));
    }
    // Kratos writes a query it changed in the order of the names.
    kept.sort_by(|a, b| a.0.cmp(&b.0));
    url.query_pairs_mut().clear().extend_pairs(kept);
    url.to_string().trim_end_matches('?').to_owned()
}
