"""Chronology: nothing stands before what it comes from, and what lies ahead says that it is expected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from babel.dates import format_date, get_month_names

from ...record.chip import Chip
from ...record.claim import Claim
from ...record.conclusion import Conclusion
from ...record.conflict import Conflict
from ...record.correction import Correction
from ...record.event import Event
from ...record.fields import Day, PartialDate, Reference, SourceId, Text
from ...record.question import Question
from ...record.rule import Rule
from ...record.shared import Record
from ...record.source import Source
from ...record.step import Step
from ...record.version import Version
from ...record.walking import Location
from ..dossier import Dossier
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading


def younger_origins(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A source derives from one that is younger, by what both of their dates say; sources whose day is not
    known may lie between the two."""
    if isinstance(record, Source) and record.date:
        for index, parent in enumerate(record.derived_from):
            for way in _dated_behind(reading, parent):
                found = reading.source(way[-1])
                if found and found.date and record.date.before(found.date):
                    through = f", behind {' and '.join(way[:-1])}" if way[:-1] else ""
                    yield document.problem(
                        ("derived_from", index),
                        f"'{found.id}' is of {found.date}{through}, after this source's {record.date}; "
                        "expected an earlier one",
                    )


def _dated_behind(reading: Reading, start: SourceId) -> Iterator[tuple[SourceId, ...]]:
    """The ways from a source back to those that have a date, until one has its day."""
    ahead: list[tuple[SourceId, ...]] = [(start,)]
    met = {start}
    for way in ahead:
        source = reading.source(way[-1])
        if source and source.date:
            yield way
        if source and not (source.date and source.date.is_day):
            ahead += [(*way, parent) for parent in source.derived_from if parent not in met]
            met.update(source.derived_from)


def findings_in_order(record: Record, document: Document) -> Iterator[Problem]:
    """The findings of a claim stand in order of date, and no two of one day have other verdicts."""
    if isinstance(record, Claim):
        for index, (before, after) in enumerate(pairwise(record.findings), 1):
            if after.date == before.date and after.verdict is not before.verdict:
                yield document.problem(
                    ("findings", index, "verdict"),
                    f"'{after.verdict}', but '{before.verdict}' above, on the same day; expected one verdict a day",
                )
            if after.date < before.date:
                yield document.problem(
                    ("findings", index, "date"),
                    f"{after.date} lies before {before.date}, the finding above; expected newest last",
                )


def sides_in_order(record: Record, document: Document) -> Iterator[Problem]:
    """The answers to a question in dispute stand in order of date, as far as they have one."""
    sides = record.sides if isinstance(record, Conflict) else ()
    for index, before, after in out_of_order(side.date for side in sides):
        yield document.problem(
            ("sides", index, "date"), f"{after} lies before {before}, an answer above; expected oldest first"
        )


def answers_of_other_years(record: Record, document: Document) -> Iterator[Problem]:
    """An answer is of a year that is none of those that are named with who gave it."""
    for index, side in enumerate(record.sides if isinstance(record, Conflict) else ()):
        for code in ("en", "ar"):
            years = _YEAR.findall(side.by[code])
            if side.date and years and side.date[:4] not in years:
                yield document.problem(
                    ("sides", index, "by", code),
                    f"names {' and '.join(years)}, but the answer is of {side.date}; expected its year",
                )


def out_of_order(dates: Iterable[PartialDate | None]) -> Iterator[tuple[int, PartialDate, PartialDate]]:
    """The places of dates that lie before one above them for certain, with that one: a vaguer date may lie between."""
    above: list[PartialDate] = []
    for index, date in enumerate(dates):
        if date:
            if before := next((one for one in above if date.before(one)), None):
                yield index, before, date
            above.append(date)


