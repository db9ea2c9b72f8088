"""The foot of a page: where the site comes from, its data, how to follow it, and how to report an error."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlencode

from ..page.changes import FEEDS, calendar_address, feed_address
from ..page.place import is_outward
from ..page.view import View
from ..wording.language import Language

OFFERED = (
    {"theme.data": "{code}/data/"}
    | {f"feed.{name}": feed_address(name, "{code}") for name in FEEDS}
    | {"feed.dates": calendar_address("{code}")}
)
"""What the foot leads to if the site has it, by the key of its name, with its address."""


@dataclass(frozen=True)
class Link:
    """``address`` is one of another site, or below the root of this one."""

    words: str
    address: str

    @property
    def is_outward(self) -> bool:
        return is_outward(self.address)


@dataclass(frozen=True)
class Foot:
    language: Language
    links: tuple[Link, ...]


def foot(language: Language, repository: str | None, published: Collection[str]) -> Foot:
    """The foot in one language. ``published`` are the paths of the site's files."""
    offered = {name: address.format(code=language.code) for name, address in OFFERED.items()}
    links = [Link(language.string("theme.repository"), repository)] if repository else []
    links += [
        Link(language.string(name), address)
        for name, address in offered.items()
        if address in published or f"{address}index.html" in published
    ]
    return Foot(language, tuple(links))


def report(view: View, language: Language, repository: str, title: str) -> str:
    """The address of a new issue about this page, its title and text begun."""
    address = view.permanent(view.place.url)
    issue = {
        "title": language.string("theme.report_title", title=title),
        "body": language.string("theme.report_text", address=address),
    }
    return f"{repository.rstrip('/')}/issues/new?{urlencode(issue)}"
