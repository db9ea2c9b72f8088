"""What may stand only once among the records of a kind: codes of claims, orders of steps, conclusions and
questions, ids of gates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ...record.claim import Claim
from ...record.conclusion import Conclusion
from ...record.question import Question
from ...record.rule import ReviewChange, Rule
from ...record.shared import Record
from ...record.step import Step
from ...record.walking import Location
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading


def _gates(rule: Rule) -> Iterator[tuple[Location, str]]:
    for index, effect in enumerate(rule.effects):
        if isinstance(effect, ReviewChange):
            for place, gate in enumerate(effect.gates):
                yield ("effects", index, "gates", place, "id"), gate.id


_ONLY_ONCE: dict[type[Record], Callable[[Any], Iterator[tuple[Location, str | int]]]] = {
    Claim: lambda claim: iter([(("code",), claim.code)]),
    Step: lambda step: iter([(("order",), step.order)]),
    Conclusion: lambda conclusion: iter([(("order",), conclusion.order)]),
    Question: lambda question: iter([(("order",), question.order)]),
    Rule: _gates,
}
"""For each kind, what no two of its records share, with its place."""


def repeated(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A code, an order or a gate's id stands a second time; it is reported where the id of the record is the later."""
    marks = _ONLY_ONCE.get(type(record))
    if marks is None:
        return
    taken = {
        mark: other.id
        for other in reading.dossier.all(type(record))
        if other.id < record.id
        for _, mark in marks(other)
    }
    for location, mark in marks(record):
        if mark in taken:
            where = f"in {record.folder}/{taken[mark]}" if taken[mark] != record.id else "above"
            yield document.problem(location, f"'{mark}' stands {where} already; expected one of its own")
        taken[mark] = record.id
