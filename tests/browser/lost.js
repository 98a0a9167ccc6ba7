// What sticks out of the page sideways, and what hides a part of its text.
const root = document.scrollingElement;
const width = root.clientWidth;
const found = [];
// Beyond the edge where lines begin, nothing can be scrolled to: what is there is put there.
const away = ({ left, right }) => (getComputedStyle(document.body).direction === "rtl" ? left >= width : right <= 0);
if (root.scrollWidth > width) found.push(`the page is ${root.scrollWidth} px wide in ${width} px`);
const scrolls = (element) => {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowX)) return true;
  }
  return false;
};
for (const element of document.body.querySelectorAll("*")) {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
  if (element.closest("svg") && element.localName !== "svg") continue;
  const box = element.getBoundingClientRect();
  // For screen readers only, or beyond the page until it has the focus.
  if (box.width <= 1 || box.height <= 1 || away(box) || box.bottom + scrollY <= 0) continue;
  const name = element.outerHTML.slice(0, 120);
  if ((box.left < -0.5 || box.right > width + 0.5) && !scrolls(element)) {
    found.push(`sticks out (${box.left} to ${box.right} of ${width}): ${name}`);
  }
  const style = getComputedStyle(element);
  const field = element.matches("input, select, textarea");
  if (!field && /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1) {
    found.push(`cut off at its side: ${name}`);
  }
  if (!field && /hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1) {
    found.push(`cut off below: ${name}`);
  }
}
return found;
