"""What the long lists show: claims, actors, chips, measures, sources, events, terms and conflicts, each with its
filters, and on several pages where it is too much for one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any, TypeVar

from ..law import measures
from ..law.certainty import Inputs, Margin
from ..law.policy import Band, Status, StatusKind
from ..provenance.origins import Origins, origins
from ..reading.dossier import Dossier
from ..record.actor import Actor, ActorKind
from ..record.chip import Chip, Group
from ..record.claim import Claim, Drift, Topic
from ..record.conflict import Conflict, ConflictSide, ConflictState
from ..record.event import Event
from ..record.fields import PartialDate, Text
from ..record.rule import Instrument, Rule
from ..record.shared import Record, Side, Standing, Verdict
from ..record.source import Read, Source, SourceKind
from ..record.step import Step
from ..record.term import Term
from .filters import Filter, filtered
from .grid import ARTICLES, Grid, by_group, grid
from .parts import UNDATED, Division, LongList, year
from .record_pages import in_time, newest_first
from .view import View

R = TypeVar("R", bound=Record)


def grouped(records: Iterable[R], attribute: str) -> dict[StrEnum, tuple[R, ...]]:
    """Records by the value of a closed list, in the order of the list; values without records are left out."""
    found: dict[StrEnum, list[R]] = {}
    for record in records:
        found.setdefault(getattr(record, attribute), []).append(record)
    values = type(next(iter(found))) if found else ()
    return {value: tuple(found[value]) for value in values if value in found}


def _listed(kind: type[R], attribute: str) -> Callable[[View], Iterable[R]]:
    """All records of a kind, by the values of a closed list."""
    return lambda view: (record for found in grouped(view.dossier.all(kind), attribute).values() for record in found)


def _newest(kind: type[R]) -> Callable[[View], Iterable[R]]:
    """All records of a kind, the newest first."""
    return lambda view: newest_first(view.dossier.all(kind))


def _by(view: View, records: Iterable[R], attribute: str, section: str, values: Iterable[str]) -> Filter[R]:
    """A filter by an attribute from a closed list, whose labels stand in a section of the interface."""
    return filtered(
        attribute,
        records,
        lambda record: getattr(record, attribute),
        lambda value: view.language.string(f"{section}.{value}"),
        values,
    )


def _by_year(view: View, records: Iterable[R]) -> Filter[R]:
    undated = view.language.string("parts.undated")
    return filtered("year", records, year, lambda value: undated if value == UNDATED else value)


def _by_step(view: View, records: Iterable[Any]) -> Filter[Any]:
    steps = {step.id: step for step in view.dossier.all(Step)}
    return filtered("step", records, lambda record: record.step, lambda id: view.name(steps[id]).striptags(), steps)


# --- Claims ---

CLAIMS = LongList("claims/", 150, _listed(Claim, "topic"))


@dataclass(frozen=True)
class ClaimRow:
    """A claim of the list, and its origins."""

    claim: Claim
    origins: Origins


@dataclass(frozen=True)
class Claims:
    """Claims by topic, and paragraphs of the article that make no claim, with the reason."""

    division: Division[Claim]
    filters: tuple[Filter[Claim], ...]
    drifts: dict[StrEnum, tuple[Claim, ...]]
    topics: dict[StrEnum, tuple[ClaimRow, ...]]
    no_claim: tuple[tuple[int, Text], ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """In the order of the article."""
        return tuple(sorted(self.division.here.records, key=lambda claim: claim.sort_key))


def claims(view: View) -> Claims:
    dossier, string = view.dossier, view.language.string
    division = CLAIMS.divided(view)
    every, here = division.records, division.here.records
    return Claims(
        division,
        (
            filtered(
                "verdict", every, lambda claim: claim.finding.verdict, lambda value: string(f"verdict.{value}"), Verdict
            ),
            _by(view, every, "drift", "drift", Drift),
            _by(view, every, "topic", "topic", Topic),
        ),
        grouped(here, "drift"),
        {
            topic: tuple(ClaimRow(claim, origins(dossier, claim)) for claim in found)
            for topic, found in grouped(here, "topic").items()
        },
        tuple(
            (number, paragraph.no_claim)
            for number, paragraph in enumerate(dossier.article.paragraphs, 1)
            if paragraph.no_claim and division.is_first
        ),
    )


# --- Actors ---

ACTORS = LongList("actors/", 100, _listed(Actor, "side"))


@dataclass(frozen=True)
class Actors:
    """Actors by side."""

    division: Division[Actor]
    filters: tuple[Filter[Actor], ...]
    sides: dict[StrEnum, tuple[Actor, ...]]


def actors(view: View) -> Actors:
    division = ACTORS.divided(view)
    every = division.records
    return Actors(
        division,
        (_by(view, every, "side", "side", Side), _by(view, every, "kind", "actor_kind", ActorKind)),
        grouped(division.here.records, "side"),
    )


# --- Chips ---


def _in_groups(view: View) -> Iterable[Chip]:
    return (chip for chips in by_group(view.dossier, view.dossier.all(Chip)).values() for chip in chips)


CHIPS = LongList("chips/", 100, _in_groups)


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
    """Chips exported from the United States by group, and the others; the former once more through all periods."""

    division: Division[Chip]
    filters: tuple[Filter[Chip], ...]
    us: dict[str, tuple[ChipRow, ...]]
    foreign: tuple[ChipRow, ...]
    grid: Grid


def chips(view: View) -> Chips:
    law, string = view.law, view.language.string
    makers = {actor.id: view.plain(actor.caption) for actor in view.dossier.all(Actor)}
    division = CHIPS.divided(view)
    every = division.records
    groups = {chip.id: name for name, found in by_group(view.dossier, every).items() for chip in found}
    rows = [(groups[chip.id], _chip_row(view, chip)) for chip in division.here.records]
    us = groupby(((name, row) for name, row in rows if row.chip.exported_from_us), key=lambda pair: pair[0])
    filters = (
        filtered(
            "group", every, lambda chip: groups[chip.id], lambda name: string(f"chip_group.{name}"), (ARTICLES, *Group)
        ),
        filtered("vendor", every, lambda chip: chip.vendor, makers.__getitem__, makers),
        filtered(
            "status", every, lambda chip: law.status(chip).kind, lambda kind: string(f"status.{kind}"), StatusKind
        ),
    )
    exported = [chip for chip in division.here.records if chip.exported_from_us]
    return Chips(
        division,
        filters,
        {name: tuple(row for _, row in found) for name, found in us},
        tuple(row for _, row in rows if not row.chip.exported_from_us),
        grid(view, by_group(view.dossier, exported), filters),
    )


def _chip_row(view: View, chip: Chip) -> ChipRow:
    law = view.law
    processing, density, bandwidth, capacity = (
        measures.figure(chip, name)
        for name in ("total_processing_performance", "performance_density", "memory_bandwidth", "memory_capacity")
    )
    return ChipRow(
        chip,
        view.dossier[chip.vendor],
        processing,
        density,
        bandwidth,
        capacity,
        law.status(chip),
        law.margin(chip),
        law.inputs(chip),
        law.band(chip),
    )


# --- Measures ---

RULES = LongList("rules/", 100, _newest(Rule))


@dataclass(frozen=True)
class Rules:
    """US measures, US bills, Chinese measures and those of other countries."""

    division: Division[Rule]
    filters: tuple[Filter[Rule], ...]
    us: tuple[Rule, ...]
    bills: tuple[Rule, ...]
    china: tuple[Rule, ...]
    other: tuple[Rule, ...]


def rules(view: View) -> Rules:
    division = RULES.divided(view)
    every, here = division.records, division.here.records
    us = [rule for rule in here if rule.jurisdiction == "us"]
    return Rules(
        division,
        (
            _by_year(view, every),
            _by(view, every, "instrument", "instrument", Instrument),
            _by(view, every, "standing", "standing", Standing),
        ),
        tuple(rule for rule in us if rule.instrument is not Instrument.bill),
        tuple(rule for rule in us if rule.instrument is Instrument.bill),
        tuple(rule for rule in here if rule.jurisdiction == "china"),
        tuple(rule for rule in here if rule.jurisdiction not in ("us", "china")),
    )


# --- Sources ---

SOURCES = LongList("sources/", 300, _newest(Source), by_year=True)


@dataclass(frozen=True)
class Sources:
    """Sources by kind, and all of them by how far they were read."""

    division: Division[Source]
    filters: tuple[Filter[Source], ...]
    read: dict[StrEnum, tuple[Source, ...]]
    kinds: dict[StrEnum, tuple[Source, ...]]


def sources(view: View) -> Sources:
    division = SOURCES.divided(view)
    every = division.records
    return Sources(
        division,
        (
            _by(view, every, "kind", "source_kinds", SourceKind),
            _by_year(view, every),
            _by(view, every, "read", "read", Read),
        ),
        grouped(every, "read"),
        grouped(division.here.records, "kind"),
    )


# --- Events ---

Happening = Event | Rule

SIDES = {"us": Side.us, "china": Side.china}
"""The sides whose measures are known by their jurisdiction; those of third countries bear on the supply."""


def happenings(view: View) -> list[Happening]:
    """The events, and the measures from the first event on; bills that are not law stand in the events only."""
    events = view.dossier.all(Event)
    first = min((event.date for event in events), default=None)
    rules = (rule for rule in view.law.rules if rule.dated and not rule.pending)
    return [*events, *(rule for rule in rules if first and rule.dated and rule.dated >= first)]


def side(happening: Happening) -> Side:
    """Whose doing it is."""
    if isinstance(happening, Event):
        return happening.side
    return SIDES.get(happening.jurisdiction, Side.supply)


def month(happening: Happening) -> PartialDate:
    """The month under which it stands, or the year if no more is known."""
    assert happening.dated, "what has no date is not on the timeline"
    return happening.dated.month


TIMELINE = LongList[Happening](
    "timeline/",
    100,
    lambda view: newest_first(happenings(view)),
    by_year=True,
    heading=lambda happening: f"m-{month(happening)}",
)


@dataclass(frozen=True)
class Moment:
    """A line of the timeline: an event or a measure, and whose doing it is."""

    record: Happening
    side: Side

    @property
    def is_event(self) -> bool:
        return isinstance(self.record, Event)


Month = tuple[PartialDate, tuple[Moment, ...]]


@dataclass(frozen=True)
class Timeline:
    """Events and measures under their months, the newest first, apart from the months in which nothing has come that
    was read of; how many there are on all pages, and from when to when the events go."""

    division: Division[Happening]
    filters: tuple[Filter[Happening], ...]
    events: int
    measures: int
    first: PartialDate
    last: PartialDate
    ahead: tuple[Month, ...]
    months: tuple[Month, ...]


def _is_ahead(dossier: Dossier, happening: Happening) -> bool:
    """Whether an event is only expected, or a measure of a month that is still to come."""
    return happening.expected if isinstance(happening, Event) else dossier.current_to.before(month(happening))


def timeline(view: View) -> Timeline:
    string = view.language.string
    division = TIMELINE.divided(view)
    every = division.records
    events = [happening for happening in every if isinstance(happening, Event)]
    steps = {step.id: view.name(step).striptags() for step in view.dossier.all(Step)}
    months: dict[bool, list[Month]] = {True: [], False: []}
    for of, together in groupby(division.here.records, key=month):
        found = tuple(together)
        is_ahead = all(_is_ahead(view.dossier, happening) for happening in found)
        months[is_ahead].append((of, tuple(Moment(happening, side(happening)) for happening in found)))
    return Timeline(
        division,
        (
            _by_year(view, every),
            filtered("side", every, side, lambda value: string(f"side.{value}"), Side),
            filtered("kind", every, lambda record: record.folder, lambda kind: string(f"timeline.{kind}")),
            filtered(
                "step",
                every,
                lambda record: record.step if isinstance(record, Event) else None,
                steps.__getitem__,
                steps,
            ),
        ),
        len(events),
        len(every) - len(events),
        events[-1].date,
        events[0].date,
        tuple(months[True]),
        tuple(months[False]),
    )


# --- Terms ---


def _terms(view: View) -> Iterable[Term]:
    """In the English alphabet, so that a page holds the same terms in both languages."""
    return sorted(view.dossier.all(Term), key=lambda term: term.name.en.casefold())


GLOSSARY = LongList("glossary/", 120, _terms)

_ALEF = str.maketrans(dict.fromkeys("أإآٱ", "ا"))


def sorted_as(name: str) -> str:
    """A name as a glossary sorts it: without case, without the Arabic article, with one form of alef."""
    return name.casefold().translate(_ALEF).removeprefix("ال")


@dataclass(frozen=True)
class Glossary:
    """Terms by their letter, in the alphabetical order of the page's language."""

    division: Division[Term]
    letters: dict[str, tuple[Term, ...]]


