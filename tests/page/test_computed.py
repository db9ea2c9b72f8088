"""What stands beside the fields of a record in the data files, computed of it and marked so."""

from __future__ import annotations

from typing import Any

import pytest
from law.made import chip, needs, rule
from made import TODAY, actor, article, caveat, claim, found, languages, last, report, source, view

from macros.page.computed import computed, with_computed
from macros.page.view import View
from macros.record.chip import Chip
from macros.record.shared import Record

SITE = "https://example.org/made/"
SHEET = source("x")
"""The source of what ``chip`` makes."""


def views(*records: Record) -> dict[str, View]:
    return {code: view(*records, url=f"{code}/") for code in languages()}


def of(record: Record, *others: Record) -> dict[str, Any]:
    return computed(views(record, *others), record)


def test_of_any_record():
    """Its name in both languages, its pages, its date, and by how many records it is referred to."""
    assert of(source("s"), article()) == {
        "title": {"en": "title of s", "ar": "نص title of s"},
        "address": {"en": f"{SITE}en/sources/s/", "ar": f"{SITE}ar/sources/s/"},
        "dated": "2031-01-01",
        "cited_by": 0,
    }
    assert of(actor("a"))["dated"] is None
    citing = caveat("one", "c"), caveat("two", "c"), claim("d", code="C02", depends_on=["c"])
    assert of(claim("c"), article(), *citing)["cited_by"] == 3


def test_of_a_claim():
    """The finding that stands, and what became of the claim; its title goes without the verdict."""
    told = claim(
        "c",
        report("wire"),
        findings=[found("2031-01-05"), found("2031-02-05", verdict="contradicted", confidence="medium")],
    )
    assert of(told, source("wire"), article("wire")) == {
        "title": {"en": "statement of c", "ar": "نص statement of c"},
        "address": {"en": f"{SITE}en/claims/c/", "ar": f"{SITE}ar/claims/c/"},
        "dated": "2031-02-05",
        "cited_by": 0,
        "verdict": "contradicted",
        "confidence": "medium",
        "found": "2031-02-05",
        "drift": "faithful",
        "origins": 1,
    }


def test_of_a_claim_whose_origins_are_not_established():
    unknown = claim("c", report("wire", attribution={"kind": "unknown"}))
    assert of(unknown, source("wire"), article("wire"))["origins"] is None
    two = claim("c", report("wire"), report("rival"), reports=[report("wire"), report("rival"), last(drift="added")])
    assert of(two, source("wire"), source("rival"), article("wire", "rival"))["origins"] == 2
    assert of(two, source("wire"), source("rival"), article("wire"))["drift"] == "added"


def test_of_a_chip():
    """What the law measures of its figures, and how it stands on the day of the view."""
    quill = chip(id="q", announced="2030-05", int8=100, fp16=60, die_area=400, interconnect_bandwidth=50)
    line = rule("r", "2031-01-01", needs("c", total_processing_performance={"at_least": 960}))
    assert of(quill, line, SHEET) == {
        "title": {"en": "Made up", "ar": "Made up"},
        "address": {"en": f"{SITE}en/chips/q/", "ar": f"{SITE}ar/chips/q/"},
        "dated": "2030-05",
        "cited_by": 0,
        "total_processing_performance": 960,
        "performance_density": 2.4,
        "interconnect_bandwidth": 50,
        "status": "presumption-of-denial",
        "data_centre_stated_by": "third-party",
    }


def test_of_a_chip_of_which_nothing_is_published():
    found = of(chip(id="q", data_centre=None))
    assert [found[name] for name in ("total_processing_performance", "performance_density")] == [None, None]
    assert (found["interconnect_bandwidth"], found["status"]) == (None, "no-licence")
    assert found["data_centre_stated_by"] is None


def test_of_a_chip_on_the_day_of_the_view():
    quill = chip(id="q", int8=200)
    later = rule(
        "r", TODAY.replace(year=TODAY.year + 1).isoformat(), needs("c", total_processing_performance={"above": 1})
    )
    assert of(quill, later, SHEET)["status"] == "no-licence"


def test_a_record_with_what_is_computed_of_it():
    """The fields as they are written in its file, with what is computed under a name of its own."""
    told = claim("c")
    whole = with_computed(views(told, article()), told)
    assert whole.pop("computed") == of(told, article())
    assert whole == told.model_dump(mode="json") and whole["reports"][0]["source"] == "article"


def test_a_figure_has_its_unit_and_who_states_it_if_it_was_seen():
    guessed = {"value": 4800, "standing": "inferred", "sources": ["x"]}
    quill: Chip = chip(id="q", memory_bandwidth=guessed, int8=10)
    figures = with_computed(views(quill, SHEET), quill)["figures"]
    assert figures["memory_bandwidth"]["computed"] == {"unit": "GB/s", "stated_by": None}
    assert figures["memory_bandwidth"]["value"] == 4800
    assert figures["int8"]["computed"] == {"unit": "TOPS", "stated_by": "third-party"} and figures["die_area"] is None


def test_what_is_known_at_a_gate_says_who_states_it_if_it_was_seen():
    quill: Chip = chip(id="q", gates={"sold": "met", "made": "unknown"})
    stated = [gate["computed"]["stated_by"] for gate in with_computed(views(quill, SHEET), quill)["gates"]]
    assert stated == ["third-party"] * 2


@pytest.mark.parametrize("record", [source("s"), actor("a"), claim("c")], ids=lambda record: record.folder)
def test_of_no_other_kind_figures_are_asked(record):
    assert with_computed(views(record, article()), record)["computed"]["title"]["en"]
