"""What must hold between records, and between a page's text and the records: each check yields problems, none prints."""
from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from .reading import Document, Problem
from .records import Claim, Record, Rule
from .references import SYNTAX, BrokenReference, parse, pointers, resolve
from .fields import Reference
from .walking import texts, walk

if TYPE_CHECKING:
    from .dossier import Dossier

ARTICLE = "article"
"""The id of the source that the dossier examines."""


def broken_references(dossier: Dossier, files: Container, record: Record, document: Document) -> Iterator[Problem]:
    """References to records that do not exist; a record that exists and is wrong has problems of its own."""
    for path, value in walk(record):
        if isinstance(value, Reference) and (value.kind, str(value)) not in files:
            yield document.problem(path, f"no {value.kind.removesuffix('s')} '{value}'{dossier.suggestion(value.kind, value)}")
    for path, text in texts(record):
        try:
            for pointer in pointers(text):
                if (pointer.kind, pointer.id) in files and dossier.find(pointer.kind, pointer.id) is None:
                    continue
                resolve(dossier, pointer)
        except BrokenReference as error:
            yield document.problem(path, str(error))


def cycles(dossier: Dossier, documents: Mapping) -> Iterator[Problem]:
    """Sources that derive from themselves, each cycle reported once."""
    done: set[str] = set()

    def visit(id: str, trail: tuple[str, ...]) -> Iterator[Problem]:
        if id in trail:
            circle = " ← ".join(trail[trail.index(id):] + (id,))
            yield documents["sources", id].problem(("derived_from",), f"cycle: {circle}; expected a source to derive from earlier ones")
        elif id not in done and (source := dossier.find("sources", id)) is not None:
            for parent in source.derived_from:
                yield from visit(parent, trail + (id,))
            done.add(id)

    for source in dossier.sources:
        yield from visit(source.id, ())


def impossible_journey(dossier: Dossier, claim: Claim, document: Document) -> Iterator[Problem]:
    """Reports stand oldest first, the article last, its paragraph exists, and ``taken_from`` names reports of the claim."""
    listed = [report.source for report in claim.reports]
    if claim.reports[-1].source != ARTICLE or claim.reports[-1].locator is None or claim.reports[-1].drift is None:
        yield document.problem(("reports",), f"expected the last report to be '{ARTICLE}', with locator and drift")
    article = dossier.find("sources", ARTICLE)
    last_date = ""
    for index, report in enumerate(claim.reports):
        source = dossier.find("sources", report.source)
        if report.locator and article and not report.locator.paragraph <= len(article.paragraphs):
            yield document.problem(("reports", index, "locator", "paragraph"),
                                   f"paragraph {report.locator.paragraph} does not exist; the article has {len(article.paragraphs)}")
        if source and source.date:
            shared = min(len(source.date), len(last_date))
            if source.date[:shared] < last_date[:shared]:
                yield document.problem(("reports", index, "source"), f"'{report.source}' is of {source.date}, before the report above it; expected oldest first")
            last_date = source.date
        for parent in report.taken_from or ():
            if parent not in listed[:index]:
                yield document.problem(("reports", index, "taken_from"), f"'{parent}' is not among the reports above; expected one of {', '.join(listed[:index]) or 'none'}")


def undated_effects(rule: Rule, document: Document) -> Iterator[Problem]:
    """A status is computed by the day, so a rule with thresholds or a period needs one."""
    if rule.effective is None or len(rule.effective) != 10:
        if rule.opens_period or any(effect.kind != "statement" and getattr(effect, "effective", None) is None for effect in rule.effects):
            yield document.problem(("effective",), "expected a day (YYYY-MM-DD), since the status of chips is computed from it")


def broken_prose(dossier: Dossier, folder: Path) -> Iterator[Problem]:
    """References in the pages of ``folder`` that point at nothing."""
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        for match in SYNTAX.finditer(text):
            try:
                resolve(dossier, parse(match[1]))
            except BrokenReference as error:
                line = text[:match.start()].count("\n") + 1
                yield Problem(f"{folder.name}/{path.relative_to(folder)}", line, "", str(error))
