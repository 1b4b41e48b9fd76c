// What people set under an indicator: standards, notes, changes of process, discussion; each with its form, closed at first.
/** @param {Component<Entries, IndicatorChoices>} component */
export default function (component) {
  const { data, parentElement, send } = wired(component);
  const state = (parentElement.entries ??= { open: "", typed: {}, busy: false });
  if (state.indicator !== data.indicator) Object.assign(state, { indicator: data.indicator, open: "", typed: {}, busy: false });
  if (data.said && state.said !== data.said.number) {
    Object.assign(state, { said: data.said.number, busy: false });
    if (data.said.good) { delete state.typed[state.open]; state.open = ""; }
  }
  const act = { state, send, draw: () => redraw(parentElement, () => view(data, act)) };
  act.draw();
}

/** @param {Entries} data @param {any} act */
function view(data, act) {
  const { words } = data;
  const unset = !data.standards.length && el("p", { class: "sub" }, words.unset);
  const standards = el("section", { class: "card" }, el("h2", {}, words.standards), unset,
    el("ul", { class: "list" }, data.standards.map((one) => el("li", { class: one.now ? "now" : "past" },
      el("p", {}, el("b", {}, one.what), one.office && el("span", { class: "tag" }, one.office)),
      el("p", { class: "sub", "data-name": "" }, [one.when, one.by, one.written].filter(Boolean).join(" · ")),
      one.reason && el("p", { class: "sub", "data-name": "" }, one.reason)))), maker("standard", data, act));
  const happened = (title, rows, none, form) => [el("h2", {}, title), rows.length ? null : el("p", { class: "sub" }, none),
    el("ul", { class: "list" }, rows.map((one) => el("li", {},
      el("p", {}, el("b", {}, one.when), one.office && el("span", { class: "tag" }, one.office), el("span", { "data-name": "" }, ` ${one.text}`)),
      el("p", { class: "sub" }, el("span", { "data-name": "" }, one.by), origin(one, act))))), maker(form, data, act)];
  const notes = el("section", { class: "card" }, happened(words.notes, data.notes, words["none-notes"], "note"),
    data.charted && happened(words.rebases, data.rebases, words["none-rebases"], "rebase"));
  const threads = el("section", { class: "card wide" }, el("h2", {}, words.threads),
    data.threads.length ? null : el("p", { class: "sub" }, words["none-threads"]),
    data.threads.map((thread) => talk(thread, data, act)), maker("question", data, act));
  return el("div", { class: "grid entries" }, standards, notes, threads);
}

const origin = (one, act) => one.load > 0 && [" ", act.send.load(one.load, `#${one.load}`)];

/** @param {Thread} thread @param {Entries} data @param {any} act */
function talk(thread, data, act) {
  const { words } = data;
  const said = thread.rows.map((one) => el("li", { class: one.kind },
    el("p", { "data-name": "" }, one.kind === "settled" && el("b", {}, `${words.settled} `), one.text),
    el("p", { class: "sub" }, el("span", { "data-name": "" }, one.by), origin(one, act))));
  return el("div", { class: thread.settled ? "thread settled" : "thread" }, el("ul", { class: "list" }, said),
    !thread.settled && maker("answer", data, act, thread.id));
}

// The button that opens a form, or the open form.
function maker(form, data, act, thread = "") {
  const { state } = act, name = form + thread;
  const told = data.said && data.said.form !== "settled" && data.said.form === form && data.said.thread === thread ? data.said
    : data.said && form === "answer" && data.said.form === "settled" && data.said.thread === thread ? data.said : null;
  const result = told && told.number === state.said && el("div", { class: told.good ? "said good" : "said bad", role: "status" }, el("p", {}, told.text),
    told.wrong.length > 0 && el("ul", {}, told.wrong.map((text) => el("li", { "data-name": "" }, text))));
  if (state.open !== name) {
    const open = () => { state.open = name; act.draw(); };
    const label = form === "answer" ? data.words.answer : data.open[form];
    return [result, el("button", { type: "button", class: "plain", "data-focus": `open-${name}`, onclick: open }, label)];
  }
  return [filling(form, name, thread, data, act, result)];
}

function filling(form, name, thread, data, act, result) {
  const { state } = act, { words } = data;
  const typed = (state.typed[name] ??= Object.fromEntries(data.forms[form].map((f) => [f.name, f.value])));
  const own = form === "standard" ? data.kinds[typed.kind] || [] : null;
  const fields = data.forms[form].filter((f) => !own || !data.ofKinds.includes(f.name) || own.includes(f.name));
  const ready = () => fields.every((f) => !f.needed || typed[f.name].trim());
  const buttons = () => [...root.querySelectorAll("button.go, button.settle")];
  const enable = () => buttons().forEach((b) => { b.disabled = state.busy || (b.matches(".go") && !ready()); });
  const set = (field) => (event) => {
    typed[field.name] = field.kind === "check" ? (event.target.checked ? field.yes : "") : event.target.value;
    if (field.name === "kind") act.draw(); else enable();
  };
  const sent = (what) => () => {
    state.busy = true;
    enable();
    act.send("choose", { key: "enter", value: what, indicator: data.indicator, lang: data.lang, fields: { ...typed, thread } });
  };
  const root = el("form", { class: "filling", onsubmit: (event) => { event.preventDefault(); if (ready() && !state.busy) sent(form)(); } },
    fields.map((field) => entry(field, typed[field.name], set(field), name)), result,
    el("p", { class: "buttons" },
      el("button", { type: "submit", class: "go", title: data.who, "data-focus": `save-${name}` }, state.busy ? words.saving : words.save),
      form === "answer" && el("button", { type: "button", class: "plain settle", "data-focus": `settle-${name}`, onclick: sent("settled") }, words.settle),
      el("button", { type: "button", class: "plain", "data-focus": `cancel-${name}`, onclick: () => { state.open = ""; act.draw(); } }, words.cancel)));
  enable();
  return root;
}

/** @param {EntryField} field @param {string} value @param {any} set @param {string} form */
function entry(field, value, set, form) {
  const shared = { class: "ctl", "data-focus": `${form}-${field.name}`, "aria-required": field.needed ? "true" : null };
  const label = (control) => el("label", { class: field.kind === "area" || ["reason", "written", "set_by"].includes(field.name) ? "long" : "" },
    el("span", {}, field.label, field.unit && el("i", {}, ` (${field.unit})`), field.needed && el("b", { "aria-hidden": "true" }, " *")), control);
  if (field.kind === "select")
    return label(el("select", { ...shared, onchange: set }, (field.options ?? []).map((o) => el("option", { value: o.value, selected: o.value === value }, o.text))));
  if (field.kind === "check")
    return el("label", { class: "check" }, el("input", { type: "checkbox", checked: value === field.yes, "data-focus": shared["data-focus"], onchange: set }), field.label);
  if (field.kind === "area") return label(el("textarea", { ...shared, rows: 2, maxlength: 600, oninput: set }, value));
  return label(el("input", { ...shared, type: field.kind, value, maxlength: field.kind === "text" ? 200 : null, autocomplete: "off", oninput: set, onchange: set }));
}
