//! From a schema to its places: once, when it arrives.

use std::collections::{HashMap, VecDeque};
use std::hash::{Hash, Hasher};

use super::document::{Document, References};
use super::pattern::Pattern;
use super::place::{Choice, Closed, Data, Limits, Marks, Type};
use crate::kratos::Json;

/// How many places a schema may have; what lies beyond is not described.
const PLACES: usize = 32_768;

/// How many parts of a schema may describe one place.
const PARTS: usize = 64;

/// How deep branches may lie in each other.
const DEPTH: usize = 8;

/// A part of the schema; the same only as itself.
#[derive(Clone, Copy, Debug)]
struct Part<'a>(&'a Document);

impl PartialEq for Part<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Part<'_> {}

impl Hash for Part<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::ptr::from_ref(self.0).hash(state);
    }
}

/// The parts of a schema that describe one place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Sources<'a> {
    /// All of these hold.
    all: Vec<Part<'a>>,
    /// Of each of these, one holds.
    any: Vec<Branches<'a>>,
}

/// Parts of a schema of which one holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Branches<'a> {
    /// Whether one of them holds for certain.
    certain: bool,
    these: Vec<Sources<'a>>,
}

/// The places of a schema; the first describes all traits.
pub(super) fn places(root: &Document) -> Vec<Data> {
    let compiler = Compiler { references: References::of(root) };
    let whole = compiler.expand(root);
    let Some(traits) = compiler.member(&whole, "traits") else { return Vec::new() };
    let mut places = Places::default();
    places.id(traits);
    while let Some((at, sources)) = places.left.pop_front() {
        let data = compiler.place(&sources, &mut places);
        if let Some(place) = places.all.get_mut(at) {
            *place = data;
        }
    }
    places.all
}

/// The places found so far.
#[derive(Default)]
struct Places<'a> {
    all: Vec<Data>,
    known: HashMap<Sources<'a>, usize>,
    /// What was found and not looked at yet.
    left: VecDeque<(usize, Sources<'a>)>,
}

impl<'a> Places<'a> {
    /// The place of these sources. Beyond the bound there is one that does not exist.
    fn id(&mut self, sources: Sources<'a>) -> usize {
        if let Some(known) = self.known.get(&sources) {
            return *known;
        }
        if self.all.len() >= PLACES {
            return usize::MAX;
        }
        let id = self.all.len();
        self.all.push(Data::default());
        self.left.push_back((id, sources.clone()));
        self.known.insert(sources, id);
        id
    }
}

struct Compiler<'a> {
    references: References<'a>,
}

impl<'a> Compiler<'a> {
    /// All that describes what `document` describes.
    fn expand(&self, document: &'a Document) -> Sources<'a> {
        let mut sources = Sources::default();
        let mut parts = PARTS;
        self.gather(document, &mut sources, DEPTH, &mut parts);
        sources
    }

    fn gather(&self, document: &'a Document, into: &mut Sources<'a>, depth: usize, parts: &mut usize) {
        // From last to first, so that they come out in order.
        let mut left = vec![document];
        while let Some(document) = left.pop() {
            if *parts == 0 || into.all.contains(&Part(document)) {
                continue;
            }
            *parts -= 1;
            into.all.push(Part(document));
            left.extend(document.list("allOf").iter().rev());
            left.extend(document.text("$ref").and_then(|reference| self.references.target(reference)));
            if depth == 0 {
                continue;
            }
            let mut branches = |certain, documents: &mut dyn Iterator<Item = &'a Document>| {
                let mut one = |document| {
                    let mut sources = Sources::default();
                    self.gather(document, &mut sources, depth - 1, parts);
                    sources
                };
                let these: Vec<_> = documents.map(&mut one).collect();
                if !these.is_empty() {
                    into.any.push(Branches { certain, these });
                }
            };
            branches(true, &mut document.list("anyOf").iter());
            branches(true, &mut document.list("oneOf").iter());
            branches(false, &mut ["then", "else"].iter().filter_map(|keyword| document.get(keyword)));
            for keyword in ["dependencies", "dependentSchemas"] {
                branches(false, &mut document.members(keyword).map(|(_, schema)| schema));
            }
        }
    }

