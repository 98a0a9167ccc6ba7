//! Schemas and traits that people really have: the folders of `tests/cases`.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::{Person, Stage};

/// Where schemas and traits are that people really have.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// The schemas there.
pub fn schemas() -> Vec<kratos_stand_in::ExtraSchema> {
    let folders = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let schema = |folder: PathBuf| kratos_stand_in::ExtraSchema {
        id: folder.file_name().unwrap().to_str().unwrap().to_owned(),
        schema: std::fs::read_to_string(folder.join("schema.json")).unwrap(),
        selfservice_selectable: false,
    };
    folders.filter(|path| path.is_dir()).map(schema).collect()
}

/// A person of a case, with the traits and the sign-in name that the case has.
pub async fn person_of(stage: &Stage, case: &str) -> (Person, Value, String) {
    let text = std::fs::read_to_string(folder().join(case).join("traits.json")).unwrap();
    let traits: Value = serde_json::from_str(&text).unwrap();
    let mut person = Stage::somebody();
    let first = |names: &[&str]| names.iter().find_map(|name| traits.pointer(name)?.as_str().map(str::to_owned));
    let marked = if case == "username-identifier" { "/username" } else { "/email" };
    let known = first(&[marked, "/emails/0", "/username"]).unwrap();
    if !known.contains('@') {
        person.email = person.email.split('@').next().unwrap().replace('.', "-");
    }
    let text = text.replace(&known, &person.email);
    stage.kratos.create_of(case, &text, json!({"password": {"config": {"password": person.password}}})).await;
    (person, serde_json::from_str(&text).unwrap(), known)
}

/// What a row says, where the stand-in has Kratos' nodes for it.
pub fn is_told_to_the_stand_in(case: &str) -> bool {
    // Its schemas know no combinations, types in a list, references, constants, or dots in names.
    !matches!(
        case,
        "anyof-int"
            | "nullable"
            | "nullable-containers"
            | "null-list-nested"
            | "refs"
            | "choices-of-numbers"
            | "uris"
            | "emails-array"
            | "constants"
            | "dotted-absent"
            | "map"
            | "key-with-backslash"
            | "ifthen"
            | "either"
    )
}
