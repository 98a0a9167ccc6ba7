//! Which file of the library takes what from which: one way, and in no circle.

#![allow(clippy::allow_attributes, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::Visit;

/// What each part may take from others; the parts from the bottom up. What is not here takes
/// nothing.
const MAY_TAKE: &[(&str, &[&str])] = &[
    ("assets", &[]),
    ("cache", &[]),
    ("cookies", &[]),
    ("metrics", &[]),
    ("trace", &[]),
    ("forwarded", &["trace"]),
    ("kratos", &["trace"]),
    ("config", &["kratos"]),
    ("serve", &["config", "metrics"]),
    ("draft", &["kratos"]),
    ("sessions", &["kratos"]),
    ("hydra", &["config", "kratos"]),
    ("brand", &["assets", "config"]),
    ("flow", &["config", "kratos"]),
    ("security", &["flow"]),
    ("view", &["config", "flow", "kratos"]),
    (
        "account",
        &["assets", "brand", "cache", "config", "draft", "flow", "hydra", "kratos", "metrics", "sessions", "view"],
    ),
    ("check", &["account", "config", "flow", "kratos"]),
    (
        "visit",
        &["account", "config", "cookies", "draft", "flow", "forwarded", "hydra", "kratos", "security", "trace", "view"],
    ),
    ("layers", &["account", "cookies", "flow", "kratos", "security", "trace", "visit"]),
    ("guard", &["account", "config", "cookies", "flow", "forwarded", "kratos", "layers", "sessions", "trace", "visit"]),
    ("proxy", &["flow", "forwarded", "guard", "kratos", "layers", "trace", "visit"]),
    (
        "pages",
        &[
            "account",
            "check",
            "config",
            "cookies",
            "draft",
            "flow",
            "forwarded",
            "guard",
            "hydra",
            "kratos",
            "layers",
            "metrics",
            "view",
            "visit",
        ],
    ),
    ("bench", &["account", "kratos", "pages", "view", "visit"]),
    ("routes", &["account", "config", "flow", "guard", "kratos", "layers", "pages", "proxy", "security"]),
];

/// What may not be named there at all: those parts are pure.
const PURE: &[(&str, &[&str])] = &[("flow", &["axum", "hyper", "tokio"]), ("view", &["axum", "hyper", "tokio"])];

/// A module by its path from the crate's root.
type Module = Vec<String>;

/// One file of the library.
#[derive(Default)]
struct File {
    /// The paths it names, from the crate's root if they begin with `crate`.
    paths: BTreeSet<Vec<String>>,
    /// What it passes on: the name, and the path it comes by.
    passes_on: BTreeMap<String, Vec<String>>,
}

impl<'ast> Visit<'ast> for File {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let mut leaves = Vec::new();
        leaves_of(&item.tree, &mut Vec::new(), &mut leaves);
        if matches!(item.vis, syn::Visibility::Inherited) {
            self.paths.extend(leaves.into_iter().map(|(_, path)| path));
        } else {
            self.passes_on.extend(leaves);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.paths.insert(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }

    // `pub(super)` takes nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    // Tests may look at anything.
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.ident != "tests" {
            syn::visit::visit_item_mod(self, item);
        }
    }
}

/// The names that a `use` brings, each with its path.
fn leaves_of(tree: &syn::UseTree, path: &mut Vec<String>, into: &mut Vec<(String, Vec<String>)>) {
    match tree {
        syn::UseTree::Path(way) => {
            path.push(way.ident.to_string());
            leaves_of(&way.tree, path, into);
            path.pop();
        }
        syn::UseTree::Name(name) if name.ident == "self" => {
            into.push((path.last().cloned().unwrap_or_default(), path.clone()));
        }
        syn::UseTree::Name(name) => {
            into.push((name.ident.to_string(), [path.as_slice(), &[name.ident.to_string()]].concat()));
        }
        syn::UseTree::Rename(name) => {
            into.push((name.rename.to_string(), [path.as_slice(), &[name.ident.to_string()]].concat()));
        }
        syn::UseTree::Glob(_) => into.push(("*".to_owned(), path.clone())),
        syn::UseTree::Group(group) => group.items.iter().for_each(|tree| leaves_of(tree, path, into)),
    }
}

/// The library's files by their modules.
fn files() -> BTreeMap<Module, File> {
    fn read(folder: &Path, module: &Module, into: &mut BTreeMap<Module, File>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let below = [module.as_slice(), std::slice::from_ref(&name)].concat();
            if path.is_dir() {
                read(&path, &below, into);
            } else if path.extension().is_some_and(|extension| extension == "rs") && name != "tests" {
                let mut file = File::default();
                file.visit_file(&syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap());
                into.insert(if name == "lib" { Vec::new() } else { below }, file);
            }
        }
    }
    let mut files = BTreeMap::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &Vec::new(), &mut files);
    // The executable is another crate.
    files.retain(|module, _| !matches!(module.first().map(String::as_str), Some("main" | "cli" | "traces")));
    files
}

