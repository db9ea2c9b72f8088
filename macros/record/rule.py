"""Rules: the measures of either government that bear on which accelerator may go to China."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date
from enum import StrEnum
from math import inf
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from .fields import (
    UNKNOWN_DATE,
    ActorId,
    Amount,
    ChipId,
    Count,
    Day,
    Id,
    Model,
    NonEmpty,
    PartialDate,
    Rate,
    RuleId,
    SourceId,
    Text,
)
from .shared import Record, Standing

QUANTITIES = (
    "total_processing_performance",
    "performance_density",
    "memory_bandwidth",
    "interconnect_bandwidth",
    "memory_and_interconnect",
)
"""What thresholds compare, in the order in which pages name it. Interconnect counts as the notes of the law define it:
all inputs and outputs, the bus to the host among them."""

BOUNDS = ("at_least", "above", "below", "at_most")


class Instrument(StrEnum):
    rule = "rule"
    regulation = "regulation"
    letter = "letter"
    announcement = "announcement"
    guidance = "guidance"
    proclamation = "proclamation"
    bill = "bill"
    administrative_order = "administrative-order"


class ReviewPolicy(StrEnum):
    """How an application for a licence is looked at."""

    presumption_of_denial = "presumption-of-denial"
    case_by_case = "case-by-case"


class GateKind(StrEnum):
    """On what a gate depends: the product, one application with its buyer, or each shipment."""

    product = "product"
    application = "application"
    shipment = "shipment"


class Comparison(Model):
    """One bound or two. ``at_least`` is >=, ``above`` >, ``below`` <, ``at_most`` <=."""

    at_least: Rate | None = None
    above: Rate | None = None
    below: Rate | None = None
    at_most: Rate | None = None

    @model_validator(mode="after")
    def _has_a_bound(self) -> Self:
        if not self.bounds:
            raise ValueError("expected at_least, above, below or at_most")
        return self

    @property
    def bounds(self) -> tuple[tuple[str, float], ...]:
        """The bounds that are set, by name."""
        return tuple((name, limit) for name in BOUNDS if (limit := getattr(self, name)) is not None)

    @property
    def ends(self) -> tuple[tuple[float, int], tuple[float, int]]:
        """The lower end and the upper: a figure, and 0 if it still counts, else the side on which the next counts."""
        lower = (self.at_least or 0, 0) if self.above is None else (self.above, 1)
        if self.below is not None:
            return lower, (self.below, -1)
        return lower, (inf if self.at_most is None else self.at_most, 0)

    def takes_in(self, other: Self) -> bool:
        """Whether whatever meets another meets this one."""
        (low, high), (lowest, highest) = self.ends, other.ends
        return low <= lowest and highest <= high


class ThresholdGroup(Model):
    """All comparisons of a group must hold. ``paragraph`` is its place in the text, for example 3A090.a.1."""

    paragraph: NonEmpty
    name: Text | None = None
    total_processing_performance: Comparison | None = None
    performance_density: Comparison | None = None
    memory_bandwidth: Comparison | None = None
    interconnect_bandwidth: Comparison | None = None
    memory_and_interconnect: Comparison | None = None
    data_centre: bool | None = None

    @property
    def comparisons(self) -> tuple[tuple[str, Comparison], ...]:
        """The comparisons that are set, by quantity."""
        return tuple((name, found) for name in QUANTITIES if (found := getattr(self, name)) is not None)

    def takes_in(self, other: Self) -> bool:
        """Whether it takes in whatever another does."""
        met = dict(other.comparisons)
        return self.data_centre in (None, other.data_centre) and all(
            name in met and comparison.takes_in(met[name]) for name, comparison in self.comparisons
        )


class Thresholds(Model):
    """What a measure takes in: items by their figures, and products by name."""

    any_of: tuple[ThresholdGroup, ...] = ()
    products: tuple[ChipId, ...] = ()


class Caught(Thresholds):
    """Thresholds that take in something."""

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not self.any_of and not self.products:
            raise ValueError("expected any_of or products")
        return self


class Renumbering(Model):
    """From which day on a policy stands, unchanged, in another paragraph."""

    since: Day
    paragraph: NonEmpty


class LicenceRequirement(Caught):
    """Items that need a licence for China. A later effect with the same ``control`` replaces an earlier one."""

    kind: Literal["licence-requirement"]
    control: NonEmpty
    policy: ReviewPolicy
    paragraph: NonEmpty
    renumbered: tuple[Renumbering, ...] = ()
    effective: Day | None = None

    def on(self, day: Date) -> Self:
        """The same requirement, with the paragraph in which its policy stands on a day."""
        begun = [change.paragraph for change in self.renumbered if change.since.first_day <= day]
        return self.model_copy(update={"paragraph": begun[-1]}) if begun else self


class Letter(Caught):
    """A licence requirement of which a company was told by letter ("is informed"): for products that its filings name,
    and for items by criteria as far as these were reported. It binds its addressee."""

    kind: Literal["letter"]
    control: NonEmpty
    addressee: ActorId
    may_bind: tuple[ActorId, ...] = ()
    paragraph: NonEmpty | None
    standing: Standing
    effective: Day | None = None
    until: Day | None = None


class Admission(Model):
    """Items of a control that a licence exception admits."""

    control: NonEmpty
    data_centre: bool | None = None


class LicenceException(Model):
    """A licence exception: no licence is asked for if its conditions are kept and nothing closes it."""

    kind: Literal["licence-exception"]
    exception: Literal["NAC"]
    paragraph: NonEmpty
    admits: Annotated[tuple[Admission, ...], Field(min_length=1)]
    notice_days: Count
    closed_by_letter: bool


FIELDS = frozenset(
    {"chip", "on", "vs-chip", "vs-on", "rates", "memory", "link", "area", "centre", "maker"}
    | {"refused", "elsewhere", "use", "item", "length", "constructor"}
)
"""The names of the other fields of the form in which the answers at gates are given, and of what a script asks of every
form."""


def _free(id: str) -> str:
    """The id of a gate, by which its field is named, and not counted."""
    if id in FIELDS or id.isdigit():
        raise ValueError(f"'{id}' is kept by the form of statuses; expected another id, such as gate-{id}")
    return id


class Gate(Model):
    """What an application must meet for a review policy, each with its place in the text."""

    id: Annotated[Id, AfterValidator(_free)]
    paragraph: NonEmpty
    kind: GateKind
    text: Text
    standing: Standing
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    taken_from: tuple[SourceId, ...] = ()


class ReviewChange(Caught):
    """A new review policy for items that need a licence under ``controls``: for those that it takes in, where all gates
    are met. To all others the earlier policy applies."""

    kind: Literal["review-policy"]
    controls: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
    policy: ReviewPolicy
    paragraph: NonEmpty
    gates: tuple[Gate, ...] = ()


class Exemption(Model):
    """A use on which a duty is not charged, with its heading in the tariff."""

    heading: NonEmpty | None = None
    text: Text
    standing: Standing
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    taken_from: tuple[SourceId, ...] = ()


class Duty(Thresholds):
    """A customs duty on import into the United States, unless an exempt use is shown."""

    kind: Literal["duty"]
    rate: Annotated[Amount, Field(le=1_000)]
    exemptions: tuple[Exemption, ...] = ()

    @model_validator(mode="after")
    def _falls_on_figures(self) -> Self:
        if self.products or not self.any_of:
            raise ValueError("products: a duty falls on items by their figures; expected any_of alone")
        return self


class ForeignDirectProduct(Model):
    """A rule by which items made abroad are subject to US law though nothing is exported from the United States."""

    kind: Literal["foreign-direct-product"]
    paragraph: NonEmpty


class Statement(Model):
    """What an announcement or a licensing practice says of some chips. It never changes a computed status."""

    kind: Literal["statement"]
    products: Annotated[tuple[ChipId, ...], Field(min_length=1)]
    text: Text


Effect = Annotated[
    LicenceRequirement | Letter | LicenceException | ReviewChange | Duty | ForeignDirectProduct | Statement,
    Field(discriminator="kind"),
]


class LegalReference(Model):
    """Where the text of a measure is found."""

    reference: NonEmpty | None = None
    document: NonEmpty | None = None
    cfr: tuple[NonEmpty, ...] = ()
    other: NonEmpty | None = None


class Rule(Record):
    """A measure of either government that bears on which accelerator may go to China."""

    folder: ClassVar[str] = "rules"
    places: ClassVar[tuple[str, ...]] = ("rules/{id}/",)
    weight: ClassVar[float | None] = 2

    title: Text
    short_title: Text
    official_title: NonEmpty | None = None
    jurisdiction: Literal["us", "china", "malaysia"]
    instrument: Instrument
    issuer: ActorId
    citation: LegalReference = LegalReference()
    published: PartialDate | None
    unpublished: bool = False
    """Whether no text of it is known to have been published: its date is then the one on which it became known."""
    effective: PartialDate | None
    opens_period: Text | None = None
    pending: bool = False
    summary: Text
    changed: Text
    destinations: Text | None = None
    effects: tuple[Effect, ...] = ()
    replaced_by: tuple[RuleId, ...] = ()
    text: SourceId | None = None
    law_read_to: Day | None = None
    standing: Standing
    standing_note: Text | None = None
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    taken_from: tuple[SourceId, ...] = ()
    notes: tuple[Text, ...] = ()

    @property
    def caption(self) -> Text:
        return self.short_title

    @property
    def looked_at(self) -> Day | None:
        return self.law_read_to

    @property
    def sort_key(self) -> tuple[object, ...]:
        return self.dated or UNKNOWN_DATE, self.id

    @property
    def description(self) -> Text:
        return self.summary

    @property
    def names(self) -> tuple[str, ...]:
        found = (self.short_title.en, self.short_title.ar, self.citation.reference, self.citation.document)
        return tuple(name for name in found if name)

    @property
    def dated(self) -> PartialDate | None:
        """The date by which the measure is listed: when it took effect, or else when it was made known."""
        return self.effective or self.published

    @property
    def gates(self) -> tuple[Gate, ...]:
        """What an application must meet for the review policies that it sets."""
        return tuple(gate for effect in self.effects if isinstance(effect, ReviewChange) for gate in effect.gates)

    @property
    def exemptions(self) -> tuple[Exemption, ...]:
        """The uses exempt from its duties."""
        return tuple(found for effect in self.effects if isinstance(effect, Duty) for found in effect.exemptions)

    @property
    def groups(self) -> Iterator[ThresholdGroup]:
        """The groups of thresholds of all its effects."""
        for effect in self.effects:
            if isinstance(effect, Thresholds):
                yield from effect.any_of
