// The views of the chart, one click away from each other.
/** @param {Component<ChartTabs, IndicatorChoices>} component */
export default function (component) {
  const { data, parentElement, send } = wired(component);
  const button = (view) => el("button", {
    type: "button", "aria-pressed": view.id === data.chosen, "data-focus": view.id,
    onclick: () => send("choose", { key: "view", value: view.id }),
  }, view.name);
  redraw(parentElement, () => el("div", { class: "bar" },
    el("div", { class: "tabs", role: "group", "aria-label": data.label }, data.views.map(button)),
    el("span", { class: "sub" }, data.title), el("p", { class: "hidden" }, data.summary)));
}
