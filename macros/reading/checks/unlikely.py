"""What is only unlikely: it may be so, and whoever knows that it is builds without ``--strict``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from ...law.day import Law
from ...record.actor import Actor, RelationType
from ...record.caveat import Caveat
from ...record.chip import Chip
from ...record.claim import Claim
from ...record.conclusion import Conclusion
from ...record.conflict import Conflict
from ...record.correction import Correction
from ...record.event import Event
from ...record.fields import PartialDate, Text
from ...record.question import Question
from ...record.rule import Rule
from ...record.shared import Record, Verdict
from ...record.source import Source
from ...record.step import Step
from ...record.term import Term
from ...record.version import Version
from ...record.walking import Location
from ..problems import Problem
from ..yaml_file import Document
from .addresses import page
from .check import Reading, plain
from .chronology import months
from .roles import called

YEAR = timedelta(days=366)
REACH = 25
"""So many years before the article nothing was that bears on it."""

NAMED = (Actor, Chip, Rule, Step, Term, Question, Claim, Conclusion, Conflict, Caveat, Correction)
"""Kinds of which no two records are expected to have one name."""


def far_ahead(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A date lies more than a year after all that was read or happened."""
    newest = reading.newest
    for location, date in _days(record):
        if newest and date.first_day > newest + YEAR:
            yield document.problem(
                location,
                f"{date} lies more than a year after {newest}, the newest of sources and events; expected it nearer",
            )


