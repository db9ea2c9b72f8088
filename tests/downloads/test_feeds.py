"""Feeds: what a feed reader finds in them, read by one that is as strict as the standard."""

from __future__ import annotations

from dataclasses import replace

import atoma
import pytest
from law.made import TEXT
from made import claim, event, view, words

from macros.downloads.feeds import NEWEST, feed
from macros.page.changes import FEEDS
from macros.page.edition import UNKNOWN, Edition
from macros.record.correction import Correction
from macros.record.fields import Day


def read(name, *records, language="en", edition=UNKNOWN):
    seen = replace(view(*records, url=f"{language}/"), edition=edition)
    return atoma.parse_atom_bytes(feed(name, seen).encode())


def finding(date, note="A note."):
    return {"date": date, "verdict": "contradicted", "basis": "report", "confidence": "low", "note": words(note)}


def correction(id, date):
    return Correction.model_validate(
        {"id": id, "date": date, "title": words("Corrected"), "stood": TEXT, "stands": words("So it is."), "why": TEXT}
    )


RECORDS = (
    claim("a", findings=[finding("2031-01-01"), finding("2031-03-01")]),
    event("old", "2031-02"),
    event("due", "2031-05-01", expected=True),
    correction("mended", "2031-03-01"),
)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("feed", ["Corrected", "Found", "Happened", "Found"]),
        ("findings", ["Corrected", "Found", "Found"]),
        ("events", ["Happened"]),
    ],
)
def test_each_feed_holds_what_belongs_to_it_newest_first(name, kinds):
    entries = read(name, *RECORDS).entries
    assert [entry.categories[0].term for entry in entries] == kinds
    assert "due" not in str([entry.links[0].href for entry in entries])


def test_an_entry_says_how_the_claim_was_judged_and_where_it_is_told():
    entry = read("findings", *RECORDS).entries[1]
    assert entry.title.value == "Contradicted: statement of a"
    assert entry.links[0].href.endswith("/en/claims/a/")
    assert (str(entry.updated.date()), entry.summary.value) == ("2031-03-01", "A note.")


@pytest.mark.parametrize("name", FEEDS)
def test_no_two_entries_have_one_id(name):
    ids = [entry.id_ for entry in read(name, *RECORDS).entries]
    assert len(set(ids)) == len(ids) > 0


def test_a_feed_is_as_new_as_its_newest_entry():
    assert str(read("events", *RECORDS).updated.date()) == "2031-02-01"


def test_signs_of_html_are_text():
    entry = read("findings", claim("a", findings=[finding("2031-01-01", "Less than <4,000> & more")])).entries[0]
    assert entry.summary.value == "Less than &lt;4,000&gt; &amp; more"  # of the type html


def test_a_long_feed_keeps_the_newest():
    many = [event(f"e{day:03}", f"2031-{1 + day // 28:02}-{1 + day % 28:02}") for day in range(NEWEST + 5)]
    entries = read("events", *many).entries
    assert len(entries) == NEWEST and entries[0].links[0].href.endswith(f"/e{NEWEST + 4:03}/")


def test_what_was_entered_only_now_is_seen_by_who_follows():
    many = [event(f"e{day:03}", f"2031-{1 + day // 28:02}-{1 + day % 28:02}") for day in range(NEWEST + 5)]
    edition = Edition(entered={"data/events/e002.yml": Day("2032-01-01"), "data/events/e004.yml": Day("2031-01-05")})
    told = [entry.links[0].href.split("/")[-2] for entry in read("events", *many, edition=edition).entries]
    assert told == [*(f"e{number:03}" for number in range(NEWEST + 4, 5, -1)), "e002"]


def test_a_feed_says_how_it_may_be_used():
    assert "CC BY 4.0" in read("events", *RECORDS).rights.value
    assert "CC BY 4.0" in read("events", *RECORDS, language="ar").rights.value


def test_the_language_of_a_feed():
    assert 'xml:lang="ar"' in feed("feed", view(*RECORDS, url="ar/"))
    assert read("feed", *RECORDS, language="ar").entries[1].links[0].href.endswith("/ar/claims/a/")
