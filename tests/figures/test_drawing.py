"""Drawings and pictures as the worker makes them, from the question to the files."""

from __future__ import annotations

import io
import json
import re
import struct
import sys
import xml.etree.ElementTree as etree

import pytest

from macros.figures import svg_worker
from macros.figures.palette import coloured, light
from macros.figures.plane import MARKS
from macros.figures.sheet import DRAWING
from macros.figures.surface import Surface

MARK = {"x": 30, "y": 10, "fill": "var(--no)", "href": "/chips/x/", "description": "a chip"}
SHEET = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="60"><style>@font-face{src:url(font:ibm-plex-sans-400)}'
    f'</style><rect width="100" height="60" fill="var(--paper)"/><g>{DRAWING}</g></svg>'
)


def question(direction: str, mark: dict[str, object] = MARK, **more: object) -> dict[str, object]:
    """A point 30 from where reading starts, on a surface 100 wide."""
    surface = Surface(direction, 100, 50).marks("point", [mark], filled=True)
    return {
        "key": direction,
        "specification": surface.specification,
        "direction": direction,
        "lent": {},
        "borrowed": {},
        **more,
    }


@pytest.fixture
def drawn(tmp_path, monkeypatch):
    def draw(*questions: dict[str, object]):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(json.dumps(each) + "\n" for each in questions)))
        monkeypatch.setattr(sys, "argv", ["svg_worker", str(tmp_path)])
        svg_worker.main()
        return {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    return draw


def test_each_question_has_its_drawing(drawn):
    found = drawn(question("ltr"), question("rtl"))
    assert set(found) == {"ltr.svg", "rtl.svg"}
    for direction, x in (("ltr", 30), ("rtl", 70)):
        (link,) = etree.fromstring(b"<svg>" + found[f"{direction}.svg"] + b"</svg>").iter("a")
        assert (link.get("href"), link[0].text, link[1].get("fill")) == ("/chips/x/", "a chip", "var(--no)")
        assert link[1].get("transform") == f"translate({x},10)"


@pytest.mark.parametrize("shape", [shape for shape, _ in MARKS.values()])
def test_a_mark_takes_room(drawn, shape):
    """A line has nothing that could be filled."""
    found = drawn(question("ltr", mark=MARK | {"shape": shape}))
    (link,) = etree.fromstring(b"<svg>" + found["ltr.svg"] + b"</svg>").iter("a")
    heights = re.findall(r"[ML][\d.-]+,([\d.-]+)|[Vv]([\d.-]+)", link[1].get("d", ""))
    assert link[1].tag == "circle" or len(set(heights)) > 1


def test_two_drawings_say_a_name_once(drawn):
    """One lends it, under the address to which the other refers."""
    found = drawn(question("ltr", lent={"a chip": "n"}), question("rtl", borrowed={"a chip": "n"}))
    (lending,), (borrowing,) = (
        etree.fromstring(b"<svg>" + found[name] + b"</svg>").iter("a") for name in ("ltr.svg", "rtl.svg")
    )
    assert lending[0].text == "a chip" and lending[0].get("id") == borrowing.get("aria-labelledby") == "n"
    assert [mark.tag for mark in borrowing] == ["circle"] and borrowing.get("aria-hidden") is None


def test_a_sheet_is_a_picture_that_needs_nothing_else(drawn):
    """Its colours are colours, its links lead to the site, its typeface is in it; the PNG has twice its size."""
    sheet = {"key": "s", "svg": SHEET, "root": "https://example.org/en/"}
    found = drawn(question("ltr", sheet=sheet))
    svg = found["s.svg"].decode()
    assert 'href="https://example.org/en/chips/x/"' in svg and f'fill="{light()["no"]}"' in svg
    assert "var(" not in svg and "src:url(data:font/woff2;base64," in svg
    assert etree.fromstring(svg).find("{http://www.w3.org/2000/svg}g")[0] is not None
    assert found["s.png"].startswith(b"\x89PNG") and struct.unpack(">II", found["s.png"][16:24]) == (200, 120)


def test_the_typeface_of_the_pictures_has_the_letters_of_both_languages(drawn):
    """Letters, and marks of direction without width: without them a renderer draws nothing at all."""
    words = {"ink": "رقاقة", "both": "\u2067رقاقة \u2066H200\u2069 (كل طلب)\u2069", "marks": "\u2067\u2069"}
    painted = {}
    for name, text in words.items():
        shown = f'<text x="290" y="30" text-anchor="end" font-family="Dossier Sans" font-size="20">{text}</text>'
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40">{shown}</svg>'
        sheet = {"key": name, "svg": svg, "root": ""}
        painted[name] = len(drawn(question("rtl", sheet=sheet))[f"{name}.png"])
    assert painted["marks"] < painted["ink"] < painted["both"]


def test_a_colour_that_the_theme_lacks_is_told():
    with pytest.raises(KeyError, match="nope"):
        coloured('fill="var(--nope)"', light())
