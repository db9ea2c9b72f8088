"""Places on a ruler and shares of bars."""

from __future__ import annotations

from datetime import date

import pytest
from law.made import chip, needs, reviewed, rule

from macros.law.day import Law
from macros.page.rulers import Bar, Bound, Ruler, ratios, ruler


def law(*rules, day=date(2031, 6, 1)) -> Law:
    return Law(rules, [], day)


def tpp(value: float):
    """A chip with this total processing performance."""
    return chip(fp4=value / 4)


class TestRuler:
    """A chip's total processing performance on a logarithmic scale from 1000 to 200000."""

    @pytest.mark.parametrize(
        ("value", "at"),
        [(400, 0), (1000, 0), (2000, 13.1), (14142.136, 50), (100_000, 86.9), (200_000, 100), (240_000, 100)],
    )
    def test_where_a_chip_stands(self, value, at):
        assert ruler(law(), tpp(value)) == Ruler(at, value, ())

    def test_without_a_rate_there_is_none(self):
        assert ruler(law(), chip(memory_bandwidth=1)) is None

    def test_bounds_in_order_with_the_rule_that_sets_them(self):
        one = rule("one", "2031-01-01", needs("c", total_processing_performance={"at_least": 4000, "below": 20_000}))
        two = rule("two", "2031-01-02", reviewed("c", total_processing_performance={"below": 2000}))
        assert ruler(law(one, two), tpp(1000)).bounds == (
            Bound(13.1, 2000, two),
            Bound(26.2, 4000, one),
            Bound(56.5, 20_000, one),
        )

    def test_a_bound_that_two_rules_set_is_the_later_ones(self):
        one = rule("one", "2031-01-01", needs("c", total_processing_performance={"at_least": 4000}))
        two = rule("two", "2031-01-02", needs("d", total_processing_performance={"above": 4000}))
        assert ruler(law(two, one), tpp(1000)).bounds == (Bound(26.2, 4000, two),)

    def test_bounds_with_density_and_those_on_other_figures_are_left_out(self):
        lines = needs("c", total_processing_performance={"above": 4000}, performance_density={"above": 1})
        assert (
            ruler(law(rule("r", "2031-01-01", lines, needs("d", memory_bandwidth={"above": 5}))), tpp(1000)).bounds
            == ()
        )

    def test_only_what_is_in_force(self):
        later = rule("r", "2031-06-02", needs("c", total_processing_performance={"above": 4000}))
        assert ruler(law(later), tpp(1000)).bounds == ()
        assert len(ruler(law(later, day=date(2031, 6, 2)), tpp(1000)).bounds) == 1


class TestRatios:
    """Two chips, measure by measure; the longest bar is 100."""

    ONE = chip(fp16=100, memory_capacity=141, memory_bandwidth=4800, interconnect_bandwidth=900, die_area=5)
    OTHER = chip(id="other", fp16=50, memory_capacity=96, memory_bandwidth=1200, interconnect_bandwidth=900, die_area=1)

    def test_in_each_measure_that_both_have(self):
        assert ratios(self.ONE, self.OTHER) == (
            Bar("total_processing_performance", 2, 50),
            Bar("fp16", 2, 50),
            Bar("memory_capacity", 1.46875, 36.7),
            Bar("memory_bandwidth", 4, 100),
            Bar("interconnect_bandwidth", 1, 25),
        )

    def test_what_is_said_stands_first_and_may_be_the_longest(self):
        assert ratios(chip(memory_bandwidth=2), chip(memory_bandwidth=1), 6) == (
            Bar("said", 6, 100),
            Bar("memory_bandwidth", 2, 33.3),
        )

    @pytest.mark.parametrize(
        ("mine", "theirs"),
        [({}, {}), ({"fp16": 1}, {"int8": 1}), ({"interconnect_bandwidth": 1}, {"interconnect_bandwidth": 0})],
    )
    def test_without_a_common_measure_there_are_none(self, mine, theirs):
        assert [
            bar for bar in ratios(chip(**mine), chip(**theirs)) if bar.measure != "total_processing_performance"
        ] == []

    def test_nothing_is_a_ratio_too(self):
        assert ratios(chip(interconnect_bandwidth=0), chip(interconnect_bandwidth=5)) == (
            Bar("interconnect_bandwidth", 0, 0),
        )


def test_a_line_at_nothing_stands_at_the_beginning():
    everything = rule("r", "2031-01-01", needs("c", total_processing_performance={"above": 0}))
    assert ruler(law(everything), tpp(1000)).bounds == (Bound(0, 0, everything),)
