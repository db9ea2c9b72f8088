"""The law on a day: every answer to "what is the status now?" comes from one object, and is computed once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date as Date
from datetime import timedelta
from functools import cached_property
from itertools import pairwise, takewhile, zip_longest

from ..record.chip import Chip
from ..record.fields import UNKNOWN_DATE, Day, PartialDate, Text
from ..record.rule import Duty, Gate, Rule, Statement
from . import certainty, policy
from .certainty import Inputs, Margin, Turn
from .measures import item
from .policy import Band, InForce, Status, StatusKind, is_law, turns

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Spell:
    """A status from its first day to its last, each as exact as its source; ``last`` is None while it lasts."""

    first: PartialDate
    last: PartialDate | None
    status: Status

    def seen_to(self, now: Date) -> Date:
        """Its last day, or now while it lasts."""
        return self.last.last_day if self.last else max(now, self.first.first_day)


@dataclass(frozen=True)
class Period:
    """A period of the status table, and the rule that opens it; ``last`` is None while it lasts."""

    rule: Rule
    heading: Text
    first: Date
    last: Date | None

    def holds(self, day: Date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)

    def seen_to(self, now: Date) -> Date:
        """Its last day, or now while it lasts."""
        return self.last or max(now, self.first)


@dataclass(frozen=True)
class Said:
    """What an announcement or a practice says of a chip."""

    rule: Rule
    text: Text


@dataclass(frozen=True)
class Cell:
    """What the status table shows for one chip and one period: its spells, each as it is told when the period or the
    spell begins."""

    chip: Chip
    period: Period
    spells: tuple[Spell, ...]
    statements: tuple[Said, ...]

    def outlasts(self, spell: Spell) -> bool:
        """Whether the period goes on after a spell."""
        return spell.last is not None and (self.period.last is None or spell.last.last_day < self.period.last)


@dataclass(frozen=True)
class Move:
    """A change of a chip's status: on which day, and from what to what."""

    chip: Chip
    day: Date
    before: Status
    after: Status


