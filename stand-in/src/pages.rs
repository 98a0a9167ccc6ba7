//! The stand-in's own pages: plain forms, marked for what they are. Only keys need the script.

use crate::call::{Answer, Call};
use crate::flow::{Flow, Kind};
use crate::http::Reply;
use crate::message::Message;
use crate::node::Node;
use serde_json::Value;
use uuid::Uuid;

/// The script of security keys and passkeys, also what a node of Kratos' asks for.
pub(crate) const SCRIPT: &str = include_str!("keys.js");

/// Escapes text for HTML and for attributes in double quotes.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&#34;").replace('\'', "&#39;")
}

/// A whole page.
pub(crate) fn page(title: &str, body: &str) -> String {
    let title = escape(title);
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} (Kratos stand-in)</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\"><style>\
         body{{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:auto;padding:1rem}}\
         form,article{{border:1px solid #999;padding:1rem;margin:1rem 0}}label{{display:block;margin:.5rem 0}}\
         .stand-in{{background:#fe8;padding:.5rem}}.error{{color:#a00}}</style></head><body>\
         <p class=\"stand-in\"><strong>Kratos stand-in.</strong> For tests and the demo only: it holds nothing after it \
         ends.</p><main><h1>{title}</h1>{body}</main></body></html>"
    )
}

/// `GET /ui`: where everything is, in the order in which one meets it. Whoever it names is there.
pub(crate) fn index(call: &mut Call<'_>) -> Answer {
    crate::demo::person(call)?;
    let call: &Call<'_> = call;
    let link = |path: &str, text: &str| format!("<a href=\"{}\">{text}</a>", escape(&call.public(path)));
    let who = match call.session() {
        Some(session) => {
            let person = call.state.identities.get(&session.identity);
            let email = person.and_then(|person| person.traits.text_at("email")).unwrap_or_default();
            let out = format!("/self-service/logout?token={}", session.logout_token);
            format!("Signed in as <strong>{}</strong>. {}", escape(&email), link(&out, "Sign out"))
        }
        None => "Nobody is signed in.".to_owned(),
    };
    let provider = call.app.config.providers.first().map(crate::config::Provider::name).unwrap_or_default();
    let [outbox, up, login, recovery] = [
        link("/ui/outbox", "outbox"),
        link("/self-service/registration/browser", "Create an account"),
        link("/self-service/login/browser", "Sign in"),
        link("/self-service/recovery/browser", "Recover the account"),
    ];
    let body = format!(
        "<p>{who}</p>\
         <h2>The life of an account</h2><ol><li>{up}.</li><li>Verify the address with the code in the {outbox}.</li>\
         <li>{login}.</li><li>Forget the password. {recovery} with another code.</li>\
         <li>Add a second factor in the {}.</li><li>Sign out and in again: the settings now ask for it.</li></ol>\
         <h2>Accounts that are there</h2><ul><li>{}: with a telephone, a password and an account of {}. Her address is \
         <code>{}</code>, her password <code>{}</code>.</li><li>{}, for the look of things.</li></ul>",
        link("/self-service/settings/browser", "account settings"),
        link("/ui/person", "Ada Lovelace"),
        escape(provider),
        crate::demo::PERSON,
        crate::demo::PASSWORD,
        link("/ui/demo", "Somebody with traits of every kind"),
    );
    Ok(Reply::html(200, page("Where everything is", &body)))
}

/// `GET /ui/error?id=…`
pub(crate) fn error(call: &Call<'_>) -> Reply {
    let id = call.req.query("id").and_then(|id| Uuid::parse_str(id).ok());
    let Some(stored) = id.and_then(|id| call.state.errors.get(&id)) else {
        return Reply::html(404, page("Error", "<p>No such error.</p>"));
    };
    let text = |key: &str| stored.error.get(key).and_then(Value::as_str).map(escape).unwrap_or_default();
    let body = format!(
        "<p class=\"error\" data-testid=\"ui/error/message\">{}</p><p>{}</p><p><code>{}</code></p>",
        text("message"),
        text("reason"),
        text("id"),
    );
    Reply::html(200, page("Error", &body))
}

/// `GET /ui/<kind>?flow=…`: a flow as a page, one form for each group. Without a flow one is begun.
pub(crate) fn flow(call: &Call<'_>, kind: Kind) -> Reply {
    let Some(flow) = call.flow(kind, "flow").filter(|flow| flow.expires_at > call.now) else {
        let start = call.public(&format!("/self-service/{}/browser", kind.name()));
        let back = call.req.query("return_to").unwrap_or_default();
        return call.see_other(&Call::with_query(&start, &[("return_to", back)]));
    };
    let said: String = flow.ui.messages.iter().map(say).collect();
    let mut groups: Vec<&str> = Vec::new();
    for node in &flow.ui.nodes {
        if node.group != "default" && !groups.contains(&node.group) {
            groups.push(node.group);
        }
    }
    let forms: String = groups.into_iter().map(|group| form(call, &flow, group)).collect();
    let others = [Kind::Login, Kind::Registration, Kind::Recovery].into_iter().filter(|other| *other != kind);
    let back = flow.return_to().unwrap_or_default();
    let others: Vec<String> = others
        .map(|other| {
            let start = call.public(&format!("/self-service/{}/browser", other.name()));
            let start = escape(&Call::with_query(&start, &[("return_to", &back)]));
            format!("<a href=\"{start}\">{}</a> ", title(other))
        })
        .collect();
    let script = escape(&call.public("/.well-known/ory/webauthn.js"));
    let body = format!("{said}{forms}<nav>{}</nav><script src=\"{script}\" defer></script>", others.concat());
    Reply::html(200, page(title(kind), &body))
}

