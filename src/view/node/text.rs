//! Texts: the key of an authenticator app, recovery codes, and any other.

use std::borrow::Cow;

use super::{Page, Part};
use crate::kratos::{Message, Node};
use crate::view::language::Language;
use crate::view::message::{Moment, Notice, Phrase};
use crate::view::names::in_fours;

/// `text.InfoSelfServiceSettingsLookupSecretUsed`
const USED: i64 = 1_050_014;

/// A text to read or copy.
#[derive(Debug)]
pub(crate) struct Text<'a> {
    pub(crate) id: &'a str,
    pub(crate) label: Option<Phrase<'a>>,
    /// Whether it is Kratos' English on a page of another language.
    pub(crate) english: bool,
    /// The text, cut where a gap helps the eye.
    pub(crate) chunks: Vec<Cow<'a, str>>,
    /// Where it is a key to be copied: what offers that.
    pub(crate) key: Option<Key<'a>>,
    pub(crate) notices: Vec<Notice<'a>>,
}

/// What is offered with the key of an authenticator app.
#[derive(Debug)]
pub(crate) struct Key<'a> {
    /// The app on this device takes it from here (Key URI Format), if it can be told whose it is.
    pub(crate) href: Option<String>,
    pub(crate) open: &'a str,
    pub(crate) copying: Copying<'a>,
}

/// Recovery codes.
#[derive(Debug)]
pub(crate) struct Codes<'a> {
    pub(crate) id: &'a str,
    pub(crate) label: Option<Phrase<'a>>,
    pub(crate) list: Vec<Code<'a>>,
    /// What stands above the codes, on paper, in a copy and in a file alike.
    pub(crate) head: Head<'a>,
    pub(crate) copying: Copying<'a>,
    pub(crate) download: &'a str,
    pub(crate) print: &'a str,
    /// The name of the file.
    pub(crate) file: String,
}

/// What tells one sheet of recovery codes from another.
#[derive(Debug)]
pub(crate) struct Head<'a> {
    /// What it is.
    pub(crate) title: &'a str,
    /// Whose account it is, and on which website.
    pub(crate) lines: [String; 2],
    /// Which day it is: what stands before the day, the moment, the day, and what stands after it.
    pub(crate) day: Option<(String, String, String, String)>,
}

/// What a button for copying says.
#[derive(Debug)]
pub(crate) struct Copying<'a> {
    pub(crate) copy: &'a str,
    pub(crate) copied: &'a str,
    /// The browser does not let it; the text is selected.
    pub(crate) selected: &'a str,
}

/// One recovery code.
#[derive(Debug)]
pub(crate) struct Code<'a> {
    /// The code, or what stands for one that is spent.
    pub(crate) text: Cow<'a, str>,
    pub(crate) used: bool,
    /// When it was spent: the moment, and the text.
    pub(crate) when: Option<(String, String)>,
}

impl<'a> Text<'a> {
    /// The text of a node, or the codes in it.
    pub(super) fn of(page: &Page<'a, '_>, node: &'a Node<'a>) -> Part<'a> {
        let (id, label, words) = (&*node.attributes.id, page.label_of(node), page.context.words);
        let content = node.attributes.text.as_ref();
        if let Some(secrets) = content.and_then(|text| text.context_value::<Vec<Message<'_>>>("secrets")) {
            return Part::Codes(Codes {
                id,
                label,
                list: secrets.iter().map(|secret| Code::of(secret, words)).collect(),
                head: Head::of(page),
                copying: Copying::of(words),
                download: words.text("download"),
                print: words.text("print"),
                file: words.text_with("codes-file", &[("host", host(page, false).into())]),
            });
        }
        let notices = Notice::of(&node.messages, words);
        let plain = content.map_or("", |content| &*content.text);
        if id == "totp_secret_key" {
            let chunks = in_fours(plain).into_iter().map(Cow::Borrowed).collect();
            return Part::Text(Self { id, label, english: false, chunks, key: Some(Key::of(page, plain)), notices });
        }
        let phrase = content.map(|content| page.phrase(content)).unwrap_or_default();
        let chunks = Some(phrase.text).filter(|text| !text.is_empty()).into_iter().collect();
        Part::Text(Self { id, label, english: phrase.english, chunks, key: None, notices })
    }

    /// Whether there is anything to read.
    pub(super) fn says_something(part: &Part<'_>) -> bool {
        match part {
            Part::Text(text) => text.label.is_some() || !text.chunks.is_empty() || !text.notices.is_empty(),
            _ => true,
        }
    }
}

impl<'a> Key<'a> {
    /// What is offered with `key`. The issuer is the operator's name: Kratos tells its own only in
    /// the picture, and without the right one an app would keep the account under a wrong name.
    fn of(page: &Page<'a, '_>, key: &str) -> Self {
        let encode =
            |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
        let account = page.account.as_deref().map(|account| format!(":{}", encode(account))).unwrap_or_default();
        let href = page
            .context
            .brand
            .map(encode)
            .map(|issuer| format!("otpauth://totp/{issuer}{account}?secret={}&issuer={issuer}", encode(key)));
        let words = page.context.words;
        Self { href, open: words.text("open-in-app"), copying: Copying::of(words) }
    }
}

impl<'a> Copying<'a> {
    fn of(words: &'a Language) -> Self {
        Self { copy: words.text("copy"), copied: words.text("copied"), selected: words.text("copy-selected") }
    }
}

impl<'a> Head<'a> {
    /// The head of a sheet that is made now.
    fn of(page: &Page<'a, '_>) -> Self {
        let words = page.context.words;
        let id = || page.identity.map(|identity| identity.to_string().into());
        let person = || page.context.person.map(Cow::Borrowed);
        let account = page.username.clone().or_else(person).or_else(id).unwrap_or_default();
        let host = host(page, true);
        let site = page.context.brand.map_or_else(|| host.clone(), |brand| format!("{brand} ({host})"));
        let moment = Moment::at(page.context.now, words);
        let day = moment.and_then(|moment| {
            let line = words.text_with("codes-day", &[("day", moment.day.as_str().into())]);
            let (before, after) = line.split_once(&moment.day)?;
            Some((before.to_owned(), moment.iso, moment.day, after.to_owned()))
        });
        Self {
            title: words.text("group-lookup_secret"),
            lines: [("codes-account", "account", &*account), ("codes-site", "site", &*site)]
                .map(|(id, name, value)| words.text_with(id, &[(name, value.into())])),
            day,
        }
    }
}

/// The host of this application; with its port, where it has one of its own.
fn host(page: &Page<'_, '_>, with_port: bool) -> String {
    let public = &page.context.addresses.public;
    let host = public.host_str().unwrap_or_default();
    public.port().filter(|_| with_port).map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

impl<'a> Code<'a> {
    /// The code in `secret`. A spent code's text is gone; Kratos tells when it was spent.
    fn of(secret: &Message<'_>, words: &'a Language) -> Self {
        let when = secret.context_value::<String>("used_at");
        let used = secret.id == USED || when.is_some();
        Self {
            text: if used { words.text("code-spent").into() } else { Cow::Owned(secret.text.to_string()) },
            used,
            when: when.as_deref().and_then(|when| Moment::read(when, words)).map(|when| (when.iso, when.day)),
        }
    }
}
