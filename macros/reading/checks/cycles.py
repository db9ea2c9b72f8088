"""Cycles: nothing comes from itself, follows itself or is a part of itself, however many records lie between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from ...record.actor import Actor, RelationType
from ...record.claim import Claim
from ...record.event import Event
from ...record.event import EventRelationType as Type
from ...record.rule import Rule
from ...record.shared import Record
from ...record.source import Source
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading
from .succession import EARLIER, LATER

Onward = Callable[[Reading, Any], Iterable[Record | None]]
"""Yields the records of its kind to which one leads; None for one that could not be read."""


class Course(NamedTuple):
    """A way that never leads back to where it began: of which kind, the field that says it, what was expected of it."""

    kind: type[Record]
    field: str
    expected: str
    onward: Onward


def _listed(field: str) -> Onward:
    return lambda reading, record: (reading.dossier.find(record.folder, id) for id in getattr(record, field))


def _related(*types: Type | RelationType) -> Onward:
    return lambda reading, record: (
        reading.dossier.find(record.folder, relation.to) for relation in record.relations if relation.type in types
    )


def _earlier(reading: Reading, event: Event) -> Iterator[Event]:
    """The events after which one comes, as it or they say. Those that lie later for certain are told as such."""
    named = (relation.to for relation in event.relations if relation.type in EARLIER)
    for id in (*named, *reading.bearers(Event, _later, event.id)):
        other = reading.dossier.find(Event.folder, id)
        if isinstance(other, Event) and not event.date.before(other.date):
            yield other


def _later(event: Event) -> Iterator[str]:
    return (relation.to for relation in event.relations if relation.type in LATER)


COURSES = (
    Course(Source, "derived_from", "a source to derive from earlier ones", _listed("derived_from")),
    Course(Claim, "depends_on", "a claim to depend on others", _listed("depends_on")),
    Course(Rule, "replaced_by", "a rule to be replaced by later ones", _listed("replaced_by")),
    Course(Event, "relations", "an event to come after earlier ones", _earlier),
    Course(Event, "relations", "a part to be of a greater whole", _related(Type.part_of)),
    Course(Event, "relations", "an event to be explained by others", _related(Type.explains)),
    Course(
        Actor,
        "relations",
        "a part to be of a greater whole",
        _related(RelationType.part_of, RelationType.works_for),
    ),
    Course(Actor, "relations", "one who leads not to be led in turn", _related(RelationType.leads)),
)


def cycles(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """Records lead to one another; each cycle is reported once, at the first of its records by id."""
    for way in COURSES:
        trail = _way_back(reading, record, way.onward) if isinstance(record, way.kind) else []
        if len(trail) > 1 and record.id == min(trail):
            circle = " ← ".join((record.id, *trail))
            yield document.problem((way.field,), f"cycle: {circle}; expected {way.expected}")


def _way_back(reading: Reading, start: Record, onward: Onward) -> list[str]:
    """The ids from a record along a way back to itself, or nothing."""
    child: dict[str, str] = {}
    reached = [start]
    for record in reached:
        for parent in filter(None, onward(reading, record)):
            if parent.id == start.id:
                trail, here = [start.id], record.id
                while here != start.id:
                    trail.insert(0, here)
                    here = child[here]
                return trail
            if parent.id not in child:
                child[parent.id] = record.id
                reached.append(parent)
    return []
