"""Where claims start, and how many independent origins stand behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..reading.dossier import Dossier
from ..record.claim import AttributionKind, Claim, Report
from ..record.fields import SourceId
from ..record.source import ARTICLE, Source


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


def parents(claim: Claim | None, source: Source) -> tuple[SourceId, ...]:
    """The sources from which one has a claim: those the claim's report names, or those it derives from."""
    reports = claim.reports if claim else ()
    report = next((report for report in reports if report.source == source.id), None)
    return report.taken_from if report and report.taken_from is not None else source.derived_from


def _roots(dossier: Dossier, claim: Claim | None, starts: Iterable[SourceId]) -> tuple[Source, ...]:
    """The sources behind which nothing is, each once, in the order in which the ways back meet them."""
    found: list[Source] = []
    met: set[SourceId] = set()
    ahead = list(starts)[::-1]
    while ahead:
        id = ahead.pop()
        if id in met:
            continue
        met.add(id)
        source = dossier[id]
        behind = parents(claim, source)
        if not behind:
            found.append(source)
        ahead += behind[::-1]
    return tuple(found)


def origins(dossier: Dossier, claim: Claim) -> Origins:
    """Where the article's claim starts: back along ``taken_from`` and ``derived_from`` until nothing is behind.

    Copies, rewrites and translations lead back to what they retell and so add no origin.
    """
    sources = _roots(dossier, claim, [ARTICLE])
    unknown = {report.source for report in claim.reports if report.attribution.kind is AttributionKind.unknown}
    return Origins(sources, not any(source.id in unknown for source in sources))


def behind(dossier: Dossier, sources: Iterable[SourceId]) -> Origins:
    """The origins behind sources on which something rests."""
    return Origins(_roots(dossier, None, sources), True)


def journey(dossier: Dossier, claim: Claim) -> tuple[Station, ...]:
    """The reports of a claim with their sources, oldest first."""
    return tuple(Station(report, dossier[report.source]) for report in claim.reports)
