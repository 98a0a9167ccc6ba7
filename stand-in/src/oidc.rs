//! Signing in and up at a provider: the way there, the way back, and what becomes of whom it names.

use crate::call::{Answer, Call, random};
use crate::config::Provider;
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::{Flow, Kind, Linking};
use crate::http::Reply;
use crate::identity::Identity;
use crate::json::Json;
use crate::message::{Message, fixed, generic, message};
use crate::node::Node;
use crate::provider::Grant;
use crate::settings::parked::{PROVIDER, Parked};
use crate::validate::{Complaint, complaints};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;
use std::time::Duration;
use uuid::Uuid;

impl Provider {
    /// What people read.
    pub(crate) fn name(&self) -> &str {
        self.label.as_deref().unwrap_or(&self.id)
    }

    /// The button that goes to it; `id` and `text` are of the label.
    pub(crate) fn button(&self, id: u32, text: &str) -> Node {
        let label = message(id, format!("{text} {}", self.name()))
            .context(json!({"provider": self.name(), "provider_id": self.id}));
        Node::submit("oidc", "provider", &self.id, label)
    }
}

impl Call<'_> {
    /// A provider by its id.
    pub(crate) fn provider(&self, id: &str) -> Option<&Provider> {
        self.app.config.providers.iter().find(|one| one.id == id)
    }

    /// The providers, where they are switched on.
    pub(crate) fn providers(&self) -> &[Provider] {
        if self.app.config.methods.oidc { &self.app.config.providers } else { &[] }
    }

    /// The buttons of some providers.
    pub(crate) fn provider_buttons<'a>(
        &'a self,
        id: u32,
        text: &'a str,
        wanted: impl Fn(&str) -> bool + 'a,
    ) -> impl Iterator<Item = Node> + 'a {
        self.providers().iter().filter(move |one| wanted(&one.id)).map(move |one| one.button(id, text))
    }
}

/// Whether a submission chooses a provider: with no method beside it, or this one.
pub(crate) fn is_meant(fields: &Fields) -> bool {
    !fields.get("provider").is_empty() && matches!(fields.get("method"), "" | "oidc")
}

/// Sends the browser to the provider it chose. Neither the CSRF token nor its cookie is asked for, as with Kratos.
pub(crate) fn begin(call: &mut Call<'_>, flow: &Flow, fields: &Fields) -> Answer {
    let id = fields.get("provider");
    if !call.app.config.methods.oidc || call.provider(id).is_none() {
        let reason = format!("OpenID Connect Provider {id:?} is unknown or has not been configured");
        return Err(Failure::new(404).reason(reason));
    }
    let url = away(call, flow, id, fields.clone());
    if call.json() { Err(Failure::go_to(&url)) } else { Ok(call.see_other(&url)) }
}

/// Parks the way back and gives the provider's URL.
pub(crate) fn away(call: &mut Call<'_>, flow: &Flow, provider: &str, fields: Fields) -> String {
    let mut state = flow.id.as_bytes().to_vec();
    let mut noise = [0; 48];
    random(&mut noise);
    state.extend(noise);
    let state = URL_SAFE_NO_PAD.encode(state);
    let parked = Parked { identity: None, flow: flow.id, fields, provider_state: state.clone(), expires_at: call.now };
    call.park(PROVIDER, parked, 30);
    let back = call.public(&format!("/self-service/methods/oidc/callback/{provider}"));
    let scope = call.provider(provider).map(|one| one.scope.join(" ")).unwrap_or_default();
    let query = [
        ("client_id", provider),
        ("code_challenge", &crate::call::random_text(32)),
        ("code_challenge_method", "S256"),
        ("prompt", if flow.refresh { "login" } else { "" }),
        ("redirect_uri", &back),
        ("response_type", "code"),
        ("scope", &scope),
        ("state", &state),
    ];
    Call::with_query(&format!("{}/auth", call.app.provider), &query)
}

/// The flow a `state` names.
fn flow_of(call: &Call<'_>, state: &str) -> Option<Flow> {
    let bytes = URL_SAFE_NO_PAD.decode(state).ok()?;
    let id = Uuid::from_slice(bytes.get(..16)?).ok()?;
    call.state.flows.get(&id).cloned()
}

