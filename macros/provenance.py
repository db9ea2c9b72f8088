"""How a claim came to us: its journey, what drifted on the way, and how many independent origins it has."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .checks import ARTICLE
from .dossier import Dossier
from .records import Claim, Report, Source
from .vocabulary import AttributionKind, Drift


@dataclass(frozen=True)
class Station:
    """One report of a claim with its source, and whether the claim starts there."""

    report: Report
    source: Source
    origin: bool


@dataclass(frozen=True)
class Origins:
    """The sources where a claim starts. ``established`` is false if it is not known whence one of them has it."""

    sources: tuple[Source, ...]
    established: bool

    @property
    def independent(self) -> int:
        """Newsrooms and bodies behind the sources: two texts of one newsroom are one origin."""
        return len({_publisher(source) for source in self.sources})


@dataclass(frozen=True)
class Edge:
    """Claims that went from one source straight to the next."""

    origin: Source
    target: Source
    claims: tuple[Claim, ...]


def _publisher(source: Source) -> str:
    return source.publisher if isinstance(source.publisher, str) else source.publisher.en


def article_report(claim: Claim) -> Report:
    """The claim as the article has it."""
    return claim.reports[-1]


def paragraph(claim: Claim) -> int:
    return article_report(claim).locator.paragraph


def drift(claim: Claim) -> Drift:
    """What happened to the claim between its original and the article."""
    return article_report(claim).drift


def _parents(dossier: Dossier, claim: Claim | None, source: Source) -> tuple[str, ...]:
    report = next((report for report in claim.reports if report.source == source.id), None) if claim else None
    return report.taken_from if report and report.taken_from is not None else source.derived_from


def _roots(dossier: Dossier, claim: Claim | None, starts: Iterable[str]) -> Iterator[Source]:
    for id in starts:
        source = dossier.find("sources", id)
        parents = _parents(dossier, claim, source)
        yield from _roots(dossier, claim, parents) if parents else (source,)


def origins(dossier: Dossier, claim: Claim) -> Origins:
    """Where the article's claim starts: back along ``taken_from`` and ``derived_from`` until nothing is behind.

    Copies, rewrites and translations lead back to what they retell and so add no origin.
    """
    sources = tuple(dict.fromkeys(_roots(dossier, claim, [ARTICLE])))
    unknown = {report.source for report in claim.reports if report.attribution.kind is AttributionKind.unknown}
    return Origins(sources, not any(source.id in unknown for source in sources))


def evidence(dossier: Dossier, source_ids: Iterable[str]) -> Origins:
    """The origins behind the sources that a finding rests on."""
    return Origins(tuple(dict.fromkeys(_roots(dossier, None, source_ids))), True)


def journey(dossier: Dossier, claim: Claim) -> tuple[Station, ...]:
    """The reports of a claim, oldest first."""
    starts = origins(dossier, claim).sources
    return tuple(
        Station(report, source, source in starts)
        for report in claim.reports
        if (source := dossier.find("sources", report.source))
    )


def edges(dossier: Dossier) -> tuple[Edge, ...]:
    """How many claims travelled from each source to the next, over the whole article."""
    travelled: dict[tuple[str, str], list[Claim]] = {}
    for claim in dossier.claims:
        for report in claim.reports:
            source = dossier.find("sources", report.source)
            for parent in _parents(dossier, claim, source):
                travelled.setdefault((parent, source.id), []).append(claim)
    return tuple(
        Edge(dossier.find("sources", start), dossier.find("sources", end), tuple(claims))
        for (start, end), claims in travelled.items()
    )


def by_origins(dossier: Dossier) -> dict[str, tuple[Claim, ...]]:
    """Claims by the number of independent origins, "unknown" where the origin is not established."""
    groups: dict[str, list[Claim]] = {}
    for claim in dossier.claims:
        found = origins(dossier, claim)
        groups.setdefault(str(found.independent) if found.established else "unknown", []).append(claim)
    return {key: tuple(groups[key]) for key in sorted(groups)}


def drift_counts(dossier: Dossier) -> dict[Drift, tuple[Claim, ...]]:
    """Claims by drift, in the order of the closed list."""
    counts = Counter(drift(claim) for claim in dossier.claims)
    return {kind: tuple(claim for claim in dossier.claims if drift(claim) is kind) for kind in Drift if counts[kind]}


def unaccounted(dossier: Dossier) -> tuple[int, ...]:
    """Paragraphs of the article that neither have a claim nor are marked as making none."""
    told = {report.locator.paragraph for claim in dossier.claims for report in claim.reports if report.locator}
    article = dossier.find("sources", ARTICLE)
    return tuple(number for number, found in enumerate(article.paragraphs, 1) if number not in told and found.no_claim is None)