def far_back(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A date lies longer before the article than any export control of chips."""
    article = reading.article_from
    for location, date in _days(record):
        if article and date.last_day < article.first_day - REACH * YEAR:
            yield document.problem(
                location,
                f"{date} lies more than {REACH} years before {article}, the article's date; expected it nearer",
            )


def _days(record: Record) -> Iterator[tuple[Location, PartialDate]]:
    """Every date of a record; that of a copy in an archive stands in its address."""
    for location, value in record.strings:
        if isinstance(value, PartialDate):
            yield location, value
    if isinstance(record, Source) and record.archived_on:
        yield ("archived",), record.archived_on


def long_before_published(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A rule takes effect more than a year before it is published, or more than three years after."""
    if not isinstance(record, Rule) or not record.effective or not record.published:
        return
    if record.effective.last_day + YEAR < record.published.first_day:
        yield document.problem(
            ("effective",),
            f"{record.effective} lies more than a year before {record.published}, its publication; expected it nearer",
        )
    if record.effective.first_day > record.published.last_day + 3 * YEAR:
        yield document.problem(
            ("effective",),
            f"{record.effective} lies more than three years after {record.published}, its publication; expected it "
            "nearer",
        )


def long_after_its_rule(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A version begins more than a year after the rule that made it took effect."""
    rule = reading.dossier.find(Rule.folder, record.rule) if isinstance(record, Version) and record.rule else None
    if not isinstance(record, Version) or not isinstance(rule, Rule):
        return
    if record.first and rule.effective and record.first.first_day > rule.effective.last_day + YEAR:
        yield document.problem(
            ("first",),
            f"{record.first} lies more than a year after {rule.effective}, when '{rule.id}' took effect; expected it "
            "nearer",
        )


OPPOSED = (
    (RelationType.supports, RelationType.opposes),
    (RelationType.approves, RelationType.blocks),
    (RelationType.part_of, RelationType.competes_with),
)
"""What an actor hardly does to one and the same other."""


def of_two_minds(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """An actor supports and opposes another, approves and blocks it, or is a part of it and competes with it."""
    done = {(relation.type, relation.to) for relation in record.relations} if isinstance(record, Actor) else set()
    for index, relation in enumerate(record.relations if isinstance(record, Actor) else ()):
        for one, other in OPPOSED:
            if relation.type is other and (one, relation.to) in done:
                yield document.problem(
                    ("relations", index, "type"), f"'{other}' and '{one}' to '{relation.to}'; expected one of them"
                )


def long_before_known(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """An event, or an effect of a rule, is more than a year older than the chip or the rule that it names."""
    date = record.dated if isinstance(record, Event | Rule) else None
    for location, reference in record.references if date else ():
        if location[0] not in ("about", "quantities", "effects"):
            continue
        found = reading.dossier.find(reference.folder, reference)
        known = found.known_from if isinstance(found, Chip) else found.published if isinstance(found, Rule) else None
        if date and known and date.last_day + YEAR < known.first_day:
            yield document.problem(
                location,
                f"'{reference}' is known from {known}, more than a year after {date}; expected what was known by then",
            )


def borne_out_by_the_refuted(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A claim is supported, and one on which it depends is contradicted."""
    if not isinstance(record, Claim) or record.finding.verdict is not Verdict.supported:
        return
    for index, id in enumerate(record.depends_on):
        other = reading.dossier.find(Claim.folder, id)
        if isinstance(other, Claim) and other.finding.verdict is Verdict.contradicted:
            yield document.problem(
                ("depends_on", index),
                f"'{id}' is contradicted, and this claim is supported; expected another verdict of one of them",
            )


def without_the_day_of_its_rule(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """The first day of a version is not known, though the day of the rule that made it is."""
    rule = reading.dossier.find(Rule.folder, record.rule) if isinstance(record, Version) and record.rule else None
    if isinstance(record, Version) and not record.first and isinstance(rule, Rule) and rule.effective:
        yield document.problem(
            ("first",), f"null, but '{rule.id}', which made it, took effect on {rule.effective}; expected that day"
        )


def replaced_and_deciding(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A rule that others replace still decides what a chip meets when they have come: none of them sets it anew."""
    if not isinstance(record, Rule) or not record.replaced_by:
        return
    rules, chips = reading.dossier.all(Rule), reading.dossier.all(Chip)
    days = [rule.effective for rule in rules if rule.id in record.replaced_by and rule.effective]
    if len(days) == len(record.replaced_by):
        law = Law(rules, chips, max(day.first_day for day in days))
        for chip in chips:
            if law.status(chip).rule == record:
                by = " and ".join(record.replaced_by)
                said = f"'{by}', but this rule decides about '{chip.id}' even then; expected effects that set it anew"
                yield document.problem(("replaced_by",), said)
                return


def titled_after_another_month(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """The short title of a rule names a month in which it was neither published nor took effect."""
    dates = (record.published, record.effective) if isinstance(record, Rule) else ()
    own = sorted({date for date in dates if date})
    for month in months(record.short_title, "en") if isinstance(record, Rule) and own else ():
        if not any(date[:7].endswith(month) or (len(date) == 4 and month[:-3] in ("", date)) for date in own):
            yield document.problem(
                ("short_title", "en"),
                f"names {month}, but the rule is of {' and '.join(own)}; expected a date of its own",
            )


def named_after_others(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """The name of a chip begins with another actor's than its maker's, or its short name has a word that is not in
    it."""
    if not isinstance(record, Chip):
        return
    words = plain(record.name).split()
    for end in range(1, len(words)):
        others = reading.bearers(Actor, called, " ".join(words[:end]))
        if others and record.vendor not in others:
            yield document.problem(
                ("name",), f"begins with the name of {others[0]}, but is made by {record.vendor}; expected its maker's"
            )
    for word in plain(record.short_name).split():
        if word not in words:
            yield document.problem(
                ("short_name",), f"'{word}' is no word of '{record.name}'; expected words of the name"
            )


def sold_to_its_maker(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """The buyer of a number of chips is their maker."""
    for index, quantity in enumerate(record.quantities if isinstance(record, Event) else ()):
        chip = reading.dossier.find(Chip.folder, quantity.product)
        buyers = reading.bearers(Actor, called, plain(quantity.buyer.en)) if quantity.buyer else []
        if isinstance(chip, Chip) and chip.vendor in buyers:
            yield document.problem(
                ("quantities", index, "buyer"), f"'{chip.vendor}' makes '{chip.id}'; expected who buys it"
            )


BITS = 8
"""So many times as much a figure is if its unit has bits for bytes; what differs by less may be another grade."""


def in_another_unit(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """Another source has so much more or less of a figure that one of the two is in another unit, perhaps."""
    for name, published in record.figures.published if isinstance(record, Chip) else ():
        for index, other in enumerate(published.alternatives):
            less, more = sorted((published.value, other.value))
            if less and more >= BITS * less:
                yield document.problem(
                    ("figures", name, "alternatives", index, "value"),
                    f"{other.value:.15g} beside {published.value:.15g}; expected a figure in the same unit",
                )


RATES = (("fp4", "fp6", "fp8", "fp16", "tf32"), ("int4", "int8"), ("fp32", "fp64"))
"""Rates of which none is below the next: numbers of fewer bits are computed no slower."""


def slower_with_fewer_bits(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A rate is below that of a format of more bits: two columns of a data sheet were mixed up, perhaps."""
    published = dict(record.figures.published) if isinstance(record, Chip) else {}
    for formats in RATES:
        for fewer, more in pairwise(name for name in formats if name in published):
            if published[fewer].value < published[more].value:
                yield document.problem(
                    ("figures", fewer, "value"),
                    f"{published[fewer].value:.15g} lies below {published[more].value:.15g}, the rate of {more}; "
                    "expected at least that",
                )


def twins(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """Two records of a kind have one name in a language, or two events one title and date, or two sources one address
    and date."""
    bearers = {other for mark in _marks(record) for other in reading.bearers(type(record), _marks, mark)}
    for other in sorted(other for other in bearers if other < record.id):
        yield document.problem(
            (), f"says the same as {record.folder}/{other} by its name or address; expected one of them"
        )


def _marks(record: Record) -> Iterator[tuple[str, ...]]:
    names = {*_names(record.caption), *_names(record.page_title)}
    if isinstance(record, NAMED):
        names |= set(map(plain, record.names if isinstance(record, Actor) else ()))
        yield from ((name,) for name in sorted(names))
    if isinstance(record, Event):
        yield from ((name, record.date) for name in sorted(names))
    if isinstance(record, Source) and record.url:
        yield page(str(record.url)), record.url.query or "", str(record.date)


def _names(name: Text | str) -> Iterator[str]:
    """A name in each language."""
    yield from map(plain, (name.en, name.ar) if isinstance(name, Text) else (name,))
