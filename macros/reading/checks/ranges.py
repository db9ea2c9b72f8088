"""Ranges: every quantity lies where a reader of the field would look for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from ...record.chip import Chip
from ...record.claim import Claim, ClaimFigure
from ...record.event import Event
from ...record.rule import Duty, LicenceException, Rule, Thresholds
from ...record.shared import Record
from ...record.walking import Location
from ..problems import Problem
from ..yaml_file import Document

_RATE = (1, 100_000, "TFLOPS or TOPS")
_LINK = (0, 100_000, "GB/s")

RANGES: dict[str, tuple[float, float, str]] = {
    **dict.fromkeys(("int4", "int8", "fp4", "fp6", "fp8", "fp16", "tf32", "fp32", "fp64"), _RATE),
    "memory_capacity": (1, 10_000, "GB"),
    "memory_bandwidth": (10, 100_000, "GB/s"),
    "interconnect_bandwidth": _LINK,
    "host_bandwidth": _LINK,
    "memory_and_interconnect": _LINK,
    "die_area": (10, 50_000, "mm²"),
    "power": (1, 20_000, "W"),
    "total_processing_performance": (1, 1_000_000, "as ECCN 3A090 defines it"),
    "performance_density": (0.01, 1_000, "a mm²"),
    "rate": (0.1, 500, "per cent"),
    "chips": (0, 50_000_000, "chips"),
    "people": (1, 100, "people"),
    "notice_days": (0, 3_650, "days"),
    "share": (0, 100, "per cent"),
    "fraction": (0, 1, "of the whole"),
}
"""The smallest and the greatest value of each quantity, and its unit. One chip is meant, or what may be sold in some
years; who meets more than that has a reason to look again, and to change the line here."""

SHARE = {
    "en": re.compile(
        r"%|\bper[ -]?cent\b|\bpercent(?!age[ -]points?\b)|\bpct\b|(?<!\ba )(?<!\bper )\bshare\b|\bshare of\b",
        re.IGNORECASE,
    ),
    "ar": re.compile(r"[%٪]|(?:في ال|بال)(?:مئة|مائة)|(?<!نقطة )(?<!نقاط )مئوية"),
}
MORE = {
    "en": re.compile(
        r"\b(?:more|greater|higher|faster|growth|increase|rise|gain|of the (?:speed|performance|price))\b",
        re.IGNORECASE,
    ),
    "ar": re.compile(r"أكثر|أكبر|أعلى|أسرع|زيادة|نمو|ارتفاع|من (?:سرعة|أداء|سعر)"),
}
"""What is so much more than another thing, or than before, is no share of it, nor is a part of another's speed."""
FRACTION = {"en": re.compile(r"\bfraction\b", re.IGNORECASE), "ar": re.compile(r"كسر|جزء من")}
"""Units of a share of a whole, as they are written in each language."""


Figures = Iterator[tuple[Location, str, float]]
"""Figures, each with its place and its quantity."""


def out_of_range(record: Record, document: Document) -> Iterator[Problem]:
    """A figure lies where no chip, order or share does."""
    for location, quantity, value in _QUANTITIES[type(record)](record) if type(record) in _QUANTITIES else ():
        least, most, unit = RANGES[quantity]
        if not least <= value <= most:
            yield document.problem(
                location, f"{value:.15g} is no likely {quantity}; expected {least:.15g} to {most:.15g} ({unit})"
            )


def strange_processes(record: Record, document: Document) -> Iterator[Problem]:
    """A chip is made by a process of which the length is none that a process has."""
    for number, unit in _LENGTH.findall(record.process or "") if isinstance(record, Chip) else ():
        if unit != "nm" or not 1 <= float(number) <= 1_000:
            yield document.problem(
                ("process",), f"'{number} {unit}' is the length of no process; expected 1 to 1000 nm"
            )


_LENGTH = re.compile(r"(?<![\w.])(-?\d+(?:\.\d+)?) ?(\w*m)\b")


def _of_chip(chip: Chip) -> Figures:
    for name, published in chip.figures.published:
        yield ("figures", name, "value"), name, published.value
        for index, other in enumerate(published.alternatives):
            yield ("figures", name, "alternatives", index, "value"), name, other.value


def _of_event(event: Event) -> Figures:
    for index, amount in enumerate(event.quantities):
        for name, number in amount.given.items():
            yield ("quantities", index, name), "chips", number
    if event.sourcing.count is not None:
        yield ("sourcing", "count"), "people", event.sourcing.count


def _of_claim(claim: Claim) -> Figures:
    for index, report in enumerate(claim.reports):
        if report.attribution.count is not None:
            yield ("reports", index, "attribution", "count"), "people", report.attribution.count
    for name, figure in claim.figures.items():
        for units, quantity in ((FRACTION, "fraction"), (SHARE, "share")):
            if _is_in(figure, units) and not _is_in(figure, MORE):
                yield ("figures", name, "value"), quantity, figure.value
                break


def _is_in(figure: ClaimFigure, units: dict[str, re.Pattern[str]]) -> bool:
    """Whether the unit of a figure has one of some words in either language."""
    return any(unit.search(figure.unit[language]) for language, unit in units.items())


def _of_rule(rule: Rule) -> Figures:
    """Its duties and its thresholds; a bound of 0 is none, which another check says."""
    for index, effect in enumerate(rule.effects):
        if isinstance(effect, Duty):
            yield ("effects", index, "rate"), "rate", effect.rate
        if isinstance(effect, LicenceException):
            yield ("effects", index, "notice_days"), "notice_days", effect.notice_days
        for place, group in enumerate(effect.any_of if isinstance(effect, Thresholds) else ()):
            for name, comparison in group.comparisons:
                for bound, limit in comparison.bounds:
                    if limit:
                        yield ("effects", index, "any_of", place, name, bound), name, limit


_QUANTITIES: dict[type[Record], Callable[[Any], Figures]] = {
    Chip: _of_chip,
    Event: _of_event,
    Claim: _of_claim,
    Rule: _of_rule,
}
