"""What the page of a record shows beside the record: each question on a dossier made for it."""

from __future__ import annotations

from datetime import date

import pytest
from law.made import MEMORY, TEXT, chip, duty, needs, reviewed, rule, says
from made import actor, article, caveat, claim, conflict, dossier, event, found, report, source, step, words

from macros.law.day import Law
from macros.page.record_pages import (
    ActorPage,
    ChipPage,
    ClaimPage,
    EventPage,
    RecordPage,
    RulePage,
    SourcePage,
    compared,
    in_time,
    record_page,
)
from macros.page.rulers import Bar
from macros.record.chip import Chip
from macros.record.fields import ActorId
from macros.record.rule import Rule

RATIO = {"ratio": {"value": 6, "unit": TEXT, "comparison": "about"}}


def page(record, *others, day=date(2031, 6, 1)):
    """The page of a record in a dossier of it and others."""
    world = dossier(record, *others)
    return record_page(world, Law(world.all(Rule), world.all(Chip), day), record)


def ids(records) -> list[str]:
    return [record.id for record in records]


def kinds(citing) -> dict[str, list[str]]:
    return {kind.folder: ids(records) for kind, records in citing}


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        (claim("x"), ClaimPage),
        (actor("x"), ActorPage),
        (chip(id="x"), ChipPage),
        (rule("x", None), RulePage),
        (source("x"), SourcePage),
        (event("x"), EventPage),
        (caveat("x"), RecordPage),
    ],
    ids=lambda value: getattr(value, "folder", None),
)
def test_each_kind_has_its_page(record, kind):
    assert type(page(record)) is kind and page(record).record is record


def test_events_in_time_whatever_their_order():
    assert ids(in_time([event("b", "2031-02"), event("c", "2031-02-01"), event("a", 2031)])) == ["a", "b", "c"]


class TestCitedBy:
    """Who refers to the record, except where the page tells it elsewhere."""

    def test_all_kinds(self):
        found = page(
            conflict("k"), event("e", summary=words("[[conflicts/k]]")), caveat("v", text=words("[[conflicts/k]]"))
        )
        assert kinds(found.cited_by) == {"events": ["e"], "caveats": ["v"]} and list(found.told) == []

    def test_the_newest_stand_first_and_those_without_a_date_last(self):
        made = page(
            step("s"),
            event("a", "2030-05", step="s"),
            event("b", "2031-01-02", step="s"),
            conflict("k", step="s"),
            conflict("l", {"date": "2031"}, {}, step="s"),
        )
        assert kinds(made.cited_by) == {"events": ["b", "a"], "conflicts": ["l", "k"]}

    def test_caveats_of_a_claim_stand_in_a_place_of_their_own(self):
        made = page(claim("c"), caveat("v", "c"), event("e", summary=words("[[claims/c]]")))
        assert ids(made.caveats) == ["v"] and kinds(made.cited_by) == {"events": ["e"]}

    def test_sources_that_retell_one_stand_in_a_place_of_their_own(self):
        made = page(source("s"), source("t", "s"), claim("c", report("s")))
        assert ids(made.derived) == ["t"] and kinds(made.cited_by) == {"claims": ["c"]}


