"""Atom feeds of what changed (RFC 4287)."""

from __future__ import annotations

import datetime
import posixpath

from feedgenerator import Atom1Feed
from markupsafe import escape

from ..page.changes import FEEDS, changes, feed_address
from ..page.view import View
from ..record.fields import PartialDate

NEWEST = 100
"""As many entries as a feed holds; the page of changes has them all."""


def feed(name: str, view: View) -> str:
    """A feed as XML, in the language of the view. A day counts from its midnight (UTC), a month or a year from that of
    its first day."""
    language = view.language
    here = posixpath.join(view.site_url, feed_address(name, language.code))
    page = posixpath.join(view.site_url, language.code, "changes/")
    made = Atom1Feed(
        title=f"{language.string('site.name')}: {language.string(f'feed.{name}')}",
        link=page,
        description=language.string("site.description"),
        language=language.code,
        author_name=language.string("site.name"),
        feed_url=here,
        feed_guid=here,
    )
    for change in [change for change in changes(view.dossier) if change.kind in FEEDS[name]][:NEWEST]:
        address = posixpath.join(view.site_url, language.code, change.address)
        judged = f"{language.string(change.judged)}{language.string('colon')} " if change.judged else ""
        made.add_item(
            title=f"{judged}{view.title(change.record)}",
            link=address,
            description=escape(view.plain(change.text)),  # readers take a summary for HTML
            unique_id=f"{address}{'&' if '#' in address else '#'}{change.kind}-{change.date}",
            pubdate=_midnight(change.date),
            updateddate=_midnight(change.date),
            categories=(language.string(f"change.{change.kind}"),),
        )
    return str(made.writeString("utf-8"))


def _midnight(date: PartialDate) -> datetime.datetime:
    return datetime.datetime.combine(date.first_day, datetime.time(), datetime.UTC)
