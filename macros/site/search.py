"""What the search knows of a page beside its text: how much it weighs, other names, and by what it can be filtered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..page.view import View
from ..record.claim import Claim
from ..record.shared import Record
from ..record.term import Term
from ..wording.strings import Forms

PLAIN_WEIGHT = 1
"""The weight of a page of prose."""


@dataclass(frozen=True)
class Searched:
    """What the theme writes into a page for the search."""

    weight: float
    names: tuple[str, ...]
    filters: tuple[tuple[str, str], ...]
    counts: Forms


def searched(view: View, title: str, record: Record | None) -> Searched:
    """Weight, names and filters of a page, in the words of its language; a page of prose has no record."""
    counts = view.language.forms("search.count")
    if record is None:
        return Searched(
            PLAIN_WEIGHT, _prose_names(view, title), (("kind", view.language.string("search.page")),), counts
        )
    return Searched(
        record.search_weight, tuple(dict.fromkeys(record.names)), tuple(_filters(view, record).items()), counts
    )


def _prose_names(view: View, title: str) -> tuple[str, ...]:
    """The page's title, and for the glossary its terms."""
    terms = view.dossier.all(Term) if view.place.path == "glossary/" else ()
    return tuple(dict.fromkeys((title, *(term.name[view.language.code] for term in terms))))


def _filters(view: View, record: Record) -> Mapping[str, str]:
    string = view.language.string
    found = {"kind": string(f"kind.{record.folder}")}
    if isinstance(record, Claim):
        found["topic"] = string(f"topic.{record.topic}")
        found["verdict"] = string(f"verdict.{record.finding.verdict}")
    return found
