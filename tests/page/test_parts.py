"""How a long list is divided, on lists with small limits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made import event, source, term, view

from macros.page.parts import LongList
from macros.page.record_pages import newest_first
from macros.record.event import Event
from macros.record.source import Source
from macros.record.term import Term


def dated(count: int, year: str) -> list[Event]:
    """So many events of a year, a day each."""
    return [event(f"e{year}-{day}", f"{year}-01-{day:02}") for day in range(1, count + 1)]


def timeline(limit: int) -> LongList[Event]:
    return LongList("timeline/", limit, lambda view: newest_first(view.dossier.all(Event)), by_year=True)


def told(division) -> list[tuple[str, str, int]]:
    return [(part.address, part.name, len(part.records)) for part in division.parts]


def test_what_fits_on_a_page_is_one_part():
    found = timeline(3).divided(view(*dated(3, "2031")))
    assert told(found) == [("timeline/", "", 3)] and found.is_first and found.here is found.parts[0]


@pytest.mark.parametrize(
    ("address", "by_year", "by_number"),
    [
        ("timeline/2031/", True, True),
        ("timeline/2031-2/", True, False),
        ("timeline/undated/", True, False),
        ("timeline/2/", False, True),
        ("timeline/2031-sale/", False, False),
        ("sources/2031/", False, False),
        ("timeline/", False, False),
    ],
)
def test_a_list_keeps_the_addresses_that_it_will_need(address, by_year, by_number):
    """While it is short as well: an address that is cited then would lead elsewhere once it is long."""
    assert timeline(3).keeps(address) is by_year
    assert replace(timeline(3), by_year=False).keeps(address) is by_number


def test_a_list_that_goes_by_time_is_cut_by_year_the_newest_on_its_first_page():
    found = timeline(4).divided(view(*dated(3, "2030"), *dated(2, "2031"), *dated(1, "2029")))
    assert told(found) == [
        ("timeline/", "2031", 2),
        ("timeline/2030/", "2030", 3),
        ("timeline/2029/", "2029", 1),
    ]
    assert len(found.records) == 6


def test_a_year_that_is_too_long_is_cut_from_its_oldest_on_so_that_full_pages_stay():
    before = timeline(2).divided(view(*dated(3, "2031"), *dated(1, "2030")))
    after = timeline(2).divided(view(*dated(5, "2031"), *dated(1, "2030")))
    assert told(before) == [
        ("timeline/", "2031-2", 1),
        ("timeline/2031/", "2031", 2),
        ("timeline/2030/", "2030", 1),
    ]
    assert told(after)[0] == ("timeline/", "2031-3", 1)
    assert {part.name: part.records for part in after.parts}["2031"] == before.parts[1].records
    assert [part.label for part in before.parts] == ["2031, part 2", "2031", "2030"]


def test_a_first_page_that_has_only_begun_shows_what_came_before_as_well():
    """Half a page, each record in its place all the same, and once in the list."""
    found = timeline(6).divided(view(*dated(1, "2032"), *dated(6, "2031"), *dated(1, "2030")))
    first, second, _ = found.parts
    assert [record.id for record in first.records] == ["e2032-1", "e2031-6", "e2031-5"]
    assert (first.label, first.own) == ("newest", {"events/e2032-1/"}) and len(second.records) == 6
    assert [record.id for record in found.records] == [
        record.id for record in newest_first([*dated(1, "2032"), *dated(6, "2031"), *dated(1, "2030")])
    ]
    assert second.cited[:2] == ("e2031-6", "e2031-5"), "the first page answers for what has its place elsewhere"


def test_records_without_a_date_stand_at_the_end():
    sources = [source("old", date="2030"), source("bare", date=None), source("new", date="2031-05")]
    long = LongList("sources/", 1, lambda view: newest_first(view.dossier.all(Source)), by_year=True)
    assert [part.name for part in long.divided(view(*sources)).parts] == ["2031", "2030", "undated"]


@pytest.mark.parametrize(("count", "sizes"), [(1, [1]), (3, [3]), (4, [3, 1]), (7, [3, 3, 1])])
def test_any_other_list_is_cut_by_number(count, sizes):
    terms = [term(f"t{number}", f"T{number}", "س") for number in range(count)]
    parts = LongList("glossary/", 3, lambda view: view.dossier.all(Term)).divided(view(*terms)).parts
    assert [len(part.records) for part in parts] == sizes
    assert [part.address for part in parts] == ["glossary/", "glossary/2/", "glossary/3/"][: len(sizes)]


def test_a_page_knows_its_part():
    events = [*dated(2, "2031"), *dated(2, "2030")]
    assert timeline(2).divided(view(*events, url="ar/timeline/2030/")).here.name == "2030"
    elsewhere = timeline(2).divided(view(*events, url="en/"))
    assert elsewhere.here.name == "2031" and elsewhere.is_first


def test_the_first_page_answers_for_what_may_be_cited_on_it():
    found = timeline(1).divided(view(*dated(1, "2031"), *dated(1, "2030")))
    assert found.parts[1].cited == ("e2030-1",)
    sources = LongList("sources/", 1, lambda view: view.dossier.all(Source))
    assert sources.divided(view(source("a"), source("b"))).parts[1].cited == (), "they have pages of their own"


def test_the_first_page_answers_for_the_headings_of_the_others_but_for_its_own():
    by_month = LongList(
        "timeline/",
        2,
        lambda view: newest_first(view.dossier.all(Event)),
        by_year=True,
        heading=lambda event: f"m-{event.date.month}",
    )
    first, second, third = by_month.divided(view(*dated(3, "2031"), *dated(1, "2030"))).parts
    assert first.cited == ("m-2031-01", "e2031-3") and second.cited == ("e2031-2", "e2031-1")
    assert third.cited == ("m-2030-01", "e2030-1")
