"""The periods: for each, the regions of its rules and the chips whose status changed in it."""

from __future__ import annotations

from dataclasses import dataclass

from ..law.day import Move, Period
from ..law.policy import StatusKind
from ..page.grid import by_mention
from ..page.view import View
from ..record.chip import Chip
from ..record.fields import PartialDate
from .chart import Chart, Column, LegendKey, Row
from .labels import Box, place
from .lettering import LINE
from .plane import MARKS, Plane, Plotted, conditional, control_line, frame, plane, plotted, regions
from .surface import NARROW, NO, SOFT, SUNK, WIDE, Mark, Surface, way

COLUMNS, GAP, HEAD, HEIGHT = 3, 18, 3 * LINE + 8, 180
"""Pictures side by side where there is room, the space between them, the height of a heading of three lines, and of a
picture, in pixels."""

Moved = tuple[Period, tuple[Move, ...]]
"""A period and the changes of status within it."""


@dataclass(frozen=True)
class Panel:
    """A period on the surface: the upper corner of its heading, and its picture unless it has none."""

    period: Period
    moves: tuple[Move, ...]
    left: float
    top: float
    picture: Plane | None


def chart(view: View) -> Chart | None:
    """One small picture a period, in order of time; chips that did not move are pale. None without periods or chips."""
    law, t = view.law, view.language.string
    points = plotted(by_mention(view.dossier, law.decided))
    if not points or not law.periods:
        return None
    found: list[Moved] = [
        (period, tuple(move for point in points for move in law.moves(point.chip, period))) for period in law.periods
    ]
    all_moves = [move for _, moves in found for move in moves]
    columns = ("day", "chip", "before", "after", "rule")
    moved = [len(_became(moves)) for _, moves in found]
    most = moved.index(max(moved))
    return Chart(
        title=t(
            "figure.periods.title",
            most=t("figure.periods.most", n=moved[most], date=view.language.day(found[most][0].first)),
            still=t("figure.periods.still_n", n=moved.count(0)),
        ),
        note=t("figure.periods.note", date=view.read_to),
        alternative=" ".join(_said(view, period, moves) for period, moves in found),
        columns=tuple(Column(t(f"figure.periods.{name}")) for name in columns),
        rows=tuple(_row(view, move) for move in all_moves),
        wide=_drawn(view, points, found, WIDE, COLUMNS),
        narrow=_drawn(view, points, found, NARROW, 1),
        keys=(
            *(
                LegendKey(*MARKS[kind], t(f"status.{kind}"))
                for kind in dict.fromkeys(move.after.kind for move in all_moves)
            ),
            LegendKey("circle", SOFT, t("figure.periods.unmoved")),
            LegendKey("dashed", SOFT, t("figure.gap.dashed")),
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


def _became(moves: tuple[Move, ...]) -> dict[str, Move]:
    """The last change of each chip."""
    return {move.chip.id: move for move in moves}


def _panels(points: tuple[Plotted, ...], found: list[Moved], width: int, columns: int) -> tuple[list[Panel], int]:
    """The periods in so many columns, and the height of them all. Where they stand one below the other, one in which
    nothing moved has no picture."""
    room = (width - (columns - 1) * GAP) / columns
    panels: list[Panel] = []
    top = 0
    for start in range(0, len(found), columns):
        row = found[start : start + columns]
        has_picture = columns > 1 or any(moves for _, moves in row)
        for column, (period, moves) in enumerate(row):
            left = column * (room + GAP)
            picture = plane(points, left, top + HEAD, room, HEIGHT) if has_picture else None
            panels.append(Panel(period, moves, left, top, picture))
        top += HEAD + (HEIGHT if has_picture else 0) + GAP
    return panels, top


def _drawn(view: View, points: tuple[Plotted, ...], found: list[Moved], width: int, columns: int) -> Surface:
    panels, height = _panels(points, found, width, columns)
    drawn: dict[str, list[Mark]] = {name: [] for name in ("ground", "dash", "line", "still", "moved", "name")}
    for panel in panels:
        if panel.picture:
            for name, marks in _pictured(view, panel, panel.picture, points).items():
                drawn[name] += marks
    words = [_heading(view, panel) for panel in panels]
    return (
        Surface(view.language.direction, width, height)
        .marks("rect", drawn["ground"])
        .marks("rule", drawn["dash"], color=SOFT, strokeDash=[3, 3])
        .marks("rule", drawn["line"], color=NO, strokeWidth=1.5)
        .marks("point", drawn["still"], filled=True, opacity=1, size=12, shape="circle", color=SOFT)
        .marks("text", drawn["name"], align="middle", baseline="middle")
        .marks("point", drawn["moved"], filled=True, opacity=1, size=45)
        .marks("text", [head for head, _ in words], align="start", fontWeight="bold")
        .marks("text", [note for _, notes in words for note in notes], align="start", color=SOFT)
    )


def _heading(view: View, panel: Panel) -> tuple[Mark, list[Mark]]:
    """The name of a period, and below it what it brought."""
    heading = view.plain(panel.period.heading)
    title, _, what = heading.partition(": ")
    count = view.language.string("figure.periods.count", n=len(_became(panel.moves)))
    head = {
        "text": title,
        "href": way(panel.period.rule),
        "description": f"{heading}{view.language.string('semicolon')} {count}",
    }
    notes = [{"x": panel.left, "y": panel.top + LINE * line, "text": words} for line, words in ((2, what), (3, count))]
    return head | {"x": panel.left, "y": panel.top + LINE}, notes


def _pictured(view: View, panel: Panel, picture: Plane, points: tuple[Plotted, ...]) -> dict[str, list[Mark]]:
    """What stands in the picture of a period: the regions and lines of its last day, the chips known by then, and the
    names of those that moved while there is room."""
    law, t = view.law, view.language.string
    day = panel.period.seen_to(law.day)
    drawn, became = regions(law.in_force(day)), _became(panel.moves)
    line = control_line(drawn)
    known = [point for point in points if law.status(point.chip, day).kind is not StatusKind.not_known_yet]
    places = {point.chip.id: picture.place(point.processing, point.bandwidth) for point in known}
    uprights = picture.upright([*conditional(drawn), *([line] if line else [])])
    taken = [Box(upright["x"] - 1, upright["y"], upright["x"] + 1, upright["y2"]) for upright in uprights]
    taken += [Box(x - 3, y - 3, x + 3, y + 3) for x, y in places.values()]
    moved = [point.chip for point in known if point.chip.id in became]
    names = place([(*places[chip.id], chip.short_name) for chip in moved], taken, picture.box)

    def mark(chip: Chip) -> Mark:
        move, (x, y) = became[chip.id], places[chip.id]
        shape, fill = MARKS[move.after.kind]
        before, after = (t(f"status.{status.kind}") for status in (move.before, move.after))
        said = t("figure.periods.move", chip=chip.short_name, before=before, after=after)
        return {"x": x, "y": y, "shape": shape, "fill": fill, "href": way(chip), "description": said}

    return {
        "ground": [frame(picture.box) | {"fill": SUNK}, *picture.grounds(drawn, line)],
        "dash": picture.upright(conditional(drawn)),
        "line": picture.upright([line] if line else []),
        "still": [{"x": x, "y": y} for id, (x, y) in places.items() if id not in became],
        "moved": list(map(mark, moved)),
        "name": [
            {"x": at[0], "y": at[1], "text": chip.short_name} for at, chip in zip(names, moved, strict=True) if at
        ],
    }
