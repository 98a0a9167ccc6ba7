//! How many requests are under way, how large a body may be, how long it may take, and how much of bodies is held
//! at once.

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::{Buf, Bytes, BytesMut};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep, sleep, sleep_until};

use crate::account::BLOCK;
use crate::flow::problem::Problem;
use crate::visit::Visit;

/// A request of a page, as long as it is under way: one more than may be is told to come again, at once.
pub(crate) async fn under_way(visit: Visit, request: Request, next: Next) -> Response {
    match visit.account.pages.requests.try_acquire() {
        Ok(_under_way) => next.run(request).await,
        Err(_) => Problem::busy().into_response(),
    }
}

/// What a body may cost.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Bytes in all.
    pub(crate) bytes: u64,
    /// How long there may be no progress.
    pub(crate) pause: Duration,
    /// How long it may take in all.
    pub(crate) whole: Duration,
}

impl Limits {
    /// A body of so many bytes that comes within this time, and with no progress within a sixth of it.
    pub(crate) fn new(bytes: usize, whole: Duration) -> Self {
        Self { bytes: bytes as u64, pause: whole / 6, whole }
    }

    /// Whether the length that `headers` declare is beyond it.
    pub(crate) fn forbid(&self, headers: &HeaderMap) -> bool {
        let declared = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        declared.is_some_and(|length: u64| length > self.bytes)
    }
}

/// Which limit a body has exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exceeded {
    /// The size.
    Size,
    /// A time.
    Time,
}

impl Exceeded {
    /// Finds it in an error that it has caused.
    pub(crate) fn in_sources(error: &(dyn Error + 'static)) -> Option<Self> {
        let mut next = Some(error);
        while let Some(error) = next {
            if let Some(exceeded) = error.downcast_ref() {
                return Some(*exceeded);
            }
            next = error.source();
        }
        None
    }
}

impl fmt::Display for Exceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Size => "a body was larger than the limit",
            Self::Time => "a body took longer than the limit",
        })
    }
}

impl Error for Exceeded {}

/// A body within [`Limits`], which fails with [`Exceeded`] beyond them. It holds a `K` until it ends.
pub(crate) struct Bounded<B, K> {
    /// Never locked: this makes any body `Sync`, which the HTTP client asks for.
    body: Mutex<B>,
    left: u64,
    pause: Duration,
    paused: Pin<Box<Sleep>>,
    end: Pin<Box<Sleep>>,
    keep: Option<K>,
}

impl<B, K> Bounded<B, K> {
    pub(crate) fn new(body: B, limits: Limits, keep: K) -> Self {
        let Limits { bytes, pause, whole } = limits;
        Self {
            body: Mutex::new(body),
            left: bytes,
            pause,
            paused: Box::pin(sleep(pause)),
            end: Box::pin(sleep_until(Instant::now() + whole)),
            keep: Some(keep),
        }
    }
}

impl<B, K> http_body::Body for Bounded<B, K>
where
    B: http_body::Body<Data = Bytes> + Unpin,
    B::Error: Into<axum::BoxError>,
    K: Unpin,
{
    type Data = Bytes;
    type Error = axum::BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let this = &mut *self;
        let body = this.body.get_mut().unwrap_or_else(PoisonError::into_inner);
        let Poll::Ready(frame) = Pin::new(body).poll_frame(context) else {
            if this.paused.as_mut().poll(context).is_pending() {
                ready!(this.end.as_mut().poll(context));
            }
            this.keep = None;
            return Poll::Ready(Some(Err(Exceeded::Time.into())));
        };
        let pause = this.pause;
        this.paused.as_mut().reset(Instant::now() + pause);
        let size = if let Some(Ok(frame)) = &frame {
            frame.data_ref().map_or(0, Buf::remaining) as u64
        } else {
            this.keep = None;
            0
        };
        let exceeded = match this.left.checked_sub(size) {
            // Little by little for ever is too long as well.
            Some(_) if this.end.is_elapsed() || this.end.as_mut().poll(context).is_ready() => Some(Exceeded::Time),
            Some(left) => {
                this.left = left;
                None
            }
            None => Some(Exceeded::Size),
        };
        match (exceeded, frame) {
            (Some(exceeded), Some(_)) => {
                this.keep = None;
                Poll::Ready(Some(Err(exceeded.into())))
            }
            (_, None) => Poll::Ready(None),
            (None, Some(frame)) => Poll::Ready(Some(frame.map_err(Into::into))),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.lock().unwrap_or_else(PoisonError::into_inner).is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.lock().unwrap_or_else(PoisonError::into_inner).size_hint()
    }
}

/// The media type of forms.
pub(crate) const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");

/// The body of a form as it came.
pub(crate) struct FormBody(pub(crate) Bytes);

impl<S: Sync> FromRequest<S> for FormBody {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        if !is_form(request.headers()) {
            return Err(Problem::NotAForm);
        }
        // Set by the outermost layer, whatever is asked for.
        let visit = request.extensions().get::<Visit>().cloned().ok_or(Problem::Internal)?;
        let limits = &visit.account.config.limits;
        let limits = Limits::new(limits.form_bytes, limits.read_timeout);
        if limits.forbid(request.headers()) {
            return Err(Problem::TooLarge);
        }
        read(request.into_body(), limits, &visit.account.pages.forms).await.map(Self)
    }
}

