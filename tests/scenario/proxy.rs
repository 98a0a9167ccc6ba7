//! The core of the stories once more, with one host for Kratos and the application: through nginx,
//! and without.

use crate::scenes::SAVED;
use crate::stage::Stage;

/// The application at the root of the host.
mod at_the_root {
    use super::*;
    use crate::flows::*;
    use crate::linking::*;
    use crate::password::*;
    use crate::profile::*;
    use crate::second_factor::*;
    use crate::signing_in::*;

    stories! {
        Proxied:
            whoever_is_signed_out_signs_in_and_arrives_at_the_settings,
            a_way_back_outlasts_the_sign_in,
            traits_of_every_kind_are_changed_at_once,
            a_new_password_replaces_the_old_one,
            a_change_waits_for_the_password_and_is_then_made,
            the_app_is_asked_for_at_the_next_sign_in,
            an_account_elsewhere_is_linked_and_signs_in,
            somebody_elses_link_leads_to_ones_own_settings,
            everything_is_below_the_path;
    }
}

/// The application below a path.
mod below_a_path {
    use super::*;
    use crate::flows::*;
    use crate::linking::*;
    use crate::password::*;
    use crate::profile::*;
    use crate::second_factor::*;
    use crate::signing_in::*;

    stories! {
        BelowAPath:
            whoever_is_signed_out_signs_in_and_arrives_at_the_settings,
            a_way_back_outlasts_the_sign_in,
            traits_of_every_kind_are_changed_at_once,
            a_new_password_replaces_the_old_one,
            a_change_waits_for_the_password_and_is_then_made,
            the_app_is_asked_for_at_the_next_sign_in,
            an_account_elsewhere_is_linked_and_signs_in,
            somebody_elses_link_leads_to_ones_own_settings,
            everything_is_below_the_path;
    }
}

/// Without nginx: the application serves Kratos' paths too.
mod one_origin {
    use crate::flows::*;
    use crate::linking::*;
    use crate::password::*;
    use crate::profile::*;
    use crate::second_factor::*;
    use crate::signing_in::*;

    stories! {
        OneOrigin:
            whoever_is_signed_out_signs_in_and_arrives_at_the_settings,
            a_way_back_outlasts_the_sign_in,
            traits_of_every_kind_are_changed_at_once,
            a_new_password_replaces_the_old_one,
            a_change_waits_for_the_password_and_is_then_made,
            the_app_is_asked_for_at_the_next_sign_in,
            an_account_elsewhere_is_linked_and_signs_in,
            somebody_elses_link_leads_to_ones_own_settings;
    }
}

async fn everything_is_below_the_path(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let base = stage.app.clone();
    let here = browser.url().clone();
    let links = [("link[href]", "href"), ("script[src]", "src"), ("form[action]", "action")];
    for (selector, attribute) in links {
        for link in browser.attributes(selector, attribute) {
            let url = here.join(&link).unwrap();
            assert!(url.as_str().starts_with(&format!("{base}/")), "{url}");
            if selector != "form[action]" {
                let mut tab = browser.tab();
                tab.visit(url).await;
                assert_eq!(tab.status(), 200, "{tab:?}");
            }
        }
    }
    browser.fill("traits.name.first", "Augusta").press("method", "profile").await;
    assert_eq!(browser.messages(), [SAVED]);
}
