"""The calendar of expected dates, as a calendar program reads it."""

from __future__ import annotations

from datetime import date

import icalendar
import pytest
from made import claim, event, view

from macros.downloads.calendar import calendar


def entries(*records):
    return icalendar.Calendar.from_ical(calendar(view(claim("a"), *records, url="en/"))).walk("VEVENT")


@pytest.mark.parametrize(
    ("given", "first", "after"),
    [
        ("2031-05-07", date(2031, 5, 7), date(2031, 5, 8)),
        ("2031-02", date(2031, 2, 1), date(2031, 3, 1)),
        ("2031", date(2031, 1, 1), date(2032, 1, 1)),
    ],
)
def test_a_date_is_as_long_as_its_source_leaves_it_open(given, first, after):
    (entry,) = entries(event("due", given, expected=True))
    assert (entry.start, entry.end) == (first, after)


def test_only_what_is_expected_is_in_it():
    (entry,) = entries(event("done", "2031-01-01"), event("due", "2031-05-07", expected=True))
    assert str(entry["url"]).endswith("/en/events/due/")
