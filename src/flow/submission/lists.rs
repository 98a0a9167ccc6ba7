//! Which item of a list a page's item is now.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::edits::Edits;
use crate::flow::traits::{Shown, Step, Tree};
use crate::kratos::Place;

/// What one item showed, or would show: a number for each of its texts.
#[derive(Clone, Debug, Default)]
struct Print {
    texts: Vec<u64>,
    /// Those that tell it from others: no blanks and no boxes.
    telling: HashSet<u64>,
}

impl Print {
    fn add(&mut self, path: &[u64], shown: &Shown) {
        if shown.is_blank() {
            return;
        }
        let mut hasher = DefaultHasher::new();
        path.hash(&mut hasher);
        match shown {
            Shown::Text(text) | Shown::Hash(text) => text.hash(&mut hasher),
            Shown::Box(ticked) => ticked.to_string().hash(&mut hasher),
        }
        let print = hasher.finish();
        self.texts.push(print);
        if !matches!(shown.text(), Some("true" | "false")) {
            self.telling.insert(print);
        }
    }

    fn sorted(mut self) -> Self {
        self.texts.sort_unstable();
        self
    }
}

fn hash_of(step: &Step<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    step.hash(&mut hasher);
    hasher.finish()
}

/// What an item of the page showed.
fn shown(item: &Edits<'_>, path: &mut Vec<u64>, print: &mut Print) {
    if let Some(shown) = &item.shown {
        print.add(path, &shown.canonical());
    }
    for (step, below) in &item.below {
        path.push(hash_of(step));
        shown(below, path, print);
        path.pop();
    }
}

/// What an item would show now.
fn standing(item: &Tree<'_>, place: Option<Place<'_>>, path: &mut Vec<u64>, print: &mut Print) {
    match item {
        Tree::Leaf(json) => {
            if let Some(shown) = Shown::of_standing(json, place) {
                print.add(path, &shown);
            }
        }
        Tree::Object(members) => {
            for (name, member) in members {
                path.push(hash_of(&Step::Member(name.as_ref().into())));
                standing(member, place.and_then(|place| place.member(name)), path, print);
                path.pop();
            }
        }
        Tree::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push(hash_of(&Step::Item(index)));
                standing(item, place.and_then(|place| place.item(index)), path, print);
                path.pop();
            }
        }
        Tree::Gone => {}
    }
}

/// Where the items that a page showed are now, by their index there. What is not among them has
/// gone, or was not shown.
///
/// Items are the same that show the same, in the same order where several do. Of those that are
/// left between two of these, as many here as there, an object that still shows one of its texts
/// is the same as well: somebody changed another of its members.
pub(super) fn aligned(list: &Edits<'_>, items: &[Tree<'_>], place: Option<Place<'_>>) -> HashMap<usize, usize> {
    let mut before: Vec<(usize, Print)> = Vec::new();
    for (step, item) in &list.below {
        if let Step::Item(index) = step
            && item.shows()
        {
            let mut print = Print::default();
            shown(item, &mut Vec::new(), &mut print);
            before.push((*index, print.sorted()));
        }
    }
    before.sort_by_key(|(index, _)| *index);
    let now: Vec<Print> = items
        .iter()
        .enumerate()
        .map(|(index, item)| {
            let mut print = Print::default();
            standing(item, place.and_then(|place| place.item(index)), &mut Vec::new(), &mut print);
            print.sorted()
        })
        .collect();
    let same = |one: &(usize, Print), other: &Print| one.1.texts == other.texts;
    let start = before.iter().zip(&now).take_while(|(one, other)| same(one, other)).count();
    let left = before.len().min(now.len()) - start;
    let end = before.iter().rev().zip(now.iter().rev()).take(left).take_while(|(one, other)| same(one, other)).count();
    // Which of `now` is which of `before`.
    let mut found: Vec<Option<usize>> = vec![None; before.len()];
    for (at, found) in found.iter_mut().enumerate() {
        if at < start {
            *found = Some(at);
        } else if at >= before.len() - end {
            *found = Some(at + now.len() - before.len());
        }
    }
    let (middle_before, middle_now) = (start..before.len() - end, start..now.len() - end);
    let mut by_print: HashMap<&[u64], VecDeque<usize>> = HashMap::new();
    for at in middle_now {
        if let Some(print) = now.get(at) {
            by_print.entry(&print.texts).or_default().push_back(at);
        }
    }
    for at in middle_before {
        if let (Some((_, print)), Some(found)) = (before.get(at), found.get_mut(at)) {
            *found = by_print.get_mut(print.texts.as_slice()).and_then(VecDeque::pop_front);
        }
    }
    pair_changed(&before, &now, &mut found);
    before.iter().zip(found).filter_map(|((index, _), found)| Some((*index, found?))).collect()
}

/// Pairs what is left, run by run, where it still has a text in common.
fn pair_changed(before: &[(usize, Print)], now: &[Print], found: &mut [Option<usize>]) {
    let taken: HashSet<usize> = found.iter().flatten().copied().collect();
    let mut at = 0;
    while at < found.len() {
        if found.get(at).copied().flatten().is_some() {
            at += 1;
            continue;
        }
        let run = found.iter().skip(at).take_while(|found| found.is_none()).count();
        let previous = at.checked_sub(1).and_then(|at| found.get(at).copied().flatten());
        let first = previous.map_or(0, |previous| previous + 1);
        let free = (first..now.len()).take_while(|index| !taken.contains(index)).count();
        if free == run {
            for step in 0..run {
                let common = match (before.get(at + step), now.get(first + step)) {
                    (Some((_, one)), Some(other)) => !one.telling.is_disjoint(&other.telling),
                    _ => false,
                };
                if let Some(found) = found.get_mut(at + step).filter(|_| common) {
                    *found = Some(first + step);
                }
            }
        }
        at += run;
    }
}
