// The head of the Indicator page: what it is, its value, how it is judged, what to ask.
/** @param {Component<IndicatorCard, IndicatorChoices>} component */
export default function (component) {
  const { data, parentElement, send } = wired(component);
  const view = () => el("main", {}, head(data.head, send),
    data.ribbon && el("p", { class: "ribbon", role: "note" }, data.ribbon),
    data.empty ? emptyState(data.empty) : el("div", { class: "grid" }, value(data), asks(data, send)));
  redraw(parentElement, view).setAttribute("data-ready", data.stamp);
}

/** @param {IndicatorCard} data */
function value(data) {
  return el("section", { class: "card" },
    el("p", { class: "value" }, data.value, data.n && el("small", {}, data.n)),
    el("p", { class: `verdict ${data.status}` }, mark(data.status), el("b", {}, data.word), el("span", {}, data.reason)),
    el("dl", {}, data.facts.map((fact) => [el("dt", {}, fact.label), el("dd", {}, fact.signs && [signals(fact.signs), " "], fact.text)])));
}

/** @param {IndicatorCard} data @param {Send<IndicatorChoices>} send */
function asks(data, send) {
  return el("section", { class: "card" }, el("h2", {}, data.asksTitle), el("ul", { class: "notes" }, data.asks.map((ask) => el("li", {}, ask.map(piece)))));

  // What a question names is a link: an office to its own view, a category to its row below.
  function piece(one) {
    if (typeof one === "string") return one;
    const focus = { "data-focus": `ask-${one.kind}-${one.key}` };
    if (one.kind === "offices") return link(address("indicator", { ...data.query, office: one.key }), one.name, () => send("choose", { key: "office", value: one.key }), focus);
    return link(address("indicator", data.query), one.name, () => window.kpiShowPart?.(one.kind, one.key), focus);
  }
}
