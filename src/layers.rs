//! What every page passes on its way out.

pub(crate) mod request;
pub(crate) mod security;
