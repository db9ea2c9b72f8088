"""The dossier: finding records, and who refers to whom."""

from __future__ import annotations

import pytest
from law.made import chip, rule, says
from made import actor, article, caveat, claim, conflict, dossier, event, found, source, step, words

from macros.record.actor import Actor
from macros.record.caveat import Caveat
from macros.record.chip import Chip
from macros.record.claim import Claim
from macros.record.event import Event
from macros.record.fields import ActorId, ChipId, ClaimId, SourceId, Text
from macros.record.rule import Rule
from macros.record.source import Source


def ids(records) -> list[str]:
    return [record.id for record in records]


class TestFinding:
    """By kind, by reference, by folder and id."""

    WORLD = dossier(chip(id="a"), chip(id="b"), actor("a"))

    def test_all_of_a_kind(self):
        assert ids(self.WORLD.all(Chip)) == ["a", "b"] and self.WORLD.all(Claim) == ()

    def test_by_reference(self):
        assert type(self.WORLD[ChipId("a")]) is Chip and type(self.WORLD[ActorId("a")]) is Actor
        with pytest.raises(KeyError):
            _ = self.WORLD[ClaimId("a")]

    def test_by_folder_and_id(self):
        assert self.WORLD.find("chips", "b").id == "b"
        assert self.WORLD.find("chips", "c") is None and self.WORLD.find("chip", "a") is None

    @pytest.mark.parametrize(
        ("id", "suggestion"),
        [
            ("quil-9", " (did you mean 'quill-9'?)"),
            ("quill-99", " (did you mean 'quill-9'?)"),
            ("moss", " (did you mean 'moss-3'?)"),
            ("mxxx-3", " (did you mean 'moss-3'?)"),
            ("zzzz", ""),
        ],
    )
    def test_the_nearest_id(self, id, suggestion):
        world = dossier(chip(id="quill-9"), chip(id="quill-1"), chip(id="moss-3"))
        assert world.suggestion("chips", id) == suggestion
        assert world.suggestion("claims", id) == world.suggestion("nowhere", id) == ""


class TestCiting:
    """Who refers to a record, in a field or in a text."""

    WORLD = dossier(
        article("wire"),
        source("wire"),
        chip(id="q"),
        rule("r", "2031-01-01", says("q"), summary=words("See [[chips/q]] and [[rules/r]].")),
        event("e", about={"chips": ["q"], "rules": ["r"]}, sources=["wire"]),
        event("d", 2030, summary=words("[[chips/q:announced]]")),
        claim("c", about={"chips": ["q"]}),
        claim("b", code="C02", findings=[found(rules=["r"])]),
        caveat("v", "c", text=words("Of [[claims/c]]: [[chips/q|the chip]].")),
    )

    def test_of_one_kind_in_its_order(self):
        q = self.WORLD[ChipId("q")]
        assert ids(self.WORLD.citing(q, Event)) == ["d", "e"]
        assert ids(self.WORLD.citing(q, Claim)) == ["c"]
        assert ids(self.WORLD.citing(q, Source)) == []

    def test_once_even_if_it_refers_twice(self):
        assert ids(self.WORLD.citing(self.WORLD[ClaimId("c")], Caveat)) == ["v"]

    def test_a_record_does_not_cite_itself(self):
        r = self.WORLD.find("rules", "r")
        assert self.WORLD.citing(r, Rule) == ()
        assert [(kind, ids(records)) for kind, records in self.WORLD.cited_by(r)] == [(Claim, ["b"]), (Event, ["e"])]

    def test_all_by_kind_in_the_order_of_the_kinds(self):
        q = self.WORLD[ChipId("q")]
        assert [(kind, ids(records)) for kind, records in self.WORLD.cited_by(q)] == [
            (Claim, ["c"]),
            (Rule, ["r"]),
            (Event, ["d", "e"]),
            (Caveat, ["v"]),
        ]

    def test_a_record_that_nobody_names(self):
        assert self.WORLD.cited_by(self.WORLD.find("caveats", "v")) == ()

    def test_two_kinds_with_one_id_are_told_apart(self):
        world = dossier(chip(id="x"), actor("x"), event("e", about={"actors": ["x"]}))
        assert world.cited_by(world[ChipId("x")]) == () and ids(world.citing(world[ActorId("x")], Event)) == ["e"]


def test_who_published_a_source():
    world = dossier(source("a", publisher="wire"), source("b"), actor("wire"))
    assert world.publisher(world[SourceId("a")]) is world[ActorId("wire")]
    assert world.publisher(world[SourceId("b")]) == Text(en="publisher of b", ar="نص publisher of b")


def test_the_article_and_the_day_of_the_newest_finding():
    world = dossier(
        article(),
        claim("a", findings=[found("2031-01-01"), found("2031-03-01")]),
        claim("b", code="C02", findings=[found("2031-02-01")]),
    )
    assert (world.article.id, world.current_to) == ("article", "2031-03-01")


def test_references_of_every_kind_are_followed():
    world = dossier(conflict("k", {"sources": ["s"]}, {}, step="t"), step("t", sources=["s"]), source("s"))
    assert [(kind.folder, ids(records)) for kind, records in world.cited_by(world[SourceId("s")])] == [
        ("conflicts", ["k"]),
        ("steps", ["t"]),
    ]
