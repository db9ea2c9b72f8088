"""The gap: every chip by total processing performance and memory bandwidth, among the regions of the rules in force."""

from __future__ import annotations

import math
from typing import Any

from ..law.policy import StatusKind
from ..page.view import View
from .chart import Chart, Column, Key, Row
from .labels import Box, Logarithmic, place
from .plane import (
    DUTY,
    FILLS,
    MARKS,
    Plotted,
    Region,
    conditional,
    control_line,
    plotted,
    rectangle,
    regions,
    scales,
)
from .surface import ACCENT, NO, PAPER, SOFT, WIDTH, Mark, Surface, way

HEIGHT = 520
_TICKS = [step * 10**power for power in range(2, 6) for step in (1, 2, 5)]


def chart(view: View) -> Chart | None:
    """All chips with both figures, by their status now; None without such chips, or without a control line."""
    law, t, number = view.law, view.language.string, view.language.number
    known = (chip for chip in law.chips if law.status(chip).kind is not StatusKind.not_known_yet)
    points, found = plotted(known), regions(law.in_force())
    line = control_line(found)
    if not points or line is None:
        return None
    status = {point.chip.id: law.status(point.chip) for point in points}
    decided = {chip.id for chip in law.decided}
    taxed = {point.chip.id: band for point in points if point.chip.id in decided and (band := law.band(point.chip))}
    named = {kind: [point.chip.short_name for point in points if status[point.chip.id].kind is kind] for kind in MARKS}

    def word(point: Plotted) -> str:
        return t(f"status.{status[point.chip.id].kind}")

    def row(point: Plotted) -> Row:
        found, band = status[point.chip.id], taxed.get(point.chip.id)
        rule = view.plain(found.rule.short_title) if found.rule else None
        group = view.group(band.group).striptags() if band else None
        return Row(point.chip, (point.chip.short_name, point.processing, point.bandwidth, word(point), rule, group))

    def mark(point: Plotted) -> Mark:
        shape, fill = MARKS[status[point.chip.id].kind]
        said = t(
            "figure.gap.point",
            chip=point.chip.short_name,
            processing=number(point.processing),
            bandwidth=number(point.bandwidth),
            status=word(point),
        )
        return {
            "x": point.processing,
            "y": point.bandwidth,
            "shape": shape,
            "fill": fill,
            "href": way(point.chip),
            "description": said,
        }

    join = f"{t('comma')} ".join
    nothing = {"rule": t("rule.none"), "band": t("chips.no_duty")}
    columns = ("chip", "processing", "bandwidth", "status", "rule", "band")
    return Chart(
        title=t(
            "figure.gap.title",
            date=view.read_to,
            cases=number(len(named[StatusKind.case_by_case])),
            open=number(len(named[StatusKind.case_by_case_if_gates_met])),
            denied=number(len(named[StatusKind.presumption_of_denial])),
            notified=number(len(named[StatusKind.licence_exception_nac])),
        ),
        alternative=" ".join(
            [
                t("figure.gap.lead", date=view.read_to, line=number(line)),
                *(f"{t(f'status.{kind}')}{t('colon')} {join(names)}." for kind, names in named.items() if names),
                t("figure.gap.taxed", chips=join(point.chip.short_name for point in points if point.chip.id in taxed)),
            ]
        ),
        columns=tuple(Column(t(f"figure.gap.{name}"), nothing=nothing.get(name, "")) for name in columns),
        rows=tuple(map(row, points)),
        surface=_drawn(view, points, list(map(mark, points)), found, line),
        keys=(
            *(Key(*MARKS[kind], t(f"status.{kind}")) for kind in MARKS if named[kind]),
            Key("frame", ACCENT, t("figure.gap.duty")),
            Key("dashed", SOFT, t("figure.gap.dashed")),
        ),
    )


