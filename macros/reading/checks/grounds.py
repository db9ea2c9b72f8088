"""Grounds: what is stated says from what it is known, and where a reader finds it."""

from __future__ import annotations

from collections.abc import Iterator

from ...record.claim import Finding, Report, Seen
from ...record.conclusion import Conclusion
from ...record.fields import Model, SourceId
from ...record.shared import Basis, Level, Record, Verdict
from ...record.source import READ, Extent, Source
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading

LISTS = ("sources", "announced_sources", "first_known_sources", "seen_in")
"""The fields that name sources of which a reader must find one."""


def unfindable_sources(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """None of the sources of a finding, an event, a report, a condition, a figure or anything else can be found by a
    reader."""
    for location, part in record.parts:
        for field, named in _named(part):
            sources = reading.sources(named)
            if sources and not any(source.found_at for source in sources):
                ids = ", ".join(f"'{source.id}'" for source in sources)
                yield document.problem(
                    (*location, field), f"no address of {ids} is known; expected a source with one, its own or a copy's"
                )


def _named(part: Model) -> Iterator[tuple[str, tuple[SourceId, ...]]]:
    """The fields of a part that name sources, with them. A report that was seen is found at its source, or where it was
    seen."""
    if isinstance(part, Report):
        if part.seen is not Seen.not_seen:
            yield "source", (part.source, *part.seen_in)
        return
    for field in LISTS:
        if named := vars(part).get(field):
            yield field, named


def groundless(record: Record, document: Document) -> Iterator[Problem]:
    """A finding or a conclusion decides, is sure of itself or is computed, and names nothing on which it rests."""
    for location, part in record.parts:
        if not isinstance(part, Finding | Conclusion) or part.sources or part.rules:
            continue
        if isinstance(part, Conclusion) and part.claims:
            continue
        if part.basis is Basis.computed:
            yield document.problem(
                (*location, "basis"), "computed, but from what is not said; expected sources or rules with the figures"
            )
        elif part.verdict not in (None, Verdict.not_verified):
            yield document.problem(
                (*location, "verdict"),
                f"'{part.verdict}' without sources; expected sources, rules or '{Verdict.not_verified}'",
            )
        elif isinstance(part, Finding) and part.confidence is not Level.low:
            yield document.problem(
                (*location, "confidence"), f"'{part.confidence}' without sources; expected sources, rules or low"
            )


def read_nowhere(record: Record, document: Document) -> Iterator[Problem]:
    """A source was read, and neither an address nor a note says where, or only headlines of it are found there."""
    if isinstance(record, Source) and record.read in READ and not (record.found_at or record.read_note):
        yield document.problem(
            ("read",),
            f"'{record.read}', but where is not said; expected url, copies with an address, or read_note on where it "
            "was read, which then lifts nothing",
        )
    if isinstance(record, Source) and record.was_read and _has_headlines_alone(record):
        yield document.problem(
            ("read",), f"'{record.read}', but its copies have the headline alone; expected none or quoted"
        )


def _has_headlines_alone(source: Source) -> bool:
    found = (copy.extent is Extent.headline for copy in source.copies if copy.url)
    return not (source.url or source.archived) and all(found)
