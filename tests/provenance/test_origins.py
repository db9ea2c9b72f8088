"""Where claims start: copies and rewrites share one origin, a second newsroom with its own people is a second one."""

from __future__ import annotations

import pytest
from law.made import TEXT
from made import actor, article, claim, dossier, last, report, source, words

from macros.provenance.origins import behind, journey, origins, publisher_key
from macros.record.conflict import ConflictSide

WIRE, RIVAL, REWRITE = source("wire"), source("rival"), source("rewrite", "wire")


def side(sources, taken_from=()) -> ConflictSide:
    """An answer that rests on these sources, or on an event alone."""
    rests = {"sources": sources, "taken_from": taken_from} if sources else {"events": ["e"]}
    return ConflictSide.model_validate({"answer": TEXT, "by": TEXT} | rests)


def told(found) -> tuple[list[str], int, bool]:
    """The origins, how many are independent, and whether they are established."""
    return [origin.id for origin in found.sources], found.independent, found.established


def test_an_article_without_anything_behind_it_is_the_origin():
    assert told(origins(dossier(article()), claim("x"))) == (["article"], 1, True)


def test_ten_rewrites_of_one_story_are_one_origin():
    rewrites = [source(f"rewrite-{number}", "wire") for number in range(10)]
    world = dossier(WIRE, *rewrites, article(*(rewrite.id for rewrite in rewrites)))
    assert told(origins(world, claim("x"))) == (["wire"], 1, True)


def test_a_second_newsroom_is_a_second_origin():
    world = dossier(WIRE, RIVAL, REWRITE, article("rewrite", "rival"))
    assert told(origins(world, claim("x"))) == (["wire", "rival"], 2, True)


def test_origins_stand_in_the_order_in_which_the_ways_back_meet_them():
    behind = ("c", "a", "b")
    world = dossier(*map(source, behind), source("two", *behind), source("one"), article("two", "one"))
    assert told(origins(world, claim("x")))[0] == ["c", "a", "b", "one"]


def test_two_ways_to_one_origin_are_one():
    world = dossier(WIRE, REWRITE, source("copy", "wire"), article("rewrite", "copy", "wire"))
    assert told(origins(world, claim("x"))) == (["wire"], 1, True)


@pytest.mark.parametrize(
    ("one", "other", "independent"),
    [
        ("agency", "agency", 1),
        ("agency", "rival-agency", 2),
        (words("Leaflet"), {"en": "Leaflet", "ar": "منشور آخر"}, 1),
        (words("Leaflet"), words("Placard"), 2),
        ("agency", words("Agency"), 2),
    ],
)
def test_two_texts_of_one_publisher_are_one_origin(one, other, independent):
    world = dossier(source("a", publisher=one), source("b", publisher=other), article("a", "b"))
    assert told(origins(world, claim("x"))) == (["a", "b"], independent, True)


def test_a_publisher_is_told_by_its_id_or_its_english_name():
    assert publisher_key(source("a", publisher="agency")) == "agency"
    assert publisher_key(source("a", publisher=words("Agency"))) == "Agency"


class TestTakenFrom:
    """What a claim's own reports say of where they have it goes before what their source derives from."""

    def test_a_newsroom_that_cites_another_is_no_origin(self):
        world = dossier(WIRE, RIVAL, article("wire"))
        assert told(origins(world, claim("x", report("rival"), report("wire", taken_from=["rival"]))))[0] == ["rival"]

    def test_what_the_rewriter_added_starts_with_the_rewriter(self):
        world = dossier(WIRE, REWRITE, article("rewrite"))
        assert told(origins(world, claim("x", report("rewrite", taken_from=[])))) == (["rewrite"], 1, True)

    def test_a_report_that_says_nothing_has_it_from_what_its_source_derives_from(self):
        made = claim("x", report("rewrite"))
        assert made.had_from(REWRITE.id, REWRITE.derived_from) == ("wire",)

    def test_what_the_report_says(self):
        made = claim("x", report("wire"), report("rewrite", taken_from=["rival", "wire"]))
        assert made.had_from(REWRITE.id, REWRITE.derived_from) == ("rival", "wire")
        assert made.had_from(WIRE.id, WIRE.derived_from) == ()
        other = source("other", "wire")
        assert made.had_from(other.id, other.derived_from) == ("wire",)


