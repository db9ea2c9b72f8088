"""What the measures in force make of a chip, each question on rules made for it."""

from __future__ import annotations

from datetime import date

import pytest
from law.made import MEMORY, chip, duty, exception, foreign, letter, needs, reviewed, rule

from macros.law.measures import Item, item, same
from macros.law.policy import (
    Application,
    Asked,
    StatusKind,
    band,
    band_is_open,
    dated_effects,
    in_force,
    outside_bands,
    status,
    turns,
)
from macros.record.chip import Outcome
from macros.record.rule import Duty, LicenceRequirement, ReviewChange

DAY = date(2030, 1, 1)
DENIAL, CASES, LETTER = StatusKind.presumption_of_denial, StatusKind.case_by_case, StatusKind.letter
IF, NAC = StatusKind.case_by_case_if_gates_met, StatusKind.licence_exception_nac
FREE, OPEN, UNKNOWN = StatusKind.no_licence, StatusKind.cannot_be_computed, StatusKind.not_known_yet
CAUGHT, MISSED = chip(memory_bandwidth=100), chip(memory_bandwidth=99)


def decided(rules, subject=CAUGHT, day=DAY, **application):
    seen = subject if isinstance(subject, Item) else item(subject)
    return status(seen, in_force(rules, day), day, Application(**application))


def seen(**figures):
    """What the law sees of a made-up chip."""
    return item(chip(**figures))


def way(found) -> list[tuple[str, bool | None, str]]:
    """The steps of a status: what each asks, its answer, and about what."""
    return [(step.question.value, step.answer, step.about) for step in found.steps]


def test_a_chip_that_a_requirement_catches_has_its_policy():
    for policy in (DENIAL, CASES):
        found = decided([rule("a", "2030-01-01", needs("c", policy, **MEMORY))])
        assert (found.kind, found.rule.id, found.paragraph, found.named) == (policy, "a", "policy of c", False)
        assert [(step.question, step.paragraph) for step in found.steps] == [(Asked.control, "p")]
        assert [reason.quantity for reason in found.reasons] == ["memory_bandwidth"]


def test_a_chip_that_none_catches_is_free_by_the_first_that_missed_it():
    rules = [rule("a", "2029-01-01", needs("c", **MEMORY)), rule("b", "2029-01-02", needs("d", **MEMORY))]
    found = decided(rules, MISSED)
    assert (found.kind, found.rule.id, way(found)) == (FREE, "a", [("control", False, "c"), ("control", False, "d")])
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
    assert band(item(CAUGHT), in_force(rules, DAY)) is None and turns(rules) == set()


def test_a_later_rule_replaces_the_control_it_sets():
    rules = [
        rule("b-old", "2029-01-01", needs("c", **MEMORY)),
        rule("a-new", "2029-06-01", needs("c", memory_bandwidth={"at_least": 200})),
    ]
    assert decided(rules).kind is FREE
    assert decided(rules, day=date(2029, 5, 31)).kind is DENIAL


@pytest.mark.parametrize(
    ("day", "paragraph"),
    [(date(2029, 1, 31), "policy of c"), (date(2029, 2, 1), "second"), (date(2029, 6, 1), "third")],
)
def test_a_policy_may_move_to_another_paragraph(day, paragraph):
    moved = [{"since": "2029-02-01", "paragraph": "second"}, {"since": "2029-06-01", "paragraph": "third"}]
    found = decided([rule("a", "2029-01-01", needs("c", renumbered=moved, **MEMORY))], day=day)
    assert (found.kind, found.paragraph) == (DENIAL, paragraph)


def test_of_two_rules_of_one_day_the_later_id_sets_the_control():
    rules = [
        rule("b", "2029-01-01", needs("c", "case-by-case", **MEMORY)),
        rule("a", "2029-01-01", needs("c", **MEMORY)),
    ]
    assert (decided(rules).kind, decided(rules).rule.id) == (CASES, "b")


def test_controls_stand_beside_each_other_and_the_severest_status_is_said():
    cases, denial = needs("e", "case-by-case", **MEMORY), needs("f", **MEMORY)
    for effects in ([cases, denial], [denial, cases]):
        found = decided([rule("a", "2029-01-01", *effects)])
        assert (found.kind, found.paragraph) == (DENIAL, "policy of f")


