// Elements from data: text goes in as text, never as markup.
const SVG = "http://www.w3.org/2000/svg";

function put(node, props, children) {
  for (const [name, value] of Object.entries(props || {})) {
    if (value === null || value === undefined || (value === false && !name.startsWith("aria-"))) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true && !name.startsWith("aria-") ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(typeof child === "object" ? child : document.createTextNode(String(child)));
  }
  return node;
}

const el = (tag, props, ...children) => put(document.createElement(tag), props, children);
const svg = (tag, props, ...children) => put(document.createElementNS(SVG, tag), props, children);

// A link that a reader can open in a new tab; a plain click stays in the page.
function link(href, text, go, props) {
  const click = (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go();
  };
  return el("a", { href, onclick: click, ...props }, text);
}

// The address of a page with the choices that are in force.
function address(page, query, more) {
  const params = new URLSearchParams({ ...query, ...more });
  return `${page}?${params}`;
}

// Only web addresses become links: what was uploaded may hold anything.
function webAddress(text) {
  try {
    const url = new URL(text);
    return ["http:", "https:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

// Draw anew in place: one root, and the control that had the focus keeps it, with what is selected in it and how far it is scrolled.
// While a control is pressed it stays, and what is new waits.
function redraw(parent, build) {
  const root = parent.querySelector("[data-root]");
  if (!root) hold(parent);
  if (root && parent.pressed) {
    parent.waiting = build;
    return root;
  }
  const held = parent.activeElement, focused = held?.dataset?.focus;
  const { selectionStart: start, selectionEnd: end, scrollTop } = held ?? {};
  const fresh = build();
  fresh.setAttribute("data-root", "");
  if (root?.dataset.ready) fresh.setAttribute("data-ready", root.dataset.ready);
  if (root) root.replaceWith(fresh);
  else parent.append(fresh);
  const next = focused && fresh.querySelector(`[data-focus="${CSS.escape(focused)}"]`);
  next?.focus({ preventScroll: true });
  if (next && typeof start === "number") { next.setSelectionRange?.(start, end); next.scrollTop = scrollTop; }
  return fresh;
}

// A browser knows no click on a control that was replaced between press and release.
function hold(parent) {
  parent.addEventListener("pointerdown", (event) => {
    if (!event.target.closest("button, a, label")) return;
    const over = new AbortController();
    const release = () => {
      over.abort();
      parent.pressed = false;
      setTimeout(() => { // after the click
        const build = parent.waiting;
        parent.waiting = null;
        if (build) redraw(parent, build);
      });
    };
    parent.pressed = true;
    for (const end of ["pointerup", "pointercancel", "blur"]) window.addEventListener(end, release, { signal: over.signal });
  });
}
