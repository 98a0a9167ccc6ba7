//! What Kratos answered.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::answer::Answer;
use super::error::Error;
use super::flow::{Flow, FlowError, Submitted};
use super::schema::{NamedSchema, Schema};
use super::session::{Logout, Session};

/// What the text of an answer is read as. The data borrows from the answer, so that a page
/// costs no copy of what it is made of.
pub trait Data {
    /// The data of an answer that lives as long as `'a`.
    type Of<'a>: Deserialize<'a>;
}

impl Data for Flow<'static> {
    type Of<'a> = Flow<'a>;
}

impl Data for Submitted<'static> {
    type Of<'a> = Submitted<'a>;
}

impl Data for FlowError<'static> {
    type Of<'a> = FlowError<'a>;
}

impl Data for Session {
    type Of<'a> = Self;
}

impl Data for Logout {
    type Of<'a> = Self;
}

impl Data for NamedSchema {
    type Of<'a> = Self;
}

impl Data for Schema {
    type Of<'a> = Self;
}

/// Any JSON at all.
impl Data for IgnoredAny {
    type Of<'a> = Self;
}

impl<T: Data> Data for Vec<T> {
    type Of<'a> = Vec<T::Of<'a>>;
}

/// An answer whose status counts as success, and which brings a `T`.
pub struct Response<T> {
    answer: Answer,
    data: PhantomData<fn() -> T>,
}

impl<T> Response<T> {
    pub(super) fn new(answer: Answer) -> Self {
        Self { answer, data: PhantomData }
    }
}

impl<T: Data> Response<T> {
    /// The data, which borrows from this response. It is read each time it is asked for.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where the body is something else.
    pub fn data(&self) -> Result<T::Of<'_>, Error> {
        Ok(self.answer.read()?)
    }
}

impl<T> Deref for Response<T> {
    type Target = Answer;

    fn deref(&self) -> &Answer {
        &self.answer
    }
}

impl<T> Clone for Response<T> {
    fn clone(&self) -> Self {
        Self::new(self.answer.clone())
    }
}

impl<T> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.answer.fmt(f)
    }
}
