"""The statuses as data: a list with one entry for each chip and spell, and a schema that says what they mean."""

from __future__ import annotations

from datetime import date

import pytest
from law.made import MEMORY, chip, needs, reviewed, rule

from macros.law.day import Law
from macros.law.policy import StatusKind
from macros.law.statuses import MEANINGS, schema, statuses

RULES = (
    rule("first", "2030-01-01", needs("c", **MEMORY), law_read_to="2030-06-01"),
    rule(
        "second",
        "2031-01-01",
        reviewed("c", gates={"sold": "product", "buyer": "application"}, memory_bandwidth={"below": 200}),
        law_read_to="2031-06-01",
    ),
)
CHIP = chip(id="x", announced="2030-07", memory_bandwidth=150, gates={"sold": "met"})


def entries(*chips, day=date(2032, 1, 1)):
    return statuses(Law(RULES, chips, day))


def test_one_entry_for_each_spell():
    unknown, denied, reviewed_ = entries(CHIP)
    assert unknown == {
        "chip": "x",
        "first": "2030-01-01",
        "last": "2030-06",
        "status": "not-known-yet",
        "rule": None,
        "paragraph": None,
        "gates": {},
        "margin": None,
        "inputs": None,
        "law_read_to": "2031-06-01",
    }
    assert (denied["first"], denied["last"], denied["status"]) == ("2030-07", "2030-12-31", "presumption-of-denial")
    assert (denied["rule"], denied["paragraph"], denied["inputs"]) == ("first", "policy of c", "published")
    assert denied["margin"] == pytest.approx(0.5) and denied["gates"] == {}
    assert (reviewed_["first"], reviewed_["last"], reviewed_["status"]) == ("2031-01-01", None, "case-by-case")
    assert reviewed_["gates"] == {"sold": "met", "buyer": "unknown"} and reviewed_["margin"] == -0.25


def test_a_spell_that_lasts_is_seen_from_now():
    """Its margin is that of the lines in force now, not on its first day."""
    early = chip(id="e", announced="2020", memory_bandwidth=90)
    assert [entry["margin"] for entry in entries(early)] == [None, pytest.approx(-0.1)]


def test_every_status_is_described():
    described = schema()["items"]["properties"]["status"]["oneOf"]
    assert {entry["const"] for entry in described} == set(StatusKind) == set(MEANINGS)
    assert all(entry["description"].endswith(".") for entry in described)
    assert set(schema()["items"]["required"]) == set(entries(CHIP)[0])
