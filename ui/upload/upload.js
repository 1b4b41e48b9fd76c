// The Upload page in three parts: head (ways in, sources), body (files, options, what would happen, load), history.
/** @param {Component<any, UploadChoices>} component */
export default function (component) {
  const { data, parentElement, send } = wired(component);
  const parts = { head: top, body, history };
  const state = (parentElement.upload ??= { busy: "", trouble: "", message: "", stamp: "" });
  if (state.stamp !== data.stamp) Object.assign(state, { busy: "", trouble: "", stamp: data.stamp });
  if (state.generation !== data.generation) Object.assign(state, { message: "", generation: data.generation });
  saveOnce(data.made, state);
  const tell = (key, value, more) => send("choose", { key, value, ...more });
  const draw = () => redraw(parentElement, () => parts[data.part](data, { send, tell, state, draw }));
  const root = draw();
  root.setAttribute("data-ready", data.stamp);
  if (data.part === "body") reveal(root, data, state);
}

// A new result is brought into view and has the focus, once.
function reveal(root, data, state) {
  if ((state.result ?? "") === data.result) return;
  state.result = data.result;
  const spot = root.querySelector("[data-result]");
  if (!spot) return;
  spot.focus({ preventScroll: true });
  spot.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

// -- where it belongs and what it is ---------------------------------------------------------------------------------

/** @param {UploadHead} data @param {any} act */
function top(data, act) {
  const tabs = el("nav", { class: "tabs", "aria-label": data.tabsLabel }, data.tabs.map((tab) => el("button", {
    type: "button", class: "tab", "aria-current": tab.on ? "page" : null, "data-focus": `tab-${tab.id}`,
    onclick: () => tab.on || act.tell("tab", tab.id),
  }, tab.name)));
  return el("main", {}, head(data.head, act.send), data.ribbon && el("p", { class: "ribbon", role: "note" }, data.ribbon),
    data.first && el("p", { class: "ribbon", role: "note" }, data.first), tabs, data.groups.length > 0 && sources(data, act));
}

/** @param {UploadHead} data @param {any} act */
function sources(data, act) {
  const chosen = data.groups.flatMap((group) => group.sources).find((source) => source.id === data.source);
  const list = el("select", {
    class: "ctl narrow", "aria-label": data.title, "data-focus": "source-list", onchange: (e) => act.tell("source", e.target.value),
  }, !chosen && el("option", { value: "", selected: true, disabled: true }, data.choose), data.groups.map((group) => el("optgroup", { label: group.name }, group.sources.map((source) =>
    el("option", { value: source.id, selected: source.id === data.source }, source.name)))));
  const wide = el("div", { class: "groups" }, data.groups.map((group) => el("fieldset", {}, el("legend", {}, group.name),
    group.sources.map((source) => el("label", { class: "source" }, el("input", {
      type: "radio", name: "source", value: source.id, checked: source.id === data.source, "data-focus": `source-${source.id}`,
      onchange: () => act.tell("source", source.id),
    }), el("span", {}, el("b", {}, source.name), el("small", {}, source.about)))))));
  return el("section", { "aria-label": data.title }, el("h2", {}, data.title), data.open && el("p", { class: "sub open" }, data.open), list,
    chosen && el("p", { class: "sub narrow" }, chosen.about), wide,
    data.templates.map(({ id, name }) => el("button", { type: "button", class: "ctl template", "data-focus": `template${id}`, onclick: () => act.tell("make", id) }, name)),
    data.made?.trouble && el("p", { class: "late", role: "alert" }, data.made.trouble));
}

// -- files and what they would do ------------------------------------------------------------------------------------

/** @param {UploadBody} data @param {any} act */
function body(data, act) {
  const { plan, done, words, seems } = data, see = done?.see;
  const step = (key, ...content) => el("section", {}, el("h2", key === "step-2" && (plan || seems) ? { tabindex: -1, "data-result": "" } : {}, words[key]), content);
  return el("main", {}, dropzone(data, act), data.options.length > 0 && options(data, act),
    done && el("div", { class: done.good ? "said good" : "said bad", role: "status" }, el("h2", { tabindex: -1, "data-result": "" }, done.title), el("p", {}, done.text),
      see && link(see.href, see.text, () => act.send("open", see.to), { class: "see", "data-focus": "see-month" }),
      done.load && act.send.load(done.load, words["open-load"], { "data-focus": "open-load" })),
    !(done && !plan) && step("step-2", seems && questions([seems], act), plan ? change(plan, data, act) : !seems && el("p", { class: "sub" }, words.waiting)),
    plan && !plan.refused && step("step-3", loading(data, plan.closed, act)));
}

/** @param {UploadBody} data @param {any} act */
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
    data.files.length > 0 && el("ul", {}, data.files.map((file) => el("li", {}, el("span", { class: "file" }, file.name), el("small", {}, file.size),
      el("button", { type: "button", class: "out", "aria-label": file.out, title: file.out, onclick: () => act.tell("remove", "", { names: [file.id] }) }, "×")))),
    zone, busy && el("p", { class: "sub", role: "status" }, words.sending, " ", cancel(words, act, "clear")),
    act.state.trouble && el("p", { class: "late", role: "alert" }, act.state.trouble),
    data.files.length > 0 && el("button", { type: "button", class: "plain", onclick: () => act.tell("clear", "") }, words.clear));
}

