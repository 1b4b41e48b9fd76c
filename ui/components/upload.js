// The Upload page in three parts: head (ways in, sources), body (files, options, what would happen, load), history.
export default function (component) {
  const { data, parentElement, setTriggerValue: send } = component;
  const parts = { head: top, body, history };
  const state = (parentElement.upload ??= { busy: "", trouble: "", message: "", stamp: "" });
  if (state.stamp !== data.stamp) Object.assign(state, { busy: "", trouble: "", stamp: data.stamp });
  if (state.generation !== data.generation) Object.assign(state, { message: "", generation: data.generation });
  saveOnce(data.made, state);
  const tell = (key, value, more) => send("choose", { key, value, ...more });
  const draw = () => redraw(parentElement, () => parts[data.part](data, { send, tell, state, draw }));
  draw().setAttribute("data-ready", data.stamp);
}

// -- where it belongs and what it is ---------------------------------------------------------------------------------

function top(data, act) {
  const tabs = el("nav", { class: "tabs", "aria-label": data.tabsLabel }, data.tabs.map((tab) => el("button", {
    type: "button", class: "tab", "aria-current": tab.on ? "page" : null, "data-focus": `tab-${tab.id}`,
    onclick: () => tab.on || act.tell("tab", tab.id),
  }, tab.name)));
  return el("main", {}, head(data.head, act.send), data.ribbon && el("p", { class: "ribbon", role: "note" }, data.ribbon),
    data.first && el("p", { class: "ribbon", role: "note" }, data.first), tabs, data.groups.length > 0 && sources(data, act));
}

function sources(data, act) {
  const chosen = data.groups.flatMap((group) => group.sources).find((source) => source.id === data.source);
  const list = el("select", {
    class: "ctl narrow", "aria-label": data.title, "data-focus": "source-list", onchange: (e) => act.tell("source", e.target.value),
  }, data.groups.map((group) => el("optgroup", { label: group.name }, group.sources.map((source) =>
    el("option", { value: source.id, selected: source.id === data.source }, source.name)))));
  const wide = el("div", { class: "groups" }, data.groups.map((group) => el("fieldset", {}, el("legend", {}, group.name),
    group.sources.map((source) => el("label", { class: "source" }, el("input", {
      type: "radio", name: "source", value: source.id, checked: source.id === data.source, "data-focus": `source-${source.id}`,
      onchange: () => act.tell("source", source.id),
    }), el("span", {}, el("b", {}, source.name), el("small", {}, source.about)))))));
  return el("section", { "aria-label": data.title }, el("h2", {}, data.title), list,
    el("p", { class: "sub narrow" }, chosen.about), wide,
    el("button", { type: "button", class: "ctl template", "data-focus": "template", onclick: () => act.tell("make", "") }, data.template),
    data.made?.trouble && el("p", { class: "late", role: "alert" }, data.made.trouble));
}

// -- files and what they would do ------------------------------------------------------------------------------------

function body(data, act) {
  const { plan, done, words } = data;
  const step = (key, ...content) => el("section", {}, el("h2", {}, words[key]), content);
  return el("main", {}, dropzone(data, act), data.options.length > 0 && options(data, act),
    done && el("div", { class: done.good ? "said good" : "said bad", role: "status" }, el("b", {}, done.title), el("p", {}, done.text)),
    !(done && !plan) && step("step-2", plan ? change(plan, data, act) : el("p", { class: "sub" }, words.waiting)),
    plan && !plan.refused && step("step-3", loading(data, act)));
}

