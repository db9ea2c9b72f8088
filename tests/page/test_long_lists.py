"""What the long lists show, on dossiers made for one question each."""

from __future__ import annotations

from law.made import chip, duty, needs, rule
from made import actor, article, claim, conflict, event, found, last, report, source, step, term, view, words

from macros.page import long_lists as lists
from macros.page.filters import filtered
from macros.page.view import TEMPLATES, View
from macros.record.shared import Side, Verdict


def ids(records) -> list[str]:
    return [record.id for record in records]


def by(groups) -> dict[str, list[str]]:
    return {str(key): ids(records) for key, records in groups.items()}


def choices(shown) -> dict[str, list[tuple[str, str, int]]]:
    return {found.name: [tuple(choice) for choice in found.choices] for found in shown.filters}


def test_every_long_list_has_a_template_and_a_name():
    here = view()
    for name in lists.LONG_LISTS:
        assert (TEMPLATES / f"list/{name}.html").exists() and here.language.string(f"long_list.{name}")


def test_groups_stand_in_the_order_of_the_closed_list():
    made = [actor("a", side="media"), actor("b", side="us"), actor("c", side="media")]
    assert lists.grouped(made, "side") == {Side.us: (made[1],), Side.media: (made[0], made[2])}
    assert lists.grouped([], "side") == {}


def test_a_filter_has_the_values_that_occur_in_the_order_of_the_closed_list():
    made = [claim("a", findings=[found(verdict="superseded")]), claim("b", code="C02"), claim("c", code="C03")]
    verdict = filtered("verdict", made, lambda claim: claim.finding.verdict, str.upper, Verdict)
    assert [tuple(choice) for choice in verdict.choices] == [
        ("supported", "SUPPORTED", 2),
        ("superseded", "SUPERSEDED", 1),
    ]
    assert verdict.value(made[0]) == "superseded"


def test_a_filter_by_time_begins_with_the_latest_and_knows_who_has_no_value():
    dates = {"a": "2030", "b": "2031", "c": None}
    year = filtered("year", [actor(id) for id in dates], lambda actor: dates[actor.id], str)
    assert [tuple(choice) for choice in year.choices] == [("2031", "2031", 1), ("2030", "2030", 1)]


def test_claims_by_topic_and_what_they_are_filtered_by():
    partly = found(verdict="partly-supported")
    shown = lists.claims(
        view(
            article(),
            claim("a", findings=[found(), partly], topic="supply", reports=[last(drift="added")]),
            claim("b", code="C02"),
            claim("c", code="C03", topic="supply", reports=[report("wire"), last()]),
            source("wire"),
        )
    )
    assert ids(shown.claims) == ["a", "b", "c"]
    assert by(shown.drifts) == {"faithful": ["b", "c"], "added": ["a"]}
    topics = {topic: [(row.claim.id, ids(row.origins.sources)) for row in rows] for topic, rows in shown.topics.items()}
    assert topics == {"demand": [("b", ["article"])], "supply": [("a", ["article"]), ("c", ["article"])]}
    assert choices(shown) == {
        "verdict": [("supported", "Supported", 2), ("partly-supported", "Partly supported", 1)],
        "drift": [("faithful", "Faithful", 2), ("added", "Added", 1)],
        "topic": [("demand", "Demand", 1), ("supply", "Supply", 2)],
    }


def test_paragraphs_that_make_no_claim():
    paragraphs = [{"sha256": "0" * 64}, {"sha256": "0" * 64, "no_claim": words("by-line")}]
    shown = lists.claims(view(source("article", paragraphs=paragraphs)))
    assert [(number, text.en) for number, text in shown.no_claim] == [(2, "by-line")]


def test_actors_by_side():
    shown = lists.actors(view(actor("a", side="us", kind="person"), actor("b")))
    assert by(shown.sides) == {"us": ["a"], "nvidia": ["b"]}
    assert choices(shown)["kind"] == [("company", "Company", 1), ("person", "Person", 1)]


def test_sources_by_kind_the_newest_first():
    shown = lists.sources(
        view(
            source("s", read="none", date="2030-05"),
            source("t", kind="law"),
            source("u", date=None),
            source("v", date="2031-02-01"),
        )
    )
    assert by(shown.read) == {"full": ["v", "t", "u"], "none": ["s"]}
    assert by(shown.kinds) == {"law": ["t"], "newsroom": ["v", "s", "u"]}
    assert choices(shown)["year"] == [("undated", "undated", 1), ("2031", "2031", 2), ("2030", "2030", 1)]


def test_chips_by_group_with_the_figures_that_decide():
    maker = actor("maker")
    rules = (
        rule("r", "2031-01-01", needs("c", memory_bandwidth={"above": 1})),
        rule("d", "2031-01-01", duty("band", memory_bandwidth={"above": 4})),
    )
    one = chip(id="one", int8=600, die_area=100, memory_bandwidth=5, memory_capacity=7, group="amd")
    foreign = chip(id="foreign", exported_from_us=False, memory_bandwidth=9, group="chinese")
    shown = lists.chips(view(maker, one, chip(id="two", memory_bandwidth=1), foreign, *rules))
    assert {group: [row.chip.id for row in rows] for group, rows in shown.us.items()} == {
        "amd": ["one"],
        "other": ["two"],
    }
    (mine,), (theirs,) = shown.us["amd"], shown.foreign
    assert (mine.chip, mine.maker) == (one, maker)
    assert (mine.processing, mine.density, mine.memory_bandwidth, mine.memory_capacity) == (4800, 48, 5, 7)
    assert (mine.status.kind, mine.band.group.paragraph) == ("presumption-of-denial", "band")
    assert (mine.margin.limit, mine.inputs) == (1, "published")
    assert (theirs.chip.id, theirs.processing, theirs.memory_bandwidth) == ("foreign", None, 9)
    assert (theirs.status.kind, theirs.margin, theirs.inputs) == ("not-exported-from-us", None, None)
    assert choices(shown) == {
        "group": [("amd", "AMD", 1), ("other", "Other data-centre chips", 1), ("chinese", "Chinese chips", 1)],
        "vendor": [("maker", "name of maker", 3)],
        "status": [
            ("no-licence", "No licence needed", 1),
            ("presumption-of-denial", "Presumption of denial", 1),
            ("not-exported-from-us", "Not exported from the US", 1),
        ],
    }