def test_a_product_may_be_named_without_a_letter():
    found = decided([rule("a", "2029-01-01", needs("l", products=["made-up"]))])
    assert (found.kind, found.named, found.steps[0].paragraph) == (DENIAL, True, "l")


class TestUnknown:
    """A figure that is not known matters only if its values lead to different answers."""

    UNSEEN = {"performance_density": {"at_least": 1}}

    def test_it_leaves_the_status_open_with_its_reasons(self):
        found = decided([rule("a", "2029-01-01", needs("c", **self.UNSEEN))])
        assert (found.kind, found.rule.id, way(found)) == (OPEN, "a", [("control", None, "c")])
        assert [reason.holds for reason in found.reasons] == [None]

    def test_what_is_as_severe_already_needs_no_figure(self):
        denial, maybe = needs("c", **MEMORY), needs("d", **self.UNSEEN)
        for effects in ([denial, maybe], [maybe, denial]):
            assert decided([rule("a", "2029-01-01", *effects)]).kind is DENIAL

    def test_what_might_be_severer_does(self):
        cases = needs("c", "case-by-case", **MEMORY)
        for effects in ([cases, needs("d", **self.UNSEEN)], [needs("d", **self.UNSEEN), cases]):
            assert decided([rule("a", "2029-01-01", *effects)]).kind is OPEN
        milder = needs("d", "case-by-case", **self.UNSEEN)
        assert decided([rule("a", "2029-01-01", needs("c", "case-by-case", **MEMORY), milder)]).kind is CASES

    def test_a_letter_asks_for_a_licence_whatever_the_figure_is(self):
        found = decided([rule("a", "2029-01-01", needs("d", **self.UNSEEN), letter(products=["made-up"]))])
        assert (found.kind, way(found)) == (LETTER, [("control", None, "d"), ("letter", True, "maker")])


class TestLetter:
    """A letter to a maker: by name, and by criteria as reported."""

    @staticmethod
    def of(subject=CAUGHT, /, **fields):
        return decided([rule("a", "2029-01-01", letter(**fields))], subject)

    def test_it_names_products(self):
        found = self.of(products=["made-up"])
        assert (found.kind, found.named, found.reasons, found.paragraph) == (LETTER, True, (), "basis")
        assert self.of(products=["other"]).kind is FREE

    def test_a_named_product_is_reached_whoever_made_it(self):
        assert self.of(chip(vendor="another"), products=["made-up"]).kind is LETTER

    def test_it_reaches_by_a_criterion_its_addressee_only(self):
        found = self.of(**MEMORY)
        assert (found.kind, found.named, found.reasons[-1]) == (LETTER, False, same("maker", "maker", "maker"))
        assert self.of(MISSED, **MEMORY).kind is FREE
        free = self.of(chip(vendor="another", memory_bandwidth=100), **MEMORY)
        assert (free.kind, free.steps) == (FREE, ()), "a letter to another maker is no step"

    def test_of_an_item_of_no_stated_maker_it_is_not_known(self):
        found = self.of(Item(item(CAUGHT).quantities, True), **MEMORY)
        assert (found.kind, found.reasons[-1].holds) == (OPEN, None)
        assert self.of(Item(item(MISSED).quantities, True), **MEMORY).kind is FREE

    def test_a_letter_to_another_maker_may_have_the_same_criteria(self):
        free, open_ = chip(vendor="another", memory_bandwidth=99), chip(vendor="another", memory_bandwidth=100)
        found = self.of(open_, may_bind=["another"], **MEMORY)
        assert (found.kind, way(found)) == (OPEN, [("letter", None, "maker")])
        assert (found.reasons[-1].value, found.reasons[-1].holds) == ("another", None)
        assert self.of(free, may_bind=["another"], **MEMORY).kind is FREE
        assert self.of(chip(vendor="third", memory_bandwidth=100), may_bind=["another"], **MEMORY).kind is FREE
        assert self.of(CAUGHT, may_bind=["another"], **MEMORY).kind is LETTER
        own = [letter(**MEMORY, may_bind=["another"]), letter("another", **MEMORY)]
        assert decided([rule("a", "2029-01-01", *own)], open_).kind is LETTER, "what its own letter says is known"

    def test_by_a_criterion_it_does_not_decide_what_a_control_may_catch(self):
        effects = needs("d", performance_density={"at_least": 1}), letter(**MEMORY)
        assert decided([rule("a", "2029-01-01", *effects)]).kind is OPEN

    def test_any_criterion_is_enough_and_an_unknown_figure_leaves_it_open(self):
        both = {"interconnect_bandwidth": {"at_least": 50}, **MEMORY}
        assert self.of(chip(memory_bandwidth=100, interconnect_bandwidth=50), **both).kind is LETTER
        found = self.of(chip(memory_bandwidth=100), **both)
        assert (found.kind, way(found)) == (OPEN, [("letter", None, "maker")])

    def test_what_it_misses_is_told(self):
        found = self.of(MISSED, **MEMORY)
        assert way(found) == [("letter", False, "maker")] and found.steps[0].reasons[0].limit == 100
        assert found.reasons == (), "a letter is no control"

    @pytest.mark.parametrize(
        ("day", "kind"),
        [
            (date(2029, 4, 30), FREE),
            (date(2029, 5, 1), LETTER),
            (date(2029, 6, 30), LETTER),
            (date(2029, 7, 1), FREE),
        ],
    )
    def test_it_holds_from_its_day_to_the_one_on_which_a_rule_takes_it_over(self, day, kind):
        rules = [rule("a", "2029-01-01", letter(effective="2029-05-01", until="2029-06-30", **MEMORY))]
        assert decided(rules, day=day).kind is kind
        assert turns(rules) == {date(2029, 5, 1), date(2029, 7, 1)}

    def test_a_control_is_said_before_a_letter(self):
        found = decided([rule("a", "2029-01-01", letter(**MEMORY), needs("c", "case-by-case", **MEMORY))])
        assert (found.kind, way(found)) == (CASES, [("control", True, "c"), ("letter-too", True, "maker")])

    def test_of_two_the_latest_that_reaches_it(self):
        rules = [
            rule("a", "2029-01-01", letter(**MEMORY)),
            rule("b", "2029-02-01", letter(**MEMORY) | {"control": "second"}),
            rule("c", "2029-03-01", letter(memory_bandwidth={"at_least": 200}) | {"control": "third"}),
        ]
        assert decided(rules).rule.id == "b" and decided(rules, MISSED).steps[-1].rule.id == "c"


