//! What a browser may fill into a trait's field, by the trait's usual names (WCAG 2.2, 1.3.5; HTML, 4.10.18.7).
//!
//! Schemas may call things anything. These are the names that English ones have, however they are
//! written: `first_name`, `firstName`, `given-name`, or `first` inside `name`.

use std::borrow::Cow;

use crate::flow::traits::{Tree, text};

/// How long a trait's name may be for it to be a usual one, in bytes.
const LONGEST: usize = 80;

/// What a trait lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    /// Nothing that says more: the traits themselves, or what gathers those of a person.
    Person,
    Name,
    Address,
    Birth,
    Phone,
    Email,
    Company,
}

/// The autofill field name for the trait of this field, if it has a usual name. What lies in something unknown
/// may be somebody else's: an emergency contact's telephone is not the person's.
pub(super) fn token(field: &str) -> Option<&'static str> {
    let name = field.strip_prefix("traits.").filter(|name| name.len() <= LONGEST)?;
    let (containers, leaf) = name.rsplit_once('.').map_or(("", name), |(containers, leaf)| (containers, leaf));
    let mut inside = Inside::Person;
    for word in containers.split('.').filter(|word| !word.is_empty() && !is_index(word)) {
        inside = container(&folded(word), inside)?;
    }
    // An item of a list is what the list is.
    if is_index(leaf) {
        let list = containers.rsplit('.').next().unwrap_or_default();
        return if inside == Inside::Email { Some("email") } else { usual(Inside::Person, &folded(list)) };
    }
    usual(inside, &folded(leaf))
}

/// The token where a control of this type may have it: HTML ties some to controls of their own.
pub(super) fn fitting(field: &str, control: &str) -> Option<&'static str> {
    let token = token(field)?;
    let is_part_of_a_day = matches!(token, "bday-day" | "bday-month" | "bday-year");
    match control {
        // A street of several lines is for a field of several.
        "textarea" => Some(token),
        _ if token == "street-address" && control != "select" => Some("address-line1"),
        "text" | "search" | "select" => Some(token),
        "email" => Some(token).filter(|token| matches!(*token, "email" | "username")),
        "tel" => Some(token).filter(|token| token.starts_with("tel")),
        "url" => Some(token).filter(|token| matches!(*token, "url" | "photo")),
        "date" => Some(token).filter(|token| *token == "bday"),
        "number" => Some(token).filter(|_| is_part_of_a_day),
        _ => None,
    }
}

/// The person's name, as traits of usual names tell it: whole, else its two halves, else the nickname.
pub(super) fn name<'a>(traits: &Tree<'a>) -> Option<Cow<'a, str>> {
    let mut known: [(&str, Option<Cow<'a, str>>); 4] =
        ["name", "given-name", "family-name", "nickname"].map(|token| (token, None));
    let mut note = |inside: Inside, member: &str, value: &Tree<'a>| {
        let Some(token) = usual(inside, &folded(member)) else { return };
        let Some((_, slot)) = known.iter_mut().find(|(name, slot)| *name == token && slot.is_none()) else { return };
        // A number is nobody's name.
        let told = value.source().filter(|json| json.starts_with('"')).map(text);
        *slot = told.filter(|told| !told.trim().is_empty());
    };
    let Tree::Object(members) = traits else { return None };
    for (member, value) in members.iter().filter(|(member, _)| member.len() <= LONGEST) {
        note(Inside::Person, member, value);
        let Tree::Object(inner) = value else { continue };
        let Some(inside) = container(&folded(member), Inside::Person) else { continue };
        for (member, value) in inner.iter().filter(|(member, _)| member.len() <= LONGEST) {
            note(inside, member, value);
        }
    }
    let [(_, whole), (_, given), (_, family), (_, nickname)] = known;
    let halves = match (given, family) {
        (Some(given), Some(family)) => Some(Cow::Owned(format!("{given} {family}"))),
        (given, family) => given.or(family),
    };
    whole.or(halves).or(nickname)
}

/// Whether a word is an item's number.
fn is_index(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A word without case and separators. What is not ASCII is no English name, and stays.
fn folded(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, '_' | '-' | ' ' | '\\')).map(|c| c.to_ascii_lowercase()).collect()
}

