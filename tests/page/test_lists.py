"""What the pages that list records show, on dossiers made for one question each."""

from __future__ import annotations

import lxml.html
import made_up
import pytest
from law.made import TEXT, chip, duty, letter, needs, rule
from made import actor, article, claim, event, found, last, question, report, source, step, view

from macros.page import lists
from macros.page.status_page import status_page
from macros.page.view import TEMPLATES
from macros.record.rule import FIELDS
from macros.record.version import Version


def ids(records) -> list[str]:
    return [record.id for record in records]


def by(groups) -> dict[str, list[str]]:
    return {str(key): ids(records) for key, records in groups.items()}


def test_every_list_has_a_template():
    assert not set(lists.LISTS) - {path.stem for path in (TEMPLATES / "list").glob("*.html")}


def test_no_gate_can_have_the_name_of_another_field_of_the_form():
    page = made_up.view(made_up.dossier(), "en/status/")
    shown = lxml.html.fromstring(page.render("list/status.html", shown=status_page(page)))
    named = shown.xpath("//form//@name")
    assert set(page.law.gates) < set(named) <= FIELDS | set(page.law.gates)


def test_the_best_source_of_a_step_is_the_best_that_was_read():
    sources = source("unread", kind="law", read="quoted"), source("note", kind="public_note"), source("wire")
    made = step("a", 1, sources=["unread", "note", "wire"]), step("b", 2, sources=["unread"])
    first, second = lists.steps(view(*made, *sources)).entries
    assert (first.best.id, [other.id for other in first.others]) == ("wire", ["unread", "note"])
    assert (second.best, [other.id for other in second.others]) == (None, ["unread"])


def test_steps_with_what_speaks_of_them():
    shown = lists.steps(
        view(
            step("first", 1, sources=["s", "t", "u"]),
            step("second", 2, sources=["s"]),
            *map(source, "stu"),
            event("e", step="first"),
            event("f"),
            claim("a", step="first"),
            claim("b", code="C02", step="first", mistakes_step_for="second"),
            claim("c", code="C03", mistakes_step_for="first"),
        )
    )
    one, two = shown.entries
    assert (one.step.id, one.best.id, ids(one.others)) == ("first", "s", ["t", "u"])
    assert (ids(one.events), ids(one.claims)) == (["e"], ["a", "b"])
    assert (two.best.id, two.others, two.events, two.claims) == ("s", (), (), ())
    assert [(wrong.claim.id, wrong.step and wrong.step.id, wrong.later.id) for wrong in shown.mistaken] == [
        ("b", "first", "second"),
        ("c", None, "first"),
    ]
    assert ids(shown.steps) == ["first", "second"]


def test_drift_with_an_example():
    shown = lists.drifts(
        view(article(), *(claim(id, code=f"C0{n + 1}", reports=[last(drift="added")]) for n, id in enumerate("ab")))
    )
    (row,) = shown.rows
    assert (row.drift, ids(row.claims), row.example.id, ids(shown.claims)) == ("added", ["a", "b"], "a", ["a", "b"])
    assert by(shown.drifts) == {"added": ["a", "b"]}


def test_origins_and_ways_of_claims():
    """The way on which most claims went stands first."""
    here = view(
        source("s"),
        source("t", "s"),
        article("t"),
        claim("a", report("s"), report("t")),
        claim("b", report("t", taken_from=[]), code="C02"),
    )
    assert by(lists.origin_counts(here).groups) == {"1": ["a", "b"]}
    assert [(edge.origin.id, len(edge.claims)) for edge in lists.chain(here).edges] == [("t", 2), ("s", 1)]


@pytest.mark.parametrize(("count", "expected"), [(0, []), (2, ["e2", "e1"]), (8, ["e8", "e7", "e6", "e5", "e4"])])
def test_the_last_events_newest_first(count, expected):
    here = view(*(event(f"e{day}", f"2031-01-0{day}") for day in range(1, count + 1)))
    assert ids(lists.stands(here).events) == expected


