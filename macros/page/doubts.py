"""What would change our mind: where the evidence is thin, much hangs on little, or nobody has looked for long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from ..provenance.evidence import Evidence, evidence
from ..record.actor import Actor
from ..record.chip import Chip
from ..record.claim import Claim
from ..record.conclusion import Conclusion
from ..record.conflict import Conflict
from ..record.event import Event
from ..record.kinds import KINDS
from ..record.question import Question
from ..record.rule import Rule
from ..record.shared import Level, Record
from ..record.source import OFFICIAL, OWN, Read, Source, SourceKind, thin
from ..record.step import Step
from .view import View

LOOK_AGAIN = timedelta(days=180)
"""After so many days, counted to the day to which the record is current, a fact is due to be looked at again."""

FIRST_HAND = (*OFFICIAL, SourceKind.statement, *OWN, SourceKind.newsroom)
"""Kinds of texts whose authors were there, or asked those who were."""


FACTS: tuple[type[Record], ...] = (Actor, Chip, Rule, Event, Conflict, Step)
"""Kinds that state facts beside the findings."""


@dataclass(frozen=True)
class Counted:
    """A record, and how many others hang on it."""

    record: Record
    count: int


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
    due: tuple[Record, ...]
    """Records that were last looked at too long ago, the oldest first."""
    undated: tuple[tuple[type[Record], int], ...]
    """How many records of a kind of facts do not say when they were last looked at."""


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
    every = [record for kind in KINDS for record in dossier.all(kind)]
    limit = dossier.current_to.first_day - LOOK_AGAIN
    due = [(record.looked_at, record) for record in every if record.looked_at and record.looked_at.first_day < limit]
    undated = ((kind, sum(record.looked_at is None for record in dossier.all(kind))) for kind in FACTS)
    return Doubts(
        tuple(claim for claim in dossier.all(Claim) if not _first_hand(found[claim.id])),
        _most_first(stakes),
        named,
        len(unread) - len(named),
        tuple(event for event in dossier.all(Event) if event.expected),
        tuple(record for _, record in sorted(due, key=lambda looked: looked[0])),
        tuple((kind, count) for kind, count in undated if count),
    )


def _first_hand(found: Evidence | None) -> bool:
    return found is not None and found.best is not None and found.best.kind in FIRST_HAND


def _thin(confidence: Level, found: Evidence | None) -> bool:
    """Whether a judgement is held for unsure, or nothing that was read carries more."""
    return confidence is Level.low or found is None or thin(found.sources)


def _most_first(counted: list[Counted]) -> tuple[Counted, ...]:
    """Those on which something hangs, by how much."""
    return tuple(sorted((one for one in counted if one.count), key=lambda one: -one.count))
