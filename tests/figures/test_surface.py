"""A surface to draw on: x runs in the direction of the language, whatever the mark."""

from __future__ import annotations

import pytest
from made import actor

from macros.figures.surface import NARROW, Surface, way

LTR, RTL = Surface("ltr", 300, 200), Surface("rtl", 300, 200)


def layer(surface: Surface) -> dict:
    (only,) = surface.layers
    return only


def test_how_figures_link_to_a_record():
    assert way(actor("a")) == "/actors/a/"


def test_marks_are_layers_and_the_surface_stays_as_it_was():
    both = LTR.marks("rule", [{"x": 1}]).marks("point", iter([{"x": 1}, {"x": 2}]))
    assert [made["mark"]["type"] for made in both.layers] == ["rule", "point"] and LTR.layers == ()
    assert both.layers[1]["data"] == {"values": [{"x": 1}, {"x": 2}]}
    assert (both.direction, both.width, both.height) == ("ltr", 300, 200)


def test_without_values_nothing_is_added():
    assert LTR.marks("rule", []) is LTR


@pytest.mark.parametrize(
    ("surface", "align", "turned"),
    [
        (LTR, "start", "left"),
        (LTR, "middle", "center"),
        (LTR, "end", "right"),
        (RTL, "start", "right"),
        (RTL, "middle", "center"),
        (RTL, "end", "left"),
    ],
)
def test_text_begins_where_reading_starts(surface, align, turned):
    assert layer(surface.marks("text", [{"x": 1}], align=align))["mark"]["align"] == turned


@pytest.mark.parametrize(("surface", "reverse"), [(LTR, False), (RTL, True)])
def test_x_runs_in_the_direction_of_the_language(surface, reverse):
    scale = {"domain": [0, 300], "nice": False, "reverse": reverse}
    expected = {"field": "x", "type": "quantitative", "scale": scale, "axis": None}
    assert layer(surface.marks("rule", [{"x": 1}]))["encoding"] == {"x": expected}


def test_y_runs_down():
    scale = {"domain": [0, 200], "nice": False, "reverse": True}
    expected = {"field": "y", "type": "quantitative", "scale": scale, "axis": None}
    assert layer(LTR.marks("rule", [{"y": 1}]))["encoding"] == {"y": expected}


def test_other_channels():
    mark = {
        "x2": 1,
        "y2": 2,
        "text": "t",
        "href": "/a/",
        "description": "d",
        "detail": "e",
        "fill": "red",
        "shape": "cross",
    }
    nominal = {"type": "nominal"}
    assert layer(LTR.marks("point", [mark]))["encoding"] == {
        "x2": {"field": "x2"},
        "y2": {"field": "y2"},
        "text": {"field": "text"} | nominal,
        "href": {"field": "href"} | nominal,
        "description": {"field": "description"} | nominal,
        "detail": {"field": "detail"} | nominal,
        "fill": {"field": "fill", "scale": None, "legend": None} | nominal,
        "shape": {"field": "shape", "scale": None, "legend": None} | nominal,
    }


@pytest.mark.parametrize(("value", "aria"), [({"x": 1}, False), ({"x": 1, "description": "d"}, True)])
def test_only_what_is_described_is_read_aloud(value, aria):
    assert layer(LTR.marks("point", [value]))["mark"]["aria"] is aria


def test_the_drawing():
    found = LTR.marks("rule", [{"x": 1}]).specification
    assert (found["width"], found["height"], found["padding"], found["autosize"]) == (300, 200, 0, "none")
    assert found["$schema"].endswith("/v6.json") and found["layer"] == list(LTR.marks("rule", [{"x": 1}]).layers)
    assert found["config"]["background"] is None and found["config"]["font"] == "Plex Arabic, Plex"


def test_words_are_never_small():
    """At least 12 pixels, where a drawing for a phone of 328 is shown on 320 as well."""
    assert LTR.specification["config"]["text"]["fontSize"] * 320 / NARROW >= 12
