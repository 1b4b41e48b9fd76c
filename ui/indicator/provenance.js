// What stands behind a value: its parts, windows, evidence, and the loads that the figures came from.
/** @param {Component<Provenance, IndicatorChoices>} component */
export default function (component) {
  const { data, parentElement, send } = wired(component);
  const cards = [...data.dots.map(dots), data.windows && windows(data.windows), data.evidence && evidence(data.evidence),
    data.restated && restated(data.restated, send), loads(data.loads, send)];
  window.kpiShowPart = (kind, key) => {
    const part = parentElement.querySelector(`[data-part="${CSS.escape(`${kind}-${key}`)}"]`);
    part?.scrollIntoView({ block: "center" });
    part?.focus({ preventScroll: true });
  };
  const [first, ...rest] = cards.filter(Boolean);
  redraw(parentElement, () => el("div", { class: "grid" }, el("div", {}, first), rest.length > 0 && el("div", {}, rest)));
}

// Parts as dots on one scale, their size the number of cases; those outside the range of chance are marked.
/** @param {Parts} data */
function dots(data) {
  const { whole } = data;
  const values = data.rows.map((row) => row.value).concat(whole ? [whole.value] : []);
  const comparable = whole && whole.value <= Math.max(...data.rows.map((row) => row.value)) * 1.2;
  const seen = comparable ? values : data.rows.map((row) => row.value);
  let low = Math.min(...seen), high = Math.max(...seen);
  if (low >= 0 && low < high * 0.6) low = 0;
  if (low === high) { low -= 1; high += 1; }
  const place = (v) => `${(3 + (94 * (v - low)) / (high - low)).toFixed(2)}%`;
  const largest = Math.max(1, ...data.rows.map((row) => row.n || 0));
  const size = (row) => (row.n ? 8 + 10 * Math.sqrt(row.n / largest) : 10);
  const row = (part, i) => el("div", { class: i >= data.few ? "part rest" : "part", tabindex: -1, "data-part": `${data.kind}-${part.key}` },
    el("span", { class: "who" }, part.name),
    el("span", { class: "scale", "aria-hidden": "true" },
      comparable && el("i", { class: "whole", style: `left:${place(whole.value)}` }),
      el("i", { class: part.out ? "dot out" : "dot", style: `left:${place(part.value)};width:${size(part)}px;height:${size(part)}px` })),
    el("span", { class: "sub" }, part.label));
  const list = el("div", { class: "parts" }, data.rows.map(row));
  const more = data.rows.length > data.few && el("button", {
    type: "button", class: "more", onclick: (event) => { list.classList.add("all"); event.target.remove(); },
  }, data.more);
  const hints = [data.hint, data.marked].filter(Boolean);
  return el("section", { class: "card" }, el("h2", {}, data.title, hints.length > 0 && el("small", {}, ...hints)),
    data.whole && el("p", { class: "sub key" }, comparable && el("i", { class: "whole key" }), data.wholeName, " ", data.whole.label),
    list, more);
}

/** @param {Windows} data */
function windows(data) {
  return el("section", { class: "card" }, el("h2", {}, data.title), el("ul", { class: "rows" }, data.rows.map((row) =>
    el("li", {}, el("span", {}, row.period), statusWords(row.state, row.word), el("b", {}, row.count),
      row.missing && el("p", { class: "sub" }, row.missing)))));
}

/** @param {EvidenceList} data */
function evidence(data) {
  const item = (row) => {
    const href = row.link && webAddress(row.link);
    return el("li", {}, el("p", {}, row.text), el("p", { class: "sub" }, row.facts.join(" · "),
      href && [" · ", el("a", { href, target: "_blank", rel: "noopener noreferrer" }, data.open)]));
  };
  return el("section", { class: "card" }, el("h2", {}, data.title),
    data.rows.length ? el("ul", { class: "rows tall" }, data.rows.map(item)) : el("p", { class: "sub" }, data.none));
}

// Closed months that were changed: what was published, and what it is now.
/** @param {RestatedMonths} data @param {Send<IndicatorChoices>} send */
function restated(data, send) {
  const one = (e) => el("p", { class: e.edition === "corrected" ? "" : "sub" }, `${e.word} `, el("b", {}, e.value), ` ${e.n} `,
    e.load > 0 && send.load(e.load, e.by), e.message && el("span", { "data-name": "" }, ` ${e.message}`));
  return el("section", { class: "card" }, el("h2", {}, data.title), el("ul", { class: "rows tall" }, data.rows.map((row) =>
    el("li", {}, el("b", {}, row.month), row.editions.map(one)))));
}

/** @param {LoadsBehind} data @param {Send<IndicatorChoices>} send */
function loads(data, send) {
  const item = (load) => el("li", {},
    load.files.map((file) => el("p", { class: "file" }, file.name, el("span", { class: "sub" }, file.rows))),
    load.more && el("p", { class: "sub" }, load.more),
    el("p", { class: "sub" }, send.load(load.load, `#${load.load}`), " · ", [load.who, load.message, load.demo].filter(Boolean).join(" · ")));
  return el("section", { class: "card" }, el("h2", {}, data.title),
    data.rows.length ? el("ul", { class: "rows tall" }, data.rows.map(item)) : el("p", { class: "sub" }, data.none),
    el("p", { class: "sub version" }, data.version));
}