class TestException:
    """A licence exception, and what closes it."""

    ALL, DESK = {"control": "c"}, {"control": "c", "data_centre": False}

    @staticmethod
    def of(*admits, subject=CAUGHT, more=(), **application):
        rules = [rule("a", "2029-01-01", needs("c", **MEMORY)), rule("e", "2029-02-01", exception(*admits), *more)]
        return decided(rules, subject, **application)

    def test_it_admits_items_of_a_control(self):
        found = self.of(self.ALL)
        assert (found.kind, found.rule.id, found.paragraph) == (NAC, "e", "e")
        assert way(found) == [("control", True, "c"), ("exception", True, "NAC")]
        assert way(self.of({"control": "d"})) == [("control", True, "c")]
        assert self.of(self.ALL, subject=MISSED).kind is FREE

    @pytest.mark.parametrize(("centre", "kind"), [(True, DENIAL), (False, NAC), (None, OPEN)])
    def test_some_only_for_items_that_are_not_for_data_centres(self, centre, kind):
        found = self.of(self.DESK, subject=chip(data_centre=centre, memory_bandwidth=100))
        assert found.kind is kind
        step = next(step for step in found.steps if step.question is Asked.exception)
        assert step.reasons == (same("data_centre", centre, False),) and step.closed_by == ""

    def test_it_begins_on_its_day_and_the_latest_of_its_name_counts(self):
        rules = [rule("a", "2029-01-01", needs("c", **MEMORY)), rule("e", "2030-01-01", exception(self.ALL))]
        assert decided(rules, day=date(2029, 12, 31)).kind is DENIAL and decided(rules).kind is NAC
        later = rule("f", "2030-02-01", exception({"control": "d"}))
        assert decided([*rules, later], day=date(2030, 2, 1)).kind is DENIAL

    def test_a_refusal_closes_it(self):
        found = self.of(self.ALL, exception_refused=True)
        assert (found.kind, found.steps[1].closed_by) == (DENIAL, "refusal")

    def test_a_letter_closes_it(self):
        found = self.of(self.ALL, more=[letter(**MEMORY)])
        assert (found.kind, found.steps[1].closed_by, found.rule.id) == (DENIAL, "letter", "a")
        missed = self.of(self.ALL, more=[letter(memory_bandwidth={"at_least": 101})])
        assert missed.kind is NAC

    def test_a_letter_of_which_it_is_not_known_leaves_it_open(self):
        found = self.of(self.ALL, more=[letter(interconnect_bandwidth={"at_least": 1})])
        assert (found.kind, found.steps[1].answer, found.steps[1].closed_by) == (OPEN, None, "letter-unknown")

    def test_what_is_open_does_not_count_where_another_control_decides_as_severely(self):
        open_exception = rule("e", "2029-02-01", exception(self.ALL), letter(interconnect_bandwidth={"at_least": 1}))
        both = [needs("c", "case-by-case", **MEMORY), needs("d", "case-by-case", **MEMORY)]
        for effects in (both, both[::-1]):
            assert decided([rule("a", "2029-01-01", *effects), open_exception]).kind is CASES
        severer = [needs("c", **MEMORY), both[1]]
        for effects in (severer, severer[::-1]):
            assert decided([rule("a", "2029-01-01", *effects), open_exception]).kind is OPEN

    def test_a_letter_need_not_close_it(self):
        rules = [
            rule("a", "2029-01-01", needs("c", **MEMORY), letter(**MEMORY)),
            rule("e", "2029-02-01", exception(self.ALL, closed_by_letter=False)),
        ]
        assert decided(rules).kind is NAC

    def test_two_controls_of_which_one_is_admitted(self):
        rules = [
            rule("a", "2029-01-01", needs("c", **MEMORY), needs("d", "case-by-case", **MEMORY)),
            rule("e", "2029-02-01", exception(self.ALL)),
        ]
        assert decided(rules).kind is CASES


