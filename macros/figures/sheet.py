"""A figure as a picture of its own: with its title and legend, and with the address and the licence that whoever meets
it elsewhere needs."""

from __future__ import annotations

from dataclasses import dataclass

from ..page.view import View
from ..wording.latin import isolate_plain
from .chart import Chart, LegendKey
from .lettering import TYPE, lines, width
from .picture import right_to_left
from .surface import INK, SOFT, WIDE

DRAWING = "<!-- drawing -->"
"""What stands in a sheet until its drawing is done."""

FACES = {"ltr": {"Plex": "ibm-plex-sans"}, "rtl": {"Plex": "ibm-plex-sans", "Plex Arabic": "ibm-plex-sans-arabic"}}
"""The typefaces of the theme that a sheet carries, by the direction of its language: family and beginning of the file's
name."""

EDGE, TITLE, SYMBOL, ENTRY = 24, 20, 20, 22
"""The edge around all, the size of the title, and in the legend the room of a symbol and the height of a line, in
pixels."""


@dataclass(frozen=True)
class Words:
    """A line of words on a sheet, from ``x`` on in the direction of its language."""

    x: float
    y: float
    text: str
    size: float = TYPE
    colour: str = SOFT
    bold: bool = False


@dataclass(frozen=True)
class Symbol:
    """A symbol of the legend, by its left upper corner."""

    x: float
    y: float
    key: LegendKey


@dataclass(frozen=True)
class Sheet:
    """``svg`` has ``DRAWING`` in it, and ``root`` is the address to which the ways of the drawing's links are added."""

    width: int
    height: int
    svg: str
    root: str


def sheet(view: View, chart: Chart, address: str) -> Sheet:
    """The sheet of a figure that stands at an address."""
    t, language = view.language.string, view.language
    inner, is_mirrored = WIDE, language.direction == "rtl"
    whole = inner + 2 * EDGE
    y: float = EDGE + TITLE
    words: list[Words] = []
    for line in lines(chart.title, inner, TITLE, bold=True):
        words.append(Words(0, y, line, TITLE, INK, bold=True))
        y += TITLE * 1.4
    for line in lines(chart.note, inner) if chart.note else ():
        words.append(Words(0, y, line))
        y += TYPE * 1.4
    top = y
    y += chart.wide.height + ENTRY
    symbols, labels, y = _legend(chart.keys, inner, y)
    words += labels
    foot = [
        t("figure.origin", site=t("site.name"), address=address),
        t("figure.terms", date=language.day(view.dossier.current_to)),
    ]
    rule = y
    y += TYPE * 1.6
    for line in (part for text in foot for part in lines(text, inner)):
        words.append(Words(0, y, line))
        y += TYPE * 1.5

    def across(x: float) -> float:
        return whole - EDGE - x if is_mirrored else EDGE + x

    svg = view.render(
        "part/sheet.svg",
        width=whole,
        height=round(y + EDGE - TYPE),
        title=chart.title,
        faces=FACES[language.direction],
        words=[
            (across(line.x), line, right_to_left(isolate_plain(line.text)) if is_mirrored else line.text)
            for line in words
        ],
        symbols=[(across(symbol.x) - (14 if is_mirrored else 0), symbol) for symbol in symbols],
        anchor="end" if is_mirrored else "start",
        edge=EDGE,
        top=top,
        rule=rule,
        drawing=DRAWING,
    )
    return Sheet(whole, round(y + EDGE - TYPE), svg, view.permanent(f"{language.code}/"))


def _legend(keys: tuple[LegendKey, ...], room: float, y: float) -> tuple[list[Symbol], list[Words], float]:
    """Symbols and labels, line below line, and where the next thing stands."""
    symbols: list[Symbol] = []
    labels: list[Words] = []
    x = 0.0
    for key in keys:
        needed = SYMBOL + width(key.label)
        if x and x + needed > room:
            x, y = 0.0, y + ENTRY
        symbols.append(Symbol(x, y - 11.5, key))
        labels.append(Words(x + SYMBOL, y, key.label, colour=INK))
        x += needed + SYMBOL
    return symbols, labels, y + ENTRY if keys else y
