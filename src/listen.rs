//! Where the program listens.

use std::fs;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};

use kratos_account::Listener;
use listenfd::ListenFd;
use tokio::net::{TcpListener, UnixListener};

use crate::cli::Listen;

/// Who may connect to a Unix socket: its owner and group.
const MODE: u32 = 0o660;

/// What is listened on, and what to say of where that is.
pub(crate) struct Bound {
    pub(crate) listener: Listener,
    pub(crate) at: String,
    /// What is taken away at the end.
    pub(crate) file: Option<SocketFile>,
}

/// A Unix socket's file, which is gone when this is.
pub(crate) struct SocketFile(PathBuf);

impl Drop for SocketFile {
    fn drop(&mut self) {
        // Somebody else may have taken it away.
        drop(fs::remove_file(&self.0));
    }
}

/// Listens there.
///
/// # Errors
/// When that cannot be; what it says is why.
pub(crate) async fn bind(listen: &Listen) -> Result<Bound, String> {
    let bound = match listen {
        Listen::Tcp(address) => match TcpListener::bind(address).await {
            Ok(listener) => tcp(listener),
            Err(error) => Err(error),
        },
        Listen::Unix(path) => unix(path),
        Listen::Handed => return handed(),
    };
    bound.map_err(|error| format!("cannot listen on {listen}: {error}"))
}

fn tcp(listener: TcpListener) -> std::io::Result<Bound> {
    let at = listener.local_addr()?.to_string();
    Ok(Bound { listener: listener.into(), at, file: None })
}

fn unix(path: &Path) -> std::io::Result<Bound> {
    // One that nobody listens on any more was left behind.
    let is_socket = fs::symlink_metadata(path).is_ok_and(|file| file.file_type().is_socket());
    if is_socket && UnixStream::connect(path).is_err() {
        fs::remove_file(path)?;
    }
    let listener = UnixListener::bind(path)?;
    fs::set_permissions(path, fs::Permissions::from_mode(MODE))?;
    Ok(Bound {
        listener: listener.into(),
        at: format!("unix:{}", path.display()),
        file: Some(SocketFile(path.to_owned())),
    })
}

/// The first socket that systemd hands over, of either kind.
fn handed() -> Result<Bound, String> {
    let told = |error: std::io::Error| format!("cannot listen on what systemd handed over: {error}");
    let mut sockets = ListenFd::from_env();
    if sockets.len() == 0 {
        return Err("systemd handed over no socket (LISTEN_FDS): start it by its socket unit".to_owned());
    }
    if let Ok(Some(listener)) = sockets.take_tcp_listener(0) {
        listener.set_nonblocking(true).map_err(told)?;
        return TcpListener::from_std(listener).and_then(tcp).map_err(told);
    }
    match sockets.take_unix_listener(0).map_err(told)? {
        Some(listener) => {
            listener.set_nonblocking(true).map_err(told)?;
            let listener = UnixListener::from_std(listener).map_err(told)?;
            Ok(Bound { listener: listener.into(), at: "systemd's Unix socket".to_owned(), file: None })
        }
        None => Err("what systemd handed over is no socket to listen on".to_owned()),
    }
}
