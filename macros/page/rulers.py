"""Figures that need no library: positions on rulers and shares of bars. Drawn by the templates."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..law import measures
from ..law.day import Law
from ..record.chip import Chip
from ..record.rule import Rule


@dataclass(frozen=True)
class Bound:
    """A bound of the law on a ruler, ``at`` per cent of its length from the start, with the rule that sets it."""

    at: float
    value: float
    rule: Rule


@dataclass(frozen=True)
class Ruler:
    """A chip's total processing performance among the thresholds in force, on a logarithmic scale."""

    at: float
    value: float
    bounds: tuple[Bound, ...]


@dataclass(frozen=True)
class Bar:
    """A ratio of two chips in one measure; ``share`` is its length in per cent of the longest bar."""

    measure: str
    ratio: float
    share: float


def scale(share: float) -> str:
    """A share in per cent as the classes by which the style sheet ``scale.css`` knows it, to a tenth.

    A page whose policy allows no ``style`` attributes has no other way to say how long a bar is.
    """
    whole, tenth = divmod(round(10 * share), 10)
    return f"p{whole} t{tenth}"


_SCALE = (1_000, 200_000)


def _at(value: float) -> float:
    low, high = map(math.log, _SCALE)
    place = (math.log(value) - low) / (high - low) if value > 0 else 0
    return round(100 * min(max(place, 0), 1), 1)


def ruler(law: Law, chip: Chip) -> Ruler | None:
    """The ruler of a chip, or None if it has no published rate.

    Bounds are those on total processing performance, without density, of the licence requirements and review
    policies now in force.
    """
    processing = measures.total_processing_performance(chip)
    if processing is None:
        return None
    now = law.in_force()
    bounds = {
        limit: found.rule
        for found in now.deciding
        for group in found.effect.any_of
        if group.total_processing_performance and group.performance_density is None
        for _, limit in group.total_processing_performance.bounds
    }
    marks = tuple(Bound(_at(limit), limit, rule) for limit, rule in sorted(bounds.items(), key=lambda item: item[0]))
    return Ruler(_at(processing.value), processing.value, marks)


MEASURES = (
    "total_processing_performance",
    "fp16",
    "fp8",
    "memory_capacity",
    "memory_bandwidth",
    "interconnect_bandwidth",
)
"""In what two chips are compared, in the order in which it is shown."""


@dataclass(frozen=True)
class Common:
    """A measure that two chips have, and the figure of each."""

    measure: str
    mine: float
    other: float

    @property
    def ratio(self) -> float:
        return self.mine / self.other


def in_common(chip: Chip, other: Chip) -> tuple[Common, ...]:
    """What two chips both have of the measures; without those of which the other has nothing."""
    both = ((measure, measures.figure(chip, measure), measures.figure(other, measure)) for measure in MEASURES)
    return tuple(Common(measure, mine, theirs) for measure, mine, theirs in both if mine is not None and theirs)


def ratios(chip: Chip, other: Chip, said: float | None = None) -> tuple[Bar, ...]:
    """The ratio of a chip to another in each measure that both have, longest bar at 100; ``said`` is a ratio to
    compare."""
    found = [("said", said)] if said else []
    found += [(both.measure, both.ratio) for both in in_common(chip, other)]
    longest = max((ratio for _, ratio in found), default=0) or 1
    return tuple(Bar(measure, ratio, round(100 * ratio / longest, 1)) for measure, ratio in found)
