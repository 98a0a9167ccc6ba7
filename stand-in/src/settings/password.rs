//! Setting a password, and what makes a good one.

use super::submission::{Outcome, Refusal, Update, guard};
use crate::call::Call;
use crate::fields::Fields;
use crate::message::{Message, fixed, message, required};
use serde_json::json;

/// The shortest password, in bytes.
const SHORTEST: usize = 8;

/// Fewer edits than this apart is too similar.
const CLOSEST: usize = 5;

/// Sets the password.
pub(super) fn run(call: &mut Call<'_>, update: &mut Update, fields: &Fields) -> Outcome {
    guard(call, update, fields)?;
    let password = fields.get("password");
    if password.is_empty() {
        return Err(Refusal::at("password", required("password")));
    }
    if update.person.password.as_deref() == Some(password) {
        return Err(Refusal::at("password", fixed(4_000_039)));
    }
    check(password, &update.person.identifiers).map_err(|said| Refusal::at("password", said))?;
    update.person.password = Some(password.to_owned());
    Ok(())
}

/// Refuses a password that is too short or too much like what its owner signs in with.
pub(crate) fn check(password: &str, identifiers: &[String]) -> Result<(), Message> {
    let actual = password.len();
    if actual < SHORTEST {
        let text = format!("The password must be at least {SHORTEST} characters long, but got {actual}.");
        return Err(message(4_000_032, text).context(json!({"min_length": SHORTEST, "actual_length": actual})));
    }
    let password = password.to_lowercase();
    let similar = |identifier: &String| {
        distance(identifier, &password) < CLOSEST || longest_common(identifier, &password) * 2 > password.len()
    };
    if identifiers.iter().any(similar) { Err(fixed(4_000_031)) } else { Ok(()) }
}

/// How many edits two texts are apart.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for ((above_left, above), right) in row.iter().zip(row.iter().skip(1)).zip(&b) {
            let here = (above_left + usize::from(left != *right)).min(above + 1);
            let before = next.last().copied().unwrap_or_default();
            next.push(here.min(before + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// The length of the longest piece two texts share.
fn longest_common(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row = vec![0; b.len() + 1];
    let mut longest = 0;
    for left in a.chars() {
        let shared = row.iter().zip(&b).map(|(before, right)| if left == *right { before + 1 } else { 0 });
        let next: Vec<usize> = std::iter::once(0).chain(shared).collect();
        longest = longest.max(next.iter().copied().max().unwrap_or_default());
        row = next;
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::{check, distance, longest_common};

    #[test]
    fn passwords_are_measured_against_the_identifier() {
        let identifiers = ["ada@example.org".to_owned()];
        let id = |password| check(password, &identifiers).err().map(|said| said.id);
        assert_eq!(id("123"), Some(4_000_032));
        assert_eq!(id("Ada@Example.org"), Some(4_000_031));
        assert_eq!(id("xxada@example"), Some(4_000_031));
        assert_eq!(id("Corr3ct-horse-b4ttery"), None);
        assert_eq!((distance("kitten", "sitting"), longest_common("xabcy", "zabcw")), (3, 3));
    }
}
