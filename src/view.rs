//! A flow as templates show it: sections, forms, fields and messages, in the reader's language.
//!
//! Pure: a [`Flow`](crate::kratos::Flow), its kind's [`Layout`] and a [`Context`] in, structs of
//! ready values out. Templates only loop and print.

mod application;
mod card;
mod device;
mod escape;
mod flow;
mod form;
#[cfg_attr(not(feature = "languages"), path = "view/plain.rs")]
mod formats;
mod language;
mod languages;
mod layout;
mod message;
mod names;
mod node;
mod section;
mod tell;
mod theme;
mod thing;
pub(crate) use application::Application;
pub(crate) use device::device;
pub(crate) use escape::Html;
pub(crate) use flow::Flow;
pub(crate) use form::Form;
pub(crate) use language::Language;
pub(crate) use languages::Languages;
pub(crate) use layout::{Context, Forms, Layout, Posting, Way};
pub(crate) use theme::Theme;
pub(crate) use thing::{Fact, Look, Thing, taking_away, tell_apart};
