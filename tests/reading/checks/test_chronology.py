"""Chronology: what comes from what, in which order, and what is still expected."""

from __future__ import annotations

from datetime import date

import pytest
from law.made import chip, rule
from made import actor, article, claim, conflict, event, found, question, report, source, step, words
from reading.checks.checking import problems, reading

from macros.reading.checks.chronology import (
    announced_only,
    answers_of_others,
    dated_too_early,
    dates_in_ids,
    expected_events,
    findings_in_order,
    known_too_late,
    sides_in_order,
    younger_origins,
)
from macros.record.conclusion import Conclusion
from macros.record.correction import Correction
from macros.record.fields import PartialDate


def correction(date: str, **fields) -> Correction:
    """A correction of a day."""
    texts = {"title": words("t"), "stood": words("a"), "stands": words("b"), "why": words("w")}
    return Correction.model_validate({"id": "x", "date": date} | texts | fields)


class TestYoungerOrigins:
    """Nothing retells what came after it."""

    @pytest.mark.parametrize("parent", ["2031-01-05", "2031-01", "2031", "2030", None])
    def test_an_earlier_one_or_one_that_may_be(self, parent):
        assert problems(younger_origins, source("a", "b", date="2031-01-05"), source("b", date=parent)) == []

    @pytest.mark.parametrize(
        ("own", "parent"), [("2031-01-05", "2031-01-06"), ("2031", "2032-01-01"), ("2031-01", "2031-02")]
    )
    def test_a_later_one(self, own, parent):
        made = source("a", "x", "b", date=own)
        assert problems(younger_origins, made, source("b", date=parent), source("x", date=None)) == [
            f"f:1: derived_from.1: 'b' is of {parent}, after this source's {own}; expected an earlier one"
        ]

    @pytest.mark.parametrize("between", [None, "2031-01", "2031"])
    def test_a_later_one_behind_what_has_no_day(self, between):
        world = source("b", "c", date=between), source("c", date="2031-02-01"), source("d", "c", date="2031-02-02")
        assert problems(younger_origins, source("a", "b", date="2031-01-05"), *world) == [
            "f:1: derived_from.0: 'c' is of 2031-02-01, behind b, after this source's 2031-01-05; "
            "expected an earlier one"
        ]
        assert problems(younger_origins, source("a", "b", date="2031-02-01"), *world) == []

    def test_what_lies_behind_another_day_is_said_there(self):
        world = source("b", "c", date="2031-01-04"), source("c", date="2031-02-01")
        assert problems(younger_origins, source("a", "b", date="2031-01-05"), *world) == []

    def test_what_has_no_date_or_is_not_there(self):
        assert problems(younger_origins, source("a", "b", "gone", date=None), source("b")) == []
        assert problems(younger_origins, actor("a")) == []


class TestFindings:
    """The newest stands last."""

    @pytest.mark.parametrize("days", [["2031-01-01"], ["2031-01-01", "2031-01-01"], ["2031-01-01", "2031-02-01"]])
    def test_in_order(self, days):
        assert problems(findings_in_order, claim("x", findings=[found(day) for day in days])) == []

    def test_out_of_order(self):
        made = claim("x", findings=[found("2031-02-01"), found("2031-03-01"), found("2031-01-01")])
        assert problems(findings_in_order, made) == [
            "f:1: findings.2.date: 2031-01-01 lies before 2031-03-01, the finding above; expected newest last"
        ]

    def test_other_kinds_have_none(self):
        assert problems(findings_in_order, actor("a")) == []


