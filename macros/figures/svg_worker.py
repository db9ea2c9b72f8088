"""``python -m macros.figures.svg_worker FOLDER``: draws what it is told, a line of JSON for each drawing, and keeps the
results in the folder under the keys that it is given.

A process of its own, since drawing holds the interpreter: pages are rendered in the meantime.
"""

from __future__ import annotations

import base64
import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

import vl_convert

from . import palette
from .picture import fit, under
from .sheet import DRAWING

FONTS = Path(__file__).parent / "fonts"
"""The typeface of the PNG pictures."""

_FACE = re.compile(r"font:([\w-]+)")
"""How a sheet names a typeface that it carries."""

SCALE = 2
"""Pixels of a PNG for each of the drawing."""


def main() -> None:
    """Draw until the questions end."""
    folder = Path(sys.argv[1])
    vl_convert.register_font_directory(str(FONTS))
    for line in sys.stdin:
        draw(json.loads(line), folder)


def draw(question: dict[str, Any], folder: Path) -> None:
    """Keep the inside of a drawing under its ``key``; if it has a ``sheet``, that as SVG and PNG under its own."""
    drawn = vl_convert.vegalite_to_svg(question["specification"])
    body = fit(drawn, question["direction"], question["lent"], question["borrowed"])
    _keep(folder / f"{question['key']}.svg", body.encode())
    if sheet := question.get("sheet"):
        whole = sheet["svg"].replace(DRAWING, under(body, sheet["root"]))
        whole = palette.coloured(whole, palette.light())
        _keep(folder / f"{sheet['key']}.png", vl_convert.svg_to_png(whole, scale=SCALE))
        _keep(folder / f"{sheet['key']}.svg", _FACE.sub(lambda face: _carried(face[1]), whole).encode())


def _keep(path: Path, content: bytes) -> None:
    """Write a file that is never seen half written."""
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(content)
    part.rename(path)


@cache
def _carried(face: str) -> str:
    """A typeface of the theme as an address that holds it whole."""
    content = (palette.STYLES.parent / f"fonts/{face}.woff2").read_bytes()
    return f"data:font/woff2;base64,{base64.b64encode(content).decode()}"


if __name__ == "__main__":
    main()
