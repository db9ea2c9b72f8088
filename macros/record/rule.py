"""Rules: the measures of either government that bear on which accelerator may go to China."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from .fields import UNKNOWN_DATE, ActorId, ChipId, Day, Model, NonEmpty, PartialDate, Rate, RuleId, SourceId, Text
from .shared import Record, Standing

QUANTITIES = (
    "total_processing_performance",
    "performance_density",
    "memory_bandwidth",
    "interconnect_bandwidth",
)
"""What thresholds compare, in the order in which pages name it."""

BOUNDS = ("at_least", "above", "below", "at_most")


class Instrument(StrEnum):
    rule = "rule"
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
    not_stated = "not-stated"


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


class ThresholdGroup(Model):
    """All comparisons of a group must hold. ``paragraph`` is its place in the text, for example 3A090.a.1."""

    paragraph: NonEmpty
    name: Text | None = Field(None, description="what a reader calls it, for example first band")
    total_processing_performance: Comparison | None = Field(None, description="TOPS or TFLOPS times bits")
    performance_density: Comparison | None = Field(None, description="total processing performance per mm2")
    memory_bandwidth: Comparison | None = Field(None, description="GB/s, all DRAM")
    interconnect_bandwidth: Comparison | None = Field(None, description="GB/s, both directions")
    data_centre: bool | None = Field(None, description="true: only items designed or marketed for data centres")

    @property
    def comparisons(self) -> tuple[tuple[str, Comparison], ...]:
        """The comparisons that are set, by quantity."""
        return tuple((name, found) for name in QUANTITIES if (found := getattr(self, name)) is not None)


class Thresholds(Model):
    """What a measure takes in: items by their figures, and products by name."""

    any_of: tuple[ThresholdGroup, ...] = ()
    products: tuple[ChipId, ...] = Field((), description="products that the text names")

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not self.any_of and not self.products:
            raise ValueError("expected any_of or products")
        return self


class LicenceRequirement(Thresholds):
    """Items that need a licence for China. A later effect with the same ``control`` replaces an earlier one."""

    kind: Literal["licence-requirement"]
    control: NonEmpty = Field(description="for example 3A090.a, or letter to Nvidia")
    by_letter: bool = False
    policy: ReviewPolicy
    effective: Day | None = Field(None, description="if later than the rule's own date")

    @model_validator(mode="after")
    def _policy_is_stated_or_by_letter(self) -> Self:
        if self.policy is ReviewPolicy.not_stated and not self.by_letter:
            raise ValueError(
                "policy not-stated leaves no status to compute; expected by_letter: true, or another policy"
            )
        return self


class ReviewChange(Thresholds):
    """A new review policy for items that need a licence under ``controls``."""

    kind: Literal["review-policy"]
    controls: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
    policy: Literal[ReviewPolicy.presumption_of_denial, ReviewPolicy.case_by_case]


class Duty(Thresholds):
    """A customs duty on import into the United States."""

    kind: Literal["duty"]
    rate: Rate = Field(description="per cent ad valorem")

    @model_validator(mode="after")
    def _falls_on_figures(self) -> Self:
        if self.products:
            raise ValueError("products: a duty falls on items by their figures; expected any_of alone")
        return self


class Statement(Model):
    """What an announcement or a licensing practice says of some chips. It never changes a computed status."""

    kind: Literal["statement"]
    products: Annotated[tuple[ChipId, ...], Field(min_length=1)]
    text: Text


Effect = Annotated[LicenceRequirement | ReviewChange | Duty | Statement, Field(discriminator="kind")]


class Condition(Model):
    """What an applicant must meet or certify."""

    text: Text
    where: NonEmpty | None = None
    standing: Standing
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]


class LegalReference(Model):
    """Where the text of a measure is found."""

    reference: NonEmpty | None = Field(None, description="for example 91 FR 1684")
    document: NonEmpty | None = Field(None, description="for example 2026-00789")
    cfr: tuple[NonEmpty, ...] = ()
    other: NonEmpty | None = None


class Rule(Record):
    """A measure of either government that bears on which accelerator may go to China."""

    folder: ClassVar[str] = "rules"
    places: ClassVar[tuple[str, ...]] = ("rules/{id}/",)
    weight: ClassVar[float] = 2

    title: Text
    short_title: Text
    official_title: NonEmpty | None = Field(None, description="in the language of the text")
    jurisdiction: Literal["us", "china"]
    instrument: Instrument
    issuer: ActorId
    citation: LegalReference = LegalReference()
    published: PartialDate | None
    effective: PartialDate | None
    opens_period: Text | None = Field(None, description="heading of the period of the status table that begins with it")
    pending: bool = Field(False, description="true for a bill that is not law")
    summary: Text = Field(description="what it says, in one sentence")
    changed: Text
    destinations: Text | None = None
    effects: tuple[Effect, ...] = ()
    conditions: tuple[Condition, ...] = ()
    replaced_by: tuple[RuleId, ...] = ()
    text: SourceId | None = Field(None, description="the official text")
    standing: Standing
    standing_note: Text | None = None
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    notes: tuple[Text, ...] = ()

    @property
    def caption(self) -> Text:
        return self.short_title

    @property
    def sort_key(self) -> tuple[object, ...]:
        return self.dated or UNKNOWN_DATE, self.id

    @property
    def description(self) -> Text:
        return self.summary

    @property
    def names(self) -> tuple[str, ...]:
        citation = self.citation
        found = (self.short_title.en, self.short_title.ar, citation.reference, citation.document, *citation.cfr)
        return tuple(name for name in found if name)

    @property
    def dated(self) -> PartialDate | None:
        """The date by which the measure is listed: when it took effect, or else when it was made known."""
        return self.effective or self.published

    @property
    def groups(self) -> Iterator[ThresholdGroup]:
        """The groups of thresholds of all its effects."""
        for effect in self.effects:
            if isinstance(effect, Thresholds):
                yield from effect.any_of
