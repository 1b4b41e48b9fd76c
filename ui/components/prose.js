// The text of a result: paragraphs and lists with their figures, and the shapes of a row's state.
function prose(lines) {
  const found = [];
  for (const { listed, pieces } of lines) {
    const text = pieces.map((one) => (typeof one === "string" ? one : el(one[1] === "statement" ? "span" : "b", { class: one[1], title: one[2] || null }, one[0])));
    if (!listed) { found.push(el("p", {}, text)); continue; }
    const tag = listed === "numbered" ? "OL" : "UL", last = found[found.length - 1];
    const list = last?.tagName === tag ? last : el(tag.toLowerCase(), {});
    if (list !== last) found.push(list);
    list.append(el("li", {}, text));
  }
  return el("div", { class: "prose" }, found);
}

// Shape, word and colour: a sheet that is missing, a triangle, an open circle, a circle with a tick.
function sign(state) {
  const shapes = { evidence_missing: "evidence_missing", figure_missing: "not_met", changed: "at_risk", not_reviewed: "tracked", written: "met", fresh: "met" };
  return mark(shapes[state]);
}
