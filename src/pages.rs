//! One file per page, and what pages share.

pub(crate) mod health;
pub(crate) mod problem;
mod reply;
pub(crate) mod settings;

use crate::app::App;
use crate::assets::Assets;
use crate::view::Language;

/// The frame of a page.
#[derive(Clone, Copy)]
pub(crate) struct Shell<'a> {
    pub(crate) words: &'a Language,
    pub(crate) assets: &'a Assets,
}

impl<'a> Shell<'a> {
    pub(crate) fn of(app: &'a App) -> Self {
        Self { words: &app.words, assets: &app.assets }
    }
}
