"""Steps: what a chip must pass on its way, from enquiry to revenue, and how far each step has come."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from .fields import Day, Position, SourceId, Text
from .shared import Record


class StepState(StrEnum):
    """How far a step has come: done, in part, disputed, overtaken by later steps, or not known."""

    done = "done"
    partial = "partial"
    disputed = "disputed"
    overtaken = "overtaken"
    unknown = "unknown"


class Step(Record):
    """One of the steps that reports mix up, as far as it had come on ``date``."""

    folder: ClassVar[str] = "steps"
    places: ClassVar[tuple[str, ...]] = ("steps/#{id}",)
    weight: ClassVar[float | None] = 1.2

    order: Position
    name: Text
    meaning: Text
    state: StepState
    date: Day
    brief: Text
    status: Text
    contradicted_by: Text | None = None
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    taken_from: tuple[SourceId, ...] = ()

    @property
    def caption(self) -> Text:
        return self.name

    @property
    def sort_key(self) -> tuple[object, ...]:
        return (self.order,)

    @property
    def description(self) -> Text:
        return self.status

    @property
    def dated(self) -> Day:
        return self.date

    @property
    def judged(self) -> str:
        return f"step_state.{self.state}"
