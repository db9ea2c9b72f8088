"""Evidence: what is stated is no surer than its sources are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ...record.chip import Chip
from ...record.claim import Finding
from ...record.conflict import Conflict, ConflictSide
from ...record.event import Event
from ...record.fields import SourceId
from ...record.question import Question
from ...record.rule import Rule
from ...record.shared import Level, Record, Standing
from ...record.source import ESTIMATING, OFFICIAL, OWN, Source, SourceKind, best_read, thin
from ...record.version import Version
from ..derivation import roots
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading
from .effects import ANNOUNCED


def overconfidence(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A finding, an event or an answer is held for surer than the best of its sources that was read allows."""
    for location, part in record.parts:
        if not isinstance(part, Finding | Event | Question):
            continue
        sources = reading.sources(_grounds(reading, part))
        if sources is None:
            continue
        if part.confidence is not Level.low and thin(sources):
            found = best_read(sources)
            why = f"the best that was read is a {found.kind}" if found else "none of the sources was read"
            yield document.problem(
                (*location, "confidence"),
                f"'{part.confidence}', but {why}; expected low, or a source of another kind that was read in part",
            )


def _grounds(reading: Reading, part: Finding | Event | Question) -> tuple[SourceId, ...]:
    """The sources of a finding, an event or an answer, and those of the rules on which it rests."""
    rules = () if isinstance(part, Event) else part.rules
    found = (reading.dossier.find(Rule.folder, rule) for rule in rules)
    return (*part.sources, *(source for rule in found if isinstance(rule, Rule) for source in rule.sources))


def verified_unread(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """Something is verified by texts of which none was read; only of a chip may others quote its maker."""
    for location, part in record.parts:
        if vars(part).get("standing") is not Standing.verified:
            continue
        sources = reading.sources(getattr(part, "sources", ()))
        if sources and not any(source.was_read or _is_quoted_maker(record, source) for source in sources):
            yield document.problem(
                (*location, "standing"),
                f"'{Standing.verified}', but none of the sources was read; expected '{Standing.reported}', or a source "
                "that was read in part",
            )


def read_by_nobody(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """The law was read to a day for what nobody verified, or rests on no text of law that was read; what has no text in
    the law is for other checks."""
    if not isinstance(record, Rule | Version) or not record.law_read_to:
        return
    if isinstance(record, Rule) and (record.pending or record.unpublished or record.instrument in ANNOUNCED):
        return
    text = (record.text,) if isinstance(record, Rule) and record.text else ()
    sources = reading.sources((*text, *record.sources))
    if record.standing is Standing.unverified:
        yield document.problem(
            ("law_read_to",), f"{record.law_read_to}, but '{record.standing}'; expected another standing, or none"
        )
    elif sources and not any(source.was_read and source.kind in LEGAL for source in sources):
        yield document.problem(
            ("law_read_to",),
            f"{record.law_read_to}, but no text of law among the sources was read; expected one, or none",
        )


LEGAL = (*OFFICIAL, SourceKind.translation)
"""Kinds of sources in which the law is read."""


def _is_quoted_maker(record: Record, source: Source) -> bool:
    return isinstance(record, Chip) and source.kind in OWN and source.publisher == record.vendor


def shared_estimates(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """Two sides of a conflict rest on one and the same estimate, whatever else they name, and so do not disagree about
    it."""
    if not isinstance(record, Conflict):
        return
    behind = [_estimates(reading, side) for side in record.sides]
    for (one, first), (other, second) in combinations(enumerate(behind), 2):
        if shared := first & second:
            ids = ", ".join(f"'{id}'" for id in sorted(shared))
            yield document.problem(
                ("sides", other, "sources"),
                f"rests on {ids}, as side {one} does; expected sides that do not share one estimate",
            )


def _estimates(reading: Reading, side: ConflictSide) -> set[SourceId]:
    """The estimates in which a side begins: research and databases with nothing behind them."""
    found = (reading.dossier.find(Event.folder, id) for id in side.events)
    events = tuple(event for event in found if isinstance(event, Event))
    grounds: Sequence[ConflictSide | Event] = [side] if side.sources else events
    behind = {id for ground in grounds for id in roots(reading.parents, ground.sources, ground.taken_from)}
    return {id for id in behind if (source := reading.source(id)) and source.kind in ESTIMATING}
