//! Kratos and the application on sibling hosts. One of Kratos' cookies stays on its own host, so
//! all forms but the profile go straight to Kratos. From there on a form may lead to https only,
//! so that no story here links an account: these providers have none.

use crate::password::{a_change_waits_for_the_password_and_is_then_made, a_new_password_replaces_the_old_one};
use crate::profile::traits_of_every_kind_are_changed_at_once;
use crate::scenes::{SAVED, confirm};
use crate::second_factor::the_app_is_asked_for_at_the_next_sign_in;
use crate::signing_in::{a_way_back_outlasts_the_sign_in, whoever_is_signed_out_signs_in_and_arrives_at_the_settings};
use crate::stage::{Stage, traits};

stories! {
    Siblings:
        whoever_is_signed_out_signs_in_and_arrives_at_the_settings,
        a_way_back_outlasts_the_sign_in,
        traits_of_every_kind_are_changed_at_once,
        a_new_password_replaces_the_old_one,
        a_change_waits_for_the_password_and_is_then_made,
        the_app_is_asked_for_at_the_next_sign_in,
        a_new_address_is_asked_for_again_after_the_password;
}

async fn a_new_address_is_asked_for_again_after_the_password(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    stage.kratos.outlive_privilege().await;
    let new = format!("new.{}", person.email);
    browser.fill("traits.email", &new).press("method", "profile").await;
    assert!(browser.text().contains("It was not saved"), "{browser:?}");
    browser.follow_link("Sign in again").await;
    confirm(&mut browser, &person).await;
    stage.at_settings(&browser);
    assert_eq!(stage.traits(&browser).await, traits(&person.email));
    browser.fill("traits.email", &new).press("method", "profile").await;
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
    assert_eq!(stage.traits(&browser).await["email"], new.as_str());
}
