"""What may stand only once among the records of a kind: codes of claims, numbers of official texts, orders of steps,
conclusions and questions, ids of gates, first days of periods and versions; and in a list of references."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import chain
from typing import Any

from ...record.chip import Alternative
from ...record.claim import Claim
from ...record.conclusion import Conclusion
from ...record.conflict import ConflictSide
from ...record.event import Quantity
from ...record.fields import Model, Reference, Text
from ...record.question import Question
from ...record.rule import Exemption, ReviewChange, Rule, ThresholdGroup
from ...record.shared import Record
from ...record.source import Copy, SeedParagraph
from ...record.step import Step
from ...record.term import Variant
from ...record.version import Version
from ...record.walking import Location, walk
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading, plain


def _gates(rule: Rule) -> Iterator[tuple[Location, str]]:
    for index, effect in enumerate(rule.effects):
        if isinstance(effect, ReviewChange):
            for place, gate in enumerate(effect.gates):
                yield ("effects", index, "gates", place, "id"), gate.id


def _numbers(rule: Rule) -> Iterator[tuple[Location, str]]:
    for field in ("reference", "document"):
        if number := getattr(rule.citation, field):
            yield ("citation", field), number


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
    Rule: lambda rule: chain(_gates(rule), _numbers(rule), _opening(rule)),
    Version: _first,
}
"""For each kind, what no two of its records share, with its place."""


def _worded(text: Text | None) -> tuple[tuple[str, str], ...]:
    """A text by each of its languages."""
    return (("en", plain(text.en)), ("ar", plain(text.ar))) if text else (("", ""),)


_MARKS: dict[type[Model], Callable[[Any], Iterable[Hashable]]] = {
    Alternative: lambda other: [other.value],
    ConflictSide: lambda side: _worded(side.answer),
    Copy: lambda copy: [str(copy.url)] if copy.url else [],
    Exemption: lambda exemption: [*filter(None, [exemption.heading]), *_worded(exemption.text)],
    Quantity: lambda quantity: [(quantity.kind, quantity.product, buyer) for buyer in _worded(quantity.buyer)],
    SeedParagraph: lambda paragraph: [paragraph.sha256],
    ThresholdGroup: lambda group: [plain(group.paragraph)],
    Variant: lambda variant: [plain(variant.form)],
}
"""What no two parts of one list share, where it is less than all of them: neither one mark nor another."""


def repeated_parts(record: Record, document: Document) -> Iterator[Problem]:
    """A list holds a part, or what tells a part from others, a second time."""
    for location, value in walk(record):
        if isinstance(value, tuple) and not any(isinstance(item, Reference) for item in value):
            mark_of = plain if location == ("keywords",) else None
            met: dict[Hashable, int] = {}
            for index, item in enumerate(value):
                marks = [mark_of(item)] if mark_of else [*_told_by(item)]
                if above := [met[mark] for mark in marks if mark in met]:
                    yield document.problem(
                        (*location, index), f"stands above already, at {min(above)}; expected each once"
                    )
                met = dict.fromkeys(marks, index) | met


def _told_by(item: Any) -> Iterable[Hashable]:
    """What tells an item of a list from the others: itself, or less than that."""
    return _MARKS[type(item)](item) if type(item) in _MARKS else [item]


def _placed(record: Record) -> Iterator[tuple[Location, str | int]]:
    return _ONLY_ONCE[type(record)](record) if type(record) in _ONLY_ONCE else iter(())


def _marks(record: Record) -> Iterator[str]:
    return (plain(str(mark)) for _, mark in _placed(record))


def repeated(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A code, an order or a gate's id stands a second time; it is reported where the id of the record is the later."""
    met = set[str]()
    for (location, written), mark in zip(_placed(record), _marks(record), strict=True):
        earlier = [other for other in reading.bearers(type(record), _marks, mark) if other < record.id]
        if earlier or mark in met:
            where = "above" if mark in met else f"in {record.folder}/{earlier[-1]}"
            yield document.problem(location, f"'{written}' stands {where} already; expected one of its own")
        met.add(mark)


def repeated_references(record: Record, document: Document) -> Iterator[Problem]:
    """A list names a record twice."""
    met = set()
    for location, reference in record.references:
        if isinstance(location[-1], int):
            if (location[:-1], reference) in met:
                yield document.problem(location, f"'{reference}' stands above already; expected each once")
            met.add((location[:-1], reference))
