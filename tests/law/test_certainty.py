"""How far the nearest line lies, on what sort of figures a status rests, and what would turn it."""

from __future__ import annotations

from datetime import date

import pytest
from law.made import chip, foreign, letter, needs, reviewed, rule

from macros.law.certainty import Inputs, Margin, across, inputs, margin, turning
from macros.law.measures import TESTS, item
from macros.law.policy import StatusKind, in_force, status

DAY = date(2030, 1, 1)
CONTROL = rule("a", "2029-01-01", needs("c", total_processing_performance={"at_least": 4800}))


def published(value: float, standing: str = "verified", *others: float) -> dict:
    """A figure with a standing, and alternatives to it."""
    alternatives = [{"value": other, "sources": ["y"]} for other in others]
    return {"value": value, "standing": standing, "sources": ["x"], "alternatives": alternatives}


@pytest.mark.parametrize("bound", TESTS)
@pytest.mark.parametrize("value", [50, 100, 150])
def test_across_a_line_the_answer_is_the_other(bound, value):
    assert TESTS[bound](across(value, bound, 100), 100) is not TESTS[bound](value, 100)
    assert across(value, bound, 100) == pytest.approx(100)


class TestMargin:
    """The nearest line whose crossing changes the status."""

    @staticmethod
    def of(*rules, **figures) -> Margin | None:
        return margin(item(chip(**figures)), in_force(rules, DAY), DAY)

    @pytest.mark.parametrize(("int8", "share"), [(594, -0.01), (600, 0), (612, 0.02)])
    def test_as_a_share_of_the_line_negative_below(self, int8, share):
        found = self.of(CONTROL, int8=int8)
        assert (found.quantity, found.limit) == ("total_processing_performance", 4800)
        assert found.share == pytest.approx(share)

    def test_the_nearest_of_several(self):
        change = rule("b", "2029-02-01", reviewed("c", memory_bandwidth={"below": 6500}))
        assert self.of(CONTROL, change, int8=612, memory_bandwidth=4000).limit == 4800
        assert self.of(CONTROL, change, int8=900, memory_bandwidth=6400).share == pytest.approx(-1 / 65)

    def test_a_line_that_would_change_nothing_does_not_count(self):
        second = rule("b", "2029-02-01", needs("d", memory_bandwidth={"at_least": 100}))
        assert self.of(CONTROL, second, int8=900, memory_bandwidth=99).limit == 4800

    def test_density_moves_with_processing(self):
        dense = needs("c", total_processing_performance={"at_least": 1600}, performance_density={"at_least": 5})
        found = self.of(rule("a", "2029-01-01", dense), int8=250, die_area=400)
        assert (found.quantity, found.limit) == ("performance_density", 5) and found.share == 0

    def test_the_line_of_a_letter_counts_for_its_addressee(self):
        lines = rule("b", "2029-01-01", letter(memory_bandwidth={"at_least": 1400}))
        assert self.of(lines, memory_bandwidth=1386).share == pytest.approx(-0.01)
        assert self.of(lines, vendor="another", memory_bandwidth=1386) is None

    def test_none_without_a_line_without_a_figure_and_where_nothing_is_decided(self):
        assert self.of(int8=600) is None
        assert self.of(CONTROL, memory_bandwidth=1) is None, "what decides is not known"
        assert self.of(CONTROL, int8=600, announced="2031") is None
        assert self.of(CONTROL, int8=600, exported_from_us=False) is None
        assert self.of(rule("a", "2029-01-01", needs("c", memory_bandwidth={"above": 0})), memory_bandwidth=1) is None


class TestInputs:
    """The standing of the figures that decide."""

    @staticmethod
    def of(subject, *rules) -> Inputs | None:
        return inputs(subject, status(item(subject), in_force(rules or [CONTROL], DAY), DAY))

    @pytest.mark.parametrize(
        ("standing", "expected"),
        [
            ("verified", Inputs.published),
            ("excerpt", Inputs.published),
            ("reported", Inputs.estimate),
            ("inferred", Inputs.estimate),
            ("unverified", Inputs.estimate),
        ],
    )
    def test_one_estimate_makes_the_status_one(self, standing, expected):
        assert self.of(chip(int8=published(600, standing))) is expected

    def test_only_what_decides_counts(self):
        assert (
            self.of(chip(int8=600, fp16=published(1, "reported"), power=published(1, "reported"))) is Inputs.published
        )
        assert self.of(chip(memory_bandwidth=1)) is None

    def test_a_letter_that_changes_nothing_brings_no_figure_in(self):
        lines = rule("b", "2029-01-01", letter(memory_bandwidth={"at_least": 10}))
        subject = chip(int8=600, memory_bandwidth=published(20, "reported"))
        assert self.of(subject, CONTROL, lines) is Inputs.published

    def test_none_decides_for_what_is_not_exported_from_the_us(self):
        assert self.of(chip(int8=600, exported_from_us=False), CONTROL, rule("f", "2029-01-01", foreign())) is None

    def test_what_a_quantity_is_computed_from(self):
        dense = rule("a", "2029-01-01", needs("c", performance_density={"at_least": 1}))
        assert self.of(chip(int8=600, die_area=published(100, "reported")), dense) is Inputs.estimate
        link = rule("a", "2029-01-01", needs("c", interconnect_bandwidth={"at_least": 1}))
        host = published(64, "inferred")
        assert self.of(chip(interconnect_bandwidth=600, host_bandwidth=host), link) is Inputs.estimate
        both = rule("a", "2029-01-01", needs("c", memory_and_interconnect={"at_least": 1}))
        assert self.of(chip(memory_bandwidth=1, interconnect_bandwidth=1), both) is Inputs.published
        assert (
            self.of(chip(memory_bandwidth=published(1, "reported"), interconnect_bandwidth=1), both) is Inputs.estimate
        )
        memory = rule("a", "2029-01-01", needs("c", memory_bandwidth={"at_least": 1}))
        assert self.of(chip(memory_bandwidth=published(1, "reported")), memory) is Inputs.estimate


def test_alternatives_that_would_turn_the_status():
    subject = chip(int8=published(599, "verified", 600, 598), memory_bandwidth=published(1, "verified", 2))
    (found,) = turning(subject, in_force([CONTROL], DAY), DAY)
    assert (found.figure, found.used, found.alternative.value) == ("int8", 599, 600)
    assert found.kind is StatusKind.presumption_of_denial
    assert turning(chip(int8=600), in_force([CONTROL], DAY), DAY) == ()
