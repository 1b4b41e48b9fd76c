// Quiet lines below a chart: a remark, and what happened, by the numbers of the thin verticals.
/** @param {Component<ChartNotes, IndicatorChoices>} component */
export default function (component) {
  const { data, parentElement, send } = wired(component);
  const item = (one) => el("li", { value: one.number }, el("span", { "data-name": "" }, one.text), one.by && el("span", { class: "sub" }, ` ${one.by}`),
    " ", one.load > 0 && send.load(one.load, `#${one.load}`, { class: "sub" }));
  redraw(parentElement, () => el("div", {}, data.text && el("p", { class: "sub" }, data.text),
    data.remarks?.length > 0 && el("ol", { class: "remarks" }, data.remarks.map(item))));
}
