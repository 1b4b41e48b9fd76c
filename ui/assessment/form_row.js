// One row of the form: its text beside what it reads, figures to insert, its evidence. What is typed stays until it is saved.
/** @param {Component<FormRowPage, FormRowChoices>} component */
export default function (component) {
  const { data, parentElement, send } = wired(component);
  const state = (parentElement.row ??= { code: "" });
  if (state.code !== data.code || state.lang !== data.lang) {
    Object.assign(state, { code: data.code, lang: data.lang, text: data.editor.text, asOf: data.editor.as_of, basis: data.editor.basis, dirty: data.editor.dirty, find: "", said: 0, adding: null, typed: {}, evBusy: "", trouble: "" });
  }
  if (data.said && data.said.number !== state.said) answered(data.said, data, state);
  if (!state.dirty && !state.conflict) Object.assign(state, { text: data.editor.text, asOf: data.editor.as_of, basis: data.editor.basis });
  saveOnce(data.fetched, state);
  const act = { send, state, data, tell: (key, value, more) => send("choose", { key, value, year: data.editor.year, code: data.code, lang: data.lang, ...more }) };
  act.draw = () => redraw(parentElement, () => page(data, act));
  act.draw().setAttribute("data-ready", data.stamp);
  if (state.dirty && state.basis !== data.editor.basis) typed(act); // over what was saved just now
  return () => { window.onbeforeunload = null; };
}

// The server has answered: what was saved is no draft any more; two texts are put beside each other.
/** @param {RowAnswer} said @param {FormRowPage} data @param {any} state */
function answered(said, data, state) {
  Object.assign(state, { said: said.number, busy: false, evBusy: "", trouble: "" });
  const here = state.saving !== undefined, since = here && state.text !== state.saving;  // typed while it was being saved
  if (said.theirs) state.conflict = { theirs: said.theirs, mine: since ? state.text : said.mine };
  else if (said.good && said.act === "save") Object.assign(state, { conflict: null }, here && { dirty: since, basis: data.editor.current });
  else if (said.good && said.act === "evidence") Object.assign(state, { adding: null, typed: {} });
  else if (said.act === "evidence" && state.adding) state.adding = data.evidence?.rows.find((row) => row.from === state.typed.from)?.load ?? 0;
}

/** @param {FormRowPage} data @param {any} act */
function page(data, act) {
  const { nav, words } = data;
  const go = (place, text, name) => place && link(address("assessment", data.query, { row: place }), text, () => act.tell("row", String(place)), { "data-focus": name });
  return el("main", {}, el("nav", { class: "where", "aria-label": nav.text },
    link(address("assessment", data.query), words.back, () => act.tell("row", ""), { "data-focus": "back" }), el("span", { class: "sub" }, nav.text),
    el("span", { class: "steps" }, go(nav.previous, words.previous, "previous"), go(nav.next, words.next, "next"))),
  head(data.head, act.send), data.ribbon && el("p", { class: "ribbon", role: "note" }, data.ribbon), standing(data), data.moved && moved(data.moved),
  act.state.conflict && conflict(act, words),
  el("div", { class: "desk" }, editor(data, act), el("div", { class: "side" }, preview(data, act), data.evidence && evidence(data.evidence, data, act))));
}

/** @param {FormRowPage} data */
function standing({ state }) {
  return el("div", { class: "standing" }, el("span", { class: `status ${state.id}` }, sign(state.id), el("b", {}, state.word)),
    state.why.length > 0 && el("ul", {}, state.why.map((text) => el("li", {}, text))), state.by && el("p", { class: "sub" }, state.by));
}

/** @param {MovedText} found */
function moved(found) {
  return el("section", { class: "card moved" }, el("h2", {}, found.title), el("p", { class: "marked" }, found.pieces.map(([text, kind, figure]) => (kind === "same" ? text
    : el(kind === "new" ? "ins" : "del", { class: figure ? "figure" : null }, text)))));
}

