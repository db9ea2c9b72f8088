"""A surface to draw on: x runs in the direction of the language, whatever the mark."""

from __future__ import annotations

import pytest
from made import actor

from macros.figures.surface import Surface, way

LTR, RTL = Surface("ltr", 300, 200, (1, 2, 3, 4)), Surface("rtl", 300, 200, (1, 2, 3, 4))


def layer(surface: Surface) -> dict:
    (only,) = surface.layers
    return only


def test_how_figures_link_to_a_record():
    assert way(actor("a")) == "/actors/a/"


def test_marks_are_layers_and_the_surface_stays_as_it_was():
    both = LTR.marks("rule", [{"x": 1}]).marks("point", iter([{"x": 1}, {"x": 2}]))
    assert [made["mark"]["type"] for made in both.layers] == ["rule", "point"] and LTR.layers == ()
    assert both.layers[1]["data"] == {"values": [{"x": 1}, {"x": 2}]}
    assert (both.direction, both.width, both.height, both.margins) == ("ltr", 300, 200, (1, 2, 3, 4))


def test_without_values_nothing_is_added():
    assert LTR.marks("rule", []) is LTR


@pytest.mark.parametrize(("surface", "dx"), [(LTR, 6), (RTL, -6)])
def test_a_shift_runs_with_the_language(surface, dx):
    assert layer(surface.marks("text", [{"x": 1}], dx=6, dy=5))["mark"] == {
        "type": "text",
        "dx": dx,
        "dy": 5,
        "aria": False,
    }


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
    given = Surface(surface.direction, 300, 200, x={"scale": {"type": "log", "domain": [1, 9]}, "axis": {"title": "t"}})
    assert layer(given.marks("rule", [{"x": 1}]))["encoding"]["x"] == {
        "field": "x",
        "type": "quantitative",
        "scale": {"type": "log", "domain": [1, 9], "reverse": reverse},
        "axis": {"title": "t"},
    }


@pytest.mark.parametrize(
    ("direction", "beside"),
    [
        ("ltr", {"orient": "left", "titleX": -50, "titleAlign": "left"}),
        ("rtl", {"orient": "right", "titleX": 50, "titleAlign": "right"}),
    ],
)
def test_y_runs_down_and_its_axis_stands_where_reading_starts(direction, beside):
    plain = layer(Surface(direction, 300, 200).marks("rule", [{"y": 1}]))["encoding"]["y"]
    scale = {"domain": [0, 200], "nice": False, "reverse": True}
    assert plain == {"field": "y", "type": "quantitative", "scale": scale, "axis": None}
    given = Surface(direction, 300, 200, (50, 0, 0, 0), y={"scale": {"type": "log"}, "axis": {"title": "t"}})
    assert layer(given.marks("rule", [{"y": 1}]))["encoding"]["y"] == {
        "field": "y",
        "type": "quantitative",
        "scale": {"type": "log"},
        "axis": {"title": "t"} | beside,
    }


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


@pytest.mark.parametrize(
    ("surface", "padding"),
    [(LTR, {"left": 1, "top": 2, "right": 3, "bottom": 4}), (RTL, {"left": 3, "top": 2, "right": 1, "bottom": 4})],
)
def test_the_drawing(surface, padding):
    found = surface.marks("rule", [{"x": 1}]).specification
    assert (found["width"], found["height"], found["padding"], found["autosize"]) == (300, 200, padding, "none")
    assert found["$schema"].endswith("/v6.json") and found["layer"] == list(surface.marks("rule", [{"x": 1}]).layers)
    assert found["config"]["background"] is None and found["config"]["font"] == "Plex Arabic, Plex"


def test_its_size_has_the_margins():
    assert (
        Surface("ltr", 300, 200, (1, 20, 300, 4000)).size
        == Surface("rtl", 300, 200, (1, 20, 300, 4000)).size
        == (601, 4220)
    )


def test_whether_marks_lead_to_records():
    plain = LTR.marks("rule", [{"x": 1}])
    assert not LTR.is_linked and not plain.is_linked
    assert plain.marks("text", [{"x": 1, "href": "/a/"}]).marks("rule", [{"y": 1}]).is_linked


def test_margins_by_default():
    assert Surface("ltr", 1, 1).specification["padding"] == dict.fromkeys(["left", "top", "right", "bottom"], 4)
