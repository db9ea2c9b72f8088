"""What the pages that list records show: for each component of a page of prose, a small object.

A template gets it as ``shown``. A component whose template needs only the dossier and the law has none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ..law import measures
from ..law.policy import Band
from ..provenance.article import Edge, by_drift, by_origins, edges
from ..record.chip import Chip
from ..record.claim import Claim, Drift
from ..record.event import Event
from ..record.question import Question, Stand
from ..record.shared import Record
from ..record.source import Source, best_read
from ..record.step import Step
from ..record.version import Aspect, Provision, Version
from ..wording.language import Language
from .changes import FEEDS, ChangedOn, by_date
from .changes import changes as all_changes
from .data_page import data
from .doubts import doubts
from .grid import by_mention
from .long_lists import actors, chips, claims, conflicts, glossary, rules, sources, timeline
from .status_page import status_page
from .view import View

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class StepEntry:
    """A step with the best source that was read and the others, and the events and claims that speak of it."""

    step: Step
    best: Source | None
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
        sources = tuple(dossier[source] for source in step.sources)
        best = best_read(sources)
        entries.append(
            StepEntry(
                step,
                best,
                tuple(source for source in sources if source is not best),
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
    """Where it stands: the questions whose short answers tell it; all claims, and by what happened to them on the way;
    what happened last, newest first, without what is only expected; and what this dossier itself last found, answered
    and corrected."""

    questions: dict[Stand, Question]
    claims: tuple[Claim, ...]
    drifts: dict[Drift, tuple[Claim, ...]]
    events: tuple[Event, ...]
    changed: ChangedOn | None


def stands(view: View) -> Stands:
    told = {question.stand: question for question in view.dossier.all(Question) if question.stand}
    happened = tuple(event for event in view.dossier.all(Event) if not event.expected)
    own = tuple(change for change in all_changes(view.dossier) if change.kind in FEEDS["findings"])
    changed = next(iter(by_date(own)), None)
    questions = {stand: told[stand] for stand in Stand if stand in told}
    return Stands(questions, view.dossier.all(Claim), by_drift(view.dossier), happened[:-6:-1], changed)


@dataclass(frozen=True)
class Changes:
    """All changes under their dates, newest first; a kind with more of them than ``few`` on a date is folded."""

    dates: tuple[ChangedOn, ...]
    few: int = 12


def changes(view: View) -> Changes:
    return Changes(by_date(all_changes(view.dossier)))


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
    "changes": changes,
    "chips": chips,
    "claims": claims,
    "conflicts": conflicts,
    "data": data,
    "data-files": data,
    "doubts": doubts,
    "drift": drifts,
    "gateway": gateway,
    "glossary": glossary,
    "ladder": steps,
    "origins": origin_counts,
    "rules": rules,
    "sources": sources,
    "stands": stands,
    "status": status_page,
    "steps": steps,
    "tariff": tariff,
    "timeline": timeline,
    "versions": versions,
}
"""What each component shows, by the name of its template in ``templates/list/``."""
