//! What makes the page an operator's own: a name, a logo, colours, links.

use std::path::Path;
use std::str::FromStr;

use csscolorparser::Color;
use url::Url;

use crate::StartError;
use crate::assets::Asset;
use crate::config::Config;

/// The operator's own.
#[derive(Debug)]
pub(crate) struct Brand {
    pub(crate) name: Option<String>,
    pub(crate) logo: Option<Asset>,
    pub(crate) stylesheet: Option<Asset>,
    pub(crate) links: Vec<Link>,
}

/// A link at the foot of every page.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Link {
    /// What it says.
    pub text: String,
    /// Where it leads.
    pub url: Url,
}

impl Link {
    /// A link that says `text` and leads to `url`.
    pub fn new(text: String, url: Url) -> Self {
        Self { text, url }
    }
}

impl FromStr for Link {
    type Err = String;

    /// Reads `Text=https://…`.
    fn from_str(link: &str) -> Result<Self, String> {
        let (text, url) = link.split_once('=').ok_or("write it as Text=https://…")?;
        let url = Url::parse(url.trim()).map_err(|error| error.to_string())?;
        if !matches!(url.scheme(), "http" | "https" | "mailto") {
            return Err(format!("the scheme is {}, but must be https, http or mailto", url.scheme()));
        }
        Ok(Self::new(text.trim().to_owned(), url))
    }
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
            Ok(Asset::new(base, "logo", extension, media_type, read(file)?))
        });
        let stylesheet = config.brand_stylesheet.as_deref().map(|file| {
            let css = read(file)?;
            warn_of_contrast(&String::from_utf8_lossy(&css));
            Ok(Asset::new(base, "brand", "css", "text/css; charset=utf-8", css))
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

/// What is read on what, by the custom properties of `static/style.css`.
const PAIRS: [(&str, &str); 9] = [
    ("--text", "--page"),
    ("--text", "--card"),
    ("--muted", "--card"),
    ("--accent", "--page"),
    ("--accent", "--card"),
    ("--on-accent", "--accent"),
    ("--danger", "--card"),
    ("--text", "--danger-wash"),
    ("--text", "--info-wash"),
];

/// The least contrast of text (WCAG 2.2, 1.4.3).
const LEAST: f32 = 4.5;

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

/// The pairs of colours that are too close, with the style sheet laid over our own.
fn poor_contrasts(css: &str) -> Vec<(&'static str, &'static str, &'static str, f32)> {
    let own = include_str!("../static/style.css");
    let mut poor = Vec::new();
    for (scheme, place) in [("light", 0), ("dark", 1)] {
        let color = |name| color_of(css, name, place).or_else(|| color_of(own, name, place));
        for (text, ground) in PAIRS {
            if let (Some(a), Some(b)) = (color(text), color(ground)) {
                let contrast = contrast(&a, &b);
                if contrast < LEAST {
                    poor.push((scheme, text, ground, (contrast * 100.0).round() / 100.0));
                }
            }
        }
    }
    poor
}

/// The colour that a custom property gives, the last time it is given: `#fff`, or
/// `light-dark(#fff, #000)`. What is put together otherwise cannot be told here.
fn color_of(css: &str, name: &str, place: usize) -> Option<Color> {
    let (_, value) =
        css.split([';', '{', '}']).filter_map(|rule| rule.split_once(':')).rfind(|(key, _)| key.trim() == name)?;
    let value = value.trim();
    match value.strip_prefix("light-dark(").and_then(|inner| inner.strip_suffix(')')) {
        Some(both) => {
            let (light, dark) = both.split_once(',')?;
            csscolorparser::parse(if place == 0 { light } else { dark }.trim()).ok()
        }
        None => csscolorparser::parse(value).ok(),
    }
}

/// The contrast of two colours (WCAG 2.2, "contrast ratio").
fn contrast(a: &Color, b: &Color) -> f32 {
    let luminance = |color: &Color| {
        let [r, g, b, _] = color.to_linear_rgba();
        0.0722f32.mul_add(b, 0.2126f32.mul_add(r, 0.7152 * g))
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_colours_can_be_read() {
        assert_eq!(poor_contrasts(""), []);
    }

    #[test]
    fn colours_that_are_too_close_are_told() {
        let poor = poor_contrasts(":root { --accent: light-dark(#ffe, #8fb0ff); --on-accent: #fff }");
        assert!(poor.contains(&("light", "--accent", "--card", 1.01)), "{poor:?}");
        assert!(poor.contains(&("dark", "--on-accent", "--accent", 2.14)), "{poor:?}");
        assert!(!poor.iter().any(|(_, text, _, _)| *text == "--text"), "{poor:?}");
    }

    #[test]
    fn a_link_is_a_text_and_a_place() {
        let link: Link = "Privacy = https://example.org/privacy?a=b".parse().unwrap();
        assert_eq!((link.text.as_str(), link.url.as_str()), ("Privacy", "https://example.org/privacy?a=b"));
        for bad in ["Privacy", "Privacy=nowhere", "Privacy=javascript:alert(1)"] {
            assert!(bad.parse::<Link>().is_err(), "{bad}");
        }
    }
}
