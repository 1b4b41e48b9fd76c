// The rows behind a figure: closed until they are asked for.
/** @param {Component<RowsBehind, IndicatorChoices>} component */
export default function (component) {
  const { data, parentElement, send } = wired(component);
  const turn = (value, text) => el("button", {
    type: "button", class: data.rows ? "plain" : "ctl", "data-focus": "rows", onclick: () => send("choose", { key: "rows", value }),
  }, text);
  redraw(parentElement, () => el("section", { class: data.rows ? "card" : "card shut" }, el("h2", {}, data.title), el("p", { class: "sub" }, data.sub),
    data.rows ? [rowsTable(data.rows, send), turn("", data.close)] : turn("0", data.open)));
}
