// The Overview: freshness, counts that filter, what to look at first, and the table of all indicators.
/** @param {Component<Overview, OverviewChoices>} component */
export default function (component) {
  const { data, parentElement, send } = wired(component);
  const open = (id) => send("open", id);
  const page = (id) => address("indicator", data.query, { indicator: id });
  // A filter answers at once; the address follows from the server.
  const choose = (key, value) => {
    send("choose", { key, value });
    draw();
  };
  const tell = (what, value) => (what === "choose" && value.key === "dimension" ? choose("dimension", value.value) : send(what, value));
  const draw = () => redraw(parentElement, () => view(data, { tell, choose, open, page }));
  draw().setAttribute("data-ready", data.stamp);
}

/** @param {Overview} data @param {any} act */
function view(data, act) {
  const top = el("main", {}, head(data.head, act.tell), data.ribbon && el("p", { class: "ribbon", role: "note" }, data.ribbon));
  if (data.empty) return put(top, {}, [emptyState(data.empty)]);
  const inDimension = data.rows.filter((row) => !data.filter.dimension || row.dimension === data.filter.dimension);
  const shown = inDimension.filter((row) => !data.filter.status || row.status === data.filter.status);
  return put(top, {}, [
    el("p", { class: "sub fresh" }, data.fresh.map((part) => el("span", { class: part.tone }, part.text))),
    data.changes && el("p", { class: "sub" }, data.changes.text, " ", link(address("changes", data.query), data.changes.open, () => act.tell("open", "changes"), { "data-focus": "changes" })),
    counts(data, inDimension, act),
    el("h2", { id: "first" }, data.first.length ? data.words.first : data.words.none),
    data.first.length > 0 && el("div", { class: "attention" }, data.first.map((row) => attention(row, act))),
    el("h2", { id: "all" }, data.words.all),
    shown.length ? table(data, shown, act) : el("p", { class: "card sub" }, data.words.nothing),
  ]);
}

/** @param {Overview} data @param {OverviewRow[]} rows @param {any} act */
function counts(data, rows, act) {
  const buttons = data.statuses.map(({ id, name }) => {
    const count = rows.filter((row) => row.status === id).length;
    const on = data.filter.status === id;
    if (!count && !on && id !== "not_met") return null;
    return el("button", {
      type: "button", class: `count ${id}`, "aria-pressed": on, "data-focus": `count-${id}`, disabled: !count && !on,
      onclick: () => act.choose("status", on ? "" : id),
    }, mark(id), el("b", {}, count), el("span", {}, name));
  });
  const all = data.filter.status && el("button", {
    type: "button", class: "count clear", "data-focus": "count-all", onclick: () => act.choose("status", ""),
  }, data.words["any-status"]);
  return el("div", { class: "counts", role: "group", "aria-label": data.words.status }, buttons, all);
}

/** @param {OverviewRow} row @param {any} act */
function attention(row, act) {
  return el("div", { class: "row" },
    mark(row.status, row.word),
    el("div", { class: "say" }, link(act.page(row.id), row.name, () => act.open(row.id), { class: "name", "data-focus": `first-${row.id}` }), " ", signals(row.signal),
      el("p", { class: "sub" }, row.why)),
    el("div", { class: "big" }, row.value, el("small", {}, row.status === "evidence_missing" || row.value === "—" ? "" : row.n)),
    row.trend ? spark(row.trend, 150, 34) : el("span", { class: "spark" }));
}

/** @param {Overview} data @param {OverviewRow[]} rows @param {any} act */
function table(data, rows, act) {
  const w = data.words;
  const headings = [["indicator", ""], ["value", "n"], ["standard", "n std"], ["status", ""], ["change", "n"], ["trend", "tr"], ["signal", "sig"], ["through", "n up"]];
  const bodies = data.dimensions.map((dimension) => {
    const mine = rows.filter((row) => row.dimension === dimension.id);
    if (!mine.length) return null;
    return el("tbody", {}, el("tr", { class: "dim" }, el("th", { colspan: 8, scope: "rowgroup" }, dimension.name)),
      mine.map((row) => line(row, act)));
  });
  return el("table", {}, el("caption", { class: "hidden" }, w.all),
    el("thead", {}, el("tr", {}, headings.map(([key, css]) => el("th", { class: css, scope: "col" }, w[key])))), bodies);
}

/** @param {OverviewRow} row @param {any} act */
function line(row, act) {
  const go = (event) => !event.target.closest("a") && !String(getSelection()) && act.open(row.id);
  return el("tr", { class: "line", onclick: go },
    el("th", { class: "name", scope: "row" },
      link(act.page(row.id), row.name, () => act.open(row.id), { "data-focus": `row-${row.id}` }), row.n && el("small", {}, row.n)),
    el("td", { class: "n value" }, row.value),
    el("td", { class: row.set ? "n std" : "n std unset" }, row.standard),
    el("td", { class: "st", title: row.reason }, statusWords(row.status, row.word)),
    el("td", { class: row.prior ? "n chg" : "n chg void" }, row.change, row.prior && el("small", {}, row.prior)),
    el("td", { class: "tr" }, row.trend && spark(row.trend)),
    el("td", { class: row.signal ? "sig" : "sig void" }, signals(row.signal)),
    el("td", { class: "n up" }, row.through));
}
