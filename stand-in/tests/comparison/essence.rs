//! What has to be alike in two answers, and what may differ.

use crate::browser::Seen;
use serde_json::{Value, json};

/// Ids, tokens and times replaced by their kind, so that texts can be compared.
fn plain(text: &str) -> String {
    let hex = |c: char| c.is_ascii_hexdigit() || c == '-';
    let mut out = String::new();
    // The admin API has a port of its own in Kratos.
    let rest = text.replace("%3D", "=").replace("localhost:4434", "localhost:4433");
    let mut rest = rest.as_str();
    while let Some(start) = rest.find(hex) {
        let (before, tail) = rest.split_at(start);
        let end = tail.find(|c| !hex(c)).unwrap_or(tail.len());
        let (word, tail) = tail.split_at(end);
        let id = word.len() == 36 && word.matches('-').count() == 4;
        out.push_str(before);
        out.push_str(if id { "ID" } else { word });
        rest = tail;
    }
    out.push_str(rest);
    for secret in ["state=", "code_challenge=", "token=", "login_challenge=", "login_verifier=", "&code=", "?code="] {
        if let Some(at) = out.find(secret) {
            let start = at + secret.len();
            let end = out[start..].find('&').map_or(out.len(), |end| start + end);
            out.replace_range(start..end, "SECRET");
        }
    }
    out
}

/// What has to be alike in an answer.
pub(crate) fn essence(seen: &Seen) -> Value {
    let cookies: Vec<String> = seen
        .headers
        .iter()
        .filter(|(name, _)| name == "set-cookie")
        .map(|(_, cookie)| {
            let mut parts = cookie.split("; ");
            let name = parts.next().and_then(|pair| pair.split('=').next()).unwrap_or_default().to_owned();
            let timed = |part: &&str| part.starts_with("Expires") || part.starts_with("Max-Age");
            let timed: Vec<&str> = parts.clone().filter(timed).map(|part| part.split('=').next().unwrap()).collect();
            let rest: Vec<&str> = parts
                .filter(|part| !part.contains('=') || part.starts_with("Path") || part.starts_with("Same"))
                .collect();
            format!("{name} {timed:?} {rest:?}")
        })
        .collect();
    let mut whole = json!({
        "status": seen.status, "cookies": cookies, "location": seen.header("location").map(plain),
        "content-type": seen.header("content-type"), "ory-error-id": seen.header("ory-error-id"),
        "cache-control": seen.header("cache-control"),
    });
    let body = &seen.body;
    if body.get("ui").is_some() {
        whole["flow"] = flow_head(body);
        let mut nodes: Vec<Value> = body["ui"]["nodes"].as_array().unwrap().iter().map(node_essence).collect();
        // Settings have no place for the CSRF token, so its value decides there.
        let settings = matches!(body["state"].as_str(), Some("show_form" | "success"));
        let is_tied = |node: &Value| is_tied(node) || settings && node["group"] == "default";
        nodes.chunk_by_mut(|a, b| is_tied(a) && is_tied(b) && a["group"] == b["group"]).for_each(|tied| {
            tied.sort_by_key(|node| node["id"].to_string());
        });
        whole["nodes"] = nodes.into();
    } else if let (Some(error), true) = (body.get("error"), body.get("id").is_none()) {
        let text = |key: &str| error[key].as_str().map(without_numbers);
        whole["error"] = json!({
            "id": error["id"], "code": error["code"], "status": error["status"], "message": error["message"],
            "reason": text("reason"), "details": essential(&error["details"]), "beside": essential_beside(body),
        });
        whole["redirect"] = body["redirect_browser_to"].as_str().map(plain).into();
    } else if body.is_object() || body.is_array() {
        whole["body"] = essential(body);
    }
    whole
}

/// Whether chance decides a node's place in Kratos' order: it has neither value nor label, or is one of a passkey's
/// without a value.
fn is_tied(node: &Value) -> bool {
    let valueless = !node["keys"].as_array().unwrap().iter().any(|key| key == "value");
    match node["group"].as_str().unwrap() {
        "profile" => valueless && node["label"][0][0].is_null(),
        "passkey" => valueless,
        _ => false,
    }
}

