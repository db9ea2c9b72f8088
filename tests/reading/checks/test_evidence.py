"""Evidence: what is stated is no surer than its sources are."""

from __future__ import annotations

import pytest
from law.made import chip, rule
from made import actor, claim, conflict, event, found, question, source
from reading.checks.checking import problems

from macros.reading.checks.evidence import overconfidence, shared_estimates, verified_unread

HERE = "https://example.org/1"


class TestOverconfidence:
    """No finding is surer than its sources."""

    UNREAD = "none of the sources was read"
    EXPECTED = "expected low, or a source of another kind that was read in part"

    def said(self, confidence: str, *sources) -> list[str]:
        """What the check says of an event, a finding and an answer on these sources, which is the same of all."""
        ids = [made.id for made in sources]
        of_event = problems(overconfidence, event("e", confidence=confidence, sources=ids or ["gone"]), *sources)
        of_finding = problems(
            overconfidence, claim("c", findings=[found(confidence=confidence, sources=ids)]), *sources
        )
        of_answer = problems(overconfidence, question("q", confidence=confidence, sources=ids or ["gone"]), *sources)
        assert [problem.replace("findings.0.", "") for problem in of_finding] == of_event == of_answer
        return of_event

    @pytest.mark.parametrize("read", ["quoted", "none"])
    @pytest.mark.parametrize("confidence", ["high", "medium"])
    def test_more_than_low_needs_a_source_that_was_read(self, read, confidence):
        unread = source("a", read=read)
        assert self.said(confidence, unread) == [f"f:1: confidence: '{confidence}', but {self.UNREAD}; {self.EXPECTED}"]
        assert self.said("low", unread) == []
        assert self.said(confidence, unread, source("b", read="partial")) == []

    @pytest.mark.parametrize("read", ["full", "partial", "translation"])
    def test_read_at_least_in_part(self, read):
        assert self.said("high", source("a", read=read)) == []

    def test_what_was_read_where_no_reader_finds_it_lifts_nothing(self):
        assert self.said("high", source("a", url=None)) == [
            f"f:1: confidence: 'high', but {self.UNREAD}; {self.EXPECTED}"
        ]
        assert self.said("high", source("a", url=None), source("b", read="none")) == [
            f"f:1: confidence: 'high', but {self.UNREAD}; {self.EXPECTED}"
        ]
        assert (
            self.said("high", source("a", url=None, copies=[{"url": HERE, "language": "en", "extent": "full"}])) == []
        )

    @pytest.mark.parametrize("kind", ["retelling", "public_note"])
    @pytest.mark.parametrize("confidence", ["high", "medium"])
    def test_what_nobody_answers_for_carries_low_alone(self, kind, confidence):
        why = f"'{confidence}', but the best that was read is a {kind}; {self.EXPECTED}"
        assert self.said(confidence, source("a", kind=kind)) == [f"f:1: confidence: {why}"]
        assert self.said("low", source("a", kind=kind)) == []
        assert self.said(confidence, source("a", kind=kind), source("b", kind="trade_press")) == []

    @pytest.mark.parametrize("read", ["quoted", "none"])
    def test_a_better_one_that_nobody_read_does_not_help(self, read):
        assert len(self.said("medium", source("a", kind="public_note"), source("b", kind="law", read=read))) == 1

    def test_both_together_are_no_better(self):
        assert len(self.said("medium", source("a", kind="retelling"), source("b", kind="public_note"))) == 1

    def test_the_sources_of_the_rules_count_for_what_is_computed(self):
        made = claim("c", findings=[found(confidence="high", basis="computed", rules=["r"])])
        law = rule("r", "2031-01-01", sources=["text"])
        assert problems(overconfidence, made, law, source("text", kind="law")) == []
        assert problems(overconfidence, made, law, source("text", kind="law", read="none")) == [
            f"f:1: findings.0.confidence: 'high', but {self.UNREAD}; {self.EXPECTED}"
        ]

    def test_without_sources_there_is_nothing_to_compare(self):
        assert self.said("high") == []


class TestSharedEstimates:
    """Two answers that come from one estimate are one answer."""

    BODY = source("body", kind="research")
    TABLE = source("table", kind="database")
    WIRE = source("wire", "body", kind="newsroom")
    RIVAL = source("rival", "wire", kind="newsroom")
    OWN = source("own", kind="newsroom")
    WORLD = (BODY, TABLE, WIRE, RIVAL, OWN)

    def said(self, *sides) -> list[str]:
        told = event("told", sources=["wire"])
        return problems(shared_estimates, conflict("c", *sides), *self.WORLD, told)

    @pytest.mark.parametrize(
        "other",
        [
            {"sources": ["body"]},
            {"sources": ["rival"]},
            {"events": ["told"]},
            {"sources": ["own", "rival"]},
            {"sources": ["table", "body"]},
        ],
    )
    def test_one_behind_both(self, other):
        assert self.said({"sources": ["wire"]}, {"sources": ["own"]}, other) == [
            "f:1: sides.2.sources: rests on 'body', as side 0 does; expected sides that do not share one estimate"
        ]

    @pytest.mark.parametrize("other", [{"sources": ["table"]}, {"sources": ["own"]}, {"sources": ["own", "table"]}])
    def test_another(self, other):
        assert self.said({"sources": ["wire"]}, other) == []

    def test_of_a_source_that_retells_several_that_which_was_taken(self):
        brief = source("brief", "body", "table", kind="newsroom")
        sides = {"sources": ["body"]}, {"sources": ["brief"], "taken_from": ["table"]}
        assert problems(shared_estimates, conflict("c", *sides), brief, *self.WORLD) == []
        sides[1]["taken_from"] = ["body"]
        assert len(problems(shared_estimates, conflict("c", *sides), brief, *self.WORLD)) == 1

    def test_one_newsroom_may_report_both_answers(self):
        assert self.said({"sources": ["own"]}, {"sources": ["own"]}) == []

    def test_other_kinds_have_no_sides(self):
        assert problems(shared_estimates, actor("a")) == []


class TestVerifiedUnread:
    """Verified is what was read; of a chip others may quote the maker."""

    UNREAD, READ = source("unread", read="none"), source("read", read="partial")
    MAKER = source("maker", read="quoted", kind="maker", publisher="ovrel")

    def said(self, made) -> list[str]:
        return problems(verified_unread, made, self.UNREAD, self.READ, self.MAKER)

    @pytest.mark.parametrize("sources", [["read"], ["unread", "read"], ["gone"]])
    def test_by_a_text_that_was_read(self, sources):
        assert self.said(rule("r", "2031-01-01", standing="verified", sources=sources)) == []

    @pytest.mark.parametrize("sources", [["unread"], ["maker"], ["unread", "maker"]])
    def test_a_rule_by_a_text_that_was_not(self, sources):
        assert self.said(rule("r", "2031-01-01", standing="verified", sources=sources)) == [
            "f:1: standing: 'verified', but none of the sources was read; expected 'reported', or a source that was "
            "read in part"
        ]
        assert self.said(rule("r", "2031-01-01", standing="reported", sources=sources)) == []

    @pytest.mark.parametrize(
        ("of", "vendor", "wrong"), [("unread", "ovrel", 1), ("maker", "ovrel", 0), ("maker", "x", 1)]
    )
    def test_a_figure_by_its_maker_as_others_quote_it(self, of, vendor, wrong):
        made = chip(vendor=vendor, fp8={"value": 1, "standing": "verified", "sources": [of]})
        found = [problem for problem in self.said(made) if problem.startswith("f:1: figures.fp8.standing: 'verified'")]
        assert len(found) == wrong
