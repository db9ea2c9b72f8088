"""Markdown of the pages of prose: what macros made goes around it, ``[[…]]`` work as in records, and Latin runs in
Arabic are isolated."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from ..page.view import View
from ..reading.pointers import SYNTAX
from ..wording.latin import LATIN_RUN

_SKIPPED = {"code", "pre", "bdi", "script", "style"}


class DossierExtension(Extension):
    """Works for one page at a time, whose ``view`` it has from ``begin`` on."""

    def __init__(self) -> None:
        super().__init__()
        self.view: View | None = None
        self.pointed: Callable[[str], str] = str
        self._kept: dict[str, str] = {}

    def begin(self, view: View, pointed: Callable[[str], str]) -> None:
        """Turn to a page, whose pointers ``pointed`` resolves; what was put aside for the last one is forgotten."""
        self.view = view
        self.pointed = pointed
        self._kept = {}

    def keep(self, html: str) -> str:
        """Put HTML aside; the Markdown gets a mark on a line of its own, which the conversion replaces.

        So no record's text is ever read as Markdown, and large tables cost no parsing.
        """
        mark = f"dossier-kept-{len(self._kept)}"
        self._kept[mark] = str(html)
        return f"\n\n{mark}\n\n"

    def kept(self, line: str) -> str | None:
        """The HTML behind a mark."""
        return self._kept.get(line)

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(_Kept(md, self), "dossier_kept", 25)
        md.inlinePatterns.register(_Pointers(SYNTAX.pattern, md, self), "dossier_pointers", 185)
        md.treeprocessors.register(_Isolation(md, self), "latin_isolation", 5)


class _Kept(Preprocessor):
    """Moves what macros made into Markdown's own store, before Markdown looks for HTML in the page."""

    def __init__(self, md: Markdown, extension: DossierExtension):
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        kept = self.extension.kept
        return [line if (html := kept(line)) is None else self.md.htmlStash.store(html) for line in lines]


class _Pointers(InlineProcessor):
    """Replaces a pointer by its HTML, kept apart from the Markdown so that no record's text is read as Markdown."""

    def __init__(self, pattern: str, md: Markdown, extension: DossierExtension):
        super().__init__(pattern, md)
        self.extension = extension

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        return self.md.htmlStash.store(str(self.extension.pointed(m[1]))), m.start(0), m.end(0)


class _Isolation(Treeprocessor):
    """Wraps Latin runs of Arabic pages in ``<bdi>``."""

    def __init__(self, md: Markdown, extension: DossierExtension):
        super().__init__(md)
        self.extension = extension

    def run(self, root: etree.Element) -> None:
        if self.extension.view and self.extension.view.language.code == "ar":
            self._isolate(root)

    def _isolate(self, element: etree.Element) -> None:
        if element.tag in _SKIPPED:
            return
        for child in list(element):
            self._isolate(child)
        for index, child in reversed(list(enumerate(element))):
            child.tail, runs = _split(child.tail)
            for offset, run in enumerate(runs, 1):
                element.insert(index + offset, run)
        element.text, runs = _split(element.text)
        for offset, run in enumerate(runs):
            element.insert(offset, run)


def _split(text: str | None) -> tuple[str | None, list[etree.Element]]:
    """The text before the first Latin run, and a ``<bdi>`` for each run with the text after it as its tail."""
    runs: list[etree.Element] = []
    before, end = text, 0
    for match in LATIN_RUN.finditer(text or ""):
        lead = (text or "")[end : match.start()]
        if runs:
            runs[-1].tail = lead
        else:
            before = lead
        run = etree.Element("bdi")
        run.text = match[0]
        runs.append(run)
        end = match.end()
    if runs:
        runs[-1].tail = (text or "")[end:]
    return before, runs
