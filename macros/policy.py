"""The policy gap, computed: what a chip's figures and the thresholds in force on a day make of it.

Sources: 15 CFR part 774, supplement no. 1, ECCN 3A090 (the licence requirement); 15 CFR 742.6(b)(10) (the review policy); US
note 39 to chapter 99 of the Harmonized Tariff Schedule (the duty). An announcement is a Statement effect and never enters a
computation.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from enum import StrEnum

from .measures import Match, Reason, match
from .records import Chip, Duty, LicenceRequirement, ReviewChange, Rule, Statement, Text, ThresholdGroup


class StatusKind(StrEnum):
    """What an exporter in the United States meets who wants to send the chip to a civilian buyer in China."""

    no_licence = "no-licence"
    letter = "letter"
    presumption_of_denial = "presumption-of-denial"
    case_by_case = "case-by-case"
    not_determined = "not-determined"
    not_known_yet = "not-known-yet"


@dataclass(frozen=True)
class Status:
    """A chip's status on a day, the rule that decides it, the group of thresholds met and the comparisons that decided."""

    kind: StatusKind
    rule: Rule | None = None
    group: ThresholdGroup | None = None
    named: bool = False
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Spell:
    """A status from its first day to its last; ``last`` is None while it lasts."""

    first: Date
    last: Date | None
    status: Status


@dataclass(frozen=True)
class Period:
    rule: Rule
    first: Date
    last: Date | None


@dataclass(frozen=True)
class Cell:
    """What the status table shows for one chip and one period."""

    period: Period
    spells: tuple[Spell, ...]
    statements: tuple[tuple[Rule, Text], ...]


def _start(rule: Rule, effect) -> Date:
    return getattr(effect, "effective", None) or Date.fromisoformat(rule.effective)


def in_order(rules: Iterable[Rule], wanted: type) -> list[tuple[Date, Rule, object]]:
    """The effects of one kind of all US measures that are law, with the day on which each begins, earliest first."""
    found = [(_start(rule, effect), rule, effect) for rule in rules if rule.jurisdiction == "us" and not rule.pending
             for effect in rule.effects if isinstance(effect, wanted)]
    return sorted(found, key=lambda item: (item[0], item[1].id))


def _requirements(rules: Iterable[Rule], day: Date) -> list[tuple[Rule, LicenceRequirement]]:
    """The licence requirements in force: of each control, those of the latest rule that set it."""
    in_force: dict[str, tuple[Rule, LicenceRequirement]] = {}
    for start, rule, effect in in_order(rules, LicenceRequirement):
        if start <= day and (effect.until is None or day <= effect.until):
            in_force[effect.control] = (rule, effect)
    return list(in_force.values())


def in_force(rules: Iterable[Rule], day: Date) -> tuple[tuple[Rule, LicenceRequirement | ReviewChange | Duty], ...]:
    """Everything in force on a day that thresholds decide: licence requirements, review policies and duties, with their rules."""
    rules = tuple(rules)
    later = [(rule, effect) for wanted in (ReviewChange, Duty) for start, rule, effect in in_order(rules, wanted) if start <= day]
    return (*_requirements(rules, day), *later)


_SEVERITY = [StatusKind.presumption_of_denial, StatusKind.case_by_case, StatusKind.letter, StatusKind.not_determined]


def status(rules: Iterable[Rule], chip: Chip, day: Date) -> Status:
    """The chip's status on a day for an export from the United States to a civilian buyer in China.

    A control by the numbers goes before a letter, since it states the review policy; a letter counts only for chips
    that the numbers leave free. Without any match no licence is needed for the item itself.
    """
    known = chip.announced or chip.first_known
    if known and known > day.isoformat()[:len(known)]:
        return Status(StatusKind.not_known_yet)
    rules = tuple(rules)
    candidates: list[Status] = []
    nearest: list[tuple[Rule, Match]] = []
    for rule, effect in _requirements(rules, day):
        found = match(chip, effect)
        if found.holds:
            candidates.append(_reviewed(rules, chip, day, rule, effect, found))
        elif found.holds is None:
            candidates.append(Status(StatusKind.not_determined, rule, found.group, reasons=found.reasons))
        elif found.reasons:
            nearest.append((rule, found))
    if candidates:
        return min(candidates, key=lambda candidate: _SEVERITY.index(candidate.kind))
    rule, found = nearest[0] if nearest else (None, Match(False))
    reasons = tuple(dict.fromkeys(reason for _, missed in nearest for reason in missed.reasons))
    return Status(StatusKind.no_licence, rule, found.group, reasons=reasons)


