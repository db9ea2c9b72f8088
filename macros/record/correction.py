"""Corrections: what this dossier had wrong, what stands now, and why."""

from __future__ import annotations

from typing import ClassVar

from .fields import ActorId, ChipId, ClaimId, ConflictId, Day, EventId, Reference, RuleId, SourceId, Text
from .shared import Record


class Correction(Record):
    """One mistake that stood on a page, and what stands there since ``date``."""

    folder: ClassVar[str] = "corrections"
    places: ClassVar[tuple[str, ...]] = ("changes/#{id}",)
    is_needed: ClassVar[bool] = False

    date: Day
    title: Text
    stood: Text
    stands: Text
    why: Text
    claims: tuple[ClaimId, ...] = ()
    chips: tuple[ChipId, ...] = ()
    rules: tuple[RuleId, ...] = ()
    events: tuple[EventId, ...] = ()
    actors: tuple[ActorId, ...] = ()
    conflicts: tuple[ConflictId, ...] = ()
    sources: tuple[SourceId, ...] = ()

    @property
    def caption(self) -> Text:
        return self.title

    @property
    def description(self) -> Text:
        return self.stands

    @property
    def sort_key(self) -> tuple[object, ...]:
        return self.date, self.id

    @property
    def concerns(self) -> tuple[Reference, ...]:
        """The records on whose pages it stood."""
        return (
            *self.claims,
            *self.chips,
            *self.rules,
            *self.events,
            *self.actors,
            *self.conflicts,
            *self.sources,
        )