class TestEstablished:
    """An origin that nobody saw is not established."""

    def test_unknown_at_the_origin(self):
        unknown = report("rewrite", taken_from=[], attribution={"kind": "unknown"})
        world = dossier(WIRE, REWRITE, article("rewrite"))
        assert told(origins(world, claim("x", unknown))) == (["rewrite"], 1, False)

    def test_unknown_at_one_of_two(self):
        world = dossier(WIRE, RIVAL, article("wire", "rival"))
        made = claim("x", report("wire"), report("rival", attribution={"kind": "unknown"}))
        assert told(origins(world, made)) == (["wire", "rival"], 2, False)

    @pytest.mark.parametrize("kind", ["none", "anonymous", "named"])
    def test_known_or_not_named_at_the_origin(self, kind):
        made = claim("x", report("wire", attribution={"kind": kind}))
        assert told(origins(dossier(WIRE, article("wire")), made)) == (["wire"], 1, True)

    def test_unknown_on_the_way(self):
        made = claim("x", report("wire"), report("rewrite", attribution={"kind": "unknown"}))
        assert told(origins(dossier(WIRE, REWRITE, article("rewrite")), made)) == (["wire"], 1, True)


class TestEvidence:
    """The origins behind what a finding rests on."""

    WORLD = dossier(WIRE, RIVAL, REWRITE, source("digest", "rewrite", "rival"), actor("a"))

    @pytest.mark.parametrize(
        ("sources", "expected"),
        [
            ([], ([], 0, True)),
            (["wire"], (["wire"], 1, True)),
            (["rewrite", "wire"], (["wire"], 1, True)),
            (["digest"], (["wire", "rival"], 2, True)),
            (["rival", "digest"], (["rival", "wire"], 2, True)),
        ],
    )
    def test_copies_add_nothing(self, sources, expected):
        assert told(behind(self.WORLD, [side(sources)])) == expected

    def test_several_grounds_are_counted_together(self):
        assert told(behind(self.WORLD, [side(["wire"]), side(["digest"], ["rival"])])) == (["wire", "rival"], 2, True)

    @pytest.mark.parametrize(
        ("sources", "taken_from", "expected"),
        [
            (["digest"], ["rival"], ["rival"]),
            (["digest"], ["wire"], ["wire"]),
            (["rewrite"], ["rewrite"], ["rewrite"]),
            (["digest"], ["rewrite"], ["rewrite"]),
            (["digest"], ["rival", "rewrite"], ["rewrite", "rival"]),
            (["digest"], ["digest"], ["digest"]),
            (["digest"], ["digest", "rival"], ["digest", "rival"]),
            (["rewrite"], ["rewrite", "wire"], ["rewrite", "wire"]),
            (["retold"], ["rival"], ["rival"]),
            (["retold"], ["digest"], ["digest"]),
            (["wire", "digest"], ["rival"], ["wire", "rival"]),
            (["digest", "other"], ["rival"], ["rival", "wire", "third"]),
        ],
    )
    def test_only_what_was_taken_counts(self, sources, taken_from, expected):
        world = dossier(
            *(WIRE, RIVAL, REWRITE, source("third"), source("digest", "rewrite", "rival")),
            *(source("retold", "digest"), source("other", "wire", "third")),
        )
        assert told(behind(world, [side(sources, taken_from)]))[0] == expected


def test_a_journey_has_each_report_with_its_source():
    made = claim("x", report("wire"), report("rewrite"))
    found = journey(dossier(WIRE, REWRITE, article()), made)
    assert [(station.report.source, station.source.id) for station in found] == [
        ("wire", "wire"),
        ("rewrite", "rewrite"),
        ("article", "article"),
    ]
    assert found[-1].report.drift == last()["drift"]
