//! What `README.md` says of the settings, and `docs/operate.md` of the limits, is what the program knows.

use std::collections::BTreeSet;

use kratos_account::config::{LIMITS, SETTINGS};

const README: &str = include_str!("../../README.md");

const OPERATE: &str = include_str!("../../docs/operate.md");

/// The rows of the table of settings: names, flags, default.
fn rows() -> Vec<[&'static str; 3]> {
    let table = README.split("| variable | flag | default | |\n").nth(1).unwrap();
    let rows = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    let cells = |row: &'static str| {
        let mut cells = row.split('|').map(str::trim);
        [cells.nth(1).unwrap(), cells.next().unwrap(), cells.next().unwrap()]
    };
    rows.map(cells).collect()
}

/// The rows of the table of limits: name, default, what happens, why.
fn limits() -> Vec<[&'static str; 4]> {
    let table = OPERATE.split("| variable | default | beyond it | why this, and when to change it |\n").nth(1).unwrap();
    let rows = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    let cells = |row: &'static str| row.split('|').map(str::trim).collect::<Vec<_>>()[1..5].try_into().unwrap();
    rows.map(cells).collect()
}

/// The flag of a variable.
fn flag(name: &str) -> String {
    format!("--{}", name.to_ascii_lowercase().replace('_', "-"))
}

/// What stands between backticks.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[test]
fn the_table_has_every_flag_and_no_other() {
    let told = rows().into_iter().flat_map(|[_, flags, _]| quoted(flags)).map(str::to_owned);
    let told: BTreeSet<String> = told.chain(LIMITS.iter().map(|limit| flag(limit.name))).collect();
    let output = super::run(&["serve", "--help"], &[]);
    let help = String::from_utf8(output.stdout).unwrap();
    let words = help.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-')));
    let known = words.filter(|word| word.starts_with("--") && *word != "--help").map(str::to_owned);
    let known: BTreeSet<String> = known.collect();
    assert_eq!(told, known);
}

#[test]
fn the_table_has_every_setting_with_its_flag_and_default() {
    let rows = rows();
    for setting in SETTINGS {
        let of_it = rows.iter().filter(|[names, ..]| quoted(names).any(|name| name == setting.name));
        let [[names, flags, default]] = of_it.collect::<Vec<_>>()[..] else { panic!("one row for {}", setting.name) };
        let flag = flag(setting.name);
        let same = quoted(names).zip(quoted(flags)).find(|(name, _)| *name == setting.name);
        assert_eq!(same, Some((setting.name, flag.as_str())));
        assert_eq!(quoted(default).next(), setting.default, "{}", setting.name);
    }
}

#[test]
fn the_table_of_limits_has_each_with_its_default_and_a_reason() {
    let rows = limits();
    assert_eq!(rows.len(), LIMITS.len());
    assert!(README.contains(&format!("| {} limits ", LIMITS.len())));
    for (limit, [name, default, beyond, why]) in LIMITS.iter().zip(rows) {
        assert_eq!((quoted(name).next(), quoted(default).next()), (Some(limit.name), limit.default));
        assert!(!beyond.is_empty() && why.len() > 20, "{name}");
    }
}

#[test]
fn the_routes_of_all_pages_are_told() {
    for page in kratos_account::config::Page::ALL {
        assert!(README.contains(&format!("`/{}`", page.name())) || README.contains(&format!("`GET /{}`", page.name())));
    }
}