def _drawn(
    view: View, points: tuple[Plotted, ...], marks: list[Mark], found: tuple[Region, ...], line: float
) -> Surface:
    t, (x, y) = view.language.string, scales(points, WIDTH, HEIGHT)
    fields = [(region, rectangle(region, x, y, line)) for region in found if not region.further]
    bands = [(region, field) for region, field in fields if region.kind == DUTY]
    corners = [field for region, field in fields if region.kind == "case-by-case"][:1]
    words = [(point.processing, point.bandwidth, point.chip.short_name) for point in points]
    words += [
        (math.sqrt(band["x"] * band["x2"]), math.sqrt(band["y"] * band["y2"]), view.group(region.group).striptags())
        for region, band in bands
    ]
    dashed = [limit for limit in conditional(found) if x.low <= limit <= x.high]
    labels = _labels(x, y, words, [line, *dashed], [band for _, band in bands])
    size = {"align": "middle", "baseline": "middle", "fontSize": 11}
    denied, cases = t("status.presumption-of-denial"), t("status.case-by-case")
    control = t("figure.gap.line", line=view.language.number(line))
    return (
        Surface(
            view.language.direction,
            WIDTH,
            HEIGHT,
            (50, 30, 10, 44),
            x=_axis(x, t("figure.gap.processing")),
            y=_axis(y, t("figure.gap.bandwidth")),
        )
        .marks("rect", [field | {"fill": FILLS[region.kind]} for region, field in fields if region.kind in FILLS])
        .marks(
            "rule",
            [{"x": limit, "y": y.low, "y2": y.high} for limit in dashed],
            color=SOFT,
            strokeDash=[4, 4],
        )
        .marks("rule", [{"x": line, "y": y.low, "y2": y.high}], color=NO, strokeWidth=2)
        .marks("rect", [band for _, band in bands], fillOpacity=0, stroke=ACCENT, strokeWidth=1.5)
        .marks("text", [{"x": line, "y": y.high, "text": control}], align="start", dx=6, dy=12, color=NO)
        .marks("text", [{"x": x.high, "y": y.high, "text": denied}], align="end", dx=-6, dy=12, color=NO)
        .marks(
            "text",
            [{"x": corner["x2"], "y": corner["y"], "text": cases} for corner in corners],
            align="end",
            dx=-6,
            dy=-8,
            color="var(--part)",
        )
        .marks("text", labels[len(points) :], color=ACCENT, **size)
        .marks("text", [label | {"href": mark["href"]} for label, mark in zip(labels, marks, strict=False)], **size)
        .marks("point", marks, filled=True, size=75, opacity=1, stroke=PAPER, strokeWidth=0.8)
    )


def _labels(
    x: Logarithmic, y: Logarithmic, words: list[tuple[float, float, str]], lines: list[float], bands: list[Mark]
) -> list[Mark]:
    """The words, each in a free place near its point."""
    upright = [Box(x.position(limit) - 1, 0, x.position(limit) + 1, HEIGHT) for limit in lines]
    frames = [
        Box(
            x.position(band["x"]),
            HEIGHT - y.position(band["y2"]),
            x.position(band["x2"]),
            HEIGHT - y.position(band["y"]),
        )
        for band in bands
    ]
    head = Box(x.position(lines[0]), 0, WIDTH, 20)
    points = [(x.position(across), HEIGHT - y.position(up), word) for across, up, word in words]
    free = place(points, [*upright, *frames, head], Box(0, 0, WIDTH, HEIGHT))
    return [
        {"x": x.value(across), "y": y.value(HEIGHT - down), "text": word}
        for (across, down), (_, _, word) in zip(free, words, strict=True)
    ]


def _axis(scale: Logarithmic, title: str) -> dict[str, Any]:
    ticks = [tick for tick in _TICKS if scale.low <= tick <= scale.high]
    return {
        "scale": {"type": "log", "domain": [scale.low, scale.high], "nice": False},
        "axis": {"title": title, "values": ticks, "format": ",.0f"},
    }
