// A small trend: this year over last year, the standard dashed, the newest month as a dot (hollow while it lasts).
/** @param {Trend} trend */
function spark(trend, width = 132, height = 32) {
  const all = [...trend.now, ...trend.before, ...trend.line].filter((v) => v !== null);
  let low = Math.min(...all), high = Math.max(...all);
  if (low === high) { low -= 1; high += 1; }
  const x = (i) => 4 + (i * (width - 8)) / 11;
  const y = (v) => height - 4 - ((v - low) / (high - low)) * (height - 8);
  const point = (v, i) => `${x(i).toFixed(1)},${y(v).toFixed(1)}`;

  const lines = (values, css) => runs(values).map((run) =>
    run.length > 1
      ? svg("polyline", { points: run.map(([i, v]) => point(v, i)).join(" "), class: css })
      : svg("circle", { cx: x(run[0][0]), cy: y(run[0][1]), r: 1.2, class: `${css} single` }));
  const standard = runs(trend.line).map((run) => {
    const steps = run.map(([i, v]) => `H${(x(i) - 5.5).toFixed(1)}V${y(v).toFixed(1)}H${(x(i) + 5.5).toFixed(1)}`);
    const [i, v] = run[0];
    return svg("path", { d: `M${(x(i) - 5.5).toFixed(1)} ${y(v).toFixed(1)}${steps.join("")}`, class: "standard" });
  });
  const known = trend.now.map((v, i) => [i, v]).filter(([, v]) => v !== null);
  const last = known.at(-1);
  const dot = last && svg("circle", { cx: x(last[0]), cy: y(last[1]), r: 2.6, class: trend.provisional ? "hollow" : "dot" });
  const special = (trend.special || []).filter(([i]) => trend.now[i] !== null && trend.now[i] !== undefined).map(([i, kind]) =>
    svg("rect", { x: x(i) - 2.6, y: y(trend.now[i]) - 2.6, width: 5.2, height: 5.2, transform: `rotate(45 ${x(i)} ${y(trend.now[i])})`, class: kind }));
  return svg("svg", { class: "spark", width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": trend.label },
    standard, lines(trend.before, "before"), lines(trend.now, "now"), dot, special);
}

// Stretches without a gap, as [index, value] pairs.
function runs(values) {
  const found = [];
  values.forEach((value, i) => {
    if (value === null || value === undefined) return;
    if (i > 0 && values[i - 1] !== null && values[i - 1] !== undefined && found.length) found.at(-1).push([i, value]);
    else found.push([[i, value]]);
  });
  return found;
}
