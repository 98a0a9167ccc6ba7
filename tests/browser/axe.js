// Each finding of axe on one line: the rule, where, what is wrong.
return axe.run({ resultTypes: ["violations"], preload: false, rules: { "target-size": { enabled: true } } }).then(({ violations, passes }) =>
  passes.length < 10 ? [`only ${passes.length} rules applied`] : violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, html, failureSummary }) =>
      `${id} (${impact}) at ${target.join(" ")}: ${html.slice(0, 160)}: ${failureSummary.replaceAll("\n", " ")}`)));
