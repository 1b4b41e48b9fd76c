// The head of the Indicator page: what it is, its value, how it is judged, what to ask.
export default function (component) {
  const { data, parentElement, setTriggerValue: send } = component;
  const view = () => el("main", {}, head(data.head, send),
    data.ribbon && el("p", { class: "ribbon", role: "note" }, data.ribbon),
    data.empty ? emptyState(data.empty) : el("div", { class: "grid" }, value(data), asks(data)));
  redraw(parentElement, view).setAttribute("data-ready", data.stamp);
}

function value(data) {
  return el("section", { class: "card" },
    el("p", { class: "value" }, data.value, data.n && el("small", {}, data.n)),
    el("p", { class: `verdict ${data.status}` }, mark(data.status), el("b", {}, data.word), el("span", {}, data.reason)),
    el("dl", {}, data.facts.map((fact) => [el("dt", {}, fact.label), el("dd", {}, fact.signs && [signals(fact.signs), " "], fact.text)])));
}

function asks(data) {
  return el("section", { class: "card" }, el("h2", {}, data.asksTitle), el("ul", { class: "notes" }, data.asks.map((ask) => el("li", {}, ask))));
}
