//! Which connections there are, and which of them idle.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::task::AbortHandle;

/// The connections of a server.
#[derive(Debug)]
pub(super) struct Connections {
    most: usize,
    most_idle: usize,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    open: HashMap<u64, Open>,
    /// Those that have said nothing yet, the one that has been there longest first.
    silent: BTreeMap<u64, u64>,
    /// Those that wait for a request, or for the rest of one's head, the one that has longest first.
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
    /// There may be so many, and so many that idle after they have spoken.
    pub(super) fn new(most: usize, most_idle: usize) -> Arc<Self> {
        Arc::new(Self { most, most_idle, state: Mutex::default() })
    }

    /// Whether there are as many as there may be.
    pub(super) fn is_full(&self) -> bool {
        self.state().open.len() >= self.most
    }

    /// Closes the connection that has waited longest for a request. Nothing, if all are busy.
    pub(super) fn close_idlest(&self) -> bool {
        let mut state = self.state();
        let first = |of: &BTreeMap<u64, u64>| of.keys().next().copied().unwrap_or(u64::MAX);
        let is_silent = first(&state.silent) < first(&state.idle);
        let closed = if is_silent { state.silent.pop_first() } else { state.idle.pop_first() };
        let closed = closed.and_then(|(_, id)| state.open.remove(&id));
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
        // Whatever the task has to say waits for the lock.
        let task = tokio::spawn(run(connection)).abort_handle();
        state.open.insert(id, Open { task, requests: 0, since: Some(id) });
        state.silent.insert(id, id);
    }

    /// A connection idles that has spoken.
    fn idles(&self, id: u64, since: impl FnOnce(&mut State) -> Option<u64>) {
        let mut state = self.state();
        let Some(since) = since(&mut state) else { return };
        if let Some(open) = state.open.get_mut(&id) {
            open.since = Some(since);
            state.idle.insert(since, id);
        }
        let too_many = state.idle.len() > self.most_idle;
        let closed = if too_many { state.idle.pop_first() } else { None };
        let closed = closed.and_then(|(_, id)| state.open.remove(&id));
        drop(state);
        if let Some(closed) = closed {
            closed.task.abort();
        }
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
    /// Its first byte is there: it still idles, but not in silence.
    pub(super) fn speaks(&self) {
        self.all.idles(self.id, |state| state.silent.remove(&self.id));
    }

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
            state.silent.remove(&since);
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
        self.all.idles(self.id, |state| {
            let open = state.open.get_mut(&self.id)?;
            open.requests = open.requests.saturating_sub(1);
            (open.requests == 0).then(|| state.event())
        });
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::mpsc;

    use super::*;

    /// So many connections that never end of themselves.
    async fn open(number: usize, most_idle: usize) -> (Arc<Connections>, Vec<Arc<Connection>>) {
        let connections = Connections::new(number, most_idle);
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

    /// Those that are silent, and those that idle, by number from 1.
    fn waiting(connections: &Connections) -> (Vec<u64>, Vec<u64>) {
        let state = connections.state();
        (state.silent.values().copied().collect(), state.idle.values().copied().collect())
    }

    #[tokio::test]
    async fn the_one_that_has_waited_longest_is_closed_and_none_that_is_busy() {
        let (connections, opened) = open(3, 10).await;
        assert!(connections.is_full());
        let [first, second, third] = [0, 1, 2].map(|number: usize| &opened[number]);
        for spoken in [first, third] {
            spoken.speaks();
        }
        let busy = first.busy();
        assert_eq!(waiting(&connections), (vec![second.id], vec![third.id]));
        assert!(connections.close_idlest());
        assert_eq!(waiting(&connections), (vec![], vec![third.id]));
        assert!(!connections.is_full());
        let also = first.busy();
        drop(busy);
        assert_eq!(waiting(&connections), (vec![], vec![third.id]), "it has another request");
        drop(also);
        assert_eq!(waiting(&connections), (vec![], vec![third.id, first.id]), "it waits since now");
        let _all = [first.busy(), third.busy()];
        assert!(!connections.close_idlest());
    }

    #[tokio::test]
    async fn of_those_that_have_spoken_fewer_may_idle() {
        let (connections, opened) = open(4, 2).await;
        for connection in &opened[1..] {
            connection.speaks();
        }
        assert_eq!(waiting(&connections), (vec![opened[0].id], vec![opened[2].id, opened[3].id]));
        drop([opened[2].busy(), opened[3].busy()]);
        assert_eq!(waiting(&connections).1.len(), 2);
    }

    #[tokio::test]
    async fn one_that_is_closed_comes_back_by_nothing() {
        let (connections, opened) = open(1, 10).await;
        assert!(connections.close_idlest());
        opened[0].speaks();
        drop(opened[0].busy());
        assert_eq!(waiting(&connections), (vec![], vec![]));
        drop(opened);
        assert_eq!(connections.state().open.len(), 0);
    }
}
