//! Tells a story behind each proxy.

use std::io::Write as _;
use std::sync::Once;
use std::time::Duration;

use crate::proxy::Kind;

/// How long a story may take.
const LIMIT: Duration = Duration::from_secs(120);

/// Makes tests of stories: each is told behind nginx and behind Caddy.
macro_rules! stories {
    ($($story:ident),+ $(,)?) => {
        mod nginx {
            $(#[tokio::test]
            async fn $story() {
                crate::teller::tell(crate::proxy::Kind::Nginx, super::$story).await;
            })+
        }
        mod caddy {
            $(#[tokio::test]
            async fn $story() {
                crate::teller::tell(crate::proxy::Kind::Caddy, super::$story).await;
            })+
        }
    };
}

/// Tells a story.
pub async fn tell(kind: Kind, story: impl AsyncFnOnce(Kind)) {
    static MISSING: [Once; 2] = [const { Once::new() }; 2];
    if kind.executable().is_none() {
        let name = kind.name();
        assert!(std::env::var_os("CI").is_none_or(|ci| ci != "true"), "{name} is missing");
        // Past the test harness, which swallows what passing tests print.
        return MISSING[kind as usize].call_once(|| {
            writeln!(std::io::stderr(), "{name} is missing: its files in deploy/ are not tested").unwrap();
        });
    }
    assert!(tokio::time::timeout(LIMIT, story(kind)).await.is_ok(), "the story does not end");
}
