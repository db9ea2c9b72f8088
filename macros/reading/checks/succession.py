"""Succession: what replaces, confirms or follows another thing is not the earlier of the two."""

from __future__ import annotations

from collections.abc import Iterator

from ...record.claim import Claim, LaterStatus
from ...record.event import Event
from ...record.event import EventRelationType as Type
from ...record.rule import Rule
from ...record.shared import Record, Verdict
from ...record.version import Version
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading
from .effects import ANNOUNCED

EARLIER = (
    *(Type.follows, Type.supersedes, Type.confirms, Type.confirms_in_part),
    *(Type.contradicts, Type.extends, Type.clarifies),
)
LATER = (
    *(Type.followed_by, Type.superseded_by, Type.confirmed_by, Type.confirmed_in_part_by),
    *(Type.contradicted_by, Type.leads_to),
)
"""Relations to an event that is not the later of the two, and to one that is not the earlier."""

JUDGING = (Type.confirms, Type.confirms_in_part, Type.contradicts, Type.supersedes)
"""What only an event does that has come."""

JUDGED = (Type.confirmed_by, Type.confirmed_in_part_by, Type.contradicted_by, Type.superseded_by)
"""The same, as the other event tells it."""


def replaced_by_older(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A rule is replaced by one that is older, by what both of their dates say."""
    if isinstance(record, Rule) and record.dated:
        for index, id in enumerate(record.replaced_by):
            other = reading.dossier.find(Rule.folder, id)
            if isinstance(other, Rule) and other.dated and other.dated.before(record.dated):
                yield document.problem(
                    ("replaced_by", index),
                    f"'{id}' is of {other.dated}, before this rule's {record.dated}; expected a later one",
                )


def replaced_abroad(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A rule is replaced by one of another government."""
    for index, id in enumerate(record.replaced_by if isinstance(record, Rule) else ()):
        other = reading.dossier.find(Rule.folder, id)
        if isinstance(record, Rule) and isinstance(other, Rule) and other.jurisdiction != record.jurisdiction:
            yield document.problem(
                ("replaced_by", index), f"'{id}' is of {other.jurisdiction}; expected a rule of {record.jurisdiction}"
            )


def replaced_by_no_law(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """What changes the law is replaced by what does not: an announcement, or a bill that is not law."""
    if not isinstance(record, Rule) or record.instrument in ANNOUNCED:
        return
    for index, id in enumerate(record.replaced_by):
        other = reading.dossier.find(Rule.folder, id)
        if isinstance(other, Rule) and (other.pending or other.instrument in ANNOUNCED):
            yield document.problem(
                ("replaced_by", index), f"'{id}' ({other.instrument}) changes no law; expected one that does"
            )


def later_before(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """What became of a claim after the article happened before it, or is only expected."""
    article = reading.article_from
    for index, id in enumerate(record.later.events if isinstance(record, Claim) else ()):
        event = reading.dossier.find(Event.folder, id)
        place = ("later", "events", index)
        if isinstance(event, Event) and article and event.date.before(article):
            yield document.problem(place, f"'{id}' is of {event.date}, before the article; expected a later event")
        if isinstance(event, Event) and event.expected:
            yield document.problem(place, f"'{id}' is only expected; expected an event that has come")


def confirmed_by_nothing(record: Record, document: Document) -> Iterator[Problem]:
    """What is found to be contradicted was confirmed after the article, by no event that is named."""
    if not isinstance(record, Claim) or record.later.events or record.later.status is not LaterStatus.confirmed:
        return
    if record.finding.verdict is Verdict.contradicted:
        yield document.problem(
            ("later", "status"), "confirmed, but the claim is contradicted; expected the events that confirm it"
        )


def read_too_early(record: Record, document: Document) -> Iterator[Problem]:
    """The law was last read before what was read there was made known or took effect."""
    if not isinstance(record, Rule | Version):
        return
    days = (record.first,) if isinstance(record, Version) else (record.published, record.effective)
    begun = max(filter(None, days), default=None)
    if record.law_read_to and begun and record.law_read_to.before(begun):
        yield document.problem(
            ("law_read_to",),
            f"{record.law_read_to} lies before {begun}, its first day; expected that day or a later one",
        )


def events_out_of_time(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """An event follows, supersedes or confirms a later one, or is followed, superseded or confirmed by an earlier one;
    or one that has not come judges another."""
    if not isinstance(record, Event):
        return
    for index, relation in enumerate(record.relations):
        other = reading.dossier.find(Event.folder, relation.to)
        place = ("relations", index, "type")
        if isinstance(other, Event) and relation.type in EARLIER and record.date.before(other.date):
            yield document.problem(
                place, f"'{relation.to}' is of {other.date}, after this event; expected an earlier one"
            )
        if isinstance(other, Event) and relation.type in LATER and other.date.before(record.date):
            yield document.problem(
                place, f"'{relation.to}' is of {other.date}, before this event; expected a later one"
            )
        if record.expected and relation.type in JUDGING:
            yield document.problem(
                place, f"'{relation.type}' by what is only expected; expected an event that has come, or follows"
            )
        if isinstance(other, Event) and other.expected and relation.type in JUDGED:
            yield document.problem(
                place, f"'{relation.to}' is only expected; expected an event that has come, or followed-by"
            )
