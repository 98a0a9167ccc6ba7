//! A flow as templates show it: sections, forms, fields and messages, in the reader's words.
//!
//! Pure: a [`Flow`](crate::kratos::Flow) and a [`Language`] in, structs of ready values out.
//! Each struct with a template stands here; templates only loop and print.

mod field;
mod language;
mod list;
mod message;
mod page;
mod section;

pub(crate) use language::Language;
pub(crate) use page::{Page, Posting};
