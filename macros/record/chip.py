"""Chips: what their makers and others publish of them. Everything else about a chip is computed."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from .fields import UNKNOWN_DATE, ActorId, Model, NonEmpty, PartialDate, Rate, SourceId, Text
from .shared import Record, Standing


class Alternative(Model):
    """A value that another source gives for the same thing."""

    value: Rate
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    note: Text | None = None


class Published(Model):
    """A published value with the sources in which it was seen. Units are fixed by the field's name."""

    value: Rate
    standing: Standing
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    note: Text | None = None
    alternatives: tuple[Alternative, ...] = ()


class ChipFigures(Model):
    """Dense peak rates as a data sheet prints them (a multiply-accumulate counts as two operations), and the rest."""

    int4: Published | None = Field(None, description="TOPS, dense")
    int8: Published | None = Field(None, description="TOPS, dense")
    fp4: Published | None = Field(None, description="TFLOPS, dense")
    fp8: Published | None = Field(None, description="TFLOPS, dense")
    fp16: Published | None = Field(None, description="TFLOPS, dense, FP16 or BF16")
    tf32: Published | None = Field(None, description="TFLOPS, dense")
    memory_capacity: Published | None = Field(None, description="GB")
    memory_bandwidth: Published | None = Field(None, description="GB/s, all DRAM")
    interconnect_bandwidth: Published | None = Field(None, description="GB/s, both directions, chip to chip")
    die_area: Published | None = Field(None, description="mm2, all logic dies on a non-planar process")
    power: Published | None = Field(None, description="W")

    @property
    def published(self) -> tuple[tuple[str, Published], ...]:
        """The values that are known, by the name of what they measure."""
        return tuple((name, found) for name in type(self).model_fields if (found := getattr(self, name)) is not None)


class Chip(Record):
    """An accelerator."""

    folder: ClassVar[str] = "chips"
    places: ClassVar[tuple[str, ...]] = ("chips/{id}/",)
    weight: ClassVar[float] = 3

    name: NonEmpty
    short_name: NonEmpty = Field(description="as running text names it, for example H200")
    vendor: ActorId
    architecture: NonEmpty | None
    process: NonEmpty | None = None
    memory_type: NonEmpty | None = None
    announced: PartialDate | None
    announced_sources: tuple[SourceId, ...] = ()
    first_known: PartialDate | None = Field(
        None, description="earliest date a source knows it, if no announcement is established"
    )
    released: bool = Field(True, description="false for a chip that was only reported or planned")
    data_centre: bool = Field(True, description="designed or marketed for data centres")
    us_origin: bool = Field(description="whether US export rules decide its way to China")
    figures: ChipFigures
    summary: Text
    note: Text | None = None

    @property
    def caption(self) -> str:
        return self.short_name

    @property
    def page_title(self) -> str:
        return self.name

    @property
    def sort_key(self) -> tuple[object, ...]:
        return (
            not self.us_origin,
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
