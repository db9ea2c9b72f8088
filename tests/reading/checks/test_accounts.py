"""Accounts: what two records say of how they bear on each other, or of what both count."""

from __future__ import annotations

import pytest
from made import conflict, event
from reading.checks.checking import problems

from macros.reading.checks.accounts import accounts_at_odds, foreign_numbers


def told(id: str, *relations: tuple[str, str]):
    """An event that says these relations: of what type, to which."""
    return event(id, relations=[{"type": type, "to": to} for type, to in relations])


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        ("confirms", "contradicted-by"),
        ("contradicts", "confirmed-by"),
        ("confirms", "contradicts"),
        ("confirms", "confirmed-in-part-by"),
        ("confirms-in-part", "confirmed-by"),
        ("confirms", "conflict"),
        ("part-of", "follows"),
    ],
)
def test_each_is_told_once_where_the_id_is_the_later(later, earlier):
    one, other = told("b", (later, "a")), told("a", (earlier, "b"))
    assert problems(accounts_at_odds, one, other) == [
        f"f:1: relations.0.type: '{later}' is said of 'a', which says '{earlier}' of this event; expected one of them"
    ]
    assert problems(accounts_at_odds, other, one) == []


@pytest.mark.parametrize("types", [("confirms", "contradicts"), ("confirms", "conflict"), ("follows", "follows")])
def test_in_one_record(types):
    one, other = types
    assert problems(accounts_at_odds, told("a", (one, "b"), (other, "b")), told("b")) == [
        f"f:1: relations.1.type: '{other}' is said of 'b' above, or its opposite; expected one"
    ]


@pytest.mark.parametrize(
    ("later", "earlier"),
    [("confirms", "confirmed-by"), ("confirms-in-part", "contradicted-by"), ("supersedes", "conflict")],
)
def test_what_may_be_so_at_once(later, earlier):
    assert problems(accounts_at_odds, told("b", (later, "a")), told("a", (earlier, "b"))) == []
    assert problems(accounts_at_odds, told("b", (later, "a")), told("a", (earlier, "c"))) == []


class TestForeignNumbers:
    """A number stands where nothing else is about what it counts."""

    @staticmethod
    def said(event_about: list[str], conflict_about: list[str]) -> list[str]:
        """What is said of a number of q in a conflict, of an event and a conflict that are about these chips."""
        number = {"kind": "ordered", "value": 1, "product": "q", "conflict": "k"}
        made = event("e", quantities=[number], about={"chips": event_about})
        return problems(foreign_numbers, made, conflict("k", {"events": ["e"]}, {}, about={"chips": conflict_about}))

    def test_of_other_chips(self):
        assert self.said(["p"], ["p", "r"]) == [
            "f:1: quantities.0.product: 'q' is none of the chips that the event is about; expected one of p",
            "f:1: quantities.0.conflict: 'k' is about p, r; expected a conflict about 'q'",
        ]

    def test_of_the_same_or_of_none(self):
        assert self.said(["p", "q"], ["q"]) == self.said([], []) == []
