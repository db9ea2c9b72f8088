"""Conclusions: the findings that the overview puts first."""

from __future__ import annotations

from typing import ClassVar

from .fields import ClaimId, Day, Position, RuleId, SourceId, Text
from .shared import Basis, Record, Verdict


class Conclusion(Record):
    """One of the findings that the overview puts first."""

    folder: ClassVar[str] = "conclusions"
    places: ClassVar[tuple[str, ...]] = ("#{id}",)
    weight: ClassVar[float | None] = 1.3

    order: Position
    heading: Text
    text: Text
    date: Day
    verdict: Verdict | None = None
    basis: Basis
    claims: tuple[ClaimId, ...] = ()
    rules: tuple[RuleId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    taken_from: tuple[SourceId, ...] = ()

    @property
    def caption(self) -> Text:
        return self.heading

    @property
    def looked_at(self) -> Day:
        return self.date

    @property
    def sort_key(self) -> tuple[object, ...]:
        return (self.order,)

    @property
    def description(self) -> Text:
        return self.text

    @property
    def dated(self) -> Day:
        return self.date

    @property
    def judged(self) -> str | None:
        return f"verdict.{self.verdict}" if self.verdict else None
