//! Schemas and traits that people really have: the rows of `tests/cases/rows.json`, and what
//! happens in two tabs and on pages that have expired.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::doors::identity_id;
use crate::scenes::SAVED;
use crate::stage::cases::{folder, is_told_to_the_stand_in, person_of};
use crate::stage::{Person, Stage};

stories! {
    Cases:
        what_people_do_to_the_traits_they_have,
        an_item_that_another_tab_removed_is_not_another,
        what_each_tab_adds_stands,
        a_picture_in_a_trait_blocks_nothing,
        what_is_no_trait_stays_as_it_is;
    FleetingCases:
        what_was_typed_into_a_page_that_expired_is_still_there;
}

/// Types, chooses and ticks, and saves.
async fn do_and_save(browser: &mut Browser, row: &Value) {
    for (name, value) in row["do"].as_object().unwrap() {
        match value {
            Value::Bool(yes) => browser.tick(name, *yes),
            text => browser.fill(name, text.as_str().unwrap()),
        };
    }
    let forged = row["forged"].as_object().into_iter().flatten();
    let forged: Vec<(String, String)> = forged.map(|(n, v)| (n.clone(), v.as_str().unwrap().to_owned())).collect();
    browser.press_forged("method", "profile", &forged).await;
}

async fn what_people_do_to_the_traits_they_have(stage: &Stage) {
    let rows: Vec<Value> = serde_json::from_str(include_str!("../cases/rows.json")).unwrap();
    let is_real = stage.turn.is_some();
    let rows = rows.into_iter().filter(|row| is_real || is_told_to_the_stand_in(row["case"].as_str().unwrap()));
    let mut people = Vec::new();
    for row in rows {
        let (person, traits, known) = person_of(stage, row["case"].as_str().unwrap()).await;
        let row: Value = serde_json::from_str(&row.to_string().replace(&known, &person.email)).unwrap();
        people.push((row, person, traits));
    }
    // Then the operator puts other schemas in their place.
    let mut replaced = HashMap::new();
    for entry in std::fs::read_dir(folder()).unwrap() {
        let folder = entry.unwrap().path();
        let case = folder.file_name().unwrap().to_str().unwrap().to_owned();
        if let Ok(schema) = std::fs::read_to_string(folder.join("schema-after.json")) {
            let is_replaced = stage.kratos.replace_schema(&case, &schema);
            replaced.insert(case, is_replaced);
        }
    }
    let mut wrong = Vec::new();
    for (row, person, before) in people {
        if replaced.get(row["case"].as_str().unwrap()) == Some(&false) {
            continue;
        }
        if let Err(complaint) = tell(stage, &row, &person, before).await {
            wrong.push(format!("{row}\n  {complaint}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Tells one row; the error says what came instead.
async fn tell(stage: &Stage, row: &Value, person: &Person, before: Value) -> Result<(), String> {
    let mut browser = stage.signed_in(person).await;
    if row["forced"] == true {
        let form = browser.html();
        let required = scraper::Selector::parse("input[type=checkbox][required]").unwrap();
        return form.select(&required).next().map(|_| ()).ok_or_else(|| "the browser asks for a tick".to_owned());
    }
    do_and_save(&mut browser, row).await;
    let mut expected = before.clone();
    if let Some(becomes) = row.get("becomes").filter(|becomes| !becomes.is_null()) {
        saved(&browser)?;
        json_patch::merge(&mut expected, becomes);
        // Kratos makes objects that are not there.
        json_patch::merge(&mut expected, row.get("adds").unwrap_or(&json!({})));
    }
    for (name, id) in row["says"].as_object().into_iter().flatten() {
        let said = browser.messages_at(name);
        if !said.contains(&id.as_u64().unwrap()) {
            return Err(format!("at {name} {said:?}, above {:?}", browser.messages()));
        }
    }
    for (name, text) in row["keeps"].as_object().into_iter().flatten() {
        if browser.value(name).as_deref() != text.as_str() {
            return Err(format!("{name} holds {:?}", browser.value(name)));
        }
    }
    same(&stage.traits(&browser).await, &expected)?;
    if let Some(then) = row.get("then") {
        do_and_save(&mut browser, then).await;
        saved(&browser)?;
        json_patch::merge(&mut expected, &then["becomes"]);
        same(&stage.traits(&browser).await, &expected)?;
    }
    Ok(())
}

fn saved(browser: &Browser) -> Result<(), String> {
    if browser.messages() == [SAVED] { Ok(()) } else { Err(format!("not saved: {browser:?}")) }
}

fn same(stored: &Value, expected: &Value) -> Result<(), String> {
    if stored == expected { Ok(()) } else { Err(format!("stored {stored}\n  and not {expected}")) }
}

/// Two tabs of somebody, each showing the same.
async fn two_tabs(stage: &Stage) -> (Browser, Browser, Value) {
    let (person, traits, _) = person_of(stage, "stale-tab").await;
    let first = stage.signed_in(&person).await;
    let mut second = first.tab();
    second.visit(stage.settings()).await;
    (first, second, traits)
}

async fn save(browser: &mut Browser, fields: &[(&str, &str)]) {
    for (name, text) in fields {
        browser.fill(name, text);
    }
    let method = if fields.iter().any(|(name, _)| *name == "password") { "password" } else { "profile" };
    browser.press("method", method).await;
    assert!(browser.messages().contains(&SAVED), "{browser:?}");
}

async fn an_item_that_another_tab_removed_is_not_another(stage: &Stage) {
    for (in_first, in_second, becomes, is_gone) in [
        (&[("traits.tags.0", "")][..], ("traits.tags.1", ""), json!({"tags": ["c"]}), false),
        (&[("traits.tags.0", "")], ("traits.tags.1", "B2"), json!({"tags": ["B2", "c"]}), false),
        (&[("traits.tags.0", "")], ("traits.tags.0", "A2"), json!({"tags": ["b", "c"]}), true),
        (
            &[("traits.addr.0.street", ""), ("traits.addr.0.city", "")],
            ("traits.addr.1.city", "C2 new"),
            json!({"addr": [{"street": "S2", "city": "C2 new", "main": true}]}),
            false,
        ),
        (
            &[("traits.addr.1.street", "S2 new")],
            ("traits.addr.1.city", "C2 new"),
            json!({"addr": [{"street": "S1", "city": "C1", "main": false}, {"street": "S2 new", "city": "C2 new", "main": true}]}),
            false,
        ),
        (&[("traits.nick", "m")], ("traits.first", "B"), json!({"nick": "m", "first": "B"}), false),
    ] {
        let (mut first, mut second, mut traits) = two_tabs(stage).await;
        save(&mut first, in_first).await;
        second.fill(in_second.0, in_second.1).press("method", "profile").await;
        json_patch::merge(&mut traits, &becomes);
        assert_eq!(stage.traits(&second).await, traits, "{in_first:?} {in_second:?}");
        assert_eq!(second.text().contains("in the meantime"), is_gone, "{second:?}");
    }
}

async fn what_each_tab_adds_stands(stage: &Stage) {
    let (mut first, mut second, mut traits) = two_tabs(stage).await;
    save(&mut first, &[("traits.tags", "d")]).await;
    save(&mut second, &[("traits.tags", "e")]).await;
    traits["tags"] = json!(["a", "b", "c", "d", "e"]);
    assert_eq!(stage.traits(&second).await, traits);
}

async fn what_was_typed_into_a_page_that_expired_is_still_there(stage: &Stage) {
    let (person, mut traits, _) = person_of(stage, "expired").await;
    let mut browser = stage.signed_in(&person).await;
    browser.fill("traits.nick", "typed").fill("traits.about", "one\ntwo").fill("traits.tags", "new");
    browser.tick("traits.news", false);
    stage.kratos.outlive_flows().await;
    browser.press("method", "profile").await;
    assert_eq!(stage.traits(&browser).await, traits, "nothing was saved");
    assert_eq!(browser.value("traits.nick").as_deref(), Some("typed"), "{browser:?}");
    assert_eq!(browser.value("traits.about").map(|text| text.replace("\r\n", "\n")).as_deref(), Some("one\ntwo"));
    assert_eq!(browser.value("traits.tags").as_deref(), Some("new"));
    assert!(!browser.is_ticked("traits.news"));
    browser.press("method", "profile").await;
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
    json_patch::merge(&mut traits, &json!({"nick": "typed", "about": "one\ntwo", "news": false, "tags": ["a", "new"]}));
    assert_eq!(stage.traits(&browser).await, traits);
}

/// Makes the account of a case with other traits, and what else Kratos has of it.
async fn enter(stage: &Stage, case: &str, edit: impl Fn(&mut Value)) -> Person {
    let text = std::fs::read_to_string(folder().join(case).join("traits.json")).unwrap();
    let person = Stage::somebody();
    let mut body = json!({
        "schema_id": case,
        "traits": serde_json::from_str::<Value>(&text).unwrap(),
        "credentials": {"password": {"config": {"password": person.password}}},
    });
    body["traits"]["email"] = person.email.as_str().into();
    edit(&mut body);
    stage.kratos.administer(axum::http::Method::POST, "/admin/identities", &body).await;
    person
}

async fn a_picture_in_a_trait_blocks_nothing(stage: &Stage) {
    for characters in [300_000, 700_000, 1_500_000] {
        let picture = format!("data:image/png;base64,{}", "A".repeat(characters));
        let mut person = enter(stage, "avatar", |body| body["traits"]["avatar"] = picture.as_str().into()).await;
        let mut browser = stage.signed_in(&person).await;
        save(&mut browser, &[("traits.nick", "m")]).await;
        let traits = stage.traits(&browser).await;
        assert_eq!(traits["nick"], "m", "{characters}");
        assert!(traits["avatar"] == picture.as_str(), "the picture of {characters} is the same to the character");
        "Bernoulli-numbers-7".clone_into(&mut person.password);
        save(&mut browser, &[("password", &person.password)]).await;
        stage.signed_in(&person).await;
    }
}

async fn what_is_no_trait_stays_as_it_is(stage: &Stage) {
    let others = json!({"metadata_public": {"a": 1}, "metadata_admin": {"b": 2}, "external_id": "x-1"});
    let person = enter(stage, "avatar", |body| {
        for (name, value) in others.as_object().unwrap() {
            body[name] = value.clone();
        }
        body["external_id"] = body["traits"]["email"].clone();
    })
    .await;
    let mut browser = stage.signed_in(&person).await;
    let path = format!("/admin/identities/{}", identity_id(stage, &browser).await);
    save(&mut browser, &[("traits.nick", "m")]).await;
    // The stand-in keeps none of these.
    if stage.turn.is_some() {
        let identity = stage.kratos.administer(axum::http::Method::GET, &path, &Value::Null).await;
        assert_eq!(identity["metadata_public"], others["metadata_public"]);
        assert_eq!(identity["metadata_admin"], others["metadata_admin"]);
        assert_eq!(identity["external_id"], person.email.as_str());
        assert_eq!(identity["traits"]["nick"], "m");
    }
}
