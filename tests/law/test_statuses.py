"""The statuses as data: a list with one entry for each chip and spell, and a schema that says what they mean."""

from __future__ import annotations

from datetime import date

import pytest
from jsonschema import Draft202012Validator
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


def accepts(*listed) -> bool:
    """What a program finds that checks a list against the schema."""
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema()).is_valid(list(listed))


def test_the_schema_accepts_what_is_published():
    assert accepts(*entries(CHIP)) and accepts()
    assert schema()["title"] == "Status of each chip for an export from the United States to a civilian buyer in China"
    assert schema()["$schema"].endswith("/2020-12/schema")


@pytest.mark.parametrize("entry", entries(CHIP), ids=lambda entry: entry["status"])
@pytest.mark.parametrize(
    "fault",
    [
        {"chip": 1},
        {"chip": None},
        {"first": None},
        {"first": "2031-1"},
        {"first": 2031},
        {"last": "soon"},
        {"last": 2031},
        {"status": "free"},
        {"rule": 1},
        {"paragraph": 1},
        {"gates": None},
        {"gates": []},
        {"gates": {"sold": "maybe"}},
        {"margin": "0.5"},
        {"inputs": "guess"},
        {"law_read_to": "2031/06/01"},
        {"law_read_to": False},
        {"more": 1},
    ],
    ids=str,
)
def test_the_schema_refuses_what_is_none(entry, fault):
    assert not accepts(entry | fault)


def test_the_schema_wants_every_field_and_entries_in_a_list():
    entry = entries(CHIP)[0]
    for name in entry:
        assert not accepts({field: value for field, value in entry.items() if field != name}), name
    assert not accepts("x") and not accepts([]) and not Draft202012Validator(schema()).is_valid(entry)


@pytest.mark.parametrize(
    "known",
    [{"first": "2031"}, {"last": "2031-02"}, {"law_read_to": None}, {"gates": {"sold": "not-met"}}, {"margin": 2}],
)
def test_the_schema_accepts_what_may_be(known):
    assert accepts(entries(CHIP)[0] | known)


def test_the_schema_says_what_each_field_means():
    assert all(len(field["description"]) > 3 for field in schema()["items"]["properties"].values())
