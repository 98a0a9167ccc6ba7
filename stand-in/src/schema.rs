//! The identity schema: which traits there are, in which order, and what Kratos' annotations make of them.

use crate::json::Json;
use crate::message::title;
use crate::node::Node;
use crate::provider::Grant;
use serde_json::{Value, json};

/// What a trait is, as far as forms care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A text.
    Text,
    /// A number of any kind.
    Number,
    /// A checkbox.
    Boolean,
    /// A list of texts.
    Texts,
    /// A list of numbers.
    Numbers,
    /// A list of booleans.
    Booleans,
    /// A list of anything else.
    Items,
    /// An object.
    Object,
}

/// How something is sent to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Via {
    /// By e-mail.
    Email,
    /// By SMS.
    Sms,
}

impl Via {
    /// The name in the API.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
        }
    }

    /// What an address is reached by, to look at it.
    pub(crate) fn of(address: &str) -> Self {
        if address.contains('@') { Self::Email } else { Self::Sms }
    }
}

/// A trait with a place of its own in the schema.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// The path, starting at `traits`.
    pub(crate) name: String,
    /// What it is.
    pub(crate) kind: Kind,
    /// Whether it is among the `required` of its parent.
    pub(crate) required: bool,
    /// `format`.
    format: Option<String>,
    /// `pattern`.
    pattern: Option<String>,
    /// `title`.
    title: Option<String>,
}

/// A schema, read.
#[derive(Debug)]
pub(crate) struct Schema {
    /// The document as it was given.
    pub(crate) text: Json,
    /// Every field, objects too, in the order they stand.
    pub(crate) fields: Vec<Field>,
    /// The names nodes are ordered by.
    pub(crate) keys: Vec<String>,
    /// Names of whole numbers, and of lists of them: there the literal counts.
    pub(crate) integers: Vec<String>,
    /// The id identities and flows name it by.
    pub(crate) id: String,
    /// Whether `?identity_schema=` may name it.
    pub(crate) selectable: bool,
    /// Paths (without `traits.`) of what one signs in with.
    identifiers: Vec<String>,
    /// Paths of what a code can be sent to at a login or registration, and how.
    pub(crate) code: Vec<(String, Via)>,
    /// Paths of addresses to verify, and how.
    pub(crate) verifiable: Vec<(String, Via)>,
    /// Paths of addresses to recover by, and how.
    pub(crate) recovery: Vec<(String, Via)>,
    /// The path of the name a passkey is shown under.
    pub(crate) display_name: Option<String>,
    /// Checks documents.
    pub(crate) validator: jsonschema::Validator,
}

impl Schema {
    /// Reads a schema; the error says what is wrong with it.
    pub(crate) fn read(id: &str, selectable: bool, text: &str) -> Result<Self, String> {
        let document = Json::parse(text).ok_or("the identity schema is no JSON")?;
        let validator = jsonschema::options()
            .should_validate_formats(true)
            .with_format("tel", is_phone_number)
            .build(&document.value())
            .map_err(|error| format!("the identity schema: {error}"))?;
        let traits = document.at("properties.traits").cloned().ok_or("the identity schema has no traits")?;
        let mut schema = Self {
            text: document,
            fields: Vec::new(),
            keys: Vec::new(),
            integers: Vec::new(),
            id: id.to_owned(),
            selectable,
            identifiers: Vec::new(),
            code: Vec::new(),
            verifiable: Vec::new(),
            recovery: Vec::new(),
            display_name: None,
            validator,
        };
        schema.walk(&traits, "traits", false);
        Ok(schema)
    }

