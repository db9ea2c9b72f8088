"""The chain: one line a claim, from the people who spoke through each text that passed it on to the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ..page.view import View
from ..provenance.article import by_drift, edges
from ..reading.dossier import Dossier
from ..record.claim import AttributionKind, Claim, Drift
from ..record.fields import SourceId
from ..record.source import Source, SourceKind
from .chart import Chart, Column, Key, Row
from .surface import PAPER, SOFT, SUNK, Mark, Surface, way

LINE, BAR, HEAD = 4.5, 9, 36
"""Height of a claim, width of a node, and room for a node's name above it, in pixels."""

RUN, BEND, TAIL = 148, 80, 76
"""How far lines run straight below a node's name, over which width they bend to the next column, and room for the
last name."""

_SILENT = {AttributionKind.none, AttributionKind.unknown}

_SECOND_HAND = {SourceKind.translation, SourceKind.retelling}
"""Texts that the figure names by what they are."""


@dataclass(frozen=True)
class Node:
    """A text, or the people or papers whom its first report names, with the claims that pass through; without a source,
    claims that pass a column by on the way from such people."""

    column: int
    source: Source | None
    speaker: AttributionKind | None
    claims: tuple[Claim, ...]


def _depth(dossier: Dossier) -> dict[SourceId, int]:
    """How many texts lie between a source and the article, at most, over all claims."""
    depth: Counter[SourceId] = Counter()
    for claim in dossier.all(Claim):
        for distance, report in enumerate(reversed(claim.reports)):
            depth[report.source] = max(depth[report.source], distance)
    return depth


def _order(claim: Claim) -> tuple[object, ...]:
    """Claims of one way side by side, so that lines seldom cross."""
    first = claim.reports[0]
    kind = first.attribution.kind
    return -len(claim.reports), kind in _SILENT, first.source, kind, list(Drift).index(claim.drift)


_Station = tuple[SourceId | None, AttributionKind | None, SourceId | None]
"""What a claim passes in a column: a text; people who spoke to a text; or nothing, on the way to a first text."""


def _course(claim: Claim, depth: dict[SourceId, int], last: int) -> dict[int, _Station]:
    """What a claim passes, by column."""
    first = claim.reports[0]
    course: dict[int, _Station] = {last - depth[report.source]: (report.source, None, None) for report in claim.reports}
    if first.attribution.kind not in _SILENT:
        by: _Station = (None, first.attribution.kind, first.source)
        course |= dict.fromkeys(range(min(course)), by)
        course[0] = (first.source, first.attribution.kind, None)
    return course


def nodes(dossier: Dossier) -> tuple[Node, ...]:
    """The nodes by column, those of a column and the claims of a node in one order, so that lines seldom cross."""
    depth = _depth(dossier)
    last = max(depth.values()) + 1
    through: dict[tuple[int, _Station], list[Claim]] = {}
    for claim in sorted(dossier.all(Claim), key=_order):
        for column, station in _course(claim, depth, last).items():
            through.setdefault((column, station), []).append(claim)
    return tuple(
        Node(column, dossier[source] if source else None, speaker, tuple(claims))
        for (column, (source, speaker, _)), claims in sorted(through.items(), key=lambda item: item[0][0])
    )