class TestClaim:
    """The findings, the sources and the chips of a claim."""

    def test_findings_before_the_one_that_stands_newest_first(self):
        days = ["2031-01-01", "2031-02-01", "2031-03-01"]
        made = page(claim("c", findings=[found(day) for day in days]))
        assert (made.finding.date, [finding.date for finding in made.earlier]) == (days[2], [days[1], days[0]])
        assert page(claim("c")).earlier == ()

    def test_origins_and_evidence(self):
        world = (source("wire"), source("copy", "wire"), source("rival"), article("copy"))
        made = page(claim("c", findings=[found(sources=["copy", "rival"])]), *world)
        assert (ids(made.origins.sources), ids(made.evidence.sources)) == (["wire"], ["wire", "rival"])
        assert [station.source.id for station in made.stations] == ["article"]

    def test_the_ratio_of_its_two_chips(self):
        one, other = chip(id="one", memory_bandwidth=8), chip(id="other", memory_bandwidth=2)
        ratio = page(claim("c", about={"chips": ["one", "other", "third"]}, figures=RATIO), one, other).ratio
        assert (ratio.chip, ratio.other) == (one, other)
        assert ratio.bars == (Bar("said", 6, 100), Bar("memory_bandwidth", 4, 66.7))

    @pytest.mark.parametrize(
        "fields",
        [
            {"about": {"chips": ["one"]}, "figures": RATIO},
            {"about": {"chips": ["one", "other"]}},
            {"about": {"chips": ["one", "other"]}, "figures": {"share": RATIO["ratio"]}},
        ],
    )
    def test_without_a_ratio_or_two_chips_there_is_none(self, fields):
        made = claim("c", **fields)
        assert page(made, chip(id="one"), chip(id="other")).ratio is None and compared(dossier(made)) is None

    def test_what_came_later_in_order_and_what_it_depends_on(self):
        made = claim("c", later={"status": "confirmed", "events": ["late", "soon"]}, depends_on=["d"])
        shown = page(made, event("late", "2031-03"), event("soon", "2031-02"), claim("d", code="C02"))
        assert (ids(shown.later_events), ids(shown.depends_on)) == (["soon", "late"], ["d"])

    def test_the_first_claim_with_a_ratio_is_the_one_that_compares(self):
        both = {"about": {"chips": ["one", "other"]}, "figures": RATIO}
        assert (
            compared(dossier(claim("a", code="C01"), claim("b", code="C02", **both), claim("c", code="C03", **both))).id
            == "b"
        )


class TestActor:
    """Relations from and to an actor."""

    def relating(self, id: str, *to: str):
        return actor(id, relations=[{"type": "cites", "to": end, "sources": ["s"]} for end in to])

    def test_both_ways(self):
        made = page(self.relating("a", "b", "c"), self.relating("b", "a", "c"), self.relating("c", "a"))
        assert [(relation.type, other.id) for relation, other in made.relations] == [("cites", "b"), ("cites", "c")]
        assert [(other.id, relation.to) for other, relation in made.relations_to] == [("b", "a"), ("c", "a")]
        ties = [(origin.id, target.id) for origin, _, target in made.ties]
        assert ties == [("a", "b"), ("a", "c"), ("b", "a"), ("c", "a")]
        assert made.cited_by == ()

    def test_who_only_names_it_is_told_among_the_others(self):
        made = page(actor("a"), actor("b", note=words("[[actors/a]]")), self.relating("c", "a"))
        assert kinds(made.cited_by) == {"actors": ["b"]}

    @pytest.mark.parametrize(
        ("others", "only_made"),
        [
            ([], True),
            ([source("s", publisher="a")], True),
            ([chip(id="q").model_copy(update={"vendor": ActorId("a")})], True),
            ([event("e", about={"actors": ["a"]})], False),
            ([source("s", publisher="a"), rule("r", None, issuer="a")], False),
        ],
    )
    def test_an_actor_that_only_makes_or_publishes(self, others, only_made):
        assert page(actor("a"), *others).only_made is only_made

    def test_a_relation_either_way_is_more(self):
        assert page(self.relating("a", "b"), actor("b")).only_made is False
        assert page(actor("b"), self.relating("a", "b")).only_made is False


