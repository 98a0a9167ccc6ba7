//! One file per page, and what pages share.

pub(crate) mod authorize;
pub(crate) mod export;
pub(crate) mod health;
pub(crate) mod login;
pub(crate) mod logout;
pub(crate) mod problem;
pub(crate) mod recovery;
pub(crate) mod registration;
mod reply;
pub(crate) mod sessions;
pub(crate) mod settings;
pub(crate) mod verification;

pub(crate) use reply::note;

use crate::app::App;
use crate::assets::Assets;
use crate::brand::Brand;
use crate::layers::reader::Reader;
use crate::view::{Language, Languages};

/// The frame of a page.
#[derive(Clone, Copy)]
pub(crate) struct Shell<'a> {
    pub(crate) words: &'a Language,
    pub(crate) languages: &'a Languages,
    pub(crate) assets: &'a Assets,
    pub(crate) brand: &'a Brand,
    /// The base path, empty at the root.
    pub(crate) base: &'a str,
}

impl<'a> Shell<'a> {
    pub(crate) fn of(app: &'a App, reader: &'a Reader) -> Self {
        Self {
            words: &reader.words,
            languages: &app.languages,
            assets: &app.assets,
            brand: &app.brand,
            base: &app.base,
        }
    }

    /// The title of a page, with the operator's name.
    pub(crate) fn title(&self, title: &str) -> String {
        match &self.brand.name {
            Some(name) => format!("{title} – {name}"),
            None => title.to_owned(),
        }
    }
}
