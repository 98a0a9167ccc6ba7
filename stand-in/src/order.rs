//! A stable sort that compares exactly the pairs Go's `sort.SliceStable` compares.
//!
//! Kratos' comparison of nodes is no order (a password field counts as less than a trait, but not as less than what
//! stands between them), so where its nodes end up depends on which of them meet: pieces of twenty are sorted by
//! insertion, then merged by the `SymMerge` of Kim and Kutzner (2004).

/// How long the pieces are that are sorted by insertion.
const PIECE: usize = 20;

/// Sorts.
pub(crate) fn sort<T>(items: &mut [T], less: impl Fn(&T, &T) -> bool) {
    for piece in items.chunks_mut(PIECE) {
        insertion(piece, &less);
    }
    let mut length = PIECE;
    while length < items.len() {
        for pair in items.chunks_mut(2 * length) {
            if pair.len() > length {
                merge(pair, length, &less);
            }
        }
        length *= 2;
    }
}

/// Sorts a short piece by insertion.
fn insertion<T>(items: &mut [T], less: &impl Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && is_less(items, at, at - 1, less) {
            items.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// Whether one item is less than another.
fn is_less<T>(items: &[T], one: usize, other: usize, less: &impl Fn(&T, &T) -> bool) -> bool {
    items.get(one).zip(items.get(other)).is_some_and(|(one, other)| less(one, other))
}

/// Merges two sorted pieces, the second of which begins at `middle`. It halves what it is given each time it calls
/// itself.
fn merge<T>(items: &mut [T], middle: usize, less: &impl Fn(&T, &T) -> bool) {
    let end = items.len();
    if middle == 0 || middle >= end {
        return;
    }
    if middle == 1 {
        let (mut low, mut high) = (middle, end);
        while low < high {
            let half = low.midpoint(high);
            if is_less(items, half, 0, less) { low = half + 1 } else { high = half }
        }
        if let Some(moved) = items.get_mut(..low) {
            moved.rotate_left(1);
        }
        return;
    }
    if end - middle == 1 {
        let (mut low, mut high) = (0, middle);
        while low < high {
            let half = low.midpoint(high);
            if is_less(items, middle, half, less) { high = half } else { low = half + 1 }
        }
        if let Some(moved) = items.get_mut(low..) {
            moved.rotate_right(1);
        }
        return;
    }
    let half = end / 2;
    let sum = half + middle;
    let (mut start, mut stop) = if middle > half { (sum - end, half) } else { (0, middle) };
    let last = sum - 1;
    while start < stop {
        let here = start.midpoint(stop);
        if is_less(items, last - here, here, less) { stop = here } else { start = here + 1 }
    }
    let finish = sum - start;
    if start < middle
        && middle < finish
        && let Some(moved) = items.get_mut(start..finish)
    {
        moved.rotate_left(middle - start);
    }
    if let Some(left) = items.get_mut(..half) {
        merge(left, start, less);
    }
    if let Some(right) = items.get_mut(half..) {
        merge(right, finish.saturating_sub(half), less);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_sorts_and_equals_keep_their_order() {
        for count in [0, 1, 19, 20, 21, 40, 41, 57, 123] {
            let mut items: Vec<(usize, usize)> = (0..count).map(|index| ((index * 7919) % 13, index)).collect();
            let mut expected = items.clone();
            super::sort(&mut items, |a, b| a.0 < b.0);
            expected.sort_by_key(|item| item.0);
            assert_eq!(items, expected, "{count} items");
        }
    }
}
