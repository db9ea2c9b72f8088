"""What Markdown makes of a page of prose, judged: HTML, addresses and attributes that are none of a text, and marks
that this Markdown does not read and would print."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import HTML_RE, HtmlInlineProcessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX
from pydantic import TypeAdapter, ValidationError

from ..reading.code import divided
from ..reading.pointers import SYNTAX
from ..reading.prose import (
    ATTRIBUTE,
    EMPTY,
    HTML,
    LINK_IN_LINK,
    OUTWARD_PICTURE,
    is_outward_picture,
    misled,
)
from ..record.fields import LanguageCode

Tell = Callable[[str, str], None]
"""Told what stands in a page, and what is wrong with it."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WORDED = ("p", "li", "td", "th", *_HEADINGS)

_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
}
"""What Markdown itself sets, by the elements that have it."""

_ANYWHERE = {"id", "class", "lang", "dir"}
_DIRECTIONS = {"ltr", "rtl"}
_LANGUAGE = TypeAdapter[str](LanguageCode)

_UNREAD = re.compile(
    r"^(?:!!! ?\w|\?{3}\+? ?\w|=== |\[[ xX]\] |\*\[[^\]\n]+\]:|;?--8<--|: |:{3}|\||#|[|: -]*\|[|: -]*$)[^\n]*"
    r"|\{:? *[#.](?:[^{}]*\}|[^{}\n]*$)|\[\^[^\]\s]+\]|~~\S[^\n]*~~|(?<!=)==[^=\s][^=\n]*==(?!=)"
    r"|\]\([^()\n]*\)|\]\[[^\[\]\n]*\]|\*\*(?=\S)\w{0,30}|\w{1,30}\*\*|`[^\n]{0,30}",
    re.MULTILINE,
)
"""Admonitions, tabs, tasks, abbreviations, snippets, definitions, tables of unequal lines, headings of a seventh level,
attributes of nothing, comments, footnotes, and what is struck out or marked: of other kinds of Markdown. And what is
left of a link, of stress or of code that Markdown did not find."""

_ELEMENT = "\ufffc"
"""Stands between words in the place of what they hold."""

_BETWEEN_WORDS = re.compile(rf"{_ELEMENT}|{STX}[^{ETX}]*{ETX}")

_SET_IN = re.compile(r"^ {1,3}(?:[*+-]|\d+\.) +\S[^\n]*", re.MULTILINE)
_ITEM = re.compile(r"(?:[*+-]|\d+\.) ")
_INSERTED = re.compile(r"\A\d+\) [^\n]*|^ *(?:[*+-]|1[.)]) [^\n]*", re.MULTILINE)
"""Items of a list that Markdown takes for another list's, or for words of a paragraph."""

_FENCE = re.compile(r"^ *(?:`{3,}[^`\n]*|~{3,}[^\n]*)$", re.MULTILINE)

UNREAD = "is no Markdown that is read here; expected plain words, a list or a table, or a backslash before the sign"
LIST = (
    "is no item of a list as it stands; expected a blank line before the first, four spaces before what belongs to "
    "one, and - or 1. or, where none is meant, a backslash before the sign"
)
FENCE = (
    "is no fence of code as it stands; expected it at the beginning of the line, with one word behind it or none, and "
    "the same alone at the end; in a list or a quotation a blank line and four more spaces before each line of code"
)
NAMELESS = "is a heading without an id, by which it is cited; expected { #id } at its end"
"""What is said of Markdown that would come out as something else than was meant."""


def judge(md: Markdown, tell: Tell) -> None:
    """Have a page judged while it is converted: no HTML in it is read as such."""
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.register(_Html(HTML_RE, md, tell), "html", 90)
    md.parser.blockprocessors.register(_Tables(md, tell), "table", 75)
    md.parser.blockprocessors.register(_Slips(md, tell), "dossier_slips", 41)  # above lists and paragraphs
    md.preprocessors.register(_Fences(md, tell), "fenced_code_block", 25)
    md.treeprocessors.register(_Judged(md, tell), "dossier_judged", 7)  # attributes are set, quotation marks are plain


class _Html(HtmlInlineProcessor):
    """Finds what would be HTML."""

    def __init__(self, pattern: str, md: Markdown, tell: Tell):
        super().__init__(pattern, md)
        self.tell = tell

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        self.tell(m[1], HTML)
        return "", m.start(0), m.end(0)


