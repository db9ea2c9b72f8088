"""The periods: for each, the regions of its rules and the chips whose status changed in it."""

from __future__ import annotations

from ..law.day import Move, Period
from ..law.policy import StatusKind
from ..page.view import View
from ..record.fields import PartialDate
from .chart import Chart, Column, Key, Row
from .labels import Logarithmic
from .plane import FILLS, MARKS, Plotted, Region, conditional, control_line, plotted, rectangle, regions, scales
from .surface import NO, SOFT, SUNK, WIDTH, Mark, Surface, way

COLUMNS, GAP, HEAD = 3, 18, 58
PANEL_WIDTH, PANEL_HEIGHT = (WIDTH - (COLUMNS - 1) * GAP) // COLUMNS, 170

Moved = tuple[Period, tuple[Move, ...]]
"""A period and the changes of status within it."""


def chart(view: View) -> Chart | None:
    """One small picture a period, in order of time; chips that did not move are pale. None without periods or chips."""
    law, t, number = view.law, view.language.string, view.language.number
    points = plotted(law.decided)
    if not points or not law.periods:
        return None
    found: list[Moved] = [
        (period, tuple(move for point in points for move in law.moves(point.chip, period))) for period in law.periods
    ]
    all_moves = [move for _, moves in found for move in moves]
    columns = ("day", "chip", "before", "after", "rule")
    return Chart(
        title=t(
            "figure.periods.title",
            date=view.read_to,
            moved=number(sum(bool(moves) for _, moves in found)),
            periods=number(len(found)),
        ),
        alternative=" ".join(_said(view, period, moves) for period, moves in found),
        columns=tuple(Column(t(f"figure.periods.{name}")) for name in columns),
        rows=tuple(_row(view, move) for move in all_moves),
        surface=_drawn(view, points, found),
        keys=(
            *(Key(*MARKS[kind], t(f"status.{kind}")) for kind in dict.fromkeys(move.after.kind for move in all_moves)),
            Key("circle", SOFT, t("figure.periods.unmoved")),
            Key("dashed", SOFT, t("figure.gap.dashed")),
        ),
    )


def _said(view: View, period: Period, moves: tuple[Move, ...]) -> str:
    t = view.language.string
    names = f"{t('comma')} ".join(dict.fromkeys(move.chip.short_name for move in moves))
    what = t("figure.periods.moved", chips=names) if moves else t("figure.periods.still")
    return f"{view.plain(period.heading)}{t('semicolon')} {what}"


def _row(view: View, move: Move) -> Row:
    t, rule = view.language.string, move.after.rule or move.before.rule
    assert rule  # of two statuses that differ, one at least needs a licence
    before, after = (t(f"status.{status.kind}") for status in (move.before, move.after))
    return Row(
        move.chip,
        (PartialDate(move.day.isoformat()), move.chip.short_name, before, after, view.plain(rule.short_title)),
    )


def _drawn(view: View, points: tuple[Plotted, ...], found: list[Moved]) -> Surface:
    law = view.law
    x, y = scales(points, PANEL_WIDTH, PANEL_HEIGHT)
    grounds: list[Mark] = []
    lines: list[Mark] = []
    dashes: list[Mark] = []
    marks: list[Mark] = []
    heads: list[Mark] = []
    notes: list[Mark] = []
    for index, (period, moves) in enumerate(found):
        left, top = (index % COLUMNS) * (PANEL_WIDTH + GAP), HEAD + (index // COLUMNS) * (PANEL_HEIGHT + HEAD)
        last_day = period.last or max(law.day, period.first)
        drawn = regions(law.in_force(last_day))
        limit = control_line(drawn)
        grounds += _grounds(left, top, x, y, drawn, limit)
        upright = {"y": top, "y2": top + PANEL_HEIGHT}
        for into, edges in ((lines, [limit or 0]), (dashes, conditional(drawn))):
            into += [{"x": left + x.position(edge)} | upright for edge in edges if x.low <= edge <= x.high]
        became = {move.chip.id: move.after.kind for move in moves}
        known = [point for point in points if law.status(point.chip, last_day).kind is not StatusKind.not_known_yet]
        for point in sorted(known, key=lambda point: point.chip.id in became):
            moved = point.chip.id in became
            shape, fill = MARKS[became[point.chip.id]] if moved else ("circle", SOFT)
            marks.append(
                {
                    "x": left + x.position(point.processing),
                    "y": top + PANEL_HEIGHT - y.position(point.bandwidth),
                    "shape": shape,
                    "fill": fill,
                    "size": 40 if moved else 12,
                }
            )
        heading = view.plain(period.heading)
        title, _, what = heading.partition(": ")
        heads.append({"x": left, "y": top - 36, "text": title, "href": way(period.rule), "description": heading})
        count = view.language.string("figure.periods.count", n=len(became))
        notes += [{"x": left, "y": top - 21, "text": what}, {"x": left, "y": top - 7, "text": count}]
    rows = -(-len(found) // COLUMNS)
    return (
        Surface(view.language.direction, WIDTH, rows * (PANEL_HEIGHT + HEAD))
        .marks("rect", grounds)
        .marks("rule", dashes, color=SOFT, strokeDash=[3, 3])
        .marks("rule", lines, color=NO, strokeWidth=1.5)
        .marks("point", marks, filled=True, opacity=1)
        .marks("text", heads, align="start", fontWeight="bold", fontSize=11.5)
        .marks("text", notes, align="start", color=SOFT, fontSize=11)
    )


def _grounds(
    left: int, top: int, x: Logarithmic, y: Logarithmic, drawn: tuple[Region, ...], limit: float | None
) -> list[Mark]:
    """The ground of a small picture, and in it the regions of the day."""
    grounds = [{"x": left, "x2": left + PANEL_WIDTH, "y": top, "y2": top + PANEL_HEIGHT, "fill": SUNK}]
    for region in drawn:
        if region.kind in FILLS and not region.further:
            field = rectangle(region, x, y, limit)
            grounds.append(
                {
                    "x": left + x.position(field["x"]),
                    "x2": left + x.position(field["x2"]),
                    "y": top + PANEL_HEIGHT - y.position(field["y2"]),
                    "y2": top + PANEL_HEIGHT - y.position(field["y"]),
                    "fill": FILLS[region.kind],
                }
            )
    return grounds
