"""Chips: what their makers and others publish of them. Everything else about a chip is computed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from .fields import UNKNOWN_DATE, ActorId, Amount, English, Model, NonEmpty, PartialDate, Rate, SourceId, Text
from .shared import Record, Standing


class Outcome(StrEnum):
    """Whether a gate is met."""

    met = "met"
    not_met = "not-met"
    unknown = "unknown"


class Group(StrEnum):
    """Under which heading lists show a chip that the article does not name."""

    made_for_china = "made-for-china"
    blackwell = "blackwell"
    amd = "amd"
    consumer = "consumer"
    other = "other"
    chinese = "chinese"


class Alternative(Model):
    """A value that another source gives for the same thing."""

    value: Rate
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    taken_from: tuple[SourceId, ...] = ()
    note: Text | None = None


class Published(Model):
    """A published value with the sources in which it was seen. Units are fixed by the field's name."""

    value: Amount
    standing: Standing
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    taken_from: tuple[SourceId, ...] = ()
    note: Text | None = None
    alternatives: tuple[Alternative, ...] = ()


class PublishedLink(Published):
    """A published bandwidth between the chip and others; 0 for a chip without such a link."""

    value: Rate


class ChipFigures(Model):
    """Dense peak rates as a data sheet prints them (a multiply-accumulate counts as two operations), and the rest."""

    int4: Published | None = None
    int8: Published | None = None
    fp4: Published | None = None
    fp6: Published | None = None
    fp8: Published | None = None
    fp16: Published | None = None
    tf32: Published | None = None
    fp32: Published | None = None
    fp64: Published | None = None
    memory_capacity: Published | None = None
    memory_bandwidth: Published | None = None
    interconnect_bandwidth: PublishedLink | None = None
    host_bandwidth: PublishedLink | None = None
    die_area: Published | None = None
    power: Published | None = None

    @property
    def published(self) -> tuple[tuple[str, Published], ...]:
        """The values that are known, by the name of what they measure."""
        return tuple((name, found) for name in type(self).model_fields if (found := getattr(self, name)) is not None)


class DataCentre(Model):
    """Whether a chip is designed or marketed for data centres (Note 2 to ECCN 3A090); either is enough."""

    value: bool
    standing: Standing
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    taken_from: tuple[SourceId, ...] = ()
    note: Text | None = None


class GateFinding(Model):
    """What is known of a chip at the gates of a review policy that depend on the product."""

    gates: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
    outcome: Outcome
    basis: Text
    standing: Standing
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    taken_from: tuple[SourceId, ...] = ()

    @model_validator(mode="after")
    def _known_from_somewhere(self) -> Self:
        if self.outcome is not Outcome.unknown and self.standing is Standing.unverified:
            raise ValueError(f"outcome: '{self.outcome}', though it is unverified; expected {Outcome.unknown}")
        return self


class Chip(Record):
    """An accelerator."""

    folder: ClassVar[str] = "chips"
    places: ClassVar[tuple[str, ...]] = ("chips/{id}/",)
    weight: ClassVar[float | None] = 2

    name: English
    short_name: English
    vendor: ActorId
    group: Group = Group.other
    architecture: NonEmpty | None
    process: NonEmpty | None = None
    memory_type: NonEmpty | None = None
    announced: PartialDate | None
    announced_sources: tuple[SourceId, ...] = ()
    first_known: PartialDate | None = None
    first_known_sources: tuple[SourceId, ...] = ()
    released: bool = True
    data_centre: DataCentre | None
    exported_from_us: bool
    figures: ChipFigures
    gates: tuple[GateFinding, ...] = ()
    summary: Text
    note: Text | None = None

    @model_validator(mode="after")
    def _dated_by_a_source(self) -> Self:
        if self.announced and not self.announced_sources:
            raise ValueError("announced_sources: expected a source for the date of the announcement")
        if self.first_known and not self.first_known_sources:
            raise ValueError("first_known_sources: expected a source that knows the chip from that date")
        if self.announced_sources and not self.announced:
            raise ValueError("announced: expected the date for which announced_sources stand, or no such sources")
        if self.first_known_sources and not self.first_known:
            raise ValueError("first_known: expected the date for which first_known_sources stand, or no such sources")
        return self

    @property
    def caption(self) -> str:
        return self.short_name

    @property
    def page_title(self) -> str:
        return self.name

    @property
    def sort_key(self) -> tuple[object, ...]:
        return (
            not self.exported_from_us,
            self.vendor != "nvidia",
            self.vendor,
            self.announced or UNKNOWN_DATE,
            self.id,
        )

    @property
    def description(self) -> Text:
        return self.summary

    @property
    def names(self) -> tuple[str, ...]:
        return (self.short_name,)

    @property
    def known_from(self) -> PartialDate | None:
        """The date from which there is something to ask about: announced, or first known."""
        return self.announced or self.first_known

    @property
    def dated(self) -> PartialDate | None:
        return self.known_from
