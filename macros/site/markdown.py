"""Markdown of the pages of prose: what macros made goes around it, and ``[[…]]`` work as in records."""

from __future__ import annotations

import re
from string import punctuation
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import ETX, AtomicString
from markupsafe import Markup

from ..page.place import is_outward
from ..page.view import View
from ..reading.pointers import SYNTAX, BrokenPointer
from .judging import judge

MARK = "\ue000kept-"
"""Stands for HTML that is put aside; no page holds its first sign."""

_AT_ONCE = re.compile(r"""^(?:["']+(?!\w)|'(?=s\b))""")
_AFTER_MADE = re.compile(rf"""(?<={ETX})["']+(?!\w)|(?<=[\w{ETX}])'(?=s\b)""")
"""Quotation marks that follow on an element or on what is kept apart from the Markdown, and the apostrophe of a
genitive, which smarty keeps apart."""


class DossierExtension(Extension):
    """Works for one page at a time, whose ``view`` it has from ``begin`` on."""

    def __init__(self) -> None:
        super().__init__()
        self.view: View | None = None
        self._kept: dict[str, str] = {}
        self.mistakes: list[tuple[str, str]] = []
        """What stands in the page, each with what is wrong with it."""

    def begin(self, view: View) -> None:
        """Turn to a page; what was put aside for the last one is forgotten."""
        self.view = view
        self._kept = {}
        self.mistakes = []

    def keep(self, html: str) -> str:
        """Put HTML aside; the Markdown gets a mark on a line of its own, which the conversion replaces.

        So no record's text is ever read as Markdown, and large tables cost no parsing. HTML that does not begin with a
        tag would be set in a paragraph.
        """
        mark = f"{MARK}{len(self._kept)}"
        self._kept[mark] = str(html).strip()
        return f"\n\n{mark}\n\n"

    def kept(self, line: str) -> str | None:
        """The HTML behind a mark."""
        return self._kept.get(line)

    def tell(self, words: str, message: str) -> None:
        """Something is wrong with words of the page."""
        self.mistakes.append((words, message))

    def pointed(self, inside: str) -> Markup:
        """What a pointer shows on the page."""
        assert self.view is not None, "a page is being rendered"
        return self.view.pointed(inside)

    def extendMarkdown(self, md: Markdown) -> None:
        judge(md, self.tell)
        md.ESCAPED_CHARS = list(punctuation)
        md.preprocessors.register(_Kept(md, self), "dossier_kept", 25)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "dossier_break", 185)
        md.inlinePatterns.register(_Pointers(SYNTAX.pattern, md, self), "dossier_pointers", 175)  # after escapes
        md.treeprocessors.register(_Aligned(md), "dossier_aligned", 7.5)  # attributes are set, and not yet judged
        md.treeprocessors.register(_Closing(md), "dossier_closing", 6.5)  # before smarty
        md.treeprocessors.register(_Numbered(md, self), "dossier_numbered", 5.5)
        md.treeprocessors.register(_Outward(md), "dossier_outward", 5)


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
        inside = UnescapeTreeprocessor().unescape(self.unescape(m[1]))
        try:
            shown = str(self.extension.pointed(inside))
        except BrokenPointer as error:  # in what was taken for code before it was made
            self.extension.tell(f"[[{inside}]]", f"leads nowhere: {error}")
            shown = ""
        return self.md.htmlStash.store(shown), m.start(0), m.end(0)


class _Closing(Treeprocessor):
    """Closes a quotation that ends in a reference, a link, stress or a genitive: smarty would open one."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tail:
                element.tail = _AT_ONCE.sub(_closed, element.tail)
            for name in ("text", "tail"):
                words = getattr(element, name)
                if words and not isinstance(words, AtomicString):
                    setattr(element, name, _AFTER_MADE.sub(_closed, words))


def _closed(marks: re.Match[str]) -> str:
    return marks[0].replace('"', "”").replace("'", "’")


MOST = 2**31 - 1
"""The highest number that a list may begin with."""


class _Numbered(Treeprocessor):
    """Has a list begin with a number that browsers read, in whatever digits the page has it."""

    def __init__(self, md: Markdown, extension: DossierExtension):
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        for numbered in root.iter("ol"):
            start = numbered.get("start", "1")
            if int(start) > MOST:
                self.extension.tell(f"{start}.", f"is no number of a list; expected {MOST} at most")
            elif "start" in numbered.attrib:
                numbered.set("start", str(int(start)))


ALIGNED = {
    f"text-align: {side};": f"align-{way}" for side, way in (("left", "start"), ("center", "center"), ("right", "end"))
}
"""How Markdown aligns a cell, and the class that does so along the direction of the page."""


class _Aligned(Treeprocessor):
    """Aligns the cells of a table by their class: no style of an element is kept by the policy of pages."""

    def run(self, root: Element) -> None:
        for cell in (*root.iter("th"), *root.iter("td")):
            if aligned := ALIGNED.get(cell.get("style", "")):
                del cell.attrib["style"]
                cell.set("class", f"{cell.get('class', '')} {aligned}".strip())


class _Outward(Treeprocessor):
    """Gives links to other sites the same hold of a page as templates do: none."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if is_outward(link.get("href", "")):
                link.set("rel", "external noopener")
