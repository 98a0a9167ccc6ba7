//! Whether an operator's colours can be read (WCAG 2.2, 1.4.3).

use csscolorparser::Color;

/// What is read on what, by the custom properties of `static/style.css`.
const PAIRS: [(&str, &str); 12] = [
    ("--text", "--page"),
    ("--text", "--card"),
    ("--muted", "--card"),
    ("--accent", "--page"),
    ("--accent", "--card"),
    ("--on-accent", "--accent"),
    ("--danger", "--card"),
    ("--text", "--danger-wash"),
    ("--text", "--info-wash"),
    ("--text", "--warning-wash"),
    ("--accent", "--warning-wash"),
    ("--card", "--warning"),
];

/// The least contrast of text (WCAG 2.2, 1.4.3).
const LEAST: f32 = 4.5;

/// The pairs of colours that are too close, with the style sheet laid over our own.
pub(crate) fn poor_contrasts(css: &str) -> Vec<(&'static str, &'static str, &'static str, f32)> {
    let own = include_str!("../../static/style.css");
    let mut poor = Vec::new();
    for (scheme, place) in [("light", 0), ("dark", 1)] {
        let color = |name| color_of(css, name, place).or_else(|| color_of(own, name, place));
        for (text, ground) in PAIRS {
            if let (Some(a), Some(b)) = (color(text), color(ground)) {
                let contrast = contrast(&a, &b);
                if contrast < LEAST {
                    poor.push((scheme, text, ground, (contrast * 100.0).round() / 100.0));
                }
            }
        }
    }
    poor
}

/// The colour that a custom property gives, the last time it is given: `#fff`, or
/// `light-dark(#fff, #000)`. What is put together otherwise cannot be told here.
fn color_of(css: &str, name: &str, place: usize) -> Option<Color> {
    let (_, value) =
        css.split([';', '{', '}']).filter_map(|rule| rule.split_once(':')).rfind(|(key, _)| key.trim() == name)?;
    let value = value.trim();
    match value.strip_prefix("light-dark(").and_then(|inner| inner.strip_suffix(')')) {
        Some(both) => {
            let (light, dark) = both.split_once(',')?;
            csscolorparser::parse(if place == 0 { light } else { dark }.trim()).ok()
        }
        None => csscolorparser::parse(value).ok(),
    }
}

/// The contrast of two colours (WCAG 2.2, "contrast ratio").
fn contrast(a: &Color, b: &Color) -> f32 {
    let luminance = |color: &Color| {
        let [r, g, b, _] = color.to_linear_rgba();
        0.0722f32.mul_add(b, 0.2126f32.mul_add(r, 0.7152 * g))
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_colours_can_be_read() {
        assert_eq!(poor_contrasts(""), []);
    }

    #[test]
    fn colours_that_are_too_close_are_told() {
        let poor = poor_contrasts(":root { --accent: light-dark(#ffe, #8fb0ff); --on-accent: #fff }");
        assert!(poor.contains(&("light", "--accent", "--card", 1.01)), "{poor:?}");
        assert!(poor.contains(&("dark", "--on-accent", "--accent", 2.14)), "{poor:?}");
        assert!(!poor.iter().any(|(_, text, _, _)| *text == "--text"), "{poor:?}");
    }
}