    /// What describes a part of what `sources` describe: all that `part` finds.
    fn part(&self, sources: &Sources<'a>, part: &dyn Fn(&'a Document) -> Option<&'a Document>) -> Option<Sources<'a>> {
        let mut found = Sources::default();
        let mut parts = PARTS;
        for Part(document) in &sources.all {
            if let Some(document) = part(document) {
                self.gather(document, &mut found, DEPTH, &mut parts);
            }
        }
        for branches in &sources.any {
            let may_have = |branch: &&Sources<'a>| !is_null(branch);
            let (most, these) =
                branches.these.iter().filter(may_have).fold((0, Vec::new()), |(most, mut these), one| {
                    these.extend(self.part(one, part));
                    (most + 1, these)
                });
            if !these.is_empty() {
                found.any.push(Branches { certain: branches.certain && these.len() == most, these });
            }
        }
        (!found.all.is_empty() || !found.any.is_empty()).then_some(found)
    }

    fn member(&self, sources: &Sources<'a>, name: &str) -> Option<Sources<'a>> {
        self.part(sources, &|document| document.get("properties")?.get(name))
    }

    /// The place that `sources` describe.
    fn place(&self, sources: &Sources<'a>, places: &mut Places<'a>) -> Data {
        let (certain, core) = (core(sources, true), core(sources, false));
        let (types, strict) = types(sources);
        let text = |keyword: &str| core.iter().find_map(|document| document.text(keyword)).map(str::to_owned);
        let mut data = Data {
            types,
            strict,
            format: text("format").or_else(|| agreed_format(sources)),
            title: text("title"),
            description: text("description"),
            choices: choices(sources, false),
            read_only: core.iter().any(|document| document.is_true("readOnly")),
            limits: limits(&certain),
            patterns: certain.iter().filter_map(|document| document.text("pattern")).map(Pattern::read).collect(),
            needs_list: any_part(sources, &|document| self.becomes_an_object(document)),
            marks: core.iter().fold(Marks::default(), |marks, document| with_marks(marks, document)),
            ..Data::default()
        };
        for document in certain.iter().filter(|document| document.get("$ref").is_none()) {
            data.required.extend(document.list("required").iter().filter_map(Document::as_text).map(str::to_owned));
            if document.get("additionalProperties") == Some(&Document::Bool(false)) {
                data.closed.push(Closed {
                    names: document.members("properties").map(|(name, _)| name.to_owned()).collect(),
                    patterns: document.members("patternProperties").map(|(name, _)| Pattern::read(name)).collect(),
                });
            }
        }
        let mut names = Names::default();
        names.of(sources);
        for name in names.properties {
            if let Some(member) = self.member(sources, name) {
                data.properties.insert(name.to_owned(), places.id(member));
            }
        }
        for name in names.patterns {
            if let Some(member) = self.part(sources, &|document| document.get("patternProperties")?.get(name)) {
                data.by_pattern.push((Pattern::read(name), places.id(member)));
            }
        }
        let schema = |document: &'a Document| matches!(document, Document::Object(_)).then_some(document);
        let additional = self.part(sources, &|document| document.get("additionalProperties").and_then(schema));
        data.additional = additional.map(|sources| places.id(sources));
        let tuple = |document: &'a Document| match document.get("prefixItems").or_else(|| document.get("items")) {
            Some(Document::List(items)) => Some(items.as_slice()),
            _ => None,
        };
        for index in 0..names.tuple {
            let item = self.part(sources, &|document| tuple(document)?.get(index));
            data.prefix.push(item.map_or(usize::MAX, |item| places.id(item)));
        }
        let others = self.part(sources, &|document| {
            document.get("items").and_then(schema).or_else(|| document.get("additionalItems").and_then(schema))
        });
        data.items = others.map(|item| places.id(item));
        for branches in sources.any.iter().filter(|branches| branches.certain) {
            let these = branches.these.iter().filter(|branch| !is_null(branch));
            data.branches.push(these.map(|branch| places.id(branch.clone())).collect());
        }
        data
    }

    /// Whether Kratos (v26.2.0) puts `{}` in the place of this list where it is not sent: a list
    /// whose items are of the one type `object`, `array` or `null`.
    fn becomes_an_object(&self, document: &'a Document) -> bool {
        if own_types(document).as_deref() != Some(&[Type::Array]) {
            return false;
        }
        let items = match document.get("items") {
            Some(Document::List(items)) => items.iter().collect(),
            Some(items) => vec![items],
            None => return false,
        };
        let mut types: Vec<Type> = Vec::new();
        for item in items {
            let target = item.text("$ref").and_then(|reference| self.references.target(reference));
            types.extend([Some(item), target].into_iter().flatten().filter_map(type_keyword).flatten());
        }
        types.dedup();
        matches!(types.as_slice(), [Type::Object | Type::Array | Type::Null])
    }
}

