"""Succession: what replaces, confirms or follows another thing is not the earlier of the two."""

from __future__ import annotations

from collections.abc import Iterator

from ...record.claim import Claim
from ...record.event import Event
from ...record.event import EventRelationType as Type
from ...record.rule import Rule
from ...record.shared import Record
from ...record.source import ARTICLE
from ...record.version import Version
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading

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

OPPOSED = ((Type.confirms, Type.contradicts), (Type.confirmed_by, Type.contradicted_by))
"""What no event does to one and the same other."""


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


def later_before(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """What became of a claim after the article happened before it, or is only expected."""
    article = reading.source(ARTICLE)
    for index, id in enumerate(record.later.events if isinstance(record, Claim) else ()):
        event = reading.dossier.find(Event.folder, id)
        place = ("later", "events", index)
        if isinstance(event, Event) and article and article.date and event.date.before(article.date):
            yield document.problem(place, f"'{id}' is of {event.date}, before the article; expected a later event")
        if isinstance(event, Event) and event.expected:
            yield document.problem(place, f"'{id}' is only expected; expected an event that has come")


def read_too_early(record: Record, document: Document) -> Iterator[Problem]:
    """The law was last read before what was read there took effect."""
    if not isinstance(record, Rule | Version):
        return
    begun = record.first if isinstance(record, Version) else record.dated
    if record.law_read_to and begun and record.law_read_to.before(begun):
        yield document.problem(
            ("law_read_to",),
            f"{record.law_read_to} lies before {begun}, its first day; expected that day or a later one",
        )


def events_out_of_time(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """An event follows, supersedes or confirms a later one, or is followed, superseded or confirmed by an earlier one,
    or does two things to another that exclude one another."""
    if not isinstance(record, Event):
        return
    met: set[tuple[Type, str]] = set()
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
        if isinstance(other, Event) and record.id < other.id and _is_mutual(relation.type, record, other):
            yield document.problem(
                place,
                f"'{relation.type}' is said of '{relation.to}', and of this event by that one; expected one of them",
            )
        excluded = {one for pair in OPPOSED if relation.type in pair for one in pair}
        if any((type, relation.to) in met for type in excluded | {relation.type}):
            yield document.problem(
                place, f"'{relation.type}' is said of '{relation.to}' above, or its opposite; expected one"
            )
        met.add((relation.type, relation.to))


def _is_mutual(type: Type, event: Event, other: Event) -> bool:
    """Whether both of two events of one date say that they are the later, the earlier, or a part of the other one."""
    alike = next((group for group in (EARLIER, LATER, (Type.part_of,)) if type in group), ())
    is_dated = event.date.before(other.date) or other.date.before(event.date)
    return not is_dated and any(relation.to == event.id and relation.type in alike for relation in other.relations)