class _Fences(FencedBlockPreprocessor):
    """Fences of code, of which nothing is known but a language."""

    def __init__(self, md: Markdown, tell: Tell):
        super().__init__(md, {})
        self.tell = tell

    def run(self, lines: list[str]) -> list[str]:
        for found in self.FENCED_BLOCK_RE.finditer("\n".join(lines)):
            if found["attrs"] is not None or found["hl_lines"]:
                self.tell(found[0].partition("\n")[0], FENCE)
        return super().run(lines)


class _Slips(BlockProcessor):
    """Sees what is to be a list or a paragraph, and makes nothing of it."""

    def __init__(self, md: Markdown, tell: Tell):
        super().__init__(md.parser)
        self.tell = tell

    def test(self, parent: Element, block: str) -> bool:
        slips = [*_SET_IN.findall(block), *(() if _ITEM.match(block) else _INSERTED.findall(block))]
        above = self.lastChild(parent)
        if above is not None and above.tag in ("ul", "ol") and re.match(r" {1,3}\S", block):
            slips.append(block.partition("\n")[0])
        for words in slips:
            self.tell(words.strip(), LIST)
        if fence := _FENCE.search(block):
            self.tell(fence[0].strip(), FENCE)
        return False


class _Tables(TableProcessor):
    """Tables in whose cells references may have words, and of which no cell is lost."""

    def __init__(self, md: Markdown, tell: Tell):
        super().__init__(md.parser, {"use_align_attribute": False})
        self.tell = tell

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        if (found := len(self._split_row(row))) != len(align):  # type: ignore[attr-defined]
            self.tell(row, f"is a row of {found}; expected {len(align)} cells, as the table's head has")
        super()._build_row(row, parent, align)  # type: ignore[misc]

    def _split(self, row: str) -> list[str]:
        worded = SYNTAX.sub(lambda pointer: re.sub(r"(?<!\\)\|", r"\\|", pointer[0]), row)
        cells: list[str] = super()._split(worded)  # type: ignore[misc]
        return [
            "".join(piece.replace(r"\|", "|") if is_code else piece for piece, is_code in divided(cell))
            for cell in cells
        ]


class _Judged(Treeprocessor):
    """Goes through a page as a tree, before addresses are made relative."""

    def __init__(self, md: Markdown, tell: Tell):
        super().__init__(md)
        self.tell = tell

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, value in element.items():
                self._judge(element, name, value)
            if element.tag in _WORDED:
                self._judge_words(element)
            if element.tag == "a" and self._holds_link(element):
                self.tell("".join(element.itertext()), LINK_IN_LINK)

    def _judge(self, element: Element, name: str, value: str | None) -> None:
        written = UnescapeTreeprocessor().unescape(value or "")
        if value is None or name not in _ANYWHERE | _ATTRIBUTES.get(element.tag, set()):
            self.tell(name, ATTRIBUTE)
        elif STX in written:
            self.tell(written.partition(STX)[0], f"goes on with a reference, which no {name} can have; expected none")
        elif name == "href":
            for message in misled(written):
                self.tell(written, message)
        elif name == "src" and is_outward_picture(written):
            self.tell(written, OUTWARD_PICTURE)
        elif name == "dir" and value not in _DIRECTIONS:
            self.tell(value, f"is no direction; expected {' or '.join(sorted(_DIRECTIONS))}")
        elif name == "lang":
            try:
                _LANGUAGE.validate_python(value)
            except ValidationError:
                self.tell(value, "is no language that is known; expected one such as en or zh-Hant")

    def _judge_words(self, element: Element) -> None:
        words = _ELEMENT.join(_texts(element))
        if not words.strip() and element.tag in (*_HEADINGS, "li"):
            self.tell("", EMPTY)
        if element.tag in _HEADINGS and element.get("id") is None:
            plain = filter(None, map(str.strip, _BETWEEN_WORDS.split(words)))
            self.tell(next(plain, "#" * int(element.tag[1])), NAMELESS)
        for found in _UNREAD.finditer(words):
            self.tell(found[0], UNREAD)

    def _holds_link(self, element: Element) -> bool:
        stashed = self.md.htmlStash.rawHtmlBlocks
        made = (stashed[int(found[1])] for text in element.itertext() for found in HTML_PLACEHOLDER_RE.finditer(text))
        return len(list(element.iter("a"))) > 1 or any("<a " in str(html) for html in made)


def _texts(element: Element) -> Iterator[str]:
    """The words of an element's own, between those that it holds."""
    yield element.text or ""
    for child in element:
        yield child.tail or ""