function dropzone(data, act) {
  const { words } = data;
  const give = (files) => {
    if (!files.length) return;
    act.state.trouble = [...files].some((file) => file.size > data.limit) ? words.large : "";
    act.state.busy = act.state.trouble ? "" : "sending";
    if (act.state.busy) handOver([...files], act, words);
    act.draw();
  };
  const over = (on) => (event) => { event.preventDefault(); event.currentTarget.classList.toggle("over", on); };
  const input = el("input", {
    type: "file", multiple: true, class: "hidden", "data-focus": "files", "aria-describedby": "kinds",
    onchange: (event) => give(event.target.files),
  });
  const busy = act.state.busy === "sending";
  const zone = el("label", {
    class: data.files.length ? "drop small" : "drop", ondragover: over(true), ondragleave: over(false),
    ondrop: (event) => { over(false)(event); give(event.dataTransfer.files); },
  }, input, el("b", {}, data.files.length ? words["add-more"] : words.drop), el("small", { id: "kinds" }, words.kinds));
  return el("div", { class: "files" },
    data.files.length > 0 && el("ul", {}, data.files.map((file) => el("li", {}, file.name, el("small", {}, file.size)))),
    zone, busy && el("p", { class: "sub", role: "status" }, words.sending),
    act.state.trouble && el("p", { class: "late", role: "alert" }, act.state.trouble),
    data.files.length > 0 && el("button", { type: "button", class: "plain", onclick: () => act.tell("clear", "") }, words.clear));
}

// The files go to the framework's own (hidden) uploader, which knows how to send them; it may still be on its way.
function handOver(files, act, words, tries = 0) {
  const input = document.querySelector(".st-key-up-hidden input[type=file]");
  if (!input && tries < 100) return setTimeout(() => handOver(files, act, words, tries + 1), 100);
  if (!input) return failed(act, words);
  const all = new DataTransfer();
  for (const file of files) all.items.add(file);
  input.files = all.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  return watch(act, words);
}

function failed(act, words) {
  Object.assign(act.state, { busy: "", trouble: words.failed });
  act.draw();
}

function watch(act, words) {
  const timer = setInterval(() => {
    const wrong = document.querySelector('.st-key-up-hidden [aria-invalid="true"]');
    if (act.state.busy && !wrong) return;
    clearInterval(timer);
    if (act.state.busy) failed(act, words);
  }, 500);
}

function options(data, act) {
  const set = (name) => (event) => act.tell("option", event.target.value, { name });
  return el("div", { class: "options" }, data.options.map((option) => option.choices
    ? el("label", { class: "grow" }, el("span", {}, option.label), el("select", { class: "ctl", "data-focus": `option-${option.name}`, onchange: set(option.name) },
      option.choices.map((o) => el("option", { value: o.value, selected: o.value === option.value }, o.text))))
    : el("label", {}, el("span", {}, option.label), el("input", {
      class: "ctl", type: "text", autocomplete: "off", value: option.value, placeholder: option.hint, maxlength: 20,
      "data-focus": `option-${option.name}`, onchange: set(option.name),
    }))));
}

function change(plan, data, act) {
  const { words } = data;
  const tone = plan.refused ? "verdict bad" : "verdict good";
  return [
    el("div", { class: tone, role: "status" }, el("p", {}, plan.verdict), plan.demo && el("p", {}, plan.demo)),
    plan.guesses.length > 0 && guesses(plan, words, act),
    plan.problems.length > 0 && problems(plan, words, act),
    data.made?.trouble && el("p", { class: "late", role: "alert" }, data.made.trouble),
    plan.moves.length > 0 && moves(plan, words),
    plan.cells.length > 0 && cells(plan, words),
    plan.files.length > 0 && counts(plan, words),
    plan.files.filter((file) => file.understood).map((file) => understood(file, plan, words)),
  ];
}

function counts(plan, words) {
  const names = ["added", "changed", "removed", "unchanged"];
  const cell = (text, key) => el("td", { class: "n", "data-label": words[key] }, text);
  const row = (file) => el("tr", {}, el("th", { scope: "row" }, file.file, file.sheet && el("small", {}, file.sheet)),
    cell(file.rows, "rows"), cell(file.period, "period"), file.counts.map((count, i) => cell(count, names[i])));
  const sum = el("tr", { class: "sum" }, el("th", { scope: "row" }, words.total), cell("", "rows"), cell("", "period"),
    plan.total.map((count, i) => cell(count, names[i])));
  return el("table", { class: "counts" }, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, words.file),
    ["rows", "period", ...names].map((key) => el("th", { class: "n", scope: "col" }, words[key])))),
  el("tbody", {}, plan.files.map(row), plan.files.length > 1 && !plan.refused && sum));
}

