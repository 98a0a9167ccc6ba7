// Security keys and passkeys on the stand-in's own pages: each button names its function.
(() => {
  const decode = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const encode = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer ?? []))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  const field = (name) => document.querySelector(`[name="${name}"]`);
  const options = (text) => {
    const { publicKey } = JSON.parse(text);
    publicKey.challenge = decode(publicKey.challenge);
    if (publicKey.user) publicKey.user.id = decode(publicKey.user.id);
    for (const key of publicKey.allowCredentials ?? []) key.id = decode(key.id);
    return { publicKey };
  };
  const finish = (name, credential) => {
    const { response } = credential;
    const parts = ["attestationObject", "clientDataJSON", "authenticatorData", "signature", "userHandle"];
    const encoded = Object.fromEntries(parts.filter((part) => part in response).map((part) => [part, encode(response[part])]));
    const { id, type } = credential;
    field(name).value = JSON.stringify({ id, rawId: encode(credential.rawId), type, response: encoded });
    field(name).form.submit();
  };
  const create = async (value, name) => finish(name, await navigator.credentials.create(value));
  const get = async (value, name) => finish(name, await navigator.credentials.get(value));
  const functions = {
    oryWebAuthnLogin: () => get(options(field("webauthn_login_trigger").value), "webauthn_login"),
    oryWebAuthnRegistration: () => create(options(field("webauthn_register_trigger").value), "webauthn_register"),
    oryPasskeyLogin: () => get(options(field("passkey_challenge").value), "passkey_login"),
    oryPasskeySettingsRegistration: () => create(options(field("passkey_create_data").value), "passkey_settings_register"),
    oryPasskeyRegistration: () => {
      const { credentialOptions, displayNameFieldName } = JSON.parse(field("passkey_create_data").value);
      const value = options(JSON.stringify(credentialOptions));
      value.publicKey.user.name = value.publicKey.user.displayName = field(displayNameFieldName).value;
      return create(value, "passkey_register");
    },
  };
  for (const [name, run] of Object.entries(functions)) {
    window[name] = () => run().catch((error) => console.warn(name, error.name));
  }
  for (const button of document.querySelectorAll("button[data-trigger]")) {
    button.addEventListener("click", () => window[button.dataset.trigger]?.());
  }
})();
