"""The pages of prose, as far as they can be judged before they are made: their text, their head, their twin in the
other language, and where their pointers lead."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from ..record.fields import AN_ID, LONGEST_TEXT, Url, arabic, english, is_id
from ..record.letters import misleading
from .code import without_code
from .drawing import drawing_problems
from .files import PAGES, below, read_text, status, unseen
from .messages import MOST_QUOTED, plain
from .pointers import BRACKETS, SYNTAX
from .problems import DossierError, Problem
from .yaml_file import understood

FIELDS = ("title", "description", "hide")
"""What stands in the head of a page."""

HIDDEN = {"navigation", "path", "toc"}
"""What a page may hide of its frame."""

OPENED = (
    *(".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"),
    *(".csv", ".json", ".pdf", ".txt", ".xlsx", ".zip"),
)
"""Endings of what is published as it is: pictures, and what readers open elsewhere. Whatever else a browser or a host
makes of a file could run without the policy that pages have."""

_PUBLISHED = re.compile(r"[\w.-]+")
"""The name of a file or a folder that is published as it is, so that it is the same in an address and in a text."""

_STARTS = re.compile(r"\s*+---[ \t]*(?:\n|\Z)")
_MADE = re.compile(rf"{BRACKETS.pattern}|\{{[{{%#]")
"""By which a reference or a call of a macro is known."""

_HEAD = re.compile(r"---[ \t]*\n(.*?\n)?(---|\.\.\.)[ \t]*(\n|\Z)", re.DOTALL)
_BETWEEN = re.compile(r"(\n[ \t]*+\n)")

_ESCAPED = re.compile(r"(?<!\\)((?:\\\\)*+)\\[\[\]<>{}&]")
"""A sign that is meant as such."""

_MARKUP = re.compile(
    r"<(?!https?:[^\s<>]*+>|(?<=\]\(<)[^\s<>]*+>\))(?:/?[a-zA-Z](?=(?:[^<>\n]|\n(?![ \t]*+\n))*+>)|[!?])[^\s<>]*+>?"
)
"""HTML: whatever stands between such brackets in one paragraph and is no address."""

_BRACES = re.compile(r"(?<!\{)\{(?!%):?([^{}\n]*+)\}")
_SETTING = re.compile(r"(?<![\w:-])(?!(?:lang|dir|class|id)=)[\w:-]++\s*=")
"""Attributes of a heading, a link or a picture, which could lead elsewhere or run something; not its language."""

_NAME = re.compile(r"#([\w-]+)")

_DEFINED = re.compile(r"^ {0,3}\[([^\[\]]++)\]:\s", re.MULTILINE)
"""Names of links whose addresses stand apart."""

_REFERENCE_AS_ADDRESS = re.compile(r"\]\([^()\[\s]*+\[\[")

_BROKEN_ADDRESS = re.compile(
    r"\]\(\s*+[^\s()<>\"']++\s++[^\s()\"'][^()\"']*+\)|\]\(\s*+<[^<>\s]*+\s[^<>]*+>|\]\([^()\"'\n\t]*+\t[^()\"'\n]*+\("
)
"""Addresses with white space within, which browsers leave out: what follows is read as one word."""

_LINKS = re.compile(r"\]\(\s*+<?([^\s)>]*+)|\[[^\[\]]++\]:\s*+<?([^\s>]++)|<(https?:[^\s<>]*+)>")
"""Where the links of a page lead, in every form that they have."""

_ADDRESS = re.compile(r"[a-zA-Z][\w+.-]*:|//")
_LEFT_OUT = re.compile(r"[\t\n\r]|^[\0- ]+|[\0- ]+$")
"""What a browser leaves out of an address."""

_OUTWARD_PICTURE = re.compile(r"!\[[^\[\]]*+\]\(\s*+<?(?:[a-zA-Z][\w+.-]*:|//)[^\s)>]*+")
_EMPTY = re.compile(r"(?<!!)\[\s*+\]\(|\]\(\s*+\)|^#++[ \t]*+(?:\{.*\}[ \t]*+)?$", re.MULTILINE)
"""Links without words or an address, and headings without words of their own: what a macro makes is none. A picture may
have no words that tells nothing."""

_LINK_IN_LINK = re.compile(r"\[[^\[\]]*+\[\[[^\[\]]*+\]\][^\[\]]*+\]\(")
_ENTITY = re.compile(r"&(?:#\w+|\w+);")

DEEPEST = 20
_DEEP = re.compile(
    rf"(?:\[[^\[\]]*+){{{DEEPEST}}}|(?:\([^()]*+){{{DEEPEST}}}|^(?:[ \t]*+[>*+-]){{{DEEPEST},}}+(?![ \t]*+$)",
    re.MULTILINE,
)
"""Brackets and quotations inside of one another: Markdown looks at each of them again and again."""

_OUTWARD = re.compile(r"https?://[^\s<>()]++")

_URL = TypeAdapter[object](Url)

WRITTEN = {"en": english, "ar": arabic}
"""How the titles of the pages in a folder are written."""

Broken = Callable[[str], Iterator[str]]
"""What is wrong with the pointers of a text."""


def pages(folder: Path) -> list[Path]:
    """The pages below a folder."""
    return [path for path in below(folder) if path.name.endswith(PAGES)]


def prose_problems(folder: Path, broken: Broken) -> Iterator[Problem]:
    """What is wrong with the files of a folder of pages, of which each language has the same ones."""
    files = [path.relative_to(folder) for path in below(folder)]
    written = {path for path in files if path.name.endswith(PAGES)}
    languages = sorted({path.parts[0] for path in written if len(path.parts) > 1})
    for path in files:
        name = f"{folder.name}/{path.as_posix()}"
        if path in written and not _is_page(path):
            yield Problem(name, 1, "", f"'{path.as_posix()}' is no name of a page; expected {AN_ID}")
        if path not in written and not all(map(_PUBLISHED.fullmatch, path.parts)):
            expected = "expected letters, digits, points, hyphens and underscores"
            yield Problem(name, 1, "", f"'{path.as_posix()}' cannot stand in an address; {expected}")
        try:
            if path in written:
                found = list(islice(_page_problems(read_text(folder / path, name), name, broken), MOST_TOLD + 1))
                yield from found[:MOST_TOLD]
                for more in found[MOST_TOLD:]:
                    yield Problem(
                        name, more.line, "", f"more than {MOST_TOLD} problems; expected these to be solved first"
                    )
            else:
                yield from _file_problems(folder / path, name)
        except DossierError as error:
            yield from error.problems
        for language in languages if path in written and len(path.parts) > 1 else ():
            twin = Path(language, *path.parts[1:])
            if twin not in written:
                yield Problem(name, 1, "", f"has no twin; expected {folder.name}/{twin.as_posix()} beside it")


def _is_page(path: Path) -> bool:
    """Whether a page's place can be part of addresses, as ids are; ``index`` is that of its folder."""
    return all(map(is_id, path.parts[:-1])) and (path.stem == "index" or is_id(path.stem))


