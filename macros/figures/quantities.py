"""Demand and supply: every number of chips that a report gives, with its source and date; answers that conflict are marked."""
from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from ..dossier import Dossier
from ..language import Language
from ..records import Conflict, Event, Quantity
from ..vocabulary import QuantityKind
from .drawing import ACCENT, INK, LINE, SOFT, WIDTH, Figure, Key, Picture, Row, Surface, address

NO = "var(--no)"
START, END, ROW, HEAD = 250, 510, 20, 30
"""Where the scale begins and ends, and the heights of a row and of a group's name, in pixels."""

_REACH = 28
"""How far the dashes of a bound run."""


@dataclass(frozen=True)
class Number:
    """A reported quantity, its event, and the conflict in which it is an answer."""

    event: Event
    quantity: Quantity
    conflict: Conflict | None

    @property
    def bounds(self) -> tuple[float, float]:
        """The smallest and the greatest number that the report names; the same where it names one."""
        given = [number for name in ("value", "above", "at_most", "below", "low", "high") if (number := getattr(self.quantity, name)) is not None]
        return min(given), max(given)

    def words(self, language: Language) -> str:
        """The number as the report has it: none, more than, up to, fewer than, from … to, or about."""
        low, high = map(language.number, self.bounds)
        if self.quantity.value == 0:
            return language.string("figure.quantities.zero")
        given = next(name for name in ("value", "above", "at_most", "below", "low") if getattr(self.quantity, name) is not None)
        return language.string(f"figure.quantities.{given}", low=low, high=high)


def numbers(dossier: Dossier) -> list[Number]:
    """All reported quantities by kind, and by date within a kind."""
    kinds = list(QuantityKind)
    found = [Number(event, quantity, dossier.find("conflicts", quantity.conflict) if quantity.conflict else None)
             for event in dossier.events for quantity in event.quantities]
    return sorted(found, key=lambda number: (kinds.index(number.quantity.kind), number.event.date))


def figure(dossier: Dossier, language: Language) -> Figure:
    """One row a number, in groups by what it counts."""
    t, found = language.string, numbers(dossier)
    disputed = [number for number in found if number.conflict]

    def words(number: Number) -> str:
        buyer = number.quantity.buyer
        return number.words(language) + (f"{t('comma')} {buyer[language.code]}" if buyer else "")

    groups = {kind: [number for number in found if number.quantity.kind is kind] for kind in QuantityKind}
    join = f"{t('semicolon')} ".join
    return Figure(
        title=t("figure.quantities.title", numbers=language.number(len(found)), events=language.number(len({number.event.id for number in found})),
                disputed=language.number(len(disputed))),
        alternative=" ".join(f"{t(f'quantity_kind.{kind}')}{t('colon')} {join(map(words, group))}." for kind, group in groups.items() if group),
        columns=tuple(t(f"figure.quantities.{column}") for column in ("counts", "number", "chip", "source", "date", "conflict")),
        rows=tuple(
            Row(address(number.event), (t(f"quantity_kind.{number.quantity.kind}"), words(number), dossier.find("chips", number.quantity.product).short_name,
                                        number.event.first_reported_by[language.code], language.day(number.event.date),
                                        number.conflict.question[language.code] if number.conflict else t("rule.none")))
            for number in found
        ),
        picture=_drawn(language, {kind: group for kind, group in groups.items() if group}, words),
        keys=(Key("circle", ACCENT, t("figure.quantities.single")), Key("circle", NO, t("figure.quantities.disputed")), Key("dashed", SOFT, t("figure.quantities.open"))),
    )


def _first(reporters: str) -> str:
    """The first of those who reported it, where the record names several, in the room that there is."""
    return textwrap.shorten(re.split(r"[,،;؛(]", reporters)[0], 28, placeholder="…")


def _drawn(language: Language, groups: dict[QuantityKind, list[Number]], words: Callable[[Number], str]) -> Picture:
    positive = [bound for group in groups.values() for number in group for bound in number.bounds if bound]
    low, high = math.log10(min(positive) / 2), math.log10(max(positive))

    def across(value: float) -> float:
        return START if value == 0 else START + 24 + (END - START - 24) * (math.log10(value) - low) / (high - low)

    heads, sources, points, spans, dashes, labels, y = [], [], [], [], [], [], 0
    for kind, group in groups.items():
        heads.append({"x": 0, "y": y + HEAD - 9, "text": language.string(f"quantity_kind.{kind}")})
        y += HEAD
        for number in group:
            middle, colour = y + ROW / 2, NO if number.conflict else ACCENT
            start, end = map(across, number.bounds)
            said = f"{_first(number.event.first_reported_by[language.code])}{language.string('comma')} {language.day(number.event.date)}"
            sources.append({"x": START - 14, "y": middle, "text": said, "href": address(number.event)})
            points += [{"x": at, "y": middle, "fill": colour, "href": address(number.event), "description": f"{said}{language.string('colon')} {words(number)}"} for at in dict.fromkeys((start, end))]
            spans.append({"x": start, "x2": end, "y": middle, "stroke": colour})
            ahead = _REACH if number.quantity.above is not None else 0
            if ahead or number.quantity.at_most is not None or number.quantity.below is not None:
                dashes.append({"x": start, "x2": start + (ahead or -_REACH), "y": middle, "stroke": colour})
            labels.append({"x": end + ahead + 9, "y": middle, "text": words(number) + (f" {language.string('figure.quantities.sign')}" if number.conflict else "")})
            y += ROW
    ticks = [10 ** power for power in range(math.ceil(low), math.floor(high) + 1)]
    return (
        Surface(language, WIDTH, y + 26)
        .marks("rule", [{"x": across(value), "y": 0, "y2": y + 4} for value in (0, *ticks)], color=LINE)
        .marks("text", [{"x": across(value), "y": y + 17, "text": language.number(value)} for value in (0, *ticks)], align="middle", color=SOFT, fontSize=11)
        .marks("rule", spans, strokeWidth=3)
        .marks("rule", dashes, strokeWidth=1.5, strokeDash=[3, 3])
        .marks("text", heads, align="start", fontWeight="bold")
        .marks("text", sources, align="end", baseline="middle", color=SOFT, fontSize=11)
        .marks("text", labels, align="start", baseline="middle", color=INK, fontSize=11)
        .marks("point", points, filled=True, size=60, opacity=1)
        .picture()
    )
