// What makes pages more pleasant where there is JavaScript. Nothing here is needed, and nothing
// moves: what it offers has its place from the start (`.scripted` in the style sheet).
"use strict";
(() => {
  const all = (selector, act) => document.querySelectorAll(selector).forEach(act);
  const on = (selector, event, act) => all(selector, (element) => element.addEventListener(event, act));

  // A second look before something is taken away: one dialog, filled by the button that opens it.
  const dialog = document.getElementById("confirm");
  const deed = dialog?.querySelector("[data-confirm]");
  const overlap = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  let opener, waiting;
  const ask = (button) => {
    opener = button;
    const { question, consequence } = button.dataset;
    const facts = button.closest(".things > li")?.querySelectorAll(".facts > li") ?? [];
    dialog.querySelector("#confirm-title").textContent = question;
    dialog.querySelector("#confirm-text").textContent = consequence;
    dialog.querySelector("#confirm-facts").replaceChildren(...[...facts].map((fact) => fact.cloneNode(true)));
    deed.textContent = button.textContent;
    // The second click of a double click is no answer, nor is a key that is held down.
    deed.setAttribute("aria-disabled", "true");
    clearTimeout(waiting);
    waiting = setTimeout(() => deed.removeAttribute("aria-disabled"), 500);
    dialog.showModal();
    // What does it is not where the finger is, if there is room for that.
    dialog.className = ["", "low", "aside", "low aside"].find((place) => {
      dialog.className = place;
      return !overlap(deed.getBoundingClientRect(), button.getBoundingClientRect());
    }) ?? "";
  };
  const isTooSoon = () => deed.hasAttribute("aria-disabled");
  // Nor does such a click take the focus away.
  dialog?.addEventListener("mousedown", (event) => isTooSoon() && event.preventDefault());
  on("[data-close]", "click", () => isTooSoon() || dialog.close());
  on("[data-confirm]", "click", () => {
    if (isTooSoon()) return;
    dialog.close();
    // The page need not ask any more.
    opener.form.querySelector("input[name=_ask]")?.remove();
    delete opener.dataset.question;
    opener.form.requestSubmit(opener);
  });

  // The pressed button tells that it works; a second press does nothing.
  let pressed = null;
  let choosing = false;
  document.addEventListener("submit", (event) => {
    // Not `.method`: Kratos has buttons of that name, which take its place.
    if (event.target.getAttribute("method") !== "post") return;
    if (pressed) return event.preventDefault();
    const button = event.submitter ?? event.target.querySelector("[data-trigger]");
    choosing = button?.name === "_keep";
    if (dialog && button?.dataset.question) {
      event.preventDefault();
      return ask(button);
    }
    pressed = button;
    if (!pressed?.dataset.working) return;
    pressed.setAttribute("aria-disabled", "true");
    const label = pressed.querySelector("bdi") ?? pressed;
    pressed.style.minWidth = `${pressed.offsetWidth}px`;
    pressed.dataset.label = label.textContent;
    label.textContent = pressed.dataset.working;
  });
  // Back again by the browser's history: as it was.
  addEventListener("pageshow", (event) => {
    if (!event.persisted || !pressed) return;
    if (pressed.dataset.label) (pressed.querySelector("bdi") ?? pressed).textContent = pressed.dataset.label;
    pressed.removeAttribute("aria-disabled");
    pressed = null;
    all("dialog[open]", (dialog) => dialog.close());
  });

  // A choice of language or colours sends one form, to keep what is typed in it. What is typed in others goes
  // along; what would not be kept stays here.
  const typed = document.getElementById("typed");
  typed?.addEventListener("formdata", ({ formData }) => {
    if (!choosing) return;
    all("main :is(input, select, textarea)[name]", (field) => {
      const { form, name, type, value } = field;
      if (type === "password" || field.autocomplete === "one-time-code") form === typed && formData.delete(name);
      else if (form === typed || type === "hidden" || type === "file") return;
      else if (value && (type !== "checkbox" || field.checked)) formData.append(name, value);
    });
  });

  // Codes are pasted with blanks and dashes in them.
  on("[autocomplete=one-time-code]", "change", ({ currentTarget: input }) => {
    input.value = input.value.replace(/[\s-]/g, "");
  });

  // Passwords: show and hide, and a word on Caps Lock. Password managers put things of theirs beside a field.
  on(".reveal", "click", ({ currentTarget: button }) => {
    const input = document.getElementById(button.getAttribute("aria-controls"));
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    button.textContent = shown ? button.dataset.hide : button.dataset.show;
  });
  all("[data-caps]", (hint) => {
    const input = hint.parentElement.querySelector("input");
    for (const event of ["keydown", "keyup"])
      input.addEventListener(event, (key) => {
        const caps = key.getModifierState?.("CapsLock") ? hint.dataset.caps : "";
        if (hint.textContent !== caps) hint.textContent = caps;
      });
  });
  // A new password: how strong it is, told by a script that is loaded when one is typed. Nothing of it leaves the page.
  all("[data-strength]", (place) => {
    const input = place.parentElement.querySelector("input");
    const [meter, status] = place.children;
    const { strength: href } = place.dataset;
    // Where it cannot be loaded, nothing is told.
    let loading = null;
    const load = () =>
      (loading ??= import(href).then(({ default: { core, "language-common": { dictionary, adjacencyGraphs: graphs } } }) =>
        new core.ZxcvbnFactory({ dictionary, graphs }), () => null));
    // What a password had better not be made of: what else the person has entered, and the name they sign in with.
    const own = () =>
      [...document.querySelectorAll("input:is([type=text], [type=email], [type=tel])")]
        .filter((field) => !field.closest(".secret"))
        .flatMap(({ value }) => [value, ...value.split(/[^\p{L}\p{N}]+/u)])
        .filter((part) => part.length > 2);
    const reasons = { topTen: 0, topHundred: 0, common: 0, similarToCommon: 0, wordByItself: 0, userInputs: 2 };
    const tell = async () => {
      const estimator = input.value && (await load());
      // It may have changed meanwhile. What is long enough needs no longer look.
      const told = estimator && input.value ? estimator.check(input.value.slice(0, 64), own()) : null;
      const why = told?.score < 3 && told.feedback.warning ? place.getAttribute(`data-reason-${reasons[told.feedback.warning] ?? 1}`) : "";
      const text = told ? `${place.getAttribute(`data-level-${told.score}`)} ${why}`.trim() : "";
      meter.value = told ? told.score + 1 : 0;
      if (status.textContent !== text) status.textContent = text;
    };
    let soon = null;
    input.addEventListener("input", () => {
      load();
      clearTimeout(soon);
      soon = setTimeout(tell, 300);
    });
  });
  // A shown password is sent as one, and not kept as a text.
  document.addEventListener("submit", () => all(".secret input", (input) => (input.type = "password")));

  // Keys and codes: copy, print and download. What stands above codes is the page's own.
  const text = (box) =>
    ["[data-head]", "[data-copied]"]
      .map((part) => [...box.querySelectorAll(part)].map((line) => line.textContent).join("\n"))
      .filter(Boolean)
      .join("\n\n")
      // Where a word may part is for the page.
      .replaceAll("\u00ad", "");
  // Over plain http there is no clipboard, and a browser may refuse it: then the old way.
  const copied = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = document.createElement("textarea");
      Object.assign(area, { value: text, className: "unseen", readOnly: true });
      button.after(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      button.focus();
      return done;
    }
  };
  on("[data-copy]", "click", async ({ currentTarget: button }) => {
    const box = button.closest(".copyable");
    const done = await copied(text(box), button);
    if (done) button.textContent = button.dataset.done;
    else getSelection().selectAllChildren(box.querySelector(".sheet, [data-copied]"));
    box.querySelector("[data-told]").textContent = done ? "" : button.dataset.selected;
  });
  on("[data-print]", "click", () => print());
  // Not in every browser within an app.
  if (!window.print) all("[data-print]", (button) => (button.hidden = true));
  on("[data-download]", "click", ({ currentTarget: button }) => {
    const lines = `${text(button.closest(".copyable"))}\n`.replaceAll("\n", "\r\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([lines], { type: "text/plain;charset=utf-8" }));
    link.download = button.dataset.download;
    link.click();
    URL.revokeObjectURL(link.href);
  });

  // Days and times where the reader is: the server writes them as they are in UTC. A date without a time is
  // the same everywhere.
  const { lang } = document.documentElement;
  const locale = navigator.languages.find((known) => known.split("-")[0] === lang.split("-")[0]) ?? lang;
  const formatter = (style) => new Intl.DateTimeFormat(locale, { calendar: "gregory", dateStyle: "medium", ...style });
  const day = formatter(), moment = formatter({ timeStyle: "short" });
  all("time[datetime*=T]", (time) => {
    const isDay = time.matches("[data-day], .sheet *");
    if (!isDay) time.title = time.textContent;
    time.textContent = (isDay ? day : moment).format(new Date(time.dateTime));
  });

  // The table of contents marks where the reader is.
  const links = new Map();
  all(".contents a[href^='#']", (link) => links.set(document.getElementById(link.hash.slice(1)), link));
  // It is folded where there is no room for it, and again when it has been used there.
  const roomy = matchMedia("(min-width: 62rem)");
  const fold = () => all(".contents details", (details) => (details.open = roomy.matches));
  fold();
  roomy.addEventListener("change", fold);
  on(".contents a", "click", fold);
  if (links.size && "IntersectionObserver" in window) {
    const seen = new Set();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) isIntersecting ? seen.add(target) : seen.delete(target);
      const here = [...links.keys()].find((section) => seen.has(section));
      if (!here) return;
      for (const [section, link] of links)
        section === here ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
    }, { rootMargin: "-10% 0px -60%" });
    for (const section of links.keys()) observer.observe(section);
  }
})();
