"""The law seen from a day: spells, periods, rows, moves, and one "now" for all of them."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from law.made import MEMORY, chip, duty, needs, reviewed, rule, says

from macros.law.day import Law
from macros.law.policy import StatusKind

TITLE = {"en": "period", "ar": "فترة"}
DAY = date(2031, 6, 1)
RULES = (
    rule("first", "2030-01-01", needs("c", memory_bandwidth={"at_least": 100}), opens_period=TITLE),
    rule("second", "2031-01-01", reviewed("c", memory_bandwidth={"below": 200}), opens_period=TITLE),
    rule("future", "2032-01-01", needs("c", memory_bandwidth={"at_least": 50}), opens_period=TITLE),
)
A, B, C = (chip(id=id, memory_bandwidth=memory) for id, memory in (("a", 60), ("b", 150), ("c", 250)))


def law(*rules, chips=(A, B, C), day=DAY) -> Law:
    return Law(rules or RULES, chips, day)


def told(found) -> list[tuple[str, str | None, str, str | None]]:
    return [
        (
            str(spell.first),
            spell.last and str(spell.last),
            spell.status.kind,
            spell.status.rule and spell.status.rule.id,
        )
        for spell in found
    ]


def test_spells_follow_the_status_and_the_rule_that_decides():
    assert [spell[2:] for spell in told(law().spells(B))] == [
        ("no-licence", None),
        ("presumption-of-denial", "first"),
        ("case-by-case", "second"),
    ]


def test_a_spell_ends_the_day_before_the_next_and_the_last_lasts():
    assert told(law().spells(A)) == [
        ("2020-01-01", "2029-12-31", "no-licence", None),
        ("2030-01-01", "2031-12-31", "no-licence", "first"),
        ("2032-01-01", None, "case-by-case", "second"),
    ]


def test_a_chip_known_in_the_middle_of_a_period_begins_there():
    young = chip(id="young", announced="2030-07", memory_bandwidth=150)
    assert told(law(chips=[young]).spells(young))[:2] == [
        ("2030-01-01", "2030-06", "not-known-yet", None),
        ("2030-07", "2030-12-31", "presumption-of-denial", "first"),
    ]


def test_now_is_the_day_of_the_law_and_not_the_last_spell():
    """A rule of the future is told among the spells; it is not what holds."""
    found = law()
    assert found.status(A).kind is StatusKind.no_licence
    assert found.spell(A).status.kind is StatusKind.no_licence
    assert found.spells(A)[-1].status.kind is StatusKind.case_by_case
    assert law(day=date(2032, 1, 1)).status(A).kind is StatusKind.case_by_case


def test_a_status_holds_since_its_first_day_though_another_rule_decides_it_now():
    assert told([law().spell(A)]) == [("2020-01-01", "2031-12-31", "no-licence", "first")]


def test_a_status_that_came_back_holds_since_it_came_back():
    back = rule("back", "2031-03-01", needs("d", **MEMORY))
    assert told([law(*RULES[:2], back).spell(B)]) == [("2031-03-01", None, "presumption-of-denial", "back")]


def test_before_the_first_rule_no_spell_holds():
    nameless = chip(id="n", announced=None, memory_bandwidth=150)
    assert law(chips=[nameless], day=date(2029, 12, 31)).spell(nameless) is None
    assert law(chips=[nameless], day=date(2030, 1, 1)).spell(nameless).first == "2030-01-01"


def test_the_status_of_a_day_that_is_asked_for():
    found = law()
    assert [found.status(B, day).kind for day in (date(2029, 12, 31), date(2030, 1, 1), date(2031, 1, 1))] == [
        StatusKind.no_licence,
        StatusKind.presumption_of_denial,
        StatusKind.case_by_case,
    ]
    assert found.in_force(date(2029, 1, 1)).requirements == () and len(found.in_force().changes) == 1


def test_a_status_is_computed_once():
    found = law()
    assert found.status(B) is found.status(B) and found.spells(B) is found.spells(B) and found.row(B) is found.row(B)
    assert found.status(A) is not found.status(B)


class TestPeriods:
    """The columns of the table."""

    def test_each_begins_with_its_rule_and_ends_before_the_next(self):
        mixed = law(RULES[1], RULES[2], RULES[0], rule("silent", "2030-06-01", needs("d", **MEMORY)))
        assert [(period.rule.id, str(period.first), period.last and str(period.last)) for period in mixed.periods] == [
            ("first", "2030-01-01", "2030-12-31"),
            ("second", "2031-01-01", "2031-12-31"),
            ("future", "2032-01-01", None),
        ]
        assert mixed.periods[0].heading.en == "period"

    def test_a_law_without_periods_has_no_columns(self):
        assert law(rule("silent", "2030-06-01", needs("d", **MEMORY))).periods == ()

    @pytest.mark.parametrize(
        ("day", "inside"),
        [
            (date(2029, 12, 31), False),
            (date(2030, 1, 1), True),
            (date(2030, 12, 31), True),
            (date(2031, 1, 1), False),
        ],
    )
    def test_a_day_lies_in_its_period(self, day, inside):
        assert law().periods[0].holds(day) is inside

    def test_the_last_period_has_no_end(self):
        assert law().periods[-1].holds(date.max)

    @pytest.mark.parametrize(
        ("day", "seen"), [(date(2029, 6, 1), date(2030, 1, 1)), (date(2040, 6, 1), date(2040, 6, 1))]
    )
    def test_what_lasts_is_seen_to_now_and_what_has_ended_to_its_end(self, day, seen):
        """What has not yet begun is seen to its first day."""
        lasting = law(RULES[0])
        assert lasting.periods[0].seen_to(day) == lasting.spells(B)[-1].seen_to(day) == seen
        assert law().periods[0].seen_to(day) == date(2030, 12, 31)
        assert law().spells(A)[1].seen_to(day) == date(2031, 12, 31)


class TestRow:
    """One line of the table."""

    def test_a_cell_holds_the_spells_of_its_period(self):
        split = law(*RULES[:2], rule("middle", "2030-06-01", needs("c", "case-by-case", **MEMORY)))
        cells = split.row(B)
        assert [[str(spell.first) for spell in cell.spells] for cell in cells] == [
            ["2030-01-01", "2030-06-01"],
            ["2031-01-01"],
        ]

    def test_a_period_may_begin_and_end_within_a_spell(self):
        assert [[str(spell.first) for spell in cell.spells] for cell in law().row(A)] == [
            ["2030-01-01"],
            ["2030-01-01"],
            ["2032-01-01"],
        ]

    def test_a_cell_tells_the_paragraph_in_which_the_policy_stood_then(self):
        """A policy that moved to another paragraph, unchanged, is one spell; each period cites it as it was."""
        moved = needs("c", renumbered=[{"since": "2031-01-01", "paragraph": "moved"}], **MEMORY)
        found = law(
            rule("first", "2030-01-01", moved, opens_period=TITLE), rule("second", "2031-01-01", opens_period=TITLE)
        )
        assert [spell.status.kind for spell in found.spells(B)] == [
            StatusKind.no_licence,
            StatusKind.presumption_of_denial,
        ]
        assert [
            [spell.status.paragraph for spell in cell.spells if spell.status.kind is not StatusKind.no_licence]
            for cell in found.row(B)
        ] == [["policy of c"], ["moved"]]

    def test_a_period_outlasts_the_spells_that_end_within_it(self):
        """Neither the one that ends with it nor the one that lasts; where the period has no end, each that ends."""
        middle = rule("middle", "2030-06-01", needs("c", "case-by-case", **MEMORY))
        ending, lasting = law(RULES[0], middle, RULES[1]).row(B)[0], law(RULES[0], middle).row(B)[0]
        assert [ending.outlasts(spell) for spell in ending.spells] == [True, False]
        assert [lasting.outlasts(spell) for spell in lasting.spells] == [True, False]

    def test_a_spell_that_ends_before_the_period_is_left_out(self):
        assert all(spell.first >= "2030-01-01" for cell in law().row(C) for spell in cell.spells)


class TestStatements:
    """What announcements say stands beside the status, while it stands."""

    @staticmethod
    def said(*rules, subject=B) -> list[list[str]]:
        return [[said.rule.id for said in cell.statements] for cell in law(*RULES, *rules).row(subject)]

    @pytest.mark.parametrize(
        ("made", "expected"),
        [
            ("2029-01-01", [["s"], ["s"], ["s"]]),
            ("2030-12-31", [["s"], ["s"], ["s"]]),
            ("2031-01-01", [[], ["s"], ["s"]]),
            ("2032-01-01", [[], [], ["s"]]),
            ("2040-01-01", [[], [], ["s"]]),
        ],
    )
    def test_a_statement_stands_from_the_period_in_which_it_was_made(self, made, expected):
        assert self.said(rule("s", made, says("b"))) == expected

    @pytest.mark.parametrize(
        ("ended", "expected"),
        [
            ("2030-06-01", [["s"], [], []]),
            ("2031-01-01", [["s"], [], []]),
            ("2031-01-02", [["s"], ["s"], []]),
            ("2032-01-01", [["s"], ["s"], []]),
        ],
    )
    def test_it_ends_with_the_first_rule_that_replaces_it(self, ended, expected):
        later = rule("later", "2039-01-01")
        assert (
            self.said(rule("s", "2030-01-01", says("b"), replaced_by=["later", "e"]), rule("e", ended), later)
            == expected
        )

    def test_a_successor_without_a_date_ends_nothing(self):
        undated = rule("e", None)
        assert self.said(rule("s", "2030-01-01", says("b"), replaced_by=["e"]), undated) == [["s"], ["s"], ["s"]]

    def test_it_counts_from_its_publication_where_it_has_no_effect(self):
        assert self.said(rule("s", None, says("b"), published="2031-03")) == [[], ["s"], ["s"]]
        assert self.said(rule("s", None, says("b"))) == [[], [], []], "without a date it stands nowhere"

    def test_it_speaks_of_its_chips_only_and_never_changes_a_status(self):
        spoken = law(*RULES, rule("s", "2030-01-01", says("b")))
        assert self.said(rule("s", "2030-01-01", says("b")), subject=A) == [[], [], []]
        assert told(spoken.spells(B)) == told(law().spells(B))


class TestMoves:
    """Changes of status."""

    def test_a_move_within_a_period_has_its_day_and_both_statuses(self):
        found = law()
        (move,) = found.moves(B, found.periods[1])
        assert (move.chip, move.day) == (B, date(2031, 1, 1))
        assert (move.before.kind, move.after.kind) == (StatusKind.presumption_of_denial, StatusKind.case_by_case)

    def test_another_rule_with_the_same_status_is_no_move(self):
        found = law()
        assert found.moves(C, found.periods[1]) == () and found.spells(C)[-1].status.rule.id == "second"

    def test_becoming_known_is_no_move(self):
        young = chip(id="young", announced="2030-07", memory_bandwidth=150)
        found = law(chips=[young])
        assert found.moves(young, found.periods[0]) == ()

    def test_which_chips_a_rule_moved(self):
        found = law()
        assert [(move.chip.id, str(move.day)) for move in found.moved_by(RULES[0])] == [
            ("b", "2030-01-01"),
            ("c", "2030-01-01"),
        ]
        assert [move.chip.id for move in found.moved_by(RULES[1])] == ["b"]
        assert [move.chip.id for move in found.moved_by(RULES[2])] == ["a"]

    def test_of_two_rules_of_one_day_each_moved_what_it_decides(self):
        twin = rule("twin", "2030-01-01", needs("d", memory_bandwidth={"at_least": 200}))
        severe = rule("severe", "2030-01-01", needs("e", "case-by-case", memory_bandwidth={"below": 100}))
        found = law(RULES[0], twin, severe)
        assert [move.chip.id for move in found.moved_by(severe)] == ["a"]
        assert [move.chip.id for move in found.moved_by(RULES[0])] == ["b", "c"]
        assert found.moved_by(twin) == ()

    def test_a_rule_that_frees_a_chip_moved_it(self):
        freed = rule("freed", "2031-01-01", needs("c", memory_bandwidth={"at_least": 200}))
        found = law(RULES[0], freed)
        assert [(move.chip.id, move.after.kind) for move in found.moved_by(freed)] == [("b", StatusKind.no_licence)]

    def test_rules_move_chips_exported_from_the_us_only(self):
        foreign = chip(id="foreign", memory_bandwidth=150, exported_from_us=False)
        found = law(chips=[foreign, B])
        assert found.decided == (B,) and [move.chip for move in found.moved_by(RULES[0])] == [B]


class TestDuty:
    """The duty now."""

    RULES = (rule("d", "2031-06-01", duty("band", memory_bandwidth={"at_least": 100})), rule("e", "2031-06-01"))

    def test_who_pays(self):
        found = law(*self.RULES, chips=[A, B, chip(id="foreign", memory_bandwidth=150, exported_from_us=False)])
        assert [(subject.id, band.group.paragraph) for subject, band in found.taxed_by(self.RULES[0])] == [
            ("b", "band")
        ]
        assert found.taxed_by(self.RULES[1]) == ()
        assert found.outside_bands(A) == ("memory_bandwidth",)

    def test_from_its_first_day(self):
        assert law(*self.RULES, day=date(2031, 5, 31)).band(B) is None
        assert law(*self.RULES).band(B, date(2031, 5, 31)) is None and law(*self.RULES).band(B)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(memory=st.floats(1, 400), announced=st.sampled_from(["2019-01-01", "2030-07", "2031", None]))
def test_spells_follow_each_other_without_gap(memory, announced):
    subject = chip(id="x", announced=announced, memory_bandwidth=memory)
    spells = law(chips=[subject]).spells(subject)
    assert spells[-1].last is None
    assert all((after.first.first_day - before.last.last_day).days == 1 for before, after in itertools.pairwise(spells))
    assert all(
        (before.status.kind, before.status.rule) != (after.status.kind, after.status.rule)
        for before, after in itertools.pairwise(spells)
    )


def test_without_a_duty_there_is_no_issue_to_which_it_was_read():
    read = rule("d", "2031-01-01", duty("band", **MEMORY), law_read_to="2031-02-01")
    assert Law((read,), (), date(2031, 6, 1)).duty_read_to == "2031-02-01"
    for rules, day in (((read,), date(2030, 6, 1)), ((), date(2031, 6, 1))):
        assert Law(rules, (), day).duty_read_to is None


@pytest.mark.parametrize(
    "other",
    [
        rule("abroad", "2031-01-01", jurisdiction="china", law_read_to="2031-05-01"),
        rule("transit", "2031-01-01", jurisdiction="malaysia", law_read_to="2031-05-01"),
        rule("tariff", "2031-01-01", duty("band", **MEMORY), says("a"), law_read_to="2031-05-01"),
        rule("waiting", None, instrument="bill", pending=True, law_read_to="2031-05-01"),
    ],
    ids=lambda rule: rule.id,
)
def test_a_status_says_how_far_the_law_that_decides_it_was_read(other):
    own = rule("own", "2031-01-01", needs("c", **MEMORY), law_read_to="2031-02-01")
    assert Law((own, other), (), DAY).read_to == "2031-02-01"
    assert Law((other,), (), DAY).read_to is None
