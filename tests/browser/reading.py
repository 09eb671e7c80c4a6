"""Reads a page as somebody sees it: every text, what is cut off, and what was left in English."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor
from playwright.async_api import BrowserContext, Page

ROOT = Path(__file__).parents[2]
FOLDERS = ("bots/texts", "knowledge/words")
WIDTHS_PX = (1280, 360)
SENTENCE_WORDS = 3
_KEY = re.compile(r"[a-z]+(-[a-z_0-9.]+)+")

_TEXTS = """() => {
  const seen = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.textContent.trim(), within = walk.currentNode.parentElement;
    if (text && !within.closest("script, style, [hidden]")) seen.push(text);
  }
  for (const one of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]"))
    for (const name of ["aria-label", "title", "placeholder", "alt"])
      if (one.getAttribute(name)) seen.push(one.getAttribute(name));
  return [...seen, document.title];
}"""

_CUT = """() => {
  const pen = document.createElement("canvas").getContext("2d");
  const cut = (one) => {
    const style = getComputedStyle(one);
    if (one.matches("textarea, input") && one.placeholder && !one.value) {
      pen.font = style.font;
      const room = one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      return pen.measureText(one.placeholder).width > room;
    }
    if (style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none") return true;
    return one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1;
  };
  return [...document.body.querySelectorAll("*")]
    .filter((one) => !one.closest(".unseen, svg, [hidden], select, video") && one.checkVisibility() && cut(one))
    .map((one) => `${one.tagName}.${one.className}#${one.id}: `
      + (one.placeholder || one.textContent).trim().slice(0, 80));
}"""


class _Written(Visitor):
    def __init__(self) -> None:
        self.texts: list[str] = []

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802
        self.texts += [" ".join(line.split()) for line in node.value.splitlines()]


@cache
def sentences(language: str) -> frozenset[str]:
    """Give what stands in a language's texts between the values, in pieces of three words and more."""
    found = _Written()
    for folder in FOLDERS:
        file = ROOT / folder / f"{language}.ftl"
        if file.exists():
            found.visit(FluentParser().parse(file.read_text("utf-8")))
    return frozenset(text for text in found.texts if len(re.findall(r"[^\W\d_]{2,}", text)) >= SENTENCE_WORDS)


def left_in_english(texts: list[str], language: str) -> list[str]:
    """Give the English sentences among texts of another language, those left out that stand in its own texts too."""
    if language == "en":
        return []
    shown = "\n".join(" ".join(text.split()) for text in texts)
    return sorted(one for one in sentences("en") - sentences(language) if one in shown)


@dataclass
class Reader:
    """Looks at pages in one language, and keeps what is wrong with them, by what it is."""

    language: str
    base: str
    wrong: dict[str, str] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)

    def watch(self, context: BrowserContext) -> None:
        """Note errors of the pages' own, and requests to another host."""
        context.on("console", lambda said: self._note("console", [said.text]) if said.type == "error" else None)
        context.on("weberror", lambda error: self._note("script", [str(error.error)]))
        context.on("request", lambda request: self._note("another host", self._foreign(request.url)))

    async def look(self, page: Page, where: str) -> None:
        """Read all of a page at both widths."""
        texts: list[str] = await page.evaluate(_TEXTS)
        self.read |= set(texts)
        self._note("a key", [text for text in texts if _KEY.fullmatch(text) or "{ $" in text], where)
        self._note("English", left_in_english(texts, self.language), where)
        spoken: Any = await page.evaluate("document.documentElement.lang")
        self._note("lang", [] if spoken == self.language else [spoken], where)
        for width in WIDTHS_PX:
            await page.set_viewport_size({"width": width, "height": 900})
            self._note(f"cut at {width} px", await page.evaluate(_CUT), where)

    def _foreign(self, address: str) -> list[str]:
        return [] if address.startswith((self.base, "blob:", "data:")) else [address]

    def _note(self, what: str, found: list[str], where: str = "") -> None:
        """Keep each thing that is wrong once, with the place where it was first seen."""
        for one in found:
            self.wrong.setdefault(f"{what}: {one}", where)
