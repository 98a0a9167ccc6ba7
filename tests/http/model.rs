//! The model: what any Kratos sends is taken, and nothing of it is lost.

mod answers;
mod recorded;
mod refusals;
mod shapes;

use kratos_account::kratos::Flow;
use serde_json::Value;

/// Reads a flow as the client does.
fn read(flow: &Value) -> Flow<'static> {
    serde_json::from_str(flow.to_string().leak()).unwrap_or_else(|error| panic!("{error}: {flow}"))
}
