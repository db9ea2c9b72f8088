"""What changed and when, made from what the records themselves say: dated findings, answers, corrections and events."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from ..reading.dossier import Dossier
from ..record.claim import Claim
from ..record.correction import Correction
from ..record.event import Event
from ..record.fields import PartialDate, Text
from ..record.question import Question
from ..record.shared import Record


class ChangeKind(StrEnum):
    """What a change is, in the order in which a day lists them."""

    corrected = "corrected"
    found = "found"
    answered = "answered"
    happened = "happened"


@dataclass(frozen=True)
class Change:
    """One thing that was found, corrected or answered by this dossier, or that happened, on a date."""

    date: PartialDate
    kind: ChangeKind
    record: Record
    text: Text
    judged: str | None = None
    """How it was judged, as an interface string."""

    @property
    def address(self) -> str:
        """Where it is told, below the root of a language."""
        return self.record.address


def changes(dossier: Dossier) -> tuple[Change, ...]:
    """All changes, newest first; of one date those of this dossier first. What is only expected has not happened."""
    found = [
        Change(finding.date, ChangeKind.found, claim, finding.note, f"verdict.{finding.verdict}")
        for claim in dossier.all(Claim)
        for finding in claim.findings
    ]
    found += [
        Change(question.date, ChangeKind.answered, question, question.answer, f"settled.{question.settled}")
        for question in dossier.all(Question)
    ]
    found += [
        Change(correction.date, ChangeKind.corrected, correction, correction.stands)
        for correction in dossier.all(Correction)
    ]
    found += [
        Change(event.date, ChangeKind.happened, event, event.summary)
        for event in dossier.all(Event)
        if not event.expected
    ]
    order = list(ChangeKind)
    found.sort(key=lambda change: order.index(change.kind))
    return tuple(sorted(found, key=lambda change: change.date, reverse=True))


@dataclass(frozen=True)
class ChangedOn:
    """What changed on one date, by kind."""

    date: PartialDate
    kinds: dict[ChangeKind, tuple[Change, ...]]


def by_date(found: tuple[Change, ...]) -> tuple[ChangedOn, ...]:
    """Changes under their dates, in their order."""
    dated = ((date, tuple(of)) for date, of in groupby(found, key=lambda change: change.date))
    return tuple(
        ChangedOn(date, {kind: tuple(made) for kind, made in groupby(of, key=lambda change: change.kind)})
        for date, of in dated
    )


FEEDS: dict[str, frozenset[ChangeKind]] = {
    "feed": frozenset(ChangeKind),
    "findings": frozenset(ChangeKind) - {ChangeKind.happened},
    "events": frozenset({ChangeKind.happened}),
}
"""The feeds to which a reader can subscribe, each with the kinds of change that belong to it."""


def feed_address(name: str, language: str) -> str:
    """The address of a feed below the root of the site."""
    return f"{language}/{name}.xml"


def calendar_address(language: str) -> str:
    """The address of the calendar of expected dates below the root of the site."""
    return f"{language}/dates.ics"
