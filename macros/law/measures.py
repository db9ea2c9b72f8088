"""What the law measures: a chip's figures against thresholds.

Sources of the definitions: 15 CFR part 774, supplement no. 1, ECCN 3A090, technical notes (total processing
performance, performance density) and note 2 (data centres).
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..record.chip import Chip, Published
from ..record.rule import Comparison, ThresholdGroup, Thresholds

BITS = {"int4": 4, "fp4": 4, "int8": 8, "fp8": 8, "fp16": 16, "tf32": 19}
"""Bit length of the inputs to the multiply operation; TF32 has 19 significant bits."""

TESTS: dict[str, Callable[[float, float], bool]] = {
    "at_least": operator.ge,
    "above": operator.gt,
    "below": operator.lt,
    "at_most": operator.le,
}


@dataclass(frozen=True)
class Processing:
    """Total processing performance, and the rate (TOPS or TFLOPS, dense) and format it comes from."""

    value: float
    format: str
    rate: float
    bits: int


@dataclass(frozen=True)
class Reason:
    """One comparison that decided: the chip's figure against a bound. ``holds`` is None if the figure is not known."""

    quantity: str
    value: float | None
    bound: str
    limit: float
    holds: bool | None


def total_processing_performance(chip: Chip) -> Processing | None:
    """TPP in TOPS (or TFLOPS) times bits; None if no rate is published.

    2 x MacTOPS x bit length, the highest over the formats (ECCN 3A090, technical notes). Data sheets already count one
    multiply-accumulate as two operations, so the factor 2 is inside their rates; dense rates count (note 3).
    """
    found = (
        Processing(published.value * bits, name, published.value, bits)
        for name, bits in BITS.items()
        if (published := getattr(chip.figures, name)) is not None
    )
    return max(found, key=lambda processing: processing.value, default=None)


def performance_density(chip: Chip) -> float | None:
    """TPP divided by the applicable die area in mm2 (ECCN 3A090, technical note 4); None if either is not published."""
    processing, area = total_processing_performance(chip), chip.figures.die_area
    return processing.value / area.value if processing and area else None


def figure(chip: Chip, name: str) -> float | None:
    """A figure of a chip by name, computed or published, in the unit of the field."""
    if name == "total_processing_performance":
        processing = total_processing_performance(chip)
        return processing.value if processing else None
    if name == "performance_density":
        return performance_density(chip)
    published: Published | None = getattr(chip.figures, name) if name in type(chip.figures).model_fields else None
    return published.value if published else None


def _compare(chip: Chip, quantity: str, comparison: Comparison) -> Iterator[Reason]:
    value = figure(chip, quantity)
    for bound, limit in comparison.bounds:
        yield Reason(quantity, value, bound, limit, None if value is None else TESTS[bound](value, limit))


def _all(chip: Chip, group: ThresholdGroup) -> tuple[bool | None, tuple[Reason, ...]]:
    """Whether the whole group holds (None: a figure that decides is not known), and the reasons."""
    reasons = tuple(
        reason for quantity, comparison in group.comparisons for reason in _compare(chip, quantity, comparison)
    )
    answers = [reason.holds for reason in reasons]
    if group.data_centre is not None:
        answers.append(chip.data_centre is group.data_centre)
    if False in answers:
        return False, tuple(reason for reason in reasons if reason.holds is False)
    return (None if None in answers else True), reasons


@dataclass(frozen=True)
class Match:
    """Whether thresholds catch a chip (None: not known), by name or by a group, and why."""

    holds: bool | None
    group: ThresholdGroup | None = None
    named: bool = False
    reasons: tuple[Reason, ...] = ()


def match(chip: Chip, thresholds: Thresholds) -> Match:
    """Any product named, or any one group of which every comparison holds."""
    if chip.id in thresholds.products:
        return Match(True, named=True)
    results = [(group, *_all(chip, group)) for group in thresholds.any_of]
    for wanted in (True, None):
        for group, holds, reasons in results:
            if holds is wanted:
                return Match(wanted, group, reasons=reasons)
    return Match(False, reasons=tuple(dict.fromkeys(reason for _, _, reasons in results for reason in reasons)))