class TestChip:
    """What the law makes of a chip."""

    RULES = (rule("r", "2031-01-01", needs("c", memory_bandwidth={"above": 1}), opens_period=TEXT),)

    def test_exported_from_the_us(self):
        made = page(chip(id="q", announced="2030", int8=600, die_area=100, memory_bandwidth=5), *self.RULES)
        assert (made.processing.value, made.density, made.ruler.value) == (4800, 48, 4800)
        assert (made.spell.status.kind, len(made.row)) == ("presumption-of-denial", 1)
        assert (made.now.kind, made.margin.limit, made.inputs) == ("presumption-of-denial", 1, "published")
        assert made.turns == () and made.gates == ()

    def test_what_is_known_of_it_at_the_gates(self):
        rules = (*self.RULES, rule("g", "2031-02-01", reviewed("c", gates={"sold": "product"}, **MEMORY)))
        made = page(chip(id="q", memory_bandwidth=100, gates={"sold": "met"}), *rules)
        assert [(gate.id, finding.outcome) for gate, finding in made.gates] == [("sold", "met")]

    def test_a_published_alternative_that_turns_it(self):
        other = {"value": 1, "standing": "verified", "sources": ["s"], "alternatives": [{"value": 2, "sources": ["t"]}]}
        (turn,) = page(chip(id="q", memory_bandwidth=other), source("s"), source("t"), *self.RULES).turns
        assert (turn.figure, turn.alternative.value, turn.kind) == ("memory_bandwidth", 2, "presumption-of-denial")

    @pytest.mark.parametrize(
        ("standing", "told"), [("reported", "standing.reported"), ("verified", "stated_by.third-party")]
    )
    def test_how_well_a_figure_is_established_and_who_states_what_was_seen(self, standing, told):
        published = {"value": 5, "standing": standing, "sources": ["s"]}
        made = page(chip(id="q", memory_bandwidth=published), source("s"))
        assert made.standing(made.record.figures.memory_bandwidth) == told

    def test_not_exported_from_the_us(self):
        made = page(chip(id="q", memory_bandwidth=5, exported_from_us=False), *self.RULES)
        assert (made.row, made.processing, made.density, made.ruler) == ((), None, None, None)
        assert made.spell.status.kind == made.now.kind == "not-exported-from-us"

    def test_in_a_band_of_the_duty(self):
        made = page(chip(id="q", memory_bandwidth=5), rule("d", "2031-01-01", duty("b", memory_bandwidth={"above": 4})))
        assert made.band.group.paragraph == "b"

    def test_against_the_two_that_the_article_compares(self):
        one, other, third = (
            chip(id=id, memory_bandwidth=memory) for id, memory in (("one", 8), ("other", 2), ("third", 4))
        )
        both = claim("c", about={"chips": ["one", "other", "third"]}, figures=RATIO)

        def told(made) -> list[tuple[str, str, float]]:
            return [(ratio.chip.id, ratio.other.id, ratio.bars[0].ratio) for ratio in made.ratios]

        assert told(page(third, one, other, both)) == [("third", "other", 2), ("third", "one", 0.5)]
        assert told(page(one, other, third, both)) == [("one", "other", 4)]
        assert told(page(third, one, other)) == []
        assert told(page(chip(id="bare"), one, other, both)) == []


class TestRule:
    """What a rule takes in and whom it moved."""

    @pytest.mark.parametrize(
        ("fields", "effective", "headline"),
        [
            ({"pending": True}, "2031-01-01", "rule.pending"),
            ({"pending": True, "instrument": "announcement"}, None, "rule.pending"),
            ({"instrument": "announcement"}, "2031-01-01", "rule.announcement"),
            ({}, "2031-01-01", "rule.in_force"),
            ({}, None, "rule.no_effective"),
        ],
    )
    def test_how_it_stands(self, fields, effective, headline):
        assert page(rule("r", effective, **fields)).headline == headline

    @pytest.mark.parametrize(("instrument", "day"), [("rule", "2031-01-01"), ("announcement", None)])
    def test_an_announcement_takes_no_effect(self, instrument, day):
        assert page(rule("r", "2031-01-01", instrument=instrument)).in_force_from == day

    def test_its_thresholds_products_and_statements(self):
        both = needs("c", paragraph="1", memory_bandwidth={"above": 1}, products=["b", "a"])
        made = page(
            rule("r", "2031-01-01", says("a"), both, duty("2", memory_bandwidth={"above": 1})),
            chip(id="a"),
            chip(id="b"),
        )
        assert [(row.effect.kind, row.group and row.group.paragraph, ids(row.chips)) for row in made.thresholds] == [
            ("licence-requirement", "1", []),
            ("licence-requirement", None, ["b", "a"]),
            ("duty", "2", []),
        ]
        assert [(ids(chips), text.en) for chips, text in made.statements] == [(["a"], "x")]

    def test_whom_it_moved_and_taxed(self):
        made = page(
            rule(
                "r", "2031-01-01", needs("c", memory_bandwidth={"above": 1}), duty("2", memory_bandwidth={"above": 4})
            ),
            chip(id="a", memory_bandwidth=5),
            chip(id="b", memory_bandwidth=2),
        )
        assert [move.chip.id for move in made.moves] == ["a", "b"]
        assert [(taxed.id, band.group.paragraph) for taxed, band in made.taxed] == [("a", "2")]

    def test_its_text_and_its_successors(self):
        made = page(rule("r", None, text="s", replaced_by=["t", "u"]), rule("t", None), rule("u", None), source("s"))
        assert (made.official.id, ids(made.replaced_by)) == ("s", ["t", "u"])
        assert page(rule("r", None)).official is None and page(rule("r", None)).replaced_by == ()


