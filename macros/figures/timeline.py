"""The timeline: what Washington, Beijing and the companies did, on lanes side by side, each mark a link to its
record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date as Date

from ..page.long_lists import TIMELINE, Happening, happenings, side
from ..page.view import View
from ..record.event import Event
from ..record.fields import PartialDate
from ..record.rule import Rule
from ..record.shared import Side
from .chart import Chart, Column, LegendKey, Row
from .lettering import LINE, width
from .surface import ACCENT, INK, NARROW, PAPER, SOFT, WIDE, Mark, Surface, way

LANES = {
    "us": (Side.us, Side.congress, Side.enforcement),
    "china": (Side.china,),
    "companies": (Side.nvidia, Side.amd, Side.supply, Side.china_industry),
    "other": (Side.grey_market, Side.media),
}
"""The lanes from top to bottom, with the sides whose events they hold."""

STEP, LABEL = 12, 22
"""Size of a mark's place, and height of a lane's name, in pixels."""

MONTH, ROW = 76, 24
"""Width of a month's name on a phone, and height of a row, in pixels."""


@dataclass(frozen=True)
class TimelineEntry:
    """A mark: an event, or a measure on the day it took effect or was made known."""

    record: Happening
    date: PartialDate
    lane: str

    @property
    def is_event(self) -> bool:
        return isinstance(self.record, Event)

    @property
    def opening(self) -> Rule | None:
        """The measure, if it opens a period."""
        return self.record if isinstance(self.record, Rule) and self.record.opens_period else None


