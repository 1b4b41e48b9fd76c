// What changed: head, one sentence, statuses that flipped, other values that moved, and the loads that did it.
/** @param {Component<any, ChangesChoices>} component */
export default function (component) {
  const { data, parentElement, send } = wired(component);
  const parts = { head: top, waiting, body };
  redraw(parentElement, () => parts[data.part](data, send)).setAttribute("data-ready", data.stamp);
}

/** @param {ChangesHead} data @param {Send<ChangesChoices>} send */
function top(data, send) {
  return el("main", {}, head(data.head, send), data.ribbon && el("p", { class: "ribbon", role: "note" }, data.ribbon), data.empty && emptyState(data.empty));
}

const lead = (data, busy) => [el("p", { class: busy ? "lead busy" : "lead", role: "status" }, data.lead), data.note && el("p", { class: "sub" }, data.note)];

/** @param {ChangesWaiting} data */
function waiting(data) {
  return el("section", {}, lead(data, true));
}

/** @param {ChangesBody} data @param {Send<ChangesChoices>} send */
function body(data, send) {
  const others = data.others.map((one) => el("button", {
    type: "button", class: "plain", "data-focus": `see-${one.value}`, onclick: () => send("choose", { key: "since", value: one.value }),
  }, one.text));
  const tables = data.tables.map((one) => [el("h2", {}, one.title), changed(one, send), one.more && el("p", { class: "sub" }, one.more)]);
  const loads = data.loads && [el("h2", {}, data.loads.title), loadsTable(data.loads, send), data.loads.more && el("p", { class: "sub" }, data.loads.more)];
  return el("section", {}, lead(data), others, tables, loads, el("p", { class: "sub kept" }, data.kept));
}

/** @param {ChangeTable} data @param {Send<ChangesChoices>} send */
function changed(data, send) {
  const { words } = data;
  const side = (key, one) => el("td", { class: "n", "data-label": words[key] }, el("b", {}, one.value), el("small", {}, one.n), el("small", {}, one.period));
  const status = (one) => statusWords(one.status, one.word);
  const row = (one) => el("tr", { class: one.flipped ? "flip" : "" }, el("th", { scope: "row" },
    link(`indicator?indicator=${encodeURIComponent(one.id)}`, one.name, () => send("open", one.id), { "data-focus": `move-${one.id}` }), el("small", {}, one.period), one.also && el("small", {}, one.also)),
  el("td", { class: "flips" }, one.flipped ? [status(one.before), el("span", { class: "to", role: "img", "aria-label": words.to }, "→"), status(one.after)] : status(one.after),
    one.standard && el("small", {}, one.standard)),
  side("before", one.before), side("after", one.after), el("td", { class: "n gap", "data-label": words.gap }, one.gap && el("b", {}, one.gap), one.remark && el("small", {}, one.remark)));
  const columns = [["indicator"], ["status"], ["before", "n"], ["after", "n"], ["gap", "n"]];
  return el("table", { class: "moves" }, el("caption", { class: "hidden" }, data.title), el("thead", {}, el("tr", {},
    columns.map(([key, css]) => el("th", { scope: "col", class: css }, words[key])))), el("tbody", {}, data.rows.map(row)));
}
