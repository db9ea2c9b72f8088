"""Long lists, in parts of which each has a page, so that no page grows without bound."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import Generic, TypeVar

from ..record.shared import Record
from .view import View

R = TypeVar("R", bound=Record)

UNDATED = "undated"


def year(record: Record) -> str:
    """The year of a record's date, or that it has none."""
    return record.dated[:4] if record.dated else UNDATED


@dataclass(frozen=True)
class Part(Generic[R]):
    """A page of a list: its address below the root of the language, the year or the number that its address ends in,
    the words by which links know it, what it shows, the addresses of the records that have their place on it, and
    the anchors by which these may be cited on the first page of the list."""

    address: str
    name: str
    label: str
    records: tuple[R, ...]
    own: frozenset[str]
    cited: tuple[str, ...]


@dataclass(frozen=True)
class Division(Generic[R]):
    """A list in parts, as the page of one of them sees it."""

    parts: tuple[Part[R], ...]
    here: Part[R]

    @property
    def records(self) -> tuple[R, ...]:
        """Those of the whole list, each once."""
        return tuple({record.address: record for part in self.parts for record in part.records}.values())

    @property
    def is_first(self) -> bool:
        return self.here is self.parts[0]


@dataclass(frozen=True)
class LongList(Generic[R]):
    """A list of records, as ``ordered`` has them, on pages of at most ``limit`` records.

    The first page lies at ``home`` and the others below it: by year, and in numbered parts what is too much for one
    page, counted from the oldest so that a page keeps its records when newer ones come; or by number alone. Where the
    newest year or part has only begun, the first page shows what came before as well, up to half of the limit.
    """

    home: str
    limit: int
    ordered: Callable[[View], Iterable[R]]
    by_year: bool = False
    heading: Callable[[R], str] | None = None
    """The anchor of the heading under which a record stands, where that may be cited."""

    def divided(self, view: View) -> Division[R]:
        """The list as the page at the view's place shows it."""
        records = tuple(self.ordered(view))
        cut = self._cut(records) if len(records) > self.limit else [("", records)]
        parts: list[Part[R]] = []
        for name, inside in cut:
            before = {anchor for part in parts for anchor in part.cited}
            cited = dict.fromkeys(anchor for record in inside for anchor in self._anchors(record))
            has_begun = self.by_year and not parts and len(inside) < self.limit // 2
            parts.append(
                Part(
                    f"{self.home}{name}/" if parts else self.home,
                    name,
                    view.language.string("parts.newest") if name and has_begun else _label(view, name),
                    records[: self.limit // 2] if has_begun else inside,
                    frozenset(record.address for record in inside),
                    tuple(anchor for anchor in cited if anchor not in before),
                )
            )
        return Division(tuple(parts), next((part for part in parts if part.address == view.place.path), parts[0]))

    def keeps(self, address: str) -> bool:
        """Whether an address is that of a further page, or will be once the list is longer."""
        name = rf"(?:\d{{4}}|{UNDATED})(?:-\d+)?" if self.by_year else r"\d+"
        below = address.removeprefix(self.home)
        return below != address and re.fullmatch(f"{name}/", below) is not None

    def _anchors(self, record: R) -> Iterator[str]:
        """By what a record may be cited on the first page."""
        if self.heading:
            yield self.heading(record)
        if f"{self.home}#{record.id}" in record.addresses:
            yield record.id

    def _cut(self, records: tuple[R, ...]) -> Iterator[tuple[str, tuple[R, ...]]]:
        if not self.by_year:
            for number in range(ceil(len(records) / self.limit)):
                yield str(number + 1), records[number * self.limit : (number + 1) * self.limit]
            return
        for name, found in groupby(records, key=year):
            inside = tuple(found)
            for number in range(ceil(len(inside) / self.limit), 0, -1):
                start, end = len(inside) - number * self.limit, len(inside) - (number - 1) * self.limit
                yield name if number == 1 else f"{name}-{number}", inside[max(start, 0) : end]


def _label(view: View, name: str) -> str:
    """How a page is called in its language: 2026, or 2026, part 2."""
    string, (whole, _, number) = view.language.string, name.partition("-")
    words = string("parts.undated") if whole == UNDATED else whole
    return string("parts.numbered", part=words, number=number) if number else words
