"""The doors of a language: the sections of its navigation, each with its pages, and behind which of them a page
stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from ..page.place import Place
from ..page.view import View
from ..record.shared import Record


@dataclass(frozen=True)
class DoorEntry:
    """A page of the navigation. ``current`` is what ``aria-current`` says of it: ``page`` on the page itself, ``true``
    on the page of a record that it lists, and nothing elsewhere."""

    title: str
    url: str
    current: str


@dataclass(frozen=True)
class Door:
    """A door with its pages; it leads to the first."""

    title: str
    entries: tuple[DoorEntry, ...]

    @property
    def url(self) -> str:
        return self.entries[0].url

    @property
    def is_open(self) -> bool:
        """Whether the page that is shown stands behind it."""
        return any(entry.current for entry in self.entries)


def doors(nav: Navigation, view: View, record: Record | None) -> tuple[Door, ...]:
    """The doors as a page sees them; the page of a record stands behind that of the list in which it may be cited."""
    here = view.place.path
    addresses = record.addresses if record else ()
    return tuple(
        Door(view.language.string(f"door.{section.title}"), tuple(_entries(section, here, addresses)))
        for section in nav.items
        if isinstance(section, Section)
    )


def _entries(section: Section, here: str, addresses: Iterable[str]) -> Iterable[DoorEntry]:
    for page in section.children:
        assert isinstance(page, Page)
        path = Place(page.url).path
        listed = path and any(address.startswith(path) for address in addresses)
        yield DoorEntry(page.title or "", page.url, "page" if path == here else "true" if listed else "")
