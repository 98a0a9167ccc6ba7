//! Tells a story to a Kratos.

use std::io::Write as _;
use std::sync::{LazyLock, Once};
use std::time::Duration;

use tokio::runtime::Runtime;

use crate::output::Listening;
use crate::stage::{Kind, Setting, Stage, hydra, proxy, real, stage};

/// One runtime for all stories: what they share lives on it.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

/// Held by a story that nothing else may happen beside.
static ALONE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// How long a story may take.
const LIMIT: Duration = Duration::from_secs(120);

/// Makes tests of stories: each is told to the stand-in and to a real Kratos.
macro_rules! stories {
    ($($setting:ident: $($story:ident),+;)+) => {
        mod stand_in {
            $($(#[test]
            fn $story() {
                crate::teller::tell(crate::stage::Kind::StandIn, crate::stage::Setting::$setting, super::$story);
            })+)+
        }
        mod real {
            $($(#[test]
            fn $story() {
                crate::teller::tell(crate::stage::Kind::Real, crate::stage::Setting::$setting, super::$story);
            })+)+
        }
    };
}

/// Tells a story.
pub fn tell(kind: Kind, setting: Setting, story: impl AsyncFnOnce(&Stage)) {
    static NO_KRATOS: Once = Once::new();
    static NO_HYDRA: Once = Once::new();
    static NO_NGINX: Once = Once::new();
    if kind == Kind::Real && real::executable().is_none() {
        return say(&NO_KRATOS, "KRATOS_BIN names no executable: the stories are told to the stand-in only");
    }
    if kind == Kind::Real && setting == Setting::Applications && hydra::executable().is_none() {
        return say(&NO_HYDRA, "HYDRA_BIN names no executable: stories of applications are told to the stand-in only");
    }
    if setting.is_proxied() && proxy::executable().is_none() {
        assert!(std::env::var_os("CI").is_none(), "nginx is missing");
        return say(&NO_NGINX, "nginx is missing: no stories are told through it");
    }
    RUNTIME.block_on(async {
        let listening = Listening::start();
        let stage = stage(kind, setting).await;
        // Applications ask too, and a Hydra without a database on disk refuses what comes while it writes.
        let alone = kind == Kind::Real && setting == Setting::Applications;
        let _turn = if alone { Some(ALONE.lock().await) } else { None };
        tokio::time::timeout(LIMIT, story(&stage)).await.expect("the story ends in time");
        listening.end(&stage).await;
    });
}

/// Says something once, past the test harness, which swallows what passing tests print.
fn say(once: &Once, what: &str) {
    once.call_once(|| writeln!(std::io::stderr(), "{what}").unwrap());
}
