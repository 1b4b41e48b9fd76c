// What is printed is drawn for paper: the day of printing in the head, charts anew at the width of the page, in dark ink.
const PAGE = 700;  // CSS pixels between the margins of A4 (see style.css)

/** @param {PrintedHead} printed */
function onPaper(printed) {
  window.kpiPrinted = printed;
  if (window.kpiPaper) return;
  window.kpiPaper = true;
  window.addEventListener("beforeprint", () => {
    for (const line of everywhere("[data-printed]")) line.textContent = `${window.kpiPrinted.words} ${printedDay(window.kpiPrinted.zone)}`;
    charts().forEach(toPaper);
  });
  window.addEventListener("afterprint", () => {
    for (const drawn of document.querySelectorAll(".on-paper")) drawn.remove();
    charts().forEach(toScreen);
  });
}

function everywhere(selector) {
  const roots = [document, ...[...document.querySelectorAll("*")].flatMap((node) => node.shadowRoot ?? [])];
  return roots.flatMap((root) => [...root.querySelectorAll(selector)]);
}

function printedDay(zone) {
  const english = document.documentElement.lang === "en", now = new Date();
  if (english) return new Intl.DateTimeFormat("en-GB", { timeZone: zone, day: "numeric", month: "short", year: "numeric" }).format(now);
  const parts = new Intl.DateTimeFormat("en-u-ca-roc", { timeZone: zone, year: "numeric", month: "numeric", day: "numeric" }).formatToParts(now);
  return ["year", "month", "day"].map((type) => parts.find((part) => part.type === type)?.value).join("/");
}

// Plotly draws a chart anew a tenth of a second after it has seen that its room changed, and no browser waits for that once
// it prints. So what looks at the room of each chart is known (ui/plot/rooms.js) and called at once; else the drawing is scaled.
// The page hears of it and draws the chart at its own width again, often before the browser has printed: a copy is printed.
const charts = () => [...document.querySelectorAll(".js-plotly-plot:not(.on-paper)")];

function toPaper(chart) {
  const { width, height } = chart._fullLayout, room = PAGE - 28, seen = window.kpiRooms.get(chart);
  chart.classList.toggle("dark-ink", getComputedStyle(document.querySelector(".stApp") ?? document.body).colorScheme.includes("dark"));
  if (width <= room) return;
  if (seen) {
    const { setTimeout: later } = window;
    chart.style.width = `${room}px`;
    chart.style.height = `${height}px`;
    delete chart.layout.width;
    delete chart.layout.height;
    window.setTimeout = /** @type {any} */ ((draw) => draw());
    try { seen([]); } finally { window.setTimeout = later; }
  }
  for (const drawn of chart.querySelectorAll(".main-svg")) {
    if (Number(drawn.getAttribute("width")) <= room) continue;
    drawn.setAttribute("viewBox", `0 0 ${width} ${height}`);
    drawn.setAttribute("width", room);
    drawn.setAttribute("height", (height * room) / width);
  }
  const copy = chart.cloneNode(true);
  copy.classList.add("on-paper");
  chart.before(copy);  // before it: what both name by the same id is the copy's
}

function toScreen(chart) {
  chart.classList.remove("dark-ink");
  chart.style.width = "";
  chart.style.height = "";
  for (const drawn of chart.querySelectorAll(".main-svg[viewBox]")) {
    const [, , width, height] = drawn.getAttribute("viewBox").split(" ");
    drawn.removeAttribute("viewBox");
    drawn.setAttribute("width", width);
    drawn.setAttribute("height", height);
  }
}
