//! Which connections there are, and which of them idle.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::task::AbortHandle;

/// The connections of a server.
#[derive(Debug)]
pub(super) struct Connections {
    most: usize,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    open: HashMap<u64, Open>,
    /// Those that idle, the one that has longest first.
    idle: BTreeMap<u64, u64>,
    /// What has happened so far; numbers connections and moments.
    events: u64,
}

/// One that is open.
#[derive(Debug)]
struct Open {
    task: AbortHandle,
    /// How many requests it has. HTTP/2 has several at once.
    requests: usize,
    /// Since when it idles, if it does.
    since: Option<u64>,
}

impl Connections {
    /// There may be so many.
    pub(super) fn new(most: usize) -> Arc<Self> {
        Arc::new(Self { most, state: Mutex::default() })
    }

    /// Whether there are as many as there may be.
    pub(super) fn is_full(&self) -> bool {
        self.state().open.len() >= self.most
    }

    /// Closes the connection that has idled longest: it waits for a request, or for the rest of
    /// one's head. Nothing, if all are busy.
    pub(super) fn close_idlest(&self) -> bool {
        let mut state = self.state();
        let closed = state.idle.pop_first().and_then(|(_, id)| state.open.remove(&id));
        drop(state);
        // The task's end takes the lock.
        closed.map(|closed| closed.task.abort()).is_some()
    }

    /// Runs a connection, which idles until it says otherwise.
    pub(super) fn open<F>(self: &Arc<Self>, run: impl FnOnce(Connection) -> F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let mut state = self.state();
        let id = state.event();
        let connection = Connection { id, all: Arc::clone(self) };
        // Until this is done the task waits for the lock, if it must.
        let task = tokio::spawn(run(connection)).abort_handle();
        state.open.insert(id, Open { task, requests: 0, since: Some(id) });
        state.idle.insert(id, id);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn event(&mut self) -> u64 {
        self.events += 1;
        self.events
    }
}

/// One of them, until it is dropped.
#[derive(Debug)]
pub(super) struct Connection {
    id: u64,
    all: Arc<Connections>,
}

impl Connection {
    /// It has a request, until what this returns is dropped.
    pub(super) fn busy(&self) -> Busy {
        let mut state = self.all.state();
        let since = state.open.get_mut(&self.id).and_then(|open| {
            open.requests += 1;
            open.since.take()
        });
        since.map(|since| state.idle.remove(&since));
        Busy { id: self.id, all: Arc::clone(&self.all) }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        let mut state = self.all.state();
        if let Some(since) = state.open.remove(&self.id).and_then(|open| open.since) {
            state.idle.remove(&since);
        }
    }
}

/// A connection that has a request.
#[derive(Debug)]
pub(super) struct Busy {
    id: u64,
    all: Arc<Connections>,
}

impl Drop for Busy {
    fn drop(&mut self) {
        let mut state = self.all.state();
        let now = state.event();
        let Some(open) = state.open.get_mut(&self.id) else { return };
        open.requests = open.requests.saturating_sub(1);
        if open.requests == 0 {
            open.since = Some(now);
            state.idle.insert(now, self.id);
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::mpsc;

    use super::*;

    /// Connections that idle for ever, and each of them.
    async fn open(number: usize) -> (Arc<Connections>, Vec<Arc<Connection>>) {
        let connections = Connections::new(number);
        let (tell, mut told) = mpsc::unbounded_channel();
        let mut opened = Vec::new();
        for _ in 0..number {
            let tell = tell.clone();
            connections.open(|connection| async move {
                let connection = Arc::new(connection);
                tell.send(Arc::downgrade(&connection)).unwrap();
                std::future::pending::<()>().await;
                drop(connection);
            });
            opened.push(told.recv().await.unwrap().upgrade().unwrap());
        }
        (connections, opened)
    }

    fn idle(connections: &Connections) -> Vec<u64> {
        connections.state().idle.values().copied().collect()
    }

    #[tokio::test]
    async fn the_one_that_has_idled_longest_is_closed_and_none_that_is_busy() {
        let (connections, opened) = open(3).await;
        assert!(connections.is_full());
        let [first, second, third] = [0, 1, 2].map(|number: usize| opened[number].id);
        let busy = opened[0].busy();
        assert_eq!(idle(&connections), [second, third]);
        assert!(connections.close_idlest());
        assert_eq!(idle(&connections), [third]);
        assert!(!connections.is_full());
        let also = opened[0].busy();
        drop(busy);
        assert_eq!(idle(&connections), [third], "it has another request");
        drop(also);
        assert_eq!(idle(&connections), [third, first], "it idles since now");
        let _all = [opened[0].busy(), opened[2].busy()];
        assert!(!connections.close_idlest());
    }

    #[tokio::test]
    async fn one_that_is_closed_comes_back_by_nothing() {
        let (connections, opened) = open(1).await;
        assert!(connections.close_idlest());
        drop(opened[0].busy());
        assert_eq!(idle(&connections), [0; 0]);
        drop(opened);
        assert_eq!(connections.state().open.len(), 0);
    }
}