function understood(file, plan, words) {
  const title = plan.files.length > 1 ? `${file.file}　${file.understood}` : file.understood;
  const rows = file.columns.map((column) => el("tr", {}, el("th", { scope: "row" }, column.ours, el("small", {}, column.about)),
    el("td", { class: column.same ? "soft" : "" }, column.theirs)));
  return el("details", {}, el("summary", {}, title), file.absent && el("p", { class: "sub" }, file.absent),
    el("table", { class: "pairs" }, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, words["column-ours"]),
      el("th", { scope: "col" }, words["column-theirs"]))), el("tbody", {}, rows)));
}

function guesses(plan, words, act) {
  return el("ul", { class: "guesses" }, plan.guesses.map((guess) => el("li", {}, el("span", {}, guess.text),
    el("button", {
      type: "button", class: "ctl", "data-focus": `yes-${guess.column}`,
      onclick: () => act.tell("answer", guess.header, { column: guess.column }),
    }, words.yes),
    el("button", { type: "button", class: "plain", onclick: () => act.tell("answer", guess.header, { column: "" }) }, words["no-leave"]))));
}

function parentButton(event) {
  return event.target.closest(".load").querySelector(".go");
}

// Which indicators would move: a flip of status is marked by shape and word, not by colour alone.
function moves(plan, words) {
  const side = (one) => [el("b", {}, one.value), el("small", {}, one.period)];
  const row = (move) => el("tr", { class: move.flipped ? "flip" : "" }, el("th", { scope: "row" }, move.name, el("small", {}, move.year)),
    el("td", { class: "n", "data-label": words.before }, side(move.before)),
    el("td", { class: "n", "data-label": words.after }, side(move.after)),
    el("td", { class: "text" }, move.flipped
      ? el("span", {}, status(move.before.status, move.before.word), " → ", status(move.after.status, move.after.word))
      : status(move.after.status, move.after.word)));
  return el("details", { open: true, class: "moves" }, el("summary", {}, words.moves), el("table", { class: "counts" }, el("thead", {}, el("tr", {},
    el("th", { scope: "col" }, words.indicator), ["before", "after"].map((key) => el("th", { class: "n", scope: "col" }, words[key])),
    el("th", { scope: "col" }, words.flips))), el("tbody", {}, plan.moves.map(row))));
}

function cells(plan, words) {
  const row = (cell) => el("tr", {}, el("th", { scope: "row" }, cell.key, el("small", {}, cell.where)), el("td", {}, cell.column),
    el("td", { class: "soft" }, cell.old), el("td", {}, cell.new));
  return el("details", {}, el("summary", {}, words.cells), el("table", { class: "pairs" }, el("thead", {}, el("tr", {},
    ["key", "column", "old", "new"].map((key) => el("th", { scope: "col" }, words[key])))), el("tbody", {}, plan.cells.map(row))));
}

function filters(plan, words, act) {
  const kinds = ["error", "warning", "note"].filter((kind) => plan.problems.some((p) => p.severity === kind));
  if (kinds.length < 2) return null;
  const chip = (kind, text) => el("button", {
    type: "button", class: "ctl chip", "aria-pressed": String((act.state.kind || "") === kind), "data-focus": `kind-${kind || "all"}`,
    onclick: () => { act.state.kind = kind; act.draw(); },
  }, text);
  return el("div", { class: "chips" }, chip("", words.all), kinds.map((kind) =>
    chip(kind, `${words[`severity-${kind}`]} ${plan.problems.filter((p) => p.severity === kind).length}`)));
}

