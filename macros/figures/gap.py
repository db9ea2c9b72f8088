"""The gap: every chip by total processing performance and memory bandwidth, among the regions of the rules in force."""

from __future__ import annotations

import math
from collections.abc import Callable

from ..law.policy import StatusKind
from ..page.grid import by_mention
from ..page.view import View
from . import lettering
from .chart import Chart, Column, LegendKey, Row
from .labels import POINT, Box, Logarithmic, leader, place
from .lettering import LINE, SPACED
from .plane import DUTY, MARKS, Plane, Plotted, Region, conditional, control_line, frame, plane, plotted, regions
from .surface import ACCENT, NARROW, NO, PAPER, SOFT, WIDE, Mark, Surface, way

WIDE_HEIGHT, NARROW_HEIGHT = 640, 600
SEEN = 12
"""The least width and height of a frame around a point, in pixels."""

LED = 6
"""How many of the first chips are named from afar where there is no room beside them."""

LEFT = lettering.width("00,000") * SPACED + 8
"""Where the plane begins, in pixels: after the highest bandwidth of its axis, with a reader's spacing."""

AXIS = {"baseline": "middle", "color": SOFT}


def chart(view: View) -> Chart | None:
    """All chips with both figures, by their status now; None without such chips, or without a control line."""
    law, t, number = view.law, view.language.string, view.language.number
    known = [chip for chip in law.chips if law.status(chip).kind is not StatusKind.not_known_yet]
    points, found = plotted(by_mention(view.dossier, known)), regions(law.in_force())
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
        return {"shape": shape, "fill": fill, "href": way(point.chip), "description": said}

    marks = list(map(mark, points))
    join = f"{t('comma')} ".join
    nothing = {"rule": t("rule.none"), "band": t("chips.no_duty")}
    columns = ("chip", "processing", "bandwidth", "status", "rule", "band")
    return Chart(
        title=t(
            "figure.gap.title",
            cases=t("figure.gap.cases", n=len(named[StatusKind.case_by_case])),
            denied=t("figure.gap.denied", n=len(named[StatusKind.presumption_of_denial])),
        ),
        note=t("figure.gap.note", date=view.read_to),
        alternative=" ".join(
            [
                t("figure.gap.lead", date=view.read_to, line=number(line)),
                *(f"{t(f'status.{kind}')}{t('colon')} {join(names)}." for kind, names in named.items() if names),
                t("figure.gap.taxed", chips=join(point.chip.short_name for point in points if point.chip.id in taxed)),
            ]
        ),
        columns=tuple(Column(t(f"figure.gap.{name}"), nothing=nothing.get(name, "")) for name in columns),
        rows=tuple(map(row, points)),
        wide=_drawn(view, points, marks, found, WIDE, WIDE_HEIGHT),
        narrow=_drawn(view, points, marks, found, NARROW, NARROW_HEIGHT),
        keys=(
            *(LegendKey(*MARKS[kind], t(f"status.{kind}")) for kind in MARKS if named[kind]),
            LegendKey("frame", ACCENT, t("figure.gap.duty")),
            LegendKey("dashed", SOFT, t("figure.gap.dashed")),
        ),
    )


