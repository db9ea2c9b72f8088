"""The dates that sources announce, as a calendar to subscribe to (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime
import posixpath

import icalendar

from ..page.view import View
from ..record.event import Event


def calendar(view: View) -> str:
    """The expected events in the language of the view: each on its day, or over the whole month or year that its source
    gives. The stamp is the day to which the findings go, so that the same records make the same file."""
    language = view.language
    stamp = datetime.datetime.combine(view.dossier.current_to.first_day, datetime.time(), datetime.UTC)
    made = icalendar.Calendar()
    made.add("prodid", f"-//{language.string('site.name')}//{language.code}//")
    made.add("version", "2.0")
    made.add("x-wr-calname", f"{language.string('site.name')}: {language.string('feed.dates')}")
    for event in view.dossier.all(Event):
        if not event.expected:
            continue
        address = posixpath.join(view.site_url, language.code, event.address)
        entry = icalendar.Event()
        entry.add("uid", address)
        entry.add("dtstamp", stamp)
        entry.add("dtstart", event.date.first_day)
        entry.add("dtend", event.date.last_day + datetime.timedelta(days=1))
        entry.add("summary", view.title(event))
        entry.add("description", view.plain(event.summary))
        entry.add("url", address)
        entry.add("transp", "TRANSPARENT")
        made.add_component(entry)
    return str(made.to_ical(), "utf-8")
