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
from .labels import Box, Logarithmic
from .surface import SOFT, Mark

AXES = ("total_processing_performance", "memory_bandwidth")
DUTY = "duty"
HOLLOW = "M-1,-1H1V1H-1V-1M-0.5,-0.5V0.5H0.5V-0.5Z"
"""A square without its middle, as a path: no shape of Vega's own is hollow."""
MARKS = {
    StatusKind.no_licence: ("circle", "var(--ok)"),
    StatusKind.licence_exception_nac: ("triangle-down", "var(--ok)"),
    StatusKind.case_by_case: ("diamond", "var(--part)"),
    StatusKind.case_by_case_if_gates_met: ("triangle-right", "var(--part)"),
    StatusKind.presumption_of_denial: ("cross", "var(--no)"),
    StatusKind.letter: ("square", "var(--no)"),
    StatusKind.cannot_be_computed: (HOLLOW, "var(--open)"),
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


@dataclass(frozen=True)
class Plane:
    """A picture of the plane: where its upper corner stands on a surface, its size in pixels, and its scales."""

    left: float
    top: float
    width: float
    height: float
    x: Logarithmic
    y: Logarithmic

    def place(self, processing: float, bandwidth: float) -> tuple[float, float]:
        """Where a chip stands on the surface."""
        return self.left + self.x.position(processing), self.top + self.height - self.y.position(bandwidth)

    @property
    def box(self) -> Box:
        """The room of the picture."""
        return Box(self.left, self.top, self.left + self.width, self.top + self.height)

    @property
    def ground(self) -> Mark:
        """All of the picture."""
        return frame(self.box)

    def upright(self, limits: Iterable[float]) -> list[Mark]:
        """Lines at those limits of processing performance that the picture reaches."""
        return [
            {"x": self.left + self.x.position(limit), "y": self.top, "y2": self.top + self.height}
            for limit in limits
            if self.x.low <= limit <= self.x.high
        ]

    def field(self, region: Region, line: float | None, least: float = 0) -> Box:
        """The part of a region that the picture shows, at least so many pixels wide and high; how an application is
        reviewed matters only from the control line on."""
        (start, end), (bottom, top) = region.processing, region.bandwidth
        left, upper = self.place(max(start, self.x.low, line or 0), min(top, self.y.high))
        right, lower = self.place(min(end, self.x.high), max(bottom, self.y.low))
        across, down = max(0, least - (right - left)) / 2, max(0, least - (lower - upper)) / 2
        return Box(left - across, upper - down, right + across, lower + down)

    def grounds(self, found: Iterable[Region], line: float | None) -> list[Mark]:
        """The grounds of the regions that review policies make."""
        return [
            frame(self.field(region, line)) | {"fill": FILLS[region.kind]}
            for region in found
            if region.kind in FILLS and not region.further
        ]


def plane(points: Iterable[Plotted], left: float, top: float, width: float, height: float) -> Plane:
    """A picture whose scales hold the chips with some air around them."""
    points = tuple(points)
    processing, bandwidth = [point.processing for point in points], [point.bandwidth for point in points]
    x = Logarithmic(min(processing) / 1.35, max(processing) * 1.35, width)
    y = Logarithmic(min(bandwidth) / 1.35, max(bandwidth) * 1.5, height)
    return Plane(left, top, width, height, x, y)


def frame(box: Box) -> Mark:
    """A rectangle that fills a room."""
    return {"x": box.left, "x2": box.right, "y": box.top, "y2": box.bottom}
