"""Conflicts: questions on which reports disagree."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from .fields import UNKNOWN_DATE, EventId, Model, PartialDate, SourceId, StepId, Text
from .shared import About, Record


class ConflictState(StrEnum):
    """Whether documents, arithmetic or the order of time decide between the answers."""

    open = "open"
    settled = "settled"


class ConflictSide(Model):
    """One of several answers to the same question, with who gives it."""

    answer: Text
    by: Text
    date: PartialDate | None = None
    sources: tuple[SourceId, ...] = ()
    taken_from: tuple[SourceId, ...] = ()
    events: tuple[EventId, ...] = ()

    @model_validator(mode="after")
    def _given_somewhere(self) -> Self:
        if not self.sources and not self.events:
            raise ValueError("sources: expected a source or an event that has the answer")
        return self


class Conflict(Record):
    """A question on which reports disagree; all answers stand, oldest first, and ``reading`` is this dossier's."""

    folder: ClassVar[str] = "conflicts"
    places: ClassVar[tuple[str, ...]] = ("conflicts/#{id}",)
    weight: ClassVar[float | None] = 1.8

    question: Text
    state: ConflictState = ConflictState.open
    sides: Annotated[tuple[ConflictSide, ...], Field(min_length=2)]
    reading: Text
    about: About = About()
    step: StepId | None = None

    @property
    def caption(self) -> Text:
        return self.question

    @property
    def sort_key(self) -> tuple[object, ...]:
        return self.sides[0].date or UNKNOWN_DATE, self.id

    @property
    def description(self) -> Text:
        return self.reading

    @property
    def dated(self) -> PartialDate | None:
        """The date of the latest answer."""
        return max((side.date for side in self.sides if side.date), default=None)