/// What a trait lies in that lies in this; none where it is nothing known.
fn container(word: &str, within: Inside) -> Option<Inside> {
    let inside = match word {
        "name" | "names" | "fullname" | "legalname" | "personname" => Inside::Name,
        "address" | "addresses" | "homeaddress" | "postaladdress" | "mailingaddress" | "residence" | "location" => {
            Inside::Address
        }
        "birth" | "birthday" | "birthdate" | "dateofbirth" | "dob" | "bday" => Inside::Birth,
        "phone" | "phones" | "phonenumber" | "phonenumbers" | "telephone" | "tel" | "mobile" => Inside::Phone,
        "email" | "emails" | "emailaddress" | "emailaddresses" => Inside::Email,
        "company" | "organization" | "organisation" | "employer" => Inside::Company,
        "profile" | "person" | "personal" | "personalinfo" | "personaldata" | "personaldetails" | "details"
        | "user" | "contact" | "contactinfo" | "contactdetails" | "identity" | "account" | "about" | "basic"
        | "info" => within,
        _ => return None,
    };
    // The company's address is not the person's.
    (within != Inside::Company || inside == within).then_some(inside)
}

/// The token of a folded name in what it lies in.
fn usual(inside: Inside, word: &str) -> Option<&'static str> {
    short(inside, word).or_else(|| match (inside, word) {
        // The company's telephone is not the person's; a name inside an address is the addressee's.
        (Inside::Company, _)
        | (Inside::Birth | Inside::Phone | Inside::Email | Inside::Address, "name")
        | (Inside::Birth | Inside::Phone | Inside::Email, "address") => None,
        _ => long(word),
    })
}

/// The token of a name that says what it is only together with what it lies in.
fn short(inside: Inside, word: &str) -> Option<&'static str> {
    Some(match (inside, word) {
        (Inside::Name, "first" | "given") => "given-name",
        (Inside::Name, "last" | "family") => "family-name",
        (Inside::Name, "middle" | "additional") => "additional-name",
        (Inside::Name, "full" | "display" | "value") => "name",
        (Inside::Name, "title" | "prefix") => "honorific-prefix",
        (Inside::Name, "suffix") => "honorific-suffix",
        (Inside::Birth, "day") => "bday-day",
        (Inside::Birth, "month") => "bday-month",
        (Inside::Birth, "year") => "bday-year",
        (Inside::Birth, "date") => "bday",
        (Inside::Phone, "number" | "value") => "tel",
        (Inside::Email, "address" | "value") => "email",
        (Inside::Address, "line1") => "address-line1",
        (Inside::Address, "line2") => "address-line2",
        (Inside::Address, "line3") => "address-line3",
        (Inside::Address, "code") => "postal-code",
        (Inside::Company, "name" | "companyname" | "organizationname" | "organisationname") => "organization",
        (Inside::Company, "title" | "jobtitle" | "position") => "organization-title",
        _ => return None,
    })
}

