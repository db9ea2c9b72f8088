"""The small syntax by which a text points at records and figures.

``[[kind/id]]``                          a link that shows the record's name
``[[kind/id|words]]``                    a link that shows these words (``\\|`` in a table of a page)
``[[chips/ID:memory_bandwidth]]``        a figure of a chip, published or computed (``performance_density``)
``[[chips/ID:memory_bandwidth/OTHER]]``  the ratio of the chip's figure to the other chip's
``[[rules/ID:effective]]``               a date of a record: ``published``, ``effective``, ``date``, ``announced``
``[[rules/ID:rate]]``                    the rate of a duty, in per cent
``[[rules/ID:memory_bandwidth:below]]``  a threshold; of several groups, ``[[rules/ID:PARAGRAPH:quantity:bound]]``

A pointer is resolved when the data is read, so a text cannot name a figure that no record holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SYNTAX = re.compile(r"\[\[([^\[\]\n]*(?:\n[^\[\]\n]*)?)\]\]")
_POINTER = re.compile(
    r"(?P<folder>[a-z]+)/(?P<id>[a-z0-9-]+)(?::(?P<field>[^|\\]+))?(?:\\?\|(?P<words>.+))?", re.DOTALL
)
BRACKETS = re.compile(r"\[\[|\]\]")
_BRACKET = re.compile(r"\[\[?|\]\]?")


class BrokenPointer(ValueError):
    """A text points at something that the dossier does not hold."""


@dataclass(frozen=True)
class Pointer:
    """What ``[[…]]`` says: a record, and perhaps one of its fields or the words to show."""

    folder: str
    id: str
    field: str | None = None
    words: str | None = None


def parse(inside: str) -> Pointer:
    """The pointer between the brackets. Raises BrokenPointer if it is not in the syntax."""
    match = _POINTER.fullmatch(inside)
    wordless = match and match["words"] and not any(map(str.isalnum, match["words"]))
    if not match or wordless or (match["field"] and match["words"]):
        raise BrokenPointer(
            f"'[[{inside}]]' is no reference; expected [[kind/id]], [[kind/id|words]] or [[kind/id:field]]"
        )
    return Pointer(**match.groupdict())


def pointers(text: str) -> Iterator[Pointer]:
    """All pointers of a text, in order. Raises BrokenPointer for one that is not in the syntax, and for brackets that
    belong to none."""
    if not BRACKETS.search(text):
        return  # as most texts
    for match in SYNTAX.finditer(text):
        yield parse(match[1])
    depth = 0
    for bracket in _BRACKET.findall(SYNTAX.sub("", text)):
        depth += len(bracket) if bracket[0] == "[" else -len(bracket)
        if bracket == "[[" or (bracket == "]]" and depth < 0):
            raise BrokenPointer(f"'{bracket}' without its other half; expected [[kind/id]]")
        depth = max(0, depth)