// Two people wrote the same row: both texts, and the choice.
function conflict(act, words) {
  const { state } = act, { theirs, mine } = state.conflict;
  const end = (text) => { Object.assign(state, { text, basis: act.data.editor.current, conflict: null, dismissed: state.said, dirty: text !== act.data.editor.text }); act.draw(); typed(act); };
  const side = (title, text, by, label, name) => el("div", {}, el("h3", {}, title), by && el("p", { class: "sub" }, by), el("pre", { tabindex: 0 }, text),
    el("button", { type: "button", class: "ctl", "data-focus": name, onclick: () => end(text) }, label));
  return el("section", { class: "card conflict", role: "alert" }, el("p", { class: "late" }, act.data.said?.text),
    el("div", { class: "sides" }, side(words.theirs, theirs.text, theirs.by, words["take-theirs"], "take"), side(words.mine, mine, "", words["keep-mine"], "keep")));
}

// -- the text --------------------------------------------------------------------------------------------------------

/** @param {FormRowPage} data @param {any} act */
function editor(data, act) {
  const { words, editor: own } = data, { state } = act;
  const area = el("textarea", { class: "ctl", rows: 9, maxlength: 8000, spellcheck: "false", "aria-label": words.text, "data-focus": "text", readonly: Boolean(own.barred),
    oninput: (event) => { Object.assign(state, { text: event.target.value, dirty: true, dismissed: state.said }); ready(); typed(act); } }, state.text);
  const day = el("input", { class: "ctl", type: "date", value: state.asOf, min: own.min, max: own.max, "data-focus": "as-of", disabled: Boolean(own.barred),
    onchange: (event) => { state.asOf = event.target.value; state.dirty = true; ready(); typed(act); } });
  const save = el("button", { type: "button", class: "go", title: own.who, "data-focus": "save", onclick: () => {
    Object.assign(state, { busy: true, saving: state.text }); ready();
    clearTimeout(state.timer);
    act.tell("save", state.text, { as_of: state.asOf, basis: state.basis });
  } }, state.busy ? words.saving : words.save);
  const discard = el("button", { type: "button", class: "plain", "data-focus": "discard", onclick: () => {
    Object.assign(state, { dirty: false });
    clearTimeout(state.timer);
    act.tell("draft", null);
  } }, words.discard);
  const ready = () => { save.disabled = state.busy || !state.text.trim() || Boolean(own.barred); discard.hidden = !state.dirty; guard(state); };
  ready();
  const said = data.said?.act === "save" && !state.conflict && data.said.number !== state.dismissed && data.said;
  return el("section", { class: "card write" }, el("h2", {}, words.text), own.barred && el("p", { class: "late" }, own.barred), area,
    el("p", { class: "sub" }, words.help),
    el("div", { class: "line" }, el("label", {}, el("span", {}, words["as-of"]), day, el("small", {}, words["as-of-about"])), el("div", { class: "buttons" }, save, discard)),
    said && el("div", { class: said.good ? "said good" : "said bad", role: "status" }, el("p", {}, said.text),
      said.wrong.length > 0 && el("ul", {}, said.wrong.map((text) => el("li", {}, text)))),
    inserting(data, act));
}

// A pause in the typing asks the server what the text reads now.
function typed(act) {
  clearTimeout(act.state.timer);
  act.state.timer = setTimeout(() => act.tell("draft", act.state.text, { as_of: act.state.asOf, basis: act.state.basis }), 350);
  guard(act.state);
}

// A browser asks before it leaves what is not saved.
function guard(state) {
  window.onbeforeunload = state.dirty ? (event) => event.preventDefault() : null;
}

function insert(act, text) {
  const area = act.area(), { state } = act;
  const [start, end] = [area.selectionStart, area.selectionEnd];
  state.text = state.text.slice(0, start) + text + state.text.slice(end);
  state.dirty = true;
  area.value = state.text;
  area.focus();
  area.setSelectionRange(start + text.length, start + text.length);
  typed(act);
}

