//! A flow's page as a whole.

use std::borrow::Cow;

use super::application::Application;
use super::card;
use super::form::Form;
use super::layout::{Context, Forms, Layout, Way};
use super::look::provider_of;
use super::message::{Notice, Phrase};
use super::node::{Page, text_of};
use super::overview::{Known, Overview};
use super::section::{self, Section};
use super::thing::{Fact, Thing};
use crate::config::WebUrl;
use crate::flow::traits::Traits;
use crate::kratos::{Flow as KratosFlow, MessageType, Node, NodeType, OAuth2Client};

/// `text.InfoSelfServiceSettingsUpdateSuccess`, "Your changes have been saved!"
const SAVED: i64 = 1_050_001;

/// A flow's page.
#[derive(Debug)]
pub(crate) struct Flow<'a> {
    /// The heading.
    pub(crate) title: &'a str,
    /// The heading of the step, where the flow is at one of its own.
    pub(crate) step: Option<&'a str>,
    /// What it is for.
    pub(crate) lead: Option<&'a str>,
    /// The application that asks for it.
    pub(crate) client: Option<String>,
    /// What that says of itself.
    pub(crate) application: Option<Application>,
    /// Whom it is about.
    pub(crate) person: Option<Cow<'a, str>>,
    /// How to go on as somebody else.
    pub(crate) other: Option<&'a Way>,
    /// Where else to go.
    pub(crate) ways: &'a [Way],
    /// What Kratos has to say about the whole.
    pub(crate) notices: Vec<Notice<'a>>,
    /// Whether the first of these takes the focus.
    pub(crate) focus: bool,
    /// The sections, in the order people need.
    pub(crate) sections: Vec<Section<'a>>,
    /// What to do if there is nothing to do here.
    pub(crate) nothing: Option<&'a str>,
    /// The id of the script node, where Kratos sent one: our own script then does its work.
    pub(crate) script: Option<&'a str>,
    /// Where the person came from.
    pub(crate) back: Option<&'a str>,
    /// What happened, for the title: the id of a text.
    pub(crate) happened: Option<&'static str>,
    /// Whether a button of it wants a second look.
    pub(crate) asks: bool,
    /// Whether a form of it can carry what is typed into another language.
    pub(crate) carries: bool,
    /// Whose settings these are, and how safe the account is.
    pub(crate) overview: Option<Overview<'a>>,
}

impl<'a> Flow<'a> {
    /// Lays `flow` out.
    pub(crate) fn of(flow: &'a KratosFlow<'a>, layout: &'a Layout, context: Context<'a>) -> Self {
        let words = context.words;
        let traits = Traits::of(flow, context.schema);
        let mut page = Page::new(flow, layout, &traits, context);
        let mut ghosts: Vec<&Node<'_>> = Vec::new();
        let mut nodes: Vec<&Node<'_>> = Vec::with_capacity(flow.ui.nodes.len());
        let mut script = None;
        for node in &flow.ui.nodes {
            match node.kind {
                NodeType::Script if node.attributes.id == "webauthn_script" => script = Some(&*node.attributes.id),
                _ if is_ghost(node) => ghosts.push(node),
                _ => nodes.push(node),
            }
        }
        // Somebody's settings are told of; settings of nobody are none.
        let is_somebodys = layout.forms == Forms::PerGroup && flow.identity.is_some();
        let unverified = if is_somebodys { page.all_unverified() } else { Vec::new() };
        let (mut sections, person) = match layout.forms {
            Forms::PerGroup => (section::sections(&nodes, layout, &mut page), None),
            Forms::One => {
                let card = card::of(flow, &nodes, layout, &mut page);
                (vec![Section::of(layout.words, card.forms)], card.person)
            }
        };
        let mut forms = sections.iter_mut().flat_map(|section| &mut section.forms);
        let carries = forms.find(|form| form.can_carry()).map(|form| form.carries = true).is_some();
        let known = Known::of(&nodes);
        let overview = is_somebodys.then(|| Overview::of(&known, &sections, unverified, &page));
        let step = (layout.step)(flow);
        let about = |what: &str| match step {
            "" => words.find(&format!("{}-{what}", layout.words)),
            step => words.find(&format!("{}-{step}-{what}", layout.words)),
        };
        let has_name = flow.ui.nodes.iter().any(|node| node.attributes.name == "identifier");
        let is_empty =
            layout.forms == Forms::One && !sections.iter().flat_map(Section::all_forms).any(|form| !form.is_unseen());
        let asks = sections.iter().flat_map(Section::all_forms).any(|form| form.ask.is_some());
        let mut page = Self {
            title: words.find(&format!("{}-title", layout.words)).unwrap_or(layout.words),
            step: about("title").filter(|_| !step.is_empty()),
            // Where Kratos explains, nobody else need to.
            lead: about("lead").filter(|_| !flow.ui.messages.iter().any(|message| message.kind == MessageType::Info)),
            client: client(flow).map(|client| words.text_with("for-client", &[("client", client.into())])),
            application: asking(flow).map(Application::of),
            // Where its field is there, the name stands in it.
            person: person.or_else(|| context.person.filter(|_| !has_name).map(Cow::Borrowed)),
            other: context.other,
            ways: context.ways,
            notices: Vec::new(),
            focus: false,
            overview,
            asks,
            carries,
            sections,
            nothing: is_empty.then(|| about("nothing").unwrap_or_else(|| words.text("flow-nothing"))),
            script,
            back: flow.return_to.as_deref().filter(|url| WebUrl::is(url)),
            happened: None,
        };
        let mut general = Notice::of(&flow.ui.messages, words);
        let acted = Acted::of(context.acted);
        for notice in general.iter_mut().filter(|notice| notice.id == SAVED && !acted.place.is_empty()) {
            let provider =
                || acted.provider(flow).map(|name| ("provider".to_owned(), name.into())).into_iter().collect();
            if let Some(text) = words.kratos(SAVED, acted.place, provider) {
                notice.phrase = Phrase { text, english: false };
            }
        }
        let gone = context.gone.iter().map(|list| words.text_with("item-gone", &[("list", list.as_str().into())]));
        general.extend(gone.map(|text| Notice::own(text.into())));
        if let Some(says) = context.says {
            general.push(Notice::own(words.text(says).into()));
        }
        let section = page.sections.iter_mut().find(|section| section.group == acted.group);
        section.map_or(&mut page.notices, |section| &mut section.notices).extend(general);
        for ghost in ghosts {
            let errors = Notice::of(&ghost.messages, words);
            let section = page.sections.iter_mut().find(|section| section.is_of(&ghost.attributes.name));
            section.map_or(&mut page.notices, |section| &mut section.notices).extend(errors);
        }
        page.happened = page.take_focus(&acted, known.lacks_codes());
        page
    }

