"""What a record is: one pydantic model for each kind.

A record is one YAML file; the file's name is the record's id and never stands inside it. Texts are bilingual, and may
point at figures and records in the syntax that ``references.py`` documents.
"""
from __future__ import annotations

from datetime import date as Date
from typing import Annotated, Literal

from pydantic import Field, HttpUrl, PlainSerializer, model_validator

from .fields import ActorId, ChipId, ClaimId, ConflictId, EventId, Model, NonEmpty, PartialDate, RuleId, SourceId, Text
from .vocabulary import (
    ActorKind, AttributionKind, Basis, Drift, EventRelationType, Extent, Instrument, InterestBasis, LaterStatus, Level,
    QuantityKind, Read, RelationType, ReviewPolicy, Seen, Side, SourceKind, SourcingKind, Standing, StepName, StepState, Topic,
    VariantUse, Verdict,
)


class Record(Model):
    """One file under ``data/``. The id is the file's name and never stands inside the file."""

    id: NonEmpty


Url = Annotated[HttpUrl, PlainSerializer(str)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$", description="BCP 47, for example en or zh-Hant")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


# --- sources ---------------------------------------------------------------------------------------------------------

class Copy(Model):
    """A page on which a source was read; never a source of its own."""

    url: Url | None = None
    language: Language
    extent: Extent
    note: Text | None = None


class SeedParagraph(Model):
    """The fingerprint of one paragraph of the article, and why it makes no claim, if it makes none."""

    sha256: Sha256
    no_claim: Text | None = None


class Source(Record):
    """The original report or document. Texts that retell it in their own words are sources with ``derived_from``."""

    kind: SourceKind
    publisher: ActorId | Text
    title: Text
    author: NonEmpty | None = None
    date: PartialDate | None
    language: Language
    url: Url | None
    read: Read
    read_note: Text | None = None
    copies: tuple[Copy, ...] = ()
    derived_from: tuple[SourceId, ...] = ()
    note: Text | None = None
    paragraphs: tuple[SeedParagraph, ...] = ()


# --- claims ----------------------------------------------------------------------------------------------------------

class Attribution(Model):
    """Who is named as the one who said it, in one report of a claim."""

    kind: AttributionKind
    who: Text | None = None
    count: Annotated[int, Field(ge=1)] | None = Field(None, description="number of anonymous people, where it is given")

    @model_validator(mode="after")
    def _count_is_of_anonymous_people(self):
        if self.count is not None and self.kind is not AttributionKind.anonymous:
            raise ValueError("count is the number of anonymous people; expected kind: anonymous")
        return self


class Locator(Model):
    paragraph: Annotated[int, Field(ge=1)]


class Report(Model):
    """One station on a claim's journey. ``taken_from`` says where it has the claim from, if not from ``derived_from``."""

    source: SourceId
    locator: Locator | None = None
    seen: Seen = Seen.direct
    seen_in: tuple[SourceId, ...] = ()
    attribution: Attribution
    taken_from: tuple[SourceId, ...] | None = None
    drift: Drift | None = None
    certainty: Level | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _drift_has_its_certainty(self):
        if (self.drift is None) != (self.certainty is None):
            raise ValueError("expected drift and certainty together, or neither")
        return self


class Finding(Model):
    """What this dossier found about a claim on a day, and what the finding rests on."""

    date: Date
    verdict: Verdict
    basis: Basis
    confidence: Level
    note: Text
    sources: tuple[SourceId, ...] = ()
    rules: tuple[RuleId, ...] = ()


class ClaimFigure(Model):
    value: float
    unit: Text
    comparison: Literal["about", "more-than", "exactly"]


class Quotation(Model):
    """Words that a named person said; ``note`` says through how many translations they came."""

    speaker: ActorId
    text: Text
    note: Text


class About(Model):
    actors: tuple[ActorId, ...] = ()
    chips: tuple[ChipId, ...] = ()
    rules: tuple[RuleId, ...] = ()


class Later(Model):
    """What became of the claim after the article."""

    status: LaterStatus
    note: Text | None = None
    events: tuple[EventId, ...] = ()


class Claim(Record):
    """A statement of the article, the reports it travelled through (oldest first), and the dated findings on it."""

    code: Annotated[str, Field(pattern=r"^C\d{2}$")]
    statement: Text
    topic: Topic
    step: StepName | None = None
    about: About = About()
    figures: dict[str, ClaimFigure] = {}
    quotation: Quotation | None = None
    reports: Annotated[tuple[Report, ...], Field(min_length=1)]
    findings: Annotated[tuple[Finding, ...], Field(min_length=1)]
    later: Later
    keywords: tuple[NonEmpty, ...] = Field((), description="other words by which readers look for it, for search only")
    depends_on: tuple[ClaimId, ...] = ()
    mistakes_step_for: StepName | None = Field(None, description="the later step that the wording takes this one for")

    @model_validator(mode="after")
    def _findings_in_order(self):
        if list(self.findings) != sorted(self.findings, key=lambda finding: finding.date):
            raise ValueError("findings: expected in order of date, newest last")
        return self


# --- actors ----------------------------------------------------------------------------------------------------------

class ActorName(Text):
    zh: tuple[NonEmpty, ...] = ()


class Interest(Model):
    """What an actor wants, and how that is known."""

    basis: InterestBasis
    text: Text
    sources: tuple[SourceId, ...] = ()

    @model_validator(mode="after")
    def _known_from_a_source(self):
        if self.basis is not InterestBasis.not_stated and not self.sources:
            raise ValueError("sources: expected at least one source for an interest that is stated or reported")
        return self


class Relation(Model):
    type: RelationType
    to: ActorId
    note: Text | None = None
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]