/** @param {FormRowPage} data @param {any} act */
function inserting(data, act) {
  const { words } = data, { state } = act;
  const list = el("ul", { class: "figures" });
  const fill = () => {
    const wanted = state.find.trim().toLowerCase();
    const found = data.figures.filter((one) => !wanted || one.name.toLowerCase().includes(wanted)).slice(0, wanted ? 40 : 12);
    list.replaceChildren(...(found.length ? found.map((one) => el("li", {}, el("button", { type: "button", "data-focus": `figure-${one.insert}`, title: one.insert, onclick: () => insert(act, one.insert) },
      el("span", {}, one.name), el("b", { class: one.missing ? "missing" : null }, one.value)))) : [el("li", { class: "sub" }, words["none-found"])]));
  };
  act.area = () => list.getRootNode().querySelector("textarea[data-focus=text]");
  fill();
  return el("div", { class: "inserting" }, el("h3", {}, words.insert), el("div", { class: "line" },
    el("input", { class: "ctl", type: "search", value: state.find, placeholder: words.find, "aria-label": words.find, "data-focus": "find", autocomplete: "off", oninput: (event) => { state.find = event.target.value; fill(); } }),
    el("select", { class: "ctl", "aria-label": words.what, title: words.what, "data-focus": "what", onchange: (event) => { Object.assign(list, { inert: true, ariaBusy: "true" }); act.tell("part", event.target.value); } },
      data.whats.map((o) => el("option", { value: o.value, selected: o.value === data.what }, o.text)))), list);
}

/** @param {FormRowPage} data @param {any} act */
function preview(data, act) {
  const { words, preview: read } = data;
  const use = (offer) => () => {
    const { state } = act;
    state.text = state.text.slice(0, offer.start) + offer.placeholder + state.text.slice(offer.end);
    state.dirty = true;
    act.draw();
    typed(act);
  };
  return el("section", { class: "card" }, el("h2", {}, words.preview), prose(read.lines),
    read.problems.length > 0 && el("div", { class: "told", role: "status" }, el("b", {}, words.problems), el("ul", {}, read.problems.map((text) => el("li", {}, text)))),
    read.offers.length > 0 && el("div", { class: "told offers act" }, el("b", {}, words.offers), el("ul", {}, read.offers.map((offer, n) => el("li", {}, offer.text, " ",
      act.state.text.slice(offer.start, offer.end) === offer.found && el("button", { type: "button", class: "plain", "data-focus": `offer-${n}`, onclick: use(offer) }, words["offer-use"]))))));
}

// -- evidence --------------------------------------------------------------------------------------------------------

/** @param {RowEvidence} found @param {FormRowPage} data @param {any} act */
function evidence(found, data, act) {
  const { words } = found, { state } = act;
  const said = data.said && data.said.act !== "save" && data.said;
  return el("section", { class: "card evidence" }, el("h2", {}, words.title),
    said && el("div", { class: said.good ? "said good" : "said bad", role: "status" }, el("p", {}, said.text), said.wrong.length > 0 && el("ul", {}, said.wrong.map((text) => el("li", {}, text)))),
    found.rows.length === 0 && el("p", { class: "sub" }, words.none),
    found.rows.map((row) => statement(row, found, act)),
    found.demo && el("p", { class: "sub" }, found.demo),
    found.carry && !found.barred && el("div", { class: "carry" }, el("p", { class: "sub" }, words["carry-about"]),
      el("button", { type: "button", class: "ctl", "data-focus": "carry", onclick: () => act.tell("carry", "") }, words.carry)),
    state.trouble && el("p", { class: "late", role: "alert" }, state.trouble),
    !found.barred && adding(found, act));
}

