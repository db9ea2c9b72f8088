"""Effects of rules: what the computation of a status asks of them."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from ...record.fields import Day, PartialDate
from ...record.rule import (
    QUANTITIES,
    Comparison,
    Instrument,
    Letter,
    LicenceException,
    LicenceRequirement,
    Rule,
    Statement,
    ThresholdGroup,
    Thresholds,
)
from ...record.shared import Record, Standing
from ...record.source import OFFICIAL, SourceKind
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading
from .ranges import RANGES


def undated_effects(record: Record, document: Document) -> Iterator[Problem]:
    """A status is computed by the day, so a rule with thresholds or a period needs one."""
    if not isinstance(record, Rule) or (record.effective and record.effective.is_day):
        return
    if record.opens_period or any(_needs_a_day(effect) for effect in record.effects):
        yield document.problem(
            ("effective",), "expected a day (YYYY-MM-DD), since the status of chips is computed from it"
        )


def _needs_a_day(effect: object) -> bool:
    return _own_day(effect) is None and not isinstance(effect, Statement)


def _own_day(effect: object) -> Day | None:
    """The day from which an effect holds, where it is not its rule's."""
    return effect.effective if isinstance(effect, LicenceRequirement | Letter) else None


def eclipsed_effects(record: Record, document: Document) -> Iterator[Problem]:
    """A licence requirement, a letter or an exception never applies, since another of the same rule takes its place on
    the same day."""
    if not isinstance(record, Rule):
        return
    met: set[tuple[str, str, PartialDate | None]] = set()
    for index, effect in enumerate(record.effects):
        if not isinstance(effect, LicenceRequirement | Letter | LicenceException):
            continue
        field = "exception" if isinstance(effect, LicenceException) else "control"
        mark = effect.kind, getattr(effect, field), _own_day(effect) or record.effective
        if mark in met:
            yield document.problem(
                ("effects", index, field),
                f"'{mark[1]}' stands above already, from the same day; expected one {effect.kind}, with all that it "
                "takes in",
            )
        met.add(mark)


def impossible_thresholds(record: Record, document: Document) -> Iterator[Problem]:
    """A group of thresholds takes in every chip, or none that another of the same effect does not, or bounds leave room
    for none."""
    if not isinstance(record, Rule):
        return
    for index, effect in enumerate(record.effects):
        groups = effect.any_of if isinstance(effect, Thresholds) else ()
        for place, group in enumerate(groups):
            here = ("effects", index, "any_of", place)
            if not group.comparisons:
                expected = f"expected one of {', '.join(QUANTITIES)}"
                yield document.problem(here, f"a group without a comparison takes in every chip; {expected}")
            for quantity, comparison in group.comparisons:
                if message := _impossible(comparison):
                    yield document.problem((*here, quantity), message)
            if group.comparisons and (wider := _wider(group, groups[:place], groups[place + 1 :])):
                yield document.problem(
                    here, f"takes in nothing that '{wider.paragraph}' does not; expected other bounds"
                )
            if message := _too_small_a_sum(group):
                yield document.problem((*here, "memory_and_interconnect"), message)
            if message := _too_large_a_die(group):
                yield document.problem((*here, "performance_density"), message)


Groups = tuple[ThresholdGroup, ...]


def _wider(group: ThresholdGroup, above: Groups, below: Groups) -> ThresholdGroup | None:
    """A group that takes in whatever one does; of two that take in the same that which stands above."""
    wider = (
        *(other for other in above if other.takes_in(group)),
        *(other for other in below if other.takes_in(group) and not group.takes_in(other)),
    )
    return next((other for other in wider if other.comparisons), None)


def _impossible(comparison: Comparison) -> str | None:
    """What is wrong with the bounds of a quantity."""
    bounds = dict(comparison.bounds)
    for one, other in (("at_least", "above"), ("below", "at_most")):
        if one in bounds and other in bounds:
            return f"expected one of {one} and {other}"
    if 0 in bounds.values():
        return "0 is no bound; every chip lies above it"
    lower, upper = comparison.ends
    if lower <= upper:
        return None
    return f"nothing lies between {lower[0]:g} and {upper[0]:g}; expected bounds that leave room"


