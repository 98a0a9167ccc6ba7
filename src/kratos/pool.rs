//! Permits for what must not be waited for in vain.

use std::pin::pin;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{Semaphore, SemaphorePermit};

/// How long nothing may move before those who wait are told that it is in vain.
const STANDSTILL: Duration = Duration::from_secs(1);

/// Permits that are waited for only as long as others come free.
#[derive(Debug)]
pub(super) struct Pool {
    permits: Semaphore,
    /// When a permit was last taken or given back.
    moved: Mutex<Instant>,
}

/// Leave to go on, until it is dropped.
#[derive(Debug)]
pub(super) struct Permit<'a> {
    pool: &'a Pool,
    _permit: SemaphorePermit<'a>,
}

impl Pool {
    pub(super) fn new(permits: usize) -> Self {
        Self { permits: Semaphore::new(permits), moved: Mutex::new(Instant::now()) }
    }

    /// A permit. Nothing, at once, where all are taken and none has come free for a while.
    pub(super) async fn acquire(&self) -> Option<Permit<'_>> {
        let mut free = pin!(self.permits.acquire());
        loop {
            // Polled at least once, so that one that is free is taken.
            let left = STANDSTILL.saturating_sub(self.moved().elapsed());
            match tokio::time::timeout(left, &mut free).await {
                Ok(permit) => {
                    self.move_on();
                    return Some(Permit { pool: self, _permit: permit.ok()? });
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
        let pool = Pool::new(2);
        let (first, second) = (pool.acquire().await, pool.acquire().await.unwrap());
        let (third, ()) = tokio::join!(pool.acquire(), async { drop(second) });
        assert!(first.is_some() && third.is_some());
    }

    #[tokio::test]
    async fn at_a_standstill_nobody_waits() {
        let pool = Pool::new(1);
        let held = pool.acquire().await.unwrap();
        *pool.moved.lock().unwrap() = Instant::now().checked_sub(STANDSTILL).unwrap();
        assert!(pool.acquire().await.is_none());
        drop(held);
        assert!(pool.acquire().await.is_some());
    }

    #[tokio::test]
    async fn after_a_quiet_time_a_crowd_is_no_standstill() {
        let pool = Pool::new(1);
        *pool.moved.lock().unwrap() = Instant::now().checked_sub(STANDSTILL).unwrap();
        let held = pool.acquire().await.unwrap();
        let (next, ()) = tokio::join!(pool.acquire(), async { drop(held) });
        assert!(next.is_some());
    }
}
