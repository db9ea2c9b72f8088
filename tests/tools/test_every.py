"""A check of many values in one test tells all that fail, as many tests would."""

from __future__ import annotations

import inspect

import pytest
from support import every


def test_all_that_fail_are_told_with_the_reason():
    @every("number", [1, 2, 3, 4], lambda number: f"number {number}")
    def check(number: int) -> None:
        assert 12 / (number - 3) and number % 2 == 0, "it is odd"

    with pytest.raises(AssertionError) as caught:
        check()
    first, second = (line for line in str(caught.value).splitlines() if line.startswith("number"))
    assert first.startswith("number 1: AssertionError: it is odd")
    assert second.startswith("number 3: ZeroDivisionError")


def test_the_other_values_are_asked_of_fixtures():
    @every("number", [1])
    def check(site: str, number: int) -> None:
        assert (site, number) == ("here", 1)

    assert list(inspect.signature(check).parameters) == ["site"]
    check(site="here")


def test_a_check_of_nothing_fails():
    with pytest.raises(AssertionError):
        every("number", [])(print)()