def _file_problems(path: Path, name: str) -> Iterator[Problem]:
    """What is wrong with a file that is published as it is."""
    status(path, name)
    ending = path.suffix.lower()
    if ending in PAGES:
        yield Problem(name, 1, "", f"a page by its name; expected {' or '.join(PAGES)} in small letters")
    elif ending not in OPENED:
        expected = f"expected a page in Markdown, or a file that ends in one of {', '.join(OPENED)}"
        yield Problem(name, 1, "", f"might run without the policy of pages; {expected}")
    if ending == ".svg":
        yield from drawing_problems(read_text(path, name), name)


def _page_problems(text: str, name: str, broken: Broken) -> Iterator[Problem]:
    if too_long := list(_too_long(text, name)):
        yield from too_long
        return
    yield from _head_problems(text, name)
    read = _ESCAPED.sub(r"\1..", without_code(text))
    line_of = _counting(read)
    for line, words in _pieces(read, line_of):
        for message in (*broken(words), *misleading(_OUTWARD.sub(" ", words))):
            yield Problem(name, line, "", message)
    head = _HEAD.match(read)
    for position, message in _markup_problems(read, head.end() if head else 0):
        yield Problem(name, line_of(position), "", message)


def _too_long(text: str, name: str) -> Iterator[Problem]:
    """Paragraphs that nobody reads, on which Markdown would spend minutes: twice the letters take it four times as
    long."""
    line = 1
    for paragraph in _BETWEEN.split(text):
        if len(paragraph) > LONGEST_TEXT:
            found = f"{len(paragraph):,} letters without a blank line"
            yield Problem(name, line, "", f"{found}; expected {LONGEST_TEXT:,} at most")
        line += paragraph.count("\n")


def _counting(text: str) -> Callable[[int], int]:
    """The line on which a place of a text is."""
    ends = [found.start() for found in re.finditer("\n", text)]
    return lambda place: bisect_left(ends, place) + 1


def _markup_problems(text: str, start: int) -> Iterator[tuple[int, str]]:
    """What is wrong with the Markdown of a page from a place on, each with its place: it is a page's text, and no part
    of its frame."""
    for expression, message in (
        (_MARKUP, HTML),
        (_BROKEN_ADDRESS, "is an address with white space in it; expected one without"),
        (_OUTWARD_PICTURE, OUTWARD_PICTURE),
        (_EMPTY, EMPTY),
        (_LINK_IN_LINK, LINK_IN_LINK),
        (_REFERENCE_AS_ADDRESS, "is a reference for an address; expected [[kind/id|words]], or a page's file"),
        (_DEEP, f"is nested too deep; expected fewer than {DEEPEST} inside of one another"),
    ):
        for found in expression.finditer(text, start):
            yield found.start(), f"'{found[0][:MOST_QUOTED]}' {message}"
    for found in _LINKS.finditer(text, start):
        for message in misled(next(filter(None, found.groups()), "")):
            yield found.start(), message
    yield from _letter_problems(text, start)
    yield from _name_problems(text, start)
    lists = list(_BRACES.finditer(text, start))
    named = Counter(name for found in lists for name in _NAME.findall(found[1]))
    for found in lists:
        if _SETTING.search(found[1]):
            yield found.start(), f"'{found[0][:MOST_QUOTED]}' {ATTRIBUTE}"
        for name in _NAME.findall(found[1]):
            if named[name] > 1:
                yield found.start(), f"the id '{name}' stands twice; expected each once"


