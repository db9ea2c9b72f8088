"""Figures against thresholds, on chips and groups made for one question each."""

from __future__ import annotations

import pytest
from law.made import chip

from macros.law.measures import (
    BITS,
    Match,
    Processing,
    Reason,
    figure,
    interconnect,
    item,
    match,
    performance_density,
    same,
    total_processing_performance,
)
from macros.record.rule import LicenceRequirement


def caught_chip(*arguments, **figures):
    """What the law sees of a made-up chip."""
    return item(chip(*arguments, **figures))


def requirement(*groups: dict, **fields) -> LicenceRequirement:
    """A licence requirement with these groups of thresholds."""
    named = [{"paragraph": f"p{number}", **group} for number, group in enumerate(groups, 1)]
    return LicenceRequirement.model_validate(
        {
            "kind": "licence-requirement",
            "control": "c",
            "policy": "presumption-of-denial",
            "paragraph": "p",
            "any_of": named,
        }
        | fields
    )


@pytest.mark.parametrize(("format", "bits"), BITS.items())
def test_every_format_counts_with_its_bits(format, bits):
    found = total_processing_performance(chip(**{format: 100}))
    assert found == Processing(100 * bits, format, 100, bits)


def test_the_highest_product_counts_not_the_highest_rate():
    assert total_processing_performance(chip(fp16=100, int8=150, fp4=390)) == Processing(1600, "fp16", 100, 16)


def test_what_is_not_published_is_not_computed():
    assert total_processing_performance(chip(memory_bandwidth=4000)) is None
    assert performance_density(chip(int8=600)) is None and performance_density(chip(die_area=600)) is None
    assert performance_density(chip(int8=600, die_area=100)) == 48


class TestInterconnect:
    """Links between chips and the bus to the host, together."""

    def test_the_host_bus_counts(self):
        assert interconnect(chip(interconnect_bandwidth=560, host_bandwidth=64)) == 624
        assert interconnect(chip(interconnect_bandwidth=0, host_bandwidth=64)) == 64

    def test_one_part_alone_is_not_the_whole(self):
        assert interconnect(chip(interconnect_bandwidth=560, host_bandwidth=0)) == 560
        assert interconnect(chip(host_bandwidth=64)) is None and interconnect(chip()) is None

    def test_memory_and_interconnect_together(self):
        seen = item(chip(memory_bandwidth=1300, interconnect_bandwidth=336, host_bandwidth=64))
        assert seen.quantities["interconnect_bandwidth"] == 400 and seen.quantities["memory_and_interconnect"] == 1700
        assert item(chip(memory_bandwidth=1300)).quantities["memory_and_interconnect"] is None


class TestItem:
    """What the law sees of a chip."""

    def test_everything_that_decides(self):
        made = chip(id="x", vendor="m", announced="2031-05", int8=600, die_area=100, gates={"g": "met"})
        seen = item(made)
        assert (seen.id, seen.maker, seen.known_from, seen.data_centre) == ("x", "m", "2031-05", True)
        assert seen.exported_from_us and seen.gates == {"g": "met"}
        assert seen.quantities["total_processing_performance"] == 4800 and seen.quantities["performance_density"] == 48
        assert item(chip(data_centre=None)).data_centre is None
        assert item(chip(exported_from_us=False)).exported_from_us is False

    def test_density_moves_with_processing_and_the_sum_with_its_parts(self):
        seen = item(chip(int8=600, die_area=100, memory_bandwidth=1000, interconnect_bandwidth=200))
        moved = seen.with_quantity("total_processing_performance", 2400)
        assert moved.quantities["performance_density"] == 24
        assert seen.with_quantity("performance_density", 5).quantities["total_processing_performance"] == 4800
        assert seen.with_quantity("memory_bandwidth", 1500).quantities["memory_and_interconnect"] == 1700
        assert seen.with_quantity("interconnect_bandwidth", 100).quantities["memory_and_interconnect"] == 1100
        assert seen.with_quantity("memory_and_interconnect", 9).quantities["memory_bandwidth"] == 1000
        bare = item(chip(int8=600, memory_bandwidth=1)).with_quantity("memory_bandwidth", 2)
        assert bare.with_quantity("total_processing_performance", 1).quantities["performance_density"] is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("total_processing_performance", 4800),
        ("performance_density", 48),
        ("int8", 600),
        ("die_area", 100),
        ("fp8", None),
        ("name", None),
        ("model_fields", None),
        ("__class__", None),
    ],
)
def test_a_figure_by_name_is_a_published_or_computed_one(name, expected):
    assert figure(chip(int8=600, die_area=100), name) == expected


