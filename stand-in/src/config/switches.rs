//! What can be switched on and off by itself.

/// `selfservice.methods.<method>`
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of Kratos' own")]
pub struct Methods {
    /// `password.enabled`
    pub password: bool,
    /// `oidc.enabled`
    pub oidc: bool,
    /// `code.passwordless_enabled`: codes by mail or SMS are a first factor.
    pub code_passwordless: bool,
    /// `code.mfa_enabled`: they are a second factor. Kratos forbids both at once.
    pub code_mfa: bool,
    /// `totp.enabled`
    pub totp: bool,
    /// `lookup_secret.enabled`
    pub lookup_secret: bool,
    /// `passkey.enabled`
    pub passkey: bool,
    /// `webauthn.enabled`
    pub webauthn: bool,
    /// `webauthn.config.passwordless`: security keys are a first factor, else a second.
    pub webauthn_passwordless: bool,
}

impl Default for Methods {
    fn default() -> Self {
        Self {
            password: true,
            oidc: true,
            code_passwordless: false,
            code_mfa: false,
            totp: true,
            lookup_secret: true,
            passkey: true,
            webauthn: true,
            webauthn_passwordless: false,
        }
    }
}

impl Methods {
    /// Whether security keys are a first factor.
    pub(crate) fn keys_come_first(self) -> bool {
        self.webauthn && self.webauthn_passwordless
    }
}

/// `feature_flags`, all off by default as Kratos has them.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of Kratos' own")]
pub struct FeatureFlags {
    /// `use_continue_with_transitions`: a recovery sent as JSON answers 200 instead of 422.
    pub use_continue_with_transitions: bool,
    /// `choose_recovery_address`: the second version of recovery.
    pub choose_recovery_address: bool,
    /// `legacy_continue_with_verification_ui`: `show_verification_ui` without its hook.
    pub legacy_continue_with_verification_ui: bool,
    /// `legacy_require_verified_login_error`: a message in the flow where an address is not verified.
    pub legacy_require_verified_login_error: bool,
}
