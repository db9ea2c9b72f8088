"""What would change our mind: where the evidence is thin, much hangs on little, or nobody has looked for long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from ..provenance.evidence import Evidence, evidence
from ..reading.dossier import Dossier
from ..record.actor import Actor
from ..record.chip import Chip
from ..record.claim import Claim
from ..record.conclusion import Conclusion
from ..record.conflict import Conflict
from ..record.event import Event
from ..record.fields import Day, PartialDate, SourceId
from ..record.question import Question
from ..record.rule import Rule
from ..record.shared import Level, Record
from ..record.source import OFFICIAL, OWN, Read, Source, SourceKind, thin
from ..record.step import Step
from ..record.version import Version
from .view import View

LOOK_AGAIN = timedelta(days=180)
"""After so many days, counted to the day to which the record is current, a fact is due to be looked at again."""

FIRST_HAND = (*OFFICIAL, SourceKind.statement, *OWN, SourceKind.newsroom)
"""Kinds of texts whose authors were there, or asked those who were."""


REREAD = Day("2026-11-26")
"""The day by which every fact had last been compared with its sources, by somebody who had not written it. Whoever has
read all of them again enters the day here."""

FACTS: tuple[type[Record], ...] = (Claim, Conclusion, Question, Actor, Chip, Rule, Version, Event, Conflict, Step)
"""Kinds that state facts."""


@dataclass(frozen=True)
class Counted:
    """A record, and how many others hang on it."""

    record: Record
    count: int


@dataclass(frozen=True)
class Looked:
    """A record, and the day on which it was last looked at."""

    record: Record
    day: PartialDate


@dataclass(frozen=True)
class Doubts:
    """The lists of an editor's desk, the most pressing of each first."""

    second_hand: tuple[Claim, ...]
    """Claims of whose finding no official text, no company's own and no press report was read."""
    stakes: tuple[Counted, ...]
    """Claims and events of thin evidence, by how many answers, conclusions and claims hang on them."""
    unread: tuple[Counted, ...]
    """Sources not read on which something rests, by how many records name them."""
    unread_besides: int
    """How many more were not read, on which nothing rests: other sources alone name them, or none."""
    expected: tuple[Event, ...]
    due: tuple[Looked, ...]
    """Records that were last looked at too long ago, the oldest first."""
    reread: Day
    """The day that counts where a record has none of its own."""


def doubts(view: View) -> Doubts:
    dossier = view.dossier
    found = {claim.id: evidence(dossier, claim.finding) for claim in dossier.all(Claim)}
    stakes = [
        Counted(record, sum(len(dossier.citing(record, kind)) for kind in (Question, Conclusion, Claim)))
        for record in (
            *(claim for claim in dossier.all(Claim) if _thin(claim.finding.confidence, found[claim.id])),
            *(event for event in dossier.all(Event) if _thin(event.confidence, evidence(dossier, event))),
        )
    ]
    unread = [
        Counted(source, sum(len(records) for kind, records in dossier.cited_by(source) if kind is not Source))
        for source in dossier.all(Source)
        if source.read is Read.none
    ]
    named = _most_first(unread)
    looked = [Looked(record, _last_look(dossier, record)) for kind in FACTS for record in dossier.all(kind)]
    limit = dossier.current_to.first_day - LOOK_AGAIN
    return Doubts(
        tuple(claim for claim in dossier.all(Claim) if not _first_hand(found[claim.id])),
        _most_first(stakes),
        named,
        len(unread) - len(named),
        tuple(event for event in dossier.all(Event) if event.expected),
        tuple(sorted((one for one in looked if one.day.last_day < limit), key=lambda one: one.day)),
        REREAD,
    )


def _last_look(dossier: Dossier, record: Record) -> PartialDate:
    """The day of a record's own last look; without one the last on which all were read again, or the date of its newest
    source, since it was looked at when that came in."""
    if record.looked_at:
        return record.looked_at
    sources = (dossier.find(Source.folder, id) for _, id in record.references if isinstance(id, SourceId))
    return max([REREAD, *(source.date for source in sources if isinstance(source, Source) and source.date)])


def _first_hand(found: Evidence | None) -> bool:
    return found is not None and found.best is not None and found.best.kind in FIRST_HAND


def _thin(confidence: Level, found: Evidence | None) -> bool:
    """Whether a judgement is held for unsure, or nothing that was read carries more."""
    return confidence is Level.low or found is None or thin(found.sources)


def _most_first(counted: list[Counted]) -> tuple[Counted, ...]:
    """Those on which something hangs, by how much."""
    return tuple(sorted((one for one in counted if one.count), key=lambda one: -one.count))
