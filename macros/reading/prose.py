"""The pages of prose, as far as they can be judged before they are made: their text, their head, their twin in the
other language, and where their pointers lead."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from ..record.fields import AN_ID, Url, arabic, english, is_id
from ..record.letters import misleading
from .files import PAGES, below, read_text, status, unseen
from .messages import plain
from .pointers import SYNTAX
from .problems import DossierError, Problem
from .yaml_file import understood

FIELDS = ("title", "description", "hide")
"""What stands in the head of a page."""

HIDDEN = {"navigation", "path", "toc"}
"""What a page may hide of its frame."""

RUN = (".htm", ".html", ".js", ".mjs", ".php", ".shtml", ".wasm", ".xht", ".xhtml")
"""Names of what a browser or a host would run as it is, without the policy that pages have."""

_RUNS = re.compile(r"<script|\son\w+\s*=|javascript:|<foreignObject", re.IGNORECASE)
"""What of a drawing (SVG) a browser would run that opens it by itself."""

_HEAD = re.compile(r"---[ \t]*\n(.*?\n)?(---|\.\.\.)[ \t]*(\n|\Z)", re.DOTALL)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:.|\n)+?(?<!`)\1(?!`)|(?<=\n\n)(?: {4}|\t).*(?:\n+(?: {4}|\t).*)*")
"""Code within lines or between fences, and blocks set in."""

_MARKUP = re.compile(r"<(?!a href=\"[^\"<>]*\">|/a>|https?:[^\s<>]*>)(?:/?[a-zA-Z]|[!?])[^\s<>]*>?")
"""HTML, but for links: those that lead to a part of a page that no Markdown of it has."""

_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*(?<![\w-])(?!(?:lang|dir)=)[\w-]+\s*=[^{}\n]*\}")
"""Attributes of a heading, a link or a picture, which could lead elsewhere or run something; not its language."""

_BROKEN_ADDRESS = re.compile(
    r"\]\(\s*[^\s()<>\"']+\s+[^\s()\"'][^()\"']*\)|\]\(\s*<[^<>\n]*\s[^<>]*>|\]\([^()\"'\n]*\t[^()\"'\n]*\("
)
"""Addresses with white space within, which browsers leave out: what follows is read as one word."""

_LINKS = re.compile(
    r"\]\(\s*<?([^\s)>]*)|^ {0,3}\[[^\[\]]+\]:\s*<?([^\s>]+)|<(https?:[^\s<>]*)>|<a href=\"([^\"<>]*)\">", re.MULTILINE
)
"""Where the links of a page lead, in every form that they have."""

_ADDRESS = re.compile(r"[a-zA-Z][\w+.-]*:|//")
_OUTWARD_PICTURE = re.compile(r"!\[[^\[\]]*\]\(\s*<?(?:[a-zA-Z][\w+.-]*:|//)[^\s)>]*")
_EMPTY = re.compile(r"\[\s*\]\(|\]\(\s*\)|^#+[ \t]*$", re.MULTILINE)
_LINK_IN_LINK = re.compile(r"\[[^\[\]]*\[\[[^\[\]]*\]\][^\[\]]*\]\(")
_ENTITY = re.compile(r"&(?:#\w+|\w+);")
_NAMED = re.compile(r"\{:?[^{}\n]*#([\w-]+)[^{}\n]*\}")

DEEPEST = 20
_DEEP = re.compile(
    rf"(?:\[[^\[\]]*){{{DEEPEST}}}|(?:\([^()]*){{{DEEPEST}}}|^(?:[ \t]*[>*+-]){{{DEEPEST},}}+(?!\s*$)", re.MULTILINE
)
"""Brackets and quotations inside of one another: Markdown looks at each of them again and again."""

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
    found = [path.relative_to(folder) for path in below(folder)]
    written = {path for path in found if path.name.endswith(PAGES)}
    languages = sorted({path.parts[0] for path in written if len(path.parts) > 1})
    for path in found:
        name = f"{folder.name}/{path.as_posix()}"
        if path in written and not _is_page(path):
            yield Problem(name, 1, "", f"'{path.as_posix()}' is no name of a page; expected {AN_ID}")
        try:
            if path in written:
                yield from _page_problems(read_text(folder / path, name), name, broken)
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
    if ending in RUN:
        yield Problem(name, 1, "", "would run without the policy of pages; expected a page in Markdown, or a picture")
    if ending in PAGES:
        yield Problem(name, 1, "", f"a page by its name; expected {' or '.join(PAGES)} in small letters")
    if ending == ".svg" and _RUNS.search(read_text(path, name)):
        yield Problem(name, 1, "", "a drawing with a script in it; expected one without")


def _page_problems(text: str, name: str, broken: Broken) -> Iterator[Problem]:
    yield from _head_problems(text, name)
    read = _CODE.sub(lambda code: "\n" * code[0].count("\n"), text)
    for line, words in _pieces(read):
        for message in (*broken(words), *misleading(words)):
            yield Problem(name, line, "", message)
    head = _HEAD.match(read)
    for position, message in _markup_problems(read, head.end() if head else 0):
        yield Problem(name, read.count("\n", 0, position) + 1, "", message)


def _markup_problems(text: str, start: int) -> Iterator[tuple[int, str]]:
    """What is wrong with the Markdown of a page from a place on, each with its place: it is a page's text, and no part
    of its frame."""
    for expression, message in (
        (_MARKUP, "is HTML; expected Markdown"),
        (_ATTRIBUTES, "sets more than a class, a name or a language; expected one of these, or nothing"),
        (_BROKEN_ADDRESS, "is an address with white space in it; expected one without"),
        (_OUTWARD_PICTURE, "is a picture of another host; expected one beside the page"),
        (_EMPTY, "is empty; expected words and an address"),
        (_LINK_IN_LINK, "is a link within a link; expected one"),
        (_DEEP, f"is nested too deep; expected fewer than {DEEPEST} inside of one another"),
    ):
        for found in expression.finditer(text, start):
            yield found.start(), f"'{found[0][:MOST_QUOTED]}' {message}"
    for found in _LINKS.finditer(text, start):
        target = html.unescape(next(filter(None, found.groups()), "")).replace("\t", "").strip()
        if _ADDRESS.match(target):
            try:
                _URL.validate_python(target)
            except ValidationError as error:
                yield found.start(), f"'{target[:MOST_QUOTED]}': {plain(error.errors()[0]['msg'])}"
    for found in _ENTITY.finditer(text, start):
        for message in unseen(html.unescape(found[0])):
            yield found.start(), message
    named = Counter(_NAMED.findall(text, start))
    for found in _NAMED.finditer(text, start):
        if named[found[1]] > 1:
            yield found.start(), f"the id '{found[1]}' stands twice; expected each once"


MOST_QUOTED = 60
"""So many letters of a page a message quotes."""


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The pointers of a text, and the lines of what stands between them, each with its line."""
    end = 0
    for match in SYNTAX.finditer(text):
        yield from _lines(text, end, match.start())
        yield text.count("\n", 0, match.start()) + 1, match[0]
        end = match.end()
    yield from _lines(text, end, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    yield from enumerate(text[start:end].split("\n"), text.count("\n", 0, start) + 1)


def _head_problems(text: str, name: str) -> Iterator[Problem]:
    """What is wrong with the fields at the beginning of a page, which MkDocs would print if it could not read them."""
    if not text.startswith("---"):
        return
    head = _HEAD.match(text)
    if head is None:
        yield Problem(name, 1, "", "expected the head of the page to end in a line of ---")
        return
    try:
        document = understood(f"\n{head[1] or ''}", name)
    except DossierError as error:
        yield from error.problems
        return
    meant = yaml.safe_load(head[1] or "")  # as MkDocs reads it: a day, a number or yes is no text
    for field, value in meant.items():
        if field not in FIELDS:
            yield document.problem((field,), f"unknown field; expected one of {', '.join(FIELDS)}")
        elif field == "hide" and not (isinstance(value, list) and set(map(str, value)) <= HIDDEN):
            yield document.problem((field,), f"expected a list of {', '.join(sorted(HIDDEN))}, found {value!r}")
        elif field != "hide" and not (isinstance(value, str) and value.strip() and "\n" not in value.strip()):
            yield document.problem((field,), f"expected words, found {value!r}")
        elif field != "hide" and (written := WRITTEN.get(Path(name).parts[1])):
            try:
                written(value)
            except ValueError as error:
                yield document.problem((field,), str(error))