@pytest.mark.parametrize(
    ("bound", "below", "on", "above"),
    [
        ("at_least", False, True, True),
        ("above", False, False, True),
        ("below", True, False, False),
        ("at_most", True, True, False),
    ],
)
@pytest.mark.parametrize("quantity", ["memory_bandwidth", "interconnect_bandwidth"])
def test_a_bound_from_both_sides(quantity, bound, below, on, above):
    for value, holds in ((99.5, below), (100, on), (100.5, above)):
        found = match(caught_chip(**{quantity: value}), requirement({quantity: {bound: 100}}))
        reason = Reason(quantity, value, bound, 100, holds)
        assert (found.holds, found.reasons) == (holds, (reason,)), value


def test_every_comparison_of_a_group_must_hold():
    thresholds = requirement({"memory_bandwidth": {"at_least": 100}, "interconnect_bandwidth": {"below": 50}})
    assert match(caught_chip(memory_bandwidth=100, interconnect_bandwidth=49), thresholds).holds is True
    missed = match(caught_chip(memory_bandwidth=100, interconnect_bandwidth=50), thresholds)
    assert missed.holds is False
    assert [reason.quantity for reason in missed.reasons] == ["interconnect_bandwidth"], "only what did not hold"


def test_an_unknown_figure_leaves_open_what_the_others_do_not_decide():
    thresholds = requirement({"memory_bandwidth": {"at_least": 100}, "interconnect_bandwidth": {"below": 50}})
    opened = match(caught_chip(memory_bandwidth=100), thresholds)
    assert opened.holds is None and [reason.holds for reason in opened.reasons] == [True, None]
    assert match(caught_chip(memory_bandwidth=99), thresholds).holds is False


@pytest.mark.parametrize("wanted", [True, False])
def test_data_centres_are_a_comparison_of_their_own(wanted):
    thresholds = requirement({"memory_bandwidth": {"at_least": 100}, "data_centre": wanted})
    assert match(caught_chip(memory_bandwidth=100, data_centre=wanted), thresholds).holds is True
    found = match(caught_chip(memory_bandwidth=100, data_centre=not wanted), thresholds)
    assert (found.holds, found.reasons) == (False, (same("data_centre", not wanted, wanted),))
    opened = match(caught_chip(memory_bandwidth=100, data_centre=None), thresholds)
    assert (opened.holds, opened.reasons[-1]) == (None, same("data_centre", None, wanted))
    assert match(caught_chip(memory_bandwidth=99, data_centre=None), thresholds).holds is False


def test_the_first_group_that_holds_counts_before_one_that_is_open():
    thresholds = requirement(
        {"interconnect_bandwidth": {"at_least": 1}},
        {"memory_bandwidth": {"at_least": 100}},
        {"memory_bandwidth": {"at_least": 90}},
    )
    found = match(caught_chip(memory_bandwidth=100), thresholds)
    assert (found.holds, found.group.paragraph) == (True, "p2")
    opened = match(caught_chip(memory_bandwidth=10), thresholds)
    assert (opened.holds, opened.group.paragraph) == (None, "p1")


def test_without_a_group_that_holds_all_that_was_missed_is_told_once():
    thresholds = requirement({"memory_bandwidth": {"at_least": 100}}, {"memory_bandwidth": {"at_least": 100}})
    assert match(caught_chip(memory_bandwidth=10), thresholds) == Match(
        False, reasons=(Reason("memory_bandwidth", 10, "at_least", 100, False),)
    )


def test_a_product_that_is_named_is_caught_whatever_its_figures_are():
    thresholds = requirement({"memory_bandwidth": {"at_least": 100}}, products=["named"])
    assert match(caught_chip(id="named"), thresholds) == Match(True, named=True)
    assert match(caught_chip(id="other", memory_bandwidth=1), thresholds).named is False
