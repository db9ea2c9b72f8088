"""Figures that need no library: positions on rulers and shares of bars. Drawn by the templates."""
from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from . import measures
from .records import Chip, LicenceRequirement, ReviewChange, Rule


@dataclass(frozen=True)
class Mark:
    """A value on a ruler, ``at`` per cent of its length from the start, with the rule that sets it if it is a bound."""

    at: float
    value: float
    rule: Rule | None = None


@dataclass(frozen=True)
class Ruler:
    """A chip's total processing performance among the thresholds of the law, on a logarithmic scale."""

    chip: Mark
    bounds: tuple[Mark, ...]


@dataclass(frozen=True)
class Bar:
    """A ratio of two chips in one measure; ``share`` is its length in per cent of the longest bar."""

    measure: str
    ratio: float
    share: float


_SCALE = (1_000, 200_000)


def _at(value: float) -> float:
    low, high = map(math.log, _SCALE)
    return round(100 * min(max((math.log(value) - low) / (high - low), 0), 1), 1)


def ruler(rules: Iterable[Rule], chip: Chip) -> Ruler | None:
    """The ruler of a chip, or None if it has no published rate. Bounds: those on total processing performance alone
    or first in a group, of licence requirements and review policies that have not been replaced."""
    processing = measures.total_processing_performance(chip)
    if processing is None:
        return None
    bounds: dict[float, Rule] = {}
    for rule in rules:
        for effect in rule.effects:
            if isinstance(effect, LicenceRequirement | ReviewChange) and rule.jurisdiction == "us":
                for group in effect.any_of:
                    comparison = group.total_processing_performance
                    if comparison and group.performance_density is None:
                        bounds[comparison.at_least or comparison.below] = rule
    return Ruler(Mark(_at(processing.value), processing.value),
                 tuple(Mark(_at(value), value, rule) for value, rule in sorted(bounds.items())))


_MEASURES = ("total_processing_performance", "fp16", "memory_capacity", "memory_bandwidth", "interconnect_bandwidth")


def ratios(chip: Chip, other: Chip, said: float | None = None) -> tuple[Bar, ...]:
    """The ratio of a chip to another in each measure that both have, longest bar at 100; ``said`` is a ratio to compare."""
    found = [
        (measure, mine / theirs)
        for measure in _MEASURES
        if (mine := measures.figure(chip, measure)) is not None and (theirs := measures.figure(other, measure))
    ]
    longest = max([ratio for _, ratio in found] + [said or 0], default=1)
    bars = [Bar("said", said, round(100 * said / longest, 1))] if said else []
    return tuple(bars + [Bar(measure, ratio, round(100 * ratio / longest, 1)) for measure, ratio in found])