// The files go to the framework's own (hidden) uploader, which knows how to send them; it may still be on its way.
function handOver(files, act, words, tries = 0) {
  const input = /** @type {HTMLInputElement | null} */ (document.querySelector(".st-key-up-hidden input[type=file]"));
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

/** @param {UploadBody} data @param {any} act */
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

/** @param {UploadPlan} plan @param {UploadBody} data @param {any} act */
function change(plan, data, act) {
  const { words } = data;
  const tone = plan.refused ? "verdict bad" : "verdict good";
  return [
    el("div", { class: tone, role: "status" }, el("p", {}, plan.verdict), plan.demo && el("p", {}, plan.demo)),
    plan.questions.length > 0 && questions(plan.questions, act),
    plan.problems.length > 0 && problems(plan, words, act),
    data.made?.trouble && el("p", { class: "late", role: "alert" }, data.made.trouble),
    plan.moves.rows.length > 0 && el("details", { open: true, class: "moved" }, el("summary", {}, plan.moves.words.moves), moves(plan.moves)),
    plan.cells.length > 0 && cells(plan, words),
    plan.gone.length > 0 && gone(plan, words),
    plan.files.length > 0 && counts(plan, words),
    plan.files.filter((file) => file.understood).map((file) => understood(file, plan, words)),
  ];
}

/** @param {UploadPlan} plan @param {Record<string, string>} words */
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

/** @param {CheckedFile} file @param {UploadPlan} plan @param {Record<string, string>} words */
function understood(file, plan, words) {
  const title = plan.files.length > 1 ? `${file.file}　${file.understood}` : file.understood;
  const rows = file.columns.map((column) => el("tr", {}, el("th", { scope: "row" }, column.ours, el("small", {}, column.about)),
    el("td", { class: column.same ? "soft" : "" }, column.theirs)));
  return el("details", {}, el("summary", {}, title), file.absent && el("p", { class: "sub" }, file.absent),
    el("table", { class: "pairs" }, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, words["column-ours"]),
      el("th", { scope: "col" }, words["column-theirs"]))), el("tbody", {}, rows)));
}

/** @param {UploadQuestion[]} asked @param {any} act */
function questions(asked, act) {
  const button = (answer) => el("button", {
    type: "button", class: answer.no ? "plain" : "ctl", "data-focus": answer.focus, onclick: () => act.tell(answer.key, answer.value, answer.more),
  }, answer.text);
  return el("ul", { class: "questions" }, asked.map(({ text, answers }) => el("li", {}, el("span", {}, text), answers.map(button))));
}

// Ends what the server is doing for this page; nothing is changed by it.
function cancel(words, act, key) {
  const stop = () => { Object.assign(act.state, { busy: "" }); act.tell(key, ""); act.draw(); };
  return el("button", { type: "button", class: "plain", "data-focus": "cancel", onclick: stop }, words.cancel);
}

function parentButton(event) {
  return event.target.closest(".load").querySelector(".go");
}