/** @param {Statement} row @param {RowEvidence} found @param {any} act */
function statement(row, found, act) {
  const { words } = found, { state } = act, web = row.link && webAddress(row.link);
  const give = (files) => {
    const [file] = files;
    if (!file) return;
    state.trouble = file.size > found.limit ? words.large : "";
    if (state.trouble) return act.draw();
    state.evBusy = row.from;
    act.draw();
    const reader = new FileReader();
    reader.onload = () => act.tell("attach", String(reader.result).replace(/^[^,]*,/, ""), { from: row.from, name: file.name });
    reader.onerror = () => { Object.assign(state, { evBusy: "", trouble: words.large }); act.draw(); };
    reader.readAsDataURL(file);
  };
  return el("article", { class: row.state }, el("p", {}, row.statement, row.level && el("b", {}, ` ${row.level}`)),
    el("p", { class: "sub" }, [row.word, row.span, row.office, row.review].filter(Boolean).join(" · "), web && [" · ", el("a", { href: web, target: "_blank", rel: "noopener noreferrer" }, words.open)]),
    row.files.length > 0 && el("ul", { class: "attached" }, row.files.map((file) => el("li", {},
      el("button", { type: "button", class: "plain name", "data-focus": `fetch-${file.kept}`, onclick: () => act.tell("fetch", file.kept) }, file.name), el("small", {}, file.size),
      !found.barred && el("button", { type: "button", class: "plain quiet", "data-focus": `withdraw-${file.kept}`, onclick: () => act.tell("withdraw", file.kept, { from: row.from }) }, words.withdraw)))),
    !found.barred && el("p", { class: "acts" },
      el("button", { type: "button", class: "plain", "data-focus": `correct-${row.from}`, onclick: () => { Object.assign(state, { adding: row.load, typed: { ...row.fields } }); act.draw(); } }, words.correct),
      row.state === "carried" && el("button", { type: "button", class: "go small", "data-focus": `confirm-${row.from}`, onclick: () => act.tell("confirm", "", { from: row.from }) }, words.confirm),
      el("label", { class: "plain" }, state.evBusy === row.from ? words.sending : words.attach, el("input", { type: "file", class: "hidden", accept: found.endings,
        "data-focus": `attach-${row.from}`, onchange: (event) => give(event.target.files) })), el("small", {}, words["attach-about"])));
}

/** @param {RowEvidence} found @param {any} act */
function adding(found, act) {
  const { words } = found, { state } = act;
  const open = (load, typed) => { Object.assign(state, { adding: load, typed }); act.draw(); };
  if (state.adding === null) return el("button", { type: "button", class: "plain", "data-focus": "add", onclick: () => open(0, {}) }, words.add);
  const set = (name) => (event) => { state.typed[name] = event.target.value; };
  const kinds = { from: "date", until: "date", review: "date", link: "url" };
  return el("form", { class: "adding", onsubmit: (event) => { event.preventDefault(); act.tell("evidence", "", { fields: { ...state.typed }, basis: state.adding }); } },
    el("h3", { class: "long" }, state.adding ? words.correct : words.add),
    found.fields.map(({ name, label }) => el("label", { class: name === "statement" || name === "link" ? "long" : null }, el("span", {}, label),
      name === "statement" ? el("textarea", { class: "ctl", rows: 3, required: true, maxlength: 4000, "data-focus": `ev-${name}`, oninput: set(name) }, state.typed[name] || "")
        : el("input", { class: "ctl", type: kinds[name] || "text", required: name === "from", readonly: name === "from" && Boolean(state.adding), value: state.typed[name] || "", maxlength: 400, autocomplete: "off", "data-focus": `ev-${name}`, oninput: set(name) }),
      name === "until" && el("small", {}, words["until-about"]))),
    el("p", { class: "buttons long" }, el("button", { type: "submit", class: "go", "data-focus": "ev-save" }, words.save),
      el("button", { type: "button", class: "plain", "data-focus": "ev-cancel", onclick: () => open(null, {}) }, words.cancel)));
}
