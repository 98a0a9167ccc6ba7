//! What a real Kratos is told so that it does what the stand-in does with the same settings.

use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use kratos_stand_in::{Config, Hook, RequiredAal, Style, Use};
use serde_json::{Value, json};

/// The account at a provider as traits: the address and the name, as far as they are told.
const MAPPER: &str = "local claims = std.extVar('claims'); { identity: { traits: { \
     [if 'email' in claims then 'email']: claims.email, \
     [if 'given_name' in claims || 'family_name' in claims then 'name']: { \
     [if 'given_name' in claims then 'first']: claims.given_name, \
     [if 'family_name' in claims then 'last']: claims.family_name } } } }";

/// The mapper, where Kratos reads it.
pub fn mapper() -> String {
    encoded(MAPPER)
}

/// A file as an address.
fn encoded(text: &str) -> String {
    format!("base64://{}", BASE64_STANDARD.encode(text))
}

/// A duration in Kratos' words.
fn seconds(time: Duration) -> String {
    format!("{}s", time.as_secs())
}

/// Writes into Kratos' configuration what the stand-in is `told`. `page` is where a flow's page is that
/// has none of its own.
pub fn write(told: &Config, page: impl Fn(&str) -> String, config: &mut Value) {
    let schemas = std::iter::once(json!({"id": "default", "url": encoded(&told.schema)}));
    let others = told.extra_schemas.iter().map(
        |one| json!({"id": one.id, "url": encoded(&one.schema), "selfservice_selectable": one.selfservice_selectable}),
    );
    config["identity"]["schemas"] = schemas.chain(others).collect();
    config["session"] = json!({
        "lifespan": seconds(told.session_lifespan),
        "whoami": {"required_aal": level(told.whoami_aal)},
    });
    config["feature_flags"] = json!({
        "use_continue_with_transitions": told.feature_flags.use_continue_with_transitions,
        "choose_recovery_address": told.feature_flags.choose_recovery_address,
        "legacy_continue_with_verification_ui": told.feature_flags.legacy_continue_with_verification_ui,
        "legacy_require_verified_login_error": told.feature_flags.legacy_require_verified_login_error,
    });
    config["security"]["account_enumeration"]["mitigate"] = told.account_enumeration_mitigate.into();
    if let Some(hydra) = &told.oauth2_provider_url {
        config["oauth2_provider"]["url"] = hydra.as_str().into();
    }
    if let Some(domain) = &told.cookie_domain {
        config["cookies"]["domain"] = domain.as_str().into();
    }
    methods(told, &mut config["selfservice"]["methods"]);
    flows(told, page, &mut config["selfservice"]["flows"]);
}

/// `selfservice.methods`
fn methods(told: &Config, into: &mut Value) {
    let methods = told.methods;
    let switches = [
        ("password", "enabled", methods.password),
        ("oidc", "enabled", methods.oidc),
        ("totp", "enabled", methods.totp),
        ("lookup_secret", "enabled", methods.lookup_secret),
        ("passkey", "enabled", methods.passkey),
        ("webauthn", "enabled", methods.webauthn),
        ("code", "passwordless_enabled", methods.code_passwordless),
        ("code", "mfa_enabled", methods.code_mfa),
        ("link", "enabled", told.recovery_use == Use::Link || told.verification_use == Use::Link),
    ];
    for (method, key, on) in switches {
        into[method][key] = on.into();
    }
    into["webauthn"]["config"]["passwordless"] = methods.webauthn_passwordless.into();
    for method in ["code", "link"] {
        into[method]["config"]["lifespan"] = seconds(told.flow_lifespan).into();
    }
}

/// `selfservice.flows`
fn flows(told: &Config, page: impl Fn(&str) -> String, into: &mut Value) {
    let urls = &told.ui_urls;
    let own = [
        ("login", &urls.login),
        ("registration", &urls.registration),
        ("recovery", &urls.recovery),
        ("verification", &urls.verification),
        ("error", &urls.error),
    ];
    for (flow, url) in own {
        into[flow]["ui_url"] = url.clone().unwrap_or_else(|| page(flow)).into();
        if flow != "error" {
            into[flow]["lifespan"] = seconds(told.flow_lifespan).into();
        }
    }
    into["login"]["style"] = style(told.login_style, "identifier_first").into();
    into["login"]["after"]["hooks"] = hooks(&told.login_hooks);
    into["registration"]["enabled"] = told.registration_enabled.into();
    into["registration"]["style"] = style(told.registration_style, "profile_first").into();
    into["registration"]["login_hints"] = told.registration_login_hints.into();
    for method in ["password", "webauthn", "passkey", "oidc", "code"] {
        into["registration"]["after"][method]["hooks"] = hooks(&told.registration_hooks);
    }
    for (flow, enabled, used) in [
        ("recovery", told.recovery_enabled, told.recovery_use),
        ("verification", told.verification_enabled, told.verification_use),
    ] {
        into[flow]["enabled"] = enabled.into();
        into[flow]["use"] = if used == Use::Link { "link" } else { "code" }.into();
    }
    if let Some(page) = &told.logout_return_url {
        into["logout"]["after"]["default_browser_return_url"] = page.as_str().into();
    }
    into["settings"] = json!({
        "ui_url": told.settings_url,
        "lifespan": seconds(told.flow_lifespan),
        "privileged_session_max_age": seconds(told.privileged_session_max_age),
        "required_aal": level(told.settings_aal),
    });
}

fn style(style: Style, two_steps: &'static str) -> &'static str {
    if style == Style::TwoSteps { two_steps } else { "unified" }
}

fn level(aal: RequiredAal) -> &'static str {
    if aal == RequiredAal::Aal1 { "aal1" } else { "highest_available" }
}

fn hooks(hooks: &[Hook]) -> Value {
    let name = |hook: &Hook| match hook {
        Hook::Session => "session",
        Hook::ShowVerificationUi => "show_verification_ui",
        Hook::RequireVerifiedAddress => "require_verified_address",
        Hook::Verification => "verification",
    };
    hooks.iter().map(|hook| json!({"hook": name(hook)})).collect()
}
