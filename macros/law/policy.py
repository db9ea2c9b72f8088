"""The policy gap, computed: what a chip's figures and the measures in force on a day make of it.

Sources: 15 CFR part 774, supplement no. 1, ECCN 3A090 (the licence requirement); 15 CFR 742.6(b)(10) (the review
policy); US
note 39 to chapter 99 of the Harmonized Tariff Schedule (the duty). An announcement is a Statement effect and never
enters a computation.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum
from typing import Generic, TypeVar

from ..record.chip import Chip
from ..record.rule import Duty, LicenceRequirement, ReviewChange, Rule, ThresholdGroup
from .measures import Match, Reason, match

E = TypeVar("E", LicenceRequirement, ReviewChange, Duty)


class StatusKind(StrEnum):
    """What an exporter in the United States meets who wants to send the chip to a civilian buyer in China."""

    no_licence = "no-licence"
    letter = "letter"
    presumption_of_denial = "presumption-of-denial"
    case_by_case = "case-by-case"
    not_determined = "not-determined"
    not_known_yet = "not-known-yet"


SEVERITY = (
    StatusKind.presumption_of_denial,
    StatusKind.case_by_case,
    StatusKind.letter,
    StatusKind.not_determined,
)
"""Which of several statuses is said: the control by the numbers before a letter, since it states the review policy."""


@dataclass(frozen=True)
class Status:
    """A chip's status on a day, the rule that decides it, the group of thresholds met and the comparisons that
    decided."""

    kind: StatusKind
    rule: Rule | None = None
    group: ThresholdGroup | None = None
    named: bool = False
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Band:
    """A band of an import duty that takes in a chip, and the comparisons that say so."""

    rule: Rule
    group: ThresholdGroup
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Measure(Generic[E]):
    """One effect of a measure, with the day on which it begins."""

    start: Date
    rule: Rule
    effect: E


@dataclass(frozen=True)
class InForce:
    """What is in force on a day and decided by thresholds, each kind in order of its start."""

    requirements: tuple[Measure[LicenceRequirement], ...]
    changes: tuple[Measure[ReviewChange], ...]
    duties: tuple[Measure[Duty], ...]

    @property
    def deciding(self) -> tuple[Measure[LicenceRequirement] | Measure[ReviewChange], ...]:
        """What decides a status: the licence requirements, then the review policies."""
        return *self.requirements, *self.changes


def measures(rules: Iterable[Rule], wanted: type[E]) -> tuple[Measure[E], ...]:
    """The effects of one kind of all US measures that are law, earliest first."""
    found = [
        Measure(_start(rule, effect), rule, effect)
        for rule in rules
        if rule.jurisdiction == "us" and not rule.pending
        for effect in rule.effects
        if isinstance(effect, wanted)
    ]
    return tuple(sorted(found, key=lambda measure: (measure.start, measure.rule.id)))


def turns(rules: Iterable[Rule]) -> set[Date]:
    """The days on which effects begin that decide a status."""
    rules = tuple(rules)
    return {found.start for found in measures(rules, LicenceRequirement)} | {
        found.start for found in measures(rules, ReviewChange)
    }


def _start(rule: Rule, effect: LicenceRequirement | ReviewChange | Duty) -> Date:
    """The effect's own first day, or the rule's."""
    day = (effect.effective if isinstance(effect, LicenceRequirement) else None) or rule.effective
    assert day is not None, "the checks of the dossier see to it"
    return day.first_day


def in_force(rules: Iterable[Rule], day: Date) -> InForce:
    """The measures in force on a day: of each control, the licence requirement of the latest rule that set it."""
    rules = tuple(rules)
    requirements = {
        measure.effect.control: measure for measure in measures(rules, LicenceRequirement) if measure.start <= day
    }
    changes = tuple(measure for measure in measures(rules, ReviewChange) if measure.start <= day)
    duties = tuple(measure for measure in measures(rules, Duty) if measure.start <= day)
    return InForce(tuple(requirements.values()), changes, duties)


def status(chip: Chip, law: InForce, day: Date) -> Status:
    """The chip's status on a day for an export from the United States to a civilian buyer in China.

    A control by the numbers goes before a letter, since it states the review policy; a letter counts only for chips
    that the numbers leave free. Without any match no licence is needed for the item itself.
    """
    known = chip.known_from
    if known and known > day.isoformat()[: len(known)]:
        return Status(StatusKind.not_known_yet)
    candidates: list[Status] = []
    missed: list[tuple[Rule, Match]] = []
    for requirement in law.requirements:
        found = match(chip, requirement.effect)
        if found.holds:
            candidates.append(_reviewed(chip, law, requirement, found))
        elif found.holds is None:
            candidates.append(Status(StatusKind.not_determined, requirement.rule, found.group, reasons=found.reasons))
        elif found.reasons:
            missed.append((requirement.rule, found))
    if candidates:
        return min(candidates, key=lambda candidate: SEVERITY.index(candidate.kind))
    reasons = tuple(dict.fromkeys(reason for _, found in missed for reason in found.reasons))
    return Status(StatusKind.no_licence, missed[0][0] if missed else None, reasons=reasons)


def _reviewed(chip: Chip, law: InForce, requirement: Measure[LicenceRequirement], found: Match) -> Status:
    """The status under a licence requirement, after the review policies that changed it."""
    if requirement.effect.by_letter:
        return Status(StatusKind.letter, requirement.rule, found.group, found.named, found.reasons)
    decided = Status(StatusKind(requirement.effect.policy), requirement.rule, found.group, found.named, found.reasons)
    for change in law.changes:
        if requirement.effect.control in change.effect.controls:
            changed = match(chip, change.effect)
            if changed.holds:
                kind = StatusKind(change.effect.policy)
                decided = Status(kind, change.rule, changed.group, changed.named, changed.reasons)
            elif changed.holds is False:
                decided = Status(decided.kind, change.rule, reasons=changed.reasons)
    return decided


def band(chip: Chip, law: InForce) -> Band | None:
    """The band of the first duty that takes in a chip; None if it lies in none."""
    for duty in law.duties:
        found = match(chip, duty.effect)
        if found.holds and found.group:
            return Band(duty.rule, found.group, found.reasons)
    return None


def outside_bands(chip: Chip, law: InForce) -> tuple[Reason, ...]:
    """The comparisons by which a chip lies outside every band of a duty."""
    found = (match(chip, duty.effect) for duty in law.duties)
    return tuple(reason for missed in found if missed.holds is False for reason in missed.reasons)
