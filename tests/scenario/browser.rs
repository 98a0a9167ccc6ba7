//! A small browser without JavaScript.
//!
//! It keeps cookies, follows redirects and pages with `Refresh`, fills forms in and sends them as
//! HTML says, and goes back. What a browser would not do fails the test: sending a form whose
//! required fields are empty, or following a form to an origin that the page's `form-action`
//! does not name (Chromium holds it against each redirect). So does going round without end.

mod keeping;
mod reading;

use std::sync::{Arc, Mutex};

use axum::http::header::{HeaderMap, LOCATION};
use axum::http::{Method, StatusCode};
use cookie_store::CookieStore;
use scraper::{ElementRef, Html, Selector};
use url::Url;

use crate::output;
use crate::policy::{self, Site};
use crate::support::form::{self, Form};
use reading::{select, squeeze};

/// What it calls itself, to those who tell people where they are signed in.
const AGENT: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0";

/// How many steps one visit or one press of a button may take: browsers stop at about 20.
const MOST_STEPS: usize = 20;

/// A tab. Its cookies are those of all tabs of this browser.
#[derive(Clone)]
pub struct Browser {
    http: reqwest::Client,
    shared: Arc<Shared>,
    history: Vec<Page>,
    edits: Vec<Edit>,
}

/// See [`crate::stage::Stage::turn`].
type Turn = tokio::sync::Mutex<()>;

struct Shared {
    jar: Mutex<CookieStore>,
    steps: Mutex<Vec<Step>>,
    keeps_cookies: bool,
    /// Whose turn it is to request something, where that matters.
    turn: Option<Arc<Turn>>,
    /// What must never reach a browser.
    secrets: Vec<String>,
}

/// One request and its answer.
#[derive(Clone, Debug)]
pub struct Step {
    pub method: Method,
    pub url: Url,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

/// A page that is shown.
#[derive(Clone, Debug)]
struct Page {
    url: Url,
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

/// What was typed or ticked since the page is shown.
#[derive(Clone, Debug)]
enum Edit {
    Fill(String, String),
    Tick(String, bool),
    Untick(String, String),
}

impl Edit {
    fn name(&self) -> &str {
        let (Self::Fill(name, _) | Self::Tick(name, _) | Self::Untick(name, _)) = self;
        name
    }
}

/// Something to be requested.
struct Request {
    method: Method,
    url: Url,
    body: Option<String>,
}

impl Browser {
    /// A browser that knows nothing yet. None of `secrets` may show up in anything it gets.
    pub fn new(http: reqwest::Client, secrets: &[String], turn: Option<Arc<Turn>>) -> Self {
        let shared = Shared {
            jar: Mutex::default(),
            steps: Mutex::default(),
            keeps_cookies: true,
            turn,
            secrets: secrets.to_vec(),
        };
        Self { http, shared: Arc::new(shared), history: Vec::new(), edits: Vec::new() }
    }

    /// The same, if it refuses all cookies.
    pub fn without_cookies(self) -> Self {
        let shared = Shared {
            jar: Mutex::default(),
            steps: Mutex::default(),
            keeps_cookies: false,
            turn: self.shared.turn.clone(),
            secrets: self.shared.secrets.clone(),
        };
        Self { shared: Arc::new(shared), ..self }
    }

    /// Another tab, empty.
    pub fn tab(&self) -> Self {
        Self { history: Vec::new(), edits: Vec::new(), ..self.clone() }
    }

    /// Types an address.
    pub async fn visit(&mut self, url: impl AsRef<str>) {
        let url = url.as_ref();
        let url = url.parse().unwrap_or_else(|error| panic!("{url}: {error}"));
        self.go(Request { method: Method::GET, url, body: None }, None).await;
    }

    /// Loads the page again.
    pub async fn reload(&mut self) {
        let url = self.url().clone();
        self.history.pop();
        self.visit(url).await;
    }