/// The names that parts of a schema give to members, in their order.
#[derive(Default)]
struct Names<'a> {
    properties: indexmap::IndexSet<&'a str>,
    patterns: indexmap::IndexSet<&'a str>,
    /// How long the longest tuple is.
    tuple: usize,
}

impl<'a> Names<'a> {
    fn of(&mut self, sources: &Sources<'a>) {
        for Part(document) in &sources.all {
            self.properties.extend(document.members("properties").map(|(name, _)| name));
            self.patterns.extend(document.members("patternProperties").map(|(name, _)| name));
            self.tuple = self.tuple.max(document.list("prefixItems").len()).max(document.list("items").len());
        }
        for branch in sources.any.iter().flat_map(|branches| &branches.these) {
            self.of(branch);
        }
    }
}

/// Whether nothing but `null` is described.
fn is_null(sources: &Sources<'_>) -> bool {
    types(sources) == (vec![Type::Null], true)
}

/// The parts that hold for whatever value is here, `null` apart: of branches, the one there is
/// beside `null`. Where it need not be `certain`, the one branch that says something as well.
fn core<'a>(sources: &Sources<'a>, certain: bool) -> Vec<&'a Document> {
    let mut found: Vec<&'a Document> = sources.all.iter().map(|Part(document)| *document).collect();
    for branches in sources.any.iter().filter(|branches| branches.certain || !certain) {
        let mut these = branches.these.iter().filter(|branch| !is_null(branch));
        if let (Some(one), None) = (these.next(), these.next()) {
            found.extend(core(one, certain));
        }
    }
    found
}

fn any_part<'a>(sources: &Sources<'a>, holds: &dyn Fn(&'a Document) -> bool) -> bool {
    sources.all.iter().any(|Part(document)| holds(document))
        || sources.any.iter().flat_map(|branches| &branches.these).any(|branch| any_part(branch, holds))
}

fn type_keyword(document: &Document) -> Option<Vec<Type>> {
    match document.get("type")? {
        Document::Text(name) => Some(Type::named(name).into_iter().collect()),
        Document::List(names) => Some(names.iter().filter_map(Document::as_text).filter_map(Type::named).collect()),
        _ => None,
    }
}

fn type_of(value: &Document) -> Type {
    match value {
        Document::Null => Type::Null,
        Document::Bool(_) => Type::Boolean,
        Document::Number(number) => Type::of(&number.to_string()),
        Document::Text(_) => Type::String,
        Document::List(_) => Type::Array,
        Document::Object(_) => Type::Object,
    }
}

/// The types that one part of a schema allows, where it tells.
fn own_types(document: &Document) -> Option<Vec<Type>> {
    let told = type_keyword(document).filter(|types| !types.is_empty());
    let constant = document.get("const").map(std::slice::from_ref);
    let values = constant.unwrap_or_else(|| document.list("enum"));
    if values.is_empty() {
        return told;
    }
    let mut types: Vec<Type> = Vec::new();
    for kind in values.iter().map(type_of) {
        if !types.contains(&kind) {
            types.push(kind);
        }
    }
    Some(match told {
        Some(told) => both(&told, &types),
        None => types,
    })
}

/// What both allow, in the order of the first.
fn both(one: &[Type], other: &[Type]) -> Vec<Type> {
    let narrowed = |kind: Type| {
        let same = other.iter().any(|other| other.takes(kind)).then_some(kind);
        same.or_else(|| other.iter().copied().find(|other| kind.takes(*other)))
    };
    one.iter().filter_map(|kind| narrowed(*kind)).collect()
}

