// The mark of a status: its own shape, so that colour is never needed to tell it.
const MARKS = {
  met: () => [
    svg("circle", { cx: 7.5, cy: 7.5, r: 6.5, class: "fill" }),
    svg("path", { d: "M4 7.8l2.4 2.4L11 5.4", class: "ink", "stroke-width": 1.8 }),
  ],
  at_risk: () => [
    svg("path", { d: "M7.5 1L14.4 14H.6z", class: "fill" }),
    svg("path", { d: "M7.5 5.2v4.4M7.5 11v1.4", class: "ink", "stroke-width": 1.7 }),
  ],
  not_met: () => [
    svg("rect", { x: 2.4, y: 2.4, width: 10.2, height: 10.2, transform: "rotate(45 7.5 7.5)", class: "fill" }),
    svg("path", { d: "M5.2 5.2l4.6 4.6M9.8 5.2L5.2 9.8", class: "ink", "stroke-width": 1.6 }),
  ],
  tracked: () => [svg("circle", { cx: 7.5, cy: 7.5, r: 6, class: "line" })],
  evidence_missing: () => [
    svg("path", { d: "M3 1.5h6.5L12 4v9.5H3z", class: "line", "stroke-dasharray": "2.2 1.6" }),
  ],
  no_cases: () => [
    svg("circle", { cx: 7.5, cy: 7.5, r: 6, class: "line" }),
    svg("path", { d: "M4.6 7.5h5.8", class: "line" }),
  ],
  no_data: () => [svg("circle", { cx: 7.5, cy: 7.5, r: 6, class: "line", "stroke-dasharray": "2 2" })],
  not_applicable: () => [svg("path", { d: "M3 7.5h9", class: "line" })],
};

function mark(status, word) {
  const named = word ? { role: "img", "aria-label": word } : { "aria-hidden": "true" };
  const shape = (MARKS[status] || MARKS.no_data)();
  return svg("svg", { class: `mark ${status}`, width: 15, height: 15, viewBox: "0 0 15 15", ...named }, shape);
}

const statusWords = (status, word) =>
  el("span", { class: `status ${status}` }, mark(status), el("span", {}, word));
