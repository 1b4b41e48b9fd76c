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

// Draw anew in place: one root, focus kept on the control that had it.
function redraw(parent, build) {
  let root = parent.querySelector("[data-root]");
  const focused = parent.activeElement?.dataset?.focus;
  const fresh = build();
  fresh.setAttribute("data-root", "");
  if (root) root.replaceWith(fresh);
  else parent.append(fresh);
  if (focused) fresh.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  return fresh;
}
