"""What the search knows of a page beside its text: how much it weighs, other names, and by what it can be filtered."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from .dossier import kind_of
from .language import Language
from .records import Record, Term
from .vocabulary import SourceKind

WEIGHTS = {"actors": 3, "chips": 3, "rules": 2, "claims": 1.5, "events": 0.7, "sources": 0.2}
"""A reader who types a name looks for the thing itself before the texts that mention it; 1 is a page without a record."""


def weight(record: Record | None) -> float:
    """The weight of a page's text, from 0 to 10."""
    return WEIGHTS[kind_of(record)] if record else 1


def names(record: Record | None, title: str, terms: Iterable[Term], language: Language) -> list[str]:
    """Names by which readers look for a page: those of its record, in either language, or its title and the terms on it."""
    found = _names(record) if record else (title, *(term.name[language.code] for term in terms))
    return list(dict.fromkeys(found))


def _names(record: Record) -> Iterator[str]:
    match kind_of(record):
        case "actors":
            yield from (record.name.en, record.name.ar, *record.name.zh, *record.variants)
        case "chips":
            yield record.short_name
        case "rules":
            citation = record.citation
            yield from filter(None, (record.short_title.en, record.short_title.ar, citation.reference, citation.document, *citation.cfr))
        case "claims":
            yield from (record.code, *record.keywords)
        case "sources" if record.kind is SourceKind.law:
            yield from (record.title.en, record.title.ar)


def filters(record: Record | None, language: Language, verdict: str | None) -> list[tuple[str, str]]:
    """Kind, and for a claim topic and verdict, in the words of the page's language."""
    if record is None:
        return [("kind", language.string("search.page"))]
    kind = kind_of(record)
    found = [("kind", language.string(f"kind.{kind}"))]
    if kind == "claims":
        found += [("topic", language.string(f"topic.{record.topic}")), ("verdict", language.string(f"verdict.{verdict}"))]
    return found
