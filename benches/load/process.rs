//! A process under load, and what it has used.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::generator::Load;

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

    /// The application before this Kratos, as it is by default.
    pub fn account(kratos: &str) -> Self {
        let listen = free();
        let mut command = Command::new(env!("CARGO_BIN_EXE_kratos-account"));
        command.args(["serve", "--listen", &listen, "--kratos-public-url", kratos]);
        command.args(["--public-url", &format!("http://{listen}")]);
        Self::start(command, listen)
    }

    fn start(mut command: Command, listen: String) -> Self {
        let started = Instant::now();
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let process = Self { child, listen, started };
        let patience = started + Duration::from_secs(5);
        while TcpStream::connect(&process.listen).is_err() {
            assert!(Instant::now() < patience, "it does not listen");
            std::thread::sleep(Duration::from_micros(200));
        }
        process
    }

    /// From the start of the process to its first page.
    pub fn first_page(&self, target: &str) -> Duration {
        let time = Duration::from_secs(5);
        Load { listen: &self.listen, target, connections: 1, time, most: Some(1) }.run();
        self.started.elapsed()
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
