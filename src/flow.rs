//! Between Kratos and the browser, as pure functions: what the browser gets for what Kratos
//! said ([`detour`]), what Kratos gets for what the browser sent ([`submission`]), and what the
//! traits of an identity look like as form fields ([`traits`]).
//!
//! Nothing here touches a socket, and nothing assumes settings: the kind of flow is a value.

pub(crate) mod addresses;
pub(crate) mod detour;
pub(crate) mod own_page;
pub(crate) mod problem;
pub(crate) mod restart;
#[cfg(feature = "pages")]
pub(crate) mod submission;
#[cfg(feature = "pages")]
pub(crate) mod traits;
