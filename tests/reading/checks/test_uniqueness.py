"""What may stand only once."""

from __future__ import annotations

import pytest
from law.made import MEMORY, TEXT, reviewed, rule
from made import claim, event, question, step
from reading.checks.checking import problems

from macros.reading.checks.uniqueness import repeated
from macros.record.conclusion import Conclusion


def conclusion(id: str, order: int) -> Conclusion:
    """A conclusion in its place."""
    fields = {"heading": TEXT, "text": TEXT, "date": "2031-01-01", "basis": "report"}
    return Conclusion.model_validate({"id": id, "order": order} | fields)


def gated(id: str, *gates: str):
    """A rule with a review by these gates."""
    return rule(id, "2031-01-01", reviewed("c", gates=dict.fromkeys(gates, "product"), **MEMORY))


@pytest.mark.parametrize(
    ("first", "same", "other", "expected"),
    [
        (claim("a", code="C07"), claim("b", code="C07"), claim("b", code="C08"), "code: 'C07' stands in claims/a"),
        (step("a", 3), step("b", 3), step("b", 4), "order: '3' stands in steps/a"),
        (conclusion("a", 3), conclusion("b", 3), conclusion("b", 1), "order: '3' stands in conclusions/a"),
        (question("a", 3), question("b", 3), question("b", 1), "order: '3' stands in questions/a"),
        (
            question("a", 1, stand="law"),
            question("b", 2, stand="law"),
            question("b", 2, stand="shipped"),
            "stand: 'the stand of law' stands in questions/a",
        ),
        (gated("a", "x", "y"), gated("b", "z", "y"), gated("b", "z"), "effects.0.gates.1.id: 'y' stands in rules/a"),
    ],
    ids=["code", "step", "conclusion", "question", "stand", "gate"],
)
def test_it_is_reported_once_where_the_id_is_the_later(first, same, other, expected):
    assert problems(repeated, same, first) == [f"f:1: {expected} already; expected one of its own"]
    assert problems(repeated, first, same) == [] and problems(repeated, other, first) == []


def test_twice_in_one_rule():
    gates = {"x": "product"}
    made = rule("r", "2031-01-01", reviewed("c", gates=gates, **MEMORY), reviewed("d", gates=gates, **MEMORY))
    assert problems(repeated, made) == ["f:1: effects.1.gates.0.id: 'x' stands above already; expected one of its own"]


def test_other_kinds_share_what_they_like():
    assert problems(repeated, event("b", "2031-01-01"), event("a", "2031-01-01")) == []
