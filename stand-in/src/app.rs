//! The application: what never changes, and the memory behind one lock.

use crate::call::Call;
use crate::config::{Config, ExtraSchema};
use crate::http::{Reply, Req};
use crate::schema::Schema;
use crate::state::State;
use crate::webauthn::RelyingParty;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha512};
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use url::Url;

/// Kratos refuses larger bodies too.
const LARGEST_BODY: usize = 5 * 1024 * 1024;

/// A stand-in without its sockets.
#[derive(Debug)]
pub(crate) struct App {
    /// What it was told.
    pub(crate) config: Config,
    /// Kratos as the browser reaches it, without a slash at the end.
    pub(crate) public: String,
    /// The provider as the browser reaches it.
    pub(crate) provider: String,
    /// Whether cookies are for https only.
    pub(crate) secure: bool,
    /// The name of the CSRF cookie.
    pub(crate) csrf_cookie: String,
    /// The default identity schema.
    schema: Schema,
    /// The other ones.
    extra_schemas: Vec<Schema>,
    /// Whom keys are made for.
    pub(crate) party: RelyingParty,
    /// The hash a script node carries.
    pub(crate) script_integrity: String,
    /// Everything remembered.
    state: Mutex<State>,
}

/// Which of the origins is served.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Origin {
    /// Kratos, for browsers.
    Kratos,
    /// Kratos, for operators.
    Admin,
    /// The provider.
    Provider,
    /// Hydra, for browsers and applications.
    Hydra,
    /// Hydra, for consent pages and operators.
    HydraAdmin,
}

impl App {
    /// A stand-in for Kratos and a provider at these URLs.
    pub(crate) fn new(config: Config, public: &str, provider: &str) -> io::Result<Arc<Self>> {
        let invalid = |what: String| io::Error::new(io::ErrorKind::InvalidInput, what);
        let schema = Schema::read("default", true, &config.schema).map_err(invalid)?;
        let extra = |extra: &ExtraSchema| Schema::read(&extra.id, extra.selfservice_selectable, &extra.schema);
        let extra_schemas: Result<_, String> = config.extra_schemas.iter().map(extra).collect();
        let parse = |url: &str| Url::parse(url).map_err(|error| invalid(format!("{url}: {error}")));
        let page = parse(&config.settings_url)?;
        parse(&config.default_return_url)?;
        let own = parse(public)?;
        let origins = config.rp_origins.iter().cloned();
        let origins = origins.chain([&page, &own].map(|url| url.origin().ascii_serialization())).collect();
        let id = config.rp_id.clone().or_else(|| page.host_str().map(str::to_owned)).unwrap_or_default();
        Ok(Arc::new(Self {
            csrf_cookie: crate::csrf::cookie_name(public),
            public: public.trim_end_matches('/').to_owned(),
            provider: provider.trim_end_matches('/').to_owned(),
            secure: own.scheme() == "https",
            schema,
            extra_schemas: extra_schemas.map_err(invalid)?,
            party: RelyingParty { id, origins },
            script_integrity: format!("sha512-{}", STANDARD.encode(Sha512::digest(crate::pages::SCRIPT))),
            config,
            state: Mutex::new(State::default()),
        }))
    }

    /// The memory; a panic of an earlier request does not lock it away.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All identity schemas, the default one first.
    pub(crate) fn schemas(&self) -> impl Iterator<Item = &Schema> {
        std::iter::once(&self.schema).chain(&self.extra_schemas)
    }

    /// An identity schema by its id.
    pub(crate) fn schema_named(&self, id: &str) -> Option<&Schema> {
        self.schemas().find(|schema| schema.id == id)
    }

    /// The identity schema of a flow or person; the default one where none is named.
    pub(crate) fn schema(&self, id: Option<&str>) -> &Schema {
        id.and_then(|id| self.schema_named(id)).unwrap_or(&self.schema)
    }

    /// A path under Hydra's public URL.
    pub(crate) fn hydra_public(&self, path: &str) -> String {
        let public = self.config.hydra.as_ref().map(|urls| urls.public.trim_end_matches('/')).unwrap_or_default();
        format!("{public}{path}")
    }

    /// The router of an origin.
    pub(crate) fn router(self: &Arc<Self>, origin: Origin) -> Router {
        let app = Arc::clone(self);
        Router::new().fallback(move |request: Request| {
            let app = Arc::clone(&app);
            async move { app.answer(request, origin).await }
        })
    }

    /// Reads a request, answers it under the lock, and logs one line.
    async fn answer(&self, request: Request, origin: Origin) -> Response {
        let (parts, body) = request.into_parts();
        let Ok(body) = axum::body::to_bytes(Body::new(body), LARGEST_BODY).await else {
            return Reply::new(413, "text/plain; charset=utf-8", "the body is too large\n").into_response(&[]);
        };
        let req = Req::new(parts.method, parts.uri, parts.headers, body);
        let mut state = self.state();
        let mut call = Call::new(self, &mut state, &req);
        let reply = match origin {
            Origin::Kratos => crate::routes::serve(&mut call),
            Origin::Admin => crate::admin::serve(&mut call),
            Origin::Provider => crate::provider::serve(&mut call),
            Origin::Hydra => crate::hydra::serve_public(&mut call),
            Origin::HydraAdmin => crate::hydra::serve_admin(&mut call),
        };
        tracing::debug!(?origin, method = %req.method, path = req.path(), status = reply.status, "stand-in");
        reply.into_response(&call.cookies)
    }
}
