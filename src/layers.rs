//! What every page passes on its way in and out.

pub(crate) mod cookies;
pub(crate) mod forwarded;
pub(crate) mod limits;
pub(crate) mod origin;
pub(crate) mod reader;
pub(crate) mod request;
pub(crate) mod security;
