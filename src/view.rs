//! A flow as templates show it: sections, forms, fields and messages, in the reader's language.
//!
//! Pure: a [`Flow`](crate::kratos::Flow) and a [`Language`] in, structs of ready values out.
//! Templates only loop and print.

mod builder;
mod device;
mod field;
mod language;
mod list;
mod message;
mod names;
mod page;
mod section;

pub(crate) use device::Device;
pub(crate) use field::Button;
pub(crate) use language::{Language, Languages};
pub(crate) use page::{Context, Page, Posting};
pub(crate) use section::Form;
