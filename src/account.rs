//! What all requests share.

#[cfg(feature = "pages")]
mod for_pages;
#[cfg(feature = "pages")]
mod shortest_password;

use std::sync::Arc;

#[cfg(feature = "pages")]
pub(crate) use for_pages::BLOCK;

use crate::config::{Config, StartError};
use crate::flow::addresses::Addresses;
use crate::kratos::Client;
use crate::sessions::Sessions;

/// The account pages and the guard, sharing their connections to Kratos.
#[derive(Debug)]
pub struct Account {
    pub(crate) config: Config,
    pub(crate) kratos: Client,
    pub(crate) addresses: Addresses,
    pub(crate) sessions: Sessions,
    #[cfg(feature = "pages")]
    pub(crate) pages: for_pages::ForPages,
}

impl Account {
    /// Makes it by these settings.
    ///
    /// # Errors
    /// When a file that the settings name cannot be used, or no client of Kratos can be made.
    pub fn new(config: &Config) -> Result<Arc<Self>, StartError> {
        let addresses = Addresses::of(config);
        let kratos = config
            .client(addresses.kratos.clone())
            .browser_url(addresses.browser.clone())
            .max_whoami(config.limits.guard_requests)
            .max_relayed(config.limits.proxy_requests);
        #[cfg(feature = "pages")]
        let (pages, kratos) = for_pages::ForPages::new(config, kratos)?;
        Ok(Arc::new(Self {
            kratos: kratos.build().map_err(StartError::Client)?,
            sessions: Sessions::new(config.session_cache.unwrap_or_default(), config.limits.session_cache_bytes),
            #[cfg(feature = "pages")]
            pages,
            config: config.clone(),
            addresses,
        }))
    }

    /// The client it asks Kratos by.
    pub fn client(&self) -> &Client {
        &self.kratos
    }

    /// What is worth a warning at the start.
    pub fn warnings(&self) -> Vec<&'static str> {
        let mut warnings = Vec::new();
        if !self.addresses.share_host() {
            warnings.push(
                "PUBLIC_URL and KRATOS_BROWSER_URL have different hosts: Kratos' continuity cookie does not reach this \
                 application, so all forms but those with traits post straight to Kratos, and its session cookie needs a \
                 common cookies.domain; one host behind one proxy is safer",
            );
        }
        if self.addresses.public.scheme() == "https" && self.addresses.browser.scheme() == "http" {
            warnings.push("PUBLIC_URL is https but KRATOS_BROWSER_URL is http: browsers will not send forms there");
        }
        if self.config.hydra_admin_url.is_some() != self.config.hydra_public_url.is_some() {
            warnings
                .push("of HYDRA_ADMIN_URL and HYDRA_PUBLIC_URL only one is set: there are no pages for applications");
        }
        if self.config.account_deletion.is_some() != self.config.kratos_admin_url.is_some() {
            warnings.push("of ACCOUNT_DELETION and KRATOS_ADMIN_URL only one is set: nobody can delete their account");
        }
        warnings
    }
}