/// `GET /self-service/methods/oidc/callback/<provider>`: the browser comes back from a provider.
pub(crate) fn callback(call: &mut Call<'_>, provider: &str) -> Answer {
    /// How every refusal begins.
    const UNABLE: &str = "Unable to complete OpenID Connect flow because";
    let state = call.req.query("state").unwrap_or_default().to_owned();
    if state.is_empty() {
        let reason = format!("{UNABLE} the OpenID Provider did not return the state query parameter.");
        return Err(Failure::new(400).reason(reason));
    }
    let invalid = || Failure::new(400).reason(format!("{UNABLE} the state parameter is invalid."));
    let flow = flow_of(call, &state).ok_or_else(invalid)?;
    let parked = call.parked(PROVIDER).ok_or_else(|| {
        Failure::new(400).message("no resumable session found").reason(
            "The browser does not contain the necessary cookie to resume the session. This is a security violation \
             and was blocked. Please clear your browser's cookies and cache and try again!",
        )
    })?;
    if parked.provider_state != state {
        let reason =
            format!("{UNABLE} the query state parameter does not match the state parameter from the session cookie.");
        return Err(Failure::new(400).reason(reason));
    }
    // A minute is left, for a browser that asks twice.
    call.shorten_parked(PROVIDER, Duration::from_secs(60));
    if flow.expires_at < call.now {
        return replaced(call, &flow);
    }
    if let Some(error) = call.req.query("error") {
        let why = call.req.query("error_description").unwrap_or_default();
        let said = generic(format!("{UNABLE} the OpenID Provider returned error \"{error}\": {why}"));
        return Ok(back_to(call, flow, said));
    }
    if flow.kind != Kind::Settings && !flow.refresh && call.session().is_some() {
        let back = flow.return_to().and_then(|wanted| call.allowed(&wanted).ok());
        return Ok(call.see_other(&back.unwrap_or_else(|| call.app.config.default_return_url.clone())));
    }
    let code = call.req.query("code").unwrap_or_default();
    let grant = call.state.grants.remove(code).filter(|grant| grant.provider == provider).ok_or_else(|| {
        Failure::new(400).reason(format!("{UNABLE} the OpenID Provider did not return the code query parameter."))
    })?;
    match flow.kind {
        Kind::Settings => crate::settings::link(call, flow, grant),
        Kind::Registration => register(call, flow, &parked.fields, grant),
        _ => sign_in(call, flow, &parked.fields, grant),
    }
}

/// The answer to coming back to a flow that is over.
fn replaced(call: &mut Call<'_>, flow: &Flow) -> Answer {
    match flow.kind {
        Kind::Registration => crate::registration::replace_expired(call, flow),
        Kind::Login => crate::login::replace_expired(call, flow),
        _ => Err(call.gone(flow)),
    }
}

/// Says something in a flow and sends the browser back to it.
fn back_to(call: &mut Call<'_>, mut flow: Flow, said: Message) -> Reply {
    if flow.kind == Kind::Registration {
        let provider = call.req.path().rsplit('/').next().unwrap_or_default().to_owned();
        ask_again(call, &mut flow, &provider, None);
        return crate::registration::refuse(call, flow, vec![(None, said)]);
    }
    flow.ui.reset_messages();
    flow.ui.messages.push(said);
    call.keep(&flow);
    call.see_other(&call.page_of(&flow))
}

/// Signs in whoever linked the account; whoever did not goes on as if signing up.
fn sign_in(call: &mut Call<'_>, mut flow: Flow, fields: &Fields, grant: Grant) -> Answer {
    flow.active = Some("oidc");
    if let Some(person) = call.state.by_link(&grant.provider, &grant.subject) {
        return crate::login::complete(call, flow, person, "oidc", false, Some(grant.provider));
    }
    let mut up = crate::registration::begin(call)?;
    up.request_url.clone_from(&flow.request_url);
    up.challenge.clone_from(&flow.challenge);
    up.identity_schema.clone_from(&flow.identity_schema);
    register(call, up, fields, grant)
}

/// Signs up whom the provider names: what was typed counts more than what it says.
fn register(call: &mut Call<'_>, mut flow: Flow, fields: &Fields, grant: Grant) -> Answer {
    flow.active = Some("oidc");
    if call.state.by_link(&grant.provider, &grant.subject).is_some() {
        let login = crate::login::from_registration(call, &flow, None)?;
        return sign_in(call, login, fields, grant);
    }
    let schema = call.app.schema(flow.identity_schema.as_deref());
    let mut traits = Json::empty();
    for (path, value) in schema.mapped(&grant) {
        traits.set_at(path, Json::from(value));
    }
    traits.merge(&fields.traits(schema));
    let wrong = complaints(schema, &traits);
    if !wrong.is_empty() {
        ask_again(call, &mut flow, &grant.provider, Some(&traits));
        return Ok(crate::registration::refuse(call, flow, twice(wrong)));
    }
    let mut person = Identity::new(schema, traits, call.now);
    if let Some(taken) = person.identifiers.iter().find(|one| call.state.by_identifier(one).is_some()) {
        let linking = Linking { identifier: taken.clone(), grant };
        let login = crate::login::from_registration(call, &flow, Some(linking))?;
        let page = Call::with_query(&call.page_of(&login), &[("no_org_ui", "true")]);
        return Ok(call.see_other(&page));
    }
    person.links.push((grant.provider.clone(), grant.subject));
    crate::registration::complete(call, &flow, person, "oidc", Some(grant.provider))
}

/// Kratos' validator says twice that an e-mail address is none: once for the schema, once for its own annotations.
fn twice(wrong: Vec<Complaint>) -> Vec<Complaint> {
    let times = |said: Complaint| std::iter::repeat_n(said.clone(), if said.1.id == 4_000_040 { 2 } else { 1 });
    wrong.into_iter().flat_map(times).collect()
}

/// The form that asks for what the provider did not say, and then asks the provider again.
fn ask_again(call: &Call<'_>, flow: &mut Flow, provider: &str, traits: Option<&Json>) {
    flow.ui.nodes.clear();
    flow.ui.set_csrf(call.csrf_token());
    flow.ui.append([Node::submit("oidc", "provider", provider, fixed(1_040_003))]);
    if let Some(traits) = traits {
        flow.ui.append(call.app.schema(flow.identity_schema.as_deref()).nodes("default"));
        flow.ui.show_values(traits.trait_leaves(), "default");
    }
}
