//! The methods of a registration: the steps, and what one will sign in with.

use super::{after, code, form, read_traits, refuse};
use crate::call::{Answer, Call};
use crate::config::Style;
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::Flow;
use crate::identity::{Identity, Key};
use crate::json::Json;
use crate::message::{fixed, generic, required};
use crate::settings::UNNAMED;
use crate::validate::Complaint;
use crate::webauthn::{self, Wrong};

/// Whether a submission goes from one step to another, which comes before everything else.
pub(super) fn goes_between_steps(call: &Call<'_>, fields: &Fields) -> bool {
    let steps = call.app.config.registration_style == Style::TwoSteps;
    steps && (fields.get("method") == "profile" || !fields.get("screen").is_empty())
}

/// Finds the method that is meant, in Kratos' order, and lets it answer.
pub(super) fn run(call: &mut Call<'_>, flow: &mut Flow, fields: &Fields) -> Answer {
    let methods = call.app.config.methods;
    if goes_between_steps(call, fields) {
        return step(call, flow, fields);
    }
    let passkey = !matches!(fields.get("passkey_register"), "" | "true");
    let key = methods.keys_come_first() && !fields.get("webauthn_register").is_empty();
    match fields.get("method") {
        "password" if !methods.password => Err(Failure::switched_off()),
        "password" => with(call, flow, fields, "password", password),
        "code" if methods.code_passwordless => code::run(call, flow, fields),
        _ if passkey && !methods.passkey => Err(Failure::switched_off()),
        _ if passkey => with(call, flow, fields, "passkey", self::passkey),
        _ if key => with(call, flow, fields, "webauthn", self::key),
        _ => {
            // The passkey's strategy reads the whole form before it says that it was not asked.
            let (traits, wrong) = read_traits(call, flow, fields);
            if methods.passkey && !wrong.is_empty() {
                return Ok(not_right(call, flow, &traits, wrong));
            }
            Ok(refuse(call, flow.clone(), vec![(None, fixed(4_010_003))]))
        }
    }
}

/// To the traits, or to what to sign in with. Both need the traits to be right.
fn step(call: &mut Call<'_>, flow: &mut Flow, fields: &Fields) -> Answer {
    let (traits, wrong) = read_traits(call, flow, fields);
    if !wrong.is_empty() {
        return Ok(not_right(call, flow, &traits, wrong));
    }
    flow.ui.reset_messages();
    if fields.get("screen") == "previous" {
        form::profile(call, flow, &traits);
    } else {
        flow.active = None;
        flow.state = "choose_method";
        call.check_csrf(fields.get("csrf_token"))?;
        form::choose_credentials(call, flow, &traits);
    }
    form::sort(call, flow);
    call.keep(flow);
    Ok(call.refused(400, flow))
}

/// Says what is wrong, with what was sent in the fields.
pub(super) fn not_right(
    call: &mut Call<'_>,
    flow: &mut Flow,
    traits: &Json,
    wrong: Vec<Complaint>,
) -> crate::http::Reply {
    for (name, value) in traits.trait_leaves() {
        flow.ui.set_value_of(&name, value);
    }
    flow.ui.set_csrf(call.csrf_token());
    refuse(call, flow.clone(), wrong)
}

/// Why a credential was not taken.
enum Refused {
    /// The flow says so.
    Said(Vec<Complaint>),
    /// It is an error.
    Fail(Failure),
}

/// What adds a credential to a new person.
type Add = fn(&Call<'_>, &mut Flow, &mut Identity, &Fields) -> Result<(), Refused>;

/// Makes a person of the traits and a credential.
fn with(call: &mut Call<'_>, flow: &mut Flow, fields: &Fields, method: &'static str, add: Add) -> Answer {
    let (traits, mut wrong) = read_traits(call, flow, fields);
    if method == "password" && fields.get("password").is_empty() {
        wrong.push((Some("password".to_owned()), required("password")));
    }
    if !wrong.is_empty() {
        return Ok(not_right(call, flow, &traits, wrong));
    }
    call.check_csrf(fields.get("csrf_token"))?;
    let schema = call.app.schema(flow.identity_schema.as_deref());
    let mut person = Identity::new(schema, traits.clone(), call.now);
    match add(call, flow, &mut person, fields) {
        Ok(()) => {}
        Err(Refused::Fail(failure)) => return Err(failure),
        Err(Refused::Said(wrong)) => return Ok(not_right(call, flow, &traits, wrong)),
    }
    after::create(call, flow.clone(), person, method, None)
}

/// A password.
fn password(_: &Call<'_>, _: &mut Flow, person: &mut Identity, fields: &Fields) -> Result<(), Refused> {
    let at = |said| Refused::Said(vec![(Some("password".to_owned()), said)]);
    let password = fields.get("password");
    crate::settings::password::check(password, &person.identifiers).map_err(at)?;
    person.password = Some(password.to_owned());
    Ok(())
}

/// What is said, or the error, of a ceremony that failed.
fn bad_key(wrong: Wrong) -> Refused {
    match wrong {
        Wrong::Unreadable => {
            let said = generic("Unable to parse WebAuthn response: Parse error for Registration");
            Refused::Said(vec![(None, said)])
        }
        Wrong::Refused(why) => {
            Refused::Fail(Failure::new(500).reason(format!("Unable to create WebAuthn credential: {why}")))
        }
    }
}

/// A passkey. The same ceremony does again after another mistake.
fn passkey(call: &Call<'_>, flow: &mut Flow, person: &mut Identity, fields: &Fields) -> Result<(), Refused> {
    let challenge = flow.secrets.passkey.clone().unwrap_or_default();
    let made = webauthn::made(&call.app.party, &challenge, fields.get("passkey_register")).map_err(bad_key)?;
    person.passkeys.push(Key {
        id: made.id,
        public: made.public,
        name: UNNAMED.to_owned(),
        added_at: call.now,
        handle: flow.secrets.handle.clone(),
        passwordless: true,
    });
    Ok(())
}

/// A security key; its name may be missing here.
fn key(call: &Call<'_>, flow: &mut Flow, person: &mut Identity, fields: &Fields) -> Result<(), Refused> {
    let challenge = flow.secrets.webauthn.clone().unwrap_or_default();
    let name = fields.get("webauthn_register_displayname");
    flow.ui.set_value_of("webauthn_register_displayname", name);
    let made = webauthn::made(&call.app.party, &challenge, fields.get("webauthn_register")).map_err(bad_key)?;
    person.keys.push(Key {
        id: made.id,
        public: made.public,
        name: name.to_owned(),
        added_at: call.now,
        handle: flow.secrets.key_handle.clone(),
        passwordless: true,
    });
    Ok(())
}