def test_chips_in_a_band_of_the_duty_and_what_keeps_the_others_out():
    low = {"memory_bandwidth": {"above": 4}, "total_processing_performance": {"below": 100}}
    high = {"memory_bandwidth": {"above": 9}, "total_processing_performance": {"above": 100}}
    here = view(
        rule("d", "2031-01-01", duty("low", **low), duty("high", **high)),
        chip(id="pays", int8=10, memory_bandwidth=5),
        chip(id="dim", int8=10, memory_bandwidth=3),
        chip(id="apart", int8=20, memory_bandwidth=5),
        chip(id="bare", memory_bandwidth=10),
        chip(id="blank", memory_bandwidth=10),
        chip(id="empty", memory_bandwidth=10),
        chip(id="slow", int8=10, memory_bandwidth=2),
        chip(id="foreign", int8=10, exported_from_us=False),
        claim("x", about={"chips": ["slow"]}),
    )
    shown = lists.tariff(here)
    assert [
        (row.chip.id, row.processing, row.memory_bandwidth, row.band.group.paragraph, len(row.band.reasons))
        for row in shown.rows
    ] == [("pays", 80, 5, "low", 2)]
    assert [(quantities, ids(chips)) for quantities, chips in shown.missed.items()] == [
        (("memory_bandwidth",), ["slow", "dim"]),
        ((), ["apart"]),
        (None, ["bare", "blank", "empty"]),
    ]
    assert shown.others == 6


def version(id: str, provision: str, *aspects: str) -> Version:
    elements = [{"aspect": aspect, "paragraph": "1", "text": TEXT} for aspect in aspects]
    told = {"name": TEXT, "first": None, "rule": None, "changed": TEXT, "standing": "verified", "sources": ["s"]}
    return Version.model_validate({"id": id, "provision": provision, "elements": elements, **told})


def test_versions_stand_by_text_with_what_any_of_them_settles():
    made = (version("b", "744-23", "outcome"), version("c", "744-23", "items"), version("a", "3a090", "figures"))
    shown = lists.versions(view(source("s"), *made))
    assert [(text.provision, ids(text.versions), text.aspects) for text in shown.texts] == [
        ("3a090", ["a"], ("figures",)),
        ("744-23", ["b", "c"], ("items", "outcome")),
    ]


def test_the_page_of_a_status_knows_every_chip_and_what_may_be_asked():
    named = chip(id="a", vendor="ovrel")
    sent = rule("l", "2031-01-01", letter("ovrel", products=["a"]))
    shown = lists.LISTS["status"](
        view(actor("ovrel"), named, rule("r", "2030-01-01", needs("L1", products=["b"]), opens_period=TEXT), sent)
    )
    assert [(row.chip.id, row.status.kind) for row in shown.rows] == [("a", "letter")]
    assert shown.makers == (("ovrel", "name of ovrel"),) and [item["id"] for item in shown.items] == ["a"]
    assert shown.words["rules"].keys() == {"l", "r"} and set(shown.words["status"]) == set(shown.words["means"])


def test_where_it_stands_tells_the_last_that_happened_newest_first_and_nothing_that_is_only_expected():
    happened = [event(f"e{day}", f"2031-01-0{day}") for day in range(1, 8)]
    shown = lists.stands(view(*happened, event("due", "2031-09", expected=True)))
    assert ids(shown.events) == ["e7", "e6", "e5", "e4", "e3"] and shown.changed is None


def test_where_it_stands_tells_what_the_dossier_itself_last_changed():
    shown = lists.stands(
        view(
            event("later", "2031-04-01"),
            claim("a", findings=[found("2031-02-01"), found("2031-03-01")]),
            claim("b", code="C02", findings=[found("2031-03-01")]),
            question("q", date="2031-03-01"),
        )
    )
    assert shown.changed.date == "2031-03-01"
    assert {kind: len(made) for kind, made in shown.changed.kinds.items()} == {"found": 2, "answered": 1}
