// The head of a page: where it belongs, its title, its controls, the other language.
/** @param {Head} data @param {Send<any>} send */
function head(data, send) {
  document.documentElement.lang = data.lang;
  seen(data.seen, send);
  onPaper(data.printed);
  const skip = document.querySelector("[data-testid=stSkipToContent]");  // its own words are English only
  if (skip) skip.textContent = data.skip;
  const crumbs = data.crumbs.length
    ? el("nav", { class: "crumbs" }, data.crumbs.map((crumb) => el("span", {}, crumb)))
    : null;
  const controls = el("div", { class: "controls" }, data.controls.map((control) => field(control, send)),
    el("button", {
      type: "button", class: "ctl switch", lang: data.switch.lang, "aria-label": data.switch.label, "data-focus": "lang",
      onclick: () => send("lang", data.switch.value),
    }, data.switch.text));
  return el("header", {}, el("div", { class: "title" }, crumbs, el("h1", {}, data.title), el("p", { class: "sub" }, data.sub),
    el("p", { class: "sub printed" }, data.printed.scope && el("span", {}, data.printed.scope), el("span", { "data-printed": "" }))), controls);
}

/** @param {Control} control @param {Send<any>} send */
function field(control, send) {
  const tell = (event) => send("choose", { key: control.key, value: event.target.value });
  if (control.kind === "date") {
    return el("label", { class: "ctl date" }, el("span", {}, control.text), el("input", {
      type: "date", value: control.value, min: control.min, max: control.max, "aria-label": control.label,
      title: control.label, "data-focus": control.key, onchange: (event) => event.target.value && tell(event),
      onclick: (event) => event.target.showPicker?.(),
    }));
  }
  const option = (o) => el("option", { value: o.value, selected: o.value === control.value }, o.text);
  const options = control.groups
    ? control.groups.map((group) => el("optgroup", { label: group.text }, group.options.map(option)))
    : (control.options ?? []).map(option);
  return el("select", {
    class: `ctl ${control.key}`, "aria-label": control.label, title: control.label, "data-focus": control.key, onchange: tell,
  }, options);
}

// A page without any data says what it is and what to do first.
/** @param {Empty} empty */
function emptyState(empty) {
  return el("section", { class: "empty" }, el("h2", {}, empty.title), el("p", {}, empty.text),
    el("ol", {}, empty.steps.map((step) => el("li", {}, step))));
}
