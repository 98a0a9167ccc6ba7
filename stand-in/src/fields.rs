//! A submission's body, as form fields, whichever way it was sent.

use crate::http::Req;
use crate::json::Json;
use crate::message::{Message, generic};
use crate::schema::{Kind, Schema};
use serde_json::Value;

/// Names and texts. JSON is read as Kratos reads it: every member of the object stands for a form field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields {
    /// The pairs, in order.
    pairs: Vec<(String, String)>,
}

impl Fields {
    /// Reads a body; the error is what the form then says.
    pub(crate) fn read(req: &Req) -> Result<Self, Message> {
        let pairs = match req.content_type() {
            "application/json" => {
                let text = std::str::from_utf8(&req.body).unwrap_or_default();
                match Json::parse(text) {
                    Some(Json::Object(entries)) => {
                        entries.into_iter().map(|(key, value)| (key, value.form_text())).collect()
                    }
                    Some(_) => return Err(generic("Expected JSON sent in request body to be an object.")),
                    None => return Err(generic("Unable to decode form as JSON.")),
                }
            }
            "application/x-www-form-urlencoded" => return Ok(Self::of_form(&req.body)),
            other => {
                return Err(generic(format!(
                    "HTTP POST Request used unknown HTTP Header \"Content-Type: {other}\", only [multipart/form-data \
                     application/x-www-form-urlencoded application/json] are supported."
                )));
            }
        };
        Ok(Self { pairs })
    }

    /// The fields of a form, as a browser writes them.
    pub(crate) fn of_form(text: &[u8]) -> Self {
        Self { pairs: url::form_urlencoded::parse(text).into_owned().collect() }
    }

    /// What a request submits: the body of a POST, the query of a GET.
    pub(crate) fn of(req: &Req) -> Result<Self, Message> {
        if req.method == axum::http::Method::GET {
            return Ok(Self { pairs: req.query_pairs().to_vec() });
        }
        Self::read(req)
    }

    /// The first text of a name, empty where there is none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.pairs.iter().find(|(key, _)| key == name).map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    /// Every text of a name.
    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        self.pairs.iter().filter(move |(key, _)| key == name).map(|(_, text)| text.as_str())
    }

    /// The flag of a button that sends `true`; the error is what the form then says.
    pub(crate) fn flag(&self, name: &str) -> Result<bool, Message> {
        match self.get(name) {
            "" => Ok(false),
            text => boolean(text).ok_or_else(|| generic(format!("{name}: expected a boolean, but got {text:?}"))),
        }
    }

    /// The traits of a submission, typed by the schema as Kratos types them. What is not sent is not there; objects
    /// and lists of objects that are not sent become `{}`, which makes a list of objects invalid.
    pub(crate) fn traits(&self, schema: &Schema) -> Json {
        let mut document = Json::empty();
        for field in &schema.fields {
            if let Some(value) = self.typed(&field.name, field.kind, field.required) {
                document.set_at(&field.name, value);
            }
        }
        for field in schema.fields.iter().filter(|field| matches!(field.kind, Kind::Object | Kind::Items)) {
            if document.at(&field.name).is_none() {
                document.set_at(&field.name, Json::empty());
            }
        }
        document.get("traits").cloned().unwrap_or_else(Json::empty)
    }

    /// One field of the traits; `None` leaves it out.
    fn typed(&self, name: &str, kind: Kind, required: bool) -> Option<Json> {
        let texts: Vec<&str> = self.all(name).collect();
        let (first, last) = (*texts.first()?, *texts.last()?);
        let each = |one: fn(&str) -> Value| Json::from(texts.iter().map(|text| one(text)).collect::<Vec<Value>>());
        match kind {
            Kind::Text => (!first.is_empty()).then(|| Json::from(first)),
            Kind::Number if first.is_empty() => required.then(|| Json::from(0)),
            Kind::Number => Some(Json::from(number(first))),
            Kind::Boolean if last.is_empty() => required.then(|| Json::from(false)),
            Kind::Boolean => Some(Json::from(boolean(last).map_or_else(|| Value::from(last), Value::from))),
            Kind::Texts | Kind::Items => Some(each(|text| text.into())),
            Kind::Numbers => Some(each(number)),
            Kind::Booleans => Some(each(|text| boolean(text).map_or_else(|| text.into(), Value::from))),
            Kind::Object if first.is_empty() => None,
            Kind::Object => Some(Json::parse(first).unwrap_or_else(|| Json::from(first))),
        }
    }
}

/// A number, written without a fraction where it has none; else the text, which the schema then refuses.
fn number(text: &str) -> Value {
    match (text.parse::<i64>(), text.parse::<f64>()) {
        (Ok(whole), _) => whole.into(),
        (_, Ok(float)) if float.is_finite() => float.into(),
        _ => text.into(),
    }
}

/// What Go takes for a boolean.
fn boolean(text: &str) -> Option<bool> {
    match text {
        "1" | "t" | "T" | "true" | "TRUE" | "True" => Some(true),
        "0" | "f" | "F" | "false" | "FALSE" | "False" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Fields;
    use crate::config::{PLAIN_SCHEMA, RICH_SCHEMA};
    use crate::schema::Schema;

    /// The traits Kratos makes of pairs.
    fn traits(schema: &str, pairs: &[(&str, &str)]) -> String {
        let pairs = pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        Fields { pairs }.traits(&Schema::read("default", true, schema).unwrap()).text()
    }

    #[test]
    fn form_fields_are_typed_by_the_schema() {
        let sent = [
            ("traits.email", "a@example.org"),
            ("traits.age", "36"),
            ("traits.tos", "false"),
            ("traits.tos", "true"),
            ("traits.website", ""),
            ("traits.tags", "b"),
            ("traits.tags", "a"),
            ("traits.tags.0", "ignored"),
        ];
        assert_eq!(
            traits(PLAIN_SCHEMA, &sent),
            r#"{"email":"a@example.org","age":36,"tos":true,"tags":["b","a"],"name":{}}"#
        );
        assert_eq!(
            traits(PLAIN_SCHEMA, &[("traits.age", "abc"), ("traits.tos", "on")]),
            r#"{"age":"abc","tos":"on","name":{}}"#
        );
        assert_eq!(traits(PLAIN_SCHEMA, &[("traits.tags", "")]), r#"{"tags":[""],"name":{}}"#);
    }

    #[test]
    fn a_list_of_objects_that_is_not_sent_becomes_an_object() {
        let rich = traits(RICH_SCHEMA, &[("traits", r#"{"email":"a@b.example","deep":null,"height":1.0}"#)]);
        assert!(rich.contains(r#""addresses":{}"#) && rich.contains(r#""deep":{"a":{"b":{}}}"#), "{rich}");
        assert!(rich.contains(r#""height":1.0"#), "{rich}");
    }
}