def answers_of_others(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """An answer is of a date after all the sources that have it, or before the events with which it was given and
    whatever tells it."""
    for index, side in enumerate(record.sides if isinstance(record, Conflict) else ()):
        found = (reading.dossier.find(Event.folder, id) for id in side.events)
        events = [event for event in found if isinstance(event, Event)]
        sources = reading.sources(side.sources)
        place = ("sides", index, "date")
        if not side.date or len(events) < len(side.events):
            continue
        if sources and not events and all(source.date and source.date.before(side.date) for source in sources):
            yield document.problem(place, f"{side.date}, but all its sources are older; expected a date of theirs")
        told = (*(event.date for event in events), *(source.date for source in sources or ()))
        if events and (sources or not side.sources) and all(date and side.date.before(date) for date in told):
            yield document.problem(place, f"{side.date} lies before its events; expected a date of theirs")


def read_past_its_end(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A version was last read in a text of a day on which the next one held, or a rule in one of a day on which another
    had replaced it."""
    read_to = record.law_read_to if isinstance(record, Rule | Version) else None
    for other, end in _ends(reading, record):
        if read_to and end and end.before(read_to):
            yield document.problem(
                ("law_read_to",), f"{read_to} lies after {end}, when '{other}' began; expected an earlier day"
            )


def _ends(reading: Reading, record: Record) -> Iterator[tuple[str, PartialDate | None]]:
    """The days on which a version or a rule ends, with what takes its place."""
    for id in record.replaced_by if isinstance(record, Rule) else ():
        rule = reading.dossier.find(Rule.folder, id)
        if isinstance(rule, Rule):
            yield id, rule.effective
    if isinstance(record, Version) and record.first:
        for other in reading.dossier.all(Version):
            if other.provision is record.provision and other.first and record.first.before(other.first):
                yield other.id, other.first


def dated_too_early(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A finding, a conclusion, an answer, a step or a correction is dated before what it judges by."""
    for location, day, references in _judgements(record):
        for reference in dict.fromkeys(references):
            found = reading.dossier.find(reference.folder, reference)
            date = _known_from(found) if found else None
            if date and day.before(date):
                yield document.problem(
                    (*location, "date"),
                    f"{day} lies before {date}, the date of '{reference}'; expected that day or a later one",
                )


def _judgements(record: Record) -> Iterator[tuple[Location, Day, Iterable[Reference]]]:
    """What a record judges: where it stands, its day, and what it judges by."""
    if isinstance(record, Claim):
        reports = tuple(report.source for report in record.reports)
        for index, finding in enumerate(record.findings):
            yield ("findings", index), finding.date, (*reports, *finding.sources, *finding.rules)
    if isinstance(record, Conclusion):
        yield (), record.date, (*record.sources, *record.rules, *record.claims)
    if isinstance(record, Question):
        grounds = (*record.sources, *record.rules, *record.events, *record.claims)
        yield (), record.date, (*grounds, *record.conflicts, *record.chips)
    if isinstance(record, Step):
        yield (), record.date, record.sources
    if isinstance(record, Correction):
        yield (), record.date, record.concerns


def _known_from(record: Record) -> PartialDate | None:
    """The date before which nothing could be said of a record: that of a source or of an event that has come, of a rule
    that of its publication, of a chip that from which it is known, of a claim that of its first finding, and of a
    conflict that of its second answer."""
    if isinstance(record, Rule):
        return record.published
    if isinstance(record, Chip):
        return record.known_from
    if isinstance(record, Conflict):
        return sorted(side.date or PartialDate() for side in record.sides)[1] or None
    if isinstance(record, Claim):
        return record.findings[0].date
    if isinstance(record, Source) or (isinstance(record, Event) and not record.expected):
        return record.date
    return None


def expected_events(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """What lies after the day to which the record is current is expected, and once its day is over it says what came.

    The clock does not matter: the same records pass or fail for ever.
    """
    current = reading.current_to
    if not isinstance(record, Event) or current is None:
        return
    if not record.expected and record.date.first_day > current.first_day:
        yield document.problem(
            ("date",),
            f"{record.date} lies after {current}, to which the record is current; "
            "expected 'expected: true', or a finding of that day",
        )
    over = record.date.last_day < current.first_day
    if record.expected and over and not record.outcome and not _followed_up(reading.dossier, record):
        yield document.problem(
            ("expected",),
            f"{record.date} is over, since the record is current to {current}; expected the event as it came, a later "
            "event that relates to this one, or 'outcome: not-read'",
        )
    if record.outcome and over and _followed_up(reading.dossier, record):
        yield document.problem(
            ("outcome",), f"'{record.outcome}', but a later event relates to this one; expected none"
        )
    if record.outcome and not over:
        yield document.problem(
            ("outcome",), f"{record.date} is not over on {current}, to which the record is current; expected none"
        )


def announced_only(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """An event is told as if it had come, on sources that are all older and so can only have announced it."""
    current = reading.current_to
    if not isinstance(record, Event) or record.expected or not current:
        return
    sources = reading.sources(record.sources)
    has_come = record.date.first_day <= current.first_day
    if has_come and sources and all(source.date and source.date.before(record.date) for source in sources):
        yield document.problem(
            ("date",),
            f"{record.date}, but all its sources are older; expected 'expected: true', or a source of that date or a "
            "later one",
        )


def told_ahead(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A chip was announced or first known, or a rule published or else in force, after the dates of all sources that
    say so."""
    for location, date, named in _told_by(record):
        sources = reading.sources(named)
        if date and sources and all(source.date and source.date.before(date) for source in sources):
            yield document.problem(
                location, f"{date}, but all its sources are older; expected a source of that date or a later one"
            )


def _told_by(record: Record) -> Iterator[tuple[Location, PartialDate | None, tuple[SourceId, ...]]]:
    """What sources report as done: where it stands, its date, and the sources."""
    if isinstance(record, Chip):
        yield ("announced",), record.announced, record.announced_sources
        yield ("first_known",), record.first_known, record.first_known_sources
    if isinstance(record, Rule):
        yield ("published",), record.published, record.sources
    if isinstance(record, Rule) and not (record.published or record.pending):
        yield ("effective",), record.effective, record.sources


def known_too_late(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A source, an answer, a chip's announcement or first trace, a rule's publication or a reading of the law is of a
    day after that to which the record is current."""
    current = reading.current_to
    for location, date in _told(record):
        if current and date.first_day > current.first_day:
            yield document.problem(
                location,
                f"{date} lies after {current}, to which the record is current; expected an earlier date, or a finding "
                "of that day",
            )


def _told(record: Record) -> Iterator[tuple[Location, PartialDate]]:
    """The dates of what others said."""
    if isinstance(record, Source) and record.date:
        yield ("date",), record.date
    if isinstance(record, Chip) and record.announced:
        yield ("announced",), record.announced
    if isinstance(record, Chip) and record.first_known:
        yield ("first_known",), record.first_known
    if isinstance(record, Rule) and record.published:
        yield ("published",), record.published
    if isinstance(record, Rule | Version) and record.law_read_to:
        yield ("law_read_to",), record.law_read_to
    for index, side in enumerate(record.sides if isinstance(record, Conflict) else ()):
        if side.date:
            yield ("sides", index, "date"), side.date


def dates_in_headings(record: Record, document: Document) -> Iterator[Problem]:
    """A period is named by another date than that on which it begins; a year need not be told."""
    if not isinstance(record, Rule) or not record.opens_period or not record.effective:
        return
    for code in ("en", "ar"):
        heading = record.opens_period[code]
        has_year, has_month = _YEAR.search(heading), _MONTH[code].search(heading)
        date = format_date(record.effective.first_day, "d MMMM y" if has_year else "d MMMM", locale=code)
        if (has_year or has_month) and not re.search(rf"(?<!\d){date}(?! ?['’]?\d)", heading):
            yield document.problem(
                ("opens_period", code), f"names another date than {record.effective}, when it begins; expected {date}"
            )


_YEAR = re.compile(r"(?:19|20|21)\d\d")


def titles_of_two_dates(record: Record, document: Document) -> Iterator[Problem]:
    """The short title of a rule names one month in English and another in Arabic."""
    if not isinstance(record, Rule):
        return
    english, arabic = (" and ".join(months(record.short_title, code)) or "none" for code in ("en", "ar"))
    if english != arabic:
        yield document.problem(
            ("short_title", "ar"), f"names another month ({arabic}) than the English ({english}); expected the same"
        )


def months(text: Text, code: str) -> list[str]:
    """The months that a text names in a language, as 2031-02, or as -02 if a year never stands behind."""
    dated = re.compile(rf"{_MONTH[code].pattern}(?:[\s.,،)]*({_YEAR.pattern}))?")
    named = {f"{year}-{_MONTHS[code][name]:02}" for name, year in dated.findall(text[code])}
    return sorted(month for month in named if not any(other.endswith(month) for other in named - {month}))


def _named(*locales: str) -> dict[str, int]:
    """The months by their names, long and short, in some places where a language is spoken."""
    return {
        name: month
        for locale in locales
        for width in ("wide", "abbreviated")
        for month, name in get_month_names(width, locale=locale).items()
    }


_MONTHS = {"en": _named("en", "en_GB"), "ar": _named("ar", "ar_LB", "ar_MA", "ar_DZ", "ar_MR")}
_MONTH = {
    "en": re.compile(rf"\b({'|'.join(_MONTHS['en'])})\b"),
    "ar": re.compile(rf"(?<![^\Wبفكلو])({'|'.join(_MONTHS['ar'])})\b"),
}
"""A month as a text names it, in Arabic perhaps behind a particle that is written together with it."""


def dates_in_ids(record: Record, document: Document) -> Iterator[Problem]:
    """An event stands on another date than its id says, on that of its announcement, perhaps. What is expected may not
    become vaguer either, or its day would never be over."""
    if isinstance(record, Event):
        named = _DATE_AT_END.search(record.id)
        vaguer = not record.expected and named and named[1].startswith(record.date)
        if named and not (record.date.startswith(named[1]) or vaguer):
            yield document.problem(
                ("date",),
                f"{record.date}, but its id says {named[1]}; expected its own date, there or at the end of the id",
            )


_DATE_AT_END = re.compile(r"-((?:19|20|21)\d\d(?:-\d\d(?:-\d\d)?)?)$")


def _followed_up(dossier: Dossier, expected: Event) -> bool:
    """Whether an event of that date or a later one, no mere expectation, says what came of it."""
    return any(
        not event.expected
        and not event.date.before(expected.date)
        and any(
            relation.to == end.id
            for start, end in ((event, expected), (expected, event))
            for relation in start.relations
        )
        for event in dossier.all(Event)
    )
