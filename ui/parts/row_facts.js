// Rows of a source, each with the file, sheet and row that it came from; a page at a time.
const SHORT = /^[!-~]{1,12}$/;  // a day, a number, a code: on one line on paper, too

/** @param {SourceRows} data @param {Send<any>} send */
function rowsTable(data, send) {
  if (!data.rows.length) return el("p", { class: "sub" }, data.none);
  const from = (row) => el("th", { scope: "row" }, el("span", { class: "file" }, row.file), el("small", {}, row.where,
    row.load && row.load !== data.of && [" · ", send.load(row.load, `#${row.load}`)]));
  return [el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": data.said }, el("table", { class: "facts" },
    el("thead", {}, el("tr", {}, data.heads.map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, data.rows.map((row) => el("tr", {}, from(row), row.cells.map((text) => el("td", { class: SHORT.test(text) ? "short" : null }, text))))))),
  pager(data, (first) => send("choose", { key: "rows", value: String(first) }))];
}

// Which of how many, and the pages before and after.
function pager(data, go) {
  const turn = (first, text, key) => el("button", {
    type: "button", class: "ctl", disabled: first < 0 || first >= data.total, "data-focus": `page-${key}`, onclick: () => go(first),
  }, text);
  return el("div", { class: "pager" }, el("span", { class: "sub" }, data.said), data.total > data.size && [
    turn(data.from - data.size, data.before, "before"), turn(data.from + data.size, data.after, "after")]);
}
