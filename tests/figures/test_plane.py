"""Chips and regions in the plane of processing performance and memory bandwidth."""

from __future__ import annotations

import math
from datetime import date

import pytest
from law.made import chip, duty, needs, reviewed, rule

from macros.figures.labels import Box, Logarithmic
from macros.figures.plane import (
    AXES,
    FILLS,
    MARKS,
    Plane,
    Plotted,
    conditional,
    control_line,
    frame,
    plane,
    plotted,
    regions,
)
from macros.law.policy import StatusKind, in_force

DAY = date(2031, 6, 1)


def drawn(*effects):
    return regions(in_force([rule("r", "2031-01-01", *effects)], DAY))


def tpp(**bounds) -> dict:
    return {"total_processing_performance": bounds}


def test_every_status_of_a_known_chip_has_its_mark():
    assert set(MARKS) == set(StatusKind) - {StatusKind.not_known_yet}
    assert len(set(MARKS.values())) == len(MARKS)


@pytest.mark.parametrize(
    ("effect", "kind", "processing", "bandwidth", "further"),
    [
        (needs("c", **tpp(at_least=4000)), "presumption-of-denial", (4000, math.inf), (0, math.inf), False),
        (needs("c", "case-by-case", **tpp(above=10, below=20)), "case-by-case", (10, 20), (0, math.inf), False),
        (
            reviewed("c", **tpp(below=9000), memory_bandwidth={"above": 5, "at_most": 7}),
            "case-by-case",
            (0, 9000),
            (5, 7),
            False,
        ),
        (
            needs("c", **tpp(at_least=1600), performance_density={"at_least": 5}),
            "presumption-of-denial",
            (1600, math.inf),
            (0, math.inf),
            True,
        ),
        (needs("c", interconnect_bandwidth={"above": 1}), "presumption-of-denial", (0, math.inf), (0, math.inf), True),
        (duty("b", memory_bandwidth={"at_least": 2}), "duty", (0, math.inf), (2, math.inf), False),
    ],
)
def test_what_a_group_takes_in(effect, kind, processing, bandwidth, further):
    (region,) = drawn(effect)
    assert (region.kind, region.processing, region.bandwidth, region.further) == (kind, processing, bandwidth, further)
    assert (region.rule.id, region.group.paragraph) == ("r", effect["any_of"][0]["paragraph"])


def test_requirements_before_reviews_before_duties():
    found = drawn(
        duty("3", **tpp(above=1)),
        reviewed("c", paragraph="2", **tpp(above=1)),
        needs("c", paragraph="1", **tpp(above=1)),
    )
    assert [region.group.paragraph for region in found] == ["1", "2", "3"]


def test_what_names_products_only_takes_in_no_region():
    assert drawn(needs("c", products=["x"])) == ()


class TestLines:
    """Where a licence is needed whatever else is known, and where only together with other figures."""

    DENSE = {"performance_density": {"above": 1}}

    def test_the_lowest_line_that_counts_alone(self):
        found = drawn(
            needs("c", **tpp(at_least=4000)),
            needs("d", **tpp(at_least=3000)),
            needs("e", **tpp(at_least=1600), **self.DENSE),
        )
        assert control_line(found) == 3000 and control_line(iter(found)) == 3000

    def test_without_such_a_line(self):
        assert control_line(drawn(needs("c", **tpp(at_least=1600), **self.DENSE))) is None
        assert control_line(drawn(needs("c", "case-by-case", **tpp(at_least=4000)))) is None
        assert control_line([]) is None

    def test_lines_that_count_together_with_others(self):
        found = drawn(
            needs("a", **tpp(above=2000), **self.DENSE),
            needs("b", **tpp(above=1000), **self.DENSE),
            needs("c", **tpp(above=1000), interconnect_bandwidth={"above": 1}),
            needs("d", **tpp(above=500)),
            needs("e", **self.DENSE),
        )
        assert conditional(iter(found)) == [1000, 2000]

    @pytest.mark.parametrize("low", [0.5, 1])
    def test_however_low_they_are(self, low):
        assert conditional(drawn(needs("a", **tpp(above=low), **self.DENSE))) == [low]

    def test_the_control_line_is_not_among_them(self):
        found = drawn(needs("a", **tpp(above=2000)), needs("b", **tpp(above=2000), **self.DENSE))
        assert (control_line(found), conditional(found)) == (2000, [])