class Law:
    """The rules as they decide about the chips, seen from one day, which is "now" wherever a page says it."""

    def __init__(self, rules: Iterable[Rule], chips: Iterable[Chip], day: Date):
        self.rules = tuple(rules)
        self.chips = tuple(chips)
        self.day = day
        self._in_force: dict[Date, InForce] = {}
        self._items = {chip.id: item(chip) for chip in self.chips}
        self._statuses: dict[tuple[str, Date], Status] = {}
        self._margins: dict[tuple[str, Date], Margin | None] = {}
        self._spells: dict[str, tuple[Spell, ...]] = {}
        self._rows: dict[str, tuple[Cell, ...]] = {}

    @cached_property
    def decided(self) -> tuple[Chip, ...]:
        """The chips of which an export from the United States is in question."""
        return tuple(chip for chip in self.chips if chip.exported_from_us)

    @cached_property
    def gates(self) -> dict[str, Gate]:
        """The gates of all review policies, by id."""
        return {gate.id: gate for rule in self.rules for gate in rule.gates}

    @cached_property
    def read_to(self) -> Day | None:
        """The issue of the code of US regulations to which the law was read; None if no rule says it. That of another
        government's law says nothing of it, nor does that of the tariff, where duties stand (`duty_read_to`)."""
        return max((rule.law_read_to for rule in self.rules if rule.law_read_to and _is_coded(rule)), default=None)

    @cached_property
    def duty_read_to(self) -> Day | None:
        """The issue to which the import duty was read; None if none is in force or its rule does not say it."""
        duties = self.in_force().duties
        return duties[-1].rule.law_read_to if duties else None

    @cached_property
    def first(self) -> Date:
        """The first day on which any rule decides a status; now if none does."""
        return min(turns(self.rules), default=self.day)

    def in_force(self, day: Date | None = None) -> InForce:
        """What is in force on a day, or now."""
        day = day or self.day
        if day not in self._in_force:
            self._in_force[day] = policy.in_force(self.rules, day)
        return self._in_force[day]

    def status(self, chip: Chip, day: Date | None = None) -> Status:
        """The status of one of the law's chips on a day, or now."""
        day = day or self.day
        if (chip.id, day) not in self._statuses:
            self._statuses[chip.id, day] = policy.status(self._items[chip.id], self.in_force(day), day)
        return self._statuses[chip.id, day]

    def margin(self, chip: Chip, day: Date | None = None) -> Margin | None:
        """The nearest line whose crossing would change a chip's status on a day, or now."""
        day = day or self.day
        if (chip.id, day) not in self._margins:
            self._margins[chip.id, day] = certainty.margin(self._items[chip.id], self.in_force(day), day)
        return self._margins[chip.id, day]

    def inputs(self, chip: Chip, decided: Status | None = None) -> Inputs | None:
        """The standing of the figures that decide a status of a chip, or that of now; None if no figure does."""
        return certainty.inputs(chip, decided or self.status(chip))

    def turning(self, chip: Chip, day: Date | None = None) -> tuple[Turn, ...]:
        """The published alternatives that would change a chip's status on a day, or now."""
        day = day or self.day
        return certainty.turning(chip, self.in_force(day), day)

    def band(self, chip: Chip, day: Date | None = None) -> Band | None:
        """The band of the import duty in which a chip lies on a day, or now."""
        return policy.band(self._items[chip.id], self.in_force(day))

    def band_is_open(self, chip: Chip) -> bool:
        """Whether a figure that is not known decides if a chip lies in a band of the import duty now."""
        return policy.band_is_open(self._items[chip.id], self.in_force())

    def outside_bands(self, chip: Chip) -> tuple[str, ...] | None:
        """The quantities that keep a chip out of every band of the duty now; None if a figure that decides is not
        known."""
        return policy.outside_bands(self._items[chip.id], self.in_force())

    def spells(self, chip: Chip) -> tuple[Spell, ...]:
        """The chip's status from the first rule on, as spells of equal status and equal deciding rule."""
        if chip.id not in self._spells:
            self._spells[chip.id] = self._told(chip)
        return self._spells[chip.id]

    def spell(self, chip: Chip) -> Spell | None:
        """The status of a chip that holds now, from its first day, whichever rules decided it since; None before the
        first rule."""
        told = [spell for spell in self.spells(chip) if spell.first.first_day <= self.day]
        if not told:
            return None
        alike = list(takewhile(lambda spell: spell.status.kind is told[-1].status.kind, reversed(told)))
        return replace(told[-1], first=alike[-1].first)

    @cached_property
    def _turns(self) -> frozenset[Date]:
        """The days on which a status may change for whatever chip."""
        return frozenset(turns(self.rules) | {period.first for period in self.periods})

    def _told(self, chip: Chip) -> tuple[Spell, ...]:
        exact = {first: PartialDate(first.isoformat()) for first in self._turns}
        if chip.known_from:
            exact.setdefault(chip.known_from.first_day, chip.known_from)
        result: list[Spell] = []
        for first in sorted(exact):
            now = self.status(chip, first)
            if result and (result[-1].status.kind, result[-1].status.rule) == (now.kind, now.rule):
                continue
            begin = chip.known_from if result and result[-1].status.kind is StatusKind.not_known_yet else None
            begin = begin or exact[first]
            if result:
                result[-1] = Spell(result[-1].first, begin.previous, result[-1].status)
            result.append(Spell(begin, None, now))
        return tuple(result)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The periods of the status table: each begins with the rule that opens it and ends before the next."""
        opening = [
            (rule, rule.opens_period, rule.effective.first_day)
            for rule in self.rules
            if rule.opens_period and rule.effective
        ]
        opening.sort(key=lambda item: item[2])
        return tuple(
            Period(rule, heading, first, following[2] - ONE_DAY if following else None)
            for (rule, heading, first), following in zip_longest(opening, opening[1:])
        )

    def row(self, chip: Chip) -> tuple[Cell, ...]:
        """One line of the status table: a cell for each period, with the spells that fall into it."""
        if chip.id not in self._rows:
            self._rows[chip.id] = tuple(self._cell(chip, period) for period in self.periods)
        return self._rows[chip.id]

    def _cell(self, chip: Chip, period: Period) -> Cell:
        within = (
            replace(spell, status=self.status(chip, max(spell.first.first_day, period.first)))
            for spell in self.spells(chip)
            if spell.first.first_day <= (period.last or Date.max)
            and (spell.last is None or spell.last.last_day >= period.first)
        )
        return Cell(chip, period, tuple(within), tuple(self._said(chip, period)))

    def _said(self, chip: Chip, period: Period) -> Iterable[Said]:
        """Statements about the chip that stood during the period and were not yet replaced when it began."""
        dates = {rule.id: rule.dated for rule in self.rules}
        for rule in self.rules:
            successors = (dates.get(successor) for successor in rule.replaced_by)
            ended = min((date for date in successors if date), default=UNKNOWN_DATE)
            made = rule.dated
            if made and made <= (period.last or Date.max).isoformat() and ended > period.first.isoformat():
                for effect in rule.effects:
                    if isinstance(effect, Statement) and chip.id in effect.products:
                        yield Said(rule, effect.text)

    def moves(self, chip: Chip, period: Period) -> tuple[Move, ...]:
        """The changes of a chip's status within a period, its first day included; becoming known is none."""
        return tuple(
            Move(chip, after.first.first_day, before.status, after.status)
            for before, after in pairwise(self.spells(chip))
            if period.holds(after.first.first_day) and _moved(before.status, after.status)
        )

    def moved_by(self, rule: Rule) -> tuple[Move, ...]:
        """The chips whose status a rule changed on the days its effects began: the day before, and on the day.

        Where another rule's effects begin on the same day, only the chips about which this one decides from then on.
        """
        others = turns(other for other in self.rules if other is not rule)
        return tuple(
            Move(chip, day, before, after)
            for chip in self.decided
            for day in sorted(turns([rule]))
            for before, after in [(self.status(chip, day - ONE_DAY), self.status(chip, day))]
            if _moved(before, after) and (day not in others or after.rule is rule)
        )

    def taxed_by(self, rule: Rule) -> tuple[tuple[Chip, Band], ...]:
        """The chips that fall into a band of this rule's duty now."""
        found = ((chip, self.band(chip)) for chip in self.decided)
        return tuple((chip, band) for chip, band in found if band and band.rule is rule)


def _is_coded(rule: Rule) -> bool:
    """Whether a rule is US law and more than a duty, of which no status is computed."""
    return is_law(rule) and {type(effect) for effect in rule.effects} - {Statement} != {Duty}


def _moved(before: Status, after: Status) -> bool:
    return before.kind is not after.kind and StatusKind.not_known_yet not in (before.kind, after.kind)
