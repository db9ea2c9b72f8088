"""Which pages the records have, and at which address each record is cited."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .dossier import Dossier, kind_of
from .records import Record

PAGED = ("claims", "actors", "chips", "rules", "sources")
"""Kinds of which every record has a page of its own."""

ANCHORED = {"events": "timeline/", "conflicts": "timeline/", "terms": "glossary/", "caveats": "sourcing/", "steps": "steps/", "conclusions": ""}
"""Kinds of which the records stand together on one page, each with an anchor."""


@dataclass(frozen=True)
class RecordPage:
    """One generated page of a language: its source path and the macro call that makes its text."""

    language: str
    kind: str
    id: str

    @property
    def source(self) -> str:
        return f"{self.language}/{self.kind}/{self.id}.md"

    @property
    def markdown(self) -> str:
        return f"{{{{ record_page('{self.kind}', '{self.id}') }}}}"


def record_pages(dossier: Dossier, language: str) -> Iterator[RecordPage]:
    """The generated pages of one language."""
    for kind in PAGED:
        for id in dossier.records[kind]:
            yield RecordPage(language, kind, id)


def address(record: Record, language: str) -> str:
    """A record's address below the root of the site, for example ``en/claims/x/`` or ``en/timeline/#x``."""
    kind = kind_of(record)
    return f"{language}/{kind}/{record.id}/" if kind in PAGED else f"{language}/{ANCHORED[kind]}#{record.id}"
