//! The files of `static/`, inside the program, under names that change with their content.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::pages::problem::Problem;

/// All files.
#[derive(Debug)]
pub(crate) struct Assets {
    /// The style sheet of every page.
    pub(crate) style: Asset,
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
    content: &'static [u8],
}

impl Assets {
    /// The files below `base`.
    pub(crate) fn new(base: &str) -> Self {
        let asset = |name, extension, media_type, content: &'static [u8]| {
            let mut hash = DefaultHasher::new();
            content.hash(&mut hash);
            let href = format!("{base}/static/{name}.{:016x}.{extension}", hash.finish());
            Asset { href, media_type, content }
        };
        Self {
            style: asset("style", "css", "text/css; charset=utf-8", include_bytes!("../static/style.css")),
            webauthn: asset(
                "webauthn",
                "js",
                "text/javascript; charset=utf-8",
                include_bytes!("../static/webauthn.js"),
            ),
            icon: asset("icon", "svg", "image/svg+xml", include_bytes!("../static/icon.svg")),
        }
    }
}

/// `GET /static/{file}`: the name tells the content, so a browser may keep it for ever.
pub(crate) async fn show(State(app): State<App>, Path(file): Path<String>) -> Response {
    let Assets { style, webauthn, icon } = &app.assets;
    match [style, webauthn, icon].into_iter().find(|asset| asset.href.rsplit('/').next() == Some(&file)) {
        Some(asset) => {
            let headers = [(CONTENT_TYPE, asset.media_type), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
            (headers, asset.content).into_response()
        }
        None => Problem::not_found().into_response(),
    }
}
