//! Traits against their schema, with the complaints as Kratos words them.

use crate::json::Json;
use crate::message::{Message, email, generic, message, required, wrong_type};
use crate::schema::Schema;
use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::{Value, json};

/// A complaint and the field it is about; none stands above the form.
pub(crate) type Complaint = (Option<String>, Message);

/// The id of a complaint about a type.
const WRONG_TYPE: u32 = 4_000_026;

/// Everything that is wrong with traits.
pub(crate) fn complaints(schema: &Schema, traits: &Json) -> Vec<Complaint> {
    let document = json!({"traits": traits.value()});
    let mut found: Vec<Complaint> =
        schema.validator.iter_errors(&document).flat_map(|error| complaint(&error)).collect();
    // A value of the wrong type is not asked for anything else.
    let mistyped: Vec<_> =
        found.iter().filter(|(_, said)| said.id == WRONG_TYPE).map(|(field, _)| field.clone()).collect();
    found.retain(|(field, said)| said.id == WRONG_TYPE || !mistyped.contains(field));
    for name in &schema.integers {
        let Some(value) = name.strip_prefix("traits.").and_then(|path| traits.at(path)) else { continue };
        match value {
            Json::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    found.extend(not_whole(item, &format!("{name}.{index}")));
                }
            }
            _ => found.extend(not_whole(value, name)),
        }
    }
    found
}

/// A whole number must be written as one: `36.0` is refused.
fn not_whole(value: &Json, name: &str) -> Option<Complaint> {
    let Json::Scalar(raw) = value else { return None };
    let number: f64 = raw.get().parse().ok()?;
    (raw.get().contains(['.', 'e', 'E']) && number.fract() == 0.0)
        .then(|| (Some(name.to_owned()), wrong_type(&["integer".to_owned()], "number")))
}

/// The JSON type of a value, as the messages name it.
fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// One error of the validator in Kratos' words.
fn complaint(error: &ValidationError<'_>) -> Vec<Complaint> {
    let field = error.instance_path().as_str().trim_start_matches('/').replace('/', ".");
    let value = error.instance();
    let length = || value.as_str().map_or(0, |text| text.chars().count());
    let items = || value.as_array().map_or(0, Vec::len);
    let said = match error.kind() {
        Kind::Required { property } => {
            let property = property.as_str().unwrap_or_default();
            return vec![(Some(format!("{field}.{property}")), required(property))];
        }
        Kind::Type { kind } => {
            let allowed = match kind {
                TypeKind::Single(one) => vec![one.to_string()],
                TypeKind::Multiple(several) => several.iter().map(|one| one.to_string()).collect(),
            };
            wrong_type(&allowed, type_of(value))
        }
        // What Kratos picks the value out of does not know an empty one.
        Kind::Format { format } if value.as_str() == Some("") => generic(format!("\"\" is not valid \"{format}\"")),
        Kind::Format { format } if format == "email" => email(value.as_str().unwrap_or_default()),
        Kind::Format { format } if format == "tel" => message(4_000_041, "Enter a valid phone number")
            .context(json!({"value": value.as_str().unwrap_or_default()})),
        Kind::Format { format } => generic(format!("{value} is not valid \"{format}\"")),
        Kind::Enum { options } => {
            let options: Vec<String> = options.as_array().into_iter().flatten().map(Value::to_string).collect();
            generic(format!("value must be one of {}", options.join(", ")))
        }
        Kind::Minimum { limit } => message(4_000_018, format!("must be >= {limit} but found {value}"))
            .context(json!({"minimum": limit, "actual": value})),
        Kind::ExclusiveMinimum { limit } => message(4_000_019, format!("must be > {limit} but found {value}"))
            .context(json!({"minimum": limit, "actual": value})),
        Kind::Maximum { limit } => message(4_000_020, format!("must be <= {limit} but found {value}"))
            .context(json!({"maximum": limit, "actual": value})),
        Kind::ExclusiveMaximum { limit } => message(4_000_021, format!("must be < {limit} but found {value}"))
            .context(json!({"maximum": limit, "actual": value})),
        Kind::MultipleOf { multiple_of } => message(4_000_022, format!("{value} not multipleOf {multiple_of}"))
            .context(json!({"base": multiple_of, "actual": value})),
        Kind::MinLength { limit } => message(4_000_003, format!("length must be >= {limit}, but got {}", length()))
            .context(json!({"min_length": limit, "actual_length": length()})),
        Kind::MaxLength { limit } => message(4_000_017, format!("length must be <= {limit}, but got {}", length()))
            .context(json!({"max_length": limit, "actual_length": length()})),
        Kind::Pattern { pattern } => {
            message(4_000_004, format!("does not match pattern {pattern:?}")).context(json!({"pattern": pattern}))
        }
        Kind::MaxItems { limit } => {
            message(4_000_023, format!("maximum {limit} items allowed, but found {} items", items()))
                .context(json!({"max_items": limit, "actual_items": items()}))
        }
        Kind::MinItems { limit } => {
            message(4_000_024, format!("minimum {limit} items allowed, but found {} items", items()))
                .context(json!({"min_items": limit, "actual_items": items()}))
        }
        Kind::Constant { expected_value } => message(4_000_029, format!("must be equal to constant {expected_value}"))
            .context(json!({"expected": expected_value.to_string()})),
        Kind::AdditionalProperties { unexpected } => {
            let names: Vec<String> = unexpected.iter().map(|name| format!("{name:?}")).collect();
            generic(format!("additionalProperties {} not allowed", names.join(", ")))
        }
        _ => generic(error.to_string()),
    };
    vec![(Some(field), said)]
}

#[cfg(test)]
mod tests {
    use super::complaints;
    use crate::config::RICH_SCHEMA;
    use crate::json::Json;
    use crate::schema::Schema;

    /// The fields and ids of what is wrong, sorted.
    fn wrong(traits: &str) -> Vec<(String, u32)> {
        let schema = Schema::read("default", true, RICH_SCHEMA).unwrap();
        let found = complaints(&schema, &Json::parse(traits).unwrap());
        let mut found: Vec<_> = found.into_iter().map(|(field, said)| (field.unwrap_or_default(), said.id)).collect();
        found.sort();
        found
    }

    #[test]
    fn each_kind_of_complaint_has_its_id_and_field() {
        let traits = r#"{"email":"x","age":3,"height":"abc","website":"nope","language":"xx","zzz":1,"scores":[true],
            "meeting":"2026-12-24T10:30","birthday":"x","addresses":{},"tags":null}"#;
        let expected = [
            ("traits", 4_000_001),
            ("traits.addresses", 4_000_026),
            ("traits.age", 4_000_018),
            ("traits.birthday", 4_000_001),
            ("traits.email", 4_000_040),
            ("traits.height", 4_000_026),
            ("traits.language", 4_000_001),
            ("traits.meeting", 4_000_001),
            ("traits.scores.0", 4_000_026),
            ("traits.tags", 4_000_026),
            ("traits.website", 4_000_001),
        ];
        assert_eq!(wrong(traits), expected.map(|(field, id)| (field.to_owned(), id)));
    }

    #[test]
    fn a_missing_trait_is_said_at_its_field_and_a_whole_number_needs_its_literal() {
        assert_eq!(
            wrong(r#"{"age":36.0}"#),
            [("traits.age".to_owned(), 4_000_026), ("traits.email".to_owned(), 4_000_002)]
        );
        assert_eq!(wrong(r#"{"email":"a@example.org","age":36,"height":1}"#), []);
    }
}
