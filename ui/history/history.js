// The History page in parts: head (tabs), loads, one load with its moves and rows, two versions, closed months.
/** @param {Component<any, HistoryChoices>} component */
export default function (component) {
  const { data, parentElement, send } = wired(component);
  const parts = { head: top, loads: list, one, moves: moved, rows, compare, closing };
  const state = (parentElement.history ??= { sure: false, message: "", name: "", month: "", stamp: "" });
  if (state.stamp !== data.stamp) Object.assign(state, { sure: false, busy: false, message: "", stamp: data.stamp });
  saveOnce(data.made, state);
  const tell = (key, value, more) => send("choose", { key, value: String(value), ...more });
  const draw = () => redraw(parentElement, () => parts[data.part](data, { send, tell, state, draw }));
  draw().setAttribute("data-ready", data.stamp);
}

/** @param {HistoryHead} data @param {any} act */
function top(data, act) {
  const tabs = el("nav", { class: "tabs", "aria-label": data.tabsLabel }, data.tabs.map((tab) => el("button", {
    type: "button", class: "tab", "aria-current": tab.on ? "page" : null, "data-focus": `tab-${tab.id}`,
    onclick: () => (tab.on && !data.back ? null : act.tell("tab", tab.id)),
  }, tab.name)));
  return el("main", {}, head(data.head, act.send), data.ribbon && el("p", { class: "ribbon", role: "note" }, data.ribbon),
    data.mistakes && el("div", { class: "said bad", role: "note" }, el("p", {}, data.mistakes.title),
      el("ul", { class: "mistakes" }, data.mistakes.lines.map((line) => el("li", { "data-name": "" }, line)))), tabs,
    data.back && el("button", { type: "button", class: "plain", "data-focus": "back", onclick: () => act.tell("load", "") }, "← ", data.back),
    data.said && el("div", { class: data.said.good ? "said good" : "said bad", role: "status" }, el("p", {}, data.said.text, loadLinks(data.said.loads, act))));
}

const loadLinks = (loads, act) => loads.map((load) => [" ", act.send.load(load, `#${load}`)]);

/** @param {HistoryLoads} data @param {any} act */
function list(data, act) {
  const find = el("input", {
    class: "ctl grow", type: "search", value: data.find.value, placeholder: data.find.label, "aria-label": data.find.label, maxlength: 80,
    autocomplete: "off", "data-focus": "find", onchange: (event) => act.tell("find", event.target.value),
  });
  return el("section", {}, el("div", { class: "bar" }, field(data.source, act.send), find), data.rows.length
    ? [loadsTable(data, act.send), pager(data, (first) => act.tell("from", first))] : el("p", { class: "sub" }, data.none));
}

/** @param {OneLoad} data @param {any} act */
function one(data, act) {
  if (data.none) return el("p", { class: "sub" }, data.none);
  const { words } = data;
  const facts = el("dl", {}, data.facts.map((fact) => [el("dt", {}, fact.label), el("dd", { "data-name": "" }, fact.text)]));
  const file = (one, i) => el("li", {}, el("span", { class: "file" }, one.name), el("span", { class: "sub" }, one.about),
    el("code", { class: "sub", title: words.sha, "data-name": "" }, one.sha), one.copy ? el("button", {
      type: "button", class: "ctl", "data-focus": `copy-${i}`, onclick: () => act.tell("copy", i),
    }, words.copy) : el("span", { class: "sub" }, words["no-copy"]));
  return el("section", {}, el("div", { class: "grid" }, el("div", {}, el("section", { class: "card" }, facts,
    data.of > 0 && el("p", { class: "sub" }, act.send.load(data.of, data.ofText)))),
  el("div", {}, data.files.length > 0 && el("section", { class: "card" }, el("h2", {}, words.files), el("ul", { class: "files" }, data.files.map(file)),
    data.made?.trouble && el("p", { class: "late", role: "alert" }, data.made.trouble)),
  data.act && el("section", { class: data.blocked ? "card" : "card act" }, data.blocked
    ? el("p", {}, data.blocked, loadLinks(data.later, act)) : revert(data, act)))));
}

