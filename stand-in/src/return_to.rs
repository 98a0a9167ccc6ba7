//! Where a browser may be sent back to.

use crate::call::Call;
use crate::failure::Failure;
use url::Url;

impl Call<'_> {
    /// A way back, made absolute, if it is allowed: under this Kratos' own self-service paths, or under one of the
    /// allowed URLs. Scheme and host have to be equal, the path is compared as a prefix.
    pub(crate) fn allowed(&self, wanted: &str) -> Result<String, Failure> {
        let refuse = || {
            Failure::new(400)
                .id("self_service_flow_return_to_forbidden")
                .reason(format!("Requested return_to URL {wanted:?} is not allowed."))
        };
        let home = Url::parse(&self.app.config.default_return_url).map_err(|_| refuse())?;
        let target = match Url::parse(wanted) {
            Ok(url) => url,
            Err(_) => home.join(wanted).map_err(|_| refuse())?,
        };
        let own = self.public("/self-service");
        let mut list = self.app.config.allowed_return_urls.iter().map(String::as_str).chain([own.as_str()]);
        let fits = |allowed: &Url| {
            allowed.scheme() == target.scheme()
                && allowed.host_str() == target.host_str()
                && allowed.port_or_known_default() == target.port_or_known_default()
                && target.path().starts_with(allowed.path())
        };
        if !list.any(|allowed| Url::parse(allowed).is_ok_and(|allowed| fits(&allowed))) {
            return Err(refuse());
        }
        Ok(if wanted.starts_with('/') { target.to_string() } else { wanted.to_owned() })
    }

    /// The way back in this request's query, if there is one and it is allowed.
    pub(crate) fn asked_return_to(&self) -> Result<Option<String>, Failure> {
        self.req.query("return_to").map(|wanted| self.allowed(wanted)).transpose()
    }

    /// The way back a flow keeps, else the default.
    pub(crate) fn way_back(&self, wanted: Option<String>, otherwise: &str) -> Result<String, Failure> {
        wanted.map_or_else(|| Ok(otherwise.to_owned()), |wanted| self.allowed(&wanted))
    }
}