def _drawn(
    view: View, points: tuple[Plotted, ...], marks: list[Mark], found: tuple[Region, ...], width: int, height: int
) -> Surface:
    """The chips as marks in the plane; those of the article are named first, while there is room."""
    t, number = view.language.string, view.language.number
    picture = plane(points, LEFT, 34, width - LEFT - 8, height - 86)
    line = control_line(found)
    places = _apart([picture.place(point.processing, point.bandwidth) for point in points])
    bands = [picture.field(region, line, SEEN) for region in found if region.kind == DUTY and not region.further]
    heads = _heads(view, picture, found, [Box(x - POINT, y - POINT, x + POINT, y + POINT) for x, y in places])
    uprights = picture.upright([*conditional(found), *([line] if line else [])])
    taken = [Box(upright["x"] - 1, upright["y"], upright["x"] + 1, upright["y2"]) for upright in uprights]
    taken += [*bands, *(box for box, _ in heads)]
    named = [(*at, point.chip.short_name) for at, point in zip(places, points, strict=True)]
    labels = place(named, taken, picture.box, LED)
    names = [
        {"x": at[0], "y": at[1], "text": point.chip.short_name, "href": way(point.chip)}
        for at, point in zip(labels, points, strict=True)
        if at
    ]
    leaders = [
        {"x": x, "y": y, "x2": end[0], "y2": end[1]}
        for at, (x, y, words) in zip(labels, named, strict=True)
        if at and (end := leader(x, y, at, words))
    ]
    box = picture.box
    ups = [(picture.place(picture.x.low, tick)[1], number(tick)) for tick in _ticks(picture.y, lambda _: LINE)]
    acrosses = [
        (picture.place(tick, picture.y.low)[0], number(tick))
        for tick in _ticks(picture.x, lambda tick: lettering.width(number(tick)) + 12)
    ]
    titles = [
        {"x": 0, "y": 12, "text": t("figure.gap.bandwidth")},
        {"x": box.left, "y": height - 8, "text": t("figure.gap.processing")},
    ]
    return (
        Surface(view.language.direction, width, height)
        .marks("rect", picture.grounds(found, line))
        .marks("rule", [{"x": box.left, "x2": box.right, "y": y} for y, _ in ups])
        .marks("rule", [{"x": x, "y": box.top, "y2": box.bottom} for x, _ in acrosses])
        .marks("rule", picture.upright(conditional(found)), color=SOFT, strokeDash=[4, 4])
        .marks("rule", picture.upright([line] if line else []), color=NO, strokeWidth=2)
        .marks("rect", [frame(band) for band in bands], fillOpacity=0, stroke=ACCENT, strokeWidth=1.5)
        .marks("text", [{"x": box.left - 6, "y": y, "text": words} for y, words in ups], align="end", **AXIS)
        .marks("text", [{"x": x, "y": box.bottom + 14, "text": words} for x, words in acrosses], align="middle", **AXIS)
        .marks("text", titles, align="start")
        .marks("text", [head for _, head in heads], align="start", baseline="middle")
        .marks("rule", leaders, color=SOFT)
        .marks("text", names, align="middle", baseline="middle")
        .marks(
            "point",
            [mark | {"x": x, "y": y} for mark, (x, y) in zip(marks, places, strict=True)],
            filled=True,
            size=75,
            opacity=1,
            stroke=PAPER,
            strokeWidth=0.8,
        )
    )


def _apart(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Places of chips whose figures are the same stand one above the other, so that none hides another."""
    crowds: dict[tuple[int, int], list[int]] = {}
    for index, (x, y) in enumerate(places):
        crowds.setdefault((round(x), round(y)), []).append(index)
    moved = list(places)
    for crowd in crowds.values():
        for rank, index in enumerate(crowd):
            x, y = places[index]
            moved[index] = (x, y + 1.5 * POINT * (rank - (len(crowd) - 1) / 2))
    return moved


def _heads(view: View, picture: Plane, found: tuple[Region, ...], marks: list[Box]) -> list[tuple[Box, Mark]]:
    """The names of the control line and of the regions, each with its room: in the upper corner of what it names, or
    below it where marks stand there."""
    t, line, box = view.language.string, control_line(found), picture.box
    if line is None:
        return []
    start, _ = picture.place(line, picture.y.high)
    control, denied = t("figure.gap.line", line=view.language.number(line)), t("status.presumption-of-denial")
    end = box.right - 6 - lettering.width(denied) * SPACED
    beside = end > start + lettering.width(control) * SPACED + 12
    heads = [
        (start + 6, box.top + 12, control, NO),
        (end if beside else start + 6, box.top + (12 if beside else 12 + LINE), denied, NO),
    ]
    taken = [*marks, *(_lettered(left, middle, words) for left, middle, words, _ in heads)]
    for case in [picture.field(region, line) for region in found if region.kind == "case-by-case"][:1]:
        words = t("status.case-by-case")
        heads += [
            (case.left + 6, middle, words, "var(--part)")
            for middle in _down(case)
            if not any(_lettered(case.left + 6, middle, words).meets(other) for other in taken)
        ][:1]
    return [
        (_lettered(left, middle, words), {"x": left, "y": middle, "text": words, "fill": colour})
        for left, middle, words, colour in heads
    ]


def _lettered(left: float, middle: float, words: str) -> Box:
    """The room of words that begin at a place, with a reader's spacing."""
    return Box(left, middle - LINE / 2, left + lettering.width(words) * SPACED, middle + LINE / 2)


def _down(box: Box) -> list[float]:
    """The middles of the lines of words for which a room has place, from the upper one on."""
    return [box.top + 12 + LINE * line for line in range(int((box.bottom - box.top - 12) // LINE))]


def _ticks(scale: Logarithmic, room: Callable[[int], float]) -> list[int]:
    """The round numbers on a scale that keep their distance; ``room`` is that of a number's words along the scale."""
    found: list[int] = []
    end = -math.inf
    for tick in (step * 10**power for power in range(2, 6) for step in (1, 2, 5)):
        if scale.low <= tick <= scale.high and scale.position(tick) - room(tick) / 2 >= end:
            found.append(tick)
            end = scale.position(tick) + room(tick) / 2
    return found
