//! One file per page. Those of flows are a [`FlowPage`](flow::FlowPage) each; [`flow`] does the rest.

pub(crate) mod applications;
pub(crate) mod authorize;
mod confirm;
pub(crate) mod consent;
pub(crate) mod deletion;
pub(crate) mod error;
pub(crate) mod export;
pub(crate) mod files;
pub(crate) mod flow;
pub(crate) mod health;
pub(crate) mod home;
mod login;
pub(crate) mod logout;
pub(crate) mod oauth2_logout;
mod recovery;
mod registration;
pub(crate) mod sessions;
mod settings;
mod siblings;
#[cfg(test)]
mod tests;
mod verification;
pub(crate) mod violations;

pub(crate) use login::Login;
pub(crate) use recovery::Recovery;
pub(crate) use registration::Registration;
pub(crate) use settings::Settings;
pub(crate) use verification::Verification;
