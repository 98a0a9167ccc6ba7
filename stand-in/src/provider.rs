//! A provider to sign in with, on an origin of its own: a page with Allow and Deny.

use crate::call::{Call, random_text};
use crate::fields::Fields;
use crate::http::Reply;
use crate::pages;
use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use url::Url;

/// What a person allowed: which account of which provider.
#[derive(Clone, Debug)]
pub(crate) struct Grant {
    /// The provider.
    pub(crate) provider: String,
    /// The account.
    pub(crate) subject: String,
    /// Its e-mail address, empty where it tells none.
    pub(crate) email: String,
    /// The person's first name, if it tells it.
    pub(crate) first: String,
    /// The person's last name, if it tells it.
    pub(crate) last: String,
}

/// The parameters the page carries from the question to the answer.
const CARRIED: [&str; 3] = ["client_id", "redirect_uri", "state"];

/// Serves the provider's origin.
pub(crate) fn serve(call: &mut Call<'_>) -> Reply {
    match (call.req.method.clone(), call.req.path()) {
        (Method::GET, "/auth") => ask(call),
        (Method::POST, "/decide") => decide(call),
        (Method::GET, "/health") => crate::admin::health(),
        _ => Reply::no_route(),
    }
}

/// Whether a redirect leads back to this stand-in.
fn is_ours(call: &Call<'_>, redirect: &str) -> bool {
    redirect.starts_with(&call.public("/self-service/methods/oidc/callback/"))
}

/// The page that asks.
fn ask(call: &Call<'_>) -> Reply {
    let redirect = call.req.query("redirect_uri").unwrap_or_default();
    if !is_ours(call, redirect) {
        return Reply::html(400, pages::page("Provider", "<p>unknown client_id or redirect_uri</p>"));
    }
    let hidden: Vec<String> = CARRIED
        .iter()
        .map(|name| {
            let value = pages::escape(call.req.query(name).unwrap_or_default());
            format!("<input type=\"hidden\" name=\"{name}\" value=\"{value}\">")
        })
        .collect();
    let provider = call.req.query("client_id").unwrap_or_default();
    let links = call.state.identities.values().flat_map(|person| &person.links);
    let last = remembered(call, provider);
    let said = |name: &str| pages::escape(last.get(name));
    let subject = match call.req.query("login_hint") {
        Some(hint) => pages::escape(hint),
        None if last.get("sub").is_empty() => format!("user-{}", random_text(6)),
        None => said("sub"),
    };
    let known: Vec<String> = links
        .filter(|(linked, _)| linked == provider)
        .map(|(_, subject)| format!("<option value=\"{}\">", pages::escape(subject)))
        .collect();
    let body = format!(
        "<p>Kratos' stand-in asks who you are at <b>{}</b>.</p><form method=\"post\" action=\"/decide\">{}\
         <p><label>Subject <input name=\"sub\" value=\"{subject}\" list=\"known\" required></label></p>\
         <datalist id=\"known\">{}</datalist>\
         <p><label>E-mail address it tells, if any <input type=\"email\" name=\"email\" value=\"{}\"></label></p>\
         <p><label>First name <input name=\"first\" value=\"{}\"></label></p>\
         <p><label>Last name <input name=\"last\" value=\"{}\"></label></p>\
         <p><button name=\"decision\" value=\"allow\">Allow</button> \
         <button name=\"decision\" value=\"deny\">Deny</button></p></form>",
        pages::escape(provider),
        hidden.concat(),
        known.concat(),
        said("email"),
        said("first"),
        said("last"),
    );
    Reply::html(200, pages::page("Provider", &body))
}

/// The person's decision.
fn decide(call: &mut Call<'_>) -> Reply {
    let fields = Fields::read(call.req).unwrap_or_default();
    let redirect = fields.get("redirect_uri");
    let (true, Ok(mut back)) = (is_ours(call, redirect), Url::parse(redirect)) else {
        return Reply::html(400, pages::page("Provider", "<p>unknown redirect_uri</p>"));
    };
    back.query_pairs_mut().append_pair("state", fields.get("state"));
    if fields.get("decision") == "allow" {
        let code = random_text(16);
        let said = |name: &str| fields.get(name).to_owned();
        let grant = Grant {
            provider: said("client_id"),
            subject: said("sub"),
            email: said("email"),
            first: said("first"),
            last: said("last"),
        };
        back.query_pairs_mut().append_pair("code", &code);
        remember(call, &grant);
        call.state.grants.insert(code, grant);
    } else {
        back.query_pairs_mut()
            .append_pair("error", "access_denied")
            .append_pair("error_description", "The resource owner denied the request");
    }
    call.see_other(back.as_str())
}

/// The cookie in which a provider remembers a browser.
fn cookie_name(provider: &str) -> String {
    format!("stand_in_at_{}", URL_SAFE_NO_PAD.encode(provider))
}

/// Remembers who somebody was at this provider, as real ones do: whoever comes back need not say it again.
fn remember(call: &mut Call<'_>, grant: &Grant) {
    let mut said = url::form_urlencoded::Serializer::new(String::new());
    let parts = [("sub", &grant.subject), ("email", &grant.email), ("first", &grant.first), ("last", &grant.last)];
    said.extend_pairs(parts);
    let (name, value) = (cookie_name(&grant.provider), URL_SAFE_NO_PAD.encode(said.finish()));
    call.cookies.push(format!("{name}={value}; Path=/auth; HttpOnly; SameSite=Lax"));
}

/// Whom this provider remembers in this browser.
fn remembered(call: &Call<'_>, provider: &str) -> Fields {
    let name = cookie_name(provider);
    let value = call.req.cookies(&name).first().and_then(|value| URL_SAFE_NO_PAD.decode(value).ok());
    Fields::of_form(&value.unwrap_or_default())
}