def chart(view: View) -> Chart | None:
    """The way of all claims; rows are the edges, from the speakers on. None without claims."""
    dossier, t, number = view.dossier, view.language.string, view.language.number
    claims = dossier.all(Claim)
    if not claims:
        return None

    def publisher(source: Source) -> str:
        return view.publisher_name(source).striptags()

    def told(source: Source) -> str:
        return f"{publisher(source)}{t('comma')} {view.language.day(source.date)}" if source.date else publisher(source)

    def named(node: Node) -> str:
        if node.speaker:
            return t(f"figure.chain.speaker.{node.speaker}")
        assert node.source is not None
        return t(f"source_kind.{node.source.kind}") if node.source.kind in _SECOND_HAND else publisher(node.source)

    found = nodes(dossier)
    spoken = [(named(node), node.source, node.claims) for node in found if node.speaker and node.source]
    passed = [
        (told(edge.origin), edge.target, edge.claims)
        for edge in sorted(edges(dossier), key=lambda edge: len(edge.claims))
    ]
    drifts = by_drift(dossier)
    begun = [
        claim for claim in claims if len(claim.reports) > 1 and claim.reports[0].source == claim.reports[-2].source
    ]

    def row(origin: str, target: Source, claims: tuple[Claim, ...]) -> Row:
        counts = Counter(claim.drift for claim in claims)
        return Row(target, (origin, told(target), len(claims), *(counts[drift] for drift in drifts)))

    return Chart(
        title=t("figure.chain.title", claims=number(len(claims)), faithful=number(len(drifts.get(Drift.faithful, ())))),
        alternative=" ".join(
            [
                t("figure.chain.lead", begun=number(len(begun))),
                *(
                    t("figure.chain.edge", origin=origin, target=told(target), number=number(len(claims)))
                    for origin, target, claims in passed
                ),
                t("figure.chain.drift", counts=_drifted(view, claims)),
            ]
        ),
        columns=(
            *(Column(t(f"figure.chain.{name}")) for name in ("origin", "target", "number")),
            *(Column(t(f"drift.{drift}")) for drift in drifts),
        ),
        rows=tuple(row(*line) for line in spoken + passed),
        surface=_drawn(view, found, named),
        keys=tuple(
            Key("bar", f"var(--{drift})", f"{t(f'drift.{drift}')} {number(len(claims))}")
            for drift, claims in drifts.items()
        ),
    )


def _drifted(view: View, claims: Iterable[Claim]) -> str:
    t, counts = view.language.string, Counter(claim.drift for claim in claims)
    return f"{t('comma')} ".join(
        f"{t(f'drift.{drift}')} {view.language.number(counts[drift])}" for drift in Drift if counts[drift]
    )


def _tops(column: list[Node]) -> list[float]:
    """Where each node of a column begins."""
    heights = (HEAD + LINE * len(node.claims) for node in column)
    return list(accumulate(heights, initial=float(HEAD)))[:-1]


def _middles(column: list[Node]) -> dict[str, float]:
    """The height at which each claim passes a column."""
    return {
        claim.code: top + LINE * (place + 0.5)
        for node, top in zip(column, _tops(column), strict=True)
        for place, claim in enumerate(node.claims)
    }


def _places(middles: list[dict[str, float]]) -> list[int]:
    """Where each column stands: near the one before it, unless lines bend between them."""
    gaps = [
        RUN + (BEND if any(there.get(code, y) != y for code, y in here.items()) else 4)
        for here, there in pairwise(middles)
    ]
    return list(accumulate(gaps, initial=0))


def _drawn(view: View, found: tuple[Node, ...], named: Callable[[Node], str]) -> Surface:
    language = view.language
    columns = [[node for node in found if node.column == column] for column in range(found[-1].column + 1)]
    middles = [_middles(column) for column in columns]
    places = _places(middles)
    bars: list[Mark] = []
    names: list[Mark] = []
    lines: list[Mark] = []
    course: list[Mark] = []
    for x, column, middle in zip(places, columns, middles, strict=True):
        end = x + (BAR if x == places[-1] else RUN)
        course += [
            {"x": at, "y": middle[claim.code], "detail": claim.code, "stroke": f"var(--{claim.drift})"}
            for node in column
            for claim in node.claims
            for at in (x, end)
        ]
        for node, top in zip(column, _tops(column), strict=True):
            if node.source:
                name, count = named(node), language.string("figure.chain.claims", n=len(node.claims))
                dated = node.source.date if not node.speaker else None
                line = f"{language.day(dated)} · {count}" if dated else count
                said = f"{name}{language.string('comma')} {line}"
                names.append({"x": x, "y": top - 18, "text": name, "href": way(node.source), "description": said})
                lines.append({"x": x, "y": top - 6, "text": line})
                bars.append({"x": x, "x2": x + BAR, "y": top, "y2": top + LINE * len(node.claims)})
    height = round(max(y for middle in middles for y in middle.values()) + LINE)
    return (
        Surface(language.direction, places[-1] + TAIL, height)
        .marks("rect", bars, color=SUNK)
        .marks("line", course, interpolate="monotone", strokeWidth=LINE - 1.5)
        .marks("text", names, align="start", fontWeight="bold", fontSize=11, stroke=PAPER, strokeWidth=3)
        .marks("text", lines, align="start", color=SOFT, fontSize=10.5, stroke=PAPER, strokeWidth=3)
    )