/// The whole of a body. The room it takes is given back with the last of its bytes.
async fn read(body: Body, limits: Limits, room: &Arc<Semaphore>) -> Result<Bytes, Problem> {
    let mut body = Bounded::new(body, limits, ());
    let mut form = Held { bytes: BytesMut::new(), room: None };
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| match error.downcast_ref() {
            Some(Exceeded::Size) => Problem::TooLarge,
            _ => Problem::UploadTooSlow,
        })?;
        let Ok(data) = frame.into_data() else { continue };
        let blocks = (form.bytes.len() + data.len()).div_ceil(BLOCK);
        let missing = blocks.saturating_sub(form.room.as_ref().map_or(0, OwnedSemaphorePermit::num_permits));
        if missing > 0 {
            let more = u32::try_from(missing).ok();
            let more = more.and_then(|missing| Arc::clone(room).try_acquire_many_owned(missing).ok());
            let more = more.ok_or_else(Problem::busy)?;
            match &mut form.room {
                Some(room) => room.merge(more),
                none => *none = Some(more),
            }
        }
        form.bytes.extend_from_slice(&data);
    }
    Ok(Bytes::from_owner(form))
}

/// Bytes, and the room they take.
struct Held {
    bytes: BytesMut,
    room: Option<OwnedSemaphorePermit>,
}

impl AsRef<[u8]> for Held {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let media_type = headers.get(CONTENT_TYPE).and_then(|media_type| media_type.to_str().ok()).unwrap_or_default();
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case(FORM.to_str().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use http_body_util::channel::{Channel, Sender};

    use super::*;

    const LIMITS: Limits = Limits { bytes: 100, pause: Duration::from_secs(10), whole: Duration::from_secs(30) };

    /// A body that arrives as it is sent, and what becomes of it.
    fn arriving(room: &Arc<Semaphore>) -> (Sender<Bytes>, tokio::task::JoinHandle<Result<Bytes, u16>>) {
        let (sender, body) = Channel::new(1);
        let room = Arc::clone(room);
        let read =
            async move { read(Body::new(body), LIMITS, &room).await.map_err(|problem| problem.status().as_u16()) };
        (sender, tokio::spawn(read))
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_stops_is_given_up() {
        let (mut sender, body) = arriving(&Arc::new(Semaphore::new(100)));
        sender.send_data(Bytes::from_static(b"a=")).await.unwrap();
        let started = Instant::now();
        assert_eq!(body.await.unwrap().unwrap_err(), 408);
        assert_eq!(started.elapsed(), LIMITS.pause);
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_trickles_is_given_up_too() {
        let (mut sender, body) = arriving(&Arc::new(Semaphore::new(100)));
        let started = Instant::now();
        while sender.send_data(Bytes::from_static(b"a")).await.is_ok() {
            // The clock stands, and goes on by itself where all wait for it.
            sleep(Duration::from_secs(9)).await;
        }
        assert_eq!(body.await.unwrap().unwrap_err(), 408);
        assert!(started.elapsed() <= LIMITS.whole + Duration::from_secs(9));
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_is_whole_up_to_its_limit_and_refused_beyond() {
        for (bytes, whole) in [(100, Ok(100)), (101, Err(413))] {
            let (mut sender, body) = arriving(&Arc::new(Semaphore::new(100)));
            sender.send_data(vec![b'a'; bytes].into()).await.unwrap();
            drop(sender);
            assert_eq!(body.await.unwrap().map(|body| body.len()), whole);
        }
    }

    #[tokio::test(start_paused = true)]
    async fn where_there_is_no_room_a_form_is_refused_until_another_has_gone() {
        let one = Arc::new(Semaphore::new(1));
        let form = async || {
            let (mut sender, body) = arriving(&one);
            sender.send_data(Bytes::from_static(b"a=b")).await.unwrap();
            drop(sender);
            body.await.unwrap()
        };
        let first = form().await.unwrap();
        let part = first.slice(0..1);
        drop(first);
        assert_eq!(form().await.unwrap_err(), 503, "a part of it is held still");
        drop(part);
        assert_eq!(form().await.unwrap(), "a=b");
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_held_for_a_body_is_let_go_at_its_end() {
        let held = Arc::new(());
        let (mut sender, body) = Channel::<Bytes>::new(1);
        let mut body = Bounded::new(body, LIMITS, Arc::clone(&held));
        sender.send_data(Bytes::from_static(b"a")).await.unwrap();
        assert!(body.frame().await.unwrap().is_ok());
        assert_eq!(Arc::strong_count(&held), 2);
        let error = body.frame().await.unwrap().unwrap_err();
        assert_eq!(Exceeded::in_sources(&*error), Some(Exceeded::Time));
        assert_eq!(Arc::strong_count(&held), 1);
    }
}