// Undo and redo ask once more before anything happens.
/** @param {OneLoad} data @param {any} act */
function revert(data, act) {
  const { words } = data, { state } = act;
  const set = (sure) => () => { state.sure = sure; act.draw(); };
  const go = () => { state.busy = true; act.draw(); act.tell(data.act, data.load, { message: state.message }); };
  if (!state.sure) return el("button", { type: "button", class: "ctl", "data-focus": data.act, onclick: set(true) }, words[data.act]);
  return el("div", { class: "ask" }, el("p", {}, words[`sure-${data.act}`]), el("label", {}, el("span", { class: "sub" }, words.reason), el("input", {
    class: "ctl", type: "text", value: state.message, placeholder: words["reason-hint"], maxlength: 200, autocomplete: "off", "data-focus": "reason",
    oninput: (event) => { state.message = event.target.value; },
  })), el("div", { class: "bar" }, el("button", { type: "button", class: "go", disabled: Boolean(state.busy), "data-focus": `sure-${data.act}`, onclick: go }, words[data.act]),
  el("button", { type: "button", class: "plain", onclick: set(false) }, words.cancel)));
}

/** @param {LoadMoves} data @param {any} act */
function moved(data, act) {
  return el("section", {}, el("h2", {}, data.title), data.moves.rows.length ? moves(data.moves, act.send) : el("p", { class: "sub" }, data.none));
}

/** @param {LoadRows} data @param {any} act */
function rows(data, act) {
  return el("section", {}, el("h2", {}, data.title), rowsTable(data.rows, act.send));
}

/** @param {CompareVersions} data @param {any} act */
function compare(data, act) {
  const side = (one) => el("div", { class: "side" }, el("span", { class: "sub" }, one.label), field(one.select, act.send), field(one.day, act.send));
  return el("section", {}, el("p", { class: "sub lead" }, data.sub), el("div", { class: "sides" }, data.sides.map(side)),
    data.trouble && el("p", { class: "late", role: "alert" }, data.trouble), data.count && el("h2", {}, data.count),
    data.moves && data.moves.rows.length > 0 && moves(data.moves, act.send));
}

/** @param {Closing} data @param {any} act */
function closing(data, act) {
  const { words } = data, { state } = act;
  const month = () => state.month || data.months[0]?.value || "";
  const keep = (name) => (event) => {
    state[name] = event.target.value;
    event.target.closest(".form").querySelector(".go").disabled = !state.name.trim();
  };
  const text = (name, limit) => el("label", {}, el("span", { class: "sub" }, words[name === "message" ? "close-note" : name]), el("input", {
    class: "ctl", type: "text", value: state[name], maxlength: limit, autocomplete: "off", "data-focus": name, oninput: keep(name),
  }));
  const form = el("div", { class: "form card" }, el("label", {}, el("span", { class: "sub" }, words.month), el("select", {
    class: "ctl", "data-focus": "month", onchange: (event) => { state.month = event.target.value; },
  }, data.months.map((o) => el("option", { value: o.value, selected: o.value === month() }, o.text)))), text("name", 60), text("message", 200),
  el("button", {
    type: "button", class: "go", disabled: Boolean(state.busy) || !state.name.trim(), "data-focus": "close",
    onclick: () => {
      const chosen = month(), more = { name: state.name, message: state.message };
      Object.assign(state, { busy: true, month: "" });
      act.draw();
      act.tell("close", chosen, more);
    },
  }, words.close), el("p", { class: "sub" }, words["close-all"]));
  const closed = (one) => el("li", {}, el("b", {}, one.month), el("span", { "data-name": "" }, [one.name, one.message].filter(Boolean).join(" · ")), el("span", { class: "sub" }, one.when));
  const edition = (e) => el("p", { class: e.edition === "corrected" ? "" : "sub" }, `${e.word} `, el("b", {}, e.value), ` ${e.n} `,
    e.load > 0 && act.send.load(e.load, e.by), e.message && el("span", { "data-name": "" }, ` ${e.message}`));
  const restated = (one) => one.months.map((m) => el("li", {}, link(`indicator?indicator=${one.id}`, one.name, () => act.send("open", one.id)), el("span", { class: "sub" }, ` ${m.month}`),
    m.editions.map(edition)));
  return el("section", {}, el("p", { class: "sub lead" }, data.sub), data.months.length > 0 && form, el("div", { class: "grid" },
    el("div", {}, el("section", { class: "card" }, el("h2", {}, words.closed), data.closed.length
      ? el("ul", { class: "rows" }, data.closed.map(closed)) : el("p", { class: "sub" }, words["closed-none"]))),
    el("div", {}, el("section", { class: "card" }, el("h2", {}, words.restated), data.restated.length
      ? el("ul", { class: "rows tall" }, data.restated.map(restated)) : el("p", { class: "sub" }, words["restated-none"])))));
}
