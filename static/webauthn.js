// Security keys and passkeys. Does what Kratos' own script does, without inline handlers:
// a button names a function in `data-trigger`, and only those of this file can be named.
"use strict";
(() => {
  const decode = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
  const encode = (buffer) =>
    btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""))
      .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

  // Asks the browser for a new credential. Kratos sends and expects base64url without padding.
  const register = async (options) => {
    const { publicKey } = JSON.parse(options);
    publicKey.challenge = decode(publicKey.challenge);
    publicKey.user.id = decode(publicKey.user.id);
    for (const known of publicKey.excludeCredentials ?? []) known.id = decode(known.id);
    const { id, rawId, type, response } = await navigator.credentials.create({ publicKey });
    return JSON.stringify({
      id,
      rawId: encode(rawId),
      type,
      response: {
        attestationObject: encode(response.attestationObject),
        clientDataJSON: encode(response.clientDataJSON),
      },
    });
  };

  // By name of the function: where the options are, and where the result goes.
  const triggers = {
    oryWebAuthnRegistration: { options: "webauthn_register_trigger", result: "webauthn_register" },
    oryPasskeySettingsRegistration: { options: "passkey_create_data", result: "passkey_settings_register" },
  };

  for (const button of document.querySelectorAll("button[data-trigger]")) {
    const trigger = triggers[button.dataset.trigger];
    const { form } = button;
    if (!trigger || !form) continue;
    const failed = button.parentElement.querySelector("[data-failed]");
    button.addEventListener("click", async () => {
      // Kratos wants a key's name, and is asked only once the key has been touched.
      if (!form.reportValidity()) return;
      failed.hidden = true;
      button.disabled = true;
      try {
        const result = await register(form.elements.namedItem(trigger.options).value);
        form.elements.namedItem(trigger.result).value = result;
        form.requestSubmit();
      } catch {
        // Cancelled, timed out, not allowed or not supported: the browser has said which.
        button.disabled = false;
        failed.hidden = false;
      }
    });
  }
})();
