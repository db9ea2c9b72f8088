"""Evidence: what is stated names sources that a reader can find, and is no surer than they are."""

from __future__ import annotations

import pytest
from law.made import MEMORY, TEXT, chip, reviewed, rule
from made import actor, claim, conflict, event, found, question, source
from reading.checks.checking import problems

from macros.reading.checks.evidence import (
    baseless_verdicts,
    moving_addresses,
    overconfidence,
    shared_estimates,
    unfindable_sources,
)
from macros.record.conclusion import Conclusion

HERE = "https://example.org/1"


class TestUnfindableSources:
    """A reader can find one of the sources at least."""

    LOST, FOUND = source("lost", url=None), source("found", url=HERE)
    COPIED = source("copied", url=None, copies=[{"url": HERE, "language": "en", "extent": "full"}])
    HEARD = source("heard", url=None, copies=[{"language": "en", "extent": "full"}])
    WORLD = (LOST, FOUND, COPIED, HEARD)

    def said(self, made) -> list[str]:
        return problems(unfindable_sources, made, *self.WORLD)

    def test_an_address_of_its_own_or_of_a_copy(self):
        for sources in (["found"], ["copied"], ["lost", "found"], ["heard", "copied"]):
            assert self.said(event("e", sources=sources)) == []

    @pytest.mark.parametrize(("sources", "named"), [(["lost"], "'lost'"), (["lost", "heard"], "'lost', 'heard'")])
    def test_none(self, sources, named):
        assert self.said(event("e", sources=sources)) == [
            f"f:1: sources: no address of {named} is known; expected a source with one, its own or a copy's"
        ]

    @pytest.mark.parametrize(
        ("made", "place"),
        [
            (claim("c", findings=[found(), found(sources=["lost"])]), "findings.1"),
            (rule("r", "2031-01-01", reviewed("c", gates={"g": "product"}, **MEMORY)), "effects.0.gates.0"),
            (chip(fp8={"value": 1, "standing": "verified", "sources": ["lost"]}), "figures.fp8"),
            (actor("a", relations=[{"type": "cites", "to": "b", "sources": ["lost"]}]), "relations.0"),
            (conflict("c", {}, {"sources": ["lost"]}), "sides.1"),
        ],
        ids=["finding", "condition", "figure", "relation", "side"],
    )
    def test_wherever_sources_are_named(self, made, place):
        found = problems(unfindable_sources, made, self.LOST, source("x", url=None))
        assert [problem for problem in found if problem.startswith(f"f:1: {place}.sources: no address of")]

    def test_what_could_not_be_read_has_problems_of_its_own(self):
        assert self.said(event("e", sources=["lost", "gone"])) == []


class TestMovingAddresses:
    """A file of a repository stands at its commit."""

    COMMIT = "0123456789abcdef0123456789abcdef01234567"

    @pytest.mark.parametrize(
        "address",
        [
            "https://github.com/somebody/notes",
            "https://github.com/somebody/notes/blob/main/a/b.md",
            "https://github.com/somebody/notes/tree/0123456/a",
            "https://raw.githubusercontent.com/somebody/notes/main/b.md",
            "https://example.org/somebody/notes/resolve/main/b.json",
        ],
    )
    def test_without_a_commit(self, address):
        expected = f"'{address}' moves with its repository; expected a file at a commit (40 digits)"
        assert problems(moving_addresses, source("a", url=address)) == [f"f:1: url: {expected}"]
        copied = source(
            "a",
            copies=[
                {"url": HERE, "language": "en", "extent": "full"},
                {"url": address, "language": "en", "extent": "full"},
            ],
        )
        assert problems(moving_addresses, copied) == [f"f:1: copies.1.url: {expected}"]

    @pytest.mark.parametrize(
        "address",
        [
            f"https://github.com/somebody/notes/blob/{COMMIT}/a/b.md",
            f"https://raw.githubusercontent.com/somebody/notes/{COMMIT}/b.md",
            "https://github.com/somebody/notes/issues/7",
            "https://example.org/raw-data.html",
        ],
    )
    def test_at_one_or_no_file_of_a_repository(self, address):
        assert problems(moving_addresses, source("a", url=address)) == []

    def test_other_kinds_have_no_address(self):
        assert problems(moving_addresses, actor("a")) == []


class TestBaselessVerdicts:
    """A verdict that decides rests on something."""

    @pytest.mark.parametrize("verdict", ["supported", "partly-supported", "contradicted", "superseded"])
    def test_a_verdict_on_nothing(self, verdict):
        expected = f"'{verdict}' without sources; expected sources, basis: computed or 'not-verified'"
        made = claim("c", findings=[found(verdict=verdict)])
        assert problems(baseless_verdicts, made) == [f"f:1: findings.0.verdict: {expected}"]

    @pytest.mark.parametrize(
        "fields", [{"sources": ["s"]}, {"rules": ["r"]}, {"basis": "computed"}, {"verdict": "not-verified"}]
    )
    def test_what_is_enough(self, fields):
        assert problems(baseless_verdicts, claim("c", findings=[found(**fields)])) == []

    @pytest.mark.parametrize(("verdict", "wrong"), [("supported", 1), ("not-verified", 0), (None, 0)])
    def test_a_conclusion(self, verdict, wrong):
        fields = {"id": "x", "order": 1, "heading": TEXT, "text": TEXT, "date": "2031-01-01", "basis": "report"}
        assert len(problems(baseless_verdicts, Conclusion.model_validate(fields | {"verdict": verdict}))) == wrong


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

    @pytest.mark.parametrize("other", [{"sources": ["body"]}, {"sources": ["rival"]}, {"events": ["told"]}])
    def test_one_behind_both(self, other):
        assert self.said({"sources": ["wire"]}, {"sources": ["own"]}, other) == [
            "f:1: sides.2.sources: rests on 'body', as side 0 does; expected sides that do not share one estimate"
        ]

    @pytest.mark.parametrize(
        "other", [{"sources": ["table"]}, {"sources": ["wire", "own"]}, {"sources": ["wire", "table"]}, {}]
    )
    def test_another_or_one_beside_it(self, other):
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
