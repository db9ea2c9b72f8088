"""What the search knows: an entry for each record that it finds, and for each section of a page of prose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup, escape

from ..reading.code import divided
from ..record.claim import Claim
from ..record.fields import Text
from ..record.shared import Record
from ..wording.spelling import Spelling
from .view import View

PROSE = "page"
"""The kind of an entry that is no record."""

NAMED = 4.0
"""What a title or a name of one word weighs; one of n words weighs the square root of n less, for each of its words."""

NAMED_IN_OTHER = 2.0
"""What a title in the other language weighs, for readers who paste one."""

LEAD, REST = 0.5, 0.2
"""What a word of the sentence under a title weighs, and one of all other texts."""

WHOLE_NAME = 10.0
"""What it weighs that a query is a name from its first word to its last."""

SHORT = 4
"""So many words make a whole name at most."""

SCALE, LEAST, MOST = 0.4, 1 / 24, 10.0
"""The search library takes weights from 1/24 to 10, and for the greater ones each more counts for less."""

OFTEN_MEANT = 0.5
"""From what weight on the words of a title are among those that a misspelt word may mean."""

HEADING = re.compile(r"^#{1,3} +(?P<words>.*?) *\{ *#(?P<anchor>[\w-]+)[^}]*\} *$", re.MULTILINE)
NO_PROSE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{ *[.#:][^}]*\}|(?<=\])\([^)]*\)|^\|? *-[-| :]*$", re.DOTALL | re.MULTILINE
)
"""What stands in a page of prose beside its words: calls, attributes, the targets of links, the rules of tables."""

_LETTER = re.compile(r"[^\n]")


@dataclass(frozen=True)
class Entry:
    """One thing that the search finds, in one language."""

    address: str
    """Below the root of the language."""
    kind: str
    title: str
    lead: str
    date: str
    """Written out; empty if there is none."""
    judged: str
    """How it stands, in the words of the language; empty if nothing says it."""
    mark: str
    """The classes of the badge that says so: ``verdict contradicted``."""
    names: tuple[str, ...]
    """Whose words a reader may have misspelt."""
    weights: Mapping[float, tuple[str, ...]]
    """The words by which it is found, by what they weigh, the heaviest first."""


def record_entry(view: View, spelling: Spelling, record: Record) -> Entry:
    """The entry of a record that has a weight in the search."""
    assert record.search_weight, f"{record.folder} are not found"
    title, lead = view.heading(record), view.plain(record.description)
    told = {written(view, record.caption), written(view, record.description)}
    rest = {
        view.plain(text) for location, text in record.texts if location[-1] == view.language.code and text not in told
    }
    group, _, mark = (record.judged or "").partition(".")
    facets = {"kind": record.folder, group: mark} | ({"topic": record.topic} if isinstance(record, Claim) else {})
    return Entry(
        record.address,
        record.folder,
        title,
        "" if lead == title else lead,
        view.language.day(record.dated) if record.dated else "",
        view.language.string(record.judged) if record.judged else "",
        f"{group} {mark}".strip(),
        (title, *record.names) if record.search_weight >= OFTEN_MEANT else record.names,
        weighed(spelling, record.search_weight, (title, *record.names), view.other.heading(record), lead, rest, facets),
    )


def prose_entries(
    view: View, spelling: Spelling, address: str, title: str, description: str, page: str
) -> Iterator[Entry]:
    """The entries of a page of prose: the page itself down to its second heading, and each section with an anchor."""
    headings = list(HEADING.finditer(_covered(page)))
    starts, ends = [heading.end() for heading in headings], [heading.start() for heading in headings[1:]]
    bodies = [page[start:end] for start, end in zip(starts or [0], [*ends, len(page)], strict=True)]
    anchors = ["", *(heading["anchor"] for heading in headings[1:])]
    told = [page[slice(*heading.span("words"))] for heading in headings]
    names = [(title, *told[:1]), *((words,) for words in told[1:])]
    for anchor, called, body in zip(anchors, names, bodies, strict=True):
        named = tuple(_plain(view, words) for words in called)
        text = _plain(view, body)
        lead = text if anchor else description
        yield Entry(
            f"{address}#{anchor}" if anchor else address,
            PROSE,
            named[0],
            lead,
            "",
            "",
            "",
            named,
            weighed(spelling, 1, named, "", lead, {text}, {"kind": PROSE}),
        )


def _covered(page: str) -> str:
    """A page, sign for sign, in which no code can be taken for a heading."""
    return "".join(_LETTER.sub("`", piece) if is_code else piece for piece, is_code in divided(page))


def _plain(view: View, markdown: str) -> str:
    """The words of a page or a part of it; what is code stands as it is."""
    pieces = (escape(piece) if is_code else view.text(NO_PROSE.sub(" ", piece)) for piece, is_code in divided(markdown))
    return Markup().join(pieces).striptags()


def written(view: View, text: Text | str) -> str:
    """A text as its record has it, in the language of the view."""
    return text[view.language.code] if isinstance(text, Text) else text


def weighed(
    spelling: Spelling,
    weight: float,
    names: tuple[str, ...],
    other: str,
    lead: str,
    rest: Iterable[str],
    facets: Mapping[str, str],
) -> dict[float, tuple[str, ...]]:
    """The words of an entry by their weight: a word weighs what it weighs where it weighs most."""
    found: dict[str, float] = {}

    def add(words: Iterable[str], weight: float) -> None:
        for word in words:
            found[word] = max(weight, found.get(word, 0))

    for name, named in (*((name, NAMED) for name in names), (other, NAMED_IN_OTHER)):
        words = spelling.words(name)
        add(words, named / sqrt(len(set(words)) or 1))
        if 0 < len(words) <= SHORT:
            add([spelling.whole(words)], WHOLE_NAME)
    add(spelling.words(lead), LEAD)
    for text in rest:
        add(spelling.words(text), REST)
    grouped = defaultdict(list)
    for word, part in found.items():
        grouped[min(MOST, max(LEAST, round(part * weight * SCALE / LEAST) * LEAST))].append(word)
    grouped[0].extend(spelling.facet(name, value) for name, value in facets.items() if value)
    return {heavy: tuple(sorted(grouped[heavy])) for heavy in sorted(grouped, reverse=True)}
