"""A surface to draw on in Vega-Lite, whichever way the language runs.

Colours are the page's CSS variables, so that a figure follows light and dark; x runs in the direction of the language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from ..record.shared import Record
from .lettering import TYPE

INK, SOFT, LINE, PAPER, SUNK, ACCENT, NO = (
    f"var(--{name})" for name in ("ink", "soft", "line", "paper", "sunk", "accent", "no")
)
WIDE, NARROW = 720, 328
"""The widths of a figure's two drawings, in pixels: for a text column, and for a phone."""

_CONFIG = {
    "font": "Plex Arabic, Plex",
    "background": None,
    "view": {"stroke": None},
    "text": {"color": INK, "fontSize": TYPE},
    "rule": {"color": LINE},
    "line": {"color": SOFT},
    "rect": {"color": SUNK},
    "point": {"color": SOFT},
}
_NAMES = {"text", "href", "description", "detail"}
_ALIGNED = {
    "ltr": {"start": "left", "end": "right", "middle": "center"},
    "rtl": {"start": "right", "end": "left", "middle": "center"},
}

Mark = dict[str, Any]
"""A mark: its place, words and looks, by Vega-Lite's channels."""


def way(record: Record) -> str:
    """How figures link to a record: its address below the root of a language, ``/chips/x/``."""
    return f"/{record.address}"


@dataclass(frozen=True)
class Surface:
    """A surface of ``width`` times ``height`` pixels, counted from the upper corner where reading starts.

    ``direction`` is ltr or rtl.
    """

    direction: str
    width: int
    height: int
    layers: tuple[dict[str, Any], ...] = field(default=())

    def marks(self, kind: str, values: Iterable[Mark], **properties: Any) -> Surface:
        """This surface with marks added, one for each value; the keys of the values are channels of Vega-Lite."""
        values = list(values)
        if not values:
            return self
        if "align" in properties:
            properties["align"] = _ALIGNED[self.direction][properties["align"]]
        properties.setdefault("aria", "description" in values[0])
        encoding = {channel: self._channel(channel) for channel in values[0]}
        layer = {"data": {"values": values}, "mark": {"type": kind} | properties, "encoding": encoding}
        return replace(self, layers=(*self.layers, layer))

    def _channel(self, name: str) -> dict[str, Any]:
        if name == "x":
            scale = {"domain": [0, self.width], "nice": False, "reverse": self.direction == "rtl"}
            return {"field": name, "type": "quantitative", "scale": scale, "axis": None}
        if name == "y":
            scale = {"domain": [0, self.height], "nice": False, "reverse": True}
            return {"field": name, "type": "quantitative", "scale": scale, "axis": None}
        if name in ("x2", "y2"):
            return {"field": name}
        return {"field": name, "type": "nominal"} | ({} if name in _NAMES else {"scale": None, "legend": None})

    @property
    def names(self) -> tuple[str, ...]:
        """By what its marks are known, in their order, each once."""
        values = (value for layer in self.layers for value in layer["data"]["values"])
        return tuple(dict.fromkeys(value["description"] for value in values if "description" in value))

    @property
    def specification(self) -> dict[str, Any]:
        """The drawing in Vega-Lite's terms."""
        return {
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "width": self.width,
            "height": self.height,
            "autosize": "none",
            "padding": 0,
            "config": _CONFIG,
            "layer": list(self.layers),
        }
