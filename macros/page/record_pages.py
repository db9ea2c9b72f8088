"""What the page of a record shows beside the record itself: for each kind that shows more, a small object.

A template gets it as ``shown``. Every value is computed here from the dossier and the law; the template places it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from ..law import measures
from ..law.certainty import Inputs, Margin, Turn
from ..law.day import Cell, Law, Move, Spell
from ..law.measures import Processing
from ..law.policy import Band, Status
from ..provenance.evidence import stated_by
from ..provenance.origins import Origins, Station, behind, journey, origins
from ..reading.dossier import Dossier
from ..record.actor import Actor, Relation
from ..record.caveat import Caveat
from ..record.chip import Chip, DataCentre, GateFinding, Published
from ..record.claim import Claim, Finding
from ..record.conflict import Conflict
from ..record.event import Event, EventRelation, Quantity, SourcingKind
from ..record.fields import Text
from ..record.question import Question
from ..record.rule import Gate, Instrument, LicenceException, Rule, Statement, ThresholdGroup, Thresholds
from ..record.shared import Record
from ..record.source import Source
from .rulers import Bar, Ruler, ratios, ruler

R = TypeVar("R", bound=Record)

Citing = tuple[type[Record], tuple[Record, ...]]
"""A kind, and its records that refer to the page's own."""


