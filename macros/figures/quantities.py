"""Demand and supply: every number of chips that a report gives, with its source and date; answers that conflict are
marked."""

from __future__ import annotations

import math
import re
import textwrap
from dataclasses import dataclass

from ..page.view import View
from ..record.conflict import Conflict
from ..record.event import Event, Quantity, QuantityKind
from .chart import Chart, Column, Key, Row
from .surface import ACCENT, INK, LINE, NO, SOFT, WIDTH, Mark, Surface, way

START, END, ROW, HEAD = 250, 510, 20, 30
"""Where the scale begins and ends, and the heights of a row and of a group's name, in pixels."""

_REACH = 28
"""How far the dashes of a bound run."""


@dataclass(frozen=True)
class Reported:
    """A reported quantity, its event, and the conflict in which it is an answer."""

    event: Event
    quantity: Quantity
    conflict: Conflict | None


def reported(view: View) -> list[Reported]:
    """All reported quantities by kind, and by date within a kind."""
    dossier, kinds = view.dossier, list(QuantityKind)
    found = [
        Reported(event, quantity, dossier[quantity.conflict] if quantity.conflict else None)
        for event in dossier.all(Event)
        for quantity in event.quantities
    ]
    return sorted(found, key=lambda number: (kinds.index(number.quantity.kind), number.event.date))


def chart(view: View) -> Chart | None:
    """One row a number, in groups by what it counts; None without a number above zero."""
    t, number, found = view.language.string, view.language.number, reported(view)
    if not any(item.quantity.bounds[1] for item in found):
        return None
    every = {kind: [item for item in found if item.quantity.kind is kind] for kind in QuantityKind}
    groups = {kind: group for kind, group in every.items() if group}
    said = {
        kind: f"{t('semicolon')} ".join(view.quantity(item.quantity) for item in group)
        for kind, group in groups.items()
    }
    columns = ("counts", "number", "from", "to", "chip", "buyer", "source", "date", "conflict")
    return Chart(
        title=t(
            "figure.quantities.title",
            numbers=number(len(found)),
            events=number(len({item.event.id for item in found})),
            disputed=number(len([item for item in found if item.conflict])),
        ),
        alternative=" ".join(f"{t(f'quantity_kind.{kind}')}{t('colon')} {words}." for kind, words in said.items()),
        columns=tuple(Column(t(f"figure.quantities.{name}"), nothing=t("rule.none")) for name in columns),
        rows=tuple(Row(item.event, _values(view, item)) for item in found),
        surface=_drawn(view, groups),
        keys=(
            Key("circle", ACCENT, t("figure.quantities.single")),
            Key("circle", NO, t("figure.quantities.disputed")),
            Key("dashed", SOFT, t("figure.quantities.open")),
        ),
    )


def _values(view: View, item: Reported) -> tuple[str | float | None, ...]:
    quantity = item.quantity
    low, high = quantity.bounds
    return (
        view.language.string(f"quantity_kind.{quantity.kind}"),
        view.counted(quantity),
        None if quantity.at_most is not None or quantity.below is not None else low,
        None if quantity.above is not None else high,
        view.dossier[quantity.product].short_name,
        view.plain(quantity.buyer) if quantity.buyer else None,
        view.plain(item.event.first_reported_by),
        item.event.date,
        view.plain(item.conflict.question) if item.conflict else None,
    )


def _first(reporters: str) -> str:
    """The first of those who reported it, where the record names several, in the room that there is."""
    return textwrap.shorten(re.split(r"[,،;؛(]", reporters)[0], 28, placeholder="…")


def _drawn(view: View, groups: dict[QuantityKind, list[Reported]]) -> Surface:
    language = view.language
    positive = [bound for group in groups.values() for item in group for bound in item.quantity.bounds if bound]
    low, high = math.log10(min(positive) / 2), math.log10(max(positive))

    def across(value: float) -> float:
        return START if value == 0 else START + 24 + (END - START - 24) * (math.log10(value) - low) / (high - low)

    heads: list[Mark] = []
    sources: list[Mark] = []
    points: list[Mark] = []
    spans: list[Mark] = []
    dashes: list[Mark] = []
    labels: list[Mark] = []
    y = 0
    for kind, group in groups.items():
        heads.append({"x": 0, "y": y + HEAD - 9, "text": language.string(f"quantity_kind.{kind}")})
        y += HEAD
        for item in group:
            quantity, event = item.quantity, item.event
            middle, colour, words = y + ROW / 2, NO if item.conflict else ACCENT, view.quantity(quantity)
            start, end = map(across, quantity.bounds)
            reporter = _first(view.plain(event.first_reported_by))
            said = f"{reporter}{language.string('comma')} {language.day(event.date)}"
            sources.append({"x": START - 14, "y": middle, "text": said, "href": way(event)})
            points += [
                {
                    "x": at,
                    "y": middle,
                    "fill": colour,
                    "href": way(event),
                    "description": f"{said}{language.string('colon')} {words}",
                }
                for at in dict.fromkeys((start, end))
            ]
            spans.append({"x": start, "x2": end, "y": middle, "stroke": colour})
            ahead = _REACH if quantity.above is not None else 0
            behind = _REACH if quantity.at_most is not None or quantity.below is not None else 0
            if ahead or behind:
                dashes.append({"x": start, "x2": start + ahead - behind, "y": middle, "stroke": colour})
            sign = f" {language.string('figure.quantities.sign')}" if item.conflict else ""
            labels.append({"x": end + ahead + 9, "y": middle, "text": words + sign})
            y += ROW
    ticks = (0, *(10**power for power in range(math.ceil(low), math.floor(high) + 1)))
    return (
        Surface(language.direction, WIDTH, y + 26)
        .marks("rule", [{"x": across(value), "y": 0, "y2": y + 4} for value in ticks], color=LINE)
        .marks(
            "text",
            [{"x": across(value), "y": y + 17, "text": language.number(value)} for value in ticks],
            align="middle",
            color=SOFT,
            fontSize=11,
        )
        .marks("rule", spans, strokeWidth=3)
        .marks("rule", dashes, strokeWidth=1.5, strokeDash=[3, 3])
        .marks("text", heads, align="start", fontWeight="bold")
        .marks("text", sources, align="end", baseline="middle", color=SOFT, fontSize=11)
        .marks("text", labels, align="start", baseline="middle", color=INK, fontSize=11)
        .marks("point", points, filled=True, size=60, opacity=1)
    )