/** @param {UploadPlan} plan @param {Record<string, string>} words */
function cells(plan, words) {
  const row = (cell) => el("tr", {}, el("th", { scope: "row" }, cell.key, el("small", {}, cell.where)), el("td", {}, cell.column),
    el("td", { class: "soft" }, cell.old), el("td", {}, cell.new));
  return el("details", {}, el("summary", {}, words.cells), el("table", { class: "pairs" }, el("thead", {}, el("tr", {},
    ["key", "column", "old", "new"].map((key) => el("th", { scope: "col" }, words[key])))), el("tbody", {}, plan.cells.map(row))),
  plan.cellsMore && el("p", { class: "sub" }, plan.cellsMore));
}

function gone(plan, words) {
  const row = (one) => el("tr", {}, el("th", { scope: "row" }, one.key), el("td", { class: "file" }, one.file), el("td", {}, one.where));
  return el("details", {}, el("summary", {}, words["gone-rows"]), el("table", { class: "pairs" }, el("thead", {}, el("tr", {},
    ["key", "file", "where"].map((key) => el("th", { scope: "col" }, words[key])))), el("tbody", {}, plan.gone.map(row))),
  plan.goneMore && el("p", { class: "sub" }, plan.goneMore));
}

const SHOWN = 200;  // problems at a time

function filters(plan, words, act) {
  const kinds = ["error", "warning", "note"].filter((kind) => plan.kinds[kind] > 0);
  const chip = (kind, text) => el("button", {
    type: "button", class: "ctl chip", "aria-pressed": String((act.state.kind || "") === kind), "data-focus": `kind-${kind || "all"}`,
    onclick: () => { act.state.kind = kind; act.draw(); },
  }, text);
  return el("div", { class: "chips" }, kinds.length > 1 && [chip("", words.all), kinds.map((kind) => chip(kind, `${words[`severity-${kind}`]} ${plan.kinds[kind]}`))],
    plan.problems.length > 10 && el("input", {
      class: "ctl find", type: "search", value: act.state.find || "", placeholder: words["find-problem"], "aria-label": words["find-problem"],
      autocomplete: "off", "data-focus": "find-problem", oninput: (event) => { act.state.find = event.target.value; act.draw(); },
    }));
}

/** @param {UploadPlan} plan @param {Record<string, string>} words @param {any} act */
function problems(plan, words, act) {
  const several = plan.files.length > 1;
  const wanted = (act.state.find || "").trim().toLowerCase();
  const has = (p) => [p.file, p.sheet, p.cell, p.column, p.found, p.text].join("\n").toLowerCase().includes(wanted);
  const kind = plan.kinds[act.state.kind] ? act.state.kind : "";
  const chosen = plan.problems.filter((p) => (!kind || p.severity === kind) && (!wanted || has(p)));
  const rows = chosen.slice(0, SHOWN).map((p) => el("tr", { class: p.severity },
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
    (chosen.length > SHOWN || plan.more) && el("p", { class: "sub more" }, plan.more || words["first-shown"]),
  ];
}

/** @param {UploadBody} data @param {string} closed @param {any} act */
function loading(data, closed, act) {
  const { words } = data, busy = act.state.busy === "loading";
  const go = () => {
    act.state.busy = "loading";
    act.draw();
    act.tell("load", act.state.message);
  };
  return el("div", { class: "load" }, closed && el("p", { class: "late", role: "note" }, closed),
  el("label", { class: "grow" }, el("span", {}, closed ? words.reason : words.message), el("input", {
    class: "ctl", type: "text", value: act.state.message, placeholder: words["message-hint"], maxlength: 200, autocomplete: "off",
    "data-focus": "message", oninput: (event) => {
      act.state.message = event.target.value;
      if (closed) parentButton(event).disabled = !event.target.value.trim();
    },
  })),
  el("button", {
    type: "button", class: "go", disabled: busy || Boolean(closed && !act.state.message.trim()), "data-focus": "load", onclick: go,
  }, busy ? words.loading : words.load),
  busy && cancel(words, act, "cancel"),
  el("p", { class: "sub" }, words.who));
}

// -- what was loaded so far ------------------------------------------------------------------------------------------

/** @param {UploadHistory} data @param {any} act */
function history(data, act) {
  return el("section", {}, el("h2", {}, data.title), data.rows.length ? loadsTable(data, act.send) : el("p", { class: "sub" }, data.none));
}
