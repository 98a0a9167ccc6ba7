//! What can be read on the page that is shown.

use scraper::{ElementRef, Html, Selector};
use url::Url;

use super::Browser;
use crate::support::form::Form;

impl Browser {
    /// The page as it is seen without JavaScript: closed dialogs are not.
    pub fn html(&self) -> Html {
        let mut body = self.page().body.clone();
        while let Some((before, dialog)) = body.split_once("<dialog ") {
            let (dialog, after) = dialog.split_once("</dialog>").unwrap();
            assert!(!dialog.contains(" open>"), "no dialog is open without JavaScript");
            body = format!("{before}{after}");
        }
        // The parser is one that runs scripts.
        Html::parse_document(&body.replace("<noscript>", "").replace("</noscript>", ""))
    }

    /// The address that is shown.
    pub fn url(&self) -> &Url {
        &self.page().url
    }

    pub fn status(&self) -> u16 {
        self.page().status.as_u16()
    }

    /// All that can be read, with single spaces.
    pub fn text(&self) -> String {
        let read = select(&self.html(), "body")
            .into_iter()
            .flat_map(|body| body.text().collect::<Vec<_>>())
            .collect::<String>();
        squeeze(&read)
    }

    /// The text of the one element with this test id.
    pub fn text_of(&self, test_id: &str) -> String {
        let html = self.html();
        let found = select(&html, &format!("[data-testid=\"{test_id}\"]"));
        let [element] = found.as_slice() else { panic!("one {test_id}, not {} at {self:?}", found.len()) };
        element.text().collect::<String>().trim().to_owned()
    }

    /// The texts of all elements that match a selector.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        select(&self.html(), selector).iter().map(|element| squeeze(&element.text().collect::<String>())).collect()
    }

    /// An attribute of all elements that match a selector.
    pub fn attributes(&self, selector: &str, attribute: &str) -> Vec<String> {
        select(&self.html(), selector).iter().filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
    }

    /// The ids of all messages on the page.
    pub fn messages(&self) -> Vec<u64> {
        messages_in(&select(&self.html(), "html"))
    }

    /// The ids of the messages that describe a field.
    pub fn messages_at(&self, field: &str) -> Vec<u64> {
        let html = self.html();
        let described = select(&html, &format!("[name=\"{field}\"]"));
        let ids =
            described.iter().filter_map(|control| control.attr("aria-describedby")).flat_map(str::split_whitespace);
        ids.flat_map(|id| messages_in(&select(&html, &format!("[id=\"{id}\"]")))).collect()
    }

    /// What a field holds as the page came.
    pub fn value(&self, field: &str) -> Option<String> {
        Form::all(&self.html()).iter().find_map(|form| form.value(field).map(str::to_owned))
    }

    /// Whether a box is ticked.
    pub fn is_ticked(&self, field: &str) -> bool {
        self.has(&format!("input[type=checkbox][name=\"{field}\"][checked]"))
    }

    /// Whether there is such a button.
    pub fn offers(&self, name: &str, value: &str) -> bool {
        self.has(&format!("button[name=\"{name}\"][value=\"{value}\"]:not([disabled])"))
    }

    /// Whether something matches a selector.
    pub fn has(&self, selector: &str) -> bool {
        !select(&self.html(), selector).is_empty()
    }
}

pub(super) fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn messages_in(elements: &[ElementRef<'_>]) -> Vec<u64> {
    let selector = Selector::parse("[data-testid^=\"ui/message/\"]").unwrap();
    let ids =
        elements.iter().flat_map(|element| element.select(&selector)).filter_map(|message| message.attr("data-testid"));
    ids.filter_map(|id| id.rsplit('/').next()?.parse().ok()).collect()
}

pub(super) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
