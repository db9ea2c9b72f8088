"""Accounts: what two records say of how they bear on each other, or of what both count, does not exclude itself."""

from __future__ import annotations

from collections.abc import Iterator

from ...record.conflict import Conflict
from ...record.event import Event, EventRelation
from ...record.event import EventRelationType as Type
from ...record.shared import Record
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading

MIRRORED = {
    Type.confirmed_by: Type.confirms,
    Type.confirmed_in_part_by: Type.confirms_in_part,
    Type.contradicted_by: Type.contradicts,
    Type.superseded_by: Type.supersedes,
}
"""Relations that the other event would tell the other way round."""

EXCLUDED = tuple(
    map(
        frozenset,
        (
            (Type.confirms, Type.contradicts),
            (Type.confirms, Type.confirms_in_part),
            (Type.confirms, Type.conflict),
            (Type.confirms, Type.supersedes),
            (Type.part_of, Type.follows),
        ),
    )
)
"""What two events are not to each other at once, whichever of them says it."""


def accounts_at_odds(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """An event says of another what excludes what it says of it above, or what the other says of it; what two records
    say is reported where the id is the later."""
    if not isinstance(record, Event):
        return
    for index, relation in enumerate(record.relations):
        place = ("relations", index, "type")
        above = [found for found in record.relations[:index] if found.to == relation.to]
        other = reading.dossier.find(Event.folder, relation.to)
        told = other.relations if isinstance(other, Event) and other.id < record.id else ()
        if any(found.type is relation.type or _excludes(found, relation) for found in above):
            yield document.problem(
                place, f"'{relation.type}' is said of '{relation.to}' above, or its opposite; expected one"
            )
        elif found := next((found for found in told if found.to == record.id and _excludes(found, relation)), None):
            yield document.problem(
                place,
                f"'{relation.type}' is said of '{relation.to}', which says '{found.type}' of this event; expected one "
                "of them",
            )


def _excludes(one: EventRelation, other: EventRelation) -> bool:
    return frozenset(MIRRORED.get(relation.type, relation.type) for relation in (one, other)) in EXCLUDED


def foreign_numbers(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """An event counts chips of a kind that it is not about, or has a number in a conflict that does not name the event
    or is about other chips."""
    if not isinstance(record, Event):
        return
    for index, quantity in enumerate(record.quantities):
        if record.about.chips and quantity.product not in record.about.chips:
            yield document.problem(
                ("quantities", index, "product"),
                f"'{quantity.product}' is none of the chips that the event is about; expected one of "
                f"{', '.join(record.about.chips)}",
            )
        conflict = reading.dossier.find(Conflict.folder, quantity.conflict) if quantity.conflict else None
        if not isinstance(conflict, Conflict):
            continue
        if not any(record.id in side.events for side in conflict.sides):
            yield document.problem(
                ("quantities", index, "conflict"),
                f"no side of '{conflict.id}' names this event; expected a conflict in which it is told",
            )
        if conflict.about.chips and quantity.product not in conflict.about.chips:
            yield document.problem(
                ("quantities", index, "conflict"),
                f"'{conflict.id}' is about {', '.join(conflict.about.chips)}; expected a conflict about "
                f"'{quantity.product}'",
            )
