//! The model: what any Kratos sends is taken, and nothing of it is lost.

mod recorded;
mod refusals;
mod shapes;

use kratos_account::kratos::Flow;
use serde_json::{Map, Value};

/// Reads a flow as the client does.
fn read(flow: &Value) -> Flow {
    serde_json::from_str(&flow.to_string()).unwrap_or_else(|error| panic!("{error}: {flow}"))
}

/// A map in a form that can be compared.
fn value(map: &Map<String, Value>) -> Value {
    Value::Object(map.clone())
}
