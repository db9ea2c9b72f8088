"""What may stand only once among the records of a kind: codes of claims, orders of steps, conclusions and
questions, ids of gates, first days of periods and versions; and in a list of references."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from ...record.claim import Claim
from ...record.conclusion import Conclusion
from ...record.question import Question
from ...record.rule import ReviewChange, Rule
from ...record.shared import Record
from ...record.step import Step
from ...record.version import Version
from ...record.walking import Location
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading


def _gates(rule: Rule) -> Iterator[tuple[Location, str]]:
    for index, effect in enumerate(rule.effects):
        if isinstance(effect, ReviewChange):
            for place, gate in enumerate(effect.gates):
                yield ("effects", index, "gates", place, "id"), gate.id


def _opening(rule: Rule) -> Iterator[tuple[Location, str]]:
    if rule.opens_period and rule.effective:
        yield ("opens_period",), f"a period from {rule.effective} on"


def _stand(question: Question) -> Iterator[tuple[Location, str]]:
    if question.stand:
        yield ("stand",), f"the stand of {question.stand}"


def _first(version: Version) -> Iterator[tuple[Location, str]]:
    yield ("first",), f"a version of {version.provision} from {version.first or 'no known day'} on"


_ONLY_ONCE: dict[type[Record], Callable[[Any], Iterator[tuple[Location, str | int]]]] = {
    Claim: lambda claim: iter([(("code",), claim.code)]),
    Step: lambda step: iter([(("order",), step.order)]),
    Conclusion: lambda conclusion: iter([(("order",), conclusion.order)]),
    Question: lambda question: chain([(("order",), question.order)], _stand(question)),
    Rule: lambda rule: chain(_gates(rule), _opening(rule)),
    Version: _first,
}
"""For each kind, what no two of its records share, with its place."""


def _placed(record: Record) -> Iterator[tuple[Location, str | int]]:
    return _ONLY_ONCE[type(record)](record) if type(record) in _ONLY_ONCE else iter(())


def _marks(record: Record) -> Iterator[str | int]:
    return (mark for _, mark in _placed(record))


def repeated(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A code, an order or a gate's id stands a second time; it is reported where the id of the record is the later."""
    met = set[str | int]()
    for location, mark in _placed(record):
        earlier = [other for other in reading.bearers(type(record), _marks, mark) if other < record.id]
        if earlier or mark in met:
            where = "above" if mark in met else f"in {record.folder}/{earlier[-1]}"
            yield document.problem(location, f"'{mark}' stands {where} already; expected one of its own")
        met.add(mark)


def repeated_references(record: Record, document: Document) -> Iterator[Problem]:
    """A list names a record twice."""
    met = set()
    for location, reference in record.references:
        if isinstance(location[-1], int):
            if (location[:-1], reference) in met:
                yield document.problem(location, f"'{reference}' stands above already; expected each once")
            met.add((location[:-1], reference))
