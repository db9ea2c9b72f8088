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
from . import surface
from .chart import Chart, Column, LegendKey, Row
from .lettering import LINE, SPACED, lines, width
from .surface import ACCENT, NARROW, PAPER, SOFT, WIDE, Mark, Surface, way

ROW, HEAD, GAP = 24, 34, 9
"""The heights of a row and of a group's name, and the space between a mark and its words, in pixels."""

_REACH = 28
"""How far the dashes of a bound run."""


@dataclass(frozen=True)
class _Layout:
    """Where the scale begins and ends, and whether the words of a row stand above it."""

    width: int
    start: int
    end: int
    words_above: bool


_WIDE = _Layout(WIDE, 246, 520, words_above=False)
_NARROW = _Layout(NARROW, 8, NARROW - _REACH - 8, words_above=True)


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
    t, found = view.language.string, reported(view)
    if not any(item.quantity.bounds[1] for item in found):
        return None
    every = {kind: [item for item in found if item.quantity.kind is kind] for kind in QuantityKind}
    groups = {kind: group for kind, group in every.items() if group}
    said = {
        kind: f"{t('semicolon')} ".join(view.quantity(item.quantity) for item in group)
        for kind, group in groups.items()
    }
    most = max(found, key=lambda item: item.quantity.bounds[1])
    last = max(list(groups.values())[-1], key=lambda item: item.quantity.bounds[1])
    columns = ("counts", "number", "from", "to", "chip", "buyer", "source", "date", "conflict")
    return Chart(
        title=t(
            "figure.quantities.title",
            most_kind=t(f"quantity_kind.{most.quantity.kind}"),
            most=view.counted(most.quantity),
            last_kind=t(f"quantity_kind.{last.quantity.kind}"),
            last=view.counted(last.quantity),
        ),
        note=t("figure.quantities.note", n=len([item for item in found if item.conflict])),
        alternative=" ".join(f"{t(f'quantity_kind.{kind}')}{t('colon')} {words}." for kind, words in said.items()),
        columns=tuple(Column(t(f"figure.quantities.{name}"), nothing=t("rule.none")) for name in columns),
        rows=tuple(Row(item.event, _values(view, item)) for item in found),
        wide=_drawn(view, groups, _WIDE),
        narrow=_drawn(view, groups, _NARROW),
        keys=(
            LegendKey("circle", ACCENT, t("figure.quantities.single")),
            LegendKey("ring", ACCENT, t("figure.quantities.disputed")),
            LegendKey("dashed", SOFT, t("figure.quantities.open")),
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


def _drawn(view: View, groups: dict[QuantityKind, list[Reported]], layout: _Layout) -> Surface:
    language = view.language
    positive = [bound for group in groups.values() for item in group for bound in item.quantity.bounds if bound]
    low, high = math.log10(min(positive) / 2), math.log10(max(positive))
    start, end = layout.start, layout.end

    def across(value: float) -> float:
        return start if value == 0 else start + 24 + (end - start - 24) * (math.log10(value) - low) / (high - low)

    heads: list[Mark] = []
    sources: list[Mark] = []
    points: dict[bool, list[Mark]] = {True: [], False: []}
    spans: list[Mark] = []
    dashes: list[Mark] = []
    labels: dict[str, list[Mark]] = {"start": [], "end": []}
    y = 0
    for kind, group in groups.items():
        heads.append({"x": 0, "y": y + HEAD - 10, "text": language.string(f"quantity_kind.{kind}")})
        y += HEAD
        for item in group:
            quantity, event = item.quantity, item.event
            sign = f" {language.string('figure.quantities.sign')}" if item.conflict else ""
            words = view.quantity(quantity) + sign
            first, last = map(across, quantity.bounds)
            said = f"{_first(view.plain(event.first_reported_by))}{language.string('comma')} {language.day(event.date)}"
            counted, source = (
                lines(text, layout.width / SPACED) if layout.words_above else [] for text in (words, said)
            )
            height = ROW + LINE * (len(counted) + len(source))
            middle = y + height - ROW / 2
            link = {"href": way(event), "description": f"{said}{language.string('colon')} {words}"}
            points[item.conflict is None] += [{"x": at, "y": middle} | link for at in dict.fromkeys((first, last))]
            spans.append({"x": first, "x2": last, "y": middle})
            ahead = _REACH if quantity.above is not None else 0
            behind = _REACH if quantity.at_most is not None or quantity.below is not None else 0
            if ahead or behind:
                dashes.append({"x": first, "x2": first + ahead - behind, "y": middle})
            if layout.words_above:
                lefts = [
                    {"x": 0, "y": y + LINE * (index + 0.5), "text": text}
                    for index, text in enumerate((*counted, *source))
                ]
                labels["start"] += lefts[: len(counted)]
                sources += [left | {"href": way(event)} for left in lefts[len(counted) :]]
            else:
                sources.append({"x": start - 14, "y": middle, "text": said, "href": way(event)})
                after, before = last + ahead + GAP, first - behind - GAP
                if after + width(words) <= layout.width or before - width(words) < start:
                    fits = after + width(words) <= layout.width
                    labels["start"].append({"x": after, "y": middle, "text": words if fits else view.counted(quantity)})
                else:
                    labels["end"].append({"x": before, "y": middle, "text": words})
            y += height
    ticks = [0, *(10**power for power in range(math.ceil(low), math.floor(high) + 1))]
    names = [{"x": across(value), "y": y + 20, "text": language.number(value)} for value in ticks]
    halo = {"baseline": "middle", "stroke": PAPER, "strokeWidth": 3}
    return (
        Surface(language.direction, layout.width, y + 28)
        .marks("rule", [{"x": across(value), "y": 0, "y2": y + 6} for value in ticks], color=surface.LINE)
        .marks("text", names[:1], align="start" if layout.words_above else "middle", color=SOFT)
        .marks("text", names[1:], align="middle", color=SOFT)
        .marks("rule", spans, strokeWidth=3, color=ACCENT)
        .marks("rule", dashes, strokeWidth=1.5, strokeDash=[3, 3], color=ACCENT)
        .marks("text", heads, align="start", fontWeight="bold", stroke=PAPER, strokeWidth=3)
        .marks("text", sources, align="start" if layout.words_above else "end", color=SOFT, **halo)
        .marks("text", labels["start"], align="start", **halo)
        .marks("text", labels["end"], align="end", **halo)
        .marks("point", points[True], filled=True, size=70, opacity=1, color=ACCENT)
        .marks("point", points[False], filled=True, size=60, opacity=1, color=PAPER, stroke=ACCENT, strokeWidth=2)
    )
