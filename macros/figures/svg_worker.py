"""``python -m macros.figures.svg_worker FOLDER``: draws what it is told, a line of JSON for each drawing, and keeps the
results in the folder under the keys that it is given.

A process of its own, since drawing holds the interpreter: pages are rendered in the meantime.
"""

from __future__ import annotations

import base64
import json
import os
import re
import sys
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import vl_convert

from . import palette
from .picture import fit, under
from .sheet import DRAWING

FONTS = Path(__file__).parent / "fonts"
"""The typeface of the PNG pictures."""

CARRIED = palette.STYLES.parent / "fonts"
"""Those of the theme, which a picture as SVG carries."""

_FACE = re.compile(r"font:([\w-]+)")
"""How a sheet names a typeface that it carries."""

SIGNATURE = b"\x89PNG\r\n\x1a\n"
"""With what a PNG begins."""

UNKEPT = os.EX_IOERR
"""The exit status where a drawing cannot be kept, which is told in a line."""

SCALE = 2
"""Pixels of a PNG for each of the drawing."""


def main() -> None:
    """Draw until the questions end."""
    folder = Path(sys.argv[1])
    vl_convert.register_font_directory(str(FONTS))
    for line in sys.stdin:
        draw(json.loads(line), folder)


def draw(question: dict[str, Any], folder: Path) -> None:
    """Keep the inside of a drawing under its ``key``; if it has a ``sheet``, that as SVG and PNG under its own. Of a
    ``card`` only a PNG is kept."""
    if card := question.get("card"):
        whole = palette.coloured(card, palette.light())
        _keep(folder / f"{question['key']}.png", packed(vl_convert.svg_to_png(whole, scale=1)))
        return
    drawn = vl_convert.vegalite_to_svg(question["specification"])
    body = fit(drawn, question["direction"], question["lent"], question["borrowed"])
    _keep(folder / f"{question['key']}.svg", body.encode())
    if sheet := question.get("sheet"):
        whole = sheet["svg"].replace(DRAWING, under(body, sheet["root"]))
        whole = palette.coloured(whole, palette.light())
        _keep(folder / f"{sheet['key']}.png", vl_convert.svg_to_png(whole, scale=SCALE))
        _keep(folder / f"{sheet['key']}.svg", _FACE.sub(lambda face: _carried(face[1]), whole).encode())


def packed(png: bytes) -> bytes:
    """A PNG picture with its pixels packed well, to a third of its size (W3C, PNG: chunks of length, type, content and
    checksum)."""
    chunks, place = list[tuple[bytes, bytes]](), len(SIGNATURE)
    while place < len(png):
        length = int.from_bytes(png[place : place + 4], "big")
        chunks.append((png[place + 4 : place + 8], png[place + 8 : place + 8 + length]))
        place += length + 12
    pixels = zlib.decompress(b"".join(content for kind, content in chunks if kind == b"IDAT"))
    before = [chunk for chunk in chunks if chunk[0] not in (b"IDAT", b"IEND")]
    written = [*before, (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b"")]
    return SIGNATURE + b"".join(
        len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")
        for kind, content in written
    )


def _keep(path: Path, content: bytes) -> None:
    """Write a file that is never seen half written. Ends the process where it cannot be written."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(content)
        part.rename(path)
    except OSError as error:
        print(f"{path}: expected a file that can be written, found: {error.strerror}", file=sys.stderr)
        sys.exit(UNKEPT)


@cache
def _carried(face: str) -> str:
    """A typeface of the theme as an address that holds it whole."""
    content = (CARRIED / f"{face}.woff2").read_bytes()
    return f"data:font/woff2;base64,{base64.b64encode(content).decode()}"


if __name__ == "__main__":
    main()
