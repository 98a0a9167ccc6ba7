//! Stories told before, where every page is this application's.

mod settings {
    use crate::addresses::*;
    use crate::flows::*;
    use crate::linking::*;
    use crate::second_factor::*;
    use crate::signing_in::*;

    stories! {
        Whole:
            whoever_is_signed_out_signs_in_and_arrives_at_the_settings,
            a_link_to_ones_own_flow_leads_through_the_sign_in_to_it,
            a_way_back_outlasts_the_sign_in,
            whoever_signed_out_in_another_tab_signs_in_again_to_save,
            somebody_elses_link_leads_to_ones_own_settings,
            the_app_is_asked_for_at_the_next_sign_in,
            every_page_leads_to_the_second_factor_and_then_on,
            a_form_sent_before_the_second_factor_leads_to_it_and_then_on,
            an_account_elsewhere_is_linked_and_signs_in,
            a_new_address_gets_a_mail_that_confirms_it,
            the_settings_lead_to_the_confirmation_of_an_address,
            whoever_forgot_the_password_still_shows_the_second_factor;
    }
}

mod guarded {
    use crate::guard::*;
    use crate::sessions::*;

    stories! {
        Whole:
            whoever_is_signed_out_signs_in_and_is_back_at_the_page,
            whoever_signs_out_is_asked_to_sign_in_again,
            whoever_is_signed_out_shows_both_factors_and_is_back_at_the_page,
            a_sign_in_of_a_while_ago_is_asked_for_again,
            an_address_is_confirmed_and_the_page_is_then_open,
            whoever_is_signed_out_signs_in_to_see_the_sessions,
            signing_out_twice_is_no_error;
    }
}
