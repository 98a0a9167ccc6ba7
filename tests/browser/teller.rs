//! Tells a story in Chromium, to the stand-in and to a real Kratos.

use super::browser::Browser;
use super::chromium::{Script, run};
use super::harness::leave_out;
use super::stage::{Kind, Person, Setting, Stage, real, stage};

/// Makes tests of stories: each is told to the stand-in, and to a real Kratos where `KRATOS_BIN`
/// names one; with scripts or without, or `Both` ways.
macro_rules! stories {
    ($($story:ident: $setting:ident $script:ident;)+) => {
        $(mod $story {
            $crate::teller::stories!(@ $script super::$story, $setting);
        })+
    };
    (@ Both $($story:tt)::+, $setting:ident) => {
        mod with_scripts {
            $crate::teller::stories!(@ On super::$($story)::+, $setting);
        }
        mod without_scripts {
            $crate::teller::stories!(@ Off super::$($story)::+, $setting);
        }
    };
    (@ $script:ident $($story:tt)::+, $setting:ident) => {
        fn stand_in() {
            use $crate::{chromium::Script, stage::{Kind, Setting}};
            $crate::teller::tell(Kind::StandIn, Setting::$setting, Script::$script, $($story)::+);
        }
        fn real() {
            use $crate::{chromium::Script, stage::{Kind, Setting}};
            $crate::teller::tell(Kind::Real, Setting::$setting, Script::$script, $($story)::+);
        }
        $crate::harness::tests!(stand_in, real);
    };
}
pub(crate) use stories;

/// Tells a story.
pub(crate) fn tell(kind: Kind, setting: Setting, script: Script, story: impl AsyncFnOnce(&Browser, &Stage)) {
    if kind == Kind::Real && real::executable().is_none() {
        leave_out("KRATOS_BIN names no executable");
    }
    run(script, async |browser| {
        let stage = stage(kind, setting).await;
        let _turn = match &stage.turn {
            Some(turn) => Some(turn.lock().await),
            None => None,
        };
        story(browser, &stage).await;
    });
}

/// Kratos' login has more forms than this one.
const LOGIN: &str = "form:has(button[name=method][value=password])";

impl Browser {
    /// Signs somebody new in, and opens their settings.
    pub(crate) async fn enter(&self, stage: &Stage) -> Person {
        let person = stage.person().await;
        self.goto(&stage.settings()).await;
        self.sign_in(&person).await;
        self.at_settings(stage).await;
        // What the login had to complain about is not ours.
        self.console().await;
        person
    }

    /// Gives name and password at the login, which is shown.
    pub(crate) async fn sign_in(&self, person: &Person) {
        self.type_in(&format!("{LOGIN} [name=identifier]"), &person.email).await;
        self.prove(person).await;
    }

    /// Gives the password at Kratos' login, which is shown.
    pub(crate) async fn prove(&self, person: &Person) {
        self.type_in(&format!("{LOGIN} [name=password]"), &person.password).await;
        self.press("method", "password").await;
    }

    /// Waits until the account page is shown.
    pub(crate) async fn at_settings(&self, stage: &Stage) {
        let here = format!("location.href.startsWith('{}?')", stage.settings());
        self.until(&format!("{here} && document.querySelector('[data-testid=profile-settings-card]')")).await;
    }

    /// Nothing of ours made the browser complain.
    #[track_caller]
    pub(crate) fn has_no_complaints(&self, stage: &Stage) -> impl Future<Output = ()> {
        let caller = std::panic::Location::caller();
        async move {
            let entries = self.console().await.into_iter().filter(|entry| entry.contains(&stage.app));
            let complaints = entries.collect::<Vec<_>>();
            assert!(complaints.is_empty(), "{caller}: {complaints:?}");
        }
    }
}
