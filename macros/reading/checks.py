"""What must hold between records: each check looks at one record and yields what is wrong with it; none prints."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..record.chip import Chip
from ..record.claim import Claim
from ..record.fields import SourceId
from ..record.rule import Letter, LicenceRequirement, Rule, Statement
from ..record.shared import Record
from ..record.source import ARTICLE, Source
from .dossier import Dossier
from .pointers import BrokenPointer, Pointer, pointers
from .problems import Problem
from .resolving import resolve
from .yaml_file import Document


@dataclass(frozen=True)
class Reading:
    """The records that could be read, and the folder and id of every file, of those that could not be read as well."""

    dossier: Dossier
    files: Container[tuple[str, str]]

    def is_known(self, pointer: Pointer) -> bool:
        """Whether a pointer leads to a file that could not be read: that has problems of its own, this is none."""
        here = (pointer.folder, pointer.id)
        return here in self.files and self.dossier.find(*here) is None


Check = Callable[[Reading, Record, Document], Iterator[Problem]]


def unknown_references(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A field names a record that does not exist."""
    for location, reference in record.references:
        if (reference.folder, str(reference)) not in reading.files:
            suggestion = reading.dossier.suggestion(reference.folder, reference)
            yield document.problem(location, f"no {reference.folder.removesuffix('s')} '{reference}'{suggestion}")


def broken_pointers(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A text points at a record or a figure that does not exist."""
    for location, text in record.texts:
        for message in broken(reading, text):
            yield document.problem(location, message)


def broken(reading: Reading, text: str) -> Iterator[str]:
    """What is wrong with the pointers of a text."""
    try:
        for pointer in pointers(text):
            if not reading.is_known(pointer):
                resolve(reading.dossier, pointer)
    except BrokenPointer as error:
        yield str(error)


def cycles(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A source derives from itself; each cycle is reported once, at the first of its sources by id."""
    if not isinstance(record, Source):
        return
    trail = _way_back(reading.dossier, SourceId(record.id))
    if trail and record.id == min(trail):
        circle = " ← ".join((record.id, *trail))
        yield document.problem(("derived_from",), f"cycle: {circle}; expected a source to derive from earlier ones")


def _way_back(dossier: Dossier, start: SourceId) -> list[SourceId]:
    """The sources from ``start`` along ``derived_from`` back to itself, or nothing."""
    child: dict[SourceId, SourceId] = {}
    reached = [start]
    for here in reached:
        source = dossier.find(Source.folder, here)
        for parent in source.derived_from if isinstance(source, Source) else ():
            if parent == start:
                trail = [start]
                while here != start:
                    trail.insert(0, here)
                    here = child[here]
                return trail
            if parent not in child:
                child[parent] = here
                reached.append(parent)
    return []


def journeys(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """The last report of a claim is the article's, every report comes after those above it and takes from them."""
    if not isinstance(record, Claim):
        return
    last = record.article_report
    if last.source != ARTICLE or last.locator is None or last.drift is None:
        yield document.problem(("reports",), f"expected the last report to be '{ARTICLE}', with locator and drift")
    article = reading.dossier.find(Source.folder, ARTICLE)
    count = len(article.paragraphs) if isinstance(article, Source) else None
    listed = [report.source for report in record.reports]
    earlier = None
    for index, report in enumerate(record.reports):
        if report.locator and count is not None and report.locator.paragraph > count:
            yield document.problem(
                ("reports", index, "locator", "paragraph"),
                f"paragraph {report.locator.paragraph} does not exist; the article has {count}",
            )
        source = reading.dossier.find(Source.folder, report.source)
        if isinstance(source, Source) and source.date:
            if earlier and source.date.before(earlier):
                yield document.problem(
                    ("reports", index, "source"),
                    f"'{report.source}' is of {source.date}, before the report above it; expected oldest first",
                )
            earlier = source.date
        for parent in report.taken_from or ():
            if parent not in listed[:index]:
                above = ", ".join(listed[:index]) or "none"
                yield document.problem(
                    ("reports", index, "taken_from"),
                    f"'{parent}' is not among the reports above; expected one of {above}",
                )


def findings_in_order(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """The findings of a claim stand in order of date."""
    if isinstance(record, Claim):
        for index, (before, after) in enumerate(pairwise(record.findings), 1):
            if after.date < before.date:
                yield document.problem(
                    ("findings", index, "date"),
                    f"{after.date} lies before {before.date}, the finding above; expected newest last",
                )


def undated_effects(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A status is computed by the day, so a rule with thresholds or a period needs one."""
    if not isinstance(record, Rule) or (record.effective and record.effective.is_day):
        return
    if record.opens_period or any(_needs_a_day(effect) for effect in record.effects):
        yield document.problem(
            ("effective",), "expected a day (YYYY-MM-DD), since the status of chips is computed from it"
        )


def _needs_a_day(effect: object) -> bool:
    own = effect.effective if isinstance(effect, LicenceRequirement | Letter) else None
    return own is None and not isinstance(effect, Statement)


def unknown_gates(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A chip is found to meet, or not to meet, a gate that no rule has."""
    if isinstance(record, Chip):
        known = {gate.id for rule in reading.dossier.all(Rule) for gate in rule.gates}
        for index, finding in enumerate(record.gates):
            for place, gate in enumerate(finding.gates):
                if gate not in known:
                    expected = ", ".join(sorted(known)) or "none, since no rule has gates"
                    yield document.problem(("gates", index, "gates", place), f"no gate '{gate}'; expected {expected}")


CHECKS: tuple[Check, ...] = (
    unknown_references,
    broken_pointers,
    cycles,
    journeys,
    findings_in_order,
    undated_effects,
    unknown_gates,
)
"""All checks. A new one is a function above and a line here."""
