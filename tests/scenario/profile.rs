//! The profile: every kind of trait can be changed, and nothing else is.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::scenes::SAVED;
use crate::stage::{Person, Stage, traits};

stories! {
    Plain:
        saving_without_a_change_changes_nothing,
        numbers_stay_as_they_were_written,
        traits_of_every_kind_are_changed_at_once,
        what_is_left_blank_is_gone,
        lists_grow_and_shrink,
        a_box_that_is_not_ticked_is_false,
        what_was_never_there_is_filled_in,
        what_is_wrong_is_said_at_its_field_and_what_was_typed_stays,
        an_address_somebody_else_has_is_refused,
        any_text_comes_back_as_it_was_typed;
}

async fn saving_without_a_change_changes_nothing(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    saved(stage, &mut browser).await;
    assert_eq!(stage.traits(&browser).await, traits(&person.email));
    saved(stage, &mut browser).await;
    assert_eq!(stage.traits(&browser).await, traits(&person.email), "nor a second time");
}

async fn numbers_stay_as_they_were_written(stage: &Stage) {
    let person = Stage::somebody();
    let email = &person.email;
    let text = format!(r#"{{"email":"{email}","height":1.0,"scores":[12345678901234567890,0.10],"addresses":[]}}"#);
    stage.enter(&person, &text).await;
    let mut browser = stage.signed_in(&person).await;
    browser.fill("traits.name.first", "Ada");
    saved(stage, &mut browser).await;
    let stored = stage.session(&browser).await;
    for literal in [r#""height":1.0"#, "[12345678901234567890,0.10]", r#""first":"Ada""#] {
        assert!(stored.contains(literal), "{literal} in {stored}");
    }
}

pub async fn traits_of_every_kind_are_changed_at_once(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    for (field, value) in [
        ("traits.name.first", "Augusta"),
        ("traits.website", "https://example.org/ada"),
        ("traits.age", "37"),
        ("traits.height", "1.7"),
        ("traits.language", "de"),
        ("traits.birthday", "1985-12-11"),
        ("traits.meeting", "2027-01-02T03:04"),
        ("traits.tags.1", "looms"),
        ("traits.scores.0", "-2"),
        ("traits.addresses.1.city", "Horsley"),
        ("traits.bio", "Und <b>Noten</b>"),
        ("traits.settings.theme", "light"),
        ("traits.settings.limits.daily", "4"),
        ("traits.deep.a.b.c", "top"),
    ] {
        browser.fill(field, value);
    }
    browser.tick("traits.tos", false).tick("traits.newsletter", true).tick("traits.addresses.1.primary", true);
    saved(stage, &mut browser).await;
    let expected = json!({
        "email": person.email, "name": {"first": "Augusta", "last": "Lovelace"}, "website": "https://example.org/ada",
        "age": 37, "height": 1.7, "tos": false, "newsletter": true, "language": "de", "birthday": "1985-12-11",
        "meeting": "2027-01-02T03:04:00Z", "tags": ["math", "looms"], "scores": [-2, 20],
        "addresses": [{"street": "1 St James's Square", "city": "London", "primary": true},
            {"street": "Elm Row 2", "city": "Horsley", "primary": true}],
        "bio": "Und <b>Noten</b>", "settings": {"theme": "light", "limits": {"daily": 4}},
        "deep": {"a": {"b": {"c": "top"}}},
    });
    assert_eq!(stage.traits(&browser).await, expected);
    assert_eq!(browser.value("traits.meeting").as_deref(), Some("2027-01-02T03:04"));
    assert!(browser.is_ticked("traits.newsletter") && !browser.is_ticked("traits.tos"));
}

async fn what_is_left_blank_is_gone(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    for field in ["website", "age", "height", "birthday", "meeting", "bio", "name.last", "addresses.1.street"] {
        browser.fill(&format!("traits.{field}"), "");
    }
    saved(stage, &mut browser).await;
    let stored = stage.traits(&browser).await;
    for gone in ["/website", "/age", "/height", "/birthday", "/meeting", "/bio", "/name/last", "/addresses/1/street"] {
        let left = stored.pointer(gone);
        assert!(left.is_none() || left == Some(&json!("")), "{gone} in {stored}");
    }
    assert_eq!(stored["name"]["first"], "Ada");
    assert_eq!(stored["addresses"][1]["city"], "Ealing");
    assert_eq!(browser.value("traits.age").as_deref(), Some(""));
}

async fn lists_grow_and_shrink(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.fill("traits.tags", "poetry").fill("traits.scores", "7");
    saved(stage, &mut browser).await;
    let stored = stage.traits(&browser).await;
    assert_eq!((&stored["tags"], &stored["scores"]), (&json!(["math", "engines", "poetry"]), &json!([1.5, 20, 7])));
    browser.fill("traits.tags.0", "").fill("traits.scores.1", "");
    saved(stage, &mut browser).await;
    let stored = stage.traits(&browser).await;
    assert_eq!((&stored["tags"], &stored["scores"]), (&json!(["engines", "poetry"]), &json!([1.5, 7])));
}

async fn a_box_that_is_not_ticked_is_false(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.tick("traits.tos", false);
    saved(stage, &mut browser).await;
    let stored = stage.traits(&browser).await;
    assert_eq!((&stored["tos"], &stored["newsletter"]), (&json!(false), &json!(false)));
}

async fn what_was_never_there_is_filled_in(stage: &Stage) {
    let person = stage.bare_person().await;
    let mut browser = stage.signed_in(&person).await;
    saved(stage, &mut browser).await;
    browser.fill("traits.name.first", "Ada").fill("traits.age", "36").fill("traits.tags", "math");
    browser.fill("traits.meeting", "2027-01-02T03:04").tick("traits.tos", true);
    saved(stage, &mut browser).await;
    let stored = stage.traits(&browser).await;
    for (path, value) in [
        ("/email", json!(person.email)),
        ("/name", json!({"first": "Ada"})),
        ("/age", json!(36)),
        ("/tags", json!(["math"])),
        ("/meeting", json!("2027-01-02T03:04:00Z")),
        ("/tos", json!(true)),
    ] {
        assert_eq!(stored.pointer(path), Some(&value), "{path} in {stored}");
    }
    assert!(stored.get("newsletter").is_none_or(|newsletter| newsletter == false), "{stored}");
    assert!(stored.get("height").is_none(), "{stored}");
}

async fn what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.fill("traits.name.first", "Augusta").fill("traits.age", "3").fill("traits.tags.0", "poetry");
    browser.tick("traits.newsletter", true).press("method", "profile").await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages_at("traits.age"), [4_000_018], "too small: {browser:?}");
    assert!(!browser.messages().contains(&SAVED));
    assert_eq!(stage.traits(&browser).await, traits(&person.email), "nothing is saved");
    for (field, typed) in [("traits.age", "3"), ("traits.name.first", "Augusta"), ("traits.tags.0", "poetry")] {
        assert_eq!(browser.value(field).as_deref(), Some(typed));
    }
    assert!(browser.is_ticked("traits.newsletter"));
    browser.fill("traits.age", "40");
    saved(stage, &mut browser).await;
    let mut expected = traits(&person.email);
    expected["name"]["first"] = "Augusta".into();
    expected["tags"][0] = "poetry".into();
    expected["age"] = 40.into();
    expected["newsletter"] = true.into();
    assert_eq!(stage.traits(&browser).await, expected);
    assert!(browser.messages_at("traits.age").is_empty());
}

async fn an_address_somebody_else_has_is_refused(stage: &Stage) {
    let (person, other): (Person, Person) = (stage.person().await, stage.person().await);
    let mut browser = stage.signed_in(&person).await;
    browser.fill("traits.email", &other.email).press("method", "profile").await;
    stage.at_settings(&browser);
    assert!(!browser.messages().is_empty() && !browser.messages().contains(&SAVED), "{browser:?}");
    assert_eq!(stage.traits(&browser).await["email"], person.email.as_str());
}

async fn any_text_comes_back_as_it_was_typed(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    for text in ["\"><script>alert(1)</script>", "  à\u{301} 你好 🧮 &amp; \\\"' ", "+%2B=&;{}[]"] {
        browser.fill("traits.bio", text);
        saved(stage, &mut browser).await;
        assert_eq!(browser.value("traits.bio").as_deref(), Some(text));
        assert_eq!(stage.traits(&browser).await["bio"], Value::from(text));
    }
}

/// Saves the profile, which is taken.
async fn saved(stage: &Stage, browser: &mut Browser) {
    browser.press("method", "profile").await;
    stage.at_settings(browser);
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
}
