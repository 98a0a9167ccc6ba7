//! Kratos' messages: one constructor for each id the stand-in sends.

use serde::Serialize;
use serde_json::{Value, json};

/// A text with its id, as it stands above a form, at a field or on a label.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Message {
    /// The stable number.
    pub(crate) id: u32,
    /// The English text.
    pub(crate) text: String,
    /// `info`, `error` or `success`.
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    /// What the text was made of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) context: Option<Value>,
}

/// A message whose type follows from its block.
pub(crate) fn message(id: u32, text: impl Into<String>) -> Message {
    let kind = match id {
        1_050_001 | 1_060_001 | 1_080_002 => "success",
        4_000_000.. => "error",
        _ => "info",
    };
    Message { id, text: text.into(), kind, context: None }
}

impl Message {
    /// Adds the context.
    pub(crate) fn context(self, context: Value) -> Self {
        Self { context: Some(context), ..self }
    }
}

/// 1070002: the title of a trait.
pub(crate) fn title(title: &str, name: &str) -> Message {
    message(1_070_002, title).context(json!({"title": title, "name": name}))
}

/// 4000001: what has no id of its own.
pub(crate) fn generic(reason: impl Into<String>) -> Message {
    let reason = reason.into();
    let context = json!({"reason": reason});
    message(4_000_001, reason).context(context)
}

/// 4000002: a field is missing.
pub(crate) fn required(property: &str) -> Message {
    message(4_000_002, format!("Property {property} is missing.")).context(json!({"property": property}))
}

/// 4000040: no e-mail address.
pub(crate) fn email(value: &str) -> Message {
    message(4_000_040, "Enter a valid email address").context(json!({"value": value}))
}

/// 4000026: a value of another type; `allowed` is joined by "or".
pub(crate) fn wrong_type(allowed: &[String], actual: &str) -> Message {
    message(4_000_026, format!("expected {}, but got {actual}", allowed.join(" or ")))
        .context(json!({"allowed_types": allowed, "actual_type": actual}))
}

/// 4000003: a text is too short.
pub(crate) fn too_short(limit: usize, actual: usize) -> Message {
    message(4_000_003, format!("length must be >= {limit}, but got {actual}"))
        .context(json!({"min_length": limit, "actual_length": actual}))
}

/// 4000001 of codes that were entered too often.
pub(crate) fn too_often() -> Message {
    generic(TOO_OFTEN)
}

/// The reason of [`too_often`].
pub(crate) const TOO_OFTEN: &str = "The request was submitted too often. Please request another code.";

