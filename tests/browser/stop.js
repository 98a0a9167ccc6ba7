// What is wrong with where the focus is now.
const wanted = stops[EXPECTED];
const element = document.activeElement;
const name = (element) => element.outerHTML.slice(0, 120);
if (element !== wanted) return [`Tab ${EXPECTED} is at ${name(element)}, not at ${name(wanted)}`];
const wrong = [];
const { outlineStyle, outlineWidth } = getComputedStyle(element);
if (outlineStyle === "none" || (outlineStyle !== "auto" && parseFloat(outlineWidth) < 2)) {
  wrong.push(`no visible focus: ${name(element)}`);
}
const { left, top, width, height } = element.getClientRects()[0];
const hit = document.elementFromPoint(left + width / 2, top + height / 2);
if (!hit || !(element.contains(hit) || hit.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(hit)))) {
  wrong.push(`hidden while it has the focus (${left}, ${top}), by ${hit && name(hit)}: ${name(element)}`);
}
return wrong;
