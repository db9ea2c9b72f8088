"""What the law measures: an item's figures against thresholds.

Sources of the definitions: 15 CFR part 774, supplement no. 1, ECCN 3A090, technical notes (total processing
performance, performance density) and note 2 (data centres); 15 CFR part 748, supplement no. 2, notes to (dd)(1) (total
DRAM bandwidth, interconnect bandwidth).
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..record.chip import Chip, Outcome, Published
from ..record.fields import PartialDate
from ..record.rule import QUANTITIES, Comparison, ThresholdGroup, Thresholds

BITS = {
    "int4": 4,
    "fp4": 4,
    "fp6": 6,
    "int8": 8,
    "fp8": 8,
    "fp16": 16,
    "tf32": 19,
    "fp32": 32,
    "fp64": 64,
}
"""Bit length of the inputs to the multiply operation (technical note 2, number 1.c). TF32 has 19 significant bits; the
note does not name it."""

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


def interconnect(chip: Chip) -> float | None:
    """Interconnect bandwidth as the law counts it: the links between chips and the bus to the host; None if one of the
    two is not published (notes to (dd)(1), number 2; the item of 2022 counted "all inputs and outputs" too)."""
    return _sum(figure(chip, "interconnect_bandwidth"), figure(chip, "host_bandwidth"))


def _sum(*parts: float | None) -> float | None:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


@dataclass(frozen=True)
class Item:
    """What the law sees of a chip, or of figures that somebody gives it. ``maker`` None: not stated."""

    quantities: Mapping[str, float | None]
    data_centre: bool | None
    maker: str | None = None
    id: str = ""
    known_from: PartialDate | None = None
    exported_from_us: bool = True
    gates: Mapping[str, Outcome] = field(default_factory=dict)

    def with_quantity(self, quantity: str, value: float) -> Item:
        """The same item with one figure changed, and what follows from it: density with TPP, the sum with its parts."""
        found, before = dict(self.quantities), self.quantities[quantity]
        assert before is not None, "only a known figure can move"
        found[quantity] = value
        density, total = found["performance_density"], found["memory_and_interconnect"]
        if quantity == "total_processing_performance" and density is not None:
            found["performance_density"] = density * (value / before)
        if quantity in ("memory_bandwidth", "interconnect_bandwidth") and total is not None:
            found["memory_and_interconnect"] = total + (value - before)
        return replace(self, quantities=found)


def item(chip: Chip) -> Item:
    """What the law sees of a chip of the record."""
    memory, links = figure(chip, "memory_bandwidth"), interconnect(chip)
    values = (
        figure(chip, "total_processing_performance"),
        performance_density(chip),
        memory,
        links,
        _sum(memory, links),
    )
    return Item(
        dict(zip(QUANTITIES, values, strict=True)),
        chip.data_centre.value if chip.data_centre else None,
        chip.vendor,
        chip.id,
        chip.known_from,
        chip.exported_from_us,
        {gate: finding.outcome for finding in chip.gates for gate in finding.gates},
    )


Compared = float | str | None
"""What a comparison compares: a figure, whether an item is for data centres, or a maker; None if it is not known."""


@dataclass(frozen=True)
class Reason:
    """One comparison that decided: the item's figure against a bound. ``holds`` is None if the figure is not known.

    ``data_centre`` and ``maker`` are compared too, with the bound ``is``.
    """

    quantity: str
    value: Compared
    bound: str
    limit: float | str
    holds: bool | None


def same(quantity: str, value: bool | str | None, limit: bool | str) -> Reason:
    """Whether what is no figure is what is asked for."""
    return Reason(quantity, value, "is", limit, None if value is None else value == limit)


def _compare(item: Item, quantity: str, comparison: Comparison) -> Iterator[Reason]:
    value = item.quantities[quantity]
    for bound, limit in comparison.bounds:
        yield Reason(quantity, value, bound, limit, None if value is None else TESTS[bound](value, limit))


def _all(item: Item, group: ThresholdGroup) -> tuple[bool | None, tuple[Reason, ...]]:
    """Whether the whole group holds (None: a figure that decides is not known), and the reasons."""
    reasons = [reason for quantity, comparison in group.comparisons for reason in _compare(item, quantity, comparison)]
    if group.data_centre is not None:
        reasons.append(same("data_centre", item.data_centre, group.data_centre))
    answers = [reason.holds for reason in reasons]
    if False in answers:
        return False, tuple(reason for reason in reasons if reason.holds is False)
    return (None if None in answers else True), tuple(reasons)


@dataclass(frozen=True)
class Match:
    """Whether thresholds catch an item (None: not known), by name or by a group, and why."""

    holds: bool | None
    group: ThresholdGroup | None = None
    named: bool = False
    reasons: tuple[Reason, ...] = ()


def match(item: Item, thresholds: Thresholds) -> Match:
    """Any product named, or any one group of which every comparison holds."""
    if item.id in thresholds.products:
        return Match(True, named=True)
    results = [(group, *_all(item, group)) for group in thresholds.any_of]
    for wanted in (True, None):
        for group, holds, reasons in results:
            if holds is wanted:
                return Match(wanted, group, reasons=reasons)
    return Match(False, reasons=tuple(dict.fromkeys(reason for _, _, reasons in results for reason in reasons)))


def keeping_out(item: Item, groups: Iterable[ThresholdGroup]) -> tuple[str, ...]:
    """The quantities of which the item's figure fails in every group."""
    failing = [{reason.quantity for reason in _all(item, group)[1] if reason.holds is False} for group in groups]
    return tuple(quantity for quantity in QUANTITIES if failing and all(quantity in each for each in failing))
