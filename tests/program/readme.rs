//! What `README.md` says of the settings is what the program knows.

use std::collections::BTreeSet;

use kratos_account::config::SETTINGS;

const README: &str = include_str!("../../README.md");

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

/// What stands between backticks.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[test]
fn the_table_has_every_flag_and_no_other() {
    let told: BTreeSet<&str> = rows().iter().flat_map(|[_, flags, _]| quoted(flags)).collect();
    let output = super::run(&["serve", "--help"], &[]);
    let help = String::from_utf8(output.stdout).unwrap();
    let words = help.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-')));
    let known: BTreeSet<&str> = words.filter(|word| word.starts_with("--") && *word != "--help").collect();
    assert_eq!(told, known);
}

#[test]
fn the_table_has_every_setting_with_its_flag_and_default() {
    let rows = rows();
    for setting in SETTINGS {
        let of_it = rows.iter().filter(|[names, ..]| quoted(names).any(|name| name == setting.name));
        let [[names, flags, default]] = of_it.collect::<Vec<_>>()[..] else { panic!("one row for {}", setting.name) };
        let flag = format!("--{}", setting.name.to_ascii_lowercase().replace('_', "-"));
        let same = quoted(names).zip(quoted(flags)).find(|(name, _)| *name == setting.name);
        assert_eq!(same, Some((setting.name, flag.as_str())));
        assert_eq!(quoted(default).next(), setting.default, "{}", setting.name);
    }
}

#[test]
fn the_routes_of_all_pages_are_told() {
    for page in kratos_account::config::Page::ALL {
        assert!(README.contains(&format!("`/{}`", page.name())) || README.contains(&format!("`GET /{}`", page.name())));
    }
}
