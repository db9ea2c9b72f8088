"""The article as a whole: the ways that its claims travelled, and what drifted."""

from __future__ import annotations

from dataclasses import dataclass

from ..reading.dossier import Dossier
from ..record.claim import Claim, Drift
from ..record.fields import SourceId
from ..record.source import Source
from .origins import origins


@dataclass(frozen=True)
class Edge:
    """Claims that went from one source straight to the next."""

    origin: Source
    target: Source
    claims: tuple[Claim, ...]


def edges(dossier: Dossier) -> tuple[Edge, ...]:
    """How many claims travelled from each source to the next, over the whole article."""
    travelled: dict[tuple[SourceId, SourceId], list[Claim]] = {}
    for claim in dossier.all(Claim):
        for report in claim.reports:
            for parent in claim.had_from(report.source, dossier[report.source].derived_from):
                travelled.setdefault((parent, report.source), []).append(claim)
    return tuple(Edge(dossier[start], dossier[end], tuple(claims)) for (start, end), claims in travelled.items())


def by_origins(dossier: Dossier) -> dict[int | None, tuple[Claim, ...]]:
    """Claims by the number of independent origins, fewest first; None where the origin is not established."""
    groups: dict[int | None, list[Claim]] = {}
    for claim in dossier.all(Claim):
        found = origins(dossier, claim)
        groups.setdefault(found.independent if found.established else None, []).append(claim)
    return {key: tuple(groups[key]) for key in sorted(groups, key=lambda key: (key is None, key or 0))}


def by_drift(dossier: Dossier) -> dict[Drift, tuple[Claim, ...]]:
    """Claims by drift, in the order of the closed list."""
    groups = {drift: tuple(claim for claim in dossier.all(Claim) if claim.drift is drift) for drift in Drift}
    return {drift: claims for drift, claims in groups.items() if claims}
