"""Records made for one question each, and a dossier of such records. Chips and rules are made in ``law/made.py``."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from law.made import TEXT

from macros.law.day import Law
from macros.page.place import Place
from macros.page.view import View, environment
from macros.reading.dossier import Dossier
from macros.reading.problems import DossierError
from macros.record.actor import Actor
from macros.record.caveat import Caveat
from macros.record.chip import Chip
from macros.record.claim import Claim
from macros.record.conflict import Conflict
from macros.record.event import Event
from macros.record.kinds import KINDS
from macros.record.question import Question
from macros.record.rule import Rule
from macros.record.shared import Record
from macros.record.source import Source
from macros.record.step import Step
from macros.record.term import Term
from macros.site.words import read_strings
from macros.wording.language import LANGUAGES, Language

TODAY = date(2031, 6, 1)
"""The day from which made-up laws are seen."""

HASH = "0" * 64
"""The fingerprint of a paragraph that nobody compares."""


def words(en: str) -> dict[str, str]:
    """A text in both languages."""
    return {"en": en, "ar": f"نص {en}"}


def source(id: str, *derived_from: str, **fields: Any) -> Source:
    """A report by a publisher of its own, derived from these."""
    return Source.model_validate(
        {
            "id": id,
            "kind": "newsroom",
            "publisher": words(f"publisher of {id}"),
            "title": words(f"title of {id}"),
            "date": "2031-01-01",
            "language": "en",
            "url": f"https://example.org/{id}",
            "read": "full",
            "derived_from": derived_from,
        }
        | fields
    )


def article(*derived_from: str, paragraphs: int = 1, **fields: Any) -> Source:
    """The article, with so many paragraphs."""
    return source("article", *derived_from, paragraphs=[{"sha256": HASH}] * paragraphs, **fields)


def report(source: str, **fields: Any) -> dict[str, Any]:
    """A report of a claim, by nobody."""
    return {"source": source, "attribution": {"kind": "none"}} | fields


def last(paragraph: int = 1, drift: str = "faithful", **fields: Any) -> dict[str, Any]:
    """The article's report of a claim."""
    return report("article", locator={"paragraph": paragraph}, drift=drift, certainty="high", **fields)


def found(date: str = "2031-02-01", **fields: Any) -> dict[str, Any]:
    """A finding of a day."""
    return {"date": date, "verdict": "supported", "basis": "report", "confidence": "high", "note": TEXT} | fields


def claim(id: str, *reports: dict[str, Any], code: str = "C01", **fields: Any) -> Claim:
    """A claim with these reports, the article's added."""
    return Claim.model_validate(
        {
            "id": id,
            "code": code,
            "statement": words(f"statement of {id}."),
            "topic": "demand",
            "reports": [*reports, last()],
            "findings": [found()],
            "later": {"status": "not-checked"},
        }
        | fields
    )


def actor(id: str, **fields: Any) -> Actor:
    """An actor on the side of the makers, who does not say what it wants."""
    return Actor.model_validate(
        {
            "id": id,
            "name": words(f"name of {id}"),
            "kind": "company",
            "side": "nvidia",
            "role": TEXT,
            "interest": {"basis": "not-stated", "text": TEXT},
        }
        | fields
    )


def event(id: str, date: str | int = "2031-01-01", **fields: Any) -> Event:
    """An event known from one source."""
    return Event.model_validate(
        {
            "id": id,
            "date": date,
            "title": words(f"title of {id}"),
            "summary": TEXT,
            "side": "nvidia",
            "first_reported_by": TEXT,
            "sourcing": {"kind": "official"},
            "sources": ["x"],
            "confidence": "high",
        }
        | fields
    )


def conflict(id: str, *sides: dict[str, Any], **fields: Any) -> Conflict:
    """A question with two answers, or with these sides."""
    answers = sides or ({}, {})
    return Conflict.model_validate(
        {
            "id": id,
            "question": words(f"question of {id}"),
            "sides": [
                {"answer": TEXT, "by": TEXT}
                | side
                | ({} if side.keys() & {"sources", "events"} else {"sources": ["x"]})
                for side in answers
            ],
            "reading": TEXT,
        }
        | fields
    )


def step(id: str, order: int = 1, **fields: Any) -> Step:
    """A step that is done."""
    return Step.model_validate(
        {
            "id": id,
            "order": order,
            "name": words(f"name of {id}"),
            "meaning": TEXT,
            "state": "done",
            "date": "2031-01-01",
            "brief": TEXT,
            "status": TEXT,
            "sources": ["x"],
        }
        | fields
    )


def question(id: str, order: int = 1, **fields: Any) -> Question:
    """A question to which nobody knows the answer."""
    return Question.model_validate(
        {
            "id": id,
            "order": order,
            "question": words(f"question of {id}"),
            "short": TEXT,
            "by": TEXT,
            "answer": TEXT,
            "settled": "not-known",
            "confidence": "low",
            "date": "2031-01-01",
            "sources": ["x"],
        }
        | fields
    )


def caveat(id: str, *claims: str, **fields: Any) -> Caveat:
    """A caveat that touches these claims."""
    return Caveat.model_validate({"id": id, "title": words(f"title of {id}"), "text": TEXT, "claims": claims} | fields)


def term(id: str, en: str, ar: str) -> Term:
    """A term by its name."""
    return Term.model_validate({"id": id, "name": {"en": en, "ar": ar}, "definition": TEXT})


def dossier(*records: Record) -> Dossier:
    """These records in the order of their kinds, unchecked."""
    found: dict[str, dict[str, Record]] = {kind.folder: {} for kind in KINDS}
    for record in sorted(records, key=lambda record: (record.folder, record.sort_key)):
        found[record.folder][record.id] = record
    return Dossier(MappingProxyType(found))


def write(folder: Path, files: dict[str, str]) -> Path:
    """Files below a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def said(error: DossierError) -> list[str]:
    """The problems of an error, a line each."""
    assert all(isinstance(problem.field, str) for problem in error.problems)
    return [str(problem) for problem in error.problems]


@cache
def languages() -> dict[str, Language]:
    """Both languages with the words of the interface."""
    strings = read_strings()
    return {code: Language(code, strings) for code in LANGUAGES}


def view(*records: Record, url: str = "en/", day: date = TODAY) -> View:
    """A page of a dossier of these records, seen from a day."""
    world = dossier(*records)
    law = Law(world.all(Rule), world.all(Chip), day)
    return View(world, law, languages(), environment(), "https://example.org/made/", Place(url))
