// Everything Tab should stop at, in the order of the page; how many there are.
window.stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
  (element) =>
    element.tabIndex >= 0 && !element.matches(":disabled, [type=hidden]") && !element.closest("[inert]")
    && element.checkVisibility({ visibilityProperty: true }));
return stops.length;
