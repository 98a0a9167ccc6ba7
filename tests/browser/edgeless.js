// Fields and buttons that a person who forces colours cannot tell from the page; what looks like a link is underlined.
const controls = document.querySelectorAll("button:not(.link), textarea, select, input:not([type=hidden], [type=checkbox], [type=radio], [aria-hidden])");
return [...controls]
  .filter((control) => control.checkVisibility({ visibilityProperty: true }))
  .filter((control) => {
    const { borderBlockEndStyle, borderBlockEndWidth } = getComputedStyle(control);
    return borderBlockEndStyle === "none" || parseFloat(borderBlockEndWidth) < 1;
  })
  .map((control) => control.outerHTML.slice(0, 160));
