"""What must hold between records: each check with a record that is right and with those that are wrong."""

from __future__ import annotations

import pytest
from law.made import MEMORY, TEXT, chip, duty, needs, reviewed, rule, says
from made import actor, article, claim, dossier, event, found, last, report, source, words

from macros.reading.checks import (
    CHECKS,
    Reading,
    broken,
    broken_pointers,
    cycles,
    findings_in_order,
    journeys,
    undated_effects,
    unknown_gates,
    unknown_references,
)
from macros.reading.pointers import Pointer
from macros.reading.yaml_file import Document

DOCUMENT = Document("f", {}, {})


def reading(*records, unread=()) -> Reading:
    """These records, and files that could not be read."""
    return Reading(dossier(*records), {(record.folder, record.id) for record in records} | set(unread))


def problems(check, record, *others, unread=()) -> list[str]:
    """What a check says of a record among others."""
    return [str(problem) for problem in check(reading(record, *others, unread=unread), record, DOCUMENT)]


def test_every_check_is_made():
    every = {unknown_references, broken_pointers, cycles, journeys, findings_in_order, undated_effects, unknown_gates}
    assert set(CHECKS) == every


class TestUnknownReferences:
    """A field names a record that does not exist."""

    def test_each_in_its_place(self):
        made = event("e", sources=["wire", "wier"], about={"actors": ["tarn"], "chips": ["q"]})
        assert problems(unknown_references, made, source("wire"), actor("tarn")) == [
            "f:1: about.chips.0: no chip 'q'",
            "f:1: sources.1: no source 'wier' (did you mean 'wire'?)",
        ]

    def test_a_file_that_could_not_be_read_has_problems_of_its_own(self):
        assert problems(unknown_references, event("e", sources=["wire"]), unread=[("sources", "wire")]) == []


class TestBrokenPointers:
    """A text points at nothing."""

    def test_each_in_its_language(self):
        made = event("e", summary={"en": "See [[chips/q]].", "ar": "انظر [[chips/z]]."})
        assert problems(broken_pointers, made, chip(id="q")) == ["f:1: summary.ar: no record 'chips/z'"]

    def test_the_first_of_a_text_is_said(self):
        made = event("e", summary=words("[[chips/a]] [[chips/b]]"))
        assert problems(broken_pointers, made) == [
            "f:1: summary.en: no record 'chips/a'",
            "f:1: summary.ar: no record 'chips/a'",
        ]

    def test_a_file_that_could_not_be_read_has_problems_of_its_own(self):
        known = reading(chip(id="a"), unread=[("chips", "q")])
        assert list(broken(known, "[[chips/q:fp8]] [[chips/z]]")) == ["no record 'chips/z'"]
        assert known.is_known(Pointer("chips", "q"))
        assert not known.is_known(Pointer("chips", "a")) and not known.is_known(Pointer("chips", "z"))

    def test_what_is_no_pointer(self):
        assert list(broken(reading(), "[[here]]")) == [
            "'[[here]]' is no reference; expected [[kind/id]], [[kind/id|words]] or [[kind/id:field]]"
        ]


class TestCycles:
    """A source derives from itself."""

    EXPECTED = "expected a source to derive from earlier ones"

    @staticmethod
    def said(chain: dict[str, list[str]]) -> list[str]:
        """What the check says of all these sources, each with those from which it derives."""
        sources = [source(id, *behind) for id, behind in chain.items()]
        return [problem for made in sources for problem in problems(cycles, made, *sources)]

    def test_of_one(self):
        assert problems(cycles, source("a", "a")) == [f"f:1: derived_from: cycle: a ← a; {self.EXPECTED}"]

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


