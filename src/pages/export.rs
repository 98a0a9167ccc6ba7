//! `/settings/export`: what Kratos holds about the person and shows them.

use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use serde_json::{Value, json};

use super::applications;
use crate::flow::detour::{Back, Call, Detour};
use crate::flow::own_page::OwnPage;
use crate::kratos::{Flow, Json, Kind, Session, Start};
use crate::visit::Visit;

const BACK: Back<'_> = Back::Page(OwnPage::Export);

/// `GET /settings/export`: traits, addresses, ways to sign in without their secrets, and sessions,
/// as JSON to download.
pub(crate) async fn show(visit: Visit) -> Result<Response, Detour> {
    let data = gather(&visit).await?;
    let headers = [(CONTENT_TYPE, "application/json"), (CONTENT_DISPOSITION, "attachment; filename=\"account.json\"")];
    Ok((headers, format!("{data:#}\n")).into_response())
}

async fn gather(visit: &Visit) -> Result<Value, Detour> {
    let kratos = &visit.account.kratos;
    let none = Start::new(Kind::Settings);
    let (flow, this, others) = tokio::join!(
        visit.ask(kratos.start(&none), Call::Start, BACK),
        visit.ask(kratos.whoami(), Call::Read, BACK),
        visit.ask(kratos.sessions(), Call::Read, BACK),
    );
    let (flow, this, others) = (flow?, this?, others?);
    let flow = visit.data(&flow, Call::Read, BACK)?;
    let (this, others) = (visit.data(&this, Call::Read, BACK)?, visit.data(&others, Call::Read, BACK)?);
    let identity = flow.identity.as_ref();
    let addresses: Vec<Value> = identity
        .iter()
        .flat_map(|identity| &identity.verifiable_addresses)
        .map(|address| json!({"value": address.value, "via": address.via, "verified": address.verified}))
        .collect();
    let sessions: Vec<Value> = std::iter::once(&this).chain(&others).map(session).collect();
    let applications = match (&visit.account.pages.hydra, identity) {
        (Some(_), Some(identity)) => Some(applications::export(visit, &identity.id.to_string()).await?),
        _ => None,
    };
    let value = |json: Option<&Json<'_>>| json.and_then(Json::read::<Value>);
    let recovery: Vec<Value> = identity
        .iter()
        .flat_map(|identity| &identity.recovery_addresses)
        .map(|address| json!({"value": address.value, "via": address.via}))
        .collect();
    let mut data = json!({
        "id": identity.map(|identity| &identity.id),
        "traits": value(identity.and_then(|identity| identity.traits.as_ref())),
        "metadata_public": value(identity.and_then(|identity| identity.metadata_public.as_ref())),
        "verifiable_addresses": addresses,
        "recovery_addresses": recovery,
        "created_at": identity.and_then(|identity| identity.created_at.as_ref()),
        "sign_in_methods": methods(&flow),
        "sessions": sessions,
    });
    if let (Some(applications), Some(data)) = (applications, data.as_object_mut()) {
        data.insert("applications".to_owned(), applications);
    }
    Ok(data)
}

/// The ways to sign in that can be taken away again, which is what Kratos tells of them.
fn methods(flow: &Flow<'_>) -> Vec<Value> {
    let takes_away =
        |name: &str| matches!(name, "unlink" | "totp_unlink" | "lookup_secret_disable") || name.ends_with("_remove");
    let nodes = flow.ui.nodes.iter().filter(|node| takes_away(&node.attributes.name));
    nodes
        .map(|node| {
            let label = node.meta.label.as_ref();
            let value = |key: &str| label.and_then(|label| label.context_value::<String>(key));
            // Kratos says so of keys without a name.
            let name = value("display_name").filter(|name| name != "unnamed");
            json!({
                "method": node.group,
                "name": value("provider").or(name).or_else(|| value("device_name")),
                "added_at": value("added_at"),
            })
        })
        .collect()
}

fn session(session: &Session) -> Value {
    let methods: Vec<&str> = session.authentication_methods.iter().map(|method| method.method.as_str()).collect();
    let devices: Vec<Value> = session
        .devices
        .iter()
        .map(|device| {
            json!({"ip_address": device.ip_address, "user_agent": device.user_agent, "location": device.location})
        })
        .collect();
    json!({
        "id": session.id,
        "issued_at": session.issued_at,
        "authenticated_at": session.authenticated_at,
        "expires_at": session.expires_at,
        "authenticator_assurance_level": session.aal.to_string(),
        "authentication_methods": methods,
        "devices": devices,
    })
}
