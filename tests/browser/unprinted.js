// Texts too light for white paper: browsers print no backgrounds.
const light = (colour) => {
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
  const part = (value) => {
    const share = (255 - alpha * (255 - value)) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 1.05 / (0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue) + 0.05) < 4.5;
};
return [...document.querySelectorAll("body *")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("button"))
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
  .filter((element) => light(getComputedStyle(element).color))
  .map((element) => `${getComputedStyle(element).color} ${element.outerHTML.slice(0, 120)}`);
