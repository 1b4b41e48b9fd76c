// Indicators by month: the status of each month, or its change against the same month of last year.
/** @param {Component<Months, MonthsChoices>} component */
export default function (component) {
  const { data, parentElement, send } = wired(component);
  const act = {
    send,
    open: (id) => send("open", id),
    page: (id) => address("indicator", data.query, { indicator: id }),
    // Another view answers at once; the address follows from the server.
    show: (view) => {
      send("choose", { key: "view", value: view });
      draw();
    },
  };
  const draw = () => {
    const left = parentElement.querySelector(".scroll")?.scrollLeft;
    const root = redraw(parentElement, () => view(data, act));
    if (left) root.querySelector(".scroll").scrollLeft = left;
    return root;
  };
  draw().setAttribute("data-ready", data.stamp);
}

/** @param {Months} data @param {any} act */
function view(data, act) {
  const top = el("main", {}, head(data.head, act.send), data.ribbon && el("p", { class: "ribbon", role: "note" }, data.ribbon));
  if (data.empty) return put(top, {}, [emptyState(data.empty)]);
  const tab = ({ id, name }) => el("button", {
    type: "button", "aria-pressed": id === data.filter.view, "data-focus": `view-${id}`, onclick: () => act.show(id),
  }, name);
  const bar = el("div", { class: "bar" }, el("div", { class: "tabs", role: "group", "aria-label": data.words.views }, data.views.map(tab)),
    data.rows.length > 0 && el("p", { class: "lead" }, data.summary[data.filter.view]));
  const more = data.leftOut && el("p", { class: "sub more" }, data.leftOut);
  if (!data.rows.length) return put(top, {}, [bar, el("p", { class: "card sub" }, data.words.nothing), more]);
  const tip = el("div", { class: "tip", "aria-hidden": "true" });
  return put(top, {}, [bar, el("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": data.words.all }, table(data, act, tip)),
    legend(data), more, tip]);
}

/** @param {Months} data @param {any} act @param {HTMLElement} tip */
function table(data, act, tip) {
  const column = (month) => el("th", { class: month.note ? "m cut" : "m", scope: "col" }, el("span", { class: "long" }, month.name),
    el("span", { class: "short", "aria-hidden": "true" }, month.short), month.note && el("small", {}, month.note));
  const bodies = data.dimensions.map((dimension) => {
    const mine = data.rows.filter((row) => row.dimension === dimension.id);
    if (!mine.length) return null;
    return el("tbody", {}, el("tr", { class: "dim" }, el("th", { colspan: 14, scope: "rowgroup" }, el("span", {}, dimension.name))),
      mine.map((row) => line(row, data, act)));
  });
  const point = (event) => pointAt(event, tip);
  return el("table", { class: `of-${data.filter.view}`, onmouseover: point, onclick: point, onmouseleave: () => tip.classList.remove("on") },
    el("caption", { class: "hidden" }, data.words.all),
    el("thead", {}, el("tr", {}, el("th", { class: "name", scope: "col" }, data.words.indicator), data.months.map(column),
      el("th", { class: "total", scope: "col" }, data.words.total))), bodies);
}

/** @param {MonthsRow} row @param {Months} data @param {any} act */
function line(row, data, act) {
  const under = data.filter.view === "status" ? row.standard : row.unit;
  const draw = data.filter.view === "status" ? standing : moved;
  const cell = (month, i) => (row.cells[i] ? draw(row.cells[i], "m", month.short, row.name) : el("td", { class: "m later" }));
  return el("tr", { class: "line" },
    el("th", { class: "name", scope: "row" },
      link(act.page(row.id), row.name, () => act.open(row.id), { "data-focus": `row-${row.id}` }), under && el("small", {}, under)),
    data.months.map(cell), draw(row.total, "total", "", row.name));
}

const said = (one) => el("span", { class: "hidden" }, one.say.join(" "));
const kept = (node, one, name) => Object.assign(node, { said: [name, ...one.say] });

/** @param {MonthCell} one @param {string} css @param {string} short @param {string} name */
function standing(one, css, short, name) {
  const classes = [css, one.status, one.open && "open", !one.fresh && "carried"].filter(Boolean).join(" ");
  return kept(el("td", { class: classes, "data-m": short }, mark(one.status), one.value && el("b", { "aria-hidden": "true" }, one.value), said(one)), one, name);
}

/** @param {MonthCell} one @param {string} css @param {string} short @param {string} name */
function moved(one, css, short, name) {
  const classes = [css, one.tone || "still", `step${one.step}`, one.open && "open", !one.fresh && "carried"].filter(Boolean).join(" ");
  return kept(el("td", { class: classes, "data-m": short }, one.tone && shape(one.tone, one.step),
    el("span", { "aria-hidden": "true", class: one.change.length > 7 ? "tight" : null }, one.change), said(one)), one, name);
}

// Better is a disc, worse a diamond, neither a ring; the larger the change, the larger the shape.
function shape(tone, step) {
  const size = [0, 4, 6, 8][step], from = (10 - size) / 2;
  const drawn = {
    better: () => svg("circle", { cx: 5, cy: 5, r: size / 2 + 0.4 }),
    worse: () => svg("path", { d: `M5 ${from - 0.8}L${10.8 - from} 5L5 ${10.8 - from}L${from - 0.8} 5z` }),
    neutral: () => svg("circle", { cx: 5, cy: 5, r: size / 2 - 0.2, class: "ring" }),
  };
  return svg("svg", { class: "shape", width: 10, height: 10, viewBox: "0 0 10 10", "aria-hidden": "true" }, drawn[tone]());
}

// All that is known of the cell under the pointer, beside it and inside the window.
function pointAt(event, tip) {
  const spot = event.target.closest("td"), lines = spot?.said;
  tip.classList.toggle("on", Boolean(lines));
  if (!lines) return;
  tip.replaceChildren(...lines.map((text, i) => el(i ? "p" : "b", {}, text)));
  tip.style.left = 0;
  document.addEventListener("scroll", () => tip.classList.remove("on"), { capture: true, once: true });
  const box = spot.getBoundingClientRect(), high = tip.offsetHeight, wide = tip.offsetWidth;
  const below = box.bottom + 6 + high <= innerHeight;
  tip.style.left = `${Math.max(8, Math.min(box.left, innerWidth - wide - 8))}px`;
  tip.style.top = `${below ? box.bottom + 6 : Math.max(8, box.top - high - 6)}px`;
}

/** @param {Months} data */
function legend({ legend: words, filter: { view: chosen } }) {
  const key = (draw, name, css) => el("span", { class: `key ${css || ""}` }, draw, el("span", {}, name));
  const keys = chosen === "status"
    ? [words.statuses.map(({ id, name }) => key(mark(id), name, id)), words.open && key(mark("met"), words.open, "met open"),
      words.carried && key(mark("met"), words.carried, "met carried")]
    : [words.tones.map(({ id, name }) => key([1, 2, 3].map((step) => el("i", { class: `${id} step${step}` }, shape(id, step))), name)),
      key(null, words.steps), words.open && key(el("i", { class: "open" }), words.open), words.carried && key(null, words.grey), key("—", words.dash)];
  return el("div", { class: `legend sub of-${chosen}`, role: "group", "aria-label": words.label }, keys);
}
