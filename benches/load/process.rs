//! A process under load, and what it has used.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const ACCOUNT: &str = env!("CARGO_BIN_EXE_kratos-account");

pub struct Process {
    child: Child,
    pub listen: String,
    started: Instant,
}

impl Process {
    /// This program in another role.
    pub fn itself(args: impl Fn(String) -> Vec<String>) -> Self {
        let listen = free();
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(args(listen.clone()));
        Self::start(command, listen)
    }

    /// The application before this Kratos, as it is by default but for these flags.
    pub fn account(kratos: &str, flags: &[&str]) -> Self {
        Self::account_by(Command::new(ACCOUNT), kratos, flags)
    }

    /// The same under valgrind, which counts its instructions into a file.
    pub fn counted(kratos: &str, flags: &[&str], file: &Path) -> Self {
        let mut valgrind = Command::new("valgrind");
        valgrind.arg("--tool=callgrind").arg(format!("--callgrind-out-file={}", file.display())).arg(ACCOUNT);
        Self::account_by(valgrind, kratos, flags)
    }

    fn account_by(mut command: Command, kratos: &str, flags: &[&str]) -> Self {
        let listen = free();
        command.args(["serve", "--listen", &listen, "--kratos-public-url", kratos]);
        command.args(["--public-url", &format!("http://{listen}")]).args(flags);
        Self::start(command, listen)
    }

    /// MiB of the application's executable.
    pub fn size_of_account() -> f64 {
        fs::metadata(ACCOUNT).unwrap().len() as f64 / 1024.0 / 1024.0
    }

    fn start(mut command: Command, listen: String) -> Self {
        let started = Instant::now();
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let process = Self { child, listen, started };
        let patience = started + Duration::from_secs(60);
        while TcpStream::connect(&process.listen).is_err() {
            assert!(Instant::now() < patience, "it does not listen");
            std::thread::sleep(Duration::from_micros(200));
        }
        process
    }

    /// From the start of the process to its first answer.
    pub fn first(&self, target: &str) -> Duration {
        self.fetch(target);
        self.started.elapsed()
    }

    /// The body of an answer.
    pub fn fetch(&self, target: &str) -> Vec<u8> {
        let mut stream = TcpStream::connect(&self.listen).unwrap();
        write!(stream, "GET {target} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.listen).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let head = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        assert!(answer.starts_with(b"HTTP/1.1 200 "), "{}", String::from_utf8_lossy(&answer[..head]));
        answer.split_off(head + 4)
    }

    /// Asks it to end, and waits until it has.
    pub fn end(mut self) {
        Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        self.child.wait().unwrap();
    }

    /// The time it has had a processor, user and system.
    pub fn cpu(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        // After the name, which may hold anything, the 12th and 13th field; in hundredths of a second.
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
        let ticks: u64 = fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap();
        Duration::from_millis(ticks * 10)
    }

    /// MiB of its memory that are resident.
    pub fn resident(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1024.0
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An address that nobody listens on at the moment.
fn free() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}
