"""How sure a status is: how far the nearest line lies, on what sort of figures it rests, and what would turn it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum

from ..record.chip import Alternative, Chip
from ..record.rule import Thresholds
from ..record.shared import Standing
from .measures import TESTS, Item, item, total_processing_performance
from .policy import NO_APPLICATION, Application, Asked, InForce, Status, StatusKind, status

HAIR = 1e-9
"""As a share of a line, how far beyond it a figure is put that must lie on its other side."""

_OPEN = (StatusKind.not_known_yet, StatusKind.not_exported_from_us, StatusKind.cannot_be_computed)


@dataclass(frozen=True)
class Margin:
    """The nearest line whose crossing changes a status; ``share`` is the distance as a share of the line, negative
    below."""

    quantity: str
    value: float
    limit: float

    @property
    def share(self) -> float:
        return self.value / self.limit - 1


class Inputs(StrEnum):
    """The standing of the figures that decide."""

    published = "published"
    estimate = "estimate"


@dataclass(frozen=True)
class Turn:
    """A published alternative to a figure, and the status to which it would turn the chip."""

    figure: str
    used: float
    alternative: Alternative
    kind: StatusKind


def margin(subject: Item, law: InForce, day: Date, application: Application = NO_APPLICATION) -> Margin | None:
    """The nearest line in force that would change the status if one figure alone came to lie on its other side."""
    now = status(subject, law, day, application).kind
    if now in _OPEN:
        return None
    found = (
        Margin(quantity, value, limit)
        for quantity, bound, limit in _lines(law)
        if limit and (value := subject.quantities[quantity]) is not None
        if status(subject.with_quantity(quantity, across(value, bound, limit)), law, day, application).kind is not now
    )
    return min(found, key=lambda margin: abs(margin.share), default=None)


def across(value: float, bound: str, limit: float) -> float:
    """The nearest value on the other side of a line."""
    on_it_holds = bound in ("at_least", "at_most")
    if TESTS[bound](value, limit) is not on_it_holds:
        return limit
    return limit * (1 - HAIR if bound in ("at_least", "below") else 1 + HAIR)


def _lines(law: InForce) -> Iterator[tuple[str, str, float]]:
    effects: list[Thresholds] = [found.effect for found in law.requirements]
    effects += [letter.effect for letter in law.letters]
    effects += [change.effect for change in law.changes]
    for effect in effects:
        for group in effect.any_of:
            for quantity, comparison in group.comparisons:
                for bound, limit in comparison.bounds:
                    yield quantity, bound, limit


_FIGURES = {
    "total_processing_performance": (),
    "performance_density": ("die_area",),
    "memory_bandwidth": ("memory_bandwidth",),
    "interconnect_bandwidth": ("interconnect_bandwidth", "host_bandwidth"),
    "memory_and_interconnect": ("memory_bandwidth", "interconnect_bandwidth", "host_bandwidth"),
}
"""The figures from which a quantity is computed, beside the rate that makes TPP and density."""


def estimated(chip: Chip) -> frozenset[str]:
    """The quantities that rest on a figure that is an estimate, a leak or an inference."""
    processing = total_processing_performance(chip)
    rate = (processing.format,) if processing else ()
    return frozenset(
        quantity
        for quantity, others in _FIGURES.items()
        for name in (*others, *(rate if quantity in _RATED else ()))
        if (published := getattr(chip.figures, name))
        and published.standing not in (Standing.verified, Standing.excerpt)
    )


_RATED = ("total_processing_performance", "performance_density")


def inputs(chip: Chip, decided: Status) -> Inputs | None:
    """Whether every figure that a status compares is published as such; None if it compares none, or rests on none."""
    if decided.kind is StatusKind.not_exported_from_us:
        return None
    deciding = (step for step in decided.steps if step.question is not Asked.letter_too)
    compared = {reason.quantity for step in deciding for reason in step.reasons if reason.value is not None}
    compared &= _FIGURES.keys()
    if not compared:
        return None
    return Inputs.estimate if compared & estimated(chip) else Inputs.published


def turning(chip: Chip, law: InForce, day: Date) -> tuple[Turn, ...]:
    """The published alternatives, each put in the place of the figure used, that would change the status."""
    now = status(item(chip), law, day).kind
    found = []
    for name, published in chip.figures:
        for alternative in published.alternatives if published else ():
            other = published.model_copy(update={"value": alternative.value})
            figures = chip.figures.model_copy(update={name: other})
            kind = status(item(chip.model_copy(update={"figures": figures})), law, day).kind
            if kind is not now:
                found.append(Turn(name, published.value, alternative, kind))
    return tuple(found)