class Actor(Record):
    name: ActorName
    variants: tuple[NonEmpty, ...] = Field((), description="other spellings, for search only")
    kind: ActorKind
    side: Side
    role: Text
    interest: Interest
    relations: tuple[Relation, ...] = ()
    note: Text | None = None


# --- chips -----------------------------------------------------------------------------------------------------------

class Alternative(Model):
    """A figure that another source gives for the same thing."""

    value: float
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    note: Text | None = None


class Figure(Model):
    """A published figure with the sources in which it was seen. Units are fixed by the field's name."""

    value: float
    standing: Standing
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    note: Text | None = None
    alternatives: tuple[Alternative, ...] = ()


class ChipFigures(Model):
    """Dense peak rates as a data sheet prints them (a multiply-accumulate counts as two operations), and the rest."""

    int4: Figure | None = Field(None, description="TOPS, dense")
    int8: Figure | None = Field(None, description="TOPS, dense")
    fp4: Figure | None = Field(None, description="TFLOPS, dense")
    fp8: Figure | None = Field(None, description="TFLOPS, dense")
    fp16: Figure | None = Field(None, description="TFLOPS, dense, FP16 or BF16")
    tf32: Figure | None = Field(None, description="TFLOPS, dense")
    memory_capacity: Figure | None = Field(None, description="GB")
    memory_bandwidth: Figure | None = Field(None, description="GB/s, all DRAM")
    interconnect_bandwidth: Figure | None = Field(None, description="GB/s, both directions, chip to chip")
    die_area: Figure | None = Field(None, description="mm2, all logic dies on a non-planar process")
    power: Figure | None = Field(None, description="W")


class Chip(Record):
    name: NonEmpty
    short_name: NonEmpty = Field(description="as running text names it, for example H200")
    vendor: ActorId
    architecture: NonEmpty | None
    process: NonEmpty | None = None
    memory_type: NonEmpty | None = None
    announced: PartialDate | None
    announced_sources: tuple[SourceId, ...] = ()
    first_known: PartialDate | None = Field(None, description="earliest date a source knows it, if no announcement is established")
    released: bool = Field(True, description="false for a chip that was only reported or planned")
    data_centre: bool = Field(True, description="designed or marketed for data centres")
    us_origin: bool = Field(description="whether US export rules decide its way to China")
    figures: ChipFigures
    summary: Text
    note: Text | None = None


# --- rules -----------------------------------------------------------------------------------------------------------

class Comparison(Model):
    """One bound or two. ``at_least`` is >=, ``above`` >, ``below`` <, ``at_most`` <=."""

    at_least: float | None = None
    above: float | None = None
    below: float | None = None
    at_most: float | None = None

    @model_validator(mode="after")
    def _has_a_bound(self):
        if all(bound is None for bound in (self.at_least, self.above, self.below, self.at_most)):
            raise ValueError("expected at_least, above, below or at_most")
        return self


class ThresholdGroup(Model):
    """All comparisons of a group must hold. ``paragraph`` is its place in the text, for example 3A090.a.1."""

    paragraph: NonEmpty
    name: Text | None = Field(None, description="what a reader calls it, for example first band")
    total_processing_performance: Comparison | None = Field(None, description="TOPS or TFLOPS times bits")
    performance_density: Comparison | None = Field(None, description="total processing performance per mm2")
    memory_bandwidth: Comparison | None = Field(None, description="GB/s, all DRAM")
    interconnect_bandwidth: Comparison | None = Field(None, description="GB/s, both directions")
    data_centre: bool | None = Field(None, description="true: only items designed or marketed for data centres")


class Thresholds(Model):
    any_of: tuple[ThresholdGroup, ...] = ()
    products: tuple[ChipId, ...] = Field((), description="products that the text names")

    @model_validator(mode="after")
    def _not_empty(self):
        if not self.any_of and not self.products:
            raise ValueError("expected any_of or products")
        return self


class LicenceRequirement(Thresholds):
    """Items that need a licence for China. A later effect with the same ``control`` replaces an earlier one."""

    kind: Literal["licence-requirement"]
    control: NonEmpty = Field(description="for example 3A090.a, or letter to Nvidia")
    by_letter: bool = False
    policy: ReviewPolicy
    effective: Date | None = Field(None, description="if later than the rule's own date")
    until: Date | None = Field(None, description="last day in force, if it ended without a successor")


class ReviewChange(Thresholds):
    """A new review policy for items that need a licence under ``controls``."""

    kind: Literal["review-policy"]
    controls: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
    policy: ReviewPolicy