class TestDatedTooEarly:
    """No judgement before what it judges."""

    WORLD = (article(date="2031-02-03"), source("wire", date="2031-02-01"), source("late", date="2031-03"))

    @pytest.mark.parametrize("day", ["2031-02-03", "2031-03-01"])
    def test_on_the_day_or_after(self, day):
        assert problems(dated_too_early, claim("c", report("wire"), findings=[found(day)]), *self.WORLD) == []

    def test_before_a_report(self):
        made = claim("c", report("wire"), findings=[found("2031-01-31"), found("2031-02-02")])
        assert problems(dated_too_early, made, *self.WORLD) == [
            "f:1: findings.0.date: 2031-01-31 lies before 2031-02-01, the date of 'wire'; "
            "expected that day or a later one",
            "f:1: findings.0.date: 2031-01-31 lies before 2031-02-03, the date of 'article'; "
            "expected that day or a later one",
            "f:1: findings.1.date: 2031-02-02 lies before 2031-02-03, the date of 'article'; "
            "expected that day or a later one",
        ]

    def test_before_a_source_of_its_own(self):
        made = claim("c", report("wire"), findings=[found("2031-02-28", sources=["wire", "late"])])
        assert problems(dated_too_early, made, *self.WORLD) == [
            "f:1: findings.0.date: 2031-02-28 lies before 2031-03, the date of 'late'; expected that day or a later one"
        ]

    def test_a_conclusion(self):
        made = Conclusion.model_validate(
            {"id": "x", "order": 1, "heading": {"en": "x", "ar": "س"}, "text": {"en": "x", "ar": "س"}}
            | {"date": "2031-01-31", "basis": "report", "sources": ["wire"]}
        )
        assert problems(dated_too_early, made, *self.WORLD) == [
            "f:1: date: 2031-01-31 lies before 2031-02-01, the date of 'wire'; expected that day or a later one"
        ]

    def test_an_answer(self):
        assert len(problems(dated_too_early, question("q", date="2031-01-31", sources=["wire"]), *self.WORLD)) == 1
        assert problems(dated_too_early, question("q", date="2031-02-01", sources=["wire"]), *self.WORLD) == []

    def test_a_conclusion_or_an_answer_on_a_claim_that_was_judged_later(self):
        judged = claim("c", findings=[found("2031-02-03"), found("2031-03-03")])
        late = ["f:1: date: 2031-02-02 lies before 2031-02-03, the date of 'c'; expected that day or a later one"]
        assert problems(dated_too_early, question("q", date="2031-02-02", claims=["c"]), judged) == late
        assert problems(dated_too_early, question("q", date="2031-02-03", claims=["c"]), judged) == []

    @pytest.mark.parametrize(
        ("dates", "begun"),
        [
            (["2031-02-03", "2031-03-03"], "2031-03-03"),
            (["2031-02-03", "2031-03-03", "2031-04-03"], "2031-03-03"),
            ([None, "2031-02-03", None], None),
            (["2031-02-03", None], "2031-02-03"),
        ],
    )
    def test_an_answer_or_a_correction_before_the_second_of_two_that_disagree(self, dates, begun):
        disputed = conflict("k", *({"date": date} for date in dates))
        late = f"f:1: date: 2031-01-01 lies before {begun}, the date of 'k'; expected that day or a later one"
        answer, corrected = question("q", date="2031-01-01", conflicts=["k"]), correction("2031-01-01", conflicts=["k"])
        for made in (answer, corrected):
            assert problems(dated_too_early, made, disputed) == [late] * (begun is not None)

    def test_an_answer_or_a_correction_on_a_chip_or_a_rule_that_was_not_known(self):
        known = chip(id="q"), rule("r", "2031-01-01")
        for made in (question("a", date="2020-01-01", rules=["r"]), correction("2020-01-01", rules=["r"])):
            assert len(problems(dated_too_early, made, *known)) == 1
        later = chip(id="q").model_copy(update={"announced": PartialDate("2031-02")})
        for made in (question("a", date="2031-01-31", chips=["q"]), correction("2031-01-31", chips=["q"])):
            assert problems(dated_too_early, made, later) == [
                "f:1: date: 2031-01-31 lies before 2031-02, the date of 'q'; expected that day or a later one"
            ]

    def test_an_answer_before_what_happened(self):
        made = question("q", date="2031-01-31", events=["e", "due"])
        come, due = event("e", "2031-02-01"), event("due", "2031-03-01", expected=True)
        assert problems(dated_too_early, made, come, due) == [
            "f:1: date: 2031-01-31 lies before 2031-02-01, the date of 'e'; expected that day or a later one"
        ]

    def test_a_step_or_a_correction(self):
        late = ["f:1: date: 2031-01-31 lies before 2031-02-01, the date of 'wire'; expected that day or a later one"]
        assert problems(dated_too_early, step("s", date="2031-01-31", sources=["wire"]), *self.WORLD) == late
        assert problems(dated_too_early, step("s", date="2031-02-01", sources=["wire"]), *self.WORLD) == []
        text = {"en": "x", "ar": "س"}
        fields = {"id": "c", "title": text, "stood": text, "stands": text, "why": text, "sources": ["wire"]}
        made = Correction.model_validate(fields | {"date": "2031-01-31"})
        assert problems(dated_too_early, made, *self.WORLD) == late

    def test_before_a_rule_was_published(self):
        law = rule("r", "2031-06-01", published="2031-02-02")
        early, late = (claim("c", findings=[found(day, rules=["r"])]) for day in ("2031-02-01", "2031-02-02"))
        assert problems(dated_too_early, early, law) == [
            "f:1: findings.0.date: 2031-02-01 lies before 2031-02-02, the date of 'r'; expected that day or a later one"
        ]
        assert problems(dated_too_early, late, law) == []

    def test_other_kinds_judge_nothing(self):
        assert problems(dated_too_early, event("e", "2030-01-01", sources=["wire"]), *self.WORLD) == []


