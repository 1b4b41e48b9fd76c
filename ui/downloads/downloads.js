// The Downloads page in four parts: head, what a meeting needs, the lists from which a chart is chosen, and its picture.
/** @param {Component<any, DownloadsChoices>} component */
export default function (component) {
  const { data, parentElement, send } = wired(component);
  const parts = { head: top, meeting, chart: chooser, preview };
  const state = (parentElement.files ??= { making: "" });
  saveOnce(data.made, state);
  const draw = () => redraw(parentElement, () => parts[data.part](data, send, { state, draw }));
  draw().setAttribute("data-ready", data.stamp);
}

/** @param {DownloadsHead} data @param {Send<DownloadsChoices>} send @param {any} act */
function top(data, send, act) {
  return el("main", {}, head(data.head, send), data.ribbon && el("p", { class: "ribbon", role: "note" }, data.ribbon),
    data.empty && nothing(data.empty), data.title && [el("h2", {}, data.title), el("p", { class: "sub" }, data.text), files(data, send, act)]);
}

// Buttons that make a file, each with what it is for.
/** @param {{ files?: FileButton[], made?: Made | null }} data @param {Send<DownloadsChoices>} send @param {any} act */
function files(data, send, act) {
  const make = (id) => {
    act.state.making = id;
    act.draw();
    send("choose", { key: "make", value: id });
  };
  return [el("div", { class: "files" }, (data.files ?? []).map((file) => el("div", {}, el("button", {
    type: "button", class: "ctl", "data-focus": `make-${file.id.replace(/^\./, "").replace(":.", "-")}`, "aria-busy": act.state.making === file.id,
    onclick: () => act.state.making || make(file.id),
  }, file.name), el("p", { class: "sub" }, file.for)))),
  data.made?.trouble && el("p", { class: "late", role: "alert" }, data.made.trouble)];
}

/** @param {Meeting} data @param {Send<DownloadsChoices>} send @param {any} act */
function meeting(data, send, act) {
  const block = (/** @type {MeetingFile} */ { title, text, files: buttons, dimension }) => el("div", { class: "block" }, el("h3", {}, title), el("p", { class: "sub" }, text),
    dimension && el("div", { class: "choose" }, field(dimension, send)), files({ files: buttons }, send, act));
  return el("section", { class: "part" }, el("h2", {}, data.title), el("div", { class: "blocks" }, block(data.pack), block(data.brief)),
    data.made?.trouble && el("p", { class: "late", role: "alert" }, data.made.trouble));
}

/** @param {Empty} empty */
function nothing(empty) {
  return el("section", { class: "empty" }, el("h2", {}, empty.title), el("p", {}, empty.text),
    el("ol", {}, empty.steps.map((step) => el("li", {}, step))));
}

/** @param {ChartChooser} data @param {Send<DownloadsChoices>} send */
function chooser(data, send) {
  const { indicator } = data;
  const list = el("select", {
    class: "ctl wide", "aria-label": indicator.label, title: indicator.label, "data-focus": "indicator",
    onchange: (event) => send("choose", { key: "indicator", value: event.target.value }),
  }, !indicator.value && el("option", { value: "", selected: true, disabled: true }, indicator.none), indicator.groups.map((group) => el("optgroup", { label: group.name }, group.options.map((o) =>
    el("option", { value: o.value, selected: o.value === indicator.value }, o.text)))));
  return el("section", { class: "part" }, el("h2", {}, data.title), el("p", { class: "sub" }, data.text),
    el("div", { class: "choose" }, list, field(data.view, send)));
}

// The picture is shown as an image: nothing inside it can run.
/** @param {Preview} data @param {Send<DownloadsChoices>} send @param {any} act */
function preview(data, send, act) {
  if (data.none) return el("p", { class: "card sub" }, data.none);
  const picture = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(data.svg ?? "")}`;
  return el("section", {}, files(data, send, act), el("figure", { "aria-label": data.label }, el("img", { src: picture, alt: data.alt })));
}
