// Security keys and passkeys. Does what Kratos' own script does, without inline handlers: the page
// names functions by attributes, and only those of this file can be named. What it reads:
//
//   button[data-trigger=NAME]          a function below, run by a press; the button is in the form
//                                      that has the function's fields (`ceremonies`)
//   input[data-onload=NAME]            `passkey_login`, for `oryPasskeyLoginAutocompleteInit`
//   input[autocomplete~=webauthn]      the field at which the browser offers passkeys
//   [data-failed]                      beside the button (same parent), hidden, role=alert: what is
//                                      said when it did not work, as its text. Its attributes
//     data-known                       say the same where the key or device has been added before,
//     data-insecure                    the page came by plain http, for which browsers have no keys,
//     data-unsupported                 and the browser has none at all.
"use strict";
(() => {
  const decode = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
  const encode = (buffer) =>
    btoa(Array.from(new Uint8Array(buffer ?? []), (byte) => String.fromCharCode(byte)).join(""))
      .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

  // Kratos sends and expects base64url without padding.
  const decoded = ({ publicKey }) => {
    publicKey.challenge = decode(publicKey.challenge);
    if (publicKey.user) publicKey.user.id = decode(publicKey.user.id);
    for (const known of [...(publicKey.allowCredentials ?? []), ...(publicKey.excludeCredentials ?? [])])
      known.id = decode(known.id);
    return publicKey;
  };
  const encoded = ({ id, rawId, type, response }, names) =>
    JSON.stringify({
      id,
      rawId: encode(rawId),
      type,
      response: Object.fromEntries(names.map((name) => [name, encode(response[name])])),
    });

  // Asks for a new credential.
  const register = async (options) => {
    const credential = await navigator.credentials.create({ publicKey: decoded(options) });
    return encoded(credential, ["attestationObject", "clientDataJSON"]);
  };
  // Asks for a proof that a credential is there.
  const login = async (options, form, request) => {
    const credential = await navigator.credentials.get({ publicKey: decoded(options), ...request });
    return encoded(credential, ["authenticatorData", "clientDataJSON", "signature", "userHandle"]);
  };

  // A new account's passkey is named by a trait of the same form; Kratos says by which.
  const registerNamed = ({ credentialOptions, displayNameFieldName, displayNameFieldNames }, form) => {
    const fields = [displayNameFieldName, ...(displayNameFieldNames ?? [])].filter(Boolean);
    const name = fields.map((field) => form.elements.namedItem(field)?.value).find(Boolean);
    if (name) Object.assign(credentialOptions.publicKey.user, { name, displayName: name });
    return register(credentialOptions);
  };

  // By name of the function: the fields of the form that have the options and take the result, and
  // how those begin that must be right before: Kratos looks at them only when the key is done.
  const ceremonies = {
    oryWebAuthnRegistration: {
      options: "webauthn_register_trigger",
      result: "webauthn_register",
      first: ["traits.", "webauthn_register_displayname"],
      run: register,
    },
    oryPasskeyRegistration: {
      options: "passkey_create_data",
      result: "passkey_register",
      first: ["traits."],
      run: registerNamed,
    },
    oryPasskeySettingsRegistration: {
      options: "passkey_create_data",
      result: "passkey_settings_register",
      run: register,
    },
    oryWebAuthnLogin: { options: "webauthn_login_trigger", result: "webauthn_login", run: login },
    oryPasskeyLogin: { options: "passkey_challenge", result: "passkey_login", run: login },
    oryPasskeyLoginAutocompleteInit: { options: "passkey_challenge", result: "passkey_login", run: login },
  };

  const complete = ({ first = [] }, form) =>
    [...form.elements]
      .filter((field) => first.some((start) => field.name.startsWith(start)))
      .every((field) => field.reportValidity());

  // No button's value goes along: the result tells Kratos what to do. What other ways of the same
  // form require, a password say, is not asked for.
  const perform = async ({ options, result, run }, form, request) => {
    const value = await run(JSON.parse(form.elements.namedItem(options).value), form, request);
    form.elements.namedItem(result).value = value;
    form.noValidate = true;
    form.requestSubmit();
    form.noValidate = false;
  };

  // The browser offers passkeys at the sign-in name. It has one request at a time: a button's comes
  // first, and this one is made again if that fails.
  const offer = { stop: new AbortController(), ended: null };
  const startOffer = () => {
    const name = "oryPasskeyLoginAutocompleteInit";
    const form = document.querySelector(`input[data-onload=${name}]`)?.form;
    if (!form || !document.querySelector("input[autocomplete~=webauthn]")) return;
    // Cypress' key answers before anybody asked; Kratos' own script leaves it alone too.
    if (window.Cypress) return;
    const { signal } = (offer.stop = new AbortController());
    const run = async () => {
      if (!(await window.PublicKeyCredential?.isConditionalMediationAvailable?.()) || signal.aborted) return;
      await perform(ceremonies[name], form, { mediation: "conditional", signal });
    };
    // It was not asked for: stopped by a button, or not possible here, needs no word.
    offer.ended = run().catch(() => {});
  };
  const stopOffer = () => {
    offer.stop.abort();
    return offer.ended;
  };
  startOffer();

  let busy = false;
  // Back again by the browser's history: as it was.
  addEventListener("pageshow", (event) => {
    if (event.persisted) busy = false;
  });
  for (const button of document.querySelectorAll("button[data-trigger]")) {
    const { trigger } = button.dataset;
    const ceremony = Object.hasOwn(ceremonies, trigger) ? ceremonies[trigger] : null;
    const { form } = button;
    const failed = button.parentElement.querySelector("[data-failed]");
    if (!ceremony || !form || !failed) continue;
    const usual = failed.textContent;
    const tell = (reason) => {
      failed.textContent = failed.dataset[reason] || usual;
      failed.hidden = false;
    };
    if (!window.PublicKeyCredential) {
      // Nothing has failed: it is said before anybody tries.
      button.disabled = true;
      failed.className = "note";
      failed.removeAttribute("role");
      tell(window.isSecureContext ? "unsupported" : "insecure");
      continue;
    }
    button.addEventListener("click", async () => {
      if (busy || !complete(ceremony, form)) return;
      busy = true;
      failed.hidden = true;
      button.setAttribute("aria-disabled", "true");
      await stopOffer();
      try {
        await perform(ceremony, form);
      } catch (error) {
        // Cancelled, timed out, not allowed or not supported: the browser has said which.
        tell(error.name === "InvalidStateError" ? "known" : "failed");
        button.removeAttribute("aria-disabled");
        busy = false;
        startOffer();
      }
    });
  }
})();
