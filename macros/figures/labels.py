"""Places for labels beside points, such that no label hides a point or another label."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from .lettering import LINE, width

POINT = 5
"""Half the room that a point takes, in pixels."""

REACH = 6.5
"""How far from a point no label may come, in pixels: a diamond of 75 square pixels reaches 6.1."""

_GAP = 8
"""Distance of a label from its point, in pixels."""

_BETWEEN = 6
"""Least distance of two labels in a line, in pixels: how wide words are is estimated."""

_NEAR, _FAR = (1, 1.7, 2.6), (3.6, 5, 6.5, 8, 10)
"""Distances in the order of preference, in units of that; from the far ones a line must lead to the point."""

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

    def wider(self, by: float) -> Box:
        return Box(self.left - by, self.top, self.right + by, self.bottom)

    def distance(self, x: float, y: float) -> float:
        """From the nearest edge to a point."""
        return math.hypot(max(self.left - x, 0, x - self.right), max(self.top - y, 0, y - self.bottom))

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
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


def around(x: float, y: float, words: str) -> Box:
    """The room of words whose middle stands at a point."""
    half = width(words) / 2
    return Box(x - half, y - LINE / 2, x + half, y + LINE / 2)


def place(
    points: Iterable[tuple[float, float, str]], taken: Iterable[Box], area: Box, led: int = 0
) -> list[tuple[float, float] | None]:
    """The middle of each label, in the order of the points, which is that of their rank: the nearest free place around
    its point, starting beside it, where no other point is nearer; None where there is none, since a label that hides
    another or names the wrong point tells nothing. The first ``led`` may stand farther away."""
    points = list(points)
    boxes = [*taken, *(Box(x - REACH, y - REACH, x + REACH, y + REACH) for x, y, _ in points)]
    middles: list[tuple[float, float] | None] = []

    def free(point: tuple[float, float, str], steps: Iterable[float]) -> Iterator[tuple[float, float]]:
        x, y, words = point
        for middle in _candidates(x, y, words, steps):
            box = around(*middle, words)
            if area.holds(box) and not any(box.meets(other) for other in boxes):
                yield middle

    def is_own(middle: tuple[float, float], point: tuple[float, float, str]) -> bool:
        x, y, words = point
        box = around(*middle, words)
        return all(box.distance(*other[:2]) >= box.distance(x, y) for other in points if other[:2] != (x, y))

    def is_clear(middle: tuple[float, float], point: tuple[float, float, str]) -> bool:
        x, y, words = point
        end = _end(x, y, around(*middle, words))
        passed = [((x + (end[0] - x) * part / 20), (y + (end[1] - y) * part / 20)) for part in range(21)]
        others = [other[:2] for other in points if other[:2] != (x, y)]
        return all(math.dist(place, other) > POINT + 2 for place in passed for other in others)

    for rank, point in enumerate(points):
        near = (middle for middle in free(point, _NEAR) if is_own(middle, point))
        far = (middle for middle in free(point, _FAR if rank < led else ()) if is_clear(middle, point))
        middles.append(next(chain(near, far), None))
        if middle := middles[-1]:
            boxes.append(around(*middle, point[2]).wider(_BETWEEN))
    return middles


def leader(x: float, y: float, middle: tuple[float, float], words: str) -> tuple[float, float] | None:
    """Where the line from a point to its label ends; None if the label stands near."""
    end = _end(x, y, around(*middle, words))
    return end if math.dist((x, y), end) > _GAP * _NEAR[-1] + 1 else None


def _end(x: float, y: float, box: Box) -> tuple[float, float]:
    """The point of a box that is nearest to another point."""
    return min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)


def _candidates(x: float, y: float, words: str, steps: Iterable[float]) -> Iterable[tuple[float, float]]:
    """Places around a point, the best first."""
    half = width(words) / 2
    for step in steps:
        for turn in _TURNS:
            angle = 2 * math.pi * turn / len(_TURNS)
            yield x + math.cos(angle) * (half + _GAP * step), y - math.sin(angle) * (LINE / 2 + _GAP * step)
