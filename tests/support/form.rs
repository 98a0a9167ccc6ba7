//! Forms as a browser without JavaScript handles them (HTML, "Form control infrastructure").

use scraper::{ElementRef, Html, Selector};

/// A form of a page, with what its fields hold.
#[derive(Clone, Debug)]
pub struct Form {
    pub action: String,
    pub method: String,
    controls: Vec<Control>,
}

#[derive(Clone, Debug)]
struct Control {
    kind: Kind,
    name: String,
    value: String,
    disabled: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// Of this type.
    Input(String),
    Checkbox {
        checked: bool,
    },
    TextArea,
    Select,
    Button,
}

impl Form {
    /// All forms of a page that can be seen: what is in a closed dialog cannot.
    pub fn all(page: &Html) -> Vec<Self> {
        let is_closed = |element: ElementRef<'_>| element.value().name() == "dialog" && element.attr("open").is_none();
        let forms = page.select(&Selector::parse("form").unwrap()).collect::<Vec<_>>();
        let seen = forms.into_iter().filter(|form| !form.ancestors().filter_map(ElementRef::wrap).any(is_closed));
        seen.map(Self::read).collect()
    }

    /// The one form that has a button of this name and value.
    #[track_caller]
    pub fn with_button(page: &Html, name: &str, value: &str) -> Self {
        let mut found: Vec<Self> =
            Self::all(page).into_iter().filter(|form| form.button(name, value).is_some()).collect();
        assert_eq!(found.len(), 1, "one form with the button {name}={value} in {}", page.html());
        found.remove(0)
    }

    /// The form of this id, sent by a button that stands elsewhere.
    #[track_caller]
    pub fn of_id(page: &Html, id: &str) -> Self {
        let form = page.select(&Selector::parse(&format!("form[id=\"{id}\"]")).unwrap()).next();
        Self::read(form.unwrap_or_else(|| panic!("a form {id} in {}", page.html())))
    }

    /// Whether it has a button of this name and value.
    pub fn has_button(&self, name: &str, value: &str) -> bool {
        self.button(name, value).is_some()
    }

    fn read(form: ElementRef<'_>) -> Self {
        let selector = Selector::parse("input, textarea, select, button").unwrap();
        let controls = form.select(&selector);
        Self {
            action: form.attr("action").unwrap_or_default().to_owned(),
            method: form.attr("method").unwrap_or("get").to_ascii_lowercase(),
            controls: controls.map(Control::read).collect(),
        }
    }

    fn button(&self, name: &str, value: &str) -> Option<&Control> {
        self.controls.iter().find(|control| {
            control.kind == Kind::Button && control.name == name && control.value == value && !control.disabled
        })
    }

    /// What a field holds.
    pub fn value(&self, name: &str) -> Option<&str> {
        let control = self.controls.iter().find(|control| control.name == name && control.kind != Kind::Button)?;
        Some(&control.value)
    }

    /// Types into a field, or chooses.
    #[track_caller]
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        let control = self.controls.iter_mut().find(|control| control.name == name && control.kind != Kind::Button);
        let control = control.unwrap_or_else(|| panic!("a field {name}"));
        control.value = control.kind.sanitise(value);
        self
    }

    /// Ticks a box, or takes the tick away.
    #[track_caller]
    pub fn tick(mut self, name: &str, yes: bool) -> Self {
        let control =
            self.controls.iter_mut().find(|control| control.name == name).unwrap_or_else(|| panic!("a box {name}"));
        assert!(matches!(control.kind, Kind::Checkbox { .. }), "{name} is a box");
        control.kind = Kind::Checkbox { checked: yes };
        self
    }

    /// Takes the tick away from the box of this name and value, of several of that name.
    #[track_caller]
    pub fn untick(mut self, name: &str, value: &str) -> Self {
        let named = |control: &&mut Control| control.name == name && control.value == value;
        let control = self.controls.iter_mut().find(named).unwrap_or_else(|| panic!("a box {name}={value}"));
        assert_eq!(control.kind, Kind::Checkbox { checked: true }, "{name}={value} is ticked");
        control.kind = Kind::Checkbox { checked: false };
        self
    }

    /// What is sent when this button is pressed.
    #[track_caller]
    pub fn press(&self, name: &str, value: &str) -> Vec<(String, String)> {
        assert!(self.button(name, value).is_some(), "a button {name}={value} in {self:?}");
        self.entries(Some((name, value)))
    }

    /// What is sent with a button of this name and value that stands elsewhere.
    pub fn press_outside(&self, name: &str, value: &str) -> Vec<(String, String)> {
        let mut entries = self.entries(None);
        entries.push((name.to_owned(), value.to_owned()));
        entries
    }

    fn entries(&self, pressed: Option<(&str, &str)>) -> Vec<(String, String)> {
        let mut pressed = pressed;
        self.controls
            .iter()
            .filter(|control| !control.disabled && !control.name.is_empty())
            .filter(|control| match &control.kind {
                Kind::Checkbox { checked } => *checked,
                Kind::Button => {
                    pressed.take_if(|pressed| *pressed == (control.name.as_str(), control.value.as_str())).is_some()
                }
                Kind::Input(_) | Kind::TextArea | Kind::Select => true,
            })
            .map(|control| (line_breaks(&control.name), line_breaks(&control.value)))
            .collect()
    }
}

