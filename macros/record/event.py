"""Events: what happened, who reported it first, and the numbers of chips that a report gives."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from .fields import ChipId, ConflictId, Count, EventId, Model, PartialDate, Position, SourceId, StepId, Text
from .shared import About, Level, Record, Side

NUMBERS = ("value", "above", "at_most", "below", "low", "high")
"""The ways in which a report gives a number."""


class SourcingKind(StrEnum):
    document = "document"
    official = "official"
    named = "named"
    anonymous = "anonymous"
    second_hand = "second-hand"


class EventRelationType(StrEnum):
    """How an event bears on an earlier or later one."""

    confirms = "confirms"
    confirmed_by = "confirmed-by"
    confirms_in_part = "confirms-in-part"
    confirmed_in_part_by = "confirmed-in-part-by"
    contradicts = "contradicts"
    contradicted_by = "contradicted-by"
    conflict = "conflict"
    supersedes = "supersedes"
    superseded_by = "superseded-by"
    follows = "follows"
    followed_by = "followed-by"
    extends = "extends"
    explains = "explains"
    leads_to = "leads-to"
    part_of = "part-of"
    clarifies = "clarifies"


class QuantityKind(StrEnum):
    """What a reported number of chips counts, in the order of the steps."""

    wanted = "wanted"
    ordered = "ordered"
    stock = "stock"
    licensed_cap = "licensed-cap"
    planned_permission = "planned-permission"
    approved = "approved"
    planned_shipment = "planned-shipment"
    delivered = "delivered"


DONE = (QuantityKind.ordered, QuantityKind.stock, QuantityKind.approved, QuantityKind.delivered)
"""Numbers of what has happened; the others are of what may come."""


class Sourcing(Model):
    """On whose word the first report rests."""

    kind: SourcingKind
    count: Position | None = None
    named: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _count_is_of_people(self) -> Self:
        if self.count is not None and self.kind is SourcingKind.document:
            raise ValueError("count is the number of people; expected another kind than document, or no count")
        return self


class EventRelation(Model):
    """How this event bears on another."""

    type: EventRelationType
    to: EventId
    note: Text | None = None


class Quantity(Model):
    """A number of chips that the event's own text reports: one value, one bound, or a range from ``low`` to
    ``high``."""

    kind: QuantityKind
    value: Count | None = None
    above: Count | None = None
    at_most: Count | None = None
    below: Count | None = None
    low: Count | None = None
    high: Count | None = None
    product: ChipId
    buyer: Text | None = None
    conflict: ConflictId | None = None

    @model_validator(mode="after")
    def _one_number(self) -> Self:
        if set(self.given) not in ({"value"}, {"above"}, {"at_most"}, {"below"}, {"low", "high"}):
            raise ValueError("expected one of value, above, at_most and below, or low and high")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} lies above high {self.high}")
        if self.low is not None and self.low == self.high:
            raise ValueError(f"low and high are {self.low}; expected value")
        if self.below == 0:
            raise ValueError("below: nothing lies below 0; expected value: 0, or a greater bound")
        return self

    @property
    def given(self) -> dict[str, int]:
        """The numbers that the report gives, by the way in which it gives them."""
        return {name: number for name in NUMBERS if (number := getattr(self, name)) is not None}

    @property
    def bounds(self) -> tuple[int, int]:
        """The smallest and the greatest number that the report names; the same where it names one."""
        return min(self.given.values()), max(self.given.values())


class Event(Record):
    """Something that happened, or was due, on a day, in a month or in a year."""

    folder: ClassVar[str] = "events"
    places: ClassVar[tuple[str, ...]] = ("events/{id}/", "timeline/#{id}")
    weight: ClassVar[float | None] = 1.3

    date: PartialDate
    expected: bool = False
    outcome: Literal["not-read"] | None = None
    title: Text
    summary: Text
    side: Side
    step: StepId | None = None
    about: About = About()
    first_reported_by: Text
    sourcing: Sourcing
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    taken_from: tuple[SourceId, ...] = ()
    relations: tuple[EventRelation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    confidence: Level

    @model_validator(mode="after")
    def _only_the_expected_has_an_open_outcome(self) -> Self:
        if self.outcome and not self.expected:
            raise ValueError("outcome: what came is told by the event itself; expected it with 'expected: true' alone")
        return self

    @model_validator(mode="after")
    def _the_expected_has_done_nothing(self) -> Self:
        for index, quantity in enumerate(self.quantities if self.expected else ()):
            if quantity.kind in DONE:
                raise ValueError(
                    f"quantities.{index}: '{quantity.kind}' by what is only expected; expected another kind"
                )
        return self

    @property
    def caption(self) -> Text:
        return self.title

    @property
    def sort_key(self) -> tuple[object, ...]:
        return self.date, self.id

    @property
    def description(self) -> Text:
        return self.summary

    @property
    def dated(self) -> PartialDate:
        return self.date
