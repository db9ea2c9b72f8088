"""Claims: the statements of the article, the reports they travelled through, and what was found about them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from .fields import ActorId, ClaimId, Day, EventId, Id, Model, NonEmpty, Position, Rate, RuleId, SourceId, StepId, Text
from .shared import About, Basis, Level, Record, Verdict


class Topic(StrEnum):
    policy_gap = "policy-gap"
    demand = "demand"
    supply = "supply"
    performance = "performance"
    beijing = "beijing"
    grey_market = "grey-market"
    domestic_alternatives = "domestic-alternatives"
    sourcing = "sourcing"


class AttributionKind(StrEnum):
    named = "named"
    official = "official"
    document = "document"
    anonymous = "anonymous"
    publication = "publication"
    none = "none"
    unknown = "unknown"


class Seen(StrEnum):
    """How a report's passage was read."""

    direct = "direct"
    machine_translation = "machine-translation"
    summary = "summary"
    not_seen = "not-seen"


class Drift(StrEnum):
    """What happened to a claim on the way to the article."""

    faithful = "faithful"
    attribution_lost = "attribution-lost"
    strengthened = "strengthened"
    weakened = "weakened"
    added = "added"
    omitted_context = "omitted-context"
    distorted = "distorted"
    undetermined = "undetermined"


class LaterStatus(StrEnum):
    confirmed = "confirmed"
    partly_confirmed = "partly-confirmed"
    partly_contradicted = "partly-contradicted"
    contradicted = "contradicted"
    superseded = "superseded"
    not_checked = "not-checked"


class Attribution(Model):
    """Who is named as the one who said it, in one report of a claim."""

    kind: AttributionKind
    who: Text | None = None
    count: Position | None = None

    @model_validator(mode="after")
    def _count_is_of_anonymous_people(self) -> Self:
        if self.count is not None and self.kind is not AttributionKind.anonymous:
            raise ValueError("count is the number of anonymous people; expected kind: anonymous")
        if self.who and self.kind in (AttributionKind.none, AttributionKind.unknown):
            raise ValueError(f"who: named, though the kind is '{self.kind}'; expected another kind, or nobody")
        return self


class Locator(Model):
    """The paragraph of the article that makes the claim."""

    paragraph: Position


class Report(Model):
    """One station on a claim's journey. ``taken_from`` says where it has the claim from, if not from
    ``derived_from``."""

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
    def _drift_has_its_certainty(self) -> Self:
        if (self.drift is None) != (self.certainty is None):
            raise ValueError("expected drift and certainty together, or neither")
        return self


class Finding(Model):
    """What this dossier found about a claim on a day, and what the finding rests on."""

    date: Day
    verdict: Verdict
    basis: Basis
    confidence: Level
    note: Text
    sources: tuple[SourceId, ...] = ()
    taken_from: tuple[SourceId, ...] = ()
    rules: tuple[RuleId, ...] = ()


class ClaimFigure(Model):
    """A number that the article gives."""

    value: Rate
    unit: Text
    comparison: Literal["about", "more-than", "exactly"]


class Quotation(Model):
    """Words that a named person said; ``note`` says through how many translations they came."""

    speaker: ActorId
    text: Text
    note: Text


class Later(Model):
    """What became of the claim after the article."""

    status: LaterStatus
    note: Text | None = None
    events: tuple[EventId, ...] = ()


class Claim(Record):
    """A statement of the article, the reports it travelled through (oldest first), and the dated findings on it."""

    folder: ClassVar[str] = "claims"
    places: ClassVar[tuple[str, ...]] = ("claims/{id}/",)
    weight: ClassVar[float | None] = 2

    code: Annotated[str, Field(pattern=r"^C(0[1-9]|[1-9][0-9]{1,3})$")]
    statement: Text
    topic: Topic
    step: StepId | None = None
    about: About = About()
    figures: dict[Id, ClaimFigure] = {}
    quotation: Quotation | None = None
    reports: Annotated[tuple[Report, ...], Field(min_length=1)]
    findings: Annotated[tuple[Finding, ...], Field(min_length=1)]
    later: Later
    keywords: tuple[NonEmpty, ...] = ()
    depends_on: tuple[ClaimId, ...] = ()
    mistakes_step_for: StepId | None = None

    @property
    def caption(self) -> Text:
        return self.statement

    @property
    def looked_at(self) -> Day:
        return self.finding.date

    @property
    def sort_key(self) -> tuple[object, ...]:
        return (int(self.code[1:]),)

    @property
    def description(self) -> Text:
        return self.finding.note

    @property
    def names(self) -> tuple[str, ...]:
        return self.code, *self.keywords

    @property
    def finding(self) -> Finding:
        """The finding that stands: the newest."""
        return self.findings[-1]

    @property
    def article_report(self) -> Report:
        """The claim as the article has it."""
        return self.reports[-1]

    def had_from(self, source: SourceId, derived_from: tuple[SourceId, ...]) -> tuple[SourceId, ...]:
        """The sources from which one has the claim: those that its report names, or those it derives from."""
        report = next((report for report in self.reports if report.source == source), None)
        return report.taken_from if report and report.taken_from is not None else derived_from

    @property
    def paragraph(self) -> int:
        """The paragraph of the article that makes the claim."""
        locator = self.article_report.locator
        assert locator is not None, "the checks of the dossier see to it"
        return locator.paragraph

    @property
    def drift(self) -> Drift:
        """What happened to the claim between its original and the article."""
        drift = self.article_report.drift
        assert drift is not None, "the checks of the dossier see to it"
        return drift

    @property
    def dated(self) -> Day:
        return self.finding.date

    @property
    def judged(self) -> str:
        return f"verdict.{self.finding.verdict}"
