//! Traits and the form fields that show them, losing nothing.
//!
//! A form field is a line of text; a trait is any JSON. Where in the traits a field belongs, which
//! text a trait shows, and in which control a browser would send that text back unchanged, is
//! decided here, along the identity's schema where Kratos gives it.

mod arrange;
mod field;
mod text;
mod tree;

use std::borrow::Cow;

pub(crate) use arrange::{Group, GroupKind, Part};
pub(crate) use field::{Choice, Control, Copies, Field, Shown};
pub(crate) use text::{choice, converted, lines, text, typed};
pub(crate) use tree::{Tree, quoted};

use crate::kratos::{Flow, Identity, Json, Marks, MessageType, Node, Place, Schema, Step as Way, Type};

/// The name of the hidden control that carries what the traits' fields showed when the page
/// was made. It is this application's and is not sent on.
pub(crate) const SHOWN: &str = "_shown";

/// What the names of traits' fields begin with.
const PREFIX: &str = "traits.";

/// How long the name of a trait may be, in bytes: what is longer is no trait's that a form shows.
const LONGEST: usize = 1024;

/// How deep a trait may lie.
const DEEPEST: usize = 32;

/// How many ways to read a name are tried.
const READINGS: usize = 64;

/// Whether a field is a trait's.
pub(crate) fn is_trait(name: &str) -> bool {
    name.starts_with(PREFIX)
}

/// A step on the way to a trait.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Step<'n> {
    /// A member of an object.
    Member(Cow<'n, str>),
    /// An item of an array.
    Item(usize),
}

/// The traits of a flow: what stands, and what the schema says.
#[derive(Debug)]
pub(crate) struct Traits<'a> {
    standing: Tree<'a>,
    place: Option<Place<'a>>,
    /// The schema's marks with the way to each.
    marked: &'a [(Vec<Way>, Marks)],
    /// Whether there is no identity yet: the traits are what the flow's fields hold.
    is_new: bool,
}

/// A trait, found by the name of its field.
#[derive(Debug)]
pub(crate) struct Spot<'t, 'a, 'n> {
    /// The way to it.
    pub(crate) path: Vec<Step<'n>>,
    /// What the schema says of it.
    pub(crate) place: Option<Place<'a>>,
    /// What stands there.
    pub(crate) standing: Option<&'t Tree<'a>>,
    /// Whether the schema marks it, or what it lies in, `readOnly`.
    pub(crate) read_only: bool,
    /// Whether the object it is a member of must have it.
    pub(crate) required: bool,
    /// Whether it is, or lies in, an item of a list.
    pub(crate) in_list: bool,
}

impl<'a> Traits<'a> {
    /// The traits of a flow: the identity's, else what the flow's fields hold.
    pub(crate) fn of(flow: &'a Flow<'a>, schema: Option<&'a Schema>) -> Self {
        let place = schema.and_then(Schema::traits);
        let marked = schema.map(Schema::marked).unwrap_or_default();
        let empty = || Tree::Object(indexmap::IndexMap::new());
        let mut traits = Self { standing: empty(), place, marked, is_new: flow.identity.is_none() };
        match flow.identity.as_ref().and_then(|identity| identity.traits.as_ref()) {
            Some(json) => {
                let tree = Tree::open(json.get());
                traits.standing = if matches!(tree, Tree::Object(_)) { tree } else { empty() };
                if flow.ui.nodes.iter().any(is_refused) {
                    let sent = traits.of_nodes(&flow.ui.nodes, true);
                    traits.standing.take_lists(Some(&sent));
                }
            }
            None => traits.standing = traits.of_nodes(&flow.ui.nodes, false),
        }
        traits
    }