def entries(view: View) -> list[TimelineEntry]:
    """What happened, in order of time."""
    lane = {side: name for name, sides in LANES.items() for side in sides}
    found = (TimelineEntry(record, record.dated, lane[side(record)]) for record in happenings(view) if record.dated)
    return sorted(found, key=lambda entry: entry.date)


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
        title=t("figure.timeline.title", n=most, month=day(month)),
        alternative=" ".join(
            [
                t("figure.timeline.lead", events=number(events), measures=number(len(found) - events)),
                t("figure.timeline.span", first=day(found[0].date), last=day(found[-1].date)),
                *(f"{word}{t('colon')} {number(lanes[lane])}." for lane, word in words.items()),
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
        wide=_lanes(view, found),
        narrow=_months(view, found),
        keys=(
            LegendKey("circle", ACCENT, t("figure.timeline.event")),
            LegendKey("diamond", INK, t("figure.timeline.measure")),
        ),
        is_listed=True,
    )


def _lanes(view: View, found: list[TimelineEntry]) -> Surface:
    """A mark for each entry on its lane, those of about one day in a pile; threads lead from the rules that open a
    period through all lanes."""
    language = view.language
    first, last = found[0].date.first_day.replace(day=1), found[-1].date.first_day

    def across(day: Date) -> float:
        return STEP / 2 + (WIDE - STEP) * (day - first).days / max((last - first).days, 1)

    piles: dict[str, Counter[int]] = {lane: Counter() for lane in LANES}
    places: list[tuple[float, int]] = []
    for entry in found:
        slot = int(across(entry.date.first_day) / STEP)
        piles[entry.lane][slot] += 1
        places.append((slot * STEP + STEP / 2, piles[entry.lane][slot]))
    heads, threads, top = _openings(view, [(entry, x) for entry, (x, _) in zip(found, places, strict=True)])
    base: dict[str, int] = {}
    floor = top
    for lane in LANES:
        base[lane] = floor + LABEL + STEP * max(piles[lane].values(), default=1)
        floor = base[lane] + 6
    marks = [
        {
            "x": x,
            "y": base[entry.lane] - STEP * (rank - 0.5),
            "href": way(entry.record),
            "description": f"{language.day(entry.date)}{language.string('colon')} {view.plain(entry.record.caption)}",
            "shape": "circle" if entry.is_event else "diamond",
            "fill": ACCENT if entry.is_event else INK,
        }
        for entry, (x, rank) in zip(found, places, strict=True)
    ]
    names = [
        {"x": 0, "y": base[lane] - STEP * max(piles[lane].values(), default=1) - 6, "text": _lane(view, lane)}
        for lane in LANES
    ]
    quarters = [
        quarter
        for year in range(first.year, last.year + 1)
        for month in (1, 4, 7, 10)
        if first <= (quarter := Date(year, month, 1)) <= last
    ]
    dates = _dates(view, [(across(day), day) for day in quarters], floor + 20)
    return (
        Surface(language.direction, WIDE, floor + 26)
        .marks("rule", [{"x": 0, "x2": WIDE, "y": level} for level in base.values()])
        .marks("rule", [{"x": date["x"], "y": floor, "y2": floor + 5} for date in dates], color=SOFT)
        .marks("text", dates, align="middle", color=SOFT)
        .marks("rule", [thread | {"y2": floor} for thread in threads], color=SOFT, strokeDash=[3, 3])
        .marks("text", names, align="start", fontWeight="bold", stroke=PAPER, strokeWidth=3)
        .marks("text", heads, align="start")
        .marks("point", marks, filled=True, size=80, opacity=1)
    )


def _lane(view: View, lane: str) -> str:
    return view.language.string(f"figure.timeline.lane.{lane}")


def _openings(view: View, placed: list[tuple[TimelineEntry, float]]) -> tuple[list[Mark], list[Mark], int]:
    """The names of the rules that open a period, the beginnings of their threads, and the height that they need. Each
    name stands above the threads of later rules that it would cross."""
    named = [(rule, x, view.plain(rule.short_title)) for entry, x in placed if (rule := entry.opening)]
    lines: list[int] = []
    """Counted upwards, from the last rule to the first."""
    for index, (_, x, words) in reversed(list(enumerate(named))):
        later = zip(reversed(lines), named[index + 1 :], strict=True)
        lines.append(max((line + 1 for line, (_, other, _) in later if other < x + width(words) + 12), default=0))
    tops = [LINE * (max(lines) - line) for line in reversed(lines)]
    heads = [
        {"x": x + 5, "y": top + LINE - 4, "text": words, "href": way(rule), "description": words}
        for (rule, x, words), top in zip(named, tops, strict=True)
    ]
    threads = [{"x": x, "y": top + 2} for (_, x, _), top in zip(named, tops, strict=True)]
    return heads, threads, LINE * (max(lines) + 1) if named else 0


def _dates(view: View, ticks: list[tuple[float, Date]], y: float) -> list[Mark]:
    """The names of those quarters between which there is room."""
    found: list[Mark] = []
    end = 0.0
    for x, day in ticks:
        words = view.language.day(day.isoformat()[:7])
        half = width(words) / 2
        if x - half >= end and x + half <= WIDE:
            found.append({"x": x, "y": y, "text": words})
            end = x + half + 14
    return found


@dataclass(frozen=True)
class _Month:
    """A month in which something happened: where its row begins, the year if it is the first of it, and its entries by
    lane."""

    month: str
    top: int
    year: str | None
    entries: tuple[TimelineEntry, ...]

    @property
    def openings(self) -> list[Rule]:
        return [rule for entry in self.entries if (rule := entry.opening)]

    @property
    def row(self) -> int:
        """Where the bars stand, below the year and the names of rules."""
        return self.top + ROW * (len(self.openings) + (self.year is not None))

    @property
    def lanes(self) -> dict[str, list[TimelineEntry]]:
        return {lane: found for lane in LANES if (found := [entry for entry in self.entries if entry.lane == lane])}


def _by_month(found: list[TimelineEntry]) -> list[_Month]:
    months: list[_Month] = []
    for month in dict.fromkeys(entry.date.month for entry in found):
        is_new = not months or months[-1].month[:4] != month[:4]
        top = months[-1].row + ROW if months else ROW
        entries = tuple(entry for entry in found if entry.date.month == month)
        months.append(_Month(month, top, month[:4] if is_new else None, entries))
    return months


def _months(view: View, found: list[TimelineEntry]) -> Surface:
    """A row for each month in which something happened, with a bar and a number on each lane; the names of the rules
    that open a period stand above their month."""
    day, t = view.language.day, view.language.string
    months, column = _by_month(found), (NARROW - MONTH) / len(LANES)
    lefts = {lane: MONTH + column * index for index, lane in enumerate(LANES)}
    cells = [(month, lane, entries) for month in months for lane, entries in month.lanes.items()]
    unit = (column - 26) / max(len(entries) for _, _, entries in cells)
    bars: dict[bool, list[Mark]] = {True: [], False: []}
    counts: list[Mark] = []
    for month, lane, entries in cells:
        events, y = sum(entry.is_event for entry in entries), month.row
        start, turn, end = (lefts[lane] + unit * number for number in (0, events, len(entries)))
        bars[True].append({"x": start, "x2": turn, "y": y + 5, "y2": y + ROW - 5})
        bars[False].append({"x": turn, "x2": end, "y": y + 5, "y2": y + ROW - 5})
        counts.append({"x": end + 4, "y": y + ROW / 2, "text": view.language.number(len(entries))})

    parts = reversed(TIMELINE.divided(view).parts)
    pages: dict[str, str] = {
        record.dated.month: part.address for part in parts for record in part.records if record.dated
    }

    def cell(month: _Month, lane: str, entries: list[TimelineEntry]) -> Mark:
        events = [entry for entry in entries if entry.is_event]
        said = t(
            "figure.timeline.cell",
            month=day(month.month),
            lane=t(f"figure.timeline.lane.{lane}"),
            events=view.language.number(len(events)),
            measures=view.language.number(len(entries) - len(events)),
        )
        place = {"x": lefts[lane], "x2": lefts[lane] + column, "y": month.row, "y2": month.row + ROW}
        return place | {
            "href": f"/{pages[month.month]}#m-{month.month}" if events else way(entries[0].record),
            "description": said,
        }

    heads = [{"x": lefts[lane], "y": LINE - 2, "text": t(f"figure.timeline.short.{lane}")} for lane in LANES]
    years = [{"x": 0, "y": month.top + LINE, "text": day(month.year)} for month in months if month.year]
    names = [{"x": 0, "y": month.row + ROW / 2, "text": day(month.month).rpartition(" ")[0]} for month in months]
    named = [
        (rule, view.plain(rule.short_title), month.row - ROW * rank - ROW / 2)
        for month in months
        for rank, rule in enumerate(reversed(month.openings))
    ]
    openings = [{"x": 0, "y": y, "text": words, "href": way(rule), "description": words} for rule, words, y in named]
    return (
        Surface(view.language.direction, NARROW, months[-1].row + ROW)
        .marks("text", heads, align="start", fontWeight="bold")
        .marks("text", years, align="start", fontWeight="bold")
        .marks(
            "rule",
            [{"x": 0, "x2": NARROW, "y": y + LINE / 2 + 2} for _, _, y in named],
            color=SOFT,
            strokeDash=[3, 3],
        )
        .marks("text", openings, align="start", baseline="middle")
        .marks("text", names, align="start", baseline="middle", color=SOFT)
        .marks("rect", bars[True], color=ACCENT)
        .marks("rect", bars[False], color=INK)
        .marks("text", counts, align="start", baseline="middle")
        .marks("rect", [cell(*found) for found in cells], fillOpacity=0)
    )
