// The numbers behind the chart.
/** @param {Component<MonthTable, IndicatorChoices>} component */
export default function (component) {
  const { data, parentElement } = component;
  redraw(parentElement, () => el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": data.caption }, el("table", {},
    el("caption", { class: "hidden" }, data.caption),
    el("thead", {}, el("tr", {}, data.heads.map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, data.rows.map((cells) => el("tr", {},
      cells.map((text, i) => (i ? el("td", {}, text) : el("th", { scope: "row" }, text)))))))));
}