/// The file that a path leads to from a file, as far as it is one of the library's.
fn end_of(files: &BTreeMap<Module, File>, from: &Module, path: &[String]) -> Option<Module> {
    let (mut at, rest) = match path.first().map(String::as_str)? {
        "crate" => (Vec::new(), path.get(1..)?),
        "super" => {
            let ups = path.iter().take_while(|step| *step == "super").count();
            (from.get(..from.len().checked_sub(ups)?)?.to_vec(), path.get(ups..)?)
        }
        "self" => (from.clone(), path.get(1..)?),
        first => {
            let child = [from.as_slice(), &[first.to_owned()]].concat();
            files.contains_key(&child).then_some((child, path.get(1..)?))?
        }
    };
    for (index, step) in rest.iter().enumerate() {
        let below = [at.as_slice(), std::slice::from_ref(step)].concat();
        if files.contains_key(&below) {
            at = below;
        } else if let Some(passed) = files.get(&at).and_then(|file| file.passes_on.get(step)) {
            let whole = [passed.as_slice(), rest.get(index + 1..)?].concat();
            return end_of(files, &at, &whole);
        } else {
            break;
        }
    }
    Some(at)
}

/// Which files each file takes something from.
fn arrows(files: &BTreeMap<Module, File>) -> BTreeMap<&Module, BTreeSet<Module>> {
    let taken = |module, file: &File| {
        let ends = file.paths.iter().filter_map(|path| end_of(files, module, path));
        // A file and those below it are one, told in parts.
        ends.filter(|end| end.is_empty() || !module.starts_with(end)).collect()
    };
    files.iter().map(|(module, file)| (module, taken(module, file))).collect()
}

/// A way from a file back to itself.
fn circle<'a>(
    arrows: &'a BTreeMap<&'a Module, BTreeSet<Module>>,
    at: &'a Module,
    way: &mut Vec<&'a Module>,
    done: &mut BTreeSet<&'a Module>,
) -> Option<Vec<&'a Module>> {
    if let Some(start) = way.iter().position(|before| *before == at) {
        return way.get(start..).map(<[_]>::to_vec);
    }
    if !done.insert(at) {
        return None;
    }
    way.push(at);
    let found = arrows.get(at)?.iter().find_map(|next| circle(arrows, next, way, done));
    way.pop();
    found
}

#[test]
fn what_the_parts_take_from_each_other_goes_one_way() {
    let files = files();
    let may: BTreeMap<&str, &[&str]> = MAY_TAKE.iter().copied().collect();
    let mut wrong = Vec::new();
    for (from, to) in arrows(&files).iter().flat_map(|(from, to)| to.iter().map(move |to| (*from, to))) {
        let (Some(part), Some(other)) = (from.first(), to.first()) else { continue };
        if part != other && !may.get(part.as_str()).is_some_and(|may| may.contains(&other.as_str())) {
            wrong.push(format!("{} may take nothing from {}", from.join("::"), to.join("::")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // The table itself goes from the bottom up.
    for (index, (part, takes)) in MAY_TAKE.iter().enumerate() {
        for other in *takes {
            assert!(MAY_TAKE[..index].iter().any(|(below, _)| below == other), "{part} is not above {other}");
        }
    }
}

#[test]
fn no_file_takes_from_one_that_takes_from_it() {
    let files = files();
    let arrows = arrows(&files);
    assert!(arrows.values().map(BTreeSet::len).sum::<usize>() > 200, "the arrows are found");
    let mut done = BTreeSet::new();
    for module in arrows.keys().filter(|module| !module.is_empty()) {
        let circle = circle(&arrows, module, &mut Vec::new(), &mut done);
        let names = circle.iter().flatten().map(|module| module.join("::")).collect::<Vec<_>>();
        assert!(circle.is_none(), "a circle: {}", names.join(" -> "));
    }
}

#[test]
fn what_is_pure_touches_no_socket() {
    for (module, file) in files() {
        let Some((_, never)) = PURE.iter().find(|(part, _)| module.first().is_some_and(|first| first == part)) else {
            continue;
        };
        let named = file.paths.iter().filter_map(|path| path.first()).find(|first| never.contains(&first.as_str()));
        assert_eq!(named, None, "{}", module.join("::"));
    }
}

#[test]
fn no_test_stands_where_its_mark_means_nothing() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let of_rust = |text: &str| text.lines().any(|line| line.trim() == "#[test]" || line.contains("tokio::test"));
    let mut seen = 0;
    for binary in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let main = fs::read_to_string(binary.join("main.rs")).unwrap_or_default();
        let mut folders = if main.contains("{\n    harness::run()\n}\n") { vec![binary] } else { Vec::new() };
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let text = fs::read_to_string(&path).unwrap();
                    assert!(!of_rust(&text), "{}: here, tests are named in tests! {{ }}", path.display());
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 20, "{seen} files");
}
