"""What the measures in force make of a chip, each question on rules made for it."""

from __future__ import annotations

from datetime import date

import pytest
from law.made import MEMORY, chip, duty, needs, reviewed, rule

from macros.law.policy import StatusKind, band, in_force, measures, outside_bands, status, turns
from macros.record.rule import Duty, LicenceRequirement, ReviewChange

DAY = date(2030, 1, 1)
DENIAL, CASES, LETTER = StatusKind.presumption_of_denial, StatusKind.case_by_case, StatusKind.letter
FREE, OPEN, UNKNOWN = StatusKind.no_licence, StatusKind.not_determined, StatusKind.not_known_yet
CAUGHT, MISSED = chip(memory_bandwidth=100), chip(memory_bandwidth=99)


def decided(rules, subject=CAUGHT, day=DAY):
    return status(subject, in_force(rules, day), day)


def test_a_chip_that_a_requirement_catches_has_its_policy():
    for policy in (DENIAL, CASES):
        found = decided([rule("a", "2030-01-01", needs("c", policy, **MEMORY))])
        assert (found.kind, found.rule.id, found.group.paragraph, found.named) == (policy, "a", "p", False)
        assert [reason.quantity for reason in found.reasons] == ["memory_bandwidth"]


def test_a_chip_that_none_catches_is_free_by_the_first_that_missed_it():
    rules = [rule("a", "2029-01-01", needs("c", **MEMORY)), rule("b", "2029-01-02", needs("d", **MEMORY))]
    found = decided(rules, MISSED)
    assert (found.kind, found.rule.id, found.group) == (FREE, "a", None)
    assert len(found.reasons) == 1, "the same comparison is told once"


def test_without_a_measure_a_chip_is_free_by_no_rule():
    assert decided([]).kind is FREE and decided([]).rule is None
    named = [rule("a", "2029-01-01", needs("c", products=["other"]))]
    assert decided(named).rule is None, "a name that is not the chip's says nothing about its figures"


@pytest.mark.parametrize(("day", "kind"), [(date(2029, 12, 31), FREE), (DAY, DENIAL), (date(2030, 1, 2), DENIAL)])
def test_a_measure_begins_on_its_day(day, kind):
    assert decided([rule("a", "2030-01-01", needs("c", **MEMORY))], day=day).kind is kind


@pytest.mark.parametrize(("day", "kind"), [(date(2030, 1, 31), FREE), (date(2030, 2, 1), DENIAL)])
def test_an_effect_may_begin_later_than_its_rule(day, kind):
    assert decided([rule("a", "2030-01-01", needs("c", effective="2030-02-01", **MEMORY))], day=day).kind is kind


@pytest.mark.parametrize("fields", [{"pending": True}, {"jurisdiction": "china"}])
def test_bills_and_chinese_measures_decide_nothing(fields):
    rules = [rule("a", "2029-01-01", needs("c", **MEMORY), reviewed("c", **MEMORY), duty("d", **MEMORY), **fields)]
    assert decided(rules).kind is FREE
    assert band(CAUGHT, in_force(rules, DAY)) is None and turns(rules) == set()


def test_a_later_rule_replaces_the_control_it_sets():
    rules = [
        rule("b-old", "2029-01-01", needs("c", **MEMORY)),
        rule("a-new", "2029-06-01", needs("c", memory_bandwidth={"at_least": 200})),
    ]
    assert decided(rules).kind is FREE
    assert decided(rules, day=date(2029, 5, 31)).kind is DENIAL


def test_of_two_rules_of_one_day_the_later_id_sets_the_control():
    rules = [
        rule("b", "2029-01-01", needs("c", "case-by-case", **MEMORY)),
        rule("a", "2029-01-01", needs("c", **MEMORY)),
    ]
    assert (decided(rules).kind, decided(rules).rule.id) == (CASES, "b")


