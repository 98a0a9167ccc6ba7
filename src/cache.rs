//! Answers that hold for a while.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::OnceCell;

/// How many answers are remembered at most.
const MOST: usize = 64;

/// What was asked of late, by key. Who asks for the same at the same time waits for one answer.
#[derive(Debug)]
pub(crate) struct Remembered<K, V> {
    time: Duration,
    known: Mutex<HashMap<K, Known<V>>>,
}

/// When it was first asked for, and what came.
type Known<V> = (Instant, Arc<OnceCell<V>>);

impl<K: Clone + Eq + Hash + Send + Sync, V: Clone + Send + Sync> Remembered<K, V> {
    /// Remembers answers for `time`.
    pub(crate) fn new(time: Duration) -> Self {
        Self { time, known: Mutex::default() }
    }

    /// The answer for `key`, by `ask` where none is known. `Err` is an answer that holds only for
    /// those who wait for it.
    pub(crate) async fn get(&self, key: K, ask: impl Future<Output = Result<V, V>> + Send) -> V {
        let cell = {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            if known.len() >= MOST && !known.contains_key(&key) {
                known.clear();
            }
            let (at, cell) = known.entry(key.clone()).or_insert_with(|| (Instant::now(), Arc::default()));
            if at.elapsed() >= self.time {
                (*at, *cell) = (Instant::now(), Arc::default());
            }
            Arc::clone(cell)
        };
        let ask = || async {
            ask.await.unwrap_or_else(|passing| {
                self.known.lock().unwrap_or_else(PoisonError::into_inner).remove(&key);
                passing
            })
        };
        cell.get_or_init(ask).await.clone()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU8, Ordering};

    use super::*;

    #[tokio::test]
    async fn an_answer_is_asked_for_once_and_a_passing_one_again() {
        let cache = Remembered::new(Duration::from_secs(60));
        let asked = AtomicU8::new(0);
        let ask = async |answer: Result<u8, u8>| {
            asked.fetch_add(1, Ordering::Relaxed);
            answer
        };
        assert_eq!(cache.get("a", ask(Err(1))).await, 1);
        assert_eq!(cache.get("a", ask(Ok(2))).await, 2);
        assert_eq!(cache.get("a", ask(Ok(3))).await, 2);
        assert_eq!(asked.into_inner(), 2);
    }

    #[tokio::test]
    async fn an_old_answer_is_forgotten_and_their_number_is_bounded() {
        let cache = Remembered::new(Duration::ZERO);
        for key in 0..1000 {
            assert_eq!(cache.get(key, async { Ok(key) }).await, key);
            assert_eq!(cache.get(key, async { Ok(key + 1) }).await, key + 1, "time is up at once");
        }
        assert!(cache.known.lock().unwrap().len() <= MOST);
    }
}
