"""Places for labels beside points, such that no label hides a point or another label."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

_LINE, _LETTER, _GAP = 13, 6.4, 8
"""Height of a line, width of a letter and distance from the point, in pixels, at the figures' text size."""

_STEPS = (1, 1.7, 2.6, 3.6)
_TURNS = (0, 8, 4, 12, 2, 14, 6, 10, 1, 15, 7, 9, 3, 13, 5, 11)
"""Sixteenths of a circle in order of preference: beside the point, above, below, then aslant."""


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True)
class Logarithmic:
    """A logarithmic scale from ``low`` to ``high`` over ``length`` pixels."""

    low: float
    high: float
    length: float

    def position(self, value: float) -> float:
        return self.length * math.log(value / self.low) / math.log(self.high / self.low)

    def value(self, position: float) -> float:
        return self.low * math.exp(math.log(self.high / self.low) * position / self.length)


def place(points: Iterable[tuple[float, float, str]], taken: Iterable[Box], area: Box) -> list[tuple[float, float]]:
    """The middle of each label, in the order of the points: the nearest free place around its point, starting beside
    it."""
    points = list(points)
    boxes = [*taken, *(Box(x - 5, y - 5, x + 5, y + 5) for x, y, _ in points)]
    middles = []
    for x, y, label in points:
        middle, box = _free(x, y, len(label) * _LETTER / 2, boxes, area)
        boxes.append(box)
        middles.append(middle)
    return middles


def _free(x: float, y: float, half: float, boxes: list[Box], area: Box) -> tuple[tuple[float, float], Box]:
    candidates = []
    for step in _STEPS:
        for turn in _TURNS:
            angle = 2 * math.pi * turn / len(_TURNS)
            middle = (x + math.cos(angle) * (half + _GAP * step), y - math.sin(angle) * (_LINE / 2 + _GAP * step))
            box = Box(middle[0] - half, middle[1] - _LINE / 2, middle[0] + half, middle[1] + _LINE / 2)
            inside = (
                area.left <= box.left and box.right <= area.right and area.top <= box.top and box.bottom <= area.bottom
            )
            overlaps = sum(box.meets(other) for other in boxes) + 10 * (not inside)
            candidates.append((overlaps, middle, box))
    _, middle, box = min(candidates, key=lambda candidate: candidate[0])
    return middle, box
