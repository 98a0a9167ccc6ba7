//! Recoveries an administrator makes: the person is told the code or the link, and nothing is mailed.

use super::{address_nodes, code_node, new_code};
use crate::call::{ALPHANUMERIC, Answer, Call, random_of};
use crate::failure::Failure;
use crate::flow::{Flow, Kind, Sent};
use crate::http::Reply;
use crate::json::Json;
use crate::message::fixed;
use crate::node::Node;
use serde_json::json;
use uuid::Uuid;

/// Whom the body is about.
fn person(call: &Call<'_>) -> Result<Uuid, Failure> {
    let body = std::str::from_utf8(&call.req.body).ok().and_then(Json::parse).unwrap_or_else(Json::empty);
    let id = body.text_at("identity_id").and_then(|id| Uuid::parse_str(&id).ok());
    id.filter(|id| call.state.identities.contains_key(id))
        .ok_or_else(|| Failure::new(404).reason("could not find identity"))
}

/// The link of a mail.
pub(super) fn link_of(call: &Call<'_>, flow: &Flow, token: &str) -> String {
    let base = call.public("/self-service/recovery");
    Call::with_query(&base, &[("flow", &flow.id.to_string()), ("token", token)])
}

/// `POST /admin/recovery/code`: a flow any browser can open, without a CSRF token.
pub(crate) fn code(call: &mut Call<'_>) -> Answer {
    let person = person(call)?;
    let mut flow = call.begin(Kind::Recovery, "sent_email")?;
    flow.active = Some("code");
    flow.owner = None;
    flow.ui.append([code_node(), Node::submit("code", "method", "code", fixed(1_070_009))]);
    let code = new_code();
    flow.secrets.sent = vec![Sent { code: code.clone(), address: String::new(), person: Some(person) }];
    call.keep(&flow);
    let body = json!({
        "recovery_link": call.page_of(&flow), "recovery_code": code, "expires_at": flow.expires_at,
    });
    Ok(Reply::json(201, &body))
}

/// `POST /admin/recovery/link`: a link that signs in.
pub(crate) fn link(call: &mut Call<'_>) -> Answer {
    let person = person(call)?;
    let mut flow = call.begin(Kind::Recovery, "choose_method")?;
    flow.active = Some("link");
    flow.ui.append(address_nodes("link"));
    let token = random_of(ALPHANUMERIC, 32);
    flow.secrets.sent = vec![Sent { code: token.clone(), address: String::new(), person: Some(person) }];
    call.keep(&flow);
    let body = json!({"recovery_link": link_of(call, &flow, &token), "expires_at": flow.expires_at});
    Ok(Reply::json(200, &body))
}