/// The token of a name that says what it is.
fn long(word: &str) -> Option<&'static str> {
    Some(match word {
        "name" | "fullname" | "legalname" => "name",
        "firstname" | "givenname" | "forename" => "given-name",
        "lastname" | "familyname" | "surname" => "family-name",
        "middlename" | "additionalname" => "additional-name",
        "honorificprefix" | "nameprefix" | "salutation" => "honorific-prefix",
        "honorificsuffix" | "namesuffix" => "honorific-suffix",
        "nickname" | "nick" | "displayname" | "screenname" | "handle" => "nickname",
        "username" | "userid" | "login" | "loginname" | "preferredusername" => "username",
        "email" | "emails" | "emailaddress" | "emailaddresses" | "mail" => "email",
        "phone" | "phones" | "phonenumber" | "phonenumbers" | "telephone" | "telephonenumber" | "tel" | "mobile"
        | "mobilephone" | "mobilenumber" | "cellphone" => "tel",
        "street" | "streetaddress" | "address" | "streetandnumber" | "homeaddress" | "postaladdress" => {
            "street-address"
        }
        "addressline1" | "address1" | "street1" | "streetline1" => "address-line1",
        "addressline2" | "address2" | "street2" | "streetline2" => "address-line2",
        "addressline3" | "address3" | "street3" | "streetline3" => "address-line3",
        "zip" | "zipcode" | "postalcode" | "postcode" => "postal-code",
        "city" | "town" | "locality" => "address-level2",
        "state" | "province" | "region" => "address-level1",
        "country" | "countryname" => "country-name",
        "countrycode" => "country",
        "birthday" | "birthdate" | "dateofbirth" | "dob" | "bday" => "bday",
        "birthyear" | "yearofbirth" => "bday-year",
        "birthmonth" | "monthofbirth" => "bday-month",
        "organization" | "organisation" | "company" | "companyname" | "organizationname" | "employer" => "organization",
        "jobtitle" | "organizationtitle" => "organization-title",
        "website" | "url" | "homepage" | "webpage" => "url",
        "sex" | "gender" => "sex",
        "language" | "lang" | "locale" | "preferredlanguage" => "language",
        "photo" | "picture" | "avatar" | "photourl" | "pictureurl" | "avatarurl" | "profilepicture" => "photo",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2.2, 1.3.5, with HTML's list of tokens.
    #[test]
    fn a_trait_of_a_usual_name_tells_the_browser_what_it_is() {
        for (token, names) in [
            ("name", "name fullName full_name name.full profile.name legal_name"),
            ("given-name", "firstName first_name name.first given_name givenName name.given name.first_name forename"),
            ("family-name", "lastName last_name name.last family_name name.family surname profile.name.last"),
            ("additional-name", "middleName name.middle"),
            ("honorific-prefix", "name.title name.prefix salutation"),
            ("honorific-suffix", "name.suffix"),
            ("nickname", "nickname nick display_name displayName handle"),
            ("username", "username user_name preferred_username login"),
            ("email", "email e-mail emailAddress contact.email emails.0 email.address emails.1.value"),
            (
                "tel",
                "phone phone_number phoneNumber mobile telephone phone.number contact.phone phones.0.number phones.0",
            ),
            ("street-address", "street address address.street streetAddress address.streetAddress addresses.0.street"),
            ("address-line1", "address.line1 addressLine1 address_line_1 address.address1"),
            ("address-line2", "address.line2 address_line2 address2"),
            ("postal-code", "zip address.zip postal_code postalCode address.postcode zipCode address.code"),
            ("address-level2", "city address.city town address.locality"),
            ("address-level1", "state address.state province address.region"),
            ("country-name", "country address.country"),
            ("country", "country_code address.countryCode"),
            ("bday", "birthday birthdate birth_date date_of_birth dateOfBirth dob birth.date"),
            ("bday-day", "birthday.day birth.day dob.day"),
            ("bday-month", "birthday.month birth.month"),
            ("bday-year", "birthday.year birthYear birth_year"),
            ("organization", "company organization organisation company.name companyName employer.name"),
            ("organization-title", "jobTitle job_title company.title"),
            ("url", "website homepage url"),
            ("sex", "sex gender"),
            ("language", "language locale preferredLanguage"),
            ("photo", "photo picture avatar avatar_url"),
        ] {
            for name in names.split(' ') {
                assert_eq!(super::token(&format!("traits.{name}")), Some(token), "{name}");
            }
        }
    }

    #[test]
    fn what_may_be_somebody_elses_or_something_else_is_left_alone() {
        for name in [
            "emergency_contact.phone",
            "spouse.name.first",
            "company.address.street",
            "company.email",
            "children.0.name",
            "pet.name",
            "tags.0",
            "0",
            "",
            "title",
            "age",
            "tos",
            "newsletter.email",
            "address.name",
            "phone.name",
            "firstnames_of_all_my_children_and_of_theirs_and_of_all_who_come_after_them_in_this_house.name",
        ] {
            assert_eq!(token(&format!("traits.{name}")), None, "{name}");
        }
        for name in ["name", "metadata.name", "password", "identifier"] {
            assert_eq!(token(name), None, "{name} is no trait's field");
        }
    }

    #[test]
    fn a_control_has_only_what_html_lets_it_have() {
        for (name, control, token) in [
            ("traits.address", "textarea", Some("street-address")),
            ("traits.address", "text", Some("address-line1")),
            ("traits.country", "select", Some("country-name")),
            ("traits.zip", "number", None),
            ("traits.birthday", "date", Some("bday")),
            ("traits.birthday", "datetime-local", None),
            ("traits.birth.year", "number", Some("bday-year")),
            ("traits.phone", "tel", Some("tel")),
            ("traits.phone", "email", None),
            ("traits.email", "email", Some("email")),
            ("traits.username", "email", Some("username")),
            ("traits.website", "url", Some("url")),
            ("traits.name", "checkbox", None),
        ] {
            assert_eq!(fitting(name, control), token, "{name} in {control}");
        }
    }

    #[test]
    fn a_person_is_called_by_the_name_that_traits_tell() {
        for (traits, name) in [
            (r#"{"name": {"first": "Ada", "last": "Lovelace"}}"#, Some("Ada Lovelace")),
            (r#"{"name": "Ada King", "nickname": "Countess"}"#, Some("Ada King")),
            (r#"{"firstName": "Ada", "email": "ada@example.org"}"#, Some("Ada")),
            (r#"{"profile": {"family_name": "Lovelace"}}"#, Some("Lovelace")),
            (r#"{"displayName": "countess"}"#, Some("countess")),
            (r#"{"first_name": " ", "last_name": "", "nick": "ada"}"#, Some("ada")),
            (r#"{"company": {"name": "Engines"}, "pet": {"name": "Puff"}, "name": 7}"#, None),
            (r#"{"name": {"first": {"deep": "Ada"}}}"#, None),
            (r#"["name"]"#, None),
            ("{}", None),
        ] {
            assert_eq!(super::name(&Tree::open(traits)).as_deref(), name, "{traits}");
        }
    }
}