    /// Notes a property and what is below it.
    fn walk(&mut self, property: &Json, name: &str, required: bool) {
        let of = |json: &Json| json.text_at("type");
        let kind = match of(property).as_deref() {
            Some("string") => Some(Kind::Text),
            Some("number" | "integer") => Some(Kind::Number),
            Some("boolean") => Some(Kind::Boolean),
            Some("object") => Some(Kind::Object),
            Some("array") => Some(match property.at("items").and_then(of).as_deref() {
                Some("string") => Kind::Texts,
                Some("number" | "integer") => Kind::Numbers,
                Some("boolean") => Kind::Booleans,
                _ => Kind::Items,
            }),
            _ => None,
        };
        let whole = |json: Option<&Json>| json.and_then(of).as_deref() == Some("integer");
        if whole(Some(property)) || whole(property.at("items")) {
            self.integers.push(name.to_owned());
        }
        if let Some(kind) = kind {
            let text = |key: &str| property.text_at(key);
            let (format, pattern, title) = (text("format"), text("pattern"), text("title"));
            self.fields.push(Field { name: name.to_owned(), kind, required, format, pattern, title });
        }
        let path = name.strip_prefix("traits.").unwrap_or(name).to_owned();
        if let Some(note) = property.get("ory.sh/kratos") {
            let on = |path: &str| note.at(path).is_some_and(|flag| flag.value() == json!(true));
            if on("credentials.password.identifier") {
                self.identifiers.push(path.clone());
            }
            let via = |at: &str| match note.text_at(at).as_deref() {
                Some("sms") => Some((path.clone(), Via::Sms)),
                Some(_) => Some((path.clone(), Via::Email)),
                None => None,
            };
            self.code.extend(via("credentials.code.via").filter(|_| on("credentials.code.identifier")));
            self.verifiable.extend(via("verification.via"));
            self.recovery.extend(via("recovery.via"));
            if on("credentials.passkey.display_name") || on("credentials.webauthn.identifier") {
                self.display_name.get_or_insert(path);
            }
        }
        if kind != Some(Kind::Object) {
            return self.keys.push(name.to_owned());
        }
        let needed = property.get("required").map(Json::value).unwrap_or_default();
        let needed = |key: &str| needed.as_array().is_some_and(|names| names.iter().any(|name| name == key));
        if let Some(Json::Object(children)) = property.get("properties") {
            for (key, child) in children {
                self.walk(child, &format!("{name}.{key}"), needed(key));
            }
        }
    }

    /// What a person with these traits signs in with.
    pub(crate) fn identifiers_of(&self, traits: &Json) -> Vec<String> {
        let texts = self.identifiers.iter().filter_map(|path| traits.text_at(path));
        texts.map(|text| text.trim().to_lowercase()).filter(|text| !text.is_empty()).collect()
    }

    /// The label of the sign-in field: the title of the one identifier, else "ID".
    pub(crate) fn sign_in_label(&self) -> crate::message::Message {
        self.identifier_label().unwrap_or_else(|| crate::message::fixed(1_070_004))
    }

    /// The title of the one identifier.
    fn identifier_label(&self) -> Option<crate::message::Message> {
        let mut paths = self.identifiers.iter().chain(self.code.iter().map(|(path, _)| path));
        let path = paths.next()?;
        if paths.any(|other| other != path) {
            return None;
        }
        let field = self.fields.iter().find(|field| field.name.strip_prefix("traits.") == Some(path))?;
        field.title.as_deref().map(|text| title(text, &field.name))
    }

    /// What an account of a provider says of a person: the address, the name.
    pub(crate) fn mapped<'a>(&self, grant: &'a Grant) -> Vec<(&'static str, &'a str)> {
        let said = [("email", &grant.email), ("name.first", &grant.first), ("name.last", &grant.last)];
        let known = |path: &str| self.fields.iter().any(|field| field.name.strip_prefix("traits.") == Some(path));
        let given = |(path, value): (&'static str, &'a String)| (!value.is_empty()).then_some((path, value.as_str()));
        said.into_iter().filter_map(given).filter(|(path, _)| known(path)).collect()
    }

    /// One empty input for each field that has one.
    pub(crate) fn nodes(&self, group: &'static str) -> Vec<Node> {
        self.fields.iter().filter_map(|field| field.node(group)).collect()
    }
}

/// Whether a text is a telephone number, as far as this matters here: a plus and digits.
fn is_phone_number(text: &str) -> bool {
    text.strip_prefix('+').is_some_and(|rest| rest.len() > 6 && rest.chars().all(|c| c.is_ascii_digit()))
}

impl Field {
    /// The input; objects and lists of objects have none.
    fn node(&self, group: &'static str) -> Option<Node> {
        let by_format = match self.format.as_deref() {
            Some("date-time") => Some(("datetime-local", None)),
            Some("email") => Some(("email", Some("email"))),
            Some("tel") => Some(("tel", Some("tel"))),
            Some("date") => Some(("date", None)),
            Some("uri") => Some(("url", Some("url"))),
            _ => None,
        };
        let (kind, autocomplete) = match (self.kind, by_format) {
            (Kind::Object | Kind::Items, _) => return None,
            (_, Some(found)) => found,
            (Kind::Number, None) => ("number", None),
            (Kind::Boolean, None) => ("checkbox", None),
            (Kind::Text | Kind::Texts | Kind::Numbers | Kind::Booleans, None) => ("text", None),
        };
        let mut node = Node::input(group, &self.name, kind);
        let mut put = |key: &str, value: Option<Value>| {
            if let Some(value) = value {
                node.attributes.insert(key.to_owned(), value);
            }
        };
        put("autocomplete", autocomplete.map(Value::from));
        put("required", self.required.then_some(true.into()));
        put("pattern", self.pattern.clone().map(Value::from));
        node.label = self.title.as_deref().map(|text| title(text, &self.name));
        Some(node)
    }
}