    /// What the fields of a flow hold, with or without items of lists that hold nothing.
    fn of_nodes(&self, nodes: &'a [Node<'a>], with_empty_items: bool) -> Tree<'a> {
        let mut tree = Tree::Object(indexmap::IndexMap::new());
        for node in nodes.iter().filter(|node| is_trait(&node.attributes.name)) {
            let value = node.attributes.value.as_ref().map_or("null", Json::get);
            if let Some(spot) = self.find(&node.attributes.name)
                && (value != "null" || (with_empty_items && matches!(spot.path.last(), Some(Step::Item(_)))))
            {
                put(&mut tree, &spot.path, Tree::open(value));
            }
        }
        tree.compact();
        tree
    }

    /// What stands.
    pub(crate) fn standing(&self) -> &Tree<'a> {
        &self.standing
    }

    /// Where the schema describes all traits.
    pub(crate) fn place(&self) -> Option<Place<'a>> {
        self.place
    }

    /// Whether there is no identity yet.
    pub(crate) fn is_new(&self) -> bool {
        self.is_new
    }

    /// The trait whose field has this name, whether or not it stands. Names are read along what
    /// stands and the schema: a digit is an index only in an array, and the one escape is `\.`
    /// (Kratos writes it in names of values, and leaves it out in names of the schema's).
    pub(crate) fn find<'n>(&self, name: &'n str) -> Option<Spot<'_, 'a, 'n>> {
        let rest = name.strip_prefix(PREFIX).filter(|rest| rest.len() <= LONGEST)?;
        let mut reader = Reader { path: Vec::new(), readings: READINGS };
        let spot = Spot {
            path: Vec::new(),
            place: self.place,
            standing: Some(&self.standing),
            read_only: self.place.is_some_and(Place::is_read_only),
            required: false,
            in_list: false,
        };
        let mut found = reader.read(Some(rest), spot)?;
        found.path = reader.path;
        Some(found)
    }

    /// What the person signs in with: the first trait that the schema marks as it and that has a
    /// value.
    pub(crate) fn sign_in_name(&self) -> Option<Cow<'a, str>> {
        self.first_marked(|marks| marks.password)
            .or_else(|| self.first_marked(|marks| marks.code))
            .or_else(|| self.first_marked(|marks| marks.webauthn || marks.passkey))
    }

    /// The name of the account in authenticator apps. Without one, Kratos takes the identity's id.
    pub(crate) fn account_name(&self) -> Option<Cow<'a, str>> {
        self.first_marked(|marks| marks.totp)
    }

    fn first_marked(&self, wanted: impl Fn(Marks) -> bool) -> Option<Cow<'a, str>> {
        let mut marked = self.marked.iter().filter(|(_, marks)| wanted(*marks));
        marked.find_map(|(way, _)| first_text(&self.standing, way))
    }
}

/// What the person of an identity signs in with: see [`Traits::sign_in_name`].
pub(crate) fn sign_in_name(identity: &Identity<'_>, schema: Option<&Schema>) -> Option<String> {
    let standing = Tree::open(identity.traits.as_ref()?.get());
    let marked = schema.map(Schema::marked).unwrap_or_default();
    Traits { standing, place: None, marked, is_new: false }.sign_in_name().map(Cow::into_owned)
}

/// Whether Kratos refused what was sent for this trait.
fn is_refused(node: &Node<'_>) -> bool {
    is_trait(&node.attributes.name) && node.messages.iter().any(|message| message.kind == MessageType::Error)
}

/// The first text at the end of a way through traits.
fn first_text<'a>(tree: &Tree<'a>, way: &[Way]) -> Option<Cow<'a, str>> {
    let Some((step, way)) = way.split_first() else {
        return tree.source().map(text).filter(|text| !text.is_empty());
    };
    match (step, tree) {
        (Way::Member(name), Tree::Object(_)) => first_text(tree.member(name)?, way),
        (Way::Items, Tree::Array(items)) => items.iter().find_map(|item| first_text(item, way)),
        _ => None,
    }
}

/// Puts a value where a path leads, making what is missing on the way.
fn put<'a>(tree: &mut Tree<'a>, path: &[Step<'_>], value: Tree<'a>) {
    let Some((step, rest)) = path.split_first() else {
        *tree = value;
        return;
    };
    match step {
        Step::Member(name) => {
            if !matches!(tree, Tree::Object(_)) {
                *tree = Tree::Object(indexmap::IndexMap::new());
            }
            if let Tree::Object(members) = tree {
                put(members.entry(Cow::Owned(name.to_string())).or_insert(Tree::Gone), rest, value);
            }
        }
        Step::Item(index) => {
            /// More items are in no flow.
            const MOST: usize = 16_384;
            if !matches!(tree, Tree::Array(_)) {
                *tree = Tree::Array(Vec::new());
            }
            if let Tree::Array(items) = tree
                && *index < MOST
            {
                if items.len() <= *index {
                    items.resize(index + 1, Tree::Gone);
                }
                if let Some(item) = items.get_mut(*index) {
                    put(item, rest, value);
                }
            }
        }
    }
}