def _limits(comparison: Comparison | None) -> tuple[float, float]:
    """The figures between which a quantity lies; without a comparison it may be anything."""
    return (comparison.ends[0][0], comparison.ends[1][0]) if comparison else (0, inf)


def _too_small_a_sum(group: ThresholdGroup) -> str | None:
    """What is wrong with the bound of memory and interconnect together, if one of them alone lies above it."""
    _, most = _limits(group.memory_and_interconnect)
    least = sum(_limits(part)[0] for part in (group.memory_bandwidth, group.interconnect_bandwidth))
    if least <= most:
        return None
    return f"{most:g} at most, but its parts are {least:g} at least; expected a sum that is no less"


def _too_large_a_die(group: ThresholdGroup) -> str | None:
    """What is wrong with the bounds of processing and of its density, which is processing by die area, if no die has
    the area."""
    processing, _ = _limits(group.total_processing_performance)
    _, density = _limits(group.performance_density)
    _, largest, unit = RANGES["die_area"]
    if not density or processing / density <= largest:
        return None
    return f"has a die of {processing / density:,.0f} {unit} or more; expected bounds that one of {largest:,} meets"


def bills_in_force(record: Record, document: Document) -> Iterator[Problem]:
    """A bill that is not law has a day on which it takes effect or a place in the regulations, or does not say that it
    is none; or the law was read for a measure that changes none."""
    if isinstance(record, Rule) and record.pending and record.effective:
        yield document.problem(("effective",), "a bill that is not law is not in force; expected null, or no 'pending'")
    if isinstance(record, Rule) and record.pending and record.citation.cfr:
        yield document.problem(
            ("citation", "cfr"), "a bill that is not law stands in no regulations; expected none, or no 'pending'"
        )
    if isinstance(record, Rule) and record.law_read_to and (record.pending or record.instrument in ANNOUNCED):
        yield document.problem(("law_read_to",), f"no law has what is said by {record.instrument}; expected none")
    if isinstance(record, Rule) and record.pending is not (record.instrument is Instrument.bill):
        expected = "'pending: true'" if record.instrument is Instrument.bill else "no 'pending'"
        yield document.problem(("instrument",), f"a {record.instrument}; expected {expected}, since bills alone wait")


def texts_of_the_unpublished(record: Record, document: Document) -> Iterator[Problem]:
    """A measure of which no text was published has the number of one, stands in the regulations, or was read there or
    anywhere else; or it is a bill, whose text is."""
    if not isinstance(record, Rule) or not record.unpublished:
        return
    for field in ("reference", "document"):
        if number := getattr(record.citation, field):
            yield document.problem(("citation", field), f"'{number}', but no text of it was published; expected none")
    for location, found in ((("citation", "cfr"), record.citation.cfr), (("law_read_to",), record.law_read_to)):
        if found:
            yield document.problem(location, "no text of it was published; expected none, or no 'unpublished'")
    if record.standing in SEEN and not record.text:
        yield document.problem(
            ("standing",),
            f"'{record.standing}', but no text of it was published; expected reported, or one that quotes it",
        )
    if record.pending:
        yield document.problem(("unpublished",), "the text of a bill is published; expected no 'unpublished'")


