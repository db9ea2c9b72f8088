"""Effects of rules: what the computation of a status asks of them."""

from __future__ import annotations

import pytest
from law.made import MEMORY, TEXT, duty, needs, reviewed, rule, says
from made import actor
from reading.checks.checking import problems

from macros.reading.checks.effects import undated_effects


class TestUndatedEffects:
    """A status is computed by the day."""

    EXPECTED = ["f:1: effective: expected a day (YYYY-MM-DD), since the status of chips is computed from it"]

    @pytest.mark.parametrize(
        "made",
        [
            [needs("c", **MEMORY)],
            [reviewed("c", **MEMORY)],
            [duty("d", **MEMORY)],
            [says("x"), needs("c", effective="2031-01-01", **MEMORY), needs("d", **MEMORY)],
        ],
        ids=["requirement", "review", "duty", "one of several"],
    )
    @pytest.mark.parametrize("date", [None, "2031-01", "2031"])
    def test_what_decides_needs_a_day(self, made, date):
        assert problems(undated_effects, rule("r", date, *made)) == self.EXPECTED
        assert problems(undated_effects, rule("r", "2031-01-01", *made)) == []

    @pytest.mark.parametrize("date", [None, "2031-01"])
    def test_a_period_needs_a_day(self, date):
        assert problems(undated_effects, rule("r", date, opens_period=TEXT)) == self.EXPECTED
        assert problems(undated_effects, rule("r", "2031-01-01", opens_period=TEXT)) == []

    @pytest.mark.parametrize("made", [[], [says("x")], [needs("c", effective="2031-01-01", **MEMORY)]])
    def test_what_decides_nothing_needs_none(self, made):
        assert problems(undated_effects, rule("r", None, *made)) == []

    def test_other_kinds_have_no_effects(self):
        assert problems(undated_effects, actor("a")) == []
