"""A surface drawn by Vega, from the question to the inside of a page's SVG."""

from __future__ import annotations

import io
import json
import sys
import xml.etree.ElementTree as etree

import pytest

from macros.figures import svg_worker
from macros.figures.picture import fit
from macros.figures.surface import Surface

MARK = {"x": 30, "y": 10, "fill": "var(--no)", "href": "/chips/x/", "description": "a chip"}


@pytest.mark.parametrize(("direction", "x"), [("ltr", 30), ("rtl", 70)])
def test_surfaces_are_drawn_a_line_each(monkeypatch, capsys, direction, x):
    """A point 30 from where reading starts, on a surface 100 wide."""
    surface = Surface(direction, 100, 50).marks("point", [MARK], filled=True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{json.dumps(surface.specification)}\n" * 2))
    svg_worker.main()
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == second and 'width="108" height="58"' in first
    (link,) = etree.fromstring(f"<svg>{fit(first, surface)}</svg>").iter("a")
    assert (link.get("href"), link[0].text, link[1].get("fill")) == ("/chips/x/", "a chip", "var(--no)")
    assert link[1].get("transform") == f"translate({x},10)"