/// Reads a name, trying what it may mean.
struct Reader<'n> {
    path: Vec<Step<'n>>,
    readings: usize,
}

impl<'n> Reader<'n> {
    /// Follows the rest of a name from `here`.
    fn read<'t, 'a>(&mut self, rest: Option<&'n str>, here: Spot<'t, 'a, 'n>) -> Option<Spot<'t, 'a, 'n>> {
        let Some(rest) = rest else { return Some(here) };
        self.readings = self.readings.checked_sub(1)?;
        if self.path.len() >= DEEPEST {
            return None;
        }
        if let Some((index, after)) = index(rest)
            && is_list(&here)
        {
            let place = here.place.and_then(|place| place.item(index));
            let standing = here.standing.and_then(|tree| tree.item(index));
            return self.step(Step::Item(index), after, here.read_only, place, standing, false, true);
        }
        if matches!(here.standing, Some(Tree::Array(_))) {
            return None;
        }
        // What has a name there comes first, the shortest before others.
        let mut first = None;
        for end in ends(rest) {
            let spelled = rest.get(..end)?;
            let after = rest.get(end + 1..);
            let is_escaped = spelled.ends_with('\\') && after.is_some();
            let plain = unescaped(spelled);
            for name in [Cow::Borrowed(spelled), plain.clone()].into_iter().take(if plain == spelled { 1 } else { 2 }) {
                let in_schema = here.place.is_some_and(|place| place.order(&name).is_some());
                if (in_schema || here.standing.is_some_and(|tree| tree.member(&name).is_some()))
                    && let Some(found) = self.member(name, after, &here)
                {
                    return Some(found);
                }
            }
            if !is_escaped && first.is_none() {
                first = Some((plain, after));
            }
        }
        let (name, after) = first?;
        self.member(name, after, &here)
    }

    fn member<'t, 'a>(
        &mut self,
        name: Cow<'n, str>,
        after: Option<&'n str>,
        here: &Spot<'t, 'a, 'n>,
    ) -> Option<Spot<'t, 'a, 'n>> {
        let place = here.place.and_then(|place| place.member(&name));
        let standing = here.standing.and_then(|tree| tree.member(&name));
        let required = here.place.is_some_and(|place| place.requires(&name));
        self.step(Step::Member(name), after, here.read_only, place, standing, required, here.in_list)
    }

    #[expect(clippy::too_many_arguments, reason = "they are a spot's parts")]
    fn step<'t, 'a>(
        &mut self,
        step: Step<'n>,
        after: Option<&'n str>,
        read_only: bool,
        place: Option<Place<'a>>,
        standing: Option<&'t Tree<'a>>,
        required: bool,
        in_list: bool,
    ) -> Option<Spot<'t, 'a, 'n>> {
        let read_only = read_only || place.is_some_and(Place::is_read_only);
        let depth = self.path.len();
        self.path.push(step);
        let found = self.read(after, Spot { path: Vec::new(), place, standing, read_only, required, in_list });
        if found.is_none() {
            self.path.truncate(depth);
        }
        found
    }
}

/// Whether what is here is an array, or would be.
fn is_list(here: &Spot<'_, '_, '_>) -> bool {
    match here.standing {
        Some(Tree::Array(_)) => true,
        Some(Tree::Object(_)) => false,
        _ => here.place.is_none_or(|place| {
            place.is(Type::Array) || (place.types().is_empty() && place.properties().next().is_none())
        }),
    }
}

/// The index that a name begins with, and what comes after its dot.
fn index(rest: &str) -> Option<(usize, Option<&str>)> {
    let (digits, after) = rest.split_once('.').map_or((rest, None), |(digits, after)| (digits, Some(after)));
    let is_index = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    Some((is_index.then(|| digits.parse().ok()).flatten()?, after))
}

/// Where a name may end: before each dot, and at its end.
fn ends(rest: &str) -> impl Iterator<Item = usize> {
    rest.bytes().enumerate().filter(|(_, byte)| *byte == b'.').map(|(at, _)| at).chain([rest.len()])
}

