"""What the pages that list records show: for each component of a page of prose, a small object.

A template gets it as ``shown``. A component whose template needs only the dossier and the law has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TypeVar

from ..law import measures
from ..law.certainty import Inputs, Margin
from ..law.day import Law
from ..law.policy import Band, Status
from ..provenance.article import Edge, by_drift, by_origins, edges
from ..provenance.origins import Origins, origins
from ..reading.dossier import Dossier
from ..record.actor import Actor
from ..record.chip import Chip
from ..record.claim import Claim, Drift
from ..record.conflict import Conflict, ConflictSide
from ..record.event import Event
from ..record.fields import PartialDate, Text
from ..record.question import Question, Stand
from ..record.rule import Instrument, Rule
from ..record.shared import Record, Verdict
from ..record.source import Source
from ..record.step import Step
from ..record.term import Term
from ..record.version import Aspect, Provision, Version
from ..wording.language import Language
from .grid import by_mention
from .record_pages import in_time
from .status_page import status_page
from .view import View

R = TypeVar("R", bound=Record)


def grouped(records: Iterable[R], attribute: str) -> dict[StrEnum, tuple[R, ...]]:
    """Records by the value of a closed list, in the order of the list; values without records are left out."""
    found: dict[StrEnum, list[R]] = {}
    for record in records:
        found.setdefault(getattr(record, attribute), []).append(record)
    values = type(next(iter(found))) if found else ()
    return {value: tuple(found[value]) for value in values if value in found}


@dataclass(frozen=True)
class ClaimRow:
    """A claim of the list, and its origins."""

    claim: Claim
    origins: Origins


@dataclass(frozen=True)
class Claims:
    """All claims by topic, and by what they can be filtered."""

    claims: tuple[Claim, ...]
    verdicts: dict[Verdict, tuple[Claim, ...]]
    drifts: dict[Drift, tuple[Claim, ...]]
    topics: dict[StrEnum, tuple[ClaimRow, ...]]
    no_claim: tuple[tuple[int, Text], ...]
    """Paragraphs of the article that make no claim, with the reason."""


def claims(view: View) -> Claims:
    dossier = view.dossier
    every = dossier.all(Claim)
    verdicts = {verdict: tuple(claim for claim in every if claim.finding.verdict is verdict) for verdict in Verdict}
    return Claims(
        every,
        {verdict: found for verdict, found in verdicts.items() if found},
        by_drift(dossier),
        {
            topic: tuple(ClaimRow(claim, origins(dossier, claim)) for claim in found)
            for topic, found in grouped(every, "topic").items()
        },
        tuple(
            (number, paragraph.no_claim)
            for number, paragraph in enumerate(dossier.article.paragraphs, 1)
            if paragraph.no_claim
        ),
    )


@dataclass(frozen=True)
class Actors:
    """All actors by side."""

    count: int
    sides: dict[StrEnum, tuple[Actor, ...]]


def actors(view: View) -> Actors:
    every = view.dossier.all(Actor)
    return Actors(len(every), grouped(every, "side"))


@dataclass(frozen=True)
class ChipRow:
    """A chip with the figures that decide, its status, margin and band now."""

    chip: Chip
    maker: Actor
    processing: float | None
    density: float | None
    memory_bandwidth: float | None
    memory_capacity: float | None
    status: Status
    margin: Margin | None
    inputs: Inputs | None
    band: Band | None


@dataclass(frozen=True)
class Chips:
    """Chips exported from the United States, and the others."""

    count: int
    us: tuple[ChipRow, ...]
    foreign: tuple[ChipRow, ...]


def chips(view: View) -> Chips:
    rows = tuple(_chip_row(view.dossier, view.law, chip) for chip in view.dossier.all(Chip))
    return Chips(
        len(rows),
        tuple(row for row in rows if row.chip.exported_from_us),
        tuple(row for row in rows if not row.chip.exported_from_us),
    )


def _chip_row(dossier: Dossier, law: Law, chip: Chip) -> ChipRow:
    processing, density, bandwidth, capacity = (
        measures.figure(chip, name)
        for name in ("total_processing_performance", "performance_density", "memory_bandwidth", "memory_capacity")
    )
    return ChipRow(
        chip,
        dossier[chip.vendor],
        processing,
        density,
        bandwidth,
        capacity,
        law.status(chip),
        law.margin(chip),
        law.inputs(chip),
        law.band(chip),
    )


@dataclass(frozen=True)
class Rules:
    """US measures, US bills, Chinese measures and those of other countries."""

    count: int
    us: tuple[Rule, ...]
    bills: tuple[Rule, ...]
    china: tuple[Rule, ...]
    other: tuple[Rule, ...]


def rules(view: View) -> Rules:
    every = view.dossier.all(Rule)
    us = [rule for rule in every if rule.jurisdiction == "us"]
    return Rules(
        len(every),
        tuple(rule for rule in us if rule.instrument is not Instrument.bill),
        tuple(rule for rule in us if rule.instrument is Instrument.bill),
        tuple(rule for rule in every if rule.jurisdiction == "china"),
        tuple(rule for rule in every if rule.jurisdiction not in ("us", "china")),
    )


@dataclass(frozen=True)
class Sources:
    """All sources, by how far they were read and by kind."""

    count: int
    read: dict[StrEnum, tuple[Source, ...]]
    kinds: dict[StrEnum, tuple[Source, ...]]


def sources(view: View) -> Sources:
    every = view.dossier.all(Source)
    return Sources(len(every), grouped(every, "read"), grouped(every, "kind"))


@dataclass(frozen=True)
class Timeline:
    """All events, by side and under their months."""

    count: int
    first: PartialDate
    last: PartialDate
    sides: dict[StrEnum, tuple[Event, ...]]
    months: tuple[tuple[PartialDate, tuple[Event, ...]], ...]


def timeline(view: View) -> Timeline:
    every = view.dossier.all(Event)
    months = groupby(every, key=lambda event: event.date.month)
    return Timeline(
        len(every),
        every[0].date,
        every[-1].date,
        grouped(every, "side"),
        tuple((month, tuple(events)) for month, events in months),
    )


@dataclass(frozen=True)
class Glossary:
    """The terms in the alphabetical order of the page's language."""

    terms: tuple[Term, ...]


