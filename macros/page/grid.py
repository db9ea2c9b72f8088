"""The grid of statuses: a line a chip, along it the periods that the law has had, in groups of chips."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as Date
from itertools import groupby, pairwise
from typing import Any

from ..law.day import ONE_DAY, Law, Period, Said, Spell
from ..law.policy import StatusKind
from ..reading.dossier import Dossier
from ..record.chip import Chip, Group
from ..record.claim import Claim
from .filters import Filter
from .view import View

ARTICLES = "article"
"""The name of the group of chips that the article names, which stand in no other."""

GAP = (ARTICLES, Group.made_for_china)
"""The groups of which the talk of a gap speaks: what was named, and what was made for China instead."""


def by_mention(dossier: Dossier, found: Iterable[Chip]) -> tuple[Chip, ...]:
    """Chips with those of the article first, by how many claims name them."""
    return tuple(sorted(found, key=lambda chip: -len(dossier.citing(chip, Claim))))


def by_group(dossier: Dossier, found: Iterable[Chip]) -> dict[str, tuple[Chip, ...]]:
    """Chips by group, that of the article first; groups without chips are left out."""
    groups: dict[str, list[Chip]] = {name: [] for name in (ARTICLES, *Group)}
    for chip in by_mention(dossier, found):
        groups[ARTICLES if dossier.citing(chip, Claim) else chip.group].append(chip)
    return {name: tuple(chips) for name, chips in groups.items() if chips}


@dataclass(frozen=True)
class Stretch:
    """A part of a chip's line on which its status does not change, ``share`` per cent of the line long."""

    kind: StatusKind
    share: float


@dataclass(frozen=True)
class Line:
    """A chip with its status by the law as last read, the line of its statuses, and what tells why, newest first."""

    chip: Chip
    now: Spell | None
    stretches: tuple[Stretch, ...]
    history: tuple[Spell, ...]
    statements: tuple[Said, ...]


@dataclass(frozen=True)
class Head:
    """A period, and what begins with it."""

    period: Period
    says: str


@dataclass(frozen=True)
class Grid:
    """Chips against the periods that the law has had, and by what they can be filtered. Each period takes the same
    share of a line."""

    heads: tuple[Head, ...]
    groups: dict[str, tuple[Line, ...]]
    filters: tuple[Filter[Any], ...] = ()

    @property
    def period_share(self) -> float:
        """How much of a line each period takes, in per cent."""
        return 100 / len(self.heads) if self.heads else 0

    @property
    def kinds(self) -> tuple[StatusKind, ...]:
        """The statuses that occur, in the order of the closed list."""
        found = {stretch.kind for lines in self.groups.values() for line in lines for stretch in line.stretches}
        return tuple(kind for kind in StatusKind if kind in found)


def grid(view: View, groups: Mapping[str, Iterable[Chip]], filters: tuple[Filter[Any], ...] = ()) -> Grid:
    """The grid of these chips in their groups; a group without a name has no heading."""
    return Grid(
        tuple(Head(period, view.plain(period.heading).rpartition(": ")[2]) for period in view.law.periods),
        {name: tuple(_line(view.law, chip) for chip in chips) for name, chips in groups.items()},
        filters,
    )


def _line(law: Law, chip: Chip) -> Line:
    known = [spell for spell in law.spells(chip) if spell.status.kind is not StatusKind.not_known_yet]
    said = (said for cell in law.row(chip) for said in cell.statements)
    return Line(
        chip,
        law.spell(chip),
        _stretches(law, chip),
        tuple(reversed(known)),
        tuple(dict.fromkeys(said)),
    )


def _stretches(law: Law, chip: Chip) -> tuple[Stretch, ...]:
    """The spells of a chip along the line, those of equal status together."""
    if not law.periods:
        return ()
    alike = [
        (kind, next(spells).first.first_day)
        for kind, spells in groupby(law.spells(chip), key=lambda spell: spell.status.kind)
    ]
    starts = [_place(law, first) for _, first in alike] + [100.0]
    starts[0] = 0.0
    lengths = ((kind, round(end - start, 1)) for (kind, _), (start, end) in zip(alike, pairwise(starts), strict=True))
    return tuple(Stretch(kind, length) for kind, length in lengths if length > 0)


def _place(law: Law, day: Date) -> float:
    """How far along a line a day lies, in per cent: at its start before the first period, at its end after the last."""
    share = 100 / len(law.periods)
    for index, period in enumerate(law.periods):
        end = period.seen_to(law.day) + ONE_DAY
        if day < end:
            return share * (index + max((day - period.first) / (end - period.first), 0))
    return 100.0
