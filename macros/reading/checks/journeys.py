"""Journeys: the reports of a claim follow one another, end in the article, and say nothing of a text nobody saw."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...record.claim import Attribution, AttributionKind, Claim, Drift, Report, Seen
from ...record.fields import SourceId
from ...record.shared import Record
from ...record.source import ARTICLE, Read, Source, SourceKind
from ..derivation import roots
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading
from .chronology import out_of_order

QUOTED = re.compile(r"[“”„‟\"＂«»‹›「」『』《》〈〉]|(?<!\w)[‘’‚‛'`′＇](?=\w)")
"""The marks between which a text is quoted, in any language; a single one where it opens, not in “the firms' chips”."""


def journeys(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """The last report of a claim is the article's, every report comes after those above it and takes from them."""
    if not isinstance(record, Claim):
        return
    last = record.article_report
    if last.source != ARTICLE or last.locator is None or last.drift is None:
        yield document.problem(("reports",), f"expected the last report to be '{ARTICLE}', with locator and drift")
    if last.seen is not Seen.direct:
        yield document.problem(
            ("reports", len(record.reports) - 1, "seen"), f"'{last.seen}', but the article is examined; expected direct"
        )
    article = reading.source(ARTICLE)
    listed = [report.source for report in record.reports]
    sources = [reading.source(id) for id in listed]
    for index, _, date in out_of_order(source.date if source else None for source in sources):
        yield document.problem(
            ("reports", index, "source"),
            f"'{listed[index]}' is of {date}, before the report above it; expected oldest first",
        )
    for index, report in enumerate(record.reports):
        if report.locator and article and report.locator.paragraph > len(article.paragraphs):
            yield document.problem(
                ("reports", index, "locator", "paragraph"),
                f"paragraph {report.locator.paragraph} does not exist; the article has {len(article.paragraphs)}",
            )
        if report.locator and report.source != ARTICLE and report is not last:
            yield document.problem(
                ("reports", index, "locator"),
                f"a paragraph is one of the article's, not of '{report.source}'; expected none",
            )
        if report.source in listed[:index]:
            yield document.problem(
                ("reports", index, "source"), f"'{report.source}' stands above already; expected each source once"
            )
        for parent in report.taken_from or ():
            if parent not in listed[:index]:
                above = ", ".join(listed[:index]) or "none"
                yield document.problem(
                    ("reports", index, "taken_from"),
                    f"'{parent}' is not among the reports above; expected one of {above}",
                )


def silent_paragraphs(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A claim is found in a paragraph of the article that makes none."""
    article = reading.source(ARTICLE)
    if isinstance(record, Claim) and article:
        for index, report in enumerate(record.reports):
            paragraph = report.locator.paragraph if report.locator else 0
            if 0 < paragraph <= len(article.paragraphs) and article.paragraphs[paragraph - 1].no_claim:
                yield document.problem(
                    ("reports", index, "locator", "paragraph"),
                    f"paragraph {paragraph} makes no claim, as '{ARTICLE}' has it; expected another paragraph",
                )


def unseen_texts(record: Record, document: Document) -> Iterator[Problem]:
    """Of a text that was not seen nobody knows whom it names, how it words a claim or what it did to it."""
    if isinstance(record, Claim):
        for index, report in enumerate(record.reports):
            if report.seen is Seen.not_seen:
                for field, message in _told_unseen(report):
                    yield document.problem(("reports", index, *field), f"the text was not seen; {message}")


def seen_nowhere(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A report was seen in a source that was not read, or in itself."""
    for index, report in enumerate(record.reports if isinstance(record, Claim) else ()):
        source = reading.source(report.source)
        alone = report.seen is Seen.direct or (report.seen is Seen.machine_translation and not report.seen_in)
        if alone and source and source.read is Read.none:
            yield document.problem(
                ("reports", index, "seen"),
                f"{report.seen}, but '{source.id}' was not read; expected not-seen, or summary or machine-translation "
                "with 'seen_in'",
            )
        elif report.seen is Seen.direct and report.seen_in:
            yield document.problem(
                ("reports", index, "seen_in"),
                "direct, so it was seen in itself; expected none, or how else it was seen",
            )
        if report.seen is Seen.summary and not report.seen_in:
            yield document.problem(
                ("reports", index, "seen_in"), "a summary; expected the sources in which it was seen"
            )
        for place, id in enumerate(report.seen_in if report.seen is not Seen.not_seen else ()):
            other = reading.source(id)
            unread = other and other.read is Read.none
            if unread or id == report.source:
                why = "was not read" if unread else "is the report itself"
                yield document.problem(
                    ("reports", index, "seen_in", place), f"'{id}' {why}; expected another source, that was read"
                )


def drift_from_unseen(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A report is compared with originals of which nobody saw one."""
    if not isinstance(record, Claim):
        return
    seen = {report.source: report.seen is not Seen.not_seen for report in record.reports}
    for index, report in enumerate(record.reports):
        originals = _originals(reading, record, report.source)
        if report.drift in (None, Drift.undetermined) or any(seen.get(id, True) for id in originals):
            continue
        if not reading.is_whole(Source):
            continue
        ids = " or ".join(f"'{id}'" for id in originals) or "since nothing lies behind it"
        yield document.problem(
            ("reports", index, "drift"),
            f"'{report.drift}', but nobody saw the original, {ids}; expected undetermined, or how it was seen",
        )


def added_to_nothing(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A claim was added on the way to the article, but begins in texts that retell no other."""
    if not isinstance(record, Claim):
        return
    for index, report in enumerate(record.reports):
        originals = _originals(reading, record, report.source) if report.drift is Drift.added else ()
        if originals and not any(_retells(reading, id) for id in originals):
            yield document.problem(
                ("reports", index, "drift"),
                f"added, but {' and '.join(originals)}, where the claim begins, retells nothing to which it was added; "
                "expected another drift",
            )


def lost_by_nobody(record: Record, document: Document) -> Iterator[Problem]:
    """An attribution was lost on the way to a report, though none of those above it has one."""
    for index, report in enumerate(record.reports if isinstance(record, Claim) else ()):
        above = {other.attribution.kind for other in record.reports[:index]} if isinstance(record, Claim) else ()
        if report.drift is Drift.attribution_lost and above == {AttributionKind.none}:
            yield document.problem(
                ("reports", index, "drift"),
                f"'{report.drift}', but no report above says who said it; expected one that does, or another drift",
            )


def attributions_at_odds(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """An attribution was lost on the way to a report that says who said it as the original does, or a report that says
    nothing of it is faithful to one that does."""
    for index, report in enumerate(record.reports if isinstance(record, Claim) else ()):
        if not isinstance(record, Claim) or report.drift not in (Drift.attribution_lost, Drift.faithful):
            continue
        ids = _originals(reading, record, report.source)
        first = [other.attribution for other in record.reports if other.source in ids]
        if not ids or len(first) < len(ids):
            continue
        place, originals = ("reports", index, "drift"), " and ".join(f"'{id}'" for id in ids)
        lost = report.drift is Drift.attribution_lost
        if lost and all(_is_kept(report.attribution, attribution) for attribution in first):
            yield document.problem(
                place,
                f"'{report.drift}', but it is that of {originals}; expected another drift, or in 'who' what is left",
            )
        silent = report.attribution.kind is AttributionKind.none
        if not lost and silent and not any(attribution.kind in SILENT for attribution in first):
            yield document.problem(
                place,
                f"'{report.drift}', but {originals} says who said it; expected attribution-lost, or another drift",
            )


def _is_kept(attribution: Attribution, first: Attribution) -> bool:
    """Whether an attribution is that of the original, as far as it says whose it is."""
    alike = (attribution.kind, attribution.count) == (first.kind, first.count)
    return alike and attribution.kind not in SILENT and attribution.who in (None, first.who)


SILENT = (AttributionKind.none, AttributionKind.unknown)
"""Attributions that name nobody, and nothing."""


def words_of_nobody(record: Record, document: Document) -> Iterator[Problem]:
    """A claim quotes a person, but no report of it names anybody."""
    if not isinstance(record, Claim) or not record.quotation:
        return
    if all(report.attribution.kind not in NAMING for report in record.reports):
        yield document.problem(
            ("quotation", "speaker"),
            f"'{record.quotation.speaker}', but no report names a speaker; expected one that does, or no quotation",
        )


def _retells(reading: Reading, id: SourceId) -> bool:
    """Whether a source has things from another; a translation has, whether it is said from which or not."""
    source = reading.source(id)
    return source is None or bool(source.derived_from) or source.kind is SourceKind.translation


NAMING = (AttributionKind.named, AttributionKind.official)
"""Attributions to somebody."""


def seen_before_it_was(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A report was seen in a source that is older than it."""
    for index, report in enumerate(record.reports if isinstance(record, Claim) else ()):
        source = reading.source(report.source)
        for place, id in enumerate(report.seen_in):
            other = reading.source(id)
            if source and source.date and other and other.date and other.date.before(source.date):
                yield document.problem(
                    ("reports", index, "seen_in", place),
                    f"'{id}' is of {other.date}, before '{source.id}' of {source.date}; expected a later source",
                )


def translated_into_itself(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A report was seen in a translation that is of the report's own language."""
    for index, report in enumerate(record.reports if isinstance(record, Claim) else ()):
        source = reading.source(report.source)
        for place, id in enumerate(report.seen_in if report.seen is Seen.machine_translation else ()):
            other = reading.source(id)
            if source and other and other.kind is not SourceKind.translation and source.language == other.language:
                yield document.problem(
                    ("reports", index, "seen_in", place),
                    f"'{id}' is in the language of '{source.id}' ({source.language}); expected a translation",
                )


def _originals(reading: Reading, claim: Claim, start: SourceId) -> tuple[SourceId, ...]:
    """The sources in which a claim begins, back from one of its reports along ``taken_from`` and ``derived_from``."""
    ends = roots(lambda id: claim.had_from(id, reading.parents(id)), [start])
    return tuple(id for id in ends if id != start)


def _told_unseen(report: Report) -> Iterator[tuple[tuple[str, ...], str]]:
    """What a report tells of a text that was not seen, and what was expected."""
    if report.attribution.kind is not AttributionKind.unknown:
        yield ("attribution",), "expected kind: unknown alone"
    if report.drift not in (None, Drift.undetermined):
        yield ("drift",), f"'{report.drift}' cannot be known; expected undetermined"
    for language in ("en", "ar"):
        if report.note and QUOTED.search(report.note[language]):
            yield ("note", language), "expected no quotation from it"
