"""Grounds: what is stated names sources that a reader can find."""

from __future__ import annotations

import pytest
from law.made import MEMORY, TEXT, chip, reviewed, rule
from made import actor, claim, conflict, event, found, report, source
from reading.checks.checking import problems

from macros.reading.checks.grounds import groundless, own_witness, read_nowhere, unfindable_sources
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

    def test_the_day_of_an_announcement_or_of_a_first_mention(self):
        made = chip(announced_sources=["lost"])
        assert self.said(made) == [
            "f:1: announced_sources: no address of 'lost' is known; expected a source with one, its own or a copy's"
        ]
        made = chip(announced=None, first_known="2031", first_known_sources=["lost"])
        assert self.said(made) == [
            "f:1: first_known_sources: no address of 'lost' is known; expected a source with one, its own or a copy's"
        ]

    def test_a_report_that_was_seen(self):
        unfound = "f:1: reports.0.source: no address of 'lost'"
        assert self.said(claim("c", report("lost")))[0].startswith(unfound)
        assert self.said(claim("c", report("lost", seen="summary", seen_in=["heard"])))[0].startswith(unfound)
        assert self.said(claim("c", report("lost", seen="summary", seen_in=["found"]))) == []
        assert self.said(claim("c", report("lost", seen="not-seen"))) == []


class TestGroundless:
    """What decides, is sure of itself or is computed rests on something."""

    @pytest.mark.parametrize("verdict", ["supported", "partly-supported", "contradicted", "superseded"])
    def test_a_verdict_on_nothing(self, verdict):
        expected = f"'{verdict}' without sources; expected sources, rules or 'not-verified'"
        assert problems(groundless, claim("c", findings=[found(verdict=verdict)])) == [
            f"f:1: findings.0.verdict: {expected}"
        ]

    @pytest.mark.parametrize("verdict", ["supported", "not-verified"])
    def test_computed_from_nothing(self, verdict):
        expected = "computed, but from what is not said; expected sources or rules with the figures"
        made = claim("c", findings=[found(verdict=verdict, basis="computed", confidence="low")])
        assert problems(groundless, made) == [f"f:1: findings.0.basis: {expected}"]

    @pytest.mark.parametrize("confidence", ["high", "medium"])
    def test_sure_of_itself_on_nothing(self, confidence):
        made = claim("c", findings=[found(verdict="not-verified", confidence=confidence)])
        assert problems(groundless, made) == [
            f"f:1: findings.0.confidence: '{confidence}' without sources; expected sources, rules or low"
        ]

    @pytest.mark.parametrize(
        "fields",
        [
            {"sources": ["s"]},
            {"rules": ["r"]},
            {"basis": "computed", "rules": ["r"]},
            {"verdict": "not-verified", "confidence": "low"},
        ],
    )
    def test_what_is_enough(self, fields):
        assert problems(groundless, claim("c", findings=[found(**fields)])) == []

    @pytest.mark.parametrize(
        ("fields", "wrong"),
        [
            ({"verdict": "supported"}, 1),
            ({"basis": "computed"}, 1),
            ({"verdict": "not-verified"}, 0),
            ({}, 0),
            ({"verdict": "supported", "basis": "computed", "claims": ["c"]}, 0),
        ],
    )
    def test_a_conclusion(self, fields, wrong):
        plain = {"id": "x", "order": 1, "heading": TEXT, "text": TEXT, "date": "2031-01-01", "basis": "report"}
        assert len(problems(groundless, Conclusion.model_validate(plain | fields))) == wrong


class TestOwnWitness:
    """The article, and whatever has it from there, bears out no claim of the article."""

    SOURCES = (source("article", "wire"), source("wire"), source("echo", "article"), source("both", "echo", "wire"))

    @pytest.mark.parametrize(
        ("named", "taken_from", "wrong"),
        [
            (["article"], [], True),
            (["echo"], [], True),
            (["article", "echo"], [], True),
            (["both"], ["article"], True),
            (["both"], ["wire"], False),
            (["echo", "wire"], [], False),
            (["wire"], [], False),
        ],
    )
    def test_what_is_behind_it(self, named, taken_from, wrong):
        made = claim("c", findings=[found(sources=named, taken_from=taken_from)])
        expected = "'article' alone, which is what is examined; expected a source that has it from elsewhere"
        said = [f"f:1: findings.0.sources: {expected}"] if wrong else []
        assert problems(own_witness, made, *self.SOURCES) == said


class TestReadNowhere:
    """Where a text was read is said."""

    @pytest.mark.parametrize("read", ["full", "partial", "translation"])
    def test_neither_address_nor_note(self, read):
        assert problems(read_nowhere, source("a", url=None, read=read)) == [
            f"f:1: read: '{read}', but where is not said; expected url, copies with an address, or read_note on where "
            "it was read, which then lifts nothing"
        ]

    @pytest.mark.parametrize(
        "fields",
        [
            {"url": HERE},
            {"copies": [{"url": HERE, "language": "en", "extent": "full"}]},
            {"read_note": TEXT},
            {"read": "quoted"},
            {"read": "none"},
        ],
    )
    def test_what_is_enough(self, fields):
        assert problems(read_nowhere, source("a", **({"url": None} | fields))) == []
        assert problems(read_nowhere, actor("a")) == []

    def test_of_headlines_alone(self):
        headline = {"url": HERE, "language": "en", "extent": "headline"}
        made = source("a", url=None, read="partial", copies=[headline])
        assert problems(read_nowhere, made) == [
            "f:1: read: 'partial', but its copies have the headline alone; expected none or quoted"
        ]
        for fields in ({"read": "none"}, {"url": HERE}, {"copies": [headline, headline | {"extent": "start"}]}):
            assert problems(read_nowhere, source("a", **({"url": None, "copies": [headline]} | fields))) == []
