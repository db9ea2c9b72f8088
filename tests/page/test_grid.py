"""The grid of statuses, on laws and chips made for one question each."""

from __future__ import annotations

from law.made import chip, needs, rule, says
from made import claim, view, words

from macros.page.grid import by_group, by_mention
from macros.page.grid import grid as grid_of
from macros.page.view import View
from macros.record.chip import Chip

EARLY, LATE = "presumption-of-denial", "case-by-case"
RULES = (
    rule("r", "2031-01-01", needs("c", memory_bandwidth={"above": 1}), opens_period=words("From the start: a rule")),
    rule("s", "2031-03-02", needs("c", LATE, memory_bandwidth={"above": 1}), opens_period=words("No colon")),
)
"""Two periods: 60 days, and the 92 days to the first of June, from which the law is seen."""


def ids(records) -> list[str]:
    return [record.id for record in records]


def grid(here: View):
    """The grid of all chips."""
    return grid_of(here, by_group(here.dossier, here.dossier.all(Chip)))


def lines(here: View):
    return {line.chip.id: line for found in grid(here).groups.values() for line in found}


def stretches(here: View, id: str = "a") -> list[tuple[str, float]]:
    return [(stretch.kind, stretch.share) for stretch in lines(here)[id].stretches]


def test_each_period_takes_the_same_share_of_a_line():
    assert stretches(view(*RULES, chip(id="a", announced=None, memory_bandwidth=2))) == [(EARLY, 50), (LATE, 50)]


def test_a_change_lies_where_its_day_lies_in_the_period():
    known = chip(id="a", announced="2031-01-16", memory_bandwidth=2)
    assert stretches(view(*RULES, known)) == [("not-known-yet", 12.5), (EARLY, 37.5), (LATE, 50)]
    known = chip(id="a", announced="2031-05-31", memory_bandwidth=2)
    assert stretches(view(*RULES, known)) == [("not-known-yet", 98.9), (LATE, 1.1)]


def test_spells_of_one_status_are_one_stretch_and_two_lines_of_its_history():
    again = rule("s", "2031-03-02", needs("c", memory_bandwidth={"above": 1}), opens_period=words("Again"))
    here = view(RULES[0], again, chip(id="a", announced=None, memory_bandwidth=2))
    assert stretches(here) == [(EARLY, 100)]
    assert [spell.first for spell in lines(here)["a"].history] == ["2031-03-02", "2031-01-01"]


def test_what_ended_before_the_first_period_is_told_and_not_drawn():
    before = rule("q", "2030-01-01", needs("c", LATE, memory_bandwidth={"above": 1}))
    here = view(before, *RULES, chip(id="a", announced=None, memory_bandwidth=2))
    assert stretches(here) == [(EARLY, 50), (LATE, 50)]
    assert [spell.status.kind for spell in lines(here)["a"].history] == [LATE, EARLY, LATE]


def test_a_line_tells_its_status_now_why_and_what_was_said():
    spoken = rule("t", "2031-01-05", says("a"), instrument="announcement")
    line = lines(view(*RULES, spoken, chip(id="a", announced="2031-02-01", memory_bandwidth=2)))["a"]
    assert (line.now.status.kind, line.now.first) == (LATE, "2031-03-02")
    assert [(spell.status.kind, spell.first) for spell in line.history] == [(LATE, "2031-03-02"), (EARLY, "2031-02-01")]
    assert ids(said.rule for said in line.statements) == ["t"], "said once, though it stands in both periods"


def test_no_period_no_line():
    here = view(
        rule("r", "2031-01-01", needs("c", memory_bandwidth={"above": 1})),
        chip(id="a", announced=None, memory_bandwidth=2),
    )
    assert grid(here).heads == () and stretches(here) == []


def test_a_period_is_headed_by_what_begins_with_it():
    assert [(head.period.rule.id, head.says) for head in grid(view(*RULES, chip(id="a"))).heads] == [
        ("r", "a rule"),
        ("s", "No colon"),
    ]


def test_only_statuses_that_occur_are_explained():
    here = view(*RULES, chip(id="a", announced=None, memory_bandwidth=2), chip(id="b", exported_from_us=False))
    assert grid(here).kinds == (EARLY, LATE, "not-exported-from-us")


def test_groups_stand_in_order_those_of_the_article_first():
    chips = [
        chip(id="a", group="amd"),
        chip(id="b", group="made-for-china"),
        chip(id="c"),
        chip(id="d", group="amd"),
        chip(id="e", group="amd"),
    ]
    one, two = claim("x", about={"chips": ["d"]}), claim("y", code="C02", about={"chips": ["e", "d"]})
    here = view(*RULES, *chips, one, two)
    found = {"article": ["d", "e"], "made-for-china": ["b"], "amd": ["a"], "other": ["c"]}
    assert {name: ids(group) for name, group in by_group(here.dossier, chips).items()} == found
    assert {name: ids(line.chip for line in group) for name, group in grid(here).groups.items()} == found
    assert ids(by_mention(here.dossier, chips)) == ["d", "e", "a", "b", "c"]


def test_named_chips_stand_in_the_order_given_and_in_no_group():
    chips = [chip(id=id) for id in "abc"]
    found = grid_of(view(*RULES, *chips, claim("x", about={"chips": ["c"]})), {"": [chips[1], chips[2]]})
    assert {name: ids(line.chip for line in group) for name, group in found.groups.items()} == {"": ["b", "c"]}


def test_a_grid_has_the_filters_of_its_page():
    here = view(*RULES, chip(id="a", announced=None, memory_bandwidth=2))
    offered = (object(), object())
    assert grid_of(here, {}, offered).filters == offered and grid(here).filters == ()
