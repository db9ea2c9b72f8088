"""A surface to draw on in Vega-Lite, whichever way the language runs.

Colours are the page's CSS variables, so that a figure follows light and dark; x runs in the direction of the language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from ..record.shared import Record

INK, SOFT, LINE, PAPER, SUNK, ACCENT, NO = (
    f"var(--{name})" for name in ("ink", "soft", "line", "paper", "sunk", "accent", "no")
)
WIDTH = 720

_CONFIG = {
    "font": "Plex Arabic, Plex",
    "background": None,
    "view": {"stroke": None},
    "text": {"color": INK, "fontSize": 12},
    "rule": {"color": LINE},
    "line": {"color": SOFT},
    "rect": {"color": SUNK},
    "point": {"color": SOFT},
    "axis": {
        "labelColor": SOFT,
        "titleColor": INK,
        "gridColor": LINE,
        "domainColor": LINE,
        "tickColor": LINE,
        "labelFontSize": 11,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "titlePadding": 6,
    },
    "axisY": {"titleAngle": 0, "titleY": -10, "titleBaseline": "bottom"},
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
    """A surface of ``width`` times ``height``, by default in pixels from the upper corner where reading starts.

    ``direction`` is ltr or rtl. ``x`` and ``y`` may give a scale and an axis in Vega-Lite's terms; ``margins`` are
    left,
    top, right, bottom for English.
    """

    direction: str
    width: int
    height: int
    margins: tuple[int, int, int, int] = (4, 4, 4, 4)
    x: dict[str, Any] | None = None
    y: dict[str, Any] | None = None
    layers: tuple[dict[str, Any], ...] = field(default=())

    def marks(self, kind: str, values: Iterable[Mark], **properties: Any) -> Surface:
        """This surface with marks added, one for each value; the keys of the values are channels of Vega-Lite."""
        values = list(values)
        if not values:
            return self
        if "dx" in properties and self.direction == "rtl":
            properties["dx"] = -properties["dx"]
        if "align" in properties:
            properties["align"] = _ALIGNED[self.direction][properties["align"]]
        properties.setdefault("aria", "description" in values[0])
        encoding = {channel: self._channel(channel) for channel in values[0]}
        layer = {"data": {"values": values}, "mark": {"type": kind} | properties, "encoding": encoding}
        return replace(self, layers=(*self.layers, layer))

    def _channel(self, name: str) -> dict[str, Any]:
        if name == "x":
            given = self.x or {"scale": {"domain": [0, self.width], "nice": False}, "axis": None}
            scale = given["scale"] | {"reverse": self.direction == "rtl"}
            return {"field": name, "type": "quantitative"} | given | {"scale": scale}
        if name == "y":
            given = self.y or {"scale": {"domain": [0, self.height], "nice": False, "reverse": True}, "axis": None}
            axis = given["axis"] and given["axis"] | self._beside
            return {"field": name, "type": "quantitative"} | given | {"axis": axis}
        if name in ("x2", "y2"):
            return {"field": name}
        return {"field": name, "type": "nominal"} | ({} if name in _NAMES else {"scale": None, "legend": None})

    @property
    def size(self) -> tuple[int, int]:
        """Width and height with the margins."""
        left, top, right, bottom = self.margins
        return self.width + left + right, self.height + top + bottom

    @property
    def is_linked(self) -> bool:
        """Whether marks lead to records."""
        return any("href" in layer["encoding"] for layer in self.layers)

    @property
    def _beside(self) -> dict[str, Any]:
        """Where the axis of y stands: on the side where reading starts."""
        if self.direction == "rtl":
            return {"orient": "right", "titleX": self.margins[0], "titleAlign": "right"}
        return {"orient": "left", "titleX": -self.margins[0], "titleAlign": "left"}

    @property
    def specification(self) -> dict[str, Any]:
        """The drawing in Vega-Lite's terms."""
        left, top, right, bottom = self.margins
        if self.direction == "rtl":
            left, right = right, left
        return {
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "width": self.width,
            "height": self.height,
            "autosize": "none",
            "padding": {"left": left, "top": top, "right": right, "bottom": bottom},
            "config": _CONFIG,
            "layer": list(self.layers),
        }