def test_controls_stand_beside_each_other_and_the_severest_status_is_said():
    letter = needs("letter", "not-stated", by_letter=True, products=["made-up"])
    unknown = needs("d", interconnect_bandwidth={"at_least": 1})
    cases, denial = needs("e", "case-by-case", **MEMORY), needs("f", **MEMORY)
    for effects, kind in (
        ([unknown], OPEN),
        ([unknown, letter], LETTER),
        ([unknown, letter, cases], CASES),
        ([cases, letter, denial, unknown], DENIAL),
    ):
        assert decided([rule("a", "2029-01-01", *effects)]).kind is kind


def test_a_letter_names_its_products():
    found = decided([rule("a", "2029-01-01", needs("l", "not-stated", by_letter=True, products=["made-up"]))])
    assert (found.kind, found.named, found.reasons) == (LETTER, True, ())


def test_a_letter_may_name_figures():
    letter = needs("l", "not-stated", paragraph="1", by_letter=True, **MEMORY)
    found = decided([rule("a", "2029-01-01", letter)])
    assert (found.kind, found.named, found.group.paragraph) == (LETTER, False, "1")
    assert [reason.value for reason in found.reasons] == [100]


def test_a_product_may_be_named_without_a_letter():
    found = decided([rule("a", "2029-01-01", needs("l", products=["made-up"]))])
    assert (found.kind, found.named) == (DENIAL, True)


def test_an_unknown_figure_leaves_the_status_open_with_its_reasons():
    found = decided([rule("a", "2029-01-01", needs("c", performance_density={"at_least": 1}))])
    assert (found.kind, found.rule.id, found.group.paragraph) == (OPEN, "a", "p")
    assert [reason.holds for reason in found.reasons] == [None]


class TestReview:
    """A change of the review policy, for the controls it names and the chips it takes in."""

    @staticmethod
    def rules(change, later="2029-06-01"):
        return [rule("old", "2029-01-01", needs("c", **MEMORY)), rule("new", later, change)]

    def test_a_chip_inside_gets_the_new_policy(self):
        found = decided(self.rules(reviewed("x", "c", **MEMORY)))
        assert (found.kind, found.rule.id, found.group.paragraph, found.named) == (CASES, "new", "r", False)
        assert [reason.bound for reason in found.reasons] == ["at_least"]

    def test_a_chip_that_it_names_gets_the_new_policy(self):
        found = decided(self.rules(reviewed("c", products=["made-up"])))
        assert (found.kind, found.named, found.group) == (CASES, True, None)

    def test_a_chip_outside_keeps_its_policy_and_the_change_says_why(self):
        found = decided(self.rules(reviewed("c", memory_bandwidth={"below": 100})))
        assert (found.kind, found.rule.id, found.group) == (DENIAL, "new", None)
        assert [(reason.bound, reason.holds) for reason in found.reasons] == [("below", False)]

    def test_a_chip_whose_figure_is_not_known_keeps_the_old_decision(self):
        found = decided(self.rules(reviewed("c", performance_density={"below": 1})))
        assert (found.kind, found.rule.id, found.group.paragraph) == (DENIAL, "old", "p")

    def test_another_control_is_not_touched(self):
        assert decided(self.rules(reviewed("d", **MEMORY))).rule.id == "old"

    @pytest.mark.parametrize(("day", "kind"), [(date(2029, 5, 31), DENIAL), (date(2029, 6, 1), CASES)])
    def test_it_begins_on_its_day(self, day, kind):
        assert decided(self.rules(reviewed("c", **MEMORY)), day=day).kind is kind

    def test_the_latest_change_counts(self):
        back = reviewed("c", policy="presumption-of-denial", **MEMORY)
        rules = [rule("z", "2029-07-01", back), *self.rules(reviewed("c", **MEMORY))]
        assert (decided(rules).kind, decided(rules).rule.id) == (DENIAL, "z")

    def test_a_letter_is_not_reviewed(self):
        rules = [rule("old", "2029-01-01", needs("c", "not-stated", by_letter=True, products=["made-up"]))]
        assert decided([*rules, rule("new", "2029-02-01", reviewed("c", **MEMORY))]).kind is LETTER


