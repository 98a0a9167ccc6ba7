//! Bodies on their way, and how far they have come.

use std::convert::Infallible;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use http_body_util::BodyExt;

use super::error::{Cause, Error};

/// How far a body has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Bytes so far.
    pub bytes: u64,
    /// Bytes in all, where that is known.
    pub total: Option<u64>,
}

/// What is told of a body's progress.
pub(super) type OnProgress = Arc<dyn Fn(Progress) + Send + Sync>;

/// The whole of a body, or nothing if it has more than `limit` bytes.
pub(super) async fn receive<B: Body<Data = Bytes, Error: Into<Cause>>>(
    body: B,
    limit: usize,
    on_received: Option<OnProgress>,
) -> Result<Option<Bytes>, Error> {
    let mut body = pin!(body);
    let total = body.size_hint().exact();
    let tell = |bytes: usize| {
        if let Some(on_received) = &on_received {
            on_received(Progress { bytes: bytes as u64, total });
        }
    };
    tell(0);
    if total.is_some_and(|total| total > limit as u64) {
        return Ok(None);
    }
    // What comes in one piece is not copied.
    let mut whole = Bytes::new();
    let mut pieces = Vec::new();
    while let Some(frame) = body.frame().await {
        let Ok(piece) = frame.map_err(|error| Error::Interrupted(error.into()))?.into_data() else { continue };
        let received = whole.len() + pieces.len() + piece.len();
        if received > limit {
            return Ok(None);
        }
        tell(received);
        if whole.is_empty() && pieces.is_empty() {
            whole = piece;
            continue;
        }
        if pieces.is_empty() {
            // What is declared may be a lie.
            let expected = total.and_then(|total| usize::try_from(total).ok()).unwrap_or_default();
            pieces = Vec::with_capacity(expected.clamp(received, received.max(256 * 1024)));
            pieces.extend_from_slice(&std::mem::take(&mut whole));
        }
        pieces.extend_from_slice(&piece);
    }
    Ok(Some(if pieces.is_empty() { whole } else { pieces.into() }))
}

/// A body that tells how far it has gone out, and that it has begun to.
pub(super) struct Upload {
    rest: Bytes,
    total: u64,
    on_sent: Option<OnProgress>,
    started: Arc<AtomicBool>,
}

impl Upload {
    /// How much goes out between two calls of the callback.
    const STEP: usize = 16 * 1024;

    /// `body`, which sets `started` when it begins to go out.
    pub(super) fn new(body: Bytes, on_sent: Option<OnProgress>, started: Arc<AtomicBool>) -> Self {
        let upload = Self { total: body.len() as u64, rest: body, on_sent, started };
        if upload.rest.is_empty() {
            upload.started.store(true, Ordering::Relaxed);
            upload.tell();
        }
        upload
    }

    fn tell(&self) {
        if let Some(on_sent) = &self.on_sent {
            on_sent(Progress { bytes: self.total - self.rest.len() as u64, total: Some(self.total) });
        }
    }
}

impl Body for Upload {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.started.store(true, Ordering::Relaxed);
        if self.rest.is_empty() {
            return Poll::Ready(None);
        }
        let step = self.rest.len().min(Self::STEP);
        let chunk = self.rest.split_to(step);
        self.tell();
        Poll::Ready(Some(Ok(Frame::data(chunk))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest.len() as u64)
    }
}
