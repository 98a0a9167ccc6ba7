//! What reads files of `deploy/` finds nothing wrong with them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::harness::{missing, tests};

tests!(prometheus_takes_the_alerts, systemd_takes_the_units);

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy").join(name)
}

fn output(program: &str, command: &mut Command) -> Output {
    command.output().unwrap_or_else(|_| missing(program))
}

fn prometheus_takes_the_alerts() {
    let output =
        output("promtool", Command::new("promtool").args(["check", "rules"]).arg(file("prometheus/alerts.yml")));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn systemd_takes_the_units() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["kratos-account.service", "kratos-account.socket"];
    for name in names {
        let text = std::fs::read_to_string(file("systemd").join(name)).unwrap();
        let here = text.replace("/usr/local/bin/kratos-account", env!("CARGO_BIN_EXE_kratos-account"));
        std::fs::write(folder.path().join(name), here).unwrap();
    }
    let mut verify = Command::new("systemd-analyze");
    verify.args(["verify", "--man=no"]).args(names).current_dir(folder.path());
    // At its end, an empty part stands for systemd's own units.
    verify.env("SYSTEMD_UNIT_PATH", format!("{}:", folder.path().display()));
    let output = output("systemd-analyze", &mut verify);
    // It is told of units of other programs as well.
    let complaints = String::from_utf8_lossy(&output.stderr);
    let ours: Vec<_> = complaints.lines().filter(|line| line.contains("kratos-account")).collect();
    assert!(output.status.success() && ours.is_empty(), "{complaints}");
}