class Duty(Thresholds):
    """A customs duty on import into the United States."""

    kind: Literal["duty"]
    rate: float = Field(description="per cent ad valorem")


class Statement(Model):
    """What an announcement or a licensing practice says of some chips. It never changes a computed status."""

    kind: Literal["statement"]
    products: Annotated[tuple[ChipId, ...], Field(min_length=1)]
    text: Text


Effect = Annotated[LicenceRequirement | ReviewChange | Duty | Statement, Field(discriminator="kind")]


class Condition(Model):
    text: Text
    where: NonEmpty | None = None
    standing: Standing
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]


class Citation(Model):
    reference: NonEmpty | None = Field(None, description="for example 91 FR 1684")
    document: NonEmpty | None = Field(None, description="for example 2026-00789")
    cfr: tuple[NonEmpty, ...] = ()
    other: NonEmpty | None = None


class Rule(Record):
    """A measure of either government that bears on which accelerator may go to China."""

    title: Text
    short_title: Text
    official_title: NonEmpty | None = Field(None, description="in the language of the text")
    jurisdiction: Literal["us", "china"]
    instrument: Instrument
    issuer: ActorId
    citation: Citation = Citation()
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


# --- events, steps, conclusions, caveats, terms ----------------------------------------------------------------------

class Sourcing(Model):
    kind: SourcingKind
    count: Annotated[int, Field(ge=1)] | None = Field(None, description="number of anonymous people, where it is given")
    named: Text | None = None
    note: Text | None = None


class EventRelation(Model):
    type: EventRelationType
    to: EventId
    note: Text | None = None


Count = Annotated[int, Field(ge=0)]


class Quantity(Model):
    """A number of chips that the event's own text reports: one value, one bound, or a range from ``low`` to ``high``."""

    kind: QuantityKind
    value: Count | None = Field(None, description="about or exactly; 0 where a report says none")
    above: Count | None = None
    at_most: Count | None = None
    below: Count | None = None
    low: Count | None = None
    high: Count | None = None
    product: ChipId
    buyer: Text | None = Field(None, description="for whom, for example each customer; if not, for all Chinese buyers")
    conflict: ConflictId | None = Field(None, description="the conflict between reports in which it is one of the answers")

    @model_validator(mode="after")
    def _one_number(self):
        given = {name for name in ("value", "above", "at_most", "below", "low", "high") if getattr(self, name) is not None}
        if given not in ({"value"}, {"above"}, {"at_most"}, {"below"}, {"low", "high"}):
            raise ValueError("expected one of value, above, at_most and below, or low and high")
        return self


class Event(Record):
    date: PartialDate
    title: Text
    summary: Text
    side: Side
    step: StepName | None = None
    about: About = About()
    first_reported_by: Text
    sourcing: Sourcing
    sources: tuple[SourceId, ...]
    relations: tuple[EventRelation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    confidence: Level


class ConflictSide(Model):
    """One of several answers to the same question, with who gives it."""

    answer: Text
    by: Text = Field(description="who says so, and when")
    date: PartialDate | None = None
    sources: tuple[SourceId, ...] = ()
    events: tuple[EventId, ...] = ()


class Conflict(Record):
    """A question on which reports disagree; all answers stand, oldest first, and ``reading`` is this dossier's."""

    question: Text
    sides: Annotated[tuple[ConflictSide, ...], Field(min_length=2)]
    reading: Text
    about: About = About()
    step: StepName | None = None


class Step(Record):
    """One of the nine steps from enquiry to revenue, as far as it had come on ``date``."""

    order: Annotated[int, Field(ge=1, le=9)]
    name: Text
    meaning: Text = Field(description="what the step is, and what it is not")
    state: StepState
    date: Date
    brief: Text = Field(description="the latest that is established, in a few words")
    status: Text
    contradicted_by: Text | None = None
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)] = Field(description="best first")


class Conclusion(Record):
    """One of the findings that the overview puts first."""

    order: Annotated[int, Field(ge=1)]
    heading: Text
    text: Text
    date: Date
    verdict: Verdict | None = Field(None, description="on the article's claim, where it makes one")
    basis: Basis
    claims: tuple[ClaimId, ...] = ()
    rules: tuple[RuleId, ...] = ()
    sources: tuple[SourceId, ...] = ()


class Caveat(Record):
    """A weakness of the article's sourcing, and the claims that it touches."""

    title: Text
    text: Text
    claims: tuple[ClaimId, ...] = ()


class Variant(Model):
    form: NonEmpty
    use: VariantUse
    why: Text | None = None
    seen_in: SourceId | None = None


class Term(Record):
    name: Text
    definition: Text
    variants: tuple[Variant, ...] = ()


KINDS: dict[str, type[Record]] = {
    "claims": Claim, "sources": Source, "actors": Actor, "chips": Chip, "rules": Rule, "events": Event, "conflicts": Conflict,
    "steps": Step, "conclusions": Conclusion, "caveats": Caveat, "terms": Term,
}
"""The kinds of record, by the name of their folder under ``data/``."""
