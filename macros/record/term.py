"""Terms: the words of the field in both languages, with spellings to avoid or to find."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from .fields import Model, NonEmpty, SourceId, Text
from .shared import Record


class VariantUse(StrEnum):
    avoid = "avoid"
    index = "index"  # type: ignore[assignment]  # hides a method of str that nobody calls
    accepted = "accepted"


class Variant(Model):
    """Another form of a term, and what it is good for."""

    form: NonEmpty
    use: VariantUse
    why: Text | None = None
    seen_in: SourceId | None = None


class Term(Record):
    """An entry of the glossary."""

    folder: ClassVar[str] = "terms"
    places: ClassVar[tuple[str, ...]] = ("glossary/#{id}",)
    weight: ClassVar[float | None] = 0.7

    name: Text
    definition: Text
    variants: tuple[Variant, ...] = ()

    @property
    def caption(self) -> Text:
        return self.name

    @property
    def sort_key(self) -> tuple[object, ...]:
        return (self.name.en.casefold(),)

    @property
    def description(self) -> Text:
        return self.definition

    @property
    def names(self) -> tuple[str, ...]:
        return self.name.en, self.name.ar, *(variant.form for variant in self.variants)
