"""The regions that the rules of a day draw in the plane of total processing performance and memory bandwidth."""
from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date

from .. import policy
from ..measures import QUANTITIES
from ..records import Comparison, Duty, Rule, ThresholdGroup

AXES = ("total_processing_performance", "memory_bandwidth")


@dataclass(frozen=True)
class Region:
    """What one group of thresholds takes in. ``kind`` is a review policy or ``duty``; an open side reaches 0 or infinity.

    ``further`` is true if the group also compares what the plane does not show, so that not every chip inside is caught.
    """

    kind: str
    rule: Rule
    group: ThresholdGroup
    processing: tuple[float, float]
    bandwidth: tuple[float, float]
    further: bool


def _span(comparison: Comparison | None) -> tuple[float, float]:
    if comparison is None:
        return 0, math.inf
    low = comparison.at_least if comparison.at_least is not None else comparison.above
    high = comparison.below if comparison.below is not None else comparison.at_most
    return low or 0, math.inf if high is None else high


def regions(rules: Iterable[Rule], day: Date) -> tuple[Region, ...]:
    """The regions in force on a day: licence requirements first, then review policies, then duties."""
    return tuple(
        Region("duty" if isinstance(effect, Duty) else str(effect.policy), rule, group, *(_span(getattr(group, axis)) for axis in AXES),
               any(getattr(group, quantity) for quantity in QUANTITIES if quantity not in AXES))
        for rule, effect in policy.in_force(rules, day) for group in effect.any_of
    )


def conditional(found: Iterable[Region]) -> list[float]:
    """Where lines begin that catch a chip only if a figure that the plane does not show is high enough as well."""
    found = tuple(found)
    return sorted({region.processing[0] for region in found if region.further} - {control_line(found)})


def control_line(found: Iterable[Region]) -> float | None:
    """Total processing performance at which a licence is needed whatever else the chip's figures are."""
    return min((region.processing[0] for region in found if region.kind == "presumption-of-denial" and not region.further), default=None)
