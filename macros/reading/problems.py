"""What is wrong with the data: each problem on one line, with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, where it stands, and what was expected."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        parts = (f"{_shortened(self.file, 200)}:{self.line}", _shortened(self.field, 200), self.message)
        return one_line(_shortened(": ".join(filter(None, parts)), LONGEST))


LONGEST = 1_500
"""The most letters of a line, whatever the value that it quotes."""


def _shortened(text: str, letters: int) -> str:
    return text if len(text) <= letters else f"{text[:letters]}…"


def one_line(text: str) -> str:
    """A text as one line of output, whatever an editor wrote: what does not print, a line break too, is spelt out."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)


class DossierError(Exception):
    """The data cannot be used; ``problems`` holds every reason."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def together(*readings: Callable[[], Any]) -> list[Any]:
    """What each of these reads. Raises DossierError with what is wrong with any of them."""
    found, problems = list[Any](), list[Problem]()
    for read in readings:
        try:
            found.append(read())
        except DossierError as error:
            problems += error.problems
    if problems:
        raise DossierError(problems)
    return found
