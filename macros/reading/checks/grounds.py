"""Grounds: what is stated says from what it is known, and where a reader finds it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from pydantic import HttpUrl

from ...record.claim import Claim, Finding, Report, Seen
from ...record.conclusion import Conclusion
from ...record.conflict import Conflict, ConflictState
from ...record.event import Event
from ...record.fields import Model, SourceId
from ...record.question import Question, Settled
from ...record.shared import Basis, Level, Record, Verdict
from ...record.source import ARTICLE, DOCUMENTS, ORIGINAL, READ, Extent, Read, Source, SourceKind
from ..derivation import roots
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


def undocumented(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """What is said to be documented rests on no rule and on no text of those who answer for the matter itself."""
    for location, part in record.parts:
        field = _documented(part)
        if not field or vars(part)["rules"]:
            continue
        sources = reading.sources(vars(part)["sources"])
        if sources and not any(source.kind in DOCUMENTS for source in sources):
            kinds = " and ".join(sorted({source.kind for source in sources}))
            yield document.problem(
                (*location, field),
                f"'{vars(part)[field]}' by {kinds} alone; expected rules, or a text of one that acted itself",
            )


def unsettled(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A conflict is settled, though neither a document, nor rules to compute from, nor the order of time is named
    that could decide."""
    if not isinstance(record, Conflict) or record.state is not ConflictState.settled:
        return
    found = (reading.dossier.find(Event.folder, id) for side in record.sides for id in side.events)
    events = (event for event in found if isinstance(event, Event))
    named = (*(id for side in record.sides for id in side.sources), *(id for event in events for id in event.sources))
    sources = reading.sources(named)
    has_order = sum(side.date is not None for side in record.sides) > 1
    if sources and not (any(source.kind in DOCUMENTS for source in sources) or record.about.rules or has_order):
        yield document.problem(
            ("state",),
            "settled, but by what is not said; expected a document, rules, or dates of the answers",
        )


def _documented(part: Model) -> str | None:
    """The field in which a part says that it is documented, if it does."""
    if isinstance(part, Finding | Conclusion) and part.basis is Basis.document:
        return "basis"
    return "settled" if isinstance(part, Question) and part.settled is Settled.documented else None


def own_witness(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A claim of the article is borne out by nothing but the article and what has it from there."""
    for index, finding in enumerate(record.findings if isinstance(record, Claim) else ()):
        bears_out = finding.verdict in (Verdict.supported, Verdict.partly_supported)
        behind = roots(lambda id: () if id == ARTICLE else reading.parents(id), finding.sources, finding.taken_from)
        if bears_out and behind == (ARTICLE,) and not finding.rules:
            yield document.problem(
                ("findings", index, "sources"),
                f"'{ARTICLE}' alone, which is what is examined; expected a source that has it from elsewhere",
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


def empty_paragraphs(record: Record, document: Document) -> Iterator[Problem]:
    """A paragraph of the article has the fingerprint of no text at all."""
    for index, paragraph in enumerate(record.paragraphs if isinstance(record, Source) else ()):
        if paragraph.sha256 == sha256().hexdigest():
            yield document.problem(
                ("paragraphs", index, "sha256"), "that of no text at all; expected that of a paragraph"
            )


def strange_copies(record: Record, document: Document) -> Iterator[Problem]:
    """Less of a source was read than of a copy, or a copy is the page itself."""
    if not isinstance(record, Source):
        return
    for index, copy in enumerate(record.copies):
        if record.read is Read.none and copy.extent is not Extent.headline:
            yield document.problem(
                ("copies", index, "extent"), f"'{copy.extent}', but the source was not read; expected headline"
            )
        if record.read is Read.partial and copy.extent is Extent.full:
            yield document.problem(
                ("copies", index, "extent"), "full, but the source was read in part; expected read: full, or most"
            )
        if record.read is Read.quoted and copy.extent in (Extent.full, Extent.most):
            yield document.problem(
                ("copies", index, "extent"),
                f"{copy.extent}, but the source was seen as others quote it; expected passage, or how far it was read",
            )
        if copy.url and _page(copy.url) in {_page(url) for url in (record.url, record.archived) if url}:
            yield document.problem(
                ("copies", index, "url"), f"'{copy.url}' is the source's own address; expected another page"
            )


def _page(url: HttpUrl) -> str:
    """An address without the place on its page."""
    return str(url).partition("#")[0]


def strange_origins(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A text of law or a filing retells another, or a translation is in the language of its original."""
    originals = reading.sources(record.derived_from) if isinstance(record, Source) else None
    if not isinstance(record, Source) or not originals:
        return
    if record.kind in ORIGINAL:
        yield document.problem(
            ("derived_from",), f"a {record.kind} is no retelling of another text; expected none, or another kind"
        )
    is_translation = record.kind is SourceKind.translation
    if is_translation and all(original.language == record.language for original in originals):
        yield document.problem(
            ("language",), f"'{record.language}' is that of what it translates; expected another language"
        )


def _has_headlines_alone(source: Source) -> bool:
    found = (copy.extent is Extent.headline for copy in source.copies if copy.url)
    return not (source.url or source.archived) and all(found)