@pytest.mark.parametrize(
    ("known", "day", "kind"),
    [
        ("2030-01-02", DAY, UNKNOWN),
        ("2030-01-01", DAY, FREE),
        ("2030-02", date(2030, 1, 31), UNKNOWN),
        ("2030-02", date(2030, 2, 1), FREE),
        ("2030", date(2029, 12, 31), UNKNOWN),
        ("2030", DAY, FREE),
    ],
)
def test_before_a_chip_is_known_there_is_nothing_to_ask(known, day, kind):
    assert decided([], chip(announced=known), day).kind is kind
    assert decided([], chip(announced=None, first_known=known), day).kind is kind


def test_a_chip_without_a_date_is_known_on_every_day():
    assert decided([], chip(announced=None), date(1990, 1, 1)).kind is FREE


def test_the_announcement_counts_before_the_first_mention():
    assert decided([], chip(announced="2030-02", first_known="2029")).kind is UNKNOWN


class TestDuty:
    """Bands of a duty."""

    RULES = (
        rule("d", "2030-01-01", duty("low", **MEMORY), duty("high", memory_bandwidth={"at_least": 50})),
        rule("e", "2030-01-01", duty("later", memory_bandwidth={"at_least": 1})),
    )

    @pytest.mark.parametrize(("memory", "paragraph"), [(100, "low"), (99, "high"), (49, "later"), (0.5, None)])
    def test_the_first_band_that_takes_the_chip_in(self, memory, paragraph):
        found = band(chip(memory_bandwidth=memory), in_force(self.RULES, DAY))
        assert (found.group.paragraph if found else None) == paragraph
        assert found is None or found.reasons[0].value == memory

    def test_none_before_its_day(self):
        assert band(CAUGHT, in_force(self.RULES, date(2029, 12, 31))) is None

    def test_an_unknown_figure_is_in_no_band_and_misses_none(self):
        law = in_force(self.RULES, DAY)
        assert band(chip(int8=1), law) is None and outside_bands(chip(int8=1), law) == ()

    def test_what_a_chip_misses_of_every_band(self):
        missed = outside_bands(chip(memory_bandwidth=0.5), in_force(self.RULES, DAY))
        assert [reason.limit for reason in missed] == [100, 50, 1]
        assert outside_bands(chip(memory_bandwidth=60), in_force(self.RULES, DAY))[0].limit == 100
        assert outside_bands(chip(memory_bandwidth=0.5), in_force(self.RULES, date(2029, 1, 1))) == ()


def test_what_is_in_force_stands_in_order_of_its_start():
    rules = [
        rule("b", "2029-02-01", needs("c", **MEMORY), reviewed("c", **MEMORY), duty("d", **MEMORY)),
        rule("a", "2029-01-01", needs("d", **MEMORY), reviewed("c", **MEMORY), duty("d", **MEMORY)),
    ]
    law = in_force(rules, DAY)
    for found in (law.requirements, law.changes, law.duties):
        assert [measure.rule.id for measure in found] == ["a", "b"]
    assert law.deciding == (*law.requirements, *law.changes)
    assert in_force(iter(rules), date(2029, 1, 31)).changes[0].rule.id == "a"


def test_measures_of_a_kind_have_their_start_and_rule():
    rules = [rule("a", "2029-01-01", needs("c", effective="2029-03-01", **MEMORY), duty("d", **MEMORY))]
    (requirement,) = measures(rules, LicenceRequirement)
    assert (requirement.start, requirement.rule.id, requirement.effect.control) == (date(2029, 3, 1), "a", "c")
    assert [measure.start for measure in measures(rules, Duty)] == [date(2029, 1, 1)]
    assert measures(rules, ReviewChange) == () and turns(rules) == {date(2029, 3, 1)}
    assert turns([rule("r", "2029-05-05", reviewed("c", **MEMORY))]) == {date(2029, 5, 5)}