/// What a page is called.
fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Settings => "Settings",
        Kind::Login => "Sign in",
        Kind::Registration => "Sign up",
        Kind::Recovery => "Recover",
        Kind::Verification => "Verify",
    }
}

/// A message.
fn say(message: &Message) -> String {
    let (id, kind, text) = (message.id, message.kind, escape(&message.text));
    format!("<p class=\"{kind}\" data-testid=\"ui/message/{id}\">{text}</p>")
}

/// The form of a group: its nodes and the default ones, of which a button that needs no fields gets only the hidden.
fn form(call: &Call<'_>, flow: &Flow, group: &str) -> String {
    let asks = flow.kind == Kind::Registration && flow.active == Some("oidc");
    let bare = matches!(group, "oidc" | "passkey" | "webauthn") && !asks;
    let hidden = |node: &Node| node.text("type") == Some("hidden");
    let wanted = |node: &&Node| match node.group {
        "default" => !bare || hidden(node),
        // Who it is, where that was asked first, belongs to every method.
        "identifier_first" => group == "identifier_first" || hidden(node),
        other => other == group,
    };
    let nodes: Vec<&Node> = flow.ui.nodes.iter().filter(wanted).collect();
    let does_something = |node: &&&Node| matches!(node.text("type"), Some("submit" | "button")) || node.kind == "a";
    if !nodes.iter().any(|node| does_something(&node)) {
        return String::new();
    }
    let body: String = nodes.iter().map(|node| show(node)).collect();
    let method = if flow.ui.get { "get" } else { "post" };
    let action = if flow.ui.get { call.public("/ui") } else { flow.ui.action.clone() };
    format!("<form method=\"{method}\" action=\"{}\" data-group=\"{group}\">{body}</form>", escape(&action))
}

/// A node.
fn show(node: &Node) -> String {
    let label = node.label.as_ref().map_or_else(|| escape(node.id()), |label| escape(&label.text));
    if node.kind == "a" {
        let href = escape(node.text("href").unwrap_or_default());
        return format!("<p><a href=\"{href}\" data-testid=\"node/anchor/{}\">{label}</a></p>", escape(node.id()));
    }
    if node.kind != "input" {
        return String::new();
    }
    let name = escape(node.id());
    let value = match node.attributes.get("value") {
        None => String::new(),
        Some(Value::String(text)) => escape(text),
        Some(other) => escape(&other.to_string()),
    };
    let test = format!("data-testid=\"node/input/{name}\"");
    let said: String = node.messages.iter().map(say).collect();
    let required = if node.attributes.get("required") == Some(&Value::Bool(true)) { " required" } else { "" };
    match node.text("type").unwrap_or("text") {
        "hidden" => format!("<input type=\"hidden\" name=\"{name}\" value=\"{value}\">{said}"),
        "submit" => {
            // Resending and going back must not stumble over a field that is still empty.
            let skip = if name == "method" { "" } else { " formnovalidate" };
            format!("<p><button name=\"{name}\" value=\"{value}\" {test}{skip}>{label}</button></p>")
        }
        "button" => {
            let trigger = escape(node.text("onclickTrigger").unwrap_or_default());
            format!(
                "<p><button type=\"button\" name=\"{name}\" value=\"{value}\" {test} data-trigger=\"{trigger}\">{label}\
                 </button></p>"
            )
        }
        "checkbox" => {
            let checked = if value == "true" { " checked" } else { "" };
            format!(
                "<label><input type=\"hidden\" name=\"{name}\" value=\"false\"><input type=\"checkbox\" name=\"{name}\" \
                 value=\"true\" {test}{checked}> {label}</label>{said}"
            )
        }
        kind => {
            // A browser neither shows nor sends the `Z` of a date-time.
            let kind = escape(if kind == "datetime-local" { "text" } else { kind });
            let value = if kind == "password" { String::new() } else { value };
            let autocomplete = escape(node.text("autocomplete").unwrap_or("off"));
            format!(
                "<label>{label} <input type=\"{kind}\" name=\"{name}\" value=\"{value}\" step=\"any\" \
                 autocomplete=\"{autocomplete}\" \
                 {test}{required}></label>{said}"
            )
        }
    }
}
