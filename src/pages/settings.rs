//! `/settings`: the account page, a section for each group.

use askama::Template;
use axum::response::Response;

use super::flow::FlowPage;
use crate::config::Deletion;
use crate::flow::detour::Detour;
use crate::kratos::Kind;
use crate::view::{self, Forms, Layout};
use crate::visit::Visit;

/// The account page, a section for each group.
pub(crate) struct Settings;

impl FlowPage for Settings {
    const KIND: Kind = Kind::Settings;
    const LAYOUT: Layout = Layout {
        words: "settings",
        order: &[
            "profile",
            "password",
            "oidc",
            "saml",
            "passkey",
            "webauthn",
            "totp",
            "lookup_secret",
            "code",
            "link",
            "identifier_first",
            "captcha",
        ],
        forms: Forms::PerGroup,
        step: |_| "",
    };

    fn render(visit: &Visit, page: view::Flow<'_>) -> Result<Response, Detour> {
        visit.page(&SettingsPage { visit, page })
    }
}

#[derive(Template)]
#[template(path = "pages/settings.html")]
struct SettingsPage<'a> {
    visit: &'a Visit,
    page: view::Flow<'a>,
}

impl SettingsPage<'_> {
    fn title(&self) -> String {
        let title = self.visit.title(self.page.title);
        match self.page.happened {
            Some(happened) => self.visit.words().text_with(happened, &[("title", title.into())]),
            None => title,
        }
    }

    /// What people may do to their account, in words, where they may.
    fn deletion(&self) -> Option<&str> {
        let (deed, _) = self.visit.account.pages.deletion.as_ref()?;
        Some(self.visit.words().text(match deed {
            Deletion::Delete => "delete-title",
            Deletion::Deactivate => "deactivate-title",
        }))
    }
}
