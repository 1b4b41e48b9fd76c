// The text of a result: paragraphs and lists with their figures, and the shapes of a row's state.
function prose(lines) {
  return el("div", { class: "prose" }, lines.map(({ mark: sign, level, pieces }) => {
    const text = pieces.map((one) => (typeof one === "string" ? one : el(one[1] === "statement" ? "span" : "b", { class: one[1], title: one[2] || null }, one[0])));
    return sign ? el("p", { class: "listed", style: `margin-inline-start:${level * 1.6}em` }, el("span", { class: "ordinal" }, sign), el("span", {}, text)) : el("p", {}, text);
  }));
}

// Shape, word and colour: a sheet that is missing, a triangle, an open circle, a circle with a tick.
function sign(state) {
  const shapes = { evidence_missing: "evidence_missing", figure_missing: "not_met", changed: "at_risk", not_reviewed: "tracked", written: "met", fresh: "met" };
  return mark(shapes[state]);
}
