//! Chance that can be repeated, and what it makes of texts and JSON.

use serde_json::{Map, Value, json};

/// What has broken programs before, or would show that it did.
const HOSTILE: [&str; 34] = [
    "",
    " ",
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "http://localhost:4455@evil.example/",
    "../../admin/identities",
    "%2e%2e%2f",
    "\u{0}",
    "\u{202e}txet",
    "\u{1f600}\u{1f3fd}",
    "e\u{301}\u{301}\u{301}",
    "-1",
    "0",
    "1e999",
    "123456789012345678901234567890",
    "true",
    "null",
    "[]",
    "{}",
    "$ref",
    "traits..",
    "traits.",
    "a.b\\.c",
    "9999-99-99T99:99:99Z",
    "0001-01-01T00:00:00Z",
];

/// `xorshift64*`: nothing here is a secret.
pub struct Random(u64);

impl Random {
    pub fn from(seed: u64) -> Self {
        // Seeds that follow each other begin far apart.
        Self((seed ^ 0x9e37_79b9_7f4a_7c15).wrapping_mul(0xbf58_476d_1ce4_e5b9) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// Yes, once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// A text: hostile, long, or noise.
    pub fn text(&mut self) -> String {
        match self.below(10) {
            0..=5 => (*self.pick(&HOSTILE)).to_owned(),
            6 => self.pick(&HOSTILE).repeat(1 + self.below(200)),
            7 => (0..self.below(40)).filter_map(|_| char::from_u32(self.below(0x11_0000) as u32)).collect(),
            _ => (0..self.below(20)).map(|_| char::from(32 + self.below(95) as u8)).collect(),
        }
    }

    /// A value of any kind.
    pub fn value(&mut self) -> Value {
        match self.below(9) {
            0 => Value::Null,
            1 => json!(self.once_in(2)),
            2 => json!(self.next() as i64),
            3 => json!(-1.5e300),
            4 => {
                let depth = 1 + self.below(100);
                (0..depth).fold(
                    json!("deep"),
                    |inner, level| if level % 2 == 0 { json!([inner]) } else { json!({"a": inner}) },
                )
            }
            5 => json!((0..self.below(5)).map(|_| self.text()).collect::<Vec<_>>()),
            6 => json!({self.text(): self.text()}),
            _ => json!(self.text()),
        }
    }

    /// Changes a few places of some JSON.
    pub fn change(&mut self, json: &mut Value) {
        for _ in 0..=self.below(4) {
            self.change_one(json);
        }
    }

    /// Changes one place, at or below this one. JSON that was read is not deep.
    fn change_one(&mut self, at: &mut Value) {
        let (stop, around) = (self.once_in(8), self.once_in(12));
        match at {
            Value::Array(items) if !items.is_empty() && !stop => {
                let index = self.below(items.len());
                if around { self.change_items(items, index) } else { self.change_one(&mut items[index]) }
            }
            Value::Object(members) if !members.is_empty() && !stop => {
                let name = members.keys().nth(self.below(members.len())).unwrap().clone();
                if around { self.change_member(members, name) } else { self.change_one(&mut members[&name]) }
            }
            Value::String(text) if self.once_in(3) => text.push_str(&self.text()),
            Value::String(text) if self.once_in(2) => *text = self.text(),
            other => *other = self.value(),
        }
    }

    fn change_items(&mut self, items: &mut Vec<Value>, index: usize) {
        match self.below(4) {
            0 => drop(items.remove(index)),
            1 => items.extend(vec![items[index].clone(); 1 + self.below(30)]),
            2 => items.push(self.value()),
            _ => items.reverse(),
        }
    }

    fn change_member(&mut self, members: &mut Map<String, Value>, name: String) {
        let value = members.remove(&name).unwrap();
        match self.below(3) {
            0 => {}
            1 => drop(members.insert(self.text(), value)),
            _ => {
                members.insert(name, value);
                members.insert(self.text(), self.value());
            }
        }
    }
}
