"""The chain: one line a claim, from the people who spoke through each text that passed it on to the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from ..page.view import View
from ..provenance.article import by_drift, edges
from ..reading.dossier import Dossier
from ..record.claim import AttributionKind, Claim, Drift
from ..record.fields import SourceId
from ..record.source import Source, SourceKind
from .chart import Chart, Column, LegendKey, Row
from .lettering import LINE, SPACED, lines, width
from .surface import NARROW, PAPER, SOFT, SUNK, WIDE, Mark, Surface, way

THREAD, BAR, BEND, AIR = 4.5, 9, 80, 14
"""Room of a claim across its course, width of a node, over which width lines bend to the next column, and air above a
node's name, in pixels."""

PAD = 6
"""Air between what a station says and its edge, in pixels."""

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
        title=t(
            "figure.chain.title",
            n=len(drifts.get(Drift.faithful, ())),
            claims=number(len(claims)),
            begun=t("figure.chain.begun", n=len(begun)),
        ),
        note=t("figure.chain.note"),
        alternative=" ".join(
            [
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
        wide=_columns(view, found, named),
        narrow=_stations(view, named),
        keys=tuple(
            LegendKey("bar", f"var(--{drift})", f"{t(f'drift.{drift}')} {number(len(claims))}")
            for drift, claims in drifts.items()
        ),
    )


def _drifted(view: View, claims: Iterable[Claim]) -> str:
    t, counts = view.language.string, Counter(claim.drift for claim in claims)
    return f"{t('comma')} ".join(
        f"{t(f'drift.{drift}')} {view.language.number(counts[drift])}" for drift in Drift if counts[drift]
    )


def _claim(view: View, claim: Claim) -> Mark:
    """Where the line of a claim leads, what it says, and its colour."""
    drift = view.language.string(f"drift.{claim.drift}")
    said = f"{claim.code}{view.language.string('colon')} {view.title(claim)} ({drift})"
    return {"href": way(claim), "description": said, "stroke": f"var(--{claim.drift})"}


def _told(view: View, node: Node, named: Callable[[Node], str], room: float) -> tuple[list[str], list[str]]:
    """The name of a node, and its day and number of claims, in lines."""
    day = [view.language.day(node.source.date)] if node.source and node.source.date and not node.speaker else []
    count = view.language.string("figure.chain.claims", n=len(node.claims))
    return lines(named(node), room, bold=True), [*day, count]


def _bend(here: list[Node], there: list[Node]) -> bool:
    """Whether a line must leave its height between two columns."""

    def ranks(column: list[Node]) -> dict[str, tuple[int, int]]:
        return {
            claim.code: (above, rank) for above, node in enumerate(column) for rank, claim in enumerate(node.claims)
        }

    after = ranks(there)
    return any(after.get(code, rank) != rank for code, rank in ranks(here).items())


def _columns(view: View, found: tuple[Node, ...], named: Callable[[Node], str]) -> Surface:
    """A column for each distance from the article, the way running in the direction of reading."""
    columns = [[node for node in found if node.column == column] for column in range(found[-1].column + 1)]
    tail = max(width(words, bold=True) for said in _told(view, found[-1], named, WIDE) for words in said)
    bends = [BEND if _bend(here, there) else AIR for here, there in pairwise(columns)]
    run = (WIDE - tail - sum(bends)) / len(bends)
    places = list(accumulate((run + bend for bend in bends), initial=0.0))

    def told(node: Node) -> tuple[list[str], list[str]]:
        return _told(view, node, named, run - AIR) if node.source else ([], [])

    head = AIR + LINE * max(len(name) + len(facts) for name, facts in map(told, found))
    placed = [
        (node, x, head * (rank + 1) + THREAD * sum(len(other.claims) for other in column[:rank]))
        for x, column in zip(places, columns, strict=True)
        for rank, node in enumerate(column)
    ]
    course = [
        {"x": at, "y": top + THREAD * (rank + 0.5), "detail": claim.code} | _claim(view, claim)
        for node, x, top in placed
        for rank, claim in enumerate(node.claims)
        for at in (x, x + (BAR if x == places[-1] else run))
    ]
    bars = [
        {"x": x, "x2": x + BAR, "y": top, "y2": top + THREAD * len(node.claims)}
        for node, x, top in placed
        if node.source
    ]
    names: list[Mark] = []
    notes: list[Mark] = []
    for node, x, top in placed:
        name, facts = told(node)
        first = top - LINE * (len(name) + len(facts) - 1) - 5
        above, below = _written(view, node, name, facts, x, first)
        names += above
        notes += below
    height = round(max(top + THREAD * len(node.claims) for node, _, top in placed) + PAD)
    return (
        Surface(view.language.direction, WIDE, height)
        .marks("rect", bars, color=SUNK)
        .marks("line", course, interpolate="monotone", strokeWidth=3)
        .marks("text", names, align="start", fontWeight="bold", stroke=PAPER, strokeWidth=3)
        .marks("text", notes, align="start", color=SOFT, stroke=PAPER, strokeWidth=3)
    )


def _written(
    view: View, node: Node, name: list[str], facts: list[str], x: float, y: float
) -> tuple[list[Mark], list[Mark]]:
    """The name of a node, which leads to its text, and what else is said of it, line below line."""
    if node.source is None:
        return [], []
    said = view.language.string("comma").join([" ".join(name), *(f" {fact}" for fact in facts)])
    link = {"href": way(node.source), "description": said}
    return (
        [{"x": x, "y": y + LINE * line, "text": words} | link for line, words in enumerate(name)],
        [{"x": x, "y": y + LINE * (len(name) + line), "text": words} for line, words in enumerate(facts)],
    )


@dataclass(frozen=True)
class _Row:
    """A place on the way down: people or papers whom a first report names, a first text, or a station, which is a text
    that passes claims on. ``begun`` are the claims whose lines begin here, ``node`` has all that pass."""

    node: Node
    begun: tuple[Claim, ...]
    is_station: bool


def _rows(dossier: Dossier) -> list[_Row]:
    """The stations from the farthest to the article, each after those who told it something."""
    claims = sorted(dossier.all(Claim), key=_order)
    depth = _depth(dossier)
    passing = {report.source for claim in claims for report in (*claim.reports[1:], claim.reports[-1])}
    rows: list[_Row] = []
    for station in sorted(passing, key=lambda source: (-depth[source], source)):
        through = tuple(claim for claim in claims if station in {report.source for report in claim.reports})
        fresh = [claim for claim in through if _first_of(claim, passing) == station]
        told: dict[tuple[SourceId, AttributionKind], list[Claim]] = {}
        for claim in fresh:
            first = claim.reports[0]
            if first.source != station or first.attribution.kind not in _SILENT:
                told.setdefault((first.source, first.attribution.kind), []).append(claim)
        for (source, kind), group in told.items():
            speaker = None if kind in _SILENT else kind
            rows.append(_Row(Node(0, dossier[source], speaker, tuple(group)), tuple(group), is_station=False))
        quiet = tuple(claim for claim in fresh if not any(claim in group for group in told.values()))
        rows.append(_Row(Node(0, dossier[station], None, through), quiet, is_station=True))
    return rows


def _first_of(claim: Claim, passing: Iterable[SourceId]) -> SourceId:
    """The first station on the way of a claim."""
    return next(report.source for report in claim.reports if report.source in passing)


def _stations(view: View, named: Callable[[Node], str]) -> Surface:
    """Downwards: the lines that begin first stand farthest from where reading starts, so that what is said of later
    ones has the room before them."""
    rows, claims = _rows(view.dossier), view.dossier.all(Claim)
    pitch = min(2 * PAD, NARROW / len(claims))
    slots: dict[str, int] = {}
    names: list[Mark] = []
    notes: list[Mark] = []
    boxes: list[Mark] = []
    starts: dict[str, float] = {}
    top = 0.0
    for row in rows:
        slots |= {claim.code: len(slots) + rank for rank, claim in enumerate(row.begun)}
        name, facts = _facts(view, row, named, (NARROW - pitch * len(slots) - 2 * PAD) / SPACED)
        left, height = 0.0, LINE * (len(name) + len(facts)) + PAD
        if row.is_station:
            widest = max(width(words, bold=True) for words in (*name, *facts)) * SPACED + 2 * PAD
            left = min(NARROW - pitch * (1 + max(slots[claim.code] for claim in row.node.claims)), NARROW - widest)
            boxes.append({"x": left, "x2": NARROW, "y": top, "y2": top + height + PAD})
        starts |= {claim.code: top + PAD for claim in row.begun}
        above, below = _written(view, row.node, name, facts, left + PAD if row.is_station else 0.0, top + LINE)
        names += above
        notes += below
        top += height + (4 * PAD if row.is_station else PAD)
    end = boxes[-1]["y"]
    threads = [
        {"x": NARROW - pitch * (slots[claim.code] + 0.5), "y": starts[claim.code], "y2": end} | _claim(view, claim)
        for claim in claims
    ]
    return (
        Surface(view.language.direction, NARROW, round(boxes[-1]["y2"]))
        .marks("rule", threads, strokeWidth=min(4, pitch - 1.5))
        .marks("rect", boxes, color=SUNK)
        .marks("text", names, align="start", fontWeight="bold")
        .marks("text", notes, align="start", color=SOFT)
    )


def _facts(view: View, row: _Row, named: Callable[[Node], str], room: float) -> tuple[list[str], list[str]]:
    """What a row says, in the room before its lines unless it is a station: who spoke to which text, or the text, and
    how many claims."""
    node, language = row.node, view.language
    assert node.source is not None
    day = language.day(node.source.date) if node.source.date else ""
    text = replace(node, speaker=None)
    facts = [named(text) if node.speaker else "", day, language.string("figure.chain.claims", n=len(node.claims))]
    written = " · ".join(fact for fact in facts if fact)
    if row.is_station:
        room = (NARROW - 2 * PAD) / SPACED
    return lines(named(node), room, bold=True), lines(written, room)
