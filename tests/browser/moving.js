// What would move: animations, transitions and smooth scrolling.
const seconds = (list) => Math.max(...list.split(",").map((time) => parseFloat(time) * (time.includes("ms") ? 0.001 : 1)));
return [document.documentElement, ...document.querySelectorAll("body, body *")]
  .filter((element) => {
    const style = getComputedStyle(element);
    return (style.animationName !== "none" && seconds(style.animationDuration) > 0.01)
      || seconds(style.transitionDuration) > 0.01 || style.scrollBehavior === "smooth";
  })
  .map((element) => element.outerHTML.slice(0, 120));