class TestSource:
    """Where a source stands in the chain."""

    def test_what_it_derives_from(self):
        assert ids(page(source("s", "b", "a"), source("a"), source("b")).derived_from) == ["b", "a"]

    def test_its_paragraphs_with_their_claims(self):
        paragraphs = [{"sha256": f"{number}" * 64} for number in (1, 2)]
        paragraphs[1]["no_claim"] = words("by-line")
        made = page(source("article", paragraphs=paragraphs), claim("c"), claim("d", code="C02"))
        assert [
            (row.number, row.fingerprint, ids(row.claims), row.no_claim and row.no_claim.en) for row in made.paragraphs
        ] == [
            (1, "1" * 16, ["c", "d"], None),
            (2, "2" * 16, [], "by-line"),
        ]


class TestEvent:
    """On whose word an event rests, and what it bears on."""

    @pytest.mark.parametrize(
        ("sourcing", "key", "values", "others"),
        [
            ({"kind": "anonymous", "count": 2}, "attribution.anonymous_count", {"n": 2}, None),
            ({"kind": "anonymous"}, "sourcing.anonymous", {}, None),
            ({"kind": "named", "count": 2}, "sourcing.named", {}, 2),
            ({"kind": "second-hand"}, "sourcing.second-hand", {}, None),
        ],
    )
    def test_on_whose_word(self, sourcing, key, values, others):
        made = page(event("e", sourcing=sourcing))
        assert (made.sourcing, made.others) == ((key, values), others)

    def test_events_that_it_names_and_others_that_name_it(self):
        def relating(id, *to):
            return event(id, relations=[{"type": "follows", "to": end} for end in to])

        made = page(
            relating("a", "b"), relating("b", "a"), relating("c", "a", "b"), event("d", summary=words("[[events/a]]"))
        )
        assert [(relation.type, other.id) for relation, other in made.relations] == [("follows", "b")]
        assert ids(made.relating) == ["c", "d"] and made.cited_by == ()

    def test_the_numbers_that_it_reports(self):
        quantity = {"kind": "ordered", "product": "q", "conflict": "k", "value": 5}
        (number,) = page(event("e", quantities=[quantity]), chip(id="q"), conflict("k")).numbers
        assert (number.quantity.value, number.chip.id, number.conflict.id) == (5, "q", "k")

    def test_a_number_without_a_conflict(self):
        quantity = {"kind": "ordered", "product": "q", "value": 1}
        assert page(event("e", quantities=[quantity]), chip(id="q")).numbers[0].conflict is None

    def test_what_it_is_about(self):
        about = {"rules": ["r"], "chips": ["q"], "actors": ["b", "a"]}
        made = page(event("e", about=about), actor("a"), actor("b"), chip(id="q"), rule("r", None))
        assert ids(made.about) == ["b", "a", "q", "r"]
