"""The plane of total processing performance and memory bandwidth: the chips in it, and the regions that the law
draws."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from ..law import measures
from ..law.policy import InForce, StatusKind
from ..record.chip import Chip
from ..record.rule import Comparison, Rule, ThresholdGroup
from .labels import Logarithmic
from .surface import SOFT, Mark

AXES = ("total_processing_performance", "memory_bandwidth")
DUTY = "duty"
MARKS = {
    StatusKind.no_licence: ("circle", "var(--ok)"),
    StatusKind.licence_exception_nac: ("triangle-down", "var(--ok)"),
    StatusKind.case_by_case: ("diamond", "var(--part)"),
    StatusKind.case_by_case_if_gates_met: ("triangle-right", "var(--part)"),
    StatusKind.presumption_of_denial: ("cross", "var(--no)"),
    StatusKind.letter: ("square", "var(--no)"),
    StatusKind.cannot_be_computed: ("stroke", "var(--open)"),
    StatusKind.not_exported_from_us: ("triangle-up", SOFT),
}
"""Shape and colour of a chip's mark by its status."""

FILLS = {"presumption-of-denial": "var(--no-bg)", "case-by-case": "var(--part-bg)"}
"""The ground of a region by its review policy."""


@dataclass(frozen=True)
class Region:
    """What one group of thresholds takes in. ``kind`` is a review policy or ``duty``; an open side reaches 0 or
    infinity.

    ``further`` is true if the group also compares what the plane does not show, so that not every chip inside is
    caught.
    """

    kind: str
    rule: Rule
    group: ThresholdGroup
    processing: tuple[float, float]
    bandwidth: tuple[float, float]
    further: bool


def _span(comparison: Comparison | None) -> tuple[float, float]:
    bounds = dict(comparison.bounds) if comparison else {}
    low = bounds.get("at_least", bounds.get("above", 0.0))
    return low, bounds.get("below", bounds.get("at_most", math.inf))


def _region(kind: str, rule: Rule, group: ThresholdGroup) -> Region:
    processing, bandwidth = (_span(getattr(group, axis)) for axis in AXES)
    further = any(quantity not in AXES for quantity, _ in group.comparisons)
    return Region(kind, rule, group, processing, bandwidth, further)


def regions(law: InForce) -> tuple[Region, ...]:
    """The regions in force: licence requirements first, then review policies, then duties."""
    reviewed = [
        _region(str(found.effect.policy), found.rule, group) for found in law.deciding for group in found.effect.any_of
    ]
    taxed = [_region(DUTY, found.rule, group) for found in law.duties for group in found.effect.any_of]
    return (*reviewed, *taxed)


def control_line(found: Iterable[Region]) -> float | None:
    """Total processing performance at which a licence is needed whatever else the chip's figures are."""
    lines = (region.processing[0] for region in found if region.kind == "presumption-of-denial" and not region.further)
    return min(lines, default=None)


def conditional(found: Iterable[Region]) -> list[float]:
    """Where lines begin that catch a chip only if a figure that the plane does not show is high enough as well."""
    found = tuple(found)
    starts = {region.processing[0] for region in found if region.further and region.processing[0] > 0}
    return sorted(starts - {control_line(found) or 0})


@dataclass(frozen=True)
class Plotted:
    """A chip with both figures published."""

    chip: Chip
    processing: float
    bandwidth: float


def plotted(chips: Iterable[Chip]) -> tuple[Plotted, ...]:
    """The chips of which both figures are published."""
    found = ((chip, measures.figure(chip, AXES[0]), measures.figure(chip, AXES[1])) for chip in chips)
    return tuple(
        Plotted(chip, processing, bandwidth)
        for chip, processing, bandwidth in found
        if processing is not None and bandwidth is not None
    )


def scales(points: Iterable[Plotted], width: float, height: float) -> tuple[Logarithmic, Logarithmic]:
    """Scales that hold the chips with some air around them."""
    points = tuple(points)
    processing, bandwidth = [point.processing for point in points], [point.bandwidth for point in points]
    return (
        Logarithmic(min(processing) / 1.35, max(processing) * 1.35, width),
        Logarithmic(min(bandwidth) / 1.35, max(bandwidth) * 1.5, height),
    )


def rectangle(region: Region, x: Logarithmic, y: Logarithmic, line: float | None) -> Mark:
    """The part of a region that the scales show; how an application is reviewed matters only from the control line
    on."""
    (left, right), (bottom, top) = region.processing, region.bandwidth
    return {
        "x": max(left, x.low, line or 0),
        "x2": min(right, x.high),
        "y": max(bottom, y.low),
        "y2": min(top, y.high),
    }