def test_measures_of_either_government_and_bills_the_newest_first():
    shown = lists.rules(
        view(
            rule("a", "2030-01-01"),
            rule("b", None, instrument="bill"),
            rule("c", None, jurisdiction="china"),
            rule("d", None, jurisdiction="malaysia"),
            rule("e", "2031-01-01"),
        )
    )
    assert (ids(shown.us), ids(shown.bills), ids(shown.china), ids(shown.other)) == (["e", "a"], ["b"], ["c"], ["d"])


def test_events_and_measures_under_their_months_the_newest_first():
    """Measures from the first event on; a bill stands in the events only."""
    shown = lists.timeline(
        view(
            rule("before", "2030-12-31"),
            rule("of-us", "2031-02-02"),
            rule("of-china", None, published="2031-03-02", jurisdiction="china"),
            rule("of-malaysia", "2031-03-03", jurisdiction="malaysia"),
            rule("bill", "2031-03-04", pending=True),
            rule("undated", None),
            step("first"),
            event("a", 2031),
            event("b", "2031-02", step="first"),
            event("c", "2031-02-03", side="us"),
            event("d", "2031-03-01", expected=True),
            claim("current", findings=[found("2031-02-28")]),
        )
    )
    assert (shown.first, shown.last) == ("2031", "2031-03-01")

    def told(months):
        return [(month, [(moment.record.id, moment.side) for moment in moments]) for month, moments in months]

    assert told(shown.ahead) == [("2031-03", [("of-malaysia", "supply"), ("of-china", "china"), ("d", "nvidia")])]
    assert told(shown.months) == [
        ("2031-02", [("c", "us"), ("of-us", "us"), ("b", "nvidia")]),
        ("2031", [("a", "nvidia")]),
    ]
    assert (shown.events, shown.measures) == (4, 3)
    assert choices(shown) == {
        "year": [("2031", "2031", 7)],
        "side": [
            ("us", "Washington", 2),
            ("china", "Beijing", 1),
            ("nvidia", "Nvidia", 3),
            ("supply", "Supply chain", 1),
        ],
        "kind": [("rules", "Measures", 3), ("events", "Events", 4)],
        "step": [("first", "name of first", 1)],
    }


def test_terms_under_the_letters_of_the_page():
    def letters(here: View) -> list[tuple[str, list[str]]]:
        return [(letter, ids(terms)) for letter, terms in lists.glossary(here).letters.items()]

    terms = term("a", "Zebra", "أمر"), term("b", "ant", "القاعدة"), term("c", "Bee", "باء"), term("d", "arc", "اسم")
    assert letters(view(*terms)) == [("A", ["b", "d"]), ("B", ["c"]), ("Z", ["a"])]
    assert letters(view(*terms, url="ar/")) == [("ا", ["d", "a"]), ("ب", ["c"]), ("ق", ["b"])]


def test_conflicts_the_open_ones_first_and_of_these_those_that_the_article_bears_on():
    shown = lists.conflicts(
        view(
            conflict("a", state="settled", about={"chips": ["q"]}),
            conflict("b", {"date": "2030"}, {}),
            conflict("c", {"date": "2031"}, {}, step="s"),
            conflict("d", about={"chips": ["q", "p"]}),
            conflict("e", about={"chips": ["p", "q"]}),
            chip(id="p"),
            chip(id="q"),
            step("s"),
            claim("x", about={"chips": ["q"]}),
        )
    )
    assert ids(dispute.conflict for dispute in shown.disputes) == ["d", "c", "b", "e", "a"]
    assert choices(shown) == {
        "state": [("open", "Open", 4), ("settled", "Settled", 1)],
        "step": [("s", "name of s", 1)],
    }


def test_a_conflict_with_its_events_in_time():
    about = {"actors": ["a"], "chips": ["q"], "rules": ["r"]}
    sides = {"events": ["late", "soon"], "date": "2030"}, {}
    shown = lists.conflicts(
        view(
            conflict("k", *sides, about=about, step="s"),
            conflict("z"),
            event("late", "2031-02"),
            event("soon", "2031-01"),
            actor("a"),
            chip(id="q"),
            rule("r", None),
            step("s"),
        )
    )
    one, other = shown.disputes
    assert [(side.date, ids(events)) for side, events in one.sides] == [("2030", ["soon", "late"]), (None, [])]
    assert (ids(one.about), one.step.id, other.about, other.step) == (["a", "q", "r"], "s", (), None)


def test_in_which_order_lists_are_divided_into_pages():
    """Claims by topic, actors by side, measures and sources from the newest on."""
    here = view(
        claim("supplied", topic="supply"),
        claim("asked", code="C02"),
        actor("maker"),
        actor("office", side="us"),
        source("old", date="2030"),
        source("new", date="2031"),
        rule("first", "2030-01-01"),
        rule("second", "2031-01-01"),
    )
    ordered = [ids(found.ordered(here)) for found in (lists.CLAIMS, lists.ACTORS, lists.SOURCES, lists.RULES)]
    assert ordered == [["asked", "supplied"], ["office", "maker"], ["new", "old"], ["second", "first"]]
