// A quiet line below a chart.
export default function (component) {
  const { data, parentElement } = component;
  redraw(parentElement, () => el("p", { class: "sub" }, data.text));
}
