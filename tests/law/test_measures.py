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
    match,
    performance_density,
    total_processing_performance,
)
from macros.record.rule import LicenceRequirement


def requirement(*groups: dict, **fields) -> LicenceRequirement:
    """A licence requirement with these groups of thresholds."""
    named = [{"paragraph": f"p{number}", **group} for number, group in enumerate(groups, 1)]
    return LicenceRequirement.model_validate(
        {"kind": "licence-requirement", "control": "c", "policy": "presumption-of-denial", "any_of": named} | fields
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
        found = match(chip(**{quantity: value}), requirement({quantity: {bound: 100}}))
        reason = Reason(quantity, value, bound, 100, holds)
        assert (found.holds, found.reasons) == (holds, (reason,)), value


def test_every_comparison_of_a_group_must_hold():
    thresholds = requirement({"memory_bandwidth": {"at_least": 100}, "interconnect_bandwidth": {"below": 50}})
    assert match(chip(memory_bandwidth=100, interconnect_bandwidth=49), thresholds).holds is True
    missed = match(chip(memory_bandwidth=100, interconnect_bandwidth=50), thresholds)
    assert missed.holds is False
    assert [reason.quantity for reason in missed.reasons] == ["interconnect_bandwidth"], "only what did not hold"


def test_an_unknown_figure_leaves_open_what_the_others_do_not_decide():
    thresholds = requirement({"memory_bandwidth": {"at_least": 100}, "interconnect_bandwidth": {"below": 50}})
    opened = match(chip(memory_bandwidth=100), thresholds)
    assert opened.holds is None and [reason.holds for reason in opened.reasons] == [True, None]
    assert match(chip(memory_bandwidth=99), thresholds).holds is False


@pytest.mark.parametrize("wanted", [True, False])
def test_data_centres_are_a_comparison_of_their_own(wanted):
    thresholds = requirement({"memory_bandwidth": {"at_least": 100}, "data_centre": wanted})
    assert match(chip(memory_bandwidth=100, data_centre=wanted), thresholds).holds is True
    found = match(chip(memory_bandwidth=100, data_centre=not wanted), thresholds)
    assert (found.holds, found.reasons) == (False, ())


def test_the_first_group_that_holds_counts_before_one_that_is_open():
    thresholds = requirement(
        {"interconnect_bandwidth": {"at_least": 1}},
        {"memory_bandwidth": {"at_least": 100}},
        {"memory_bandwidth": {"at_least": 90}},
    )
    found = match(chip(memory_bandwidth=100), thresholds)
    assert (found.holds, found.group.paragraph) == (True, "p2")
    opened = match(chip(memory_bandwidth=10), thresholds)
    assert (opened.holds, opened.group.paragraph) == (None, "p1")


def test_without_a_group_that_holds_all_that_was_missed_is_told_once():
    thresholds = requirement({"memory_bandwidth": {"at_least": 100}}, {"memory_bandwidth": {"at_least": 100}})
    assert match(chip(memory_bandwidth=10), thresholds) == Match(
        False, reasons=(Reason("memory_bandwidth", 10, "at_least", 100, False),)
    )


def test_a_product_that_is_named_is_caught_whatever_its_figures_are():
    thresholds = requirement({"memory_bandwidth": {"at_least": 100}}, products=["named"])
    assert match(chip(id="named"), thresholds) == Match(True, named=True)
    assert match(chip(id="other", memory_bandwidth=1), thresholds).named is False