    /// Follows the one link whose test id this is.
    pub async fn follow(&mut self, test_id: &str) {
        self.follow_selected(&format!("a[data-testid=\"{test_id}\"]"), |_| true).await;
    }

    /// Follows the one link that reads so.
    pub async fn follow_link(&mut self, text: &str) {
        self.follow_selected("a[href]", |link| squeeze(&link.text().collect::<String>()) == text).await;
    }

    async fn follow_selected(&mut self, selector: &str, wanted: impl Fn(ElementRef<'_>) -> bool) {
        let found: Vec<String> = select(&self.html(), selector)
            .into_iter()
            .filter(|link| wanted(*link))
            .map(|link| link.attr("href").unwrap_or_default().to_owned())
            .collect();
        let [href] = found.as_slice() else { panic!("one link {selector} at {self:?}, not {found:?}") };
        let url = self.url().join(href).unwrap();
        self.go(Request { method: Method::GET, url, body: None }, Some(self.page().clone())).await;
    }

    /// Goes back to the page before, as the browser remembers it: nothing is requested.
    pub fn back(&mut self) {
        self.edits.clear();
        self.history.pop();
        assert!(!self.history.is_empty(), "there is no page before");
    }

    /// Types into a field, or chooses.
    pub fn fill(&mut self, name: &str, value: &str) -> &mut Self {
        assert!(self.value(name).is_some(), "a field {name} at {self:?}");
        output::typed(name, value);
        self.edits.push(Edit::Fill(name.to_owned(), value.to_owned()));
        self
    }

    /// Takes the tick away from the box of this name and value, of several of that name.
    pub fn untick(&mut self, name: &str, value: &str) -> &mut Self {
        self.edits.push(Edit::Untick(name.to_owned(), value.to_owned()));
        self
    }

    /// Ticks a box, or takes the tick away.
    pub fn tick(&mut self, name: &str, yes: bool) -> &mut Self {
        self.edits.push(Edit::Tick(name.to_owned(), yes));
        self
    }

    /// Presses a button.
    pub async fn press(&mut self, name: &str, value: &str) {
        let page = self.page().clone();
        let request = self.submission(&page, name, value);
        self.edits.clear();
        self.go(request, Some(page)).await;
    }

    /// Chooses a language or colours at the foot of the page, by the button that sends a form of the page along.
    pub async fn choose(&mut self, choice: &str) {
        let page = self.page().clone();
        let request = self.chosen(&page, choice);
        self.edits.clear();
        self.go(request, Some(page)).await;
    }

    fn chosen(&self, page: &Page, choice: &str) -> Request {
        let html = self.html();
        let found = select(&html, &format!("footer button[formaction$=\"{choice}\"]"));
        let [button] = found.as_slice() else { panic!("one choice {choice} at {self:?}") };
        let of = |name: &str| button.attr(name).unwrap_or_else(|| panic!("{name} of {choice}"));
        let mut form = Form::of_id(&html, of("form"));
        for edit in &self.edits {
            form = match edit {
                Edit::Fill(name, value) => form.fill(name, value),
                Edit::Tick(name, yes) => form.tick(name, *yes),
                Edit::Untick(name, value) => form.untick(name, value),
            };
        }
        assert!(button.attr("formnovalidate").is_some() && form.method == "post");
        let body = Some(form::encode(&form.press_outside(of("name"), of("value"))));
        Request { method: Method::POST, url: page.url.join(of("formaction")).unwrap(), body }
    }

    /// Presses the one button of a form that has no name.
    pub async fn press_in(&mut self, form: &str) {
        let page = self.page().clone();
        let forms = self.attributes(form, "action");
        let [action] = forms.as_slice() else { panic!("one form {form}, not {forms:?} at {self:?}") };
        let url = page.url.join(action).unwrap();
        let body = Some(String::new());
        self.edits.clear();
        self.go(Request { method: Method::POST, url, body }, Some(page)).await;
    }

    /// Presses a button after fields were put into its form, or in the place of others, by hand.
    pub async fn press_forged(&mut self, name: &str, value: &str, forged: &[(String, String)]) {
        let page = self.page().clone();
        let mut request = self.submission(&page, name, value);
        forged.iter().for_each(|(name, value)| output::typed(name, value));
        let body = request.body.take().unwrap_or_default();
        let sent: Vec<(String, String)> = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
        let kept = sent.into_iter().filter(|(name, _)| !forged.iter().any(|(forged, _)| forged == name));
        request.body = Some(form::encode(&kept.chain(forged.iter().cloned()).collect::<Vec<_>>()));
        self.edits.clear();
        self.go(request, Some(page)).await;
    }

    fn submission(&self, page: &Page, name: &str, value: &str) -> Request {
        let html = self.html();
        // Of several forms with such a button, it is pressed in the one that was filled in.
        let edited: Vec<&str> = self.edits.iter().map(Edit::name).collect();
        let is_filled_in = |form: &Form| edited.iter().all(|name| form.value(name).is_some());
        let forms = Form::all(&html).into_iter().filter(|form| form.has_button(name, value));
        let mut form = match forms.filter(is_filled_in).collect::<Vec<_>>().as_slice() {
            [form] => form.clone(),
            _ => Form::with_button(&html, name, value),
        };
        for edit in &self.edits {
            form = match edit {
                Edit::Fill(name, value) if form.value(name).is_some() => form.fill(name, value),
                Edit::Tick(name, yes) if form.value(name).is_some() => form.tick(name, *yes),
                Edit::Untick(name, value) => form.untick(name, value),
                other => panic!("{other:?} is not in the form of {name}={value}"),
            };
        }
        let empty = |field: &&String| form.value(field).is_none_or(str::is_empty);
        let missing: Vec<String> = required_for(&html, name, value, &edited).iter().filter(empty).cloned().collect();
        assert!(missing.is_empty(), "a browser asks to fill in {missing:?} before it sends {name}={value}");
        let mut url = page.url.join(&form.action).unwrap();
        let body = form::encode(&form.press(name, value));
        if form.method == "post" {
            return Request { method: Method::POST, url, body: Some(body) };
        }
        url.set_query(Some(&body));
        Request { method: Method::GET, url, body: None }
    }

    /// Requests, and goes on until there is a page that stays.
    async fn go(&mut self, mut request: Request, mut from: Option<Page>) {
        let mut rule = from.as_ref().filter(|_| request.method == Method::POST).map(|page| policy_of(&page.headers));
        let mut site = Site::none();
        let mut taken = Vec::new();
        self.edits.clear();
        while taken.len() < MOST_STEPS {
            if let (Some(rule), Some(from)) = (&rule, &from) {
                assert!(
                    policy::form_may_go(rule, &from.url, &request.url),
                    "a form of {} may not lead to {}: {rule}; the way: {taken:?}",
                    from.url,
                    request.url,
                );
            }
            site = site.and(from.as_ref().map(|page| &page.url), &request.url);
            taken.push(format!("{} {}", request.method, request.url));
            let step = self.send(&request, from.as_ref(), site).await;
            if step.status.is_redirection() {
                let to = step.headers[LOCATION].to_str().unwrap();
                let keeps = matches!(step.status.as_u16(), 307 | 308);
                let url = step.url.join(to).unwrap();
                let (method, body) = if keeps { (request.method, request.body) } else { (Method::GET, None) };
                request = Request { method, url, body };
                continue;
            }
            let page = Page { url: step.url, status: step.status, headers: step.headers, body: step.body };
            let Some(to) = refresh_of(&page) else {
                if self.history.last().is_some_and(|last| last.url == page.url) {
                    self.history.pop();
                }
                self.history.push(page);
                return;
            };
            request = Request { method: Method::GET, url: to, body: None };
            (from, rule, site) = (Some(page), None, Site::none());
        }
        panic!("this goes on without end: {taken:#?}");
    }

    async fn send(&self, request: &Request, from: Option<&Page>, site: Site) -> Step {
        let mut sent = self.http.request(request.method.clone(), request.url.clone());
        sent = sent.header("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        sent = sent.header("accept-language", "en").header("user-agent", AGENT);
        sent = sent.header("sec-fetch-site", site.name());
        let cookies = self.cookies(&request.url);
        if !cookies.is_empty() {
            sent = sent.header("cookie", cookies.as_str());
        }
        if let Some(body) = &request.body {
            let origin = from.filter(|_| site.is_known()).map(|page| page.url.origin().ascii_serialization());
            sent = sent.header("origin", origin.unwrap_or_else(|| "null".to_owned()));
            sent = sent.header("content-type", "application/x-www-form-urlencoded").body(body.clone());
        }
        let turn = match &self.shared.turn {
            Some(turn) => Some(turn.lock().await),
            None => None,
        };
        let answer = sent.send().await.unwrap_or_else(|error| panic!("{} {}: {error:?}", request.method, request.url));
        let (status, headers) = (answer.status(), answer.headers().clone());
        let body = answer.text().await.unwrap();
        drop(turn);
        let step = Step { method: request.method.clone(), url: request.url.clone(), status, headers, body };
        output::seen(&step, &cookies);
        output::shown(&step.body);
        self.keep(&step);
        step
    }

    fn page(&self) -> &Page {
        self.history.last().expect("a page is shown")
    }
}

impl std::fmt::Debug for Browser {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let way: Vec<String> = self
            .steps()
            .iter()
            .map(|step| format!("{} {} → {}", step.method, step.url, step.status.as_u16()))
            .collect();
        write!(formatter, "{}\n{}\n{}", self.page().url, way.join("\n"), self.text())
    }
}

/// The names of the fields that must hold something before this button sends its form.
fn required_for(html: &Html, name: &str, value: &str, edited: &[&str]) -> Vec<String> {
    let has = |form: ElementRef<'_>, name: &str| {
        form.select(&Selector::parse("[name]").unwrap()).any(|control| control.attr("name") == Some(name))
    };
    let is_filled_in =
        |button: &&ElementRef<'_>| form_of(**button).is_some_and(|form| edited.iter().all(|name| has(form, name)));
    let buttons = select(html, &format!("button[name=\"{name}\"][value=\"{value}\"]"));
    let button = buttons.iter().find(is_filled_in).filter(|button| button.attr("formnovalidate").is_none());
    let Some(button) = button else { return vec![] };
    let form = form_of(*button);
    let required = Selector::parse("input[required]:not([type=hidden]), textarea[required], select[required]").unwrap();
    form.iter()
        .flat_map(|form| form.select(&required))
        .filter_map(|field| field.attr("name"))
        .map(str::to_owned)
        .collect()
}

fn form_of(control: ElementRef<'_>) -> Option<ElementRef<'_>> {
    control.ancestors().filter_map(ElementRef::wrap).find(|ancestor| ancestor.value().name() == "form")
}

fn policy_of(headers: &HeaderMap) -> String {
    let policies = headers.get_all("content-security-policy").iter().map(|value| value.to_str().unwrap());
    policies.collect::<Vec<_>>().join("; ")
}

/// Where a page moves on to by itself.
fn refresh_of(page: &Page) -> Option<Url> {
    let refresh = page.headers.get("refresh")?.to_str().unwrap();
    let (after, to) = refresh.split_once(';').unwrap_or_else(|| panic!("Refresh: {refresh}"));
    assert_eq!(after.trim(), "0", "a page that moves on does so at once");
    let to = to.trim().strip_prefix("url=").unwrap_or_else(|| panic!("Refresh: {refresh}"));
    Some(page.url.join(to).unwrap())
}