/// A reason without the numbers and ids in it.
fn without_numbers(text: &str) -> String {
    plain(text).chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// The names of the members, those the recorded version left out apart.
fn keys(value: &Value) -> Vec<String> {
    let ignored = ["state_changed_at", "transient_payload"];
    let names = value.as_object().into_iter().flat_map(|object| object.keys());
    names.filter(|name| !ignored.contains(&name.as_str())).cloned().collect()
}

/// What is to be alike of a flow apart from its nodes.
fn flow_head(flow: &Value) -> Value {
    let ids =
        |messages: &Value| -> Vec<Value> { messages.as_array().into_iter().flatten().map(message_essence).collect() };
    let id = flow["id"].as_str().unwrap();
    let action = flow["ui"]["action"].as_str().unwrap();
    let mut hydra = shape(&flow["oauth2_login_request"]);
    if let Some(client) = hydra.pointer_mut("/client").and_then(Value::as_object_mut) {
        // One of the recorded applications had none.
        client.remove("contacts");
    }
    json!({
        "keys": keys(flow), "state": flow["state"], "active": flow["active"], "type": flow["type"],
        "ui keys": keys(&flow["ui"]), "method": flow["ui"]["method"], "messages": ids(&flow["ui"]["messages"]),
        "action": plain(action), "posts to itself": action.ends_with(id), "return_to": flow["return_to"].as_str().map(plain),
        "request_url": plain(flow["request_url"].as_str().unwrap()), "continue_with": essential(&flow["continue_with"]),
        "identity": essential(&flow["identity"]), "organization": plain(&flow["organization_id"].to_string()),
        "schema": flow["identity_schema"], "hydra": hydra, "refresh": flow["refresh"], "aal": flow["requested_aal"],
    })
}

/// What is to be alike of a message: all but the numbers in its text.
fn message_essence(said: &Value) -> Value {
    json!([said["id"], said["type"], said["text"].as_str().map(without_numbers), essential(&said["context"])])
}

/// What is to be alike of a node.
fn node_essence(node: &Value) -> Value {
    let attributes = &node["attributes"];
    let kept = [
        "type",
        "required",
        "disabled",
        "autocomplete",
        "pattern",
        "maxlength",
        "onclickTrigger",
        "onloadTrigger",
        "width",
    ];
    let kept: Vec<Value> = kept.iter().map(|key| attributes[*key].clone()).collect();
    let said: Vec<Value> = node["messages"].as_array().unwrap().iter().map(message_essence).collect();
    let value = match attributes["name"].as_str().unwrap_or_default() {
        "csrf_token" | "webauthn_remove" | "passkey_remove" | "recovery_select_address" => Value::Null,
        "code" => attributes["value"].as_str().map(str::len).into(),
        name if name.ends_with("_trigger") || name == "passkey_challenge" || name == "passkey_create_data" => {
            let text = attributes["value"].as_str().unwrap_or_default();
            serde_json::from_str(text).map_or_else(|_| attributes["value"].clone(), |options| ceremony(&options))
        }
        _ => attributes["value"].clone(),
    };
    json!({
        "type": node["type"], "group": node["group"], "id": attributes.get("name").or_else(|| attributes.get("id")),
        "keys": keys(attributes), "attributes": kept, "messages": said,
        "label": [message_essence(&node["meta"]["label"]), keys(&node["meta"])],
        "value": value, "href": attributes["href"].as_str().map(plain), "text": node["attributes"]["text"]["id"],
        "secrets": node["attributes"]["text"]["context"]["secrets"].as_array().map(|all| all.iter().map(|one| one["id"].clone()).collect::<Vec<_>>()),
    })
}

/// What is to be alike of the options of a ceremony: all but what is random, the name of the relying party, and which
/// algorithms there are beside ES256.
fn ceremony(options: &Value) -> Value {
    match options {
        Value::Object(object) => {
            let kept = |key: &str, value: &Value| match key {
                "challenge" | "id" | "name" | "displayName" => shape(value),
                "pubKeyCredParams" => value[0].clone(),
                _ => ceremony(value),
            };
            object.iter().map(|(key, value)| (key.clone(), kept(key, value))).collect()
        }
        Value::Array(items) => items.iter().map(ceremony).collect(),
        other => other.clone(),
    }
}

/// A document with ids, tokens, times, addresses of clients and numbers replaced by their kind.
fn essential(value: &Value) -> Value {
    /// Members that are another on every machine, in every version, or in every run.
    const FREE: [&str; 10] = [
        "ip_address",
        "user_agent",
        "logout_token",
        "debug",
        "challenge",
        "location",
        "schema_url",
        "status",
        "verified",
        "verified_at",
    ];
    match value {
        Value::Object(object) => keys(value)
            .into_iter()
            .filter(|key| key != "debug")
            .map(|key| {
                let value = &object[&key];
                let alike = if FREE.contains(&key.as_str()) { shape(value) } else { essential(value) };
                (key, alike)
            })
            .collect(),
        Value::Array(items) => items.iter().map(essential).collect(),
        Value::String(text) if text.parse::<jiff::Timestamp>().is_ok() => "time".into(),
        Value::String(text) => plain(text).into(),
        Value::Number(_) => "number".into(),
        other => other.clone(),
    }
}

/// The same of what stands beside an error.
fn essential_beside(body: &Value) -> Value {
    let mut beside = body.clone();
    beside.as_object_mut().unwrap().remove("error");
    essential(&beside)
}

/// The members of a document and the kinds of their values; a list by its first item, null like anything.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(object) => keys(value).into_iter().map(|key| (key.clone(), shape(&object[&key]))).collect(),
        Value::Array(items) => items.iter().take(1).map(shape).collect(),
        Value::String(_) | Value::Null => "text".into(),
        Value::Number(_) => "number".into(),
        Value::Bool(_) => "boolean".into(),
    }
}
