"""Questions: what readers come for, each answered in two sentences that can be quoted as they stand."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from .fields import ChipId, ClaimId, ConflictId, Day, EventId, NonEmpty, Position, RuleId, SourceId, StepId, Text
from .shared import Level, Record


class Settled(StrEnum):
    """How far a question is settled, and by what."""

    documented = "documented"
    computed = "computed"
    reported = "reported"
    disputed = "disputed"
    not_known = "not-known"


class Stand(StrEnum):
    """Of what the overview says where it stands, in its order."""

    law = "law"
    licences = "licences"
    shipped = "shipped"
    how_many = "how-many"
    beijing = "beijing"


class Question(Record):
    """A question that people ask, its answer as of ``date``, and the records on which the answer rests."""

    folder: ClassVar[str] = "questions"
    places: ClassVar[tuple[str, ...]] = ("questions/{id}/",)
    weight: ClassVar[float | None] = 2.4

    order: Position
    question: Text
    stand: Stand | None = None
    short: Text
    by: Text
    answer: Text
    settled: Settled
    confidence: Level
    date: Day
    step: StepId | None = None
    chips: tuple[ChipId, ...] = ()
    rules: tuple[RuleId, ...] = ()
    events: tuple[EventId, ...] = ()
    conflicts: tuple[ConflictId, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    taken_from: tuple[SourceId, ...] = ()
    keywords: tuple[NonEmpty, ...] = ()

    @property
    def caption(self) -> Text:
        return self.question

    @property
    def looked_at(self) -> Day:
        return self.date

    @property
    def sort_key(self) -> tuple[object, ...]:
        return (self.order,)

    @property
    def description(self) -> Text:
        return self.answer

    @property
    def names(self) -> tuple[str, ...]:
        return self.keywords

    @property
    def dated(self) -> Day:
        return self.date

    @property
    def judged(self) -> str:
        return f"settled.{self.settled}"
