"""Which pages the records have, and at which address each record is cited."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .dossier import Dossier, kind_of
from .records import Record

PAGED = ("claims", "actors", "chips", "rules", "sources", "events")
"""Kinds of which every record has a page of its own."""

ANCHORED = {"events": "timeline/", "conflicts": "conflicts/", "terms": "glossary/", "caveats": "sourcing/", "steps": "steps/", "conclusions": ""}
"""Kinds of which the records stand together on one page, each with an anchor; an event stands there in one line."""


@dataclass(frozen=True)
class RecordPage:
    """One generated page of a language."""

    language: str
    kind: str
    id: str

    @property
    def source(self) -> str:
        return f"{self.language}/{self.kind}/{self.id}.md"


def record_pages(dossier: Dossier, language: str) -> Iterator[RecordPage]:
    """The generated pages of one language."""
    for kind in PAGED:
        for id in dossier.records[kind]:
            yield RecordPage(language, kind, id)


def addresses(record: Record) -> Iterator[str]:
    """Where a record may be cited, below the root of a language, its own page first: ``events/x/`` and ``timeline/#x``."""
    kind = kind_of(record)
    if kind in PAGED:
        yield f"{kind}/{record.id}/"
    if kind in ANCHORED:
        yield f"{ANCHORED[kind]}#{record.id}"


def address(record: Record) -> str:
    """Where a record is told whole, below the root of a language: ``claims/x/``, ``events/x/``, ``glossary/#x``."""
    return next(addresses(record))
