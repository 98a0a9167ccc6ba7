//! Tells a story behind each proxy.

use std::time::Duration;

use crate::harness::missing;
use crate::proxy::Kind;

/// How long a story may take.
const LIMIT: Duration = Duration::from_secs(120);

/// Makes tests of stories: each is told behind nginx and behind Caddy.
macro_rules! stories {
    ($($story:ident),+ $(,)?) => {
        mod nginx {
            $(async fn $story() {
                crate::teller::tell(crate::proxy::Kind::Nginx, super::$story).await;
            })+
            crate::harness::tests!(async $($story),+);
        }
        mod caddy {
            $(async fn $story() {
                crate::teller::tell(crate::proxy::Kind::Caddy, super::$story).await;
            })+
            crate::harness::tests!(async $($story),+);
        }
    };
}

/// Tells a story.
pub async fn tell(kind: Kind, story: impl AsyncFnOnce(Kind)) {
    if kind.executable().is_none() {
        missing(kind.name());
    }
    assert!(tokio::time::timeout(LIMIT, story(kind)).await.is_ok(), "the story does not end");
}
