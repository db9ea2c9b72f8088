"""The doors of a language: the sections of its navigation, each with its pages, and behind which of them a page
stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from ..page.place import Place
from ..record.shared import Record
from ..wording.language import Language


@dataclass(frozen=True)
class DoorEntry:
    """A page of the navigation. ``current`` is what ``aria-current`` says of it: ``page`` on the page itself, ``true``
    on the page of a record that it lists, and nothing elsewhere."""

    title: str
    url: str
    path: str
    """The address below the root of the language; nothing for the overview."""
    current: str = ""

    def seen_from(self, path: str, addresses: Iterable[str]) -> DoorEntry:
        """The entry on the page at a path, whose record may be cited at some addresses."""
        if path == self.path:
            return replace(self, current="page")
        listed = self.path and any(address.startswith(self.path) for address in addresses)
        return replace(self, current="true") if listed else self


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


def doors(nav: Navigation, language: Language) -> tuple[Door, ...]:
    """The doors as a page sees them that stands behind none."""
    return tuple(
        Door(language.string(f"door.{section.title}"), tuple(_entries(section)))
        for section in nav.items
        if isinstance(section, Section)
    )


def opened(doors: Iterable[Door], place: Place, record: Record | None) -> tuple[Door, ...]:
    """The doors as a page sees them; the page of a record stands behind that of the list in which it may be cited."""
    addresses = record.addresses if record else ()
    return tuple(
        Door(door.title, tuple(entry.seen_from(place.path, addresses) for entry in door.entries)) for door in doors
    )


def _entries(section: Section) -> Iterator[DoorEntry]:
    for page in section.children:
        assert isinstance(page, Page)
        yield DoorEntry(page.title or "", page.url, Place(page.url).path)