/// The ids whose text never varies.
pub(crate) fn fixed(id: u32) -> Message {
    message(
        id,
        match id {
            1_010_001 => "Sign in",
            1_010_003 => "Please confirm this action by verifying that it is you.",
            1_010_004 => "Please complete the second authentication challenge.",
            1_010_006 => "Authentication code",
            1_010_007 => "Backup recovery code",
            1_010_008 => "Sign in with hardware key",
            1_010_009 => "Use Authenticator",
            1_010_010 => "Use backup recovery code",
            1_010_012 => {
                "Prepare your WebAuthn device (e.g. security key, biometrics scanner, ...) and press continue."
            }
            1_010_013 | 1_040_003 | 1_070_009 => "Continue",
            1_010_014 => {
                "A code was sent to the address you provided. If you didn't receive it, please check the spelling of \
                 the address and try again."
            }
            1_010_015 => "Send sign in code",
            1_010_017 => "Sign in and link",
            1_010_021 => "Sign in with passkey",
            1_010_022 => "Sign in with password",
            1_040_001 => "Sign up",
            1_040_004 => "Sign up with security key",
            1_040_005 => {
                "A code has been sent to the address(es) you provided. If you have not received a message, check the \
                 spelling of the address and retry the registration."
            }
            1_040_006 => "Send sign up code",
            1_040_007 => "Sign up with passkey",
            1_040_008 | 1_060_007 => "Back",
            1_040_009 => "Please choose a credential to authenticate yourself with.",
            1_050_001 => "Your changes have been saved!",
            1_050_004 => "Unlink TOTP Authenticator App",
            1_050_005 => "Authenticator app QR code",
            1_050_007 => "Reveal backup recovery codes",
            1_050_008 => "Generate new backup recovery codes",
            1_050_010 => "These are your back up recovery codes. Please keep them in a safe place!",
            1_050_011 => "Confirm backup recovery codes",
            1_050_012 => "Add security key",
            1_050_013 => "Name of the security key",
            1_050_016 => "Disable this method",
            1_050_017 => "This is your authenticator app secret. Use it if you can not scan the QR code.",
            1_050_019 => "Add passkey",
            1_060_002 => {
                "An email containing a recovery link has been sent to the email address you provided. If you have not \
                 received an email, check the spelling of the address and make sure to use the address you \
                 registered with."
            }
            1_060_003 => {
                "An email containing a recovery code has been sent to the email address you provided. If you have not \
                 received an email, check the spelling of the address and make sure to use the address you \
                 registered with."
            }
            1_060_005 => "Recover access to your account by providing your recovery address in full.",
            1_060_006 => "How do you want to recover your account?",
            1_070_001 => "Password",
            1_070_003 => "Save",
            1_070_004 => "ID",
            1_070_006 => "Verify code",
            1_070_007 => "Email",
            1_070_008 => "Resend code",
            1_070_010 => "Recovery code",
            1_070_011 => "Verification code",
            1_070_012 => "Registration code",
            1_070_013 => "Login code",
            1_070_016 => "Recovery address",
            1_070_017 => "Phone number",
            1_080_001 => {
                "An email containing a verification link has been sent to the email address you provided. If you have \
                 not received an email, check the spelling of the address and make sure to use the address you \
                 registered with."
            }
            1_080_002 => "You successfully verified your email address.",
            1_080_003 => {
                "An email containing a verification code has been sent to the email address you provided. If you \
                 have not received an email, check the spelling of the address and make sure to use the address you \
                 registered with."
            }
            4_000_006 => {
                "The provided credentials are invalid, check for spelling mistakes in your password or username, \
                 email address, or phone number."
            }
            4_000_007 => "An account with the same identifier (email, phone, username, ...) exists already.",
            4_000_008 => "The provided authentication code is invalid, please try again.",
            4_000_009 => {
                "Could not find any login identifiers. Did you forget to set them? This could also be caused by a \
                 server misconfiguration."
            }
            4_000_010 => "Account not active yet. Did you forget to verify your email address?",
            4_000_011 => "You have no TOTP device set up.",
            4_000_012 => "This backup recovery code has already been used.",
            4_000_014 => "You have no backup recovery codes set up.",
            4_000_015 => "This account does not exist or has no security key set up.",
            4_000_016 => "The backup recovery code is not valid.",
            4_000_031 => "The password can not be used because it is too similar to the identifier.",
            4_000_035 => "This account does not exist or has not setup sign in with code.",
            4_000_036 => "The provided traits do not match the traits previously associated with this flow.",
            4_000_037 => "This account does not exist or has no login method configured.",
            4_000_039 => "The new password must be different from the old password.",
            4_010_002 => "Could not find a strategy to log you in with. Did you fill out the form correctly?",
            4_010_003 => "Could not find a strategy to sign you up with. Did you fill out the form correctly?",
            4_010_004 => "Could not find a strategy to update your settings. Did you fill out the form correctly?",
            4_010_005 => "Could not find a strategy to recover your account with. Did you fill out the form correctly?",
            4_010_006 => "Could not find a strategy to verify your account with. Did you fill out the form correctly?",
            4_010_008 => "The login code is invalid or has already been used. Please try again.",
            4_010_009 => "Linked credentials do not match.",
            4_010_010 => "The address you entered does not match any known addresses in the current account.",
            4_040_003 => "The registration code is invalid or has already been used. Please try again.",
            4_060_001 | 4_070_002 => "The request was already completed successfully and can not be retried.",
            4_060_004 => "The recovery token is invalid or has already been used. Please retry the flow.",
            4_060_006 => "The recovery code is invalid or has already been used. Please try again.",
            4_070_001 => "The verification token is invalid or has already been used. Please retry the flow.",
            4_070_006 => "The verification code is invalid or has already been used. Please try again.",
            _ => "",
        },
    )
}