class TestGates:
    """The gates of a review policy."""

    GATES = {"sold": "product", "buyer": "application", "test": "shipment"}

    @classmethod
    def of(cls, gates=None, **application):
        rules = [
            rule("old", "2029-01-01", needs("c", **MEMORY)),
            rule("new", "2029-02-01", reviewed("c", gates=cls.GATES, **MEMORY)),
        ]
        application = {name: Outcome(outcome) for name, outcome in application.items()}
        return decided(rules, chip(memory_bandwidth=100, gates=gates), gates=application)

    def test_a_product_gate_of_which_nothing_is_known_is_unknown(self):
        found = self.of()
        assert (found.kind, found.rule.id, found.paragraph) == (IF, "new", "changed")
        assert way(found) == [("control", True, "c"), ("review", True, "case-by-case"), ("gate", None, "sold")]

    @pytest.mark.parametrize(("outcome", "kind"), [("met", CASES), ("not-met", DENIAL), ("unknown", IF)])
    def test_what_the_record_says_of_the_product(self, outcome, kind):
        assert self.of({"sold": outcome}).kind is kind

    @pytest.mark.parametrize(("outcome", "kind"), [("met", CASES), ("not-met", DENIAL), ("unknown", IF)])
    def test_what_an_application_says(self, outcome, kind):
        assert self.of({"sold": "met"}, buyer=outcome).kind is kind
        assert self.of({"sold": "met"}, buyer="met", test=outcome).kind is kind

    def test_an_application_that_says_nothing_is_not_asked(self):
        assert [step.about for step in self.of({"sold": "met"}).gates] == ["sold"]
        assert [step.about for step in self.of({"sold": "met"}, test="met").gates] == ["sold", "test"]

    def test_an_application_overrules_the_record(self):
        assert self.of({"sold": "not-met"}, sold="met").kind is CASES

    def test_one_that_fails_counts_before_one_that_is_not_known(self):
        found = self.of({"sold": "unknown"}, buyer="not-met")
        assert (found.kind, found.paragraph, found.rule.id) == (DENIAL, "gate buyer", "new")

    def test_a_gate_that_no_rule_has_is_not_asked(self):
        assert self.of({"sold": "met"}, other="not-met").kind is CASES

    def test_gates_are_not_asked_outside_the_lines(self):
        rules = [
            rule("old", "2029-01-01", needs("c", **MEMORY)),
            rule("new", "2029-02-01", reviewed("c", gates=self.GATES, memory_bandwidth={"below": 100})),
        ]
        assert decided(rules, chip(memory_bandwidth=100, gates={"sold": "met"})).gates == ()

    def test_an_unknown_figure_does_not_matter_where_a_gate_fails(self):
        unseen = reviewed("c", gates=self.GATES, performance_density={"below": 1})
        rules = [rule("old", "2029-01-01", needs("c", **MEMORY)), rule("new", "2029-02-01", unseen)]
        assert decided(rules, chip(memory_bandwidth=100, gates={"sold": "not-met"})).kind is DENIAL
        assert decided(rules, chip(memory_bandwidth=100, gates={"sold": "met"})).kind is OPEN