def glossary(view: View) -> Glossary:
    code = view.language.code
    return Glossary(tuple(sorted(view.dossier.all(Term), key=lambda term: term.name[code].casefold())))


@dataclass(frozen=True)
class StepEntry:
    """A step, and the events and claims that speak of it."""

    step: Step
    best: Source
    others: tuple[Source, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Mistaken:
    """A claim that is worded as if a later step had been reached."""

    claim: Claim
    step: Step | None
    later: Step


@dataclass(frozen=True)
class Steps:
    """The steps in their order, and the claims that take one for another."""

    entries: tuple[StepEntry, ...]
    mistaken: tuple[Mistaken, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(entry.step for entry in self.entries)


def steps(view: View) -> Steps:
    dossier = view.dossier
    entries = []
    for step in dossier.all(Step):
        best, *others = (dossier[source] for source in step.sources)
        entries.append(
            StepEntry(
                step,
                best,
                tuple(others),
                tuple(event for event in dossier.all(Event) if event.step == step.id),
                tuple(claim for claim in dossier.all(Claim) if claim.step == step.id),
            )
        )
    mistaken = tuple(
        Mistaken(claim, dossier[claim.step] if claim.step else None, dossier[claim.mistakes_step_for])
        for claim in dossier.all(Claim)
        if claim.mistakes_step_for
    )
    return Steps(tuple(entries), mistaken)


@dataclass(frozen=True)
class Dispute:
    """A conflict between reports, each side with its events in order of time, and what it is about."""

    conflict: Conflict
    sides: tuple[tuple[ConflictSide, tuple[Event, ...]], ...]
    about: tuple[Record, ...]
    step: Step | None


@dataclass(frozen=True)
class Conflicts:
    """All conflicts between reports."""

    disputes: tuple[Dispute, ...]


def conflicts(view: View) -> Conflicts:
    dossier = view.dossier
    return Conflicts(
        tuple(
            Dispute(
                conflict,
                tuple((side, in_time(dossier[event] for event in side.events)) for side in conflict.sides),
                view.records((*conflict.about.actors, *conflict.about.chips, *conflict.about.rules)),
                dossier[conflict.step] if conflict.step else None,
            )
            for conflict in dossier.all(Conflict)
        )
    )


@dataclass(frozen=True)
class DriftRow:
    """A kind of drift, its claims, and one of them as an example."""

    drift: Drift
    claims: tuple[Claim, ...]
    example: Claim


@dataclass(frozen=True)
class Drifts:
    """All claims, and what happened to them on the way."""

    claims: tuple[Claim, ...]
    rows: tuple[DriftRow, ...]

    @property
    def drifts(self) -> dict[Drift, tuple[Claim, ...]]:
        return {row.drift: row.claims for row in self.rows}


def drifts(view: View) -> Drifts:
    dossier = view.dossier
    rows = tuple(DriftRow(drift, found, found[0]) for drift, found in by_drift(dossier).items())
    return Drifts(dossier.all(Claim), rows)


@dataclass(frozen=True)
class OriginCounts:
    """Claims by the number of their independent origins; None where the origin is not established."""

    groups: dict[int | None, tuple[Claim, ...]]


def origin_counts(view: View) -> OriginCounts:
    return OriginCounts(by_origins(view.dossier))


@dataclass(frozen=True)
class Chain:
    """The ways that claims travelled, busiest first."""

    edges: tuple[Edge, ...]


def chain(view: View) -> Chain:
    return Chain(tuple(sorted(edges(view.dossier), key=lambda edge: -len(edge.claims))))


@dataclass(frozen=True)
class Dutiable:
    """A chip with the band of the duty in which it lies."""

    chip: Chip
    processing: float | None
    memory_bandwidth: float | None
    band: Band


@dataclass(frozen=True)
class Tariff:
    """The chips on which the duty falls, and the others by the quantities that keep them out of every band: None where
    a figure that decides is not known, nothing where each figure lies in a band, but not in the same."""

    rows: tuple[Dutiable, ...]
    missed: dict[tuple[str, ...] | None, tuple[Chip, ...]]

    @property
    def others(self) -> int:
        return sum(len(chips) for chips in self.missed.values())


def tariff(view: View) -> Tariff:
    law = view.law
    rows, missed = [], dict[tuple[str, ...] | None, list[Chip]]()
    for chip in by_mention(view.dossier, law.decided):
        if band := law.band(chip):
            processing = measures.figure(chip, "total_processing_performance")
            rows.append(Dutiable(chip, processing, measures.figure(chip, "memory_bandwidth"), band))
        else:
            missed.setdefault(law.outside_bands(chip), []).append(chip)
    found = sorted(missed.items(), key=lambda item: (item[0] is None, -len(item[1])))
    return Tariff(tuple(rows), {quantities: tuple(chips) for quantities, chips in found})


@dataclass(frozen=True)
class Provisions:
    """The versions of one text, oldest first, and what any of them settles."""

    provision: Provision
    versions: tuple[Version, ...]

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        settled = {element.aspect for version in self.versions for element in version.elements}
        return tuple(aspect for aspect in Aspect if aspect in settled)


@dataclass(frozen=True)
class Texts:
    """The texts of which versions are kept."""

    texts: tuple[Provisions, ...]


def versions(view: View) -> Texts:
    every = view.dossier.all(Version)
    texts = ((text, tuple(version for version in every if version.provision is text)) for text in Provision)
    return Texts(tuple(Provisions(text, found) for text, found in texts if found))


@dataclass(frozen=True)
class Stands:
    """Where it stands: the questions whose short answers tell it, and what happened last, newest first, without what is
    only expected."""

    questions: dict[Stand, Question]
    events: tuple[Event, ...]


def stands(view: View) -> Stands:
    told = {question.stand: question for question in view.dossier.all(Question) if question.stand}
    happened = tuple(event for event in view.dossier.all(Event) if not event.expected)
    return Stands({stand: told[stand] for stand in Stand if stand in told}, happened[:-6:-1])


@dataclass(frozen=True)
class Gateway:
    """The two doors of the bilingual first page, and the number of claims."""

    languages: tuple[Language, ...]
    claims: int


def gateway(view: View) -> Gateway:
    return Gateway(tuple(view.languages.values()), len(view.dossier.all(Claim)))


LISTS: dict[str, Callable[[View], object]] = {
    "actors": actors,
    "chain": chain,
    "chips": chips,
    "claims": claims,
    "conflicts": conflicts,
    "drift": drifts,
    "gateway": gateway,
    "glossary": glossary,
    "ladder": steps,
    "origins": origin_counts,
    "rules": rules,
    "sources": sources,
    "squares": claims,
    "stands": stands,
    "status": status_page,
    "steps": steps,
    "tariff": tariff,
    "timeline": timeline,
    "versions": versions,
}
"""What each component shows, by the name of its template in ``templates/list/``."""
