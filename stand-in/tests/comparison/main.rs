//! Holds the stand-in against every recorded answer of the real Kratos v26.2.0: each story drives it to the state the
//! recording was made in, and the answer has to be alike: status, cookies, redirects, error ids and texts, and every
//! node by its type, group, name, attribute keys, label and messages, in the same order.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may end where it fails, and these helpers are no test functions of their own"
)]

mod account;
mod authenticator;
mod browser;
mod compare;
mod entry;
mod essence;
mod every_kind;
mod every_method;
mod hydra;
mod keys;
mod limits;
mod login;
mod pages;
mod proof;
mod providers;
mod recovery;
mod registration;
mod rules;
mod second;
mod second_by_code;
mod story;
mod two_steps;
mod verification;

use compare::Comparison;

/// Recordings that are not held against, each with the reason.
const LEFT_OUT: [(&str, &str); 6] = [
    ("consent/accept", "Hydra's own admin API, not Kratos'"),
    ("consent/get", "Hydra's own admin API, not Kratos'"),
    ("consent/junk_404", "Hydra's own admin API, not Kratos'"),
    ("consent/used_200", "Hydra's own admin API, not Kratos'"),
    ("logout/oauth2_accept", "Hydra's own admin API, not Kratos'"),
    ("logout/oauth2_get", "Hydra's own admin API, not Kratos'"),
];

#[tokio::test]
async fn answers_are_alike_for_every_recording() {
    let mut comparison = Comparison::with("../tests/recorded");
    entry::visit_without_a_session(&mut comparison).await;
    entry::sign_up(&mut comparison).await;
    account::profile_and_password(&mut comparison).await;
    account::providers(&mut comparison).await;
    account::ways_back_and_strangers(&mut comparison).await;
    second::second_factor(&mut comparison).await;
    keys::keys(&mut comparison).await;
    proof::recovery(&mut comparison).await;
    proof::addresses(&mut comparison).await;
    limits::old_sessions(&mut comparison).await;
    limits::old_flows(&mut comparison).await;
    login::beginnings(&mut comparison).await;
    login::passwords(&mut comparison).await;
    login::signed_in_already(&mut comparison).await;
    login::log_out(&mut comparison).await;
    login::over(&mut comparison).await;
    login::accounts(&mut comparison).await;
    two_steps::with_codes(&mut comparison).await;
    two_steps::telling_nobody(&mut comparison).await;
    two_steps::with_keys(&mut comparison).await;
    every_method::first_factors(&mut comparison).await;
    every_method::refreshed_by_code(&mut comparison).await;
    every_method::by_sms(&mut comparison).await;
    second_by_code::codes_and_more(&mut comparison).await;
    providers::linking(&mut comparison).await;
    providers::refused(&mut comparison).await;
    providers::refreshed(&mut comparison).await;
    registration::beginnings(&mut comparison).await;
    registration::in_two_steps(&mut comparison).await;
    registration::passkeys(&mut comparison).await;
    registration::on_one_page(&mut comparison).await;
    registration::with_every_method(&mut comparison).await;
    registration::hooks(&mut comparison).await;
    registration::schemas(&mut comparison).await;
    registration::over(&mut comparison).await;
    recovery::by_code(&mut comparison).await;
    recovery::ends(&mut comparison).await;
    recovery::by_link(&mut comparison).await;
    recovery::with_a_choice(&mut comparison).await;
    verification::by_code(&mut comparison).await;
    verification::mailed_code(&mut comparison).await;
    verification::by_link(&mut comparison).await;
    verification::ends(&mut comparison).await;
    hydra::logins(&mut comparison).await;
    hydra::second_factors(&mut comparison).await;
    hydra::registrations(&mut comparison).await;
    comparison.finish(&LEFT_OUT);
}

#[tokio::test]
async fn answers_are_alike_with_traits_of_every_kind() {
    let mut comparison = Comparison::with("tests/recorded");
    every_kind::profile(&mut comparison).await;
    every_kind::refusals(&mut comparison).await;
    every_kind::sign_in(&mut comparison).await;
    every_kind::codes(&mut comparison).await;
    comparison.finish(&LEFT_OUT);
}