def _reviewed(rules, chip: Chip, day: Date, rule: Rule, effect: LicenceRequirement, found: Match) -> Status:
    """The status under a licence requirement, after the review policies that changed it."""
    if effect.by_letter:
        return Status(StatusKind.letter, rule, found.group, found.named, found.reasons)
    decided = Status(StatusKind(effect.policy), rule, found.group, found.named, found.reasons)
    for start, changing, change in in_order(rules, ReviewChange):
        if start <= day and effect.control in change.controls:
            changed = match(chip, change)
            if changed.holds:
                decided = Status(StatusKind(change.policy), changing, changed.group, changed.named, changed.reasons)
            elif changed.holds is False:
                decided = Status(decided.kind, changing, changed.group, reasons=changed.reasons)
    return decided


def duty(rules: Iterable[Rule], chip: Chip, day: Date) -> Status | None:
    """The import duty that a chip meets on a day: its rule, band and comparisons; None if it lies in no band."""
    for start, rule, effect in in_order(rules, Duty):
        found = match(chip, effect)
        if start <= day and found.holds:
            return Status(StatusKind.no_licence, rule, found.group, found.named, found.reasons)
    return None


def missed_duty(rules: Iterable[Rule], chip: Chip) -> tuple[Reason, ...]:
    """The comparisons by which a chip lies outside every band of a duty."""
    found = (match(chip, effect) for _, _, effect in in_order(rules, Duty))
    return tuple(reason for missed in found if missed.holds is False for reason in missed.reasons)


def spells(rules: Iterable[Rule], chip: Chip) -> tuple[Spell, ...]:
    """The chip's status from the first rule on, as spells of equal status and equal deciding rule."""
    rules = tuple(rules)
    days = {start for wanted in (LicenceRequirement, ReviewChange) for start, _, _ in in_order(rules, wanted)}
    days |= {effect.until + timedelta(days=1) for _, _, effect in in_order(rules, LicenceRequirement) if effect.until}
    days |= {period.first for period in periods(rules)}
    if known := chip.announced or chip.first_known:
        days.add(Date.fromisoformat((known + "-01-01")[:10]))
    result: list[Spell] = []
    for first in sorted(days):
        now = status(rules, chip, first)
        if result and (result[-1].status.kind, result[-1].status.rule) == (now.kind, now.rule):
            continue
        if result:
            result[-1] = Spell(result[-1].first, first - timedelta(days=1), result[-1].status)
        result.append(Spell(first, None, now))
    return tuple(result)


def periods(rules: Iterable[Rule]) -> tuple[Period, ...]:
    """The periods of the status table: each begins with the rule that opens it and ends before the next."""
    opening = sorted((rule for rule in rules if rule.opens_period), key=lambda rule: rule.effective)
    firsts = [Date.fromisoformat(rule.effective) for rule in opening]
    lasts = [first - timedelta(days=1) for first in firsts[1:]] + [None]
    return tuple(map(Period, opening, firsts, lasts))


def _statements(rules: Iterable[Rule], chip: Chip, period: Period) -> Iterator[tuple[Rule, Text]]:
    """Statements about the chip that stood during the period and were not yet replaced when it began."""
    rules = tuple(rules)
    dates = {rule.id: rule.effective or rule.published for rule in rules}
    for rule in rules:
        made = dates[rule.id]
        ended = min((dates[successor] for successor in rule.replaced_by if dates.get(successor)), default="9999")
        if made and made <= (period.last or Date.max).isoformat() and ended > period.first.isoformat():
            for effect in rule.effects:
                if isinstance(effect, Statement) and chip.id in effect.products:
                    yield rule, effect.text


def row(rules: Iterable[Rule], chip: Chip) -> tuple[Cell, ...]:
    """One line of the status table: a cell for each period, with the spells that fall into it."""
    rules = tuple(rules)
    everything = spells(rules, chip)
    return tuple(
        Cell(
            period,
            tuple(spell for spell in everything
                  if (period.last is None or spell.first <= period.last) and (spell.last is None or spell.last >= period.first)),
            tuple(_statements(rules, chip, period)),
        )
        for period in periods(rules)
    )


def moved(rules: Iterable[Rule], chips: Iterable[Chip], rule: Rule) -> tuple[tuple[Chip, Status, Status], ...]:
    """The chips whose status a rule changed on the days its effects began: status the day before, and on the day."""
    rules = tuple(rules)
    days = sorted({_start(rule, effect) for effect in rule.effects if isinstance(effect, LicenceRequirement | ReviewChange)})
    result = []
    for chip in chips:
        for day in days:
            before, after = status(rules, chip, day - timedelta(days=1)), status(rules, chip, day)
            if before.kind is not after.kind and StatusKind.not_known_yet not in (before.kind, after.kind):
                result.append((chip, before, after))
    return tuple(result)
