"""Stories: a statement that rests on a source that retells several says from which of them it was taken."""

from __future__ import annotations

from collections.abc import Iterator

from ...record.claim import Report
from ...record.fields import SourceId
from ...record.shared import Record
from ...record.walking import Location
from ..derivation import divides, reached, undecided
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading


def untold_stories(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A source retells several stories, and what rests on it does not say which of them it was taken from. Nothing is
    said where a source on the way could not be read."""
    for location, part in record.parts:
        named = vars(part).get("taken_from")  # most parts have none, which getattr takes long to find
        sources = (part.source,) if isinstance(part, Report) else getattr(part, "sources", ())
        if isinstance(part, Report):
            untold = named is None and divides(reading.parents, part.source)
            found = [document.problem((*location, "source"), _untold(reading, part.source))] if untold else []
        else:
            found = [] if named is None else [*_undecided(reading, document, location, sources, named)]
        if found and all(reading.source(id) for id in reached(reading.parents, (*sources, *(named or ())))):
            yield from found


def _undecided(
    reading: Reading, document: Document, location: Location, sources: tuple[SourceId, ...], named: tuple[SourceId, ...]
) -> Iterator[Problem]:
    for index, id in enumerate(sources):
        for source in undecided(reading.parents, id, named):
            yield document.problem((*location, "sources", index), _untold(reading, source))
    several = [id for id in reached(reading.parents, sources) if divides(reading.parents, id)]
    choice = reached(reading.parents, several)
    for index, id in enumerate(named):
        place, retold = (*location, "taken_from", index), reading.parents(id)
        if id not in choice and not (id in sources and retold):
            expected = f"expected one of {', '.join(choice)}" if choice else "expected none"
            yield document.problem(place, f"'{id}' is not among several that a source retells; {expected}")
        elif id not in sources and retold and not divides(reading.parents, id):
            yield document.problem(
                place, f"'{id}' has it from elsewhere; expected what it retells, {', '.join(retold)}"
            )


def _untold(reading: Reading, source: SourceId) -> str:
    told = ", ".join(reading.parents(source))
    return (
        f"'{source}' retells {told}; expected taken_from with those from which this was taken, "
        f"or with '{source}' for words of its own"
    )
