// The grid of hand-counted figures: one row for each indicator, last month and a year ago beside the cells of this month.
/** @param {Component<Grid, GridChoices>} component */
export default function (component) {
  const { data, parentElement, send } = wired(component), { said } = data;
  const state = (parentElement.grid ??= { typed: {}, sure: new Set(), message: "" });
  if (state.month !== data.month) Object.assign(state, { month: data.month, typed: {}, sure: new Set(), busy: false });
  const answered = said && state.said !== said.number;
  if (answered) {
    Object.assign(state, { said: said.number, busy: false });
    if (said.good) Object.assign(state, { typed: {}, sure: new Set(), message: "" });
  }
  const act = { state, send, tell: (key, value, more) => send("choose", { key, value, ...more }) };
  act.draw = () => redraw(parentElement, () => view(data, act));
  const root = act.draw();
  root.setAttribute("data-ready", data.stamp);
  if (answered) root.querySelector(said.good ? ".said" : ".first-wrong")?.focus();
}

/** @param {Grid} data @param {any} act */
function view(data, act) {
  const { words, said } = data, see = said?.see;
  const wrong = said && !said.good ? said.wrong : {};
  const rows = data.groups.flatMap((group) => group.rows);
  const first = rows.find((row) => wrong[row.id])?.id;
  const bar = el("div", { class: "bar" });
  const fill = () => bar.replaceChildren(...saving(data, act, rows, fill));
  act.fill = fill;
  const columns = [["indicator"], ["last", "n"], ["prior", "n"], ["value", "n"], ["qualifier", "q"]];
  const table = el("table", {}, el("caption", { class: "hidden" }, words.title),
    el("thead", {}, el("tr", {}, columns.map(([key, css]) => el("th", { scope: "col", class: css }, words[key])))),
    data.groups.map((group) => el("tbody", {}, el("tr", { class: "dim" }, el("th", { colspan: 5, scope: "rowgroup" }, group.name)),
      group.rows.map((row) => line(row, data, act, wrong[row.id] || [], row.id === first)))));
  const root = el("main", {}, el("div", { class: "top" }, el("h2", {}, words.title), field(data.control, act.send)),
    el("p", { class: "sub" }, words.hint), data.demo && el("p", { class: "ribbon", role: "note" }, data.demo),
    said && el("p", { class: said.good ? "said good" : "said bad", role: "status", tabindex: -1 }, said.text,
      see && [" ", link(see.href, see.text, () => act.send("open", see.to), { "data-focus": "see-month" })]),
    wrong[""] && el("p", { class: "late" }, wrong[""].join(" ")), table, bar);
  fill();
  return root;
}

/** @param {GridRow} row @param {Grid} data @param {any} act @param {string[]} wrong @param {boolean} first */
function line(row, data, act, wrong, first) {
  const { words } = data, asked = wrong.length > 0 && data.said?.asked;
  const now = (name) => act.state.typed[row.id]?.[name] ?? row.cells[name];
  const set = (name) => (event) => {
    act.state.typed[row.id] = { ...row.cells, ...act.state.typed[row.id], [name]: event.target.value };
    if (act.state.sure.delete(row.id)) event.target.closest("tr").querySelector(".sure input").checked = false;
    act.fill();
  };
  const input = (name, label) => el("input", {
    type: "text", inputmode: "decimal", autocomplete: "off", value: now(name),
    class: ["cell", !(name === "value" && !row.parts) && "part", first && !asked && name === (row.parts ? "numerator" : "value") && "first-wrong"]
      .filter(Boolean).join(" "),
    readonly: row.locked, "aria-label": label, placeholder: name === "value" ? null : words[name], maxlength: 24,
    "aria-invalid": wrong.length > 0 ? "true" : null, "data-focus": `${row.id}-${name}`, oninput: set(name), onkeydown: move,
  });
  const cells = [
    row.parts && [input("numerator", `${row.name} ${words.numerator}`), el("span", { class: "of" }, "/"), input("denominator", `${row.name} ${words.denominator}`)],
    row.parts && row.whole && el("span", { class: "of" }, words.or),
    row.whole && [input("value", `${row.name} ${words.value}`), row.sign && el("span", { class: "of" }, row.sign)],
  ];
  const qualifier = !row.parts && el("select", {
    class: "ctl", "aria-label": `${row.name} ${words.qualifier}`, disabled: row.locked, onchange: set("qualifier"), "data-focus": `${row.id}-q`,
  }, data.qualifiers.map((o) => el("option", { value: o.value, selected: o.value === now("qualifier") }, o.text)));
  const there = (value, label) => el("td", { class: "n was", "data-label": label }, value.text, value.small && el("small", {}, value.small));
  return el("tr", { class: row.locked ? "locked" : "" },
    el("th", { scope: "row" }, row.name, el("small", {}, [row.unit, row.point].filter(Boolean).join(" · ")),
      row.note && el("small", { class: "note" }, row.note), wrong.map((text) => el("small", { class: "late" }, text)),
      asked && sure(row, act, words.sure, first)),
    there(row.last, words.last), there(row.prior, words.prior), el("td", { class: "n in" }, el("span", {}, cells)), el("td", { class: "q" }, qualifier));
}

// The answer that an unusual figure waits for; another figure asks again.
/** @param {GridRow} row @param {any} act @param {any} label @param {boolean} first */
function sure(row, act, label, first) {
  const tick = (event) => act.state.sure[event.target.checked ? "add" : "delete"](row.id);
  const box = { type: "checkbox", class: first ? "first-wrong" : null, checked: act.state.sure.has(row.id), "data-focus": `${row.id}-sure`, onchange: tick };
  return el("label", { class: "sure" }, el("input", box), label);
}

// Enter and the arrow keys go to the same cell of the next row that can be filled in.
function move(event) {
  const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.isComposing) return;
  event.preventDefault();
  const all = [...event.target.closest("table").querySelectorAll("input.cell:not([readonly])")];
  const first = all.filter((input) => input === event.target || !input.previousElementSibling?.matches(".of"));
  const next = first[first.indexOf(event.target) + step];
  next?.focus();
  next?.select();
}

// What is filled in and differs from what is there; an emptied cell changes nothing.
/** @param {GridRow[]} rows @param {Record<string, Record<string, string>>} typed */
function filled(rows, typed) {
  const same = (a, b) => a.replaceAll(",", "").trim() === b.replaceAll(",", "").trim();
  return Object.fromEntries(rows.filter((row) => typed[row.id] && ["value", "numerator", "denominator"].some((name) => typed[row.id][name].trim()))
    .filter((row) => Object.keys(row.cells).some((name) => !same(typed[row.id][name], row.cells[name]))).map((row) => [row.id, typed[row.id]]));
}

/** @param {Grid} data @param {any} act @param {GridRow[]} rows @param {any} fill */
function saving(data, act, rows, fill) {
  const { words } = data, cells = filled(rows, act.state.typed), count = Object.keys(cells).length;
  const go = () => {
    act.state.busy = true;
    fill();
    act.tell("figures", "", { month: data.month, cells, names: [...act.state.sure], message: act.state.message });
  };
  const label = act.state.busy ? words.saving : words.save;
  return [
    el("p", { role: "status" }, words.filled[count]),
    el("input", {
      class: "ctl grow", type: "text", value: act.state.message, placeholder: `${words.message}　${words["message-hint"]}`, maxlength: 200,
      "aria-label": words.message, autocomplete: "off", oninput: (event) => { act.state.message = event.target.value; },
    }),
    el("button", { type: "button", class: "go", disabled: !count || act.state.busy, title: words.who, onclick: go }, label),
  ];
}
