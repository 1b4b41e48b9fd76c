// Which indicators differ between two versions: a flip of status is marked by shape and word, not by colour alone.
/** @param {Differences} data @param {Send<any>} [send] */
function moves(data, send) {
  const { words } = data;
  const side = (one) => [el("b", {}, one.value), el("small", {}, [one.n, one.period].filter(Boolean).join(" · "))];
  const tone = (one) => statusWords(one.status, one.word);
  const name = (move) => (send ? link(`indicator?indicator=${encodeURIComponent(move.id)}`, move.name, () => send("open", move.id)) : move.name);
  const row = (move) => el("tr", { class: move.flipped ? "flip" : "" }, el("th", { scope: "row" }, name(move), el("small", {}, move.year)),
    el("td", { class: "n", "data-label": words.before }, side(move.before)),
    el("td", { class: "n", "data-label": words.after }, side(move.after)),
    el("td", { class: "flips" }, move.flipped ? [tone(move.before), el("span", { class: "to" }, "→"), tone(move.after)] : tone(move.after)));
  return [el("table", { class: "moves" }, el("caption", { class: "hidden" }, words.moves), el("thead", {}, el("tr", {},
    el("th", { scope: "col" }, words.indicator), ["before", "after"].map((key) => el("th", { class: "n", scope: "col" }, words[key])),
    el("th", { scope: "col" }, words.flips))), el("tbody", {}, data.rows.map(row))),
  data.more && el("p", { class: "sub" }, data.more)];
}
