//! Files that pages load: those of `static/`, inside the program, and the operator's own. Their
//! names change with their content.

use std::hash::{DefaultHasher, Hash, Hasher};

use bytes::Bytes;

/// The files of `static/`.
#[derive(Debug)]
pub(crate) struct Assets {
    /// The style sheet of every page.
    pub(crate) style: Asset,
    /// What makes pages more pleasant where there is JavaScript.
    pub(crate) page: Asset,
    /// Security keys and passkeys.
    pub(crate) webauthn: Asset,
    /// How strong a password is, loaded once a new one is typed (`zxcvbn-ts`; its head tells more).
    pub(crate) zxcvbn: Asset,
    /// The picture in the browser's tab.
    pub(crate) icon: Asset,
}

/// A file, served as it is.
#[derive(Debug)]
pub(crate) struct Asset {
    /// Where a page finds it.
    pub(crate) href: String,
    pub(crate) media_type: &'static str,
    pub(crate) content: Bytes,
}

impl Asset {
    /// A file of this content, below `base`.
    pub(crate) fn new(base: &str, name: &str, extension: &str, media_type: &'static str, content: Bytes) -> Self {
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
                Bytes::from_static(include_bytes!("../static/style.css")),
            ),
            page: Asset::new(base, "page", "js", script, Bytes::from_static(include_bytes!("../static/page.js"))),
            webauthn: Asset::new(
                base,
                "webauthn",
                "js",
                script,
                Bytes::from_static(include_bytes!("../static/webauthn.js")),
            ),
            zxcvbn: Asset::new(base, "zxcvbn", "js", script, Bytes::from_static(include_bytes!("../static/zxcvbn.js"))),
            icon: Asset::new(
                base,
                "icon",
                "svg",
                "image/svg+xml",
                Bytes::from_static(include_bytes!("../static/icon.svg")),
            ),
        }
    }

    /// All of them.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Asset> {
        [&self.style, &self.page, &self.webauthn, &self.zxcvbn, &self.icon].into_iter()
    }
}
