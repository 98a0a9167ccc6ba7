//! A flow's page as a whole.

use url::Url;
use uuid::Uuid;

use super::field::Button;
use super::language::Language;
use super::message::Notice;
use super::section::{self, Form, Section};
use crate::flow::addresses::Addresses;
use crate::flow::traits::Tree;
use crate::kratos::{Flow, Node, NodeType, Schema};

/// Where the forms of a page go.
#[derive(Debug)]
pub(crate) struct Posting {
    /// This application, which lays profile forms over the stored traits and keeps Kratos'
    /// cookies.
    pub(crate) here: String,
    /// Kratos itself, for all but the profile form, where its continuity cookie does not reach
    /// this application.
    pub(crate) kratos: Option<String>,
}

impl Posting {
    /// Where the forms of `flow` go. After a success `ui.action` names the flow that follows
    /// this one.
    pub(crate) fn of(flow: &Flow<'_>, kind: &str, addresses: &Addresses) -> Self {
        let action = addresses.for_browser(&flow.ui.action);
        let next = action.as_ref().and_then(|action| {
            let (_, flow) = action.query_pairs().find(|(name, _)| name == "flow")?;
            flow.parse().ok()
        });
        Self {
            here: addresses.page(kind, Some(next.unwrap_or(flow.id)), None).into(),
            kratos: action.filter(|_| !addresses.share_host()).map(String::from),
        }
    }

    /// Where the forms of `group` go.
    pub(super) fn action(&self, group: &str) -> &str {
        self.kratos.as_deref().filter(|_| group != "profile").unwrap_or(&self.here)
    }
}

/// What a page is made of besides its flow.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// Where everything is.
    pub(crate) addresses: &'a Addresses,
    /// Where the forms go.
    pub(crate) posting: &'a Posting,
    /// The reader's language.
    pub(crate) words: &'a Language,
    /// The identity's schema, where Kratos gives it.
    pub(crate) schema: Option<&'a Schema>,
    /// The group whose form was sent last, if it was this flow's.
    pub(crate) acted: Option<&'a str>,
}

/// A flow's page.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    /// The flow.
    pub(crate) flow: Uuid,
    /// What Kratos has to say about the whole.
    pub(crate) notices: Vec<Notice<'a>>,
    /// Whether the first of these takes the focus.
    pub(crate) focus: bool,
    /// The sections, in the order people need.
    pub(crate) sections: Vec<Section<'a>>,
    /// The id of the script node, where Kratos sent one: our own script then does its work.
    pub(crate) script: Option<&'a str>,
    /// Where the person came from.
    pub(crate) back: Option<&'a str>,
    /// What happened, for the title: the id of a text.
    pub(crate) happened: Option<&'static str>,
}

impl<'a> Page<'a> {
    /// Lays `flow` out.
    pub(crate) fn of(flow: &'a Flow<'a>, context: Context<'a>) -> Self {
        let words = context.words;
        let traits = flow.identity.as_ref().and_then(|identity| identity.traits.as_ref()).map(Tree::open);
        let (ghosts, nodes): (Vec<&Node<'_>>, Vec<&Node<'_>>) = flow.ui.nodes.iter().partition(|node| is_ghost(node));
        let mut page = Self {
            flow: flow.id,
            notices: Vec::new(),
            focus: false,
            sections: section::of(flow, &nodes, traits.as_ref(), context),
            script: nodes
                .iter()
                .find(|node| node.kind == NodeType::Script && node.attributes.id == "webauthn_script")
                .map(|node| node.attributes.id.as_str()),
            back: flow.return_to.as_deref().filter(|url| is_web(url)),
            happened: None,
        };
        let general = Notice::of(&flow.ui.messages, words);
        let acted = page.sections.iter_mut().find(|section| Some(section.group) == context.acted);
        acted.map_or(&mut page.notices, |section| &mut section.notices).extend(general);
        for ghost in ghosts {
            let errors = Notice::of(&ghost.messages, words);
            let section = page.sections.iter_mut().find(|section| section.is_of(&ghost.attributes.name));
            section.map_or(&mut page.notices, |section| &mut section.notices).extend(errors);
        }
        page.happened = page.take_focus(context.acted);
        page
    }

    /// Gives the focus to the first error, else to what an act brought about, so that the person
    /// is where they were and hears what happened. Tells what it was.
    fn take_focus(&mut self, acted: Option<&str>) -> Option<&'static str> {
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
        if let Some(section) = self.sections.iter_mut().find(|section| Some(section.group) == acted) {
            section.focus = true;
            let saved = has(&section.notices, "success");
            section.has_new_password = saved && section.group == "password";
            return saved.then_some("title-saved");
        }
        None
    }

    /// The form whose one button has this name and value.
    pub(crate) fn act(&self, name: &str, value: &str) -> Option<(&Form<'a>, &Button<'a>)> {
        let forms = self.sections.iter().flat_map(|section| &section.forms);
        forms.filter_map(|form| Some((form, form.act()?))).find(|(_, act)| act.name == name && act.value == value)
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

/// Whether `url` is an absolute http or https URL.
fn is_web(url: &str) -> bool {
    Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}