class TestReview:
    """A change of the review policy, for the controls it names and the chips it takes in."""

    @staticmethod
    def rules(change, later="2029-06-01"):
        return [rule("old", "2029-01-01", needs("c", **MEMORY)), rule("new", later, change)]

    def test_a_chip_inside_gets_the_new_policy(self):
        found = decided(self.rules(reviewed("x", "c", **MEMORY)))
        assert (found.kind, found.rule.id, found.paragraph, found.named) == (CASES, "new", "changed", False)
        assert [reason.bound for reason in found.reasons] == ["at_least"]
        assert way(found) == [("control", True, "c"), ("review", True, "case-by-case")]

    def test_a_chip_that_it_names_gets_the_new_policy(self):
        found = decided(self.rules(reviewed("c", products=["made-up"])))
        assert (found.kind, found.named) == (CASES, True)

    def test_a_chip_outside_keeps_its_policy_and_the_change_says_why(self):
        found = decided(self.rules(reviewed("c", memory_bandwidth={"below": 100})))
        assert (found.kind, found.rule.id, found.paragraph) == (DENIAL, "new", "changed")
        assert [(reason.bound, reason.holds) for reason in found.reasons] == [("below", False)]

    def test_a_chip_whose_figure_is_not_known_cannot_be_computed(self):
        found = decided(self.rules(reviewed("c", performance_density={"below": 1})))
        assert (found.kind, found.rule.id, way(found)[1]) == (OPEN, "new", ("review", None, "case-by-case"))

    def test_a_figure_that_is_not_known_does_not_matter_if_another_lies_outside(self):
        found = decided(self.rules(reviewed("c", performance_density={"below": 1}, memory_bandwidth={"below": 100})))
        assert found.kind is DENIAL

    def test_a_change_to_the_same_policy_changes_nothing_but_the_place(self):
        found = decided(self.rules(reviewed("c", policy="presumption-of-denial", performance_density={"below": 1})))
        assert (found.kind, found.rule.id) == (DENIAL, "new")

    def test_it_is_for_exports_only(self):
        found = decided(self.rules(reviewed("c", **MEMORY)), is_export=False)
        assert (found.kind, found.rule.id, found.reasons) == (DENIAL, "new", (same("export", False, True),))

    def test_another_control_is_not_touched(self):
        assert decided(self.rules(reviewed("d", **MEMORY))).rule.id == "old"

    @pytest.mark.parametrize(("day", "kind"), [(date(2029, 5, 31), DENIAL), (date(2029, 6, 1), CASES)])
    def test_it_begins_on_its_day(self, day, kind):
        assert decided(self.rules(reviewed("c", **MEMORY)), day=day).kind is kind

    def test_the_latest_change_counts(self):
        back = reviewed("c", policy="presumption-of-denial", **MEMORY)
        rules = [rule("z", "2029-07-01", back), *self.rules(reviewed("c", **MEMORY))]
        assert (decided(rules).kind, decided(rules).rule.id) == (DENIAL, "z")


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


def test_a_chip_that_is_not_exported_from_the_us_has_a_status_of_its_own():
    rules = [rule("a", "2029-01-01", needs("c", **MEMORY)), rule("f", "2029-02-01", foreign())]
    reed = chip(memory_bandwidth=100, exported_from_us=False)
    found = decided(rules, reed)
    assert (found.kind, found.rule.id, found.paragraph) == (StatusKind.not_exported_from_us, "f", "f")
    early = decided(rules, reed, date(2029, 1, 31))
    assert (early.kind, early.rule, early.paragraph) == (StatusKind.not_exported_from_us, None, "")
    assert way(early) == [("exported", False, "")]
    young = chip(exported_from_us=False, announced="2031")
    assert (decided(rules, young).kind, way(decided(rules, young))) == (UNKNOWN, [("known", False, "")])