    /// Gives the focus to the first error, else to what an act brought about, so that the person
    /// is where they were and hears what happened. Tells what it was.
    fn take_focus(&mut self, acted: &Acted<'_>, lacks_codes: bool) -> Option<&'static str> {
        let has = |notices: &[Notice<'_>], kind: &str| notices.iter().any(|notice| notice.kind == kind);
        if has(&self.notices, "error") {
            self.focus = true;
            return Some("title-error");
        }
        if self.sections.iter_mut().any(Section::focus_error) {
            return Some("title-error");
        }
        if !self.notices.is_empty() {
            self.focus = true;
            return has(&self.notices, "success").then_some("title-saved");
        }
        let offers_codes = self.sections.iter().any(|section| section.group == "lookup_secret");
        if let Some(section) = self.sections.iter_mut().find(|section| section.group == acted.group) {
            section.focus = true;
            let saved = has(&section.notices, "success");
            section.has_new_password = saved && section.group == "password";
            section.wants_codes =
                saved && offers_codes && lacks_codes && matches!(acted.place, "totp-on" | "webauthn-added");
            return saved.then_some("title-saved");
        }
        None
    }

    /// The form whose one button has this name and value, and what is known of what it takes away.
    pub(crate) fn act(&self, name: &str, value: &str) -> Option<(&Form<'a>, &[Fact])> {
        let mut all = self.sections.iter().flat_map(|section| {
            section.things.iter().filter_map(Thing::act).chain(section.forms.iter().map(|form| (form, [].as_slice())))
        });
        all.find(|(form, _)| form.act().is_some_and(|act| act.name == name && act.value == value))
    }
}

/// What was done last ([`Context::acted`]).
struct Acted<'a> {
    /// In which group.
    group: &'a str,
    /// The group with what was done in it, as the ids of words end.
    place: &'a str,
    /// To what.
    thing: &'a str,
}

impl<'a> Acted<'a> {
    fn of(act: Option<&'a str>) -> Self {
        let act = act.unwrap_or_default();
        let mut dashes = act.match_indices('-').map(|(at, _)| at);
        let (first, second) = (dashes.next().unwrap_or(act.len()), dashes.next().unwrap_or(act.len()));
        let part = |end: usize| act.get(..end).unwrap_or_default();
        Self { group: part(first), place: part(second), thing: act.get(second + 1..).unwrap_or_default() }
    }

    /// The name of the provider whose account was linked or unlinked, where the page still has a button for it.
    fn provider(&self, flow: &KratosFlow<'_>) -> Option<String> {
        let mut buttons = flow.ui.nodes.iter().filter(|node| matches!(&*node.attributes.name, "link" | "unlink"));
        let button = buttons.find(|node| text_of(node.attributes.value.as_ref()) == self.thing)?;
        provider_of(button)
    }
}

/// Whether a node is only there to carry an error. Kratos appends a nameless text field to
/// `default` for an error whose field the page does not have.
fn is_ghost(node: &Node<'_>) -> bool {
    node.kind == NodeType::Input
        && node.group == "default"
        && node.attributes.kind == "text"
        && node.attributes.value.is_none()
        && node.meta.label.is_none()
        && !node.messages.is_empty()
}

/// The OAuth 2.0 client that a person signs in for.
fn asking<'a>(flow: &'a KratosFlow<'_>) -> Option<&'a OAuth2Client<'a>> {
    flow.oauth2_login_request.as_ref()?.client.as_ref()
}

/// The name of the OAuth 2.0 client that a person signs in for.
fn client<'a>(flow: &'a KratosFlow<'_>) -> Option<&'a str> {
    asking(flow)?.client_name.as_deref().filter(|name| !name.is_empty())
}
