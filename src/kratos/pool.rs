//! Permits for what must not be waited for in vain.

use std::pin::pin;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{Semaphore, SemaphorePermit};

/// How long nothing may move before those who wait are told that it is in vain.
const STANDSTILL: Duration = Duration::from_secs(1);

/// Turns that are waited for only by so many, and only as long as others come free.
///
/// Within the bound waiting is right: a crowd that comes at once is answered in a moment. Where none of those whose
/// turn it is gets an answer, whoever waits would wait for the time limit, and in vain.
#[derive(Debug)]
pub(super) struct Pool {
    /// How many may be here, waiting or not.
    places: Semaphore,
    permits: Semaphore,
    /// When a permit was last taken or given back.
    moved: Mutex<Instant>,
}

/// Leave to go on, until it is dropped.
#[derive(Debug)]
pub(super) struct Permit<'a> {
    pool: &'a Pool,
    _turn: SemaphorePermit<'a>,
    _place: SemaphorePermit<'a>,
}

impl Pool {
    /// So many may be here, so many at their turn.
    pub(super) fn new(places: usize, permits: usize) -> Self {
        Self { places: Semaphore::new(places), permits: Semaphore::new(permits), moved: Mutex::new(Instant::now()) }
    }

    /// A permit. Nothing, at once, where all places are taken, or all permits and none has come free for a while.
    pub(super) async fn acquire(&self) -> Option<Permit<'_>> {
        let place = self.places.try_acquire().ok()?;
        let mut free = pin!(self.permits.acquire());
        loop {
            // Polled at least once, so that one that is free is taken.
            let left = STANDSTILL.saturating_sub(self.moved().elapsed());
            match tokio::time::timeout(left, &mut free).await {
                Ok(permit) => {
                    self.move_on();
                    return Some(Permit { pool: self, _turn: permit.ok()?, _place: place });
                }
                Err(_elapsed) if self.moved().elapsed() >= STANDSTILL => return None,
                Err(_elapsed) => {}
            }
        }
    }

    fn moved(&self) -> Instant {
        *self.moved.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn move_on(&self) {
        *self.moved.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.pool.move_on();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_permit_is_waited_for_while_others_come_free() {
        let pool = Pool::new(3, 2);
        let (first, second) = (pool.acquire().await, pool.acquire().await.unwrap());
        let (third, ()) = tokio::join!(pool.acquire(), async { drop(second) });
        assert!(first.is_some() && third.is_some());
    }

    #[tokio::test]
    async fn where_all_places_are_taken_nobody_waits() {
        let pool = Pool::new(2, 1);
        let held = pool.acquire().await.unwrap();
        let (waits, ()) = tokio::join!(pool.acquire(), async {
            assert!(pool.acquire().await.is_none(), "one waits already");
            drop(held);
        });
        assert!(waits.is_some());
    }

    #[tokio::test]
    async fn at_a_standstill_nobody_waits() {
        let pool = Pool::new(2, 1);
        let held = pool.acquire().await.unwrap();
        *pool.moved.lock().unwrap() = Instant::now().checked_sub(STANDSTILL).unwrap();
        assert!(pool.acquire().await.is_none());
        drop(held);
        assert!(pool.acquire().await.is_some());
    }

    #[tokio::test]
    async fn after_a_quiet_time_a_crowd_is_no_standstill() {
        let pool = Pool::new(2, 1);
        *pool.moved.lock().unwrap() = Instant::now().checked_sub(STANDSTILL).unwrap();
        let held = pool.acquire().await.unwrap();
        let (next, ()) = tokio::join!(pool.acquire(), async { drop(held) });
        assert!(next.is_some());
    }
}