/// `application/x-www-form-urlencoded`.
pub fn encode(entries: &[(String, String)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(entries).finish()
}

impl Control {
    fn read(element: ElementRef<'_>) -> Self {
        let attribute = |name: &str| element.attr(name).unwrap_or_default().to_owned();
        let kind = match (element.value().name(), attribute("type").to_ascii_lowercase().as_str()) {
            ("textarea", _) => Kind::TextArea,
            ("select", _) => Kind::Select,
            ("button", "submit" | "") | ("input", "submit") => Kind::Button,
            ("button", _) | ("input", "button") => Kind::Input("button".to_owned()),
            ("input", "checkbox") => Kind::Checkbox { checked: element.attr("checked").is_some() },
            ("input", "") => Kind::Input("text".to_owned()),
            (_, other) => Kind::Input(other.to_owned()),
        };
        let value = match &kind {
            Kind::TextArea => element.text().collect(),
            Kind::Select => {
                let options: Vec<_> = element.select(&Selector::parse("option").unwrap()).collect();
                let chosen = options.iter().find(|option| option.attr("selected").is_some()).or(options.first());
                chosen
                    .map(|option| option.attr("value").map_or_else(|| option.text().collect(), str::to_owned))
                    .unwrap_or_default()
            }
            Kind::Checkbox { .. } => element.attr("value").unwrap_or("on").to_owned(),
            Kind::Input(kind) if kind == "file" => String::new(),
            kind => kind.sanitise(&attribute("value")),
        };
        // A button that is none to submit with sends nothing.
        let inert = kind == Kind::Input("button".to_owned());
        let in_disabled_fieldset = element
            .ancestors()
            .filter_map(ElementRef::wrap)
            .any(|ancestor| ancestor.value().name() == "fieldset" && ancestor.attr("disabled").is_some());
        let disabled = inert || element.attr("disabled").is_some() || in_disabled_fieldset;
        Self { kind, name: attribute("name"), value, disabled }
    }
}

impl Kind {
    /// HTML's "value sanitization algorithm".
    fn sanitise(&self, value: &str) -> String {
        let one_line = || value.replace(['\r', '\n'], "");
        let space = [' ', '\t', '\x0c'];
        let Self::Input(kind) = self else { return value.to_owned() };
        match kind.as_str() {
            "text" | "search" | "tel" | "password" => one_line(),
            "email" | "url" => one_line().trim_matches(space).to_owned(),
            "number" => Some(value.to_owned()).filter(|value| is_number(value)).unwrap_or_default(),
            "date" => Some(value.to_owned()).filter(|value| is_date(value)).unwrap_or_default(),
            "datetime-local" => normal_datetime(value).unwrap_or_default(),
            _ => value.to_owned(),
        }
    }
}

fn line_breaks(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n")
}

/// A "valid floating-point number" that is not too large.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).map_or((unsigned, None), |(m, e)| (m, Some(e)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mantissa = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole.is_empty() || digits(whole)) && digits(fraction),
        None => digits(mantissa),
    };
    let exponent = exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent)));
    mantissa && exponent && text.parse::<f64>().is_ok_and(f64::is_finite)
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() < 4 || month.len() != 2 || day.len() != 2 || !digits(year) || !digits(month) || !digits(day) {
        return false;
    }
    let (Ok(year), Ok(month), Ok(day)) = (year.parse::<u64>(), month.parse::<u8>(), day.parse::<u8>()) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    year > 0 && (1..=days).contains(&day)
}

/// A "valid normalized local date and time string": the time as short as it can be.
fn normal_datetime(text: &str) -> Option<String> {
    let (date, time) = text.split_once(['T', ' '])?;
    let digits = |text: &str, length: usize| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = time.split(':');
    let (hour, minute) = (parts.next()?, parts.next()?);
    let (second, fraction) = match parts.next() {
        Some(second) => second.split_once('.').map_or((second, ""), |(second, fraction)| (second, fraction)),
        None => ("00", ""),
    };
    let fraction_is_good =
        fraction.is_empty() && !time.ends_with('.') || (1..=3).any(|length| digits(fraction, length));
    let good = is_date(date)
        && parts.next().is_none()
        && digits(hour, 2)
        && digits(minute, 2)
        && digits(second, 2)
        && hour < "24"
        && minute < "60"
        && second < "60"
        && fraction_is_good;
    let mut normal = good.then(|| format!("{date}T{hour}:{minute}"))?;
    let fraction = fraction.trim_end_matches('0');
    if second != "00" || !fraction.is_empty() {
        normal.push(':');
        normal.push_str(second);
    }
    if !fraction.is_empty() {
        normal.push('.');
        normal.push_str(fraction);
    }
    Some(normal)
}
