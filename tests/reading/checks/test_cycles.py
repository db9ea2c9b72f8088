"""Cycles: nothing comes from itself, follows itself or is a part of itself."""

from __future__ import annotations

import pytest
from made import actor, event, source
from reading.checks.checking import problems

from macros.reading.checks.cycles import cycles


class TestSources:
    """A source derives from itself."""

    EXPECTED = "expected a source to derive from earlier ones"

    @staticmethod
    def said(chain: dict[str, list[str]]) -> list[str]:
        """What the check says of all these sources, each with those from which it derives."""
        sources = [source(id, *behind) for id, behind in chain.items()]
        return [problem for made in sources for problem in problems(cycles, made, *sources)]

    def test_one_alone_is_a_reference_to_itself(self):
        assert self.said({"a": ["a"]}) == []

    @pytest.mark.parametrize(
        ("chain", "circle"),
        [
            ({"a": ["b"], "b": ["a"]}, "a ← b ← a"),
            ({"a": ["b"], "b": ["c"], "c": ["a"]}, "a ← b ← c ← a"),
            ({"a": ["b"], "b": ["c"], "c": ["d"], "d": ["a"]}, "a ← b ← c ← d ← a"),
            ({"a": ["x", "b"], "x": [], "b": ["y", "a"], "y": []}, "a ← b ← a"),
            ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["a"]}, "a ← b ← d ← a"),
        ],
    )
    def test_each_is_reported_once_at_the_first_of_its_sources(self, chain, circle):
        assert self.said(chain) == [f"f:1: derived_from: cycle: {circle}; {self.EXPECTED}"]

    @pytest.mark.parametrize(
        "chain",
        [
            {"a": []},
            {"a": ["b"], "b": []},
            {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []},
            {"a": ["gone"]},
        ],
        ids=["alone", "behind one another", "diamond", "behind what is not there"],
    )
    def test_no_cycle(self, chain):
        assert self.said(chain) == []

    def test_a_source_that_leads_into_a_cycle_is_not_in_it(self):
        chain = {"a": ["b"], "b": ["c"], "c": ["b"]}
        assert self.said(chain) == [f"f:1: derived_from: cycle: b ← c ← b; {self.EXPECTED}"]

    def test_other_kinds_derive_from_nothing(self):
        assert problems(cycles, actor("a")) == []


class TestEvents:
    """An event comes after itself, is a part of itself or explains itself."""

    @staticmethod
    def said(*told: tuple[str, str, str], **dates: str) -> list[str]:
        """What the check says of events a, b and c, which say these relations: which, of what type, to which."""
        events = [
            event(id, dates.get(id, "2031"), relations=[{"type": type, "to": to} for at, type, to in told if at == id])
            for id in "abc"
        ]
        return [problem for made in events for problem in problems(cycles, made, *events)]

    @pytest.mark.parametrize(
        ("told", "expected"),
        [
            ([("a", "follows", "b"), ("b", "follows", "a")], "an event to come after earlier ones"),
            ([("a", "follows", "b"), ("a", "followed-by", "b")], "an event to come after earlier ones"),
            ([("a", "supersedes", "b"), ("b", "extends", "a")], "an event to come after earlier ones"),
            ([("a", "part-of", "b"), ("b", "part-of", "a")], "a part to be of a greater whole"),
            ([("a", "explains", "b"), ("b", "explains", "a")], "an event to be explained by others"),
        ],
    )
    def test_of_two(self, told, expected):
        assert self.said(*told) == [f"f:1: relations: cycle: a ← b ← a; expected {expected}"]

    @pytest.mark.parametrize("type", ["follows", "supersedes", "confirms", "part-of", "explains"])
    def test_of_three(self, type):
        (problem,) = self.said(("a", type, "b"), ("b", type, "c"), ("c", type, "a"))
        assert problem.startswith("f:1: relations: cycle: a ← b ← c ← a; expected ")

    def test_told_from_both_ends(self):
        (problem,) = self.said(("a", "follows", "b"), ("c", "leads-to", "b"), ("a", "followed-by", "c"))
        assert problem.startswith("f:1: relations: cycle: a ← b ← c ← a; expected ")

    def test_one_relation_told_twice_is_none(self):
        assert self.said(("a", "follows", "b"), ("b", "followed-by", "a"), ("b", "leads-to", "a")) == []

    def test_what_lies_on_different_days_is_told_as_such(self):
        assert self.said(("a", "follows", "b"), ("b", "follows", "a"), a="2031-01", b="2031-02") == []

    def test_what_has_a_length_may_have_parts_of_other_days(self):
        (problem,) = self.said(("a", "part-of", "b"), ("b", "part-of", "a"), a="2031-01-01", b="2031-03-01")
        assert "cycle: a ← b ← a" in problem


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (("part-of", "part-of", "part-of"), "a part to be of a greater whole"),
        (("part-of", "works-for", "part-of"), "a part to be of a greater whole"),
        (("leads", "leads", "leads"), "one who leads not to be led in turn"),
    ],
)
def test_actors(types, expected):
    actors = [
        actor(id, relations=[{"type": type, "to": to, "sources": ["s"]}])
        for id, type, to in zip("abc", types, "bca", strict=True)
    ]
    assert [problem for made in actors for problem in problems(cycles, made, *actors)] == [
        f"f:1: relations: cycle: a ← b ← c ← a; expected {expected}"
    ]


def test_one_who_leads_may_work_for_what_is_led():
    relations = [{"type": type, "to": "b", "sources": ["s"]} for type in ("leads", "works-for")]
    assert problems(cycles, actor("a", relations=relations), actor("b")) == []
