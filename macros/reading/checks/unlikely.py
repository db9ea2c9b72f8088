"""What is only unlikely: it may be so, and whoever knows that it is builds without ``--strict``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ...record.actor import Actor
from ...record.chip import Chip
from ...record.claim import Claim
from ...record.conclusion import Conclusion
from ...record.event import Event
from ...record.fields import PartialDate, Text
from ...record.question import Question
from ...record.rule import Rule
from ...record.shared import Record
from ...record.source import Source
from ...record.step import Step
from ...record.term import Term
from ...record.walking import Location
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading

YEAR = timedelta(days=366)
NAMED = (Actor, Chip, Rule, Step, Term, Question)
"""Kinds of which no two records are expected to have one name."""


def far_ahead(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """Something was found, written or announced more than a year after all that was read or happened."""
    newest = reading.newest
    for location, date in _days(record):
        if newest and date.first_day > newest + YEAR:
            yield document.problem(
                location,
                f"{date} lies more than a year after {newest}, the newest of sources and events; expected it nearer",
            )


def _days(record: Record) -> Iterator[tuple[Location, PartialDate]]:
    if isinstance(record, Claim):
        for index, finding in enumerate(record.findings):
            yield ("findings", index, "date"), finding.date
    if isinstance(record, Conclusion | Question | Step):
        yield ("date",), record.date
    if isinstance(record, Chip) and record.announced:
        yield ("announced",), record.announced
    if isinstance(record, Rule) and record.published:
        yield ("published",), record.published


def long_before_published(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A rule takes effect more than a year before it is published."""
    if not isinstance(record, Rule) or not record.effective or not record.published:
        return
    if record.effective.last_day + YEAR < record.published.first_day:
        yield document.problem(
            ("effective",),
            f"{record.effective} lies more than a year before {record.published}, its publication; expected it nearer",
        )


def twins(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """Two records of a kind have one name, or two events one title and date, or two sources one address and date."""
    for mark in _marks(record):
        for other in reading.bearers(type(record), _marks, mark):
            if other < record.id:
                yield document.problem(
                    (), f"says the same as {record.folder}/{other} by its name or address; expected one of them"
                )


def _marks(record: Record) -> Iterator[tuple[str, ...]]:
    name = (record.caption.en if isinstance(record.caption, Text) else record.caption).casefold()
    if isinstance(record, NAMED):
        yield (name,)
    if isinstance(record, Event):
        yield name, record.date
    if isinstance(record, Source) and record.url:
        yield str(record.url), str(record.date)
