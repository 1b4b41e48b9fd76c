// The Self-assessment page: head (views, progress, files), and the form, who owes what, two years, or the editions.
/** @param {Component<any, AssessmentChoices>} component */
export default function (component) {
  const { data, parentElement, send } = wired(component);
  const parts = { head: top, form, offices, compare, editions };
  const state = (parentElement.form ??= { making: "", sources: false, signing: null, copied: "" });
  saveOnce(data.made, state);
  const act = { send, state, tell: (key, value, more) => send("choose", { key, value, ...more }) };
  // A filter answers at once; the address follows from the server.
  act.filter = (key, value) => {
    act.tell(key, value);
    act.draw();
  };
  act.draw = () => redraw(parentElement, () => parts[data.part](data, act));
  act.draw().setAttribute("data-ready", data.stamp);
}

/** @param {AssessmentHead} data @param {any} act */
function top(data, act) {
  const page = el("main", {}, head(data.head, act.send), data.ribbon && el("p", { class: "ribbon", role: "note" }, data.ribbon));
  if (data.empty) return put(page, {}, [emptyState(data.empty)]);
  const tabs = el("nav", { class: "tabs", "aria-label": data.tabsLabel }, (data.tabs ?? []).map((tab) => el("button", {
    type: "button", class: "tab", "aria-current": tab.on ? "page" : null, "data-focus": `tab-${tab.id}`,
    onclick: () => tab.on || act.tell("view", tab.id),
  }, tab.name)));
  return put(page, {}, [tabs,
    data.said && el("div", { class: data.said.good ? "said good" : "said bad", role: "status" }, data.said.text),
    data.progress && el("div", { class: "bar" }, progress(data.progress), downloads(data, act)),
    data.made?.trouble && el("p", { class: "late", role: "alert" }, data.made.trouble)]);
}

/** @param {Progress} data */
function progress({ done, total, text }) {
  return el("div", { class: "progress" }, el("p", {}, text),
    el("div", { class: "track", role: "progressbar", "aria-valuenow": done, "aria-valuemin": 0, "aria-valuemax": total, "aria-label": text },
      el("i", { style: `width:${total ? (100 * done) / total : 0}%` })));
}

// A button for each kind of file; with the sources of the figures when that is ticked.
function downloads(data, act) {
  const make = (id) => {
    act.state.making = id;
    act.draw();
    act.tell("make", id, { sources: act.state.sources });
  };
  const tick = (event) => { act.state.sources = event.target.checked; };
  return el("div", { class: "files" }, data.files.map((file) => el("button", {
    type: "button", class: "ctl", "data-focus": `make-${file.id.slice(1)}`, "aria-busy": act.state.making === file.id,
    onclick: () => act.state.making || make(file.id),
  }, file.name)), data.sources && el("label", { class: "tick" },
    el("input", { type: "checkbox", checked: act.state.sources, "data-focus": "sources", onchange: tick }), data.sources));
}

// -- the form --------------------------------------------------------------------------------------------------------

/** @param {FormTable} data @param {any} act */
function form(data, act) {
  const { filter, words } = data;
  const mine = data.rows.filter((row) => !filter.charge || row.office === filter.charge);
  const shown = mine.filter((row) => !filter.state || row.state === filter.state);
  const counts = data.states.map(({ id, name }) => {
    const count = mine.filter((row) => row.state === id).length, on = filter.state === id;
    if (!count && !on) return null;
    return el("button", { type: "button", class: `count ${id}`, "aria-pressed": on, "data-focus": `count-${id}`,
      onclick: () => act.filter("state", on ? "" : id) }, sign(id), el("b", {}, count), el("span", {}, name));
  });
  const all = filter.state && el("button", { type: "button", class: "count clear", "data-focus": "count-all", onclick: () => act.filter("state", "") }, words["any-state"]);
  const charge = el("select", { class: "ctl", "aria-label": words.charge, title: words.charge, "data-focus": "charge", onchange: (e) => act.filter("charge", e.target.value) },
    data.offices.map((o) => el("option", { value: o.value, selected: o.value === filter.charge }, o.text)));
  return el("main", {}, el("div", { class: "counts", role: "group", "aria-label": words.states }, counts, all, charge),
    shown.length ? table(data, shown, act) : el("p", { class: "card sub" }, words.nothing));
}

/** @param {FormTable} data @param {FormRow[]} rows @param {any} act */
function table(data, rows, act) {
  const w = data.words;
  const bodies = data.dimensions.map((dimension) => {
    const mine = rows.filter((row) => row.dimension === dimension.id);
    if (!mine.length) return null;
    return el("tbody", {}, el("tr", { class: "dim" }, el("th", { colspan: 5, scope: "rowgroup" }, dimension.name)),
      mine.map((row, place) => line(row, mine, place, data, act)));
  });
  return el("table", { class: "form" }, el("caption", { class: "hidden" }, w["head-result"]),
    el("thead", {}, el("tr", {}, ["item", "indicator", "standard", "result", "state"].map((key) => el("th", { scope: "col", class: key }, w[`head-${key}`])))), bodies);
}

