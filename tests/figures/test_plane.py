"""Chips and regions in the plane of processing performance and memory bandwidth."""

from __future__ import annotations

import math
from datetime import date

import pytest
from law.made import chip, duty, needs, reviewed, rule

from macros.figures.labels import Logarithmic
from macros.figures.plane import (
    AXES,
    FILLS,
    MARKS,
    Plotted,
    conditional,
    control_line,
    plotted,
    rectangle,
    regions,
    scales,
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


def test_scales_hold_the_chips_with_some_air():
    points = [Plotted(chip(), 100, 3), Plotted(chip(), 1000, 30), Plotted(chip(), 500, 12)]
    assert scales(iter(points), 200, 100) == (
        Logarithmic(100 / 1.35, 1000 * 1.35, 200),
        Logarithmic(3 / 1.35, 30 * 1.5, 100),
    )


@pytest.mark.parametrize(
    ("effect", "line", "expected"),
    [
        (needs("c", **tpp(at_least=20, below=50), memory_bandwidth={"at_least": 3, "below": 5}), None, (20, 50, 3, 5)),
        (needs("c", **tpp(at_least=20)), None, (20, 100, 2, 8)),
        (needs("c", **tpp(below=500), memory_bandwidth={"at_least": 1, "below": 90}), None, (10, 100, 2, 8)),
        (needs("c", **tpp(at_least=20)), 40, (40, 100, 2, 8)),
        (needs("c", **tpp(at_least=60)), 40, (60, 100, 2, 8)),
    ],
)
def test_the_part_of_a_region_that_the_scales_show(effect, line, expected):
    (region,) = drawn(effect)
    found = rectangle(region, Logarithmic(10, 100, 1), Logarithmic(2, 8, 1), line)
    assert (found["x"], found["x2"], found["y"], found["y2"]) == expected and len(found) == 4


def test_without_a_control_line_a_region_reaches_to_the_end_of_the_scale():
    (region,) = drawn(needs("c", "case-by-case", **tpp(below=50)))
    assert rectangle(region, Logarithmic(0.5, 100, 1), Logarithmic(2, 8, 1), None)["x"] == 0.5


def test_grounds_are_those_of_the_review_policies():
    assert set(FILLS) < {str(kind) for kind in StatusKind} and AXES == (
        "total_processing_performance",
        "memory_bandwidth",
    )