def in_time(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events in order of time."""
    return tuple(sorted(events, key=lambda event: event.date))


def newest_first(records: Iterable[R]) -> tuple[R, ...]:
    """Records by date, the newest first; those without a date at the end, each otherwise in its place."""
    return tuple(sorted(records, key=lambda record: record.dated or "", reverse=True))


@dataclass(frozen=True)
class RecordPage(Generic[R]):
    """What every page of a record shows."""

    dossier: Dossier
    law: Law
    record: R

    @property
    def told(self) -> Iterable[Record]:
        """Records that refer to this one and that the page tells in a place of their own."""
        return ()

    @cached_property
    def cited_by(self) -> tuple[Citing, ...]:
        """All other records that refer to this one, in a field or in a text, by kind, the newest first."""
        told = set(map(id, self.told))
        left = (
            (kind, newest_first(record for record in records if id(record) not in told))
            for kind, records in self.dossier.cited_by(self.record)
        )
        return tuple((kind, records) for kind, records in left if records)


@dataclass(frozen=True)
class Ratio:
    """Two chips, measure by measure."""

    chip: Chip
    other: Chip
    bars: tuple[Bar, ...]


def compared(dossier: Dossier) -> Claim | None:
    """The claim of the article that gives a ratio of two chips."""
    return next(
        (claim for claim in dossier.all(Claim) if "ratio" in claim.figures and len(claim.about.chips) > 1), None
    )


class ClaimPage(RecordPage[Claim]):
    """A claim: its finding, what the article's wording went through, and what the finding rests on."""

    @property
    def finding(self) -> Finding:
        return self.record.finding

    @property
    def earlier(self) -> tuple[Finding, ...]:
        """The findings that stood before, newest first."""
        return self.record.findings[-2::-1]

    @cached_property
    def origins(self) -> Origins:
        return origins(self.dossier, self.record)

    @cached_property
    def evidence(self) -> Origins:
        return behind(self.dossier, [self.finding])

    @property
    def stations(self) -> tuple[Station, ...]:
        return journey(self.dossier, self.record)

    @property
    def ratio(self) -> Ratio | None:
        """The two chips of a claim that gives their ratio, with that ratio among the bars."""
        chips = self.record.about.chips
        if "ratio" not in self.record.figures or len(chips) < 2:
            return None
        chip, other = self.dossier[chips[0]], self.dossier[chips[1]]
        return Ratio(chip, other, ratios(chip, other, self.record.figures["ratio"].value))

    @property
    def later_events(self) -> tuple[Event, ...]:
        return in_time(self.dossier[event] for event in self.record.later.events)

    @property
    def depends_on(self) -> tuple[Claim, ...]:
        return tuple(self.dossier[claim] for claim in self.record.depends_on)

    @cached_property
    def caveats(self) -> tuple[Caveat, ...]:
        return self.dossier.citing(self.record, Caveat)

    @property
    def told(self) -> Iterable[Record]:
        return self.caveats


class ActorPage(RecordPage[Actor]):
    """An actor: what it does to others, and others to it."""

    @cached_property
    def relations(self) -> tuple[tuple[Relation, Actor], ...]:
        """This actor's relations, each with the other actor."""
        return tuple((relation, self.dossier[relation.to]) for relation in self.record.relations)

    @cached_property
    def relations_to(self) -> tuple[tuple[Actor, Relation], ...]:
        """The relations that other actors have to this one."""
        return tuple(
            (other, relation)
            for other in self.dossier.all(Actor)
            for relation in other.relations
            if relation.to == self.record.id
        )

    @property
    def ties(self) -> tuple[tuple[Actor, Relation, Actor], ...]:
        """All of them, each from whom to whom; this actor's own first."""
        return (
            *((self.record, relation, other) for relation, other in self.relations),
            *((other, relation, self.record) for other, relation in self.relations_to),
        )

    @property
    def told(self) -> Iterable[Record]:
        return [actor for actor, _ in self.relations_to] + [actor for _, actor in self.relations]

    @property
    def only_made(self) -> bool:
        """Whether nothing refers to it but what it makes or publishes, and it stands in no relation."""
        named = any(kind not in (Chip, Source) for kind, _ in self.cited_by)
        return not (named or self.relations or self.relations_to)


class ChipPage(RecordPage[Chip]):
    """A chip: what the law measures of it, and what status that gives it."""

    @cached_property
    def processing(self) -> Processing | None:
        return measures.total_processing_performance(self.record)

    @cached_property
    def density(self) -> float | None:
        return measures.performance_density(self.record)

    @cached_property
    def ruler(self) -> Ruler | None:
        return ruler(self.law, self.record)

    @property
    def spell(self) -> Spell | None:
        """The status that holds now, and since when; None before the first rule."""
        return self.law.spell(self.record)

    @property
    def now(self) -> Status:
        """The status now, with its steps."""
        return self.law.status(self.record)

    @property
    def margin(self) -> Margin | None:
        """The nearest line whose crossing would change the status now."""
        return self.law.margin(self.record)

    @property
    def inputs(self) -> Inputs | None:
        """The standing of the figures that decide now."""
        return self.law.inputs(self.record)

    def standing(self, found: Published | DataCentre | GateFinding) -> str:
        """How well something published of the chip is established, as an interface string: for what was seen in a
        text, whose text it is."""
        authority = stated_by(self.dossier, self.record, found)
        return f"stated_by.{authority}" if authority else f"standing.{found.standing}"

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The published alternatives that would change the status now."""
        return self.law.turning(self.record)

    @property
    def gates(self) -> tuple[tuple[Gate, GateFinding], ...]:
        """What is known of the chip at each gate that depends on the product."""
        return tuple((self.law.gates[id], finding) for finding in self.record.gates for id in finding.gates)

    @property
    def row(self) -> tuple[Cell, ...]:
        """The status by period; nothing for a chip that is not exported from the United States."""
        return self.law.row(self.record) if self.record.exported_from_us else ()

    @property
    def band(self) -> Band | None:
        return self.law.band(self.record)

    @property
    def ratios(self) -> tuple[Ratio, ...]:
        """This chip against each of the two that the article compares, the weaker first."""
        claim = compared(self.dossier)
        others = [self.dossier[chip] for chip in reversed(claim.about.chips[:2])] if claim else []
        found = (Ratio(self.record, other, ratios(self.record, other)) for other in others if other is not self.record)
        return tuple(ratio for ratio in found if ratio.bars)


@dataclass(frozen=True)
class ThresholdRow:
    """One line of a rule's table of thresholds: a group, or the products that the text names."""

    effect: Thresholds
    group: ThresholdGroup | None
    chips: tuple[Chip, ...]


class RulePage(RecordPage[Rule]):
    """A rule: what it takes in, and which chips it moved."""

    @property
    def headline(self) -> str:
        """What the head says of it, as an interface string: pending, an announcement, in force, or without a date."""
        if self.record.pending:
            return "rule.pending"
        if self.record.instrument is Instrument.announcement:
            return "rule.announcement"
        return "rule.in_force" if self.record.effective else "rule.no_effective"

    @property
    def thresholds(self) -> tuple[ThresholdRow, ...]:
        return tuple(
            row for effect in self.record.effects if isinstance(effect, Thresholds) for row in self._rows(effect)
        )

    def _rows(self, effect: Thresholds) -> Iterable[ThresholdRow]:
        for group in effect.any_of:
            yield ThresholdRow(effect, group, ())
        if effect.products:
            yield ThresholdRow(effect, None, tuple(self.dossier[chip] for chip in effect.products))

    @property
    def exceptions(self) -> tuple[LicenceException, ...]:
        """The licence exceptions that it sets."""
        return tuple(effect for effect in self.record.effects if isinstance(effect, LicenceException))

    @property
    def decides(self) -> bool:
        """Whether an effect of it can change a status or fall on a chip."""
        return any(not isinstance(effect, Statement) for effect in self.record.effects)

    @property
    def statements(self) -> tuple[tuple[tuple[Chip, ...], Text], ...]:
        """What it says of chips without deciding about them."""
        return tuple(
            (tuple(self.dossier[chip] for chip in effect.products), effect.text)
            for effect in self.record.effects
            if isinstance(effect, Statement)
        )

    @property
    def moves(self) -> tuple[Move, ...]:
        return self.law.moved_by(self.record)

    @property
    def taxed(self) -> tuple[tuple[Chip, Band], ...]:
        return self.law.taxed_by(self.record)

    @property
    def official(self) -> Source | None:
        """Its own text, or the statement that it is."""
        return self.dossier[self.record.text] if self.record.text else None

    @property
    def in_force_from(self) -> str | None:
        """The day on which it took effect; an announcement takes none."""
        return None if self.record.instrument is Instrument.announcement else self.record.effective

    @property
    def replaced_by(self) -> tuple[Rule, ...]:
        return tuple(self.dossier[rule] for rule in self.record.replaced_by)


@dataclass(frozen=True)
class ParagraphRow:
    """A paragraph of the article: its number, fingerprint, and the claims it makes or why it makes none."""

    number: int
    sha256: str
    claims: tuple[Claim, ...]
    no_claim: Text | None

    @property
    def fingerprint(self) -> str:
        """As much of it as an eye compares."""
        return self.sha256[:16]


class SourcePage(RecordPage[Source]):
    """A source: where it stands in the chain, and what rests on it."""

    @property
    def derived_from(self) -> tuple[Source, ...]:
        return tuple(self.dossier[source] for source in self.record.derived_from)

    @cached_property
    def derived(self) -> tuple[Source, ...]:
        """The sources that retell or name this one."""
        return self.dossier.citing(self.record, Source)

    @property
    def paragraphs(self) -> tuple[ParagraphRow, ...]:
        claims = self.dossier.all(Claim)
        return tuple(
            ParagraphRow(
                number,
                paragraph.sha256,
                tuple(claim for claim in claims if claim.paragraph == number),
                paragraph.no_claim,
            )
            for number, paragraph in enumerate(self.record.paragraphs, 1)
        )

    @property
    def told(self) -> Iterable[Record]:
        return self.derived


@dataclass(frozen=True)
class ReportedNumber:
    """A number of chips that an event reports, its chip, and the conflict in which it is an answer."""

    quantity: Quantity
    chip: Chip
    conflict: Conflict | None


class EventPage(RecordPage[Event]):
    """An event: on whose word it rests, and what it bears on."""

    @property
    def sourcing(self) -> tuple[str, dict[str, int]]:
        """On whose word the first report rests, as an interface string with its values."""
        sourcing = self.record.sourcing
        if sourcing.kind is SourcingKind.anonymous and sourcing.count:
            return "attribution.anonymous_count", {"n": sourcing.count}
        return f"sourcing.{sourcing.kind}", {}

    @property
    def others(self) -> int | None:
        """The number of anonymous people beside a named, official or written source."""
        sourcing = self.record.sourcing
        return None if sourcing.kind is SourcingKind.anonymous else sourcing.count

    @cached_property
    def relations(self) -> tuple[tuple[EventRelation, Event], ...]:
        """This event's relations, each with the other event."""
        return tuple((relation, self.dossier[relation.to]) for relation in self.record.relations)

    @cached_property
    def relating(self) -> tuple[Event, ...]:
        """Events that name this one, without those that it names itself."""
        named = {relation.to for relation in self.record.relations}
        return tuple(event for event in self.dossier.citing(self.record, Event) if event.id not in named)

    @property
    def numbers(self) -> tuple[ReportedNumber, ...]:
        """The numbers of chips that it reports."""
        return tuple(
            ReportedNumber(
                quantity,
                self.dossier[quantity.product],
                self.dossier[quantity.conflict] if quantity.conflict else None,
            )
            for quantity in self.record.quantities
        )

    @property
    def about(self) -> tuple[Record, ...]:
        """Actors, chips and rules concerned."""
        about = self.record.about
        return (
            *(self.dossier[actor] for actor in about.actors),
            *(self.dossier[chip] for chip in about.chips),
            *(self.dossier[rule] for rule in about.rules),
        )

    @property
    def told(self) -> Iterable[Record]:
        return [*self.relating, *(event for _, event in self.relations)]


class QuestionPage(RecordPage[Question]):
    """A question: its answer, and what it rests on."""

    @cached_property
    def spells(self) -> tuple[tuple[Chip, Spell | None], ...]:
        """The chips on whose status the answer turns, with that status and since when it holds."""
        return tuple((chip, self.law.spell(chip)) for chip in (self.dossier[id] for id in self.record.chips))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Newest first."""
        return in_time(self.dossier[event] for event in self.record.events)[::-1]

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        return tuple(self.dossier[conflict] for conflict in self.record.conflicts)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What the article says of it."""
        return tuple(self.dossier[claim] for claim in self.record.claims)

    @property
    def evidence(self) -> Origins:
        return behind(self.dossier, [self.record])


_PAGES: dict[type[Record], type[RecordPage[Any]]] = {
    Claim: ClaimPage,
    Actor: ActorPage,
    Chip: ChipPage,
    Rule: RulePage,
    Source: SourcePage,
    Event: EventPage,
    Question: QuestionPage,
}


def record_page(dossier: Dossier, law: Law, record: Record) -> RecordPage[Any]:
    """What the page of a record shows."""
    return _PAGES.get(type(record), RecordPage)(dossier, law, record)