def test_chips_with_both_figures():
    one, bare, slow = chip(id="a", int8=10, memory_bandwidth=5), chip(id="b", int8=10), chip(id="c", memory_bandwidth=5)
    assert plotted([one, bare, slow]) == (Plotted(one, 80, 5),)


def test_a_picture_holds_the_chips_with_some_air():
    points = [Plotted(chip(), 100, 3), Plotted(chip(), 1000, 30), Plotted(chip(), 500, 12)]
    found = plane(iter(points), 10, 20, 200, 100)
    assert (found.x, found.y) == (Logarithmic(100 / 1.35, 1000 * 1.35, 200), Logarithmic(3 / 1.35, 30 * 1.5, 100))
    assert found.box == Box(10, 20, 210, 120)


PICTURE = Plane(10, 20, 100, 60, Logarithmic(10, 1000, 100), Logarithmic(2, 2000, 60))
"""Fifty pixels a power of ten across, from 10 on; twenty upwards, from 80 on."""


def test_where_a_chip_stands():
    assert PICTURE.place(100, 20) == pytest.approx((60, 60)) and PICTURE.place(10, 2) == pytest.approx((10, 80))


def test_lines_that_the_picture_reaches():
    """Those on its ends as well."""
    found = PICTURE.upright([9, 10, 100, 1000, 1001])
    assert [mark["x"] for mark in found] == pytest.approx([10, 60, 110])
    assert {(mark["y"], mark["y2"]) for mark in found} == {(20, 80)}


@pytest.mark.parametrize(
    ("effect", "line", "expected"),
    [
        (needs("c", **tpp(at_least=100)), None, (60, 20, 110, 80)),
        (
            needs("c", **tpp(at_least=100, below=316.2278), memory_bandwidth={"at_least": 20, "below": 200}),
            None,
            (60, 40, 85, 60),
        ),
        (needs("c", **tpp(below=5000), memory_bandwidth={"at_least": 1, "below": 9000}), None, (10, 20, 110, 80)),
        (needs("c", **tpp(at_least=50)), 100, (60, 20, 110, 80)),
        (needs("c", **tpp(at_least=316.2278)), 100, (85, 20, 110, 80)),
    ],
)
def test_the_part_of_a_region_that_the_picture_shows(effect, line, expected):
    (region,) = drawn(effect)
    found = PICTURE.field(region, line)
    assert (found.left, found.top, found.right, found.bottom) == pytest.approx(expected, abs=0.01)


def test_a_region_can_be_made_large_enough_to_be_seen():
    (region,) = drawn(duty("b", **tpp(at_least=100, below=100.1), memory_bandwidth={"at_least": 20, "below": 20.1}))
    found = PICTURE.field(region, None, 12)
    assert (found.right - found.left, found.bottom - found.top) == pytest.approx((12, 12))
    assert ((found.left + found.right) / 2, (found.top + found.bottom) / 2) == pytest.approx((60, 60), abs=0.1)


def test_grounds_of_policies_that_the_plane_tells_whole():
    found = drawn(
        needs("c", **tpp(at_least=100)),
        needs("d", **tpp(at_least=20), performance_density={"above": 1}),
        duty("b", **tpp(at_least=20)),
    )
    (ground,) = PICTURE.grounds(found, None)
    assert ground["fill"] == FILLS["presumption-of-denial"] and frame(PICTURE.box) == PICTURE.ground


def test_grounds_are_those_of_the_review_policies():
    assert set(FILLS) < {str(kind) for kind in StatusKind} and AXES == (
        "total_processing_performance",
        "memory_bandwidth",
    )
