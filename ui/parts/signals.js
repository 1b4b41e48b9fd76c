// Icons of a process: what its last months say, and whether it will hold its standard. Shape first, colour second.
const VARIATIONS = {
  common_cause: () => [svg("path", { d: "M2 10c2.5-6 5-6 8 0s5.5 6 8 0", class: "line" })],
  improving: () => [svg("rect", { x: 2, y: 2, width: 16, height: 16, rx: 2, class: "fill" })],
  concerning: () => [svg("rect", { x: 3.4, y: 3.4, width: 13.2, height: 13.2, transform: "rotate(45 10 10)", class: "fill" })],
  neutral: () => [svg("path", { d: "M10 1.5L19 18H1z", class: "fill" })],
};
// The band of usual variation (a box) beside the standard (a dashed line): over it, under it, or across.
const ASSURANCES = { passing: 2, hit_or_miss: 6, failing: 10 };

/** @param {Signs | null | undefined} signs */
function signals(signs) {
  if (!signs) return null;
  const arrow = signs.side && svg("path", {
    d: signs.side > 0 ? "M10 14V7M7 9.8L10 6.8l3 3" : "M10 7v7M7 11.2l3 3 3-3", class: "ink", "stroke-width": 1.8,
  });
  const first = icon(signs.variation, [VARIATIONS[signs.variation](), arrow], signs.word, signs.why);
  if (!signs.assurance) return el("span", { class: "signals" }, first);
  const band = [
    svg("rect", { x: 4, y: ASSURANCES[signs.assurance], width: 12, height: 8, rx: 1, class: "box" }),
    svg("path", { d: "M1 10h18", class: "line", "stroke-dasharray": "3 2" }),
  ];
  return el("span", { class: "signals" }, first, icon(`assured ${signs.assurance}`, band, signs.assurance_word, signs.outlook));
}

function icon(css, shapes, word, why) {
  return svg("svg", { class: `sign ${css}`, width: 20, height: 20, viewBox: "0 0 20 20", role: "img", "aria-label": `${word}: ${why}` },
    svg("title", {}, `${word}: ${why}`), shapes);
}
