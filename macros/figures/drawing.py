"""What all figures share: a surface to draw on in Vega-Lite, and its SVG made fit for a page.

Colours are the page's CSS variables, so that a figure follows light and dark; x runs in the direction of the language.
"""
from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import vl_convert
from markupsafe import Markup

from .. import pages
from ..language import LATIN_RUN, Language
from ..records import Record

INK, SOFT, LINE, PAPER, SUNK, ACCENT = (f"var(--{name})" for name in ("ink", "soft", "line", "paper", "sunk", "accent"))
WIDTH = 720

_CONFIG = {
    "font": "Plex Arabic, Plex", "background": None, "view": {"stroke": None}, "text": {"color": INK, "fontSize": 12},
    "rule": {"color": LINE}, "line": {"color": SOFT}, "rect": {"color": SUNK}, "point": {"color": SOFT},
    "axis": {"labelColor": SOFT, "titleColor": INK, "gridColor": LINE, "domainColor": LINE, "tickColor": LINE, "labelFontSize": 11,
             "titleFontSize": 12, "titleFontWeight": "normal", "titlePadding": 6},
    "axisY": {"titleAngle": 0, "titleY": -10, "titleBaseline": "bottom"},
}
_LINK = "{http://www.w3.org/1999/xlink}href"
_HOST = "https://vega.github.io/vega-datasets/"
_DROPPED = {"role", "aria-roledescription", "aria-label", "aria-hidden", "class", "pointer-events", "font-family"}
_NAMES = {"text", "href", "description", "detail"}
_MIRRORED = {"start": "end", "end": "start", "middle": "middle"}
_ALIGNED = {"ltr": {"start": "left", "end": "right", "middle": "center"}, "rtl": {"start": "right", "end": "left", "middle": "center"}}


def address(record: Record) -> str:
    """A record's address below the root of a language, as figures link to it: ``/chips/x/``."""
    return f"/{pages.address(record)}"


@dataclass(frozen=True)
class Picture:
    """The inside of an ``<svg>``, and its size. Links begin with ``/`` for the root of the language."""

    width: int
    height: int
    body: str
    linked: bool

    def under(self, root: str) -> Markup:
        """The picture with its links as ways from a page that reaches the language's root by ``root``."""
        return Markup(self.body.replace('href="/', f'href="{root}'))


@dataclass(frozen=True)
class Key:
    """One entry of a figure's legend: the shape and the colour of a mark, and what they mean."""

    shape: str
    colour: str
    label: str


@dataclass(frozen=True)
class Row:
    """One line of a figure's table; the first cell leads to ``address``, below the language's root."""

    address: str | None
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """A figure with what it says in words: title, finding, legend and the table of its data. ``picture`` is None if a
    template draws it."""

    title: str
    alternative: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    picture: Picture | None = None
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True)
class Surface:
    """A surface of ``width`` times ``height``, by default in pixels from the upper corner where reading starts.

    ``x`` and ``y`` may give a scale and an axis in Vega-Lite's terms; ``margins`` are left, top, right, bottom for English.
    """

    language: Language
    width: int
    height: int
    margins: tuple[int, int, int, int] = (4, 4, 4, 4)
    x: dict[str, Any] | None = None
    y: dict[str, Any] | None = None
    layers: tuple[dict, ...] = field(default=())

    def marks(self, kind: str, values: Iterable[dict[str, Any]], **properties) -> Surface:
        """This surface with marks added, one for each value; the keys of the values are channels of Vega-Lite."""
        values = list(values)
        if not values:
            return self
        if "dx" in properties and self.language.direction == "rtl":
            properties["dx"] = -properties["dx"]
        if "align" in properties:
            properties["align"] = _ALIGNED[self.language.direction][properties["align"]]
        properties.setdefault("aria", "description" in values[0])
        encoding = {channel: self._channel(channel) for channel in values[0]}
        layer = {"data": {"values": values}, "mark": {"type": kind} | properties, "encoding": encoding}
        return replace(self, layers=(*self.layers, layer))

    def _channel(self, name: str) -> dict[str, Any]:
        reverse = self.language.direction == "rtl"
        if name == "x":
            given = self.x or {"scale": {"domain": [0, self.width], "nice": False}, "axis": None}
            return {"field": name, "type": "quantitative"} | given | {"scale": given["scale"] | {"reverse": reverse}}
        if name == "y":
            given = self.y or {"scale": {"domain": [0, self.height], "nice": False, "reverse": True}, "axis": None}
            side = {"orient": "right", "titleX": self.margins[0], "titleAlign": "right"} if reverse else {"orient": "left", "titleX": -self.margins[0], "titleAlign": "left"}
            return {"field": name, "type": "quantitative"} | given | {"axis": given["axis"] and given["axis"] | side}
        if name in ("x2", "y2"):
            return {"field": name}
        return {"field": name, "type": "nominal"} | ({} if name in _NAMES else {"scale": None, "legend": None})

    def picture(self) -> Picture:
        """The drawn picture."""
        left, top, right, bottom = self.margins
        if self.language.direction == "rtl":
            left, right = right, left
        svg = vl_convert.vegalite_to_svg({
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json", "width": self.width, "height": self.height,
            "autosize": "none", "padding": {"left": left, "top": top, "right": right, "bottom": bottom},
            "config": _CONFIG, "layer": list(self.layers),
        })
        return _fit(svg, self.language)


def _isolated(text: str) -> str:
    """Arabic text whose Latin runs keep their brackets and stops; SVG knows no ``<bdi>``, so by Unicode's own marks."""
    return LATIN_RUN.sub(lambda run: f"\u2066{run[0]}\u2069", text)


def _fit(svg: str, language: Language) -> Picture:
    """Vega's SVG without its English roles, its empty shapes and its idea of a host; a link is named by its description.

    A link without one repeats its neighbour for the pointer's convenience, so keyboard and screen reader pass it by.
    """
    root = etree.fromstring(svg)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.get("class") in ("background", "foreground") or child.get("opacity") == "0" or (child.tag.endswith("text") and not child.text):
                parent.remove(child)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        if element.tag == "a":
            element.set("href", element.attrib.pop(_LINK).removeprefix(_HOST))
            if name := element[0].get("aria-label"):
                title = etree.Element("title")
                title.text = name
                element.insert(0, title)
            else:
                element.attrib |= {"tabindex": "-1", "aria-hidden": "true"}
        elif element.tag == "text" and language.direction == "rtl":
            element.set("text-anchor", _MIRRORED[element.get("text-anchor", "start")])
            element.text = _isolated(element.text)
    for element in root.iter():
        for name in _DROPPED & set(element.attrib) if element.tag != "a" else ():
            del element.attrib[name]
    width, height = (int(float(root.get(side))) for side in ("width", "height"))
    body = "".join(etree.tostring(child, encoding="unicode") for child in root)
    return Picture(width, height, body, "<a " in body)
