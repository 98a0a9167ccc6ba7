use super::Call::{Prepare, Read, Start as Begin, Submit};
use super::*;
use crate::kratos::Kind::{Login as SignIn, Recovery, Registration, Settings, Verification};

const FLOW: &str = "5fbcd466-1266-4e18-b973-5875e07ebff7";
const NEW: &str = "0b2c1f0e-6a52-4a8c-9a4c-3f5f6c7d8e9f";

fn addresses() -> Addresses {
    Addresses::new(
        "http://kratos.internal:4433".parse().unwrap(),
        "https://id.example.org/kratos".parse().unwrap(),
        "https://id.example.org/account".parse().unwrap(),
    )
}

/// A URL for the eye: `{B}` is Kratos as the browser reaches it, `{P}` this application.
fn short(to: &str) -> String {
    let mut text = to.to_owned();
    for (code, sign) in [("%25", "%"), ("%3A", ":"), ("%2F", "/"), ("%3F", "?"), ("%3D", "="), ("%26", "&")] {
        text = text.replace(code, sign);
    }
    text.replace("https://id.example.org/kratos", "{B}")
        .replace("https://id.example.org/account", "{P}")
        .replace(FLOW, "ID")
        .replace(NEW, "NEW")
}

fn told(detour: Detour) -> String {
    let (verb, to, restart, keep, lost) = match detour {
        Detour::SeeOther { to, restart, keep } => ("", to, restart, keep, false),
        Detour::MoveOn { to, restart, keep, lost } => ("on ", to, restart, keep, lost),
        Detour::Problem(Problem::Busy { .. }) => return "Busy".to_owned(),
        Detour::Problem(problem) => return format!("{problem:?}"),
    };
    let restart = if restart { "restart " } else { "" };
    let keep = keep.map(|page| format!(" keep {}", short(&page.to_string()))).unwrap_or_default();
    let lost = if lost { " lost" } else { "" };
    format!("{restart}{verb}{}{keep}{lost}", short(&to))
}

