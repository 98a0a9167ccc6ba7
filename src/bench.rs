//! A page in its parts, to be measured one by one: `cargo bench --bench page`. No part of the
//! library's face.

use std::sync::Arc;

use http::{HeaderMap, HeaderValue, Uri};
use http_body::Body;

use crate::account::Account;
use crate::kratos::{Flow, Kind, Start};
use crate::pages::Settings;
use crate::pages::flow::FlowPage;
use crate::view::{self, Context, Posting};
use crate::visit::Visit;

/// A visit of the settings page.
#[derive(Debug)]
pub struct Bench {
    visit: Visit,
    start: Start,
}

impl Bench {
    /// A visit in English.
    pub fn new(account: &Arc<Account>) -> Self {
        let headers = HeaderMap::from_iter([(http::header::ACCEPT_LANGUAGE, HeaderValue::from_static("en"))]);
        let visit = Visit::by(account, &Uri::from_static("/settings"), &headers, None);
        Self { visit, start: Start::new(Kind::Settings) }
    }

    /// Lays a flow out.
    pub fn view(&self, flow: &Flow<'_>) {
        let posting = self.posting(flow);
        std::hint::black_box(view::Flow::of(flow, &Settings::LAYOUT, self.context(&posting)));
    }

    /// Lays a flow out and renders it; tells the bytes of the page.
    pub fn page(&self, flow: &Flow<'_>) -> Option<u64> {
        let posting = self.posting(flow);
        let page = view::Flow::of(flow, &Settings::LAYOUT, self.context(&posting));
        Settings::render(&self.visit, page).ok()?.body().size_hint().exact()
    }

    fn posting(&self, flow: &Flow<'_>) -> Posting {
        Posting::of(flow, &self.start, &self.visit.account.addresses)
    }

    fn context<'a>(&'a self, posting: &'a Posting) -> Context<'a> {
        Context::new(&self.visit.account.addresses, posting, self.visit.words())
    }
}