// Rows that share the cell of an item, or of an indicator, follow each other; the first of those that are shown has it.
/** @param {FormRow} row @param {FormRow[]} rows @param {number} place @param {FormTable} data @param {any} act */
function line(row, rows, place, data, act) {
  const span = (cell) => (place && rows[place - 1][cell] === row[cell] ? 0 : rows.filter((other) => other[cell] === row[cell]).length);
  const items = span("itemCell"), indicators = span("indicatorCell");
  const go = () => act.tell("row", String(row.place));
  const click = (event) => !event.target.closest("a") && !String(getSelection()) && go();
  return el("tr", { class: "line" },
    items > 0 && el("th", { class: "item", scope: "rowgroup", rowspan: items }, row.item),
    indicators > 0 && el("td", { class: "indicator", rowspan: indicators }, row.indicator),
    el("td", { class: "standard", onclick: click }, el("small", { class: "path" }, `${row.item}／${row.indicator}`),
      link(address("assessment", data.query, { row: row.place }), row.standard, go, { "data-focus": `row-${row.place}`, title: data.words["open-row"] }),
      el("small", {}, row.office || data.words.nobody)),
    el("td", { class: "result", onclick: click }, prose(row.lines), row.own && el("small", {}, row.own)),
    el("td", { class: "state", title: row.why, onclick: click }, el("span", { class: `status ${row.state}` }, sign(row.state), el("span", {}, row.word))));
}

// -- who owes what ---------------------------------------------------------------------------------------------------

/** @param {OpenRows} data @param {any} act */
function offices(data, act) {
  const { words } = data;
  const copy = async (office) => {
    await navigator.clipboard.writeText(office.reminder).catch(() => {});
    act.state.copied = office.name;
    act.draw();
  };
  return el("main", {}, el("p", { class: "lead" }, data.lead), data.offices.map((office) => el("section", { class: "card owing" },
    el("div", { class: "top" }, el("h2", {}, office.name), progress(office.progress)),
    office.rows.length === 0 ? el("p", { class: "sub" }, words["owes-nothing"]) : [
      el("ul", { class: "owed" }, office.rows.map((row) => el("li", {}, el("span", { class: `status ${row.state}` }, sign(row.state), el("span", {}, row.word)),
        el("div", {}, link(address("assessment", data.query, { row: row.place }), row.standard, () => act.tell("row", String(row.place)), { "data-focus": `owed-${row.place}` }),
          el("small", {}, row.why))))),
      el("details", {}, el("summary", {}, words.reminder), el("pre", { tabindex: 0 }, office.reminder),
        el("button", { type: "button", class: "ctl", "data-focus": `copy-${office.name}`, onclick: () => copy(office) }, act.state.copied === office.name ? words.copied : words.copy))])));
}

// -- two years -------------------------------------------------------------------------------------------------------

/** @param {TwoYears} data @param {any} act */
function compare(data, act) {
  const { words } = data;
  const pick = el("select", { class: "ctl", "aria-label": words.with, "data-focus": "with", onchange: (e) => act.tell("with", e.target.value) },
    data.years.map((o) => el("option", { value: o.value, selected: o.value === data.with }, o.text)));
  return el("main", {}, el("div", { class: "counts" }, el("label", { class: "tick" }, el("span", {}, words.with), pick), el("p", { class: "sub" }, data.lead)),
    data.rows.length === 0 ? el("p", { class: "card sub" }, words.same) : beside(data, data.rows, act));
}

/** @param {TwoYears | OpenedEdition} data @param {Pair[]} rows @param {any} act */
function beside(data, rows, act) {
  const cell = (pieces, head) => el("td", { class: "marked", "data-head": head }, pieces.map(([text, kind, figure]) => (kind === "same" ? text
    : el(kind === "new" ? "ins" : "del", { class: figure ? "figure" : null }, text))));
  const place = (row) => (!row.place ? row.standard : link(address("assessment", data.query, { row: row.place }), row.standard, () => act.tell("row", String(row.place)), { "data-focus": `pair-${row.place}` }));
  return el("table", { class: "pair" }, el("caption", { class: "hidden" }, data.lead),
    el("thead", {}, el("tr", {}, data.heads.map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, rows.map((row) => el("tr", {}, el("th", { scope: "row", class: "standard" }, place(row), el("small", {}, row.said)),
      cell(row.before, data.heads[1]), cell(row.after, data.heads[2])))));
}

// -- editions --------------------------------------------------------------------------------------------------------

/** @param {Editions} data @param {any} act */
function editions(data, act) {
  const { words, state } = { words: data.words, state: act.state };
  state.signing ??= { name: "" };
  const ready = () => state.signing.name.trim().length > 0;
  const sign = el("button", { type: "submit", class: "go", disabled: !ready(), "data-focus": "sign" }, words.sign);
  const form = el("form", { class: "card sign", onsubmit: (event) => { event.preventDefault(); if (ready()) { sign.disabled = true; const { name } = state.signing; state.signing = { name: "" }; act.tell("sign", "", { name }); } } },
    el("h2", {}, words["sign-title"]), el("p", { class: "sub" }, data.lead),
    data.warning && el("p", { class: "late" }, data.warning),
    el("label", {}, el("span", {}, words["signed-by"]), el("input", { class: "ctl", type: "text", maxlength: 60, value: state.signing.name, autocomplete: "off", "data-focus": "signed-by",
      oninput: (event) => { state.signing.name = event.target.value; sign.disabled = !ready(); } })), sign);
  const listed = data.editions.map((one) => el("li", { class: one.open ? "on" : null },
    el("button", { type: "button", class: "plain name", "aria-expanded": one.open, "data-focus": `edition-${one.number}`, onclick: () => act.tell("edition", one.open ? "" : String(one.number)) }, one.title),
    el("span", { class: "sub" }, one.by)));
  const opened = data.opened && el("section", {}, el("h2", {}, data.opened.title), el("p", { class: "sub" }, data.opened.said),
    downloads({ files: data.files, sources: data.sources }, act),
    data.opened.rows.length > 0 && beside(data.opened, data.opened.rows, act));
  return el("main", {}, form, el("h2", {}, words.editions), data.editions.length ? el("ul", { class: "editions card" }, listed) : el("p", { class: "card sub" }, words.none), opened);
}
