"""The timeline: what Washington, Beijing and the companies did, on lanes side by side, each mark a link to its
record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Date

from ..page.view import View
from ..record.event import Event
from ..record.fields import PartialDate
from ..record.rule import Rule
from ..record.shared import Side
from .chart import Chart, Column, Key, Row
from .surface import ACCENT, INK, NO, PAPER, SOFT, WIDTH, Mark, Surface, way

LANES = {
    "us": (Side.us, Side.congress, Side.enforcement),
    "china": (Side.china,),
    "companies": (Side.nvidia, Side.amd, Side.supply, Side.china_industry),
    "other": (Side.grey_market, Side.media),
}
"""The lanes from top to bottom, with the sides whose events they hold."""

STEP, HEAD, LABEL = 10, 48, 22
"""Size of a mark's place, height of the heads, height of a lane's name, in pixels."""


@dataclass(frozen=True)
class Entry:
    """A mark: an event, or a measure on the day it took effect or was made known."""

    record: Event | Rule
    date: PartialDate
    lane: str

    @property
    def is_event(self) -> bool:
        return isinstance(self.record, Event)


def entries(view: View) -> list[Entry]:
    """Events and measures in order of time, from the first event on; bills that are not law stand in the events
    only."""
    lane = {side: name for name, sides in LANES.items() for side in sides}
    events = view.dossier.all(Event)
    found = [Entry(event, event.date, lane[event.side]) for event in events]
    found += [
        Entry(rule, rule.dated, rule.jurisdiction if rule.jurisdiction in LANES else lane[Side.supply])
        for rule in view.law.rules
        if rule.dated and not rule.pending
    ]
    first = min((event.date for event in events), default=None)
    return sorted((entry for entry in found if first and entry.date >= first), key=lambda entry: entry.date)


def chart(view: View) -> Chart | None:
    """All events and measures since the first event; None without an event dated to the month."""
    t, number, day, found = view.language.string, view.language.number, view.language.day, entries(view)
    months = Counter(entry.date.month for entry in found if entry.is_event and len(entry.date) > 4)
    if not months:
        return None
    lanes = Counter(entry.lane for entry in found)
    events = sum(entry.is_event for entry in found)
    month, most = months.most_common(1)[0]
    words = {lane: t(f"figure.timeline.lane.{lane}") for lane in LANES if lanes[lane]}
    columns = ("what", "day", "lane_name", "kind")
    return Chart(
        title=t("figure.timeline.title", first=day(found[0].date), last=day(found[-1].date), month=day(month)),
        alternative=" ".join(
            [
                t("figure.timeline.lead", events=number(events), measures=number(len(found) - events)),
                *(f"{word}{t('colon')} {number(lanes[lane])}." for lane, word in words.items()),
                t("figure.timeline.most", month=day(month), number=number(most)),
            ]
        ),
        columns=tuple(Column(t(f"figure.timeline.{name}")) for name in columns),
        rows=tuple(
            Row(
                entry.record,
                (
                    view.plain(entry.record.caption),
                    entry.date,
                    words[entry.lane],
                    t("figure.timeline.event" if entry.is_event else "figure.timeline.measure"),
                ),
            )
            for entry in found
        ),
        surface=_drawn(view, found),
        keys=(
            Key("circle", ACCENT, t("figure.timeline.event")),
            Key("diamond", NO, t("figure.timeline.measure")),
        ),
    )


def _drawn(view: View, found: list[Entry]) -> Surface:
    language = view.language
    first, last = found[0].date.first_day.replace(day=1), found[-1].date.first_day

    def across(day: Date) -> float:
        return STEP + (WIDTH - 2 * STEP) * (day - first).days / max((last - first).days, 1)

    piles: dict[str, Counter[int]] = {lane: Counter() for lane in LANES}
    places = []
    for entry in found:
        slot = int(across(entry.date.first_day) / STEP)
        piles[entry.lane][slot] += 1
        places.append((slot * STEP + STEP / 2, piles[entry.lane][slot]))
    heights = {lane: STEP * max(pile.values(), default=1) for lane, pile in piles.items()}
    base: dict[str, int] = {}
    floor = HEAD
    for lane in LANES:
        base[lane] = floor + LABEL + heights[lane]
        floor = base[lane] + 6
    marks = [
        {
            "x": x,
            "y": base[entry.lane] - STEP * (place - 0.5),
            "href": way(entry.record),
            "description": f"{language.day(entry.date)}{language.string('colon')} {view.plain(entry.record.caption)}",
            "shape": "circle" if entry.is_event else "diamond",
            "fill": ACCENT if entry.is_event else NO,
        }
        for entry, (x, place) in zip(found, places, strict=True)
    ]
    names = [
        {"x": 0, "y": base[lane] - heights[lane] - 6, "text": language.string(f"figure.timeline.lane.{lane}")}
        for lane in LANES
    ]
    quarters = [
        quarter
        for year in range(first.year, last.year + 1)
        for month in (1, 4, 7, 10)
        if 3 * STEP < across(quarter := Date(year, month, 1)) < WIDTH - 3 * STEP
    ]
    dates = [{"x": across(day), "y": floor + 17, "text": language.day(day.isoformat()[:7])} for day in quarters]
    heads, threads = _openings(view, found, across, floor)
    return (
        Surface(language.direction, WIDTH, floor + 22)
        .marks("rule", [{"x": 0, "x2": WIDTH, "y": level} for level in base.values()])
        .marks("rule", [{"x": across(day), "y": floor, "y2": floor + 5} for day in quarters], color=SOFT)
        .marks("text", dates, align="middle", fontSize=11, color=SOFT)
        .marks("rule", threads, color=NO, strokeDash=[3, 3])
        .marks("text", names, align="start", fontWeight="bold", fontSize=11, stroke=PAPER, strokeWidth=3, color=INK)
        .marks("text", heads, align="start", fontSize=11, color=NO, stroke=PAPER, strokeWidth=3)
        .marks("point", marks, filled=True, size=55, opacity=1)
    )


def _openings(
    view: View, found: list[Entry], across: Callable[[Date], float], floor: int
) -> tuple[list[Mark], list[Mark]]:
    """The names of the rules that open a period, on three levels, and the threads that lead down from them."""
    heads: list[Mark] = []
    threads: list[Mark] = []
    opening = [
        (entry.record, across(entry.date.first_day))
        for entry in found
        if isinstance(entry.record, Rule) and entry.record.opens_period
    ]
    for index, (rule, x) in enumerate(opening):
        y = 12 + 15 * (index % 3)
        heads.append({"x": x + 4, "y": y, "text": view.plain(rule.short_title), "href": way(rule)})
        threads.append({"x": x, "y": y - 10, "y2": floor})
    return heads, threads
