//! What every page passes on its way in and out.

pub(crate) mod answer;
pub(crate) mod limits;
pub(crate) mod origin;
