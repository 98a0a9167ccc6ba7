//! Files that pages load: those of `static/`, inside the program, and the operator's own. Their
//! names change with their content.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::pages::problem::Problem;

/// The files of `static/`.
#[derive(Debug)]
pub(crate) struct Assets {
    /// The style sheet of every page.
    pub(crate) style: Asset,
    /// What makes pages more pleasant where there is JavaScript.
    pub(crate) page: Asset,
    /// Security keys and passkeys.
    pub(crate) webauthn: Asset,
    /// The picture in the browser's tab.
    pub(crate) icon: Asset,
}

/// A file, served as it is.
#[derive(Debug)]
pub(crate) struct Asset {
    /// Where a page finds it.
    pub(crate) href: String,
    media_type: &'static str,
    content: Cow<'static, [u8]>,
}

impl Asset {
    /// A file of this content, below `base`.
    pub(crate) fn new(
        base: &str,
        name: &str,
        extension: &str,
        media_type: &'static str,
        content: impl Into<Cow<'static, [u8]>>,
    ) -> Self {
        let content = content.into();
        let mut hash = DefaultHasher::new();
        content.hash(&mut hash);
        Self { href: format!("{base}/static/{name}.{:016x}.{extension}", hash.finish()), media_type, content }
    }
}

impl Assets {
    /// The files below `base`.
    pub(crate) fn new(base: &str) -> Self {
        let script = "text/javascript; charset=utf-8";
        Self {
            style: Asset::new(
                base,
                "style",
                "css",
                "text/css; charset=utf-8",
                &include_bytes!("../static/style.css")[..],
            ),
            page: Asset::new(base, "page", "js", script, &include_bytes!("../static/page.js")[..]),
            webauthn: Asset::new(base, "webauthn", "js", script, &include_bytes!("../static/webauthn.js")[..]),
            icon: Asset::new(base, "icon", "svg", "image/svg+xml", &include_bytes!("../static/icon.svg")[..]),
        }
    }
}

/// `GET /static/{file}`: the name tells the content, so a browser may keep it for ever.
pub(crate) async fn show(State(app): State<App>, file: Result<Path<String>, PathRejection>) -> Response {
    let Assets { style, page, webauthn, icon } = &app.assets;
    let own = [style, page, webauthn, icon].into_iter();
    let mut all = own.chain(&app.brand.logo).chain(&app.brand.stylesheet);
    let mut named = |file: &str| all.find(|asset| asset.href.rsplit('/').next() == Some(file));
    // A name that is no text is no file's either.
    match file.ok().and_then(|Path(file)| named(&file)) {
        Some(asset) => {
            let headers = [
                (CONTENT_TYPE, asset.media_type),
                (CACHE_CONTROL, "public, max-age=31536000, immutable"),
                // A picture that is opened by itself runs nothing and asks nobody.
                (CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; sandbox"),
            ];
            (headers, asset.content.to_vec()).into_response()
        }
        None => Problem::not_found().into_response(),
    }
}
