// Each finding of axe on one line: the rule, where, what is wrong. `asked`: which rules.
const looks = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];
const enabled = asked !== "AllButOfLooks";
const rules = Object.fromEntries(looks.map((rule) => [rule, { enabled }]));
const options = asked === "OfLooks" ? { runOnly: looks } : { rules };
return axe.run({ resultTypes: ["violations"], preload: false, ...options }).then(({ violations, passes }) =>
  passes.length < (asked === "OfLooks" ? 1 : 10) ? [`only ${passes.length} rules applied`] : violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, html, failureSummary }) =>
      `${id} (${impact}) at ${target.join(" ")}: ${html.slice(0, 160)}: ${failureSummary.replaceAll("\n", " ")}`)));
