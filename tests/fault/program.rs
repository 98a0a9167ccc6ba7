//! The program as a process of its own.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;

/// The program while it serves; it ends with the test.
pub(crate) struct Program {
    child: Child,
    /// Where it listens.
    pub(crate) address: String,
    /// The lines of its log; a thread reads them, so that it never waits for a reader.
    log: mpsc::Receiver<serde_json::Value>,
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Program {
    /// Serves on a free port with these settings.
    pub(crate) fn serve(variables: &[(&str, &str)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kratos-account"));
        command.arg("serve").stdin(Stdio::null());
        Self::start(command, &[&[("LISTEN", "127.0.0.1:0")], variables].concat())
    }

    /// The same, where it may not have more than so many files open.
    pub(crate) fn serve_with_files(files: usize, variables: &[(&str, &str)]) -> Self {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("ulimit -n {files}; exec \"$0\" serve")]);
        command.arg(env!("CARGO_BIN_EXE_kratos-account")).stdin(Stdio::null());
        Self::start(command, &[&[("LISTEN", "127.0.0.1:0")], variables].concat())
    }

    /// Serves on a socket that it is handed, as systemd does.
    pub(crate) fn serve_on(socket: &TcpListener, variables: &[(&str, &str)]) -> Self {
        let mut command = Command::new("sh");
        command.args(["-c", "exec 3<&0 </dev/null; LISTEN_PID=$$ LISTEN_FDS=1 exec \"$0\" serve"]);
        command.arg(env!("CARGO_BIN_EXE_kratos-account"));
        command.stdin(Stdio::from(OwnedFd::from(socket.try_clone().unwrap())));
        Self::start(command, &[&[("LISTEN", "systemd")], variables].concat())
    }

    fn start(mut command: Command, variables: &[(&str, &str)]) -> Self {
        command.env_clear().envs(variables.iter().copied()).env("LOG_FORMAT", "json");
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let (tell, log) = mpsc::channel();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                // Nobody may listen any more.
                let _ = tell.send(serde_json::from_str(&line).unwrap_or_default());
            }
        });
        let mut program = Self { child, address: String::new(), log };
        program.wait_for("serving")["listening"].as_str().unwrap().clone_into(&mut program.address);
        program
    }

    /// Reads its log up to the line that says this.
    pub(crate) fn wait_for(&self, message: &str) -> serde_json::Value {
        self.log.iter().find(|line| line["message"] == message).unwrap_or_else(|| panic!("it says {message}"))
    }

    /// How often its log has said this since.
    pub(crate) fn said(&self, message: &str) -> usize {
        self.log.try_iter().filter(|line| line["message"] == message).count()
    }

    /// Tells it to end.
    pub(crate) fn terminate(&self) {
        assert!(Command::new("kill").arg(self.child.id().to_string()).status().unwrap().success());
    }

    /// What it ended with.
    pub(crate) fn ended(&mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }

    /// How many files it has open.
    pub(crate) fn open_files(&self) -> usize {
        std::fs::read_dir(format!("/proc/{}/fd", self.child.id())).unwrap().count()
    }

    /// What it has of the memory, in MiB.
    pub(crate) fn resident(&self) -> usize {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.split_whitespace().next().unwrap().parse::<usize>().unwrap() / 1024
    }
}
