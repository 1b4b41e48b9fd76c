// The text of a result: paragraphs and lists with their figures, and the shapes of a row's state.
/** @param {TextLine[]} lines */
function prose(lines) {
  const root = el("div", { class: "prose" });
  for (const { mark: ordinal, level, pieces } of lines) {
    const text = pieces.map((one) => (typeof one === "string" ? one : el(one[1] === "statement" ? "span" : "b", { class: one[1], title: one[2] || null }, one[0])));
    if (!ordinal) { root.append(el("p", {}, text)); continue; }
    const list = root.lastElementChild?.matches("[role=list]") ? root.lastElementChild : el("div", { role: "list" });
    list.append(el("p", { role: "listitem", class: "listed", style: `margin-inline-start:${level * 1.6}em` }, el("span", { class: "ordinal" }, ordinal), el("span", {}, text)));
    root.append(list);
  }
  return root;
}

// Shape, word and colour: a sheet that is missing, a triangle, an open circle, a circle with a tick.
/** @param {FormRow["state"]} state */
function sign(state) {
  const shapes = { evidence_missing: "evidence_missing", figure_missing: "not_met", changed: "at_risk", not_reviewed: "tracked", written: "met", fresh: "met" };
  return mark(shapes[state]);
}