/// The types a value may have, and whether others are certainly refused.
fn types(sources: &Sources<'_>) -> (Vec<Type>, bool) {
    let mut certain: Option<Vec<Type>> = None;
    let mut narrow = |types: Vec<Type>| {
        certain = Some(match certain.take() {
            Some(known) => both(&known, &types),
            None => types,
        });
    };
    sources.all.iter().filter_map(|Part(document)| own_types(document)).for_each(&mut narrow);
    let mut hint = Vec::new();
    for branches in &sources.any {
        let each: Vec<_> = branches.these.iter().map(types).collect();
        let all_told = each.iter().all(|(_, strict)| *strict);
        let mut union = Vec::new();
        for kind in each.into_iter().flat_map(|(types, _)| types) {
            if !union.contains(&kind) {
                union.push(kind);
            }
        }
        if branches.certain && all_told {
            narrow(union);
        } else if hint.is_empty() {
            hint = union;
        }
    }
    match certain {
        // What allows nothing at all is broken, and tells nothing.
        Some(types) if !types.is_empty() => (types, true),
        _ => (hint, false),
    }
}

/// The format that all branches of strings agree on.
fn agreed_format(sources: &Sources<'_>) -> Option<String> {
    let formats = |branches: &Branches<'_>| {
        let strings = branches.these.iter().filter(|branch| types(branch).0.contains(&Type::String));
        let mut formats = strings.map(|branch| core(branch, true).iter().find_map(|document| document.text("format")));
        let first = formats.next()??.to_owned();
        formats.all(|format| format == Some(&first)).then_some(first)
    };
    sources.any.iter().find_map(formats)
}

/// The values there are to choose among. The title of a constant is the choice's in a branch, and
/// else the field's.
fn choices(sources: &Sources<'_>, in_branch: bool) -> Vec<Choice> {
    let own = |document: &Document| -> Option<Vec<Choice>> {
        if let Some(value) = document.get("const") {
            let title = document.text("title").filter(|_| in_branch).map(str::to_owned);
            return Some(vec![Choice { value: json(value)?, title }]);
        }
        let values = document.list("enum");
        let choice = |value| Some(Choice { value: json(value)?, title: None });
        (!values.is_empty()).then(|| values.iter().filter_map(choice).collect())
    };
    if let Some(choices) = sources.all.iter().find_map(|Part(document)| own(document)) {
        return choices;
    }
    let of_branches = |branches: &Branches<'_>| {
        let each: Vec<_> =
            branches.these.iter().filter(|branch| !is_null(branch)).map(|one| choices(one, true)).collect();
        let all = !each.is_empty() && each.iter().all(|choices| !choices.is_empty());
        all.then(|| each.into_iter().flatten().collect::<Vec<_>>())
    };
    sources.any.iter().filter(|branches| branches.certain).find_map(of_branches).unwrap_or_default()
}

/// A scalar that a schema names.
fn json(value: &Document) -> Option<Json<'static>> {
    let value = match value {
        Document::Null => serde_json::Value::Null,
        Document::Bool(value) => (*value).into(),
        Document::Number(number) => number.clone().into(),
        Document::Text(text) => text.as_str().into(),
        Document::List(_) | Document::Object(_) => return None,
    };
    Some(Json::from_value(&value))
}

fn limits(parts: &[&Document]) -> Limits {
    let number = |keyword: &str| parts.iter().find_map(|document| document.number(keyword)).cloned();
    // `10.0` is a length as well.
    let length = |keyword: &str| {
        let number = number(keyword)?;
        number.as_u64().or_else(|| number.to_string().strip_suffix(".0")?.parse().ok())
    };
    Limits {
        min_length: length("minLength"),
        max_length: length("maxLength"),
        minimum: number("minimum"),
        maximum: number("maximum"),
        exclusive_minimum: number("exclusiveMinimum"),
        exclusive_maximum: number("exclusiveMaximum"),
    }
}

fn with_marks(marks: Marks, document: &Document) -> Marks {
    let Some(notes) = document.get("ory.sh/kratos") else { return marks };
    let credential = |name: &str, mark: &str| {
        notes.get("credentials").and_then(|credentials| credentials.get(name)).is_some_and(|one| one.is_true(mark))
    };
    let via = |name: &str| notes.get(name).is_some_and(|note| note.text("via").is_some());
    Marks {
        password: marks.password || credential("password", "identifier"),
        code: marks.code || credential("code", "identifier"),
        webauthn: marks.webauthn || credential("webauthn", "identifier"),
        passkey: marks.passkey || credential("passkey", "display_name"),
        totp: marks.totp || credential("totp", "account_name"),
        verification: marks.verification || via("verification"),
        recovery: marks.recovery || via("recovery"),
    }
}
