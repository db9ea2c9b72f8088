"""The chain: one line a claim, from the people who spoke through each text that passed it on to the article."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise

from .. import provenance
from ..dossier import Dossier
from ..language import Language
from ..records import Claim, Source, Text
from ..vocabulary import AttributionKind, Drift
from .drawing import PAPER, SOFT, SUNK, Figure, Key, Picture, Row, Surface, address

LINE, BAR, HEAD = 4.5, 9, 36
"""Height of a claim, width of a node, and room for a node's name above it, in pixels."""

RUN, BEND, TAIL = 148, 80, 76
"""How far lines run straight below a node's name, over which width they bend to the next column, and room for the last name."""

_SILENT = {AttributionKind.none, AttributionKind.unknown}


@dataclass(frozen=True)
class Node:
    """A text, or the people or papers whom its first report names, with the claims that pass through; without a source,
    claims that pass a column by."""

    column: int
    source: Source | None
    speaker: AttributionKind | None
    claims: tuple[Claim, ...]


def _depth(dossier: Dossier) -> dict[str, int]:
    """How many texts lie between a source and the article, at most, over all claims."""
    depth: Counter[str] = Counter()
    for claim in dossier.claims:
        for distance, report in enumerate(reversed(claim.reports)):
            depth[report.source] = max(depth[report.source], distance)
    return depth


def nodes(dossier: Dossier) -> tuple[Node, ...]:
    """The nodes by column, those of a column and the claims of a node in one order, so that lines seldom cross."""
    depth, drifts = _depth(dossier), list(Drift)
    last = max(depth.values()) + 1

    def order(claim: Claim) -> tuple:
        first = claim.reports[0]
        return -len(claim.reports), first.attribution.kind in _SILENT, first.source, first.attribution.kind, drifts.index(provenance.drift(claim))

    through: dict[tuple, list[Claim]] = {}
    for claim in sorted(dossier.claims, key=order):
        first = claim.reports[0]
        course = {last - depth[report.source]: (report.source, None) for report in claim.reports}
        if first.attribution.kind not in _SILENT:
            by = {column: (None, (first.source, first.attribution.kind)) for column in range(1, min(course))}
            course |= by | {0: (first.source, first.attribution.kind)}
        for column, station in course.items():
            through.setdefault((column, station), []).append(claim)
    return tuple(
        Node(column, dossier.find("sources", source) if source else None, speaker if source else None, tuple(claims))
        for (column, (source, speaker)), claims in sorted(through.items(), key=lambda item: item[0][0])
    )


def _drifted(language: Language, claims: Iterable[Claim]) -> str:
    counts = Counter(map(provenance.drift, claims))
    return f"{language.string('comma')} ".join(f"{language.string(f'drift.{kind}')} {language.number(counts[kind])}" for kind in Drift if counts[kind])


def figure(dossier: Dossier, language: Language) -> Figure:
    """The way of all claims; rows are the edges, from the speakers on."""
    t, number = language.string, language.number

    def publisher(source: Source) -> str:
        named = source.publisher if isinstance(source.publisher, Text) else dossier.find("actors", source.publisher).name
        return named[language.code]

    def told(source: Source) -> str:
        return f"{publisher(source)}{t('comma')} {language.day(source.date)}" if source.date else publisher(source)

    def named(node: Node) -> str:
        if node.speaker:
            return t(f"figure.chain.speaker.{node.speaker}")
        return t(f"source_kind.{node.source.kind}") if node.source.derived_from else publisher(node.source)

    found = nodes(dossier)
    spoken = [(named(node), node.source, node.claims) for node in found if node.speaker]
    passed = [(told(edge.origin), edge.target, edge.claims) for edge in sorted(provenance.edges(dossier), key=lambda edge: len(edge.claims))]
    drifts = provenance.drift_counts(dossier)
    begun = [claim for claim in dossier.claims if claim.reports[0].source == claim.reports[-2].source]
    return Figure(
        title=t("figure.chain.title", claims=number(len(dossier.claims)), faithful=number(len(drifts.get(Drift.faithful, ())))),
        alternative=" ".join([
            t("figure.chain.lead", begun=number(len(begun))),
            *(t("figure.chain.edge", origin=origin, target=told(target), number=number(len(claims))) for origin, target, claims in passed),
            t("figure.chain.drift", counts=_drifted(language, dossier.claims)),
        ]),
        columns=tuple(t(f"figure.chain.{column}") for column in ("origin", "target", "number", "drifted")),
        rows=tuple(Row(address(target), (origin, told(target), number(len(claims)), _drifted(language, claims))) for origin, target, claims in spoken + passed),
        picture=_drawn(language, found, named),
        keys=tuple(Key("bar", f"var(--{kind})", f"{t(f'drift.{kind}')} {number(len(claims))}") for kind, claims in drifts.items()),
    )


def _tops(column: list[Node]) -> list[float]:
    """Where each node of a column begins."""
    heights = [HEAD + LINE * len(node.claims) for node in column]
    return [HEAD + before for before in accumulate(heights[:-1], initial=0)]


def _middles(column: list[Node]) -> dict[str, float]:
    """The height at which each claim passes a column."""
    return {claim.code: top + LINE * (place + 0.5) for node, top in zip(column, _tops(column)) for place, claim in enumerate(node.claims)}


def _places(middles: list[dict[str, float]]) -> list[int]:
    """Where each column stands: near the one before it, unless lines bend between them."""
    gaps = [RUN + (BEND if any(there.get(code, y) != y for code, y in here.items()) else 4) for here, there in pairwise(middles)]
    return list(accumulate(gaps, initial=0))


def _drawn(language: Language, found: tuple[Node, ...], named: Callable[[Node], str]) -> Picture:
    columns = [[node for node in found if node.column == column] for column in range(found[-1].column + 1)]
    middles = [_middles(column) for column in columns]
    places = _places(middles)
    bars, names, lines, course = [], [], [], []
    for x, column, middle in zip(places, columns, middles):
        end = x + (BAR if x == places[-1] else RUN)
        course += [{"x": at, "y": middle[claim.code], "detail": claim.code, "stroke": f"var(--{provenance.drift(claim)})"}
                   for node in column for claim in node.claims for at in (x, end)]
        for node, top in zip(column, _tops(column)):
            if node.source:
                name, count = named(node), language.string("figure.chain.claims", n=len(node.claims))
                line = count if node.speaker or not node.source.date else f"{language.day(node.source.date)} · {count}"
                names.append({"x": x, "y": top - 18, "text": name, "href": address(node.source), "description": f"{name}{language.string('comma')} {line}"})
                lines.append({"x": x, "y": top - 6, "text": line})
                bars.append({"x": x, "x2": x + BAR, "y": top, "y2": top + LINE * len(node.claims)})
    height = round(max(max(middle.values()) for middle in middles) + LINE)
    return (
        Surface(language, places[-1] + TAIL, height)
        .marks("rect", bars, color=SUNK)
        .marks("line", course, interpolate="monotone", strokeWidth=LINE - 1.5)
        .marks("text", names, align="start", fontWeight="bold", fontSize=11, stroke=PAPER, strokeWidth=3)
        .marks("text", lines, align="start", color=SOFT, fontSize=10.5, stroke=PAPER, strokeWidth=3)
        .picture()
    )