function problems(plan, words, act) {
  const several = plan.files.length > 1;
  const chosen = plan.problems.filter((p) => !act.state.kind || p.severity === act.state.kind);
  const rows = (chosen.length ? chosen : plan.problems).map((p) => el("tr", { class: p.severity },
    el("td", { class: "sev" }, p.word),
    el("td", { class: "where" }, el("b", {}, p.cell), el("small", {}, [several && p.file, p.sheet].filter(Boolean).join(" · "))),
    el("td", {}, p.column),
    el("td", { class: "found" }, p.found),
    el("td", { class: "what" }, p.text, p.expected && el("small", {}, words.expected, p.expected))));
  return [
    filters(plan, words, act),
    plan.markable.map((file) => el("button", {
      type: "button", class: "ctl template", "data-focus": "mark", onclick: () => act.tell("mark", file),
    }, several ? `${words.mark}：${file}` : words.mark)),
    el("table", { class: "problems" }, el("caption", { class: "hidden" }, words.problems), el("thead", {}, el("tr", {},
      el("th", {}, el("span", { class: "hidden" }, words.problems)),
      ["where", "column", "found", "problem"].map((key) => el("th", { scope: "col" }, words[key])))), el("tbody", {}, rows)),
    plan.more && el("p", { class: "sub more" }, plan.more),
  ];
}

function loading(data, act) {
  const { words } = data, busy = act.state.busy === "loading";
  const go = () => {
    act.state.busy = "loading";
    act.draw();
    act.tell("load", act.state.message);
  };
  const closed = data.plan.closed;
  return el("div", { class: "load" }, closed && el("p", { class: "late", role: "note" }, closed),
  el("label", { class: "grow" }, el("span", {}, closed ? words.reason : words.message), el("input", {
    class: "ctl", type: "text", value: act.state.message, placeholder: words["message-hint"], maxlength: 200, autocomplete: "off",
    "data-focus": "message", oninput: (event) => {
      act.state.message = event.target.value;
      if (closed) parentButton(event).disabled = !event.target.value.trim();
    },
  })), el("button", { type: "button", class: "go", disabled: busy || Boolean(closed && !act.state.message.trim()), "data-focus": "load", onclick: go }, busy ? words.loading : words.load),
  el("p", { class: "sub" }, words.who));
}

function status(key, word) {
  return el("span", { class: `status ${key}` }, mark(key), word);
}

// -- what was loaded so far ------------------------------------------------------------------------------------------

function history(data, act) {
  const { words } = data;
  const row = (load) => el("tr", {}, el("td", { class: "when" }, load.when), el("td", {}, load.who),
    el("td", { class: "src" }, load.source, load.demo && el("small", {}, load.demo)), el("td", { class: "file" }, load.files),
    load.counts.map((count, i) => el("td", { class: "n", "data-label": words[["added", "changed", "removed"][i]] }, count)),
    el("td", { class: "text" }, load.message, load.state && el("small", {}, load.state)),
    el("td", { class: "act" }, load.load > 0 && take(load, words, act)));
  const columns = [["when"], ["who-did"], ["source"], ["file"], ["added", "n"], ["changed", "n"], ["removed", "n"], ["note"]];
  const heads = columns.map(([key, css]) => el("th", { scope: "col", class: css }, words[key]));
  return el("section", {}, el("h2", {}, words.history), data.rows.length
    ? el("table", { class: "history" }, el("thead", {}, el("tr", {}, heads, el("td", {}))), el("tbody", {}, data.rows.map(row)))
    : el("p", { class: "sub" }, data.none));
}

// Undo and redo ask once more before anything happens.
function take(load, words, act) {
  const word = load.undone ? words.redo : words.undo;
  if (act.state.sure !== load.load) {
    return el("button", {
      type: "button", class: "plain", "data-focus": `undo-${load.load}`, onclick: () => { act.state.sure = load.load; act.draw(); },
    }, word);
  }
  return el("span", { class: "sure" }, el("button", {
    type: "button", class: "ctl", "data-focus": `sure-${load.load}`,
    onclick: () => { act.state.sure = 0; act.draw(); act.tell("undo", String(load.load)); },
  }, `${words.sure}${word}`), el("button", { type: "button", class: "plain", onclick: () => { act.state.sure = 0; act.draw(); } }, words.no));
}
