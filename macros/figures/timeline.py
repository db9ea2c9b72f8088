"""The timeline: what Washington, Beijing and the companies did, on lanes side by side, each mark a link to its record."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date as Date

from ..dossier import Dossier
from ..language import Language
from ..records import Event, Rule
from ..vocabulary import Side
from .drawing import ACCENT, INK, PAPER, SOFT, WIDTH, Figure, Key, Picture, Row, Surface, address

LANES = {
    "us": (Side.us, Side.congress, Side.enforcement), "china": (Side.china,),
    "companies": (Side.nvidia, Side.amd, Side.supply, Side.china_industry), "other": (Side.grey_market, Side.media),
}
"""The lanes from top to bottom, with the sides whose events they hold."""

STEP, HEAD, LABEL = 10, 48, 22
"""Size of a mark's place, height of the heads, height of a lane's name, in pixels."""


@dataclass(frozen=True)
class Entry:
    """A mark: an event, or a measure on the day it took effect or was made known."""

    record: Event | Rule
    date: str
    lane: str

    @property
    def day(self) -> Date:
        return Date.fromisoformat((self.date + "-01-01")[:10])


def entries(dossier: Dossier) -> list[Entry]:
    """Events and measures in order of time, from the first event on; bills that are not law stand in the events only."""
    lane = {side: name for name, sides in LANES.items() for side in sides}
    found = [Entry(event, event.date, lane[event.side]) for event in dossier.events]
    found += [Entry(rule, rule.effective or rule.published, rule.jurisdiction) for rule in dossier.rules if not rule.pending]
    return sorted((entry for entry in found if entry.date >= dossier.events[0].date), key=lambda entry: entry.date)


def figure(dossier: Dossier, language: Language) -> Figure:
    """All events and measures since the first event."""
    t, number, found = language.string, language.number, entries(dossier)
    events = [entry for entry in found if isinstance(entry.record, Event)]
    lanes, months = Counter(entry.lane for entry in found), Counter(entry.date[:7] for entry in events if len(entry.date) > 4)
    month, most = months.most_common(1)[0]

    def name(entry: Entry) -> str:
        return (entry.record.title if isinstance(entry.record, Event) else entry.record.short_title)[language.code]

    return Figure(
        title=t("figure.timeline.title", first=language.day(found[0].date), last=language.day(found[-1].date), month=language.day(month)),
        alternative=" ".join([
            t("figure.timeline.lead", events=number(len(events)), measures=number(len(found) - len(events))),
            *(f"{t(f'figure.timeline.lane.{lane}')}{t('colon')} {number(lanes[lane])}." for lane in LANES if lanes[lane]),
            t("figure.timeline.most", month=language.day(month), number=number(most)),
        ]),
        columns=tuple(t(f"figure.timeline.{column}") for column in ("what", "day", "lane_name", "kind")),
        rows=tuple(Row(address(entry.record), (name(entry), language.day(entry.date), t(f"figure.timeline.lane.{entry.lane}"),
                                               t("figure.timeline.event" if isinstance(entry.record, Event) else "figure.timeline.measure"))) for entry in found),
        picture=_drawn(language, found, [f"{language.day(entry.date)}{t('colon')} {name(entry)}" for entry in found]),
        keys=(Key("circle", ACCENT, t("figure.timeline.event")), Key("diamond", "var(--no)", t("figure.timeline.measure"))),
    )


def _drawn(language: Language, found: list[Entry], descriptions: list[str]) -> Picture:
    first, last = found[0].day.replace(day=1), found[-1].day

    def across(day: Date) -> float:
        return STEP + (WIDTH - 2 * STEP) * (day - first).days / (last - first).days

    piles: dict[str, Counter[int]] = {lane: Counter() for lane in LANES}
    places = []
    for entry in found:
        slot = int(across(entry.day) // STEP)
        piles[entry.lane][slot] += 1
        places.append((slot * STEP + STEP / 2, piles[entry.lane][slot]))
    base, floor = {}, HEAD
    for lane, pile in piles.items():
        floor += LABEL + STEP * max(pile.values(), default=1)
        base[lane] = floor
        floor += 6
    marks = [
        {"x": x, "y": base[entry.lane] - STEP * (place - 0.5), "href": address(entry.record), "description": description,
         "shape": "circle" if isinstance(entry.record, Event) else "diamond", "fill": ACCENT if isinstance(entry.record, Event) else "var(--no)"}
        for entry, (x, place), description in zip(found, places, descriptions)
    ]
    names = [{"x": 0, "y": base[lane] - STEP * max(pile.values(), default=1) - 6, "text": language.string(f"figure.timeline.lane.{lane}")} for lane, pile in piles.items()]
    quarters = [Date(year, month, 1) for year in range(first.year, last.year + 1) for month in (1, 4, 7, 10) if first <= Date(year, month, 1) <= last]
    opening = [entry for entry in found if isinstance(entry.record, Rule) and entry.record.opens_period]
    heads = [{"x": across(entry.day) + 4, "y": 12 + 15 * (index % 3), "text": entry.record.short_title[language.code], "href": address(entry.record)} for index, entry in enumerate(opening)]
    return (
        Surface(language, WIDTH, floor + 22)
        .marks("rule", [{"x": 0, "x2": WIDTH, "y": level} for level in base.values()])
        .marks("rule", [{"x": across(day), "y": floor, "y2": floor + 5} for day in quarters], color=SOFT)
        .marks("text", [{"x": across(day), "y": floor + 17, "text": language.day(day.isoformat()[:7])} for day in quarters if 4 * STEP < across(day) < WIDTH - 4 * STEP], align="middle", fontSize=11, color=SOFT)
        .marks("rule", [{"x": across(entry.day), "y": head["y"] - 10, "y2": floor} for entry, head in zip(opening, heads)], color="var(--no)", strokeDash=[3, 3])
        .marks("text", names, align="start", fontWeight="bold", fontSize=11, stroke=PAPER, strokeWidth=3, color=INK)
        .marks("text", heads, align="start", fontSize=11, color="var(--no)", stroke=PAPER, strokeWidth=3)
        .marks("point", marks, filled=True, size=55, opacity=1)
        .picture()
    )
