// Each finding of axe on one line: the rule, where, what is wrong. `all`: other rules than those of `colours`.
const rules = all ? { "target-size": { enabled: true }, ...(!colours && { "color-contrast": { enabled: false } }) } : {};
const runOnly = all ? undefined : ["color-contrast", "link-in-text-block"];
return axe.run({ resultTypes: ["violations"], preload: false, rules, runOnly }).then(({ violations, passes }) =>
  passes.length < (all ? 10 : 1) ? [`only ${passes.length} rules applied`] : violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, html, failureSummary }) =>
      `${id} (${impact}) at ${target.join(" ")}: ${html.slice(0, 160)}: ${failureSummary.replaceAll("\n", " ")}`)));