fn refused(status: u16, body: &str) -> Error {
    let body = body
        .replace("{K}", "http://kratos.internal:4433")
        .replace("{B}", "https://id.example.org/kratos")
        .replace("{P}", "https://id.example.org/account")
        .replace("NEW", NEW);
    let (headers, body) = match body.strip_prefix("to ") {
        Some(to) => (vec![("location", to.to_owned())], String::new()),
        None => (Vec::new(), body),
    };
    let headers: Vec<(&'static str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Error::Refused(Box::new(Refusal::of(Answer::of(status, &headers, body))))
}

/// What the browser gets for an answer to this call for a flow that was started with these options.
fn outcome(call: Call, kind: Kind, options: &[(&'static str, &str)], status: u16, body: &str) -> String {
    let start = options.iter().fold(Start::new(kind), |start, (name, value)| start.with(name, *value));
    let flow = (call != Begin).then(|| FLOW.parse().unwrap());
    told(Detour::of(&refused(status, body), call, Back::Flow(&start, flow), &addresses()))
}

fn id(id: &str) -> String {
    format!(r#"{{"error":{{"id":"{id}"}}}}"#)
}

fn sent_to(id: &str, to: &str) -> String {
    format!(r#"{{"error":{{"id":"{id}"}},"redirect_browser_to":"{to}"}}"#)
}

const APP: &[(&str, &str)] = &[("return_to", "https://app.example/")];

#[test]
fn what_a_page_of_the_settings_gets() {
    const R: &str = "return_to={B}/self-service/settings/browser";
    const LOGIN: &str = "restart {B}/self-service/login/browser";
    for (status, body, options, expected) in [
        (401, "{}".to_owned(), &[][..], format!("{LOGIN}?{R} keep ID")),
        (401, id("session_inactive"), &[], format!("{LOGIN}?{R} keep ID")),
        (401, id("anything"), APP, format!("{LOGIN}?{R}?return_to=https://app.example/ keep ID")),
        (403, id("session_aal2_required"), &[], format!("{LOGIN}?aal=aal2&{R} keep ID")),
        (403, sent_to("session_aal2_required", "{K}/elsewhere"), &[], format!("{LOGIN}?aal=aal2&{R} keep ID")),
        (
            403,
            sent_to("session_refresh_required", "{K}/l?return_to={K}/s"),
            &[],
            "restart {B}/l?return_to={B}/s".to_owned(),
        ),
        (403, id("session_refresh_required"), &[], format!("{LOGIN}?refresh=true&{R}")),
        (403, sent_to("session_refresh_required", "javascript:alert(1)"), &[], "Unavailable".to_owned()),
        (403, id("security_identity_mismatch"), &[], format!("{LOGIN}?refresh=true&{R}")),
        (403, id("security_csrf_violation"), &[], "FormNotRecognised".to_owned()),
        (403, id("of_a_later_kratos"), &[], "Forbidden".to_owned()),
        (403, "{}".to_owned(), &[], "Forbidden".to_owned()),
        (404, "{}".to_owned(), &[], "restart {P}/settings".to_owned()),
        (404, "{}".to_owned(), APP, "restart {P}/settings?return_to=https://app.example/".to_owned()),
        (404, "404 page not found\n".to_owned(), &[], "Unavailable".to_owned()),
        (404, "<h1>404 Not Found</h1><p>nginx".to_owned(), APP, "Unavailable".to_owned()),
        (410, r#"{"error":{"details":{"return_to":""}}}"#.to_owned(), &[], "restart {P}/settings".to_owned()),
        (
            410,
            r#"{"error":{"details":{"return_to":"https://b.example/"}}}"#.to_owned(),
            APP,
            "restart {P}/settings?return_to=https://b.example/".to_owned(),
        ),
        (
            410,
            r#"{"error":{"id":"self_service_flow_expired"},"use_flow_id":"NEW"}"#.to_owned(),
            APP,
            "restart {P}/settings?flow=NEW&return_to=https://app.example/".to_owned(),
        ),
        (400, "{}".to_owned(), &[], "Unavailable".to_owned()),
        (
            422,
            sent_to("browser_location_change_required", "https://p.example/auth"),
            &[],
            "https://p.example/auth".to_owned(),
        ),
        (422, sent_to("browser_location_change_required", "data:text/html,x"), &[], "Unavailable".to_owned()),
        (429, "{}".to_owned(), &[], "Busy".to_owned()),
        (302, "to https://elsewhere.example/".to_owned(), &[], "Unavailable".to_owned()),
        (302, "{}".to_owned(), &[], "Unavailable".to_owned()),
        (500, "{}".to_owned(), &[], "Unavailable".to_owned()),
        (503, id("session_aal2_required"), &[], "Unavailable".to_owned()),
    ] {
        assert_eq!(outcome(Read, Settings, options, status, &body), expected, "{status} {body}");
    }
}

#[test]
fn what_the_start_of_a_flow_gets() {
    let challenge = &[("login_challenge", "c"), ("return_to", "https://app.example/")];
    for (kind, options, status, body, expected) in [
        (
            SignIn,
            &challenge[..],
            400,
            id("session_already_available"),
            "{B}/self-service/login/browser?login_challenge=c&return_to=https://app.example/",
        ),
        (
            Registration,
            APP,
            400,
            id("session_already_available"),
            "{B}/self-service/registration/browser?return_to=https://app.example/",
        ),
        (
            Registration,
            &[],
            302,
            "to {B}/self-service/login/browser?login_challenge=c".to_owned(),
            "{B}/self-service/registration/browser",
        ),
        (Recovery, &[], 400, id("session_already_available"), "{P}/settings#password"),
        (Registration, &[], 400, id("self_service_flow_disabled"), "NotOffered"),
        (Recovery, &[], 400, "{}".to_owned(), "NotOffered"),
        (Verification, &[], 400, "{}".to_owned(), "NotOffered"),
        (SignIn, &[], 400, "{}".to_owned(), "LinkNotAllowed"),
        (SignIn, APP, 400, id("self_service_flow_return_to_forbidden"), "ReturnToForbidden"),
        (
            SignIn,
            &[("aal", "aal2")],
            401,
            id("session_aal1_required"),
            "restart {B}/self-service/login/browser?return_to={B}/self-service/login/browser?aal=aal2",
        ),
        (
            Settings,
            &[],
            401,
            id("session_inactive"),
            "restart {B}/self-service/login/browser?return_to={B}/self-service/settings/browser",
        ),
        (SignIn, &[], 500, id("invalid_configuration"), "Unavailable"),
    ] {
        assert_eq!(outcome(Begin, kind, options, status, &body), expected, "{kind} {status} {body}");
    }
    let start = Start::new(Registration);
    let nothing = Answer::of(200, &[], "null").read::<crate::kratos::Flow<'_>>().unwrap_err();
    let detour = Detour::of(&nothing.into(), Begin, Back::Flow(&start, None), &addresses());
    assert_eq!(told(detour), "{B}/self-service/registration/browser");
}

#[test]
fn what_a_page_of_another_kind_gets() {
    let again = &[("refresh", "true"), ("return_to", "https://app.example/")];
    for (kind, options, status, body, expected) in [
        // Another tab signed in: a new flow, as this one was started.
        (
            SignIn,
            &again[..],
            403,
            id("security_csrf_violation"),
            "restart {P}/login?refresh=true&return_to=https://app.example/",
        ),
        (Verification, &[], 403, id("security_csrf_violation"), "restart {P}/verification"),
        (
            SignIn,
            &again[..],
            410,
            id("self_service_flow_expired"),
            "restart {P}/login?refresh=true&return_to=https://app.example/",
        ),
        (Recovery, &[], 410, "{}".to_owned(), "restart {P}/recovery"),
        (Registration, &[], 400, id("self_service_flow_disabled"), "NotOffered"),
        (Recovery, &[], 400, "{}".to_owned(), "NotOffered"),
    ] {
        assert_eq!(outcome(Read, kind, options, status, &body), expected, "{kind} {status} {body}");
    }
}

#[test]
fn what_a_form_gets() {
    let flow = |messages: &str| format!(r#"{{"id":"{NEW}","ui":{{"nodes":[],"messages":[{messages}]}}}}"#);
    let signed_in =
        r#"{"id":4000001,"type":"error","text":"A valid session was detected and thus login is not possible."}"#;
    let wrong = r#"{"id":4000006,"type":"error","text":"wrong"}"#;
    let next = |action: &str| {
        format!(r#"{{"error":{{"details":{{"continue_with":[{{"action":"{action}","flow":{{"id":"NEW"}}}}]}}}}}}"#)
    };
    let verify = next("show_verification_ui").replacen(
        "{\"error\":{",
        "{\"error\":{\"id\":\"session_verified_address_required\",",
        1,
    );
    for (kind, options, status, body, expected) in [
        (SignIn, APP, 400, flow(wrong), "{P}/login?flow=NEW&return_to=https://app.example/"),
        (SignIn, APP, 400, flow(signed_in), "on {B}/self-service/login/browser?return_to=https://app.example/"),
        (Settings, &[], 400, flow(signed_in), "{P}/settings?flow=NEW"),
        (SignIn, &[], 401, "{}".to_owned(), "SwitchedOff"),
        (Recovery, &[], 401, "{}".to_owned(), "SwitchedOff"),
        (SignIn, &[], 401, id("identity_disabled"), "SwitchedOff"),
        (
            SignIn,
            &[("aal", "aal2")],
            401,
            id("session_aal1_required"),
            "restart on {B}/self-service/login/browser?return_to={B}/self-service/login/browser?aal=aal2",
        ),
        (
            Settings,
            &[],
            401,
            "{}".to_owned(),
            "restart on {B}/self-service/login/browser?return_to={B}/self-service/settings/browser",
        ),
        (
            Settings,
            &[],
            403,
            id("session_aal2_required"),
            "restart on {B}/self-service/login/browser?aal=aal2&return_to={B}/self-service/settings/browser",
        ),
        (Settings, &[], 403, sent_to("session_refresh_required", "{B}/l"), "restart on {B}/l"),
        (SignIn, &[], 403, verify, "{P}/verification?flow=NEW"),
        (Recovery, &[], 400, next("show_recovery_ui"), "{P}/recovery?flow=NEW"),
        (SignIn, &[], 403, id("security_csrf_violation"), "FormNotRecognised"),
        (
            Registration,
            APP,
            400,
            id("session_already_available"),
            "on {B}/self-service/registration/browser?return_to=https://app.example/",
        ),
        (Recovery, &[], 303, "to {B}/self-service/recovery/flows?id=NEW".to_owned(), "{P}/recovery?flow=NEW"),
        (
            Verification,
            &[],
            303,
            "to {K}/self-service/verification/flows?id=NEW".to_owned(),
            "{P}/verification?flow=NEW",
        ),
        (
            Recovery,
            &[],
            303,
            "to {B}/self-service/login/flows?id=NEW".to_owned(),
            "on {B}/self-service/login/flows?id=NEW",
        ),
        (
            SignIn,
            &[],
            422,
            sent_to("browser_location_change_required", "https://p.example/auth"),
            "on https://p.example/auth",
        ),
        (
            SignIn,
            APP,
            422,
            sent_to("browser_location_change_required", "{P}/login?flow=NEW"),
            "{P}/login?flow=NEW&return_to=https://app.example/",
        ),
        (Settings, &[], 404, "{}".to_owned(), "restart on {P}/settings"),
        (Settings, &[], 400, "{}".to_owned(), "NotSaved { slow: false }"),
        (Settings, &[], 500, "{}".to_owned(), "MaybeSaved { slow: false }"),
    ] {
        assert_eq!(outcome(Submit, kind, options, status, &body), expected, "{kind} {status} {body}");
    }
    assert_eq!(outcome(Prepare, Settings, &[], 500, "{}"), "NotSaved { slow: false }");
}

#[test]
fn a_change_that_cannot_be_resumed_is_lost() {
    let siblings = Addresses::new(
        "http://kratos".parse().unwrap(),
        "https://kratos.example.org".parse().unwrap(),
        "https://account.example.org".parse().unwrap(),
    );
    let start = Start::new(Settings);
    let error = refused(403, &sent_to("session_refresh_required", "https://kratos.example.org/l"));
    let detour = Detour::of(&error, Submit, Back::Flow(&start, Some(FLOW.parse().unwrap())), &siblings);
    assert!(told(detour).ends_with("/self-service/settings/browser lost"));
}

#[test]
fn what_a_success_leads_to() {
    let flow = |state: &str, rest: &str| format!(r#"{{"id":"{FLOW}","state":"{state}","ui":{{"nodes":[]}}{rest}}}"#);
    let steps = |steps: &str| format!(r#","continue_with":[{steps}]"#);
    let redirect = |to: &str| format!(r#"{{"action":"redirect_browser_to","redirect_browser_to":"{to}"}}"#);
    let show = |kind: &str, rest: &str| format!(r#"{{"action":"show_{kind}_ui","flow":{{"id":"{NEW}"{rest}}}}}"#);
    let signed_in = |rest: &str| format!(r#"{{"session":{{"id":"{FLOW}","active":true}}{rest}}}"#);
    let signed_up = |rest: &str| format!(r#"{{"identity":{{"id":"{FLOW}"}}{rest}}}"#);
    let challenge = &[("login_challenge", "c")];
    for (kind, options, body, expected) in [
        (Settings, &[][..], flow("success", ""), "{P}/settings?flow=ID"),
        (Settings, APP, flow("success", &steps(&redirect("https://app.example/"))), "on https://app.example/"),
        (Settings, &[], flow("success", &steps(&redirect("{P}/settings?flow=ID"))), "{P}/settings?flow=ID"),
        (Settings, APP, flow("success", r#","return_to":"https://app.example/""#), "on https://app.example/"),
        (
            Settings,
            APP,
            flow("show_form", r#","return_to":"https://app.example/""#),
            "{P}/settings?flow=ID&return_to=https://app.example/",
        ),
        (SignIn, &[], signed_in(&steps(&redirect("https://app.example/"))), "on https://app.example/"),
        // What comes first is not what matters most.
        (
            SignIn,
            &[],
            signed_in(&steps(&format!("{},{}", redirect("https://app.example/"), show("verification", "")))),
            "{P}/verification?flow=NEW",
        ),
        (SignIn, APP, signed_in(""), "on {B}/self-service/login/browser?return_to=https://app.example/"),
        (
            Recovery,
            &[],
            flow("passed_challenge", &steps(&show("settings", r#","url":"{P}/settings?flow=NEW""#))),
            "{P}/settings?flow=NEW",
        ),
        (
            Recovery,
            &[],
            flow("passed_challenge", &steps(&show("settings", r#","url":"https://other.example/s?flow=NEW""#))),
            "on https://other.example/s?flow=NEW",
        ),
        (Recovery, &[], flow("passed_challenge", ""), "{P}/settings"),
        (Recovery, &[], flow("sent_email", ""), "{P}/recovery?flow=ID"),
        (Registration, &[], signed_up(&steps(&redirect("https://app.example/"))), "on https://app.example/"),
        // Without a session nobody has told Hydra.
        (
            Registration,
            challenge,
            signed_up(&steps(&redirect("https://app.example/"))),
            "on {B}/self-service/login/browser?login_challenge=c",
        ),
        (Registration, challenge, signed_in(&steps(&redirect("https://hydra.example/"))), "on https://hydra.example/"),
        (Verification, &[], flow("passed_challenge", ""), "{P}/verification?flow=ID"),
        (SignIn, &[], signed_in(&steps(&redirect("javascript:alert(1)"))), "on {B}/self-service/login/browser"),
    ] {
        let start = options.iter().fold(Start::new(kind), |start, (name, value)| start.with(name, *value));
        let body = body.replace("{P}", "https://id.example.org/account").replace("=ID", &format!("={FLOW}"));
        let answer = Answer::of(200, &[], body);
        let done: Submitted<'_> = answer.read().unwrap();
        let detour = Detour::after(&done, &start, &addresses());
        assert_eq!(told(detour), expected, "{kind} {:?}", answer.text());
    }
}

#[test]
fn no_answer_has_an_outcome_too() {
    let start = Start::new(Settings);
    for (error, read, sent) in [
        (Error::Timeout { sent: true }, Problem::TooSlow, Problem::MaybeSaved { slow: true }),
        (Error::Timeout { sent: false }, Problem::TooSlow, Problem::NotSaved { slow: true }),
        (Error::Cancelled, Problem::Unavailable, Problem::MaybeSaved { slow: false }),
    ] {
        for (call, problem) in [(Read, read), (Submit, sent)] {
            let detour = Detour::of(&error, call, Back::Flow(&start, None), &addresses());
            assert!(matches!(detour, Detour::Problem(got) if got == problem), "{error} {call:?}");
        }
    }
}
