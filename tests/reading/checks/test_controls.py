"""Controls: what excepts items from one excepts items that it catches, and one of the same government."""

from __future__ import annotations

import pytest
from law.made import exception, needs, rule
from reading.checks.checking import problems

from macros.reading.checks.controls import idle_admissions, unknown_controls


def excepting(control: str, data_centre: bool | None):
    """A rule that excepts items of a control, for data centres or not."""
    return rule("x", "2031-02-01", exception({"control": control, "data_centre": data_centre}))


CAUGHT = {"total_processing_performance": {"at_least": 500}}


@pytest.mark.parametrize(
    ("caught", "admitted", "idle"),
    [(True, False, True), (False, True, True), (True, True, False), (None, False, False), (True, None, False)],
)
def test_it_catches_what_is_excepted(caught, admitted, idle):
    law = rule("r", "2031-01-01", needs("c", data_centre=caught, **CAUGHT))
    assert problems(idle_admissions, excepting("c", admitted), law) == idle * [
        f"f:1: effects.0.admits.0.data_centre: 'c' catches no such items, so nothing is excepted; expected {caught}"
    ]


def test_items_that_are_named_may_be_of_either_sort():
    law = rule("r", "2031-01-01", needs("c", data_centre=True, products=["q"], **CAUGHT))
    assert problems(idle_admissions, excepting("c", False), law) == []


@pytest.mark.parametrize("fields", [{"jurisdiction": "china"}, {"instrument": "bill", "pending": True}])
def test_that_of_another_government_or_of_a_bill_is_none(fields):
    law = rule("r", "2031-01-01", needs("c", **CAUGHT), **fields)
    assert problems(unknown_controls, excepting("c", None), law) == [
        "f:1: effects.0.admits.0.control: no control 'c'; expected none, since no rule has a licence requirement"
    ]