class TestExpectedEvents:
    """The record is current to its newest finding, here 1 March 2031."""

    CURRENT = claim("c", findings=[found("2031-02-01"), found("2031-03-01")])
    AHEAD = "to which the record is current; expected 'expected: true', or a finding of that day"

    def said(self, made, *others) -> list[str]:
        return problems(expected_events, made, self.CURRENT, *others)

    @pytest.mark.parametrize("date", ["2031-03-01", "2031-03", "2031", "2030"])
    def test_what_has_happened(self, date):
        assert self.said(event("e", date)) == []

    @pytest.mark.parametrize("date", ["2031-03-02", "2031-04", "2032"])
    def test_what_lies_ahead_says_so(self, date):
        assert self.said(event("e", date)) == [f"f:1: date: {date} lies after 2031-03-01, {self.AHEAD}"]
        assert self.said(event("e", date, expected=True)) == []

    @pytest.mark.parametrize("date", ["2031-03-01", "2031-03", "2031"])
    def test_what_may_still_come_may_be_expected(self, date):
        assert self.said(event("e", date, expected=True)) == []

    @pytest.mark.parametrize("date", ["2031-02-28", "2031-02", "2030"])
    def test_what_is_over_is_expected_no_more(self, date):
        assert self.said(event("e", date, expected=True)) == [
            f"f:1: expected: {date} is over, since the record is current to 2031-03-01; expected the event as it came, "
            "a later event that relates to this one, or 'outcome: not-read'"
        ]
        assert self.said(event("e", date, expected=True, outcome="not-read")) == []

    @pytest.mark.parametrize("date", ["2031-03-01", "2031-03", "2032"])
    def test_what_came_is_not_asked_before_its_day_is_over(self, date):
        assert self.said(event("e", date, expected=True, outcome="not-read")) == [
            f"f:1: outcome: {date} is not over on 2031-03-01, to which the record is current; expected none"
        ]

    def test_what_a_later_entry_tells_has_been_read(self):
        due = event("e", "2031-02", expected=True, outcome="not-read")
        assert self.said(due, event("came", "2031-02-20", relations=[{"type": "follows", "to": "e"}])) == [
            "f:1: outcome: 'not-read', but a later event relates to this one; expected none"
        ]

    def test_unless_a_later_entry_says_what_came_of_it(self):
        due = event("e", "2031-02", expected=True)
        assert self.said(due, event("came", "2031-02-20", relations=[{"type": "follows", "to": "e"}])) == []
        forward = event("e", "2031-02", expected=True, relations=[{"type": "superseded-by", "to": "came"}])
        assert self.said(forward, event("came", "2031-02-20")) == []

    @pytest.mark.parametrize(
        "other",
        [
            event("x", "2031-01-31", relations=[{"type": "leads-to", "to": "e"}]),
            event("x", "2031-02-20"),
            event("x", "2031-04", expected=True, relations=[{"type": "follows", "to": "e"}]),
        ],
        ids=["an earlier one", "one that does not relate to it", "another expectation"],
    )
    def test_others_do_not(self, other):
        assert len(self.said(event("e", "2031-02", expected=True), other)) == 1

    def test_without_a_finding_nothing_is_known(self):
        assert problems(expected_events, event("e", "2099-01-01")) == []
        assert problems(expected_events, actor("a")) == []


class TestAnnouncedOnly:
    """The record is current to its newest finding, here 15 March 2031."""

    CURRENT = claim("c", findings=[found("2031-03-15")])
    OLD, NEW, UNDATED = source("old", date="2031-02-20"), source("new", date="2031-03"), source("undated", date=None)

    def said(self, date, *sources, **fields) -> list[str]:
        made = event("e", date, sources=list(sources), **fields)
        return problems(announced_only, made, self.CURRENT, self.OLD, self.NEW, self.UNDATED)

    def test_what_older_sources_can_only_have_announced(self):
        assert self.said("2031-03", "old") == [
            "f:1: date: 2031-03, but all its sources are older; expected 'expected: true', or a source of that date or "
            "a later one"
        ]
        assert self.said("2031-03", "old", expected=True) == []

    @pytest.mark.parametrize("sources", [["old", "new"], ["undated"], ["old", "gone"]])
    def test_a_source_that_may_tell_it(self, sources):
        assert self.said("2031-03", *sources) == []

    @pytest.mark.parametrize("date", ["2031-03-15", "2031-02-28", "2031-02-21"])
    def test_its_day_may_be_over(self, date):
        assert [line.partition(",")[0] for line in self.said(date, "old")] == [f"f:1: date: {date}"]

    @pytest.mark.parametrize("date", ["2031-02-20", "2031-02", "2031", "2030", "2031-04"])
    def test_what_a_source_may_have_seen_or_lies_ahead_is_another_matter(self, date):
        assert self.said(date, "old") == []
        assert problems(announced_only, actor("a")) == problems(announced_only, event("e", "2031")) == []


