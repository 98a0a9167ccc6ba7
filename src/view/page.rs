//! A flow's page as a whole.

use url::Url;

use super::language::Language;
use super::message::Notice;
use super::section::{self, Section};
use crate::flow::addresses::Addresses;
use crate::flow::traits::Tree;
use crate::kratos::{Flow, Node, NodeType};

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
    pub(crate) fn of(flow: &Flow, kind: &str, addresses: &Addresses) -> Self {
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

/// A flow's page.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    /// What Kratos has to say about the whole.
    pub(crate) notices: Vec<Notice<'a>>,
    /// The sections, in the order people need.
    pub(crate) sections: Vec<Section<'a>>,
    /// The id of the script node, where Kratos sent one: our own script then does its work.
    pub(crate) script: Option<&'a str>,
    /// Where the person came from.
    pub(crate) back: Option<&'a str>,
}

impl<'a> Page<'a> {
    /// Lays `flow` out.
    pub(crate) fn of(flow: &'a Flow, posting: &'a Posting, addresses: &Addresses, words: &'a Language) -> Self {
        let traits = flow.identity.as_ref().and_then(|identity| identity.traits.as_ref()).map(Tree::open);
        let (ghosts, nodes): (Vec<&Node>, Vec<&Node>) = flow.ui.nodes.iter().partition(|node| is_ghost(node));
        let mut notices = Notice::of(&flow.ui.messages);
        let mut sections = section::of(&nodes, traits.as_ref(), posting, addresses, words);
        for ghost in ghosts {
            let errors = Notice::of(&ghost.messages);
            match sections.iter_mut().find(|section| section.is_of(&ghost.attributes.name)) {
                Some(section) => section.notices.extend(errors),
                None => notices.extend(errors),
            }
        }
        section::focus_first_error(notices.iter().any(Notice::is_error), &mut sections);
        Self {
            notices,
            sections,
            script: nodes
                .iter()
                .find(|node| node.kind == NodeType::Script && node.attributes.id == "webauthn_script")
                .map(|node| node.attributes.id.as_str()),
            back: flow.return_to.as_deref().filter(|url| is_web(url)),
        }
    }

    /// Whether the first error is among the page's own notices.
    pub(crate) fn has_errors(&self) -> bool {
        self.notices.iter().any(Notice::is_error)
    }
}

/// Whether a node is only there to carry an error. Kratos appends a nameless text field to
/// `default` for an error whose field the page does not have.
fn is_ghost(node: &Node) -> bool {
    node.kind == NodeType::Input
        && node.group == "default"
        && node.attributes.kind == "text"
        && node.attributes.value.is_none()
        && node.meta.label.is_none()
        && !node.messages.is_empty()
}

/// Whether `url` is an absolute http or https URL.
pub(super) fn is_web(url: &str) -> bool {
    Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}
