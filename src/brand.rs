//! What makes the page an operator's own: a name, a logo, colours, links.

use std::path::Path;

use crate::assets::Asset;
use crate::config::StartError;
use crate::config::{Config, Link, poor_contrasts};

/// The operator's own.
#[derive(Debug)]
pub(crate) struct Brand {
    pub(crate) name: Option<String>,
    pub(crate) logo: Option<Asset>,
    pub(crate) stylesheet: Option<Asset>,
    pub(crate) links: Vec<Link>,
}

impl Brand {
    /// Reads the files that the settings name.
    pub(crate) fn load(config: &Config) -> Result<Self, StartError> {
        let base = config.base_path();
        let logo = config.brand_logo.as_deref().map(|file| {
            let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
            let media_type = match extension {
                "svg" => "image/svg+xml",
                "png" => "image/png",
                "webp" => "image/webp",
                "jpg" | "jpeg" => "image/jpeg",
                _ => return Err(StartError::file(file, None, &"a logo is an svg, png, webp or jpg file")),
            };
            Ok(Asset::new(base, "logo", extension, media_type, read(file)?.into()))
        });
        let stylesheet = config.brand_stylesheet.as_deref().map(|file| {
            let css = read(file)?;
            warn_of_contrast(&String::from_utf8_lossy(&css));
            Ok(Asset::new(base, "brand", "css", "text/css; charset=utf-8", css.into()))
        });
        Ok(Self {
            name: config.brand_name.clone(),
            logo: logo.transpose()?,
            stylesheet: stylesheet.transpose()?,
            links: config.footer_links.clone(),
        })
    }
}

fn read(file: &Path) -> Result<Vec<u8>, StartError> {
    std::fs::read(file).map_err(|error| StartError::file(file, None, &error))
}

fn warn_of_contrast(css: &str) {
    for (scheme, text, ground, contrast) in poor_contrasts(css) {
        tracing::warn!(
            scheme,
            text,
            ground,
            contrast,
            "BRAND_STYLESHEET: this text is hard to read; WCAG asks for 4.5"
        );
    }
}
