//! How a handler asks Hydra.

use std::borrow::Cow;

use url::Url;

use super::Request;
use crate::flow::detour::{Call, Detour};
use crate::flow::problem::Problem;
use crate::hydra::{Error, Hydra, RedirectTo};
use crate::kratos::{self, Data};

/// The most bytes of a challenge. Hydra's own have about two thousand.
const LONGEST_CHALLENGE: usize = 16 * 1024;

impl Request {
    /// The authorization server, whose pages are served only where there is one.
    pub(crate) fn hydra(&self) -> Result<&Hydra, Detour> {
        self.account.pages.hydra.as_ref().ok_or(Detour::Problem(Problem::NotFound))
    }

    /// Hydra's challenge in the query. What cannot be one, Hydra is not asked for.
    pub(crate) fn challenge(&self, name: &str) -> Result<Cow<'_, str>, Detour> {
        let challenge = self.value(name).filter(|challenge| (1..=LONGEST_CHALLENGE).contains(&challenge.len()));
        challenge.ok_or(Detour::Problem(Problem::RequestUnknown))
    }

    /// Asks Hydra. Nothing of the browser's is sent along but the trace that it is part of.
    pub(crate) async fn ask_hydra<T: Data>(
        &self,
        request: kratos::Request<T>,
        call: Call,
    ) -> Result<kratos::Response<T>, Detour> {
        self.traced(request).send().await.map_err(|error| self.hydra_detour(&error.into(), call))
    }

    /// What Hydra's answer says.
    pub(crate) fn hydra_data<'a, T: Data>(
        &self,
        answer: &'a kratos::Response<T>,
        call: Call,
    ) -> Result<T::Of<'a>, Detour> {
        answer.data().map_err(|error| self.hydra_detour(&Error::Failed(error), call))
    }

    /// Where Hydra says that the browser goes on: to Hydra itself, or nowhere.
    pub(crate) fn way_on(&self, answer: &kratos::Response<RedirectTo>, call: Call) -> Result<Url, Detour> {
        let RedirectTo { redirect_to } = self.hydra_data(answer, call)?;
        let way = self.hydra()?.way(&redirect_to);
        way.ok_or_else(|| {
            let mut told = self.told();
            "Hydra leads elsewhere than to HYDRA_PUBLIC_URL".clone_into(&mut told.cause.what);
            told.cause.hint = Some("HYDRA_PUBLIC_URL must be Hydra's urls.self.issuer or urls.self.public");
            Detour::Problem(Problem::Unavailable)
        })
    }

    /// What the browser gets for an error, which is noted.
    pub(crate) fn hydra_detour(&self, error: &Error, call: Call) -> Detour {
        let sources = std::iter::successors(std::error::Error::source(error), |inner| inner.source());
        let what = sources.fold(error.to_string(), |what, source| format!("{what}: {source}"));
        self.told().cause.what = what;
        match error {
            Error::Unknown => Detour::Problem(Problem::RequestUnknown),
            Error::Outdated => Detour::Problem(Problem::RequestOutdated),
            Error::Used { request_url } => match request_url.as_deref().and_then(|url| self.hydra().ok()?.way(url)) {
                Some(to) => Detour::again(to, call),
                None => Detour::Problem(Problem::RequestUsed { again: None }),
            },
            Error::Failed(kratos::Error::Timeout { .. }) => Detour::Problem(Problem::TooSlow),
            Error::Failed(_) => Detour::Problem(Problem::Unavailable),
        }
    }
}