class TestDatesInIds:
    """An id that ends in a date says that of the event."""

    @pytest.mark.parametrize(
        ("id", "date"),
        [
            ("talks-2031-03", "2031-03-05"),
            ("talks-2031-03-05", "2031-03-05"),
            ("talks-2031", "2031-03"),
            ("talks", "2031-03"),
            ("talks-of-8000", "2031-03"),
        ],
    )
    def test_which_agree(self, id, date):
        assert problems(dates_in_ids, event(id, date)) == []

    @pytest.mark.parametrize(
        ("id", "date", "named"),
        [("talks-2031-03", "2031-02-05", "2031-03"), ("talks-2031-03-05", "2031-03-06", "2031-03-05")],
    )
    def test_which_do_not(self, id, date, named):
        assert problems(dates_in_ids, event(id, date)) == [
            f"f:1: date: {date}, but its id says {named}; expected its own date, there or at the end of the id"
        ]
        assert problems(dates_in_ids, source(id, date=date)) == []

    def test_what_follows_another_number(self):
        assert problems(dates_in_ids, event("reed-2080-2032-05", "2032-05")) == []

    def test_only_what_has_come_may_be_vaguer(self):
        assert problems(dates_in_ids, event("talks-2031-03", "2031")) == []
        assert problems(dates_in_ids, event("talks-2031-03", "2031", expected=True)) == [
            "f:1: date: 2031, but its id says 2031-03; expected its own date, there or at the end of the id"
        ]


class TestKnownTooLate:
    """The record is current to its newest finding, here 15 March 2031."""

    CURRENT = claim("c", findings=[found("2031-03-15")])

    @pytest.mark.parametrize(
        ("made", "place"),
        [
            (lambda date: source("s", date=date), "date"),
            (lambda date: conflict("x", {}, {"date": date}), "sides.1.date"),
            (lambda date: chip(announced=date, announced_sources=["s"]), "announced"),
        ],
        ids=["source", "side", "chip"],
    )
    def test_after_the_newest_finding(self, made, place):
        assert problems(known_too_late, made("2031-03-16"), self.CURRENT) == [
            f"f:1: {place}: 2031-03-16 lies after 2031-03-15, to which the record is current; expected an earlier "
            "date, or a finding of that day"
        ]
        for known in ("2031-03-15", "2031-03", "2031"):
            assert problems(known_too_late, made(known), self.CURRENT) == []

    def test_of_what_nobody_told_or_without_a_finding(self):
        assert problems(known_too_late, event("e", "2031-04"), self.CURRENT) == []
        assert problems(known_too_late, source("s", date=None), self.CURRENT) == []
        assert problems(known_too_late, source("s", date="2041")) == []


def test_the_newest_day_is_that_of_a_source_or_of_an_event_that_has_come():
    told, to_come = event("e", "2031-03"), event("f", "2032-01-01", expected=True, sourcing={"kind": "official"})
    assert reading(source("s", date="2031-05-01"), told, to_come).newest == date(2031, 5, 1)
    assert reading(source("s", date=None), told, to_come).newest == date(2031, 3, 1)
    assert reading(source("s", date=None)).newest is None


class TestSides:
    """Answers stand in order, and are of the dates of those who gave them."""

    @pytest.mark.parametrize(
        ("dates", "wrong"),
        [
            (["2031-02", "2031-01"], [1]),
            (["2031-02-05", "2031-02", "2031-02-04"], [2]),
            (["2031-02-05", None, "2031-02-04"], [2]),
            (["2031-02-05", "2031-02", "2031-02-05"], []),
        ],
    )
    def test_a_vaguer_date_between_hides_nothing(self, dates, wrong):
        found = problems(sides_in_order, conflict("k", *({"date": date} for date in dates)))
        assert [problem.split(":")[2] for problem in found] == [f" sides.{index}.date" for index in wrong]

    WORLD = source("wire", date="2031-01-05"), event("e", "2031-02-01")

    @pytest.mark.parametrize(
        "side",
        [
            {"date": "2031-01", "sources": ["wire"]},
            {"date": "2031-02-01", "sources": ["wire"], "events": ["e"]},
            {"date": "2031-02", "events": ["e"]},
        ],
    )
    def test_of_the_date_of_those_who_gave_it(self, side):
        assert problems(answers_of_others, conflict("k", side, {}), *self.WORLD) == []

    def test_after_its_sources_or_before_its_events(self):
        made = conflict("k", {"date": "2031-01-06", "sources": ["wire"]}, {"date": "2031-01-06", "events": ["e"]})
        assert problems(answers_of_others, made, *self.WORLD) == [
            "f:1: sides.0.date: 2031-01-06, but all its sources are older; expected a date of theirs",
            "f:1: sides.1.date: 2031-01-06 lies before its events; expected a date of theirs",
        ]