class TestJourneys:
    """The reports of a claim."""

    ARTICLE = article(date="2031-01-03", paragraphs=2)
    OTHERS = (
        source("wire", date="2031-01-02"),
        source("blog", date="2031-01-03"),
        source("month", date="2031-01"),
        source("undated", date=None),
    )

    def said(self, *reports, sources=(ARTICLE, *OTHERS)) -> list[str]:
        return problems(journeys, claim("x", reports=list(reports)), *sources)

    def test_a_journey_that_is_right(self):
        assert self.said(report("wire"), report("blog", taken_from=["wire"]), last(2)) == []

    @pytest.mark.parametrize(
        "end",
        [
            report("wire", locator={"paragraph": 1}, drift="faithful", certainty="high"),
            report("article", drift="faithful", certainty="high"),
            report("article", locator={"paragraph": 1}),
        ],
        ids=["another source", "no locator", "no drift"],
    )
    def test_it_ends_in_the_article(self, end):
        assert self.said(end) == ["f:1: reports: expected the last report to be 'article', with locator and drift"]

    @pytest.mark.parametrize(("paragraph", "wrong"), [(1, False), (2, False), (3, True)])
    def test_in_a_paragraph_that_exists(self, paragraph, wrong):
        expected = f"f:1: reports.0.locator.paragraph: paragraph {paragraph} does not exist; the article has 2"
        assert self.said(last(paragraph)) == [expected] * wrong

    def test_without_the_article_no_paragraph_can_be_checked(self):
        assert self.said(last(3), sources=()) == []

    def test_oldest_first(self):
        assert self.said(report("blog"), report("undated"), report("wire"), last()) == [
            "f:1: reports.2.source: 'wire' is of 2031-01-02, before the report above it; expected oldest first"
        ]

    def test_dates_that_do_not_decide_are_no_mistake(self):
        assert self.said(report("wire"), report("month"), last(), sources=(*self.OTHERS, article(date="2031"))) == []

    def test_what_is_taken_stands_above(self):
        second = report("undated", taken_from=["wire", "article"])
        assert self.said(report("wire", taken_from=["blog"]), second, last(taken_from=["nobody"])) == [
            "f:1: reports.0.taken_from: 'blog' is not among the reports above; expected one of none",
            "f:1: reports.1.taken_from: 'article' is not among the reports above; expected one of wire",
            "f:1: reports.2.taken_from: 'nobody' is not among the reports above; expected one of wire, undated",
        ]

    def test_a_report_does_not_take_from_itself(self):
        assert self.said(last(taken_from=["article"])) == [
            "f:1: reports.0.taken_from: 'article' is not among the reports above; expected one of none"
        ]

    def test_other_kinds_make_no_journey(self):
        assert problems(journeys, actor("a")) == []


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


class TestUndatedEffects:
    """A status is computed by the day."""

    EXPECTED = ["f:1: effective: expected a day (YYYY-MM-DD), since the status of chips is computed from it"]

    @pytest.mark.parametrize(
        "made",
        [
            [needs("c", **MEMORY)],
            [reviewed("c", **MEMORY)],
            [duty("d", **MEMORY)],
            [says("x"), needs("c", effective="2031-01-01", **MEMORY), needs("d", **MEMORY)],
        ],
        ids=["requirement", "review", "duty", "one of several"],
    )
    @pytest.mark.parametrize("date", [None, "2031-01", "2031"])
    def test_what_decides_needs_a_day(self, made, date):
        assert problems(undated_effects, rule("r", date, *made)) == self.EXPECTED
        assert problems(undated_effects, rule("r", "2031-01-01", *made)) == []

    @pytest.mark.parametrize("date", [None, "2031-01"])
    def test_a_period_needs_a_day(self, date):
        assert problems(undated_effects, rule("r", date, opens_period=TEXT)) == self.EXPECTED
        assert problems(undated_effects, rule("r", "2031-01-01", opens_period=TEXT)) == []

    @pytest.mark.parametrize("made", [[], [says("x")], [needs("c", effective="2031-01-01", **MEMORY)]])
    def test_what_decides_nothing_needs_none(self, made):
        assert problems(undated_effects, rule("r", None, *made)) == []

    def test_other_kinds_have_no_effects(self):
        assert problems(undated_effects, actor("a")) == []


class TestUnknownGates:
    """A chip is found at gates that a rule has."""

    RULE = rule("r", "2031-01-01", reviewed("c", gates={"sold": "product", "buyer": "application"}, **MEMORY))

    def test_a_gate_that_no_rule_has(self):
        made = chip(id="q", gates={"sold": "met", "sodl": "met"})
        (problem,) = problems(unknown_gates, made, self.RULE)
        assert problem == "f:1: gates.1.gates.0: no gate 'sodl'; expected buyer, sold"
        assert problems(unknown_gates, made)[0].endswith("expected none, since no rule has gates")

    def test_gates_that_a_rule_has(self):
        assert problems(unknown_gates, chip(id="q", gates={"sold": "met"}), self.RULE) == []
        assert problems(unknown_gates, self.RULE) == []