def texts_of_others(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """The official text of a measure is one that it cannot have: a public body's, though none was published, that of a
    bill, though it is none, that of a law, though it is a bill, or one older than its publication."""
    text = reading.source(record.text) if isinstance(record, Rule) and record.text else None
    if not isinstance(record, Rule) or not text:
        return
    if record.unpublished and text.kind in OFFICIAL:
        yield document.problem(
            ("text",),
            f"'{text.id}' ({text.kind}), but no text of it was published; expected one that quotes it, or none",
        )
    if text.date and record.published and text.date.before(record.published):
        yield document.problem(
            ("text",),
            f"'{text.id}' is of {text.date}, before {record.published}, its publication; expected a later one",
        )
    if text.kind is SourceKind.bill and not record.pending:
        yield document.problem(("text",), f"'{text.id}' is a bill; expected the text of this {record.instrument}")
    elif text.kind is SourceKind.law and record.pending:
        yield document.problem(("text",), f"'{text.id}' is law; expected the text of this bill")


SEEN = (Standing.verified, Standing.excerpt)
"""What is said of a measure whose text was read, whole or in part."""


def strange_effects(record: Record, document: Document) -> Iterator[Problem]:
    """A measure does what its instrument or its government cannot: what is announced changes no law, and only the
    United States have the rules of their export controls and duties."""
    if not isinstance(record, Rule):
        return
    for index, effect in enumerate(record.effects):
        place = ("effects", index, "kind")
        if record.instrument in ANNOUNCED and not isinstance(effect, Statement):
            yield document.problem(place, f"'{effect.kind}' by {record.instrument}; expected a statement")
        if isinstance(effect, Letter) and record.instrument is not Instrument.letter:
            yield document.problem(place, f"'{effect.kind}' by {record.instrument}; expected a letter of its own")
        if record.instrument is Instrument.letter and not isinstance(effect, Letter | Statement):
            yield document.problem(place, f"'{effect.kind}' by letter, which binds its addressee; expected a letter")
        if record.jurisdiction != "us" and not isinstance(effect, LicenceRequirement | Statement):
            yield document.problem(place, f"'{effect.kind}' is one of US law; expected a licence-requirement or none")


def foreign_citations(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A measure of another government stands in the regulations of the United States, or its official text is one that
    reports on it."""
    if not isinstance(record, Rule):
        return
    if record.citation.cfr and record.jurisdiction != "us":
        yield document.problem(
            ("citation", "cfr"), f"US regulations, but a measure of {record.jurisdiction}; expected none"
        )
    text = reading.source(record.text) if record.text else None
    if text and text.kind not in (*OFFICIAL, SourceKind.statement, SourceKind.filing, SourceKind.translation):
        yield document.problem(
            ("text",), f"'{text.id}' is a {text.kind}; expected the text of a public body, a filing or a translation"
        )


ANNOUNCED = (Instrument.announcement, Instrument.guidance)
"""Instruments that change no law."""


def ended_before_begun(record: Record, document: Document) -> Iterator[Problem]:
    """An effect begins before its rule, a letter ends, or a policy moves to another paragraph, before it begins, or the
    moves are out of order or lead nowhere."""
    if not isinstance(record, Rule):
        return
    for index, effect in enumerate(record.effects):
        own = _own_day(effect)
        if own and record.effective and not record.pending and own.before(record.effective):
            yield document.problem(
                ("effects", index, "effective"),
                f"{own} lies before {record.effective}, when its rule took effect; expected a later day, or none",
            )
        start = own or record.effective
        if start and isinstance(effect, Letter) and effect.until and effect.until.before(start):
            yield document.problem(
                ("effects", index, "until"), f"{effect.until} lies before {start}, its first day; expected a later day"
            )
        paragraph = effect.paragraph if isinstance(effect, LicenceRequirement) else None
        for place, change in enumerate(effect.renumbered if isinstance(effect, LicenceRequirement) else ()):
            if change.paragraph == paragraph:
                yield document.problem(
                    ("effects", index, "renumbered", place, "paragraph"),
                    f"'{paragraph}' is where it stood before; expected another paragraph",
                )
            paragraph = change.paragraph
            if place and change.since == start:
                yield document.problem(
                    ("effects", index, "renumbered", place, "since"),
                    f"{start} stands above already; expected a later day",
                )
            if start and change.since.before(start):
                yield document.problem(
                    ("effects", index, "renumbered", place, "since"),
                    f"{change.since} lies before {start}, the day before it; expected oldest first",
                )
            start = change.since
