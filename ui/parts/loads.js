// Loads in a table, newest first; each opens.
/** @param {LoadTable} data @param {Send<any>} send */
function loadsTable(data, send) {
  const { words } = data;
  const open = (load) => send.load(load.load, load.when, {
    title: `${words.open} #${load.load}`, "data-focus": `load-${load.load}`,
  });
  const row = (load) => el("tr", { class: load.undone ? "undone" : "" }, el("td", { class: "when" }, open(load), el("small", {}, `#${load.load}`)),
    el("td", { class: "actor" }, load.who), el("td", { class: "src" }, load.source, load.demo && el("small", {}, load.demo)), el("td", { class: "file" }, load.files),
    load.counts.map((count, i) => el("td", { class: "n", "data-label": words[["added", "changed", "removed"][i]] }, count)),
    el("td", { class: "text" }, load.message && el("span", { "data-name": "" }, load.message), load.state && el("small", {}, load.state)));
  const columns = [["when"], ["who-did"], ["source"], ["file"], ["added", "n"], ["changed", "n"], ["removed", "n"], ["note"]];
  return el("table", { class: "loads" }, el("thead", {}, el("tr", {}, columns.map(([key, css]) => el("th", { scope: "col", class: css }, words[key])))),
    el("tbody", {}, data.rows.map(row)));
}
