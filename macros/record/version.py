"""Versions: what a paragraph of the regulations said from a day on, in the dossier's own words."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from .fields import UNKNOWN_DATE, Day, Model, NonEmpty, PartialDate, RuleId, SourceId, Text
from .shared import Record, Standing


class Provision(StrEnum):
    """The paragraphs whose versions are kept, as the regulations name them, in the order of a decision."""

    eccn_3a090 = "3a090"
    review = "742-6-b-10"
    end_use = "744-23"
    exceptions = "740-8"
    certifications = "748-supp-2-dd"


class Aspect(StrEnum):
    """What an element of a text settles."""

    items = "items"
    figures = "figures"
    places = "places"
    outcome = "outcome"
    conditions = "conditions"


class Element(Model):
    """One element of a version: what it settles, where it stands, and what it says."""

    aspect: Aspect
    paragraph: NonEmpty
    text: Text


class Version(Record):
    """A paragraph as it read from its first day until the next version's."""

    folder: ClassVar[str] = "versions"
    places: ClassVar[tuple[str, ...]] = ("versions/#{id}",)
    weight: ClassVar[float | None] = 0.7

    provision: Provision
    name: Text
    first: PartialDate | None
    first_note: Text | None = None
    rule: RuleId | None
    law_read_to: Day | None = None
    changed: Text
    elements: Annotated[tuple[Element, ...], Field(min_length=1)]
    standing: Standing
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    taken_from: tuple[SourceId, ...] = ()

    @property
    def caption(self) -> Text:
        return self.name

    @property
    def looked_at(self) -> Day | None:
        return self.law_read_to

    @property
    def sort_key(self) -> tuple[object, ...]:
        return list(Provision).index(self.provision), self.first or UNKNOWN_DATE, self.id

    @property
    def description(self) -> Text:
        return self.changed

    @property
    def dated(self) -> PartialDate | None:
        return self.first
