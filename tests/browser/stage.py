"""A page of our own on which one component stands as it does in the app: its script, parts and styles, and data for it.

Nothing is served: what the page asks for is answered here, from the files of the app; what else it asks for is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import streamlit as st
from playwright.sync_api import Browser, Page, Route

from tests.conftest import ROOT
from tests.ui import held
from tests.ui.examples import Example
from ui.parts import drawing
from ui.shell import style

ORIGIN = "http://examples.localhost"
AXE = ROOT / "tools" / "js" / "node_modules" / "axe-core" / "axe.min.js"
THEMES = ("light", "dark")
OF_A_WHOLE_PAGE = (
    "region",
    "landmark-one-main",
    "page-has-heading-one",
    "heading-order",
    "bypass",
)  # a component is a part of one

PAGE = """<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A component</title><link rel="stylesheet" href="/style.css"></head>
<body style="margin: 0"><div class="stApp"><div class="stMainBlockContainer" id="here"></div></div>
<script type="module">
const words = (data) => new Proxy(data, { get: (all, name) => {
  if (typeof name === "string" && !(name in all)) window.faults.push(`no word ${name}`);
  return all[name];
} });
const watched = (data) => {
  if (data === null || typeof data !== "object") return data;
  for (const [name, one] of Object.entries(data)) data[name] = name === "words" && typeof one === "object" ? words(one) : watched(one);
  return data;
};
window.draw = async ({ component, lang, data }, theme) => {
  window.faults = [];
  document.documentElement.lang = lang;
  document.documentElement.dataset.theme = theme;
  const host = document.createElement("div");
  host.id = "host";
  const root = host.attachShadow({ mode: "open" });
  root.append(document.createElement("style"));
  root.firstChild.textContent = await (await fetch(`/${component}.css`)).text();
  document.getElementById("here").replaceChildren(host);
  const { default: mount } = await import(`/${component}.js`);
  window.again = () => mount({ data: watched(structuredClone(data)), parentElement: root, setTriggerValue: () => {} });
  window.again();
  for (const one of root.querySelectorAll("details")) one.open = true;
};
window.ready = true;
</script></body></html>"""


class Found(NamedTuple):
    """What is wrong with a component as it stands: faults that the page told, how far it is wider than the window, axe's,
    and the common words that a table breaks in two."""

    faults: list[str]
    beyond: int
    axe: list[str]
    broken: list[str]


class Stage:
    def __init__(self, page: Page) -> None:
        self.page, self.told = page, []
        page.on("pageerror", lambda error: self.told.append(str(error)))
        page.on("console", lambda one: self.told.append(one.text) if one.type in ("error", "warning") else None)
        page.route("**/*", self._answer)
        page.goto(ORIGIN)
        page.wait_for_function("window.ready")
        page.add_script_tag(path=AXE)

    def draw(self, example: Example, theme: str = THEMES[0]) -> None:
        self.told.clear()
        given = {"component": example.component, "lang": example.lang, "data": example.data}
        self.page.evaluate("([one, theme]) => draw(one, theme)", [given, theme])

    def again(self) -> None:
        """The server has said the same once more, as it does when something else has changed."""
        self.page.evaluate("again()")

    def look(self, width: int, axe: bool = False) -> Found:
        """What is wrong at a width of the window; ``axe``: also what it finds against WCAG 2.2 AA and good practice."""
        self.page.set_viewport_size({"width": width, "height": 900})
        beyond = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found = self.page.evaluate(RUN, list(OF_A_WHOLE_PAGE)) if axe else []
        broken = self.page.evaluate(BROKEN)
        return Found([*self.told, *self.page.evaluate("window.faults")], max(0, beyond), found, broken)

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN).lstrip("/")
        name, _, ending = path.partition(".")
        if path == "":
            route.fulfill(content_type="text/html", body=PAGE)
        elif path == "style.css":
            route.fulfill(content_type="text/css", body=f"{style._css()}\n{colours()}")
        elif ending in ("js", "css") and name in held.DATA:
            kind = "text/javascript" if ending == "js" else "text/css"
            route.fulfill(content_type=f"{kind}; charset=utf-8", body=drawing.files(name)[ending == "css"])
        else:
            self.told.append(f"asked for {route.request.url}")
            route.abort()


RUN = """async (whole) => {
  const rules = Object.fromEntries(whole.map((rule) => [rule, { enabled: false }]));
  const { violations } = await axe.run("#host", { resultTypes: ["violations"], rules });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) =>
    `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.replace(/\\s+/g, " ").slice(0, 300)}`));
}"""


BROKEN = """() => {
  const found = [], range = document.createRange();
  for (const cell of document.getElementById("host").shadowRoot.querySelectorAll("td, th")) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.parentElement.getBoundingClientRect().width <= 1) continue;  // for who hears it
      for (const { 0: word, index } of text.data.matchAll(/(?<![A-Za-z])[A-Za-z]{2,9}(?![A-Za-z])/g)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) found.push(word);
      }
    }
  }
  return found;
}"""
"""What a reader takes for one word: up to nine letters. A longer one may be the name of a file."""


def colours() -> str:
    """The colours of both themes under the names by which the framework hands them to components."""
    found = []
    for theme in THEMES:
        options = st.config.get_options_for_section(f"theme.{theme}")
        lines = "".join(f"--st-{kebab(name)}: {value};" for name, value in options.items() if isinstance(value, str))
        font = st.get_option("theme.font")
        found.append(f':root[data-theme="{theme}"] {{ color-scheme: {theme}; --st-font: {font}; {lines} }}')
    return "\n".join(
        [*found, ".stApp { background: var(--st-background-color); min-height: 100vh; padding-top: 20px; }"]
    )


def kebab(name: str) -> str:
    return re.sub(r"[A-Z]", lambda letter: f"-{letter[0].lower()}", name)


@contextmanager
def stage(chrome: Browser) -> Iterator[Stage]:
    context = chrome.new_context(viewport={"width": 1440, "height": 900}, locale="zh-TW", reduced_motion="reduce")
    try:
        yield Stage(context.new_page())
    finally:
        context.close()