def glossary(view: View) -> Glossary:
    division, code = GLOSSARY.divided(view), view.language.code
    terms = sorted(division.here.records, key=lambda term: sorted_as(term.name[code]))
    letters = groupby(terms, key=lambda term: sorted_as(term.name[code])[:1].upper())
    return Glossary(division, {letter: tuple(found) for letter, found in letters})


# --- Conflicts ---


def _mentions(dossier: Dossier, conflict: Conflict) -> int:
    """How many claims name the chip that a conflict is about in the first place."""
    return sum(len(dossier.citing(dossier[chip], Claim)) for chip in conflict.about.chips[:1])


def _conflicts(view: View) -> Iterable[Conflict]:
    """The open ones first, and among them those on chips that the article names most."""
    every = newest_first(view.dossier.all(Conflict))
    return sorted(
        every, key=lambda conflict: (conflict.state is ConflictState.settled, -_mentions(view.dossier, conflict))
    )


CONFLICTS = LongList("conflicts/", 36, _conflicts)


@dataclass(frozen=True)
class Dispute:
    """A conflict between reports, each side with its events in order of time, and what it is about."""

    conflict: Conflict
    sides: tuple[tuple[ConflictSide, tuple[Event, ...]], ...]
    about: tuple[Record, ...]
    step: Step | None


@dataclass(frozen=True)
class Conflicts:
    """Conflicts between reports."""

    division: Division[Conflict]
    filters: tuple[Filter[Conflict], ...]
    disputes: tuple[Dispute, ...]


def conflicts(view: View) -> Conflicts:
    dossier = view.dossier
    division = CONFLICTS.divided(view)
    every = division.records
    return Conflicts(
        division,
        (
            _by(view, every, "state", "conflict_state", ConflictState),
            _by_step(view, every),
        ),
        tuple(
            Dispute(
                conflict,
                tuple((side, in_time(dossier[event] for event in side.events)) for side in conflict.sides),
                view.records((*conflict.about.actors, *conflict.about.chips, *conflict.about.rules)),
                dossier[conflict.step] if conflict.step else None,
            )
            for conflict in division.here.records
        ),
    )


LONG_LISTS: dict[str, LongList[Any]] = {
    "actors": ACTORS,
    "chips": CHIPS,
    "claims": CLAIMS,
    "conflicts": CONFLICTS,
    "glossary": GLOSSARY,
    "rules": RULES,
    "sources": SOURCES,
    "timeline": TIMELINE,
}
"""The long lists by the names of their templates."""
