"""Atom feeds of what changed (RFC 4287)."""

from __future__ import annotations

from feedgenerator import Atom1Feed
from markupsafe import escape

from ..page.changes import FEEDS, Change, changes, feed_address
from ..page.view import View

NEWEST = 100
"""As many entries as a feed holds; the page of changes has them all."""


def feed(name: str, view: View) -> str:
    """A feed as XML, in the language of the view. A day counts from its midnight (UTC), a month or a year from that of
    its first day."""
    language = view.language
    here = view.permanent(feed_address(name, language.code))
    made = Atom1Feed(
        title=f"{language.string('site.name')}: {language.string(f'feed.{name}')}",
        link=view.permanent(f"{language.code}/changes/"),
        description=language.string("site.description"),
        language=language.code,
        author_name=language.string("site.name"),
        feed_url=here,
        feed_guid=here,
        feed_copyright=language.string("cite.licence"),
    )
    for change in _newest(name, view):
        address = view.permanent(f"{language.code}/{change.record.address}")
        judged = f"{language.string(change.judged)}{language.string('colon')} " if change.judged else ""
        made.add_item(
            title=f"{judged}{view.heading(change.record)}",
            link=address,
            description=escape(view.plain(change.text)),  # readers take a summary for HTML
            unique_id=f"{address}{'&' if '#' in address else '#'}{change.kind}-{change.date}",
            pubdate=change.date.midnight,
            updateddate=change.date.midnight,
            categories=(language.string(f"change.{change.kind}"),),
        )
    return str(made.writeString("utf-8"))


def _newest(name: str, view: View) -> list[Change]:
    """The changes that a feed holds, in the order of their dates. Whoever follows it sees what was entered only now of
    an event long ago."""
    found = [change for change in changes(view.dossier) if change.kind in FEEDS[name]]
    by_entry = sorted(found, key=lambda change: max(change.date, view.entered(change.record) or ""), reverse=True)
    kept = {id(change) for change in by_entry[:NEWEST]}
    return [change for change in found if id(change) in kept]