/// A name without the backslashes before its dots.
fn unescaped(name: &str) -> Cow<'_, str> {
    if name.contains("\\.") { Cow::Owned(name.replace("\\.", ".")) } else { Cow::Borrowed(name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The way to the trait of a field, in short, and what stands there.
    fn read(schema: &str, standing: &str, name: &str) -> String {
        let schema = format!(r#"{{"properties": {{"traits": {schema}}}}}"#);
        let schema: Option<Schema> = serde_json::from_str(&schema).ok();
        let place = schema.as_ref().and_then(Schema::traits);
        let traits = Traits { standing: Tree::open(standing), place, marked: &[], is_new: false };
        let Some(spot) = traits.find(name) else { return "nothing".to_owned() };
        let step = |step: &Step<'_>| match step {
            Step::Member(name) => format!("/{name}"),
            Step::Item(index) => format!("[{index}]"),
        };
        let way: String = spot.path.iter().map(step).collect();
        format!("{way} {}", spot.standing.map(Tree::json).unwrap_or_default())
    }

    #[test]
    fn names_are_read_along_what_stands_and_the_schema() {
        let dotted = r#"{"properties": {"https://e.org/role": {"type": "string"}, "org": {"properties": {"unit.name": {}}},
            "a": {"properties": {"b": {"properties": {"c": {}}}}}, "a.b": {}, "back\\slash": {}, "1": {},
            "years": {"type": "object", "properties": {"2024": {"properties": {"paid": {}}}}},
            "tags": {"type": "array"}, "nulls": {"type": ["array", "null"]},
            "map": {"type": "object", "additionalProperties": {"type": "string"}}}}"#;
        let standing = r#"{"https://e.org/role": "boss", "map": {"git.hub": "g", "x": "y"}, "l": [{"k": null}], "nulls": null,
            "free": {"1": "one", "deep": {"x.y": 1}}, "end\\": {"x": 1}}"#;
        for (name, found) in [
            ("traits.https://e.org/role", "/https://e.org/role \"boss\""),
            (r"traits.https://e\.org/role", "/https://e.org/role \"boss\""),
            ("traits.org.unit.name", "/org/unit.name "),
            ("traits.a.b.c", "/a/b/c "),
            ("traits.a.b", "/a/b "),
            (r"traits.a\.b", "/a.b "),
            (r"traits.back\slash", r"/back\slash "),
            ("traits.1", "/1 "),
            ("traits.years.2024.paid", "/years/2024/paid "),
            ("traits.tags.3", "/tags[3] "),
            ("traits.nulls.0", "/nulls[0] "),
            (r"traits.map.git\.hub", "/map/git.hub \"g\""),
            ("traits.map.new", "/map/new "),
            ("traits.l.0.k", "/l[0]/k null"),
            ("traits.l.1.k", "/l[1]/k "),
            ("traits.l.k", "nothing"),
            ("traits.l.99999999999999999999999", "nothing"),
            ("traits.free.1", "/free/1 \"one\""),
            (r"traits.free.deep.x\.y", "/free/deep/x.y 1"),
            (r"traits.end\.x", r"/end\/x 1"),
            ("traits.unknown.0.x", "/unknown[0]/x "),
            ("password", "nothing"),
        ] {
            assert_eq!(read(dotted, standing, name), found, "{name}");
        }
        assert_eq!(read("-", standing, "traits.l.0.k"), "/l[0]/k null", "without a schema");
    }

    #[test]
    fn a_name_without_end_is_not_followed() {
        assert_eq!(read("{}", "{}", &format!("traits{}", ".a".repeat(7000))), "nothing");
        assert_eq!(read("{}", "{}", &format!("traits{}", ".a".repeat(40))), "nothing");
        // Each prefix is a member that leads on to itself.
        let members: Vec<String> =
            (1..30).map(|n| format!(r##""{}": {{"$ref": "#/properties/traits"}}"##, vec!["a"; n].join("."))).collect();
        let schema = format!(r#"{{"type": "object", "properties": {{{}}}}}"#, members.join(","));
        assert!(read(&schema, "{}", &format!("traits{}", ".a".repeat(30))).starts_with("/a/a"));
    }
}
