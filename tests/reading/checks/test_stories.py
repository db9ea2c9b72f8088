"""Stories: of a source that retells several it is said which of them a statement was taken from."""

from __future__ import annotations

import pytest
from law.made import chip, rule
from made import actor, claim, conflict, event, found, question, report, source, step
from reading.checks.checking import problems

from macros.reading.checks.stories import untold_stories

SOURCES = (
    *(source("wire"), source("rival"), source("copy", "wire")),
    *(source("digest", "wire", "rival"), source("retold", "digest"), source("circle", "wire", "copy")),
)
WORD = "or with 'digest' for words of its own"
UNTOLD = f"'digest' retells wire, rival; expected taken_from with those from which this was taken, {WORD}"


def said(*sources: str, taken_from=()) -> list[str]:
    """What the check says of an event on these sources."""
    return problems(untold_stories, event("e", sources=sources, taken_from=taken_from), *SOURCES)


@pytest.mark.parametrize("sources", [["wire"], ["copy", "rival"], ["circle"]])
def test_sources_behind_which_there_is_one_need_no_word(sources):
    assert said(*sources) == []


def test_of_several_one_is_to_be_named():
    assert said("wire", "digest") == [f"f:1: sources.1: {UNTOLD}"]


def test_a_retelling_of_such_a_source_needs_it_too():
    assert said("retold") == [f"f:1: sources.0: {UNTOLD}"]


@pytest.mark.parametrize("taken_from", [["wire"], ["wire", "rival"], ["digest"], ["digest", "wire"]])
@pytest.mark.parametrize("sources", [["digest"], ["retold"]])
def test_what_is_enough(sources, taken_from):
    assert said(*sources, taken_from=taken_from) == []


def test_what_settles_one_does_not_settle_another():
    other = source("other", "third", "fourth"), source("third"), source("fourth")
    made = event("e", sources=["digest", "other"], taken_from=["wire"])
    assert problems(untold_stories, made, *SOURCES, *other) == [
        "f:1: sources.1: 'other' retells third, fourth; expected taken_from with those from which this was taken, or "
        "with 'other' for words of its own"
    ]


@pytest.mark.parametrize(
    ("sources", "named", "expected"),
    [
        (["digest"], "copy", "expected one of digest, wire, rival"),
        (["digest"], "retold", "expected one of digest, wire, rival"),
        (["copy"], "wire", "expected none"),
    ],
)
def test_what_no_source_retells_among_several(sources, named, expected):
    taken_from = ["wire", named] if sources == ["digest"] else [named]
    place = len(taken_from) - 1
    assert said(*sources, taken_from=taken_from) == [
        f"f:1: taken_from.{place}: '{named}' is not among several that a source retells; {expected}"
    ]


def test_a_source_that_retells_one_alone_may_speak_for_itself():
    assert said("copy", taken_from=["copy"]) == []


def test_what_only_passes_a_story_on_is_not_named_for_it():
    week = source("week", "copy", "rival")
    made = event("e", sources=["week"], taken_from=["copy"])
    assert problems(untold_stories, made, *SOURCES, week) == [
        "f:1: taken_from.0: 'copy' has it from elsewhere; expected what it retells, wire"
    ]


NAMED = {"value": 1, "sources": ["digest"]}
FIGURE = {"value": 2, "standing": "verified", "sources": ["wire"]}


@pytest.mark.parametrize(
    ("made", "place"),
    [
        (claim("c", findings=[found(), found(sources=["digest"])]), "findings.1.sources.0"),
        (claim("c", report("digest")), "reports.0.source"),
        (chip(fp8=FIGURE | NAMED), "figures.fp8.sources.0"),
        (chip(fp8=FIGURE | {"alternatives": [NAMED]}), "figures.fp8.alternatives.0.sources.0"),
        (actor("a", relations=[{"type": "cites", "to": "b", "sources": ["digest"]}]), "relations.0.sources.0"),
        (conflict("c", {}, {"sources": ["digest"]}), "sides.1.sources.0"),
        (question("q", sources=["digest"]), "sources.0"),
        (step("s", sources=["digest"]), "sources.0"),
        (rule("r", None, sources=["digest"]), "sources.0"),
        (event("e", sources=["digest"]), "sources.0"),
    ],
)
def test_wherever_sources_are_named(made, place):
    assert problems(untold_stories, made, *SOURCES) == [f"f:1: {place}: {UNTOLD}"]


def test_a_report_says_it_by_what_it_took_the_claim_from():
    made = claim("c", report("wire"), report("digest", taken_from=["wire"]))
    assert problems(untold_stories, made, *SOURCES) == []


def test_what_could_not_be_read_retells_nothing():
    assert said("gone") == []


def test_nothing_is_said_behind_a_source_that_could_not_be_read():
    both = source("both", "wire", "lost")
    made = event("e", sources=["both"]), claim("c", report("both"))
    assert [problems(untold_stories, each, *SOURCES, both, unread={("sources", "lost")}) for each in made] == [[], []]
    assert all(problems(untold_stories, each, *SOURCES, both, source("lost")) for each in made)