@pytest.mark.parametrize(
    ("figures", "caught"), [({"memory_bandwidth": 100}, True), ({"memory_bandwidth": 1}, False), ({}, None)]
)
def test_whether_a_control_catches_what_is_made_abroad_says_whether_the_foreign_product_rule_reaches_it(
    figures, caught
):
    rules = [rule("a", "2029-01-01", needs("c", **MEMORY)), rule("f", "2029-01-01", foreign())]
    found = decided(rules, chip(exported_from_us=False, **figures))
    assert way(found) == [("exported", False, ""), ("control", caught, "c")]
    assert found.kind is StatusKind.not_exported_from_us


class TestDuty:
    """Bands of a duty."""

    RULES = (
        rule("d", "2030-01-01", duty("low", **MEMORY), duty("high", memory_bandwidth={"at_least": 50})),
        rule("e", "2030-01-01", duty("later", memory_bandwidth={"at_least": 1})),
    )

    @pytest.mark.parametrize(("memory", "paragraph"), [(100, "low"), (99, "high"), (49, "later"), (0.5, None)])
    def test_the_first_band_that_takes_the_chip_in(self, memory, paragraph):
        found = band(seen(memory_bandwidth=memory), in_force(self.RULES, DAY))
        assert (found.group.paragraph if found else None) == paragraph
        assert found is None or found.reasons[0].value == memory

    def test_none_before_its_day(self):
        assert band(item(CAUGHT), in_force(self.RULES, date(2029, 12, 31))) is None

    def test_an_unknown_figure_is_in_no_band_and_not_outside(self):
        law = in_force(self.RULES, DAY)
        assert band(seen(int8=1), law) is None and outside_bands(seen(int8=1), law) is None
        assert band_is_open(seen(int8=1), law)
        assert not band_is_open(item(CAUGHT), law) and not band_is_open(seen(memory_bandwidth=0.5), law)
        assert not band_is_open(seen(int8=1), in_force(self.RULES, date(2029, 1, 1)))

    def test_what_keeps_a_chip_out_of_every_band(self):
        law = in_force(self.RULES, DAY)
        assert outside_bands(seen(memory_bandwidth=0.5), law) == ("memory_bandwidth",)
        assert outside_bands(seen(memory_bandwidth=60), law) == (), "it lies in one"
        assert outside_bands(seen(memory_bandwidth=0.5), in_force(self.RULES, date(2029, 1, 1))) == ()

    def test_a_chip_whose_figures_lie_in_different_bands_is_kept_out_by_neither(self):
        rates = {"total_processing_performance": {"at_least": 100}}, {"total_processing_performance": {"below": 100}}
        memories = {"memory_bandwidth": {"at_least": 9}}, {"memory_bandwidth": {"below": 9}}
        bands = (duty("ab"[n], **rates[n], **memories[n]) for n in (0, 1))
        law = in_force([rule("d", "2030-01-01", *bands)], DAY)
        assert outside_bands(seen(int8=1, memory_bandwidth=9), law) == ()


def test_what_is_in_force_stands_in_order_of_its_start():
    rules = [
        rule("b", "2029-02-01", needs("c", **MEMORY), reviewed("c", **MEMORY), duty("d", **MEMORY)),
        rule("a", "2029-01-01", needs("d", **MEMORY), reviewed("c", **MEMORY), duty("d", **MEMORY)),
    ]
    law = in_force(rules, DAY)
    for found in (law.requirements, law.changes, law.duties):
        assert [measure.rule.id for measure in found] == ["a", "b"]
    assert law.deciding == (*law.requirements, *law.changes)
    assert in_force([], DAY).deciding == ()
    assert in_force(iter(rules), date(2029, 1, 31)).changes[0].rule.id == "a"


def test_measures_of_a_kind_have_their_start_and_rule():
    rules = [rule("a", "2029-01-01", needs("c", effective="2029-03-01", **MEMORY), duty("d", **MEMORY))]
    (requirement,) = dated_effects(rules, LicenceRequirement)
    assert (requirement.start, requirement.rule.id, requirement.effect.control) == (date(2029, 3, 1), "a", "c")
    assert [measure.start for measure in dated_effects(rules, Duty)] == [date(2029, 1, 1)]
    assert dated_effects(rules, ReviewChange) == () and turns(rules) == {date(2029, 3, 1)}
    assert turns([rule("r", "2029-05-05", reviewed("c", **MEMORY))]) == {date(2029, 5, 5)}
