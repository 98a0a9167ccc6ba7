//! The program's own words and exit codes.

use std::process::{Command, Output};

use crate::harness::tests;
use crate::scripted::Scripted;
use crate::support::tcp::closed_port;

async fn run(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kratos-account"));
    command.args(arguments).env_clear().envs(variables.iter().copied());
    tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

tests!(async it_ends_with_0_if_all_fits_and_1_if_not);

async fn it_ends_with_0_if_all_fits_and_1_if_not() {
    let kratos = Scripted {
        base_url: "http://id.invalid/kratos/",
        pages: "http://id.invalid",
        allowed: vec!["http://id.invalid/app"],
        cookie: "; Path=/",
        ..Scripted::default()
    };
    let url = kratos.serve_below("").await;
    let right = [
        ("KRATOS_PUBLIC_URL", url.as_str()),
        ("KRATOS_BROWSER_URL", "http://id.invalid/kratos"),
        ("PUBLIC_URL", "http://id.invalid"),
    ];
    let output = run(&["check", "http://id.invalid/app"], &right).await;
    let said = String::from_utf8(output.stdout).unwrap().replace(url.as_str(), "http://kratos/");
    assert_eq!(output.status.code(), Some(0), "{said}");
    insta::assert_snapshot!(said, @r"
    fits   Kratos' public API answers at http://kratos/
    fits   Browsers reach Kratos at http://id.invalid/kratos, as it says itself
    fits   The clocks of Kratos' machine and this one agree
    fits   Kratos' cookies reach this application
    fits   Kratos leads browsers here: login, registration, recovery, verification, error
    unsure Kratos does not tell where its settings page is before somebody is signed in
           Look that it is selfservice.flows.settings.ui_url: http://id.invalid/settings
    unsure http://id.invalid/kratos cannot be asked from here
           That does not matter if browsers can: else look at KRATOS_BROWSER_URL
    unsure http://id.invalid/ cannot be asked from here
           That does not matter if browsers can: else look at PUBLIC_URL
    fits   People come back to http://id.invalid/app after they signed in
    ");
    let (closed, _held) = closed_port();
    let output = run(&["check"], &[("KRATOS_PUBLIC_URL", closed.as_str())]).await;
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap().replace(closed.as_str(), "http://kratos/");
    insta::assert_snapshot!(said, @r"
    wrong  Nobody listens at http://kratos/
           Start Kratos, or set KRATOS_PUBLIC_URL to its serve.public.host and port; in a container, localhost is the container
    ");
    assert_eq!(run(&["check"], &[]).await.status.code(), Some(2), "settings that cannot be used");
}
