"""Where claims start, and how many independent origins stand behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from ..reading.derivation import roots
from ..reading.dossier import Dossier
from ..record.claim import AttributionKind, Claim, Report
from ..record.fields import SourceId
from ..record.source import ARTICLE, Source


class Grounded(Protocol):
    """What rests on sources; of those that retell several stories, on what ``taken_from`` names."""

    @property
    def sources(self) -> tuple[SourceId, ...]: ...

    @property
    def taken_from(self) -> tuple[SourceId, ...]: ...


@dataclass(frozen=True)
class Station:
    """One report of a claim with its source."""

    report: Report
    source: Source


@dataclass(frozen=True)
class Origins:
    """The sources where a claim starts. ``established`` is false if it is not known whence one of them has it."""

    sources: tuple[Source, ...]
    established: bool

    @property
    def independent(self) -> int:
        """Newsrooms and bodies behind the sources: two texts of one newsroom are one origin."""
        return len({publisher_key(source) for source in self.sources})


def publisher_key(source: Source) -> str:
    """What tells one publisher from another: the actor's id, or the name."""
    return source.publisher if isinstance(source.publisher, str) else source.publisher.en


def origins(dossier: Dossier, claim: Claim) -> Origins:
    """Where the article's claim starts: back along ``taken_from`` and ``derived_from`` until nothing is behind.

    Copies, rewrites and translations lead back to what they retell and so add no origin.
    """
    sources = tuple(dossier[id] for id in roots(lambda id: claim.had_from(id, dossier[id].derived_from), [ARTICLE]))
    unknown = {report.source for report in claim.reports if report.attribution.kind is AttributionKind.unknown}
    return Origins(sources, not any(source.id in unknown for source in sources))


def behind(dossier: Dossier, grounds: Iterable[Grounded]) -> Origins:
    """The origins behind the sources on which something rests."""
    ways = (roots(lambda id: dossier[id].derived_from, ground.sources, ground.taken_from) for ground in grounds)
    return Origins(tuple(dossier[id] for id in dict.fromkeys(id for ends in ways for id in ends)), True)


def journey(dossier: Dossier, claim: Claim) -> tuple[Station, ...]:
    """The reports of a claim with their sources, oldest first."""
    return tuple(Station(report, dossier[report.source]) for report in claim.reports)
