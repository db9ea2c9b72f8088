"""The law as the record holds it, against figures typed here from the regulation and from makers' documents."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import live
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from law.made import chip

from macros.law import measures, policy
from macros.law.day import Law
from macros.law.measures import item
from macros.law.policy import StatusKind
from macros.record.chip import Chip
from macros.record.fields import ChipId, RuleId
from macros.record.rule import Rule, Statement

ARTICLE_DAY, TODAY = date(2025, 12, 10), date(2026, 11, 23)
DENIAL, CASES, FREE = StatusKind.presumption_of_denial, StatusKind.case_by_case, StatusKind.no_licence
NAC, IF = StatusKind.licence_exception_nac, StatusKind.case_by_case_if_gates_met
SLOW = {"memory_bandwidth": 100, "interconnect_bandwidth": 64}
"""Figures that no letter reaches."""
MET = dict.fromkeys(("dd-us-units", "dd-five-specs", "dd-cap"), "met")


def known(id: str) -> Chip:
    return live.dossier()[ChipId(id)]


def status(subject: Chip, day: date) -> StatusKind:
    """The status of any chip, of the dossier or made up, by the rules of the dossier."""
    return policy.status(item(subject), live.law().in_force(day), day).kind


def band(subject: Chip, day: date) -> policy.Band | None:
    return policy.band(item(subject), live.law().in_force(day))


# Total processing performance: data sheets, and the regulation's own example.


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("a100-80", 624 * 8),
        ("h100-sxm", 1979 * 8),
        ("h200-sxm", 1979 * 8),
        ("h20-96", 296 * 8),
        ("b200", 4500 * 8),
        ("h200-nvl", 13_364),
        ("mi325x", 20_919.2),
        ("rubin", 140_000),
        ("l20", 239 * 8),
    ],
)
def test_total_processing_performance_of_known_chips(id, expected):
    assert measures.figure(known(id), "total_processing_performance") == pytest.approx(expected)


@pytest.mark.parametrize("rates", [{"int8": 600}, {"fp16": 300}])
def test_the_example_of_the_technical_note_meets_4800_exactly(rates):
    """ "600 tera integer operations at 8 bits or 300 tera FLOPS at 16 bits" (ECCN 3A090, technical note)."""
    assert measures.total_processing_performance(chip(**rates)).value == 4800


def test_the_highest_format_counts():
    processing = measures.total_processing_performance(chip(fp16=100, int8=150, fp4=1000))
    assert (processing.value, processing.format, processing.bits) == (4000, "fp4", 4)


@pytest.mark.parametrize(("id", "expected"), [("h100-sxm", 19.45), ("h20-96", 2.91), ("a100-80", 6.04), ("l20", 3.14)])
def test_performance_density_of_known_chips(id, expected):
    assert measures.performance_density(known(id)) == pytest.approx(expected, abs=0.005)


def test_what_is_not_published_is_not_computed():
    assert measures.total_processing_performance(chip(memory_bandwidth=4000)) is None
    assert measures.performance_density(chip(int8=600)) is None


# Thresholds from both sides, in the periods in which they hold.


@pytest.mark.parametrize(("tpp", "expected"), [(4800, DENIAL), (4800.001, DENIAL), (4799.999, FREE)])
def test_control_line_3a090_a1(tpp, expected):
    assert status(chip(int8=tpp / 8, die_area=10_000, **SLOW), ARTICLE_DAY) is expected


@pytest.mark.parametrize(
    ("tpp", "density", "expected"),
    [
        (1600, 5.92, DENIAL),  # .a.2
        (1600, 5.919, NAC),  # .b.2
        (1599.9, 5.92, FREE),
        (1600, 3.2, NAC),  # .b.2
        (1600, 3.199, FREE),
        (2400, 1.6, NAC),  # .b.1
        (2400, 1.599, FREE),
        (2399.9, 1.6, FREE),
    ],
)
def test_control_lines_with_density(tpp, density, expected):
    assert status(chip(int8=tpp / 8, die_area=tpp / density, **SLOW), ARTICLE_DAY) is expected


def test_density_lines_catch_only_items_for_data_centres():
    """Note 2 to 3A090: not for items that are not for data centres, unless TPP is 4,800 or more."""
    figures = {"int8": 4000 / 8, "die_area": 500} | SLOW
    assert status(chip(**figures), ARTICLE_DAY) is DENIAL
    assert status(chip(data_centre=False, **figures), ARTICLE_DAY) is FREE
    assert status(chip(data_centre=False, int8=600, **SLOW), ARTICLE_DAY) is NAC


@pytest.mark.parametrize(
    ("tpp", "bandwidth", "expected"),
    [
        (20_999.9, 6_499.9, CASES),
        (21_000, 6_499, DENIAL),
        (20_999, 6_500, DENIAL),
        (21_000, 6_500, DENIAL),
        (4_800, 100, CASES),
        (4_799, 100, FREE),
    ],
)
def test_case_by_case_needs_both_figures_below(tpp, bandwidth, expected):
    subject = chip(int8=tpp / 8, memory_bandwidth=bandwidth, die_area=100_000, gates=MET, interconnect_bandwidth=0)
    assert status(subject, TODAY) is expected


@pytest.mark.parametrize(("link", "expected"), [(600, DENIAL), (599, FREE)])
def test_the_rule_of_2022_needs_the_interconnect_too(link, expected):
    assert status(chip(int8=1979, interconnect_bandwidth=link), date(2023, 1, 1)) is expected


FIRST, SECOND = "US note 39, first band", "US note 39, second band"


@pytest.mark.parametrize(
    ("tpp", "bandwidth", "paragraph"),
    [
        (14_000, 4_750, None),
        (14_000.1, 4_750, FIRST),
        (17_499.9, 4_750, FIRST),
        (17_500, 4_750, None),
        (15_832, 4_500, None),
        (15_832, 4_501, FIRST),
        (15_832, 5_000, None),
        (20_800, 6_000, None),
        (20_801, 6_000, SECOND),
        (21_100, 6_000, None),
        (20_919, 5_800, None),
        (20_919, 6_199, SECOND),
        (20_919, 6_200, None),
    ],
)
def test_bands_of_the_duty(tpp, bandwidth, paragraph):
    found = band(chip(int8=tpp / 8, memory_bandwidth=bandwidth), TODAY)
    assert (found.group.paragraph if found else None) == paragraph


def test_no_duty_before_15_january_2026():
    subject = known("h200-sxm")
    assert band(subject, date(2026, 1, 14)) is None
    assert band(subject, date(2026, 1, 15)) is not None


@pytest.mark.parametrize(
    ("id", "inside"),
    [
        ("h200-sxm", True),
        ("mi325x", True),
        ("h200-nvl", False),
        ("h100-sxm", False),
        ("a100-80", False),
        ("h20-96", False),
        ("mi300x", False),
        ("b200", False),
    ],
)
def test_which_chips_pay_the_duty(id, inside):
    assert (band(known(id), TODAY) is not None) is inside


# Known statuses, day by day.


@pytest.mark.parametrize(
    ("id", "day", "expected"),
    [
        ("a100-80", "2022-09-30", "letter"),
        ("a100-80", "2022-10-20", "letter"),
        ("a100-80", "2022-10-21", "presumption-of-denial"),
        ("h800", "2023-10-22", "no-licence"),
        ("h800", "2023-10-23", "letter"),
        ("h800", "2023-11-17", "presumption-of-denial"),
        ("a800", "2023-10-22", "no-licence"),
        ("a800", "2023-10-23", "letter"),
        ("a800", "2024-06-01", "presumption-of-denial"),
        ("h20-96", "2025-04-08", "no-licence"),
        ("h20-96", "2025-04-09", "letter"),
        ("h20-96", "2026-11-23", "letter"),
        ("h200-sxm", "2022-12-01", "not-known-yet"),
        ("h200-sxm", "2025-12-07", "presumption-of-denial"),
        ("h200-sxm", "2025-12-10", "presumption-of-denial"),
        ("h200-sxm", "2026-01-14", "presumption-of-denial"),
        ("h200-sxm", "2026-01-15", "case-by-case"),
        ("h100-sxm", "2025-12-10", "presumption-of-denial"),
        ("h100-sxm", "2026-01-15", "case-by-case"),
        ("a100-80", "2025-12-10", "presumption-of-denial"),
        ("a100-80", "2026-01-15", "case-by-case"),
        ("h200-nvl", "2026-01-15", "case-by-case"),
        ("mi325x", "2026-01-15", "case-by-case"),
        ("b200", "2025-12-10", "presumption-of-denial"),
        ("b200", "2026-11-23", "presumption-of-denial"),
        ("b30a", "2026-11-23", "presumption-of-denial"),
        ("mi308x", "2025-04-14", "cannot-be-computed"),
        ("mi308x", "2025-04-15", "letter"),
        ("h800", "2026-11-23", "presumption-of-denial"),
        ("mi250x", "2026-11-23", "case-by-case-if-gates-met"),
        ("l40", "2026-11-23", "licence-exception-nac"),
        ("rtx-pro-5500", "2026-11-23", "cannot-be-computed"),
        ("ascend-910b", "2026-11-23", "not-exported-from-us"),
        ("l20", "2026-11-23", "no-licence"),
    ],
)
def test_status_on_a_day(id, day, expected):
    assert live.law().status(known(id), date.fromisoformat(day)).kind == expected


def test_no_chip_made_for_china_is_cleared_before_a_source_knows_it():
    made = [chip for chip in live.law().chips if chip.group == "made-for-china"]
    assert made and all(chip.known_from for chip in made)
    assert {live.law().status(chip, live.law().first).kind for chip in made} == {StatusKind.not_known_yet}


def test_an_announcement_never_changes_a_status():
    """Without any announcement, promise or licence, every chip has the same status in every period."""
    law = live.law()
    stripped = [
        rule.model_copy(update={"effects": tuple(found for found in rule.effects if not isinstance(found, Statement))})
        for rule in law.rules
    ]
    assert stripped != list(law.rules)
    silent = Law(stripped, law.chips, law.day)
    for subject in law.chips:
        told, untold = (
            [(spell.first, spell.last, spell.status.kind) for spell in which.spells(subject)] for which in (law, silent)
        )
        assert told == untold


def test_the_announcement_is_shown_beside_the_status_and_ends_with_the_rule():
    cells = {cell.period.rule.id: cell for cell in live.law().row(known("h200-sxm"))}
    announced, ruled = cells["post-2025-12-08"], cells["rule-2026-01-15"]
    assert "post-2025-12-08" in [said.rule.id for said in announced.statements]
    assert [spell.status.kind for spell in announced.spells] == [DENIAL]
    assert "post-2025-12-08" not in [said.rule.id for said in ruled.statements]


def test_the_january_rule_moved_the_chips_above_the_control_line_and_below_its_own():
    moves = live.law().moved_by(live.dossier()[RuleId("rule-2026-01-15")])
    moved = {move.chip.id: (move.before.kind, move.after.kind) for move in moves}
    assert {"h200-sxm", "h100-sxm", "a100-80", "mi325x"} <= {
        id for id, move in moved.items() if move == (DENIAL, CASES)
    }
    assert {id for id, move in moved.items() if move == (DENIAL, IF)} == {"mi250x", "mi300a", "rtx-pro-6000-server"}
    assert not {"h20-96", "b200", "mi308x", "a800", "h800", "l40"} & set(moved)
    assert {move.day for move in moves} == {date(2026, 1, 15)}


# What holds for any figures.

FIGURES = st.floats(1, 100_000, allow_nan=False)
ORDER = [FREE, NAC, CASES, DENIAL]


@settings(deadline=None)
@given(tpp=FIGURES, more=FIGURES, bandwidth=st.floats(1, 20_000), area=st.floats(50, 3_000))
def test_more_processing_never_frees_a_chip(tpp, more, bandwidth, area):
    same = {"memory_bandwidth": bandwidth, "die_area": area, "interconnect_bandwidth": 0, "gates": MET}
    weaker, stronger = chip(int8=tpp / 8, **same), chip(int8=(tpp + more) / 8, **same)
    for day in (ARTICLE_DAY, TODAY):
        lower, higher = status(weaker, day), status(stronger, day)
        assert ORDER.index(higher) >= ORDER.index(lower) or lower is DENIAL


@settings(deadline=None)
@given(tpp=FIGURES, bandwidth=st.floats(1, 20_000))
def test_spells_follow_each_other_without_gap(tpp, bandwidth):
    subject = chip(int8=tpp / 8, memory_bandwidth=bandwidth)
    spells = Law(live.dossier().all(Rule), [subject], TODAY).spells(subject)
    assert spells[-1].last is None
    for before, after in pairwise(spells):
        assert (after.first.first_day - before.last.last_day).days == 1