def _letter_problems(text: str, start: int) -> Iterator[tuple[int, str]]:
    """What is wrong with letters that are written by their names or numbers."""
    for found in _ENTITY.finditer(text, start):
        letter = html.unescape(found[0])
        if letter == found[0]:
            expected = "expected one such as &nbsp;, or a backslash before the sign"
            yield found.start(), f"'{letter[:MOST_QUOTED]}' is no letter that is known; {expected}"
        for message in unseen(letter):
            yield found.start(), message


def _name_problems(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Links whose addresses stand apart, under a name that another has."""
    defined = list(_DEFINED.finditer(text, start))
    times = Counter(found[1].lower() for found in defined)
    for found in defined:
        if times[found[1].lower()] > 1:
            yield found.start(), f"the link '{found[1][:MOST_QUOTED]}' is defined twice; expected once"


HTML = "is HTML; expected Markdown, or a backslash before the bracket"
ATTRIBUTE = "sets more than a class, a name or a language; expected one of these, or nothing"
OUTWARD_PICTURE = "is a picture of another host; expected one beside the page"
EMPTY = "is empty; expected words and an address"
LINK_IN_LINK = "is a link within a link; expected one"
"""What is said of Markdown that is no text of a page."""


def misled(written: str) -> Iterator[str]:
    """What is wrong with the address of a link, as a browser will read it."""
    address = _as_read(written)
    if _ADDRESS.match(address):
        try:
            _URL.validate_python(address)
        except ValidationError as error:
            yield f"'{address[:MOST_QUOTED]}': {plain(error.errors()[0]['msg'])}"


def is_outward_picture(written: str) -> bool:
    """Whether a picture would be fetched from elsewhere."""
    return bool(_ADDRESS.match(_as_read(written)))


def _as_read(address: str) -> str:
    """An address as a browser reads it, to which the two strokes are one (URL Standard, 4.4)."""
    return _LEFT_OUT.sub("", html.unescape(address)).replace("\\", "/")


MOST_TOLD = 100
"""So many problems of a page are told: nobody solves more of them at once."""


def _pieces(text: str, line_of: Callable[[int], int]) -> Iterator[tuple[int, str]]:
    """The pointers of a text, and the lines of what stands between them, each with its line."""
    end = 0
    for match in SYNTAX.finditer(text):
        yield from enumerate(text[end : match.start()].split("\n"), line_of(end))
        yield line_of(match.start()), match[0]
        end = match.end()
    yield from enumerate(text[end:].split("\n"), line_of(end))


def _head_problems(text: str, name: str) -> Iterator[Problem]:
    """What is wrong with the beginning of a page, which MkDocs would print if it could not read it."""
    head = _HEAD.match(text)
    if head is None:
        if text.startswith("---"):
            yield Problem(name, 1, "", "expected the head of the page to end in a line of ---")
        elif _STARTS.match(text):
            yield Problem(name, 1, "", "expected the head of the page on its first line")
        return
    if _STARTS.match(text, head.end()):
        yield Problem(name, text.count("\n", 0, head.end()) + 1, "", "begins like a second head; expected one")
    try:
        document = understood(f"\n{head[1] or ''}", name)
    except DossierError as error:
        yield from error.problems
        return
    meant = yaml.safe_load(head[1] or "")  # as MkDocs reads it: a day, a number or yes is no text
    for field, value in meant.items():
        for message in _field_problems(field, value, WRITTEN.get(Path(name).parts[1])):
            yield document.problem((field,), message)


def _field_problems(field: str, value: object, written: Callable[[str], object] | None) -> Iterator[str]:
    if field not in FIELDS:
        yield f"unknown field; expected one of {', '.join(FIELDS)}"
    elif field == "hide":
        if not (isinstance(value, list) and set(map(str, value)) <= HIDDEN):
            yield f"expected a list of {', '.join(sorted(HIDDEN))}, found {value!r}"
    elif not (isinstance(value, str) and value.strip() and "\n" not in value.strip()):
        yield f"expected words, found {value!r}"
    elif made := _MADE.search(value):
        yield f"'{made[0]}' would be printed, since nothing is made of it here; expected plain words"
    elif written:
        try:
            written(value)
        except ValueError as error:
            yield str(error)
