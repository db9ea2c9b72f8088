"""The small syntax by which a text points at records and figures.

``[[kind/id]]``                               a link that shows the record's name
``[[kind/id|words]]``                         a link that shows these words (``\\|`` in a table of a page)
``[[chips/ID:memory_bandwidth]]``             a figure of a chip (also ``total_processing_performance``, ``performance_density``)
``[[chips/ID:memory_bandwidth/OTHER]]``       the ratio of the chip's figure to the other chip's
``[[rules/ID:effective]]``                    a date of a record (``published``, ``effective``, ``date``)
``[[rules/ID:rate]]``                         the rate of a duty, in per cent
``[[rules/ID:memory_bandwidth:below]]``       a threshold; with several groups, ``[[rules/ID:PARAGRAPH:quantity:bound]]``

A reference is resolved when the data is read, so a text cannot name a figure that no record holds.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import measures
from .records import Duty, Rule, ThresholdGroup

if TYPE_CHECKING:
    from .dossier import Dossier

SYNTAX = re.compile(r"\[\[([^\[\]\n]*(?:\n[^\[\]\n]*)?)\]\]")
_POINTER = re.compile(r"(?P<kind>[a-z]+)/(?P<id>[a-z0-9-]+)(?::(?P<field>[^|\\]+))?(?:\\?\|(?P<words>.+))?", re.S)
DATES = ("published", "effective", "date", "announced")


class BrokenReference(ValueError):
    """A text points at something that the dossier does not hold."""


@dataclass(frozen=True)
class Pointer:
    """What ``[[…]]`` says: a record, and perhaps one of its fields or the words to show."""

    kind: str
    id: str
    field: str | None = None
    words: str | None = None


@dataclass(frozen=True)
class Number:
    """A resolved figure; ``decimals`` is None where the figure is shown as its source gives it."""

    value: float
    decimals: int | None = None


@dataclass(frozen=True)
class Day:
    value: str


def parse(inside: str) -> Pointer:
    """The pointer between the brackets. Raises BrokenReference if it is not in the syntax."""
    match = _POINTER.fullmatch(inside)
    if not match or (match["field"] and match["words"]):
        raise BrokenReference(f"'[[{inside}]]' is no reference; expected [[kind/id]], [[kind/id|words]] or [[kind/id:field]]")
    return Pointer(**match.groupdict())


def pointers(text: str) -> Iterator[Pointer]:
    """All pointers of a text, in order."""
    for match in SYNTAX.finditer(text):
        yield parse(match[1])


def resolve(dossier: Dossier, pointer: Pointer) -> Number | Day | None:
    """The figure or date that a pointer names, or None for a plain link. Raises BrokenReference."""
    record = dossier.find(pointer.kind, pointer.id)
    if record is None:
        raise BrokenReference(f"no record '{pointer.kind}/{pointer.id}'{dossier.suggestion(pointer.kind, pointer.id)}")
    if pointer.field is None:
        return None
    if pointer.field in DATES:
        day = getattr(record, pointer.field, None)
        if day is None:
            raise BrokenReference(f"'{pointer.kind}/{pointer.id}' has no date '{pointer.field}'")
        return Day(str(day))
    if pointer.kind == "chips":
        return _chip_figure(dossier, record, pointer.field)
    if pointer.kind == "rules":
        return _threshold(record, pointer.field)
    raise BrokenReference(f"'{pointer.kind}' have no field '{pointer.field}' that a text can point at")


def _chip_figure(dossier: Dossier, chip, field: str) -> Number:
    name, _, other_id = field.partition("/")
    value = measures.figure(chip, name)
    if value is None:
        raise BrokenReference(f"chip '{chip.id}' has no figure '{name}'")
    if not other_id:
        return Number(value)
    other = dossier.find("chips", other_id)
    if other is None or (divisor := measures.figure(other, name)) is None:
        raise BrokenReference(f"chip '{other_id}' has no figure '{name}' to compare with")
    return Number(value / divisor, decimals=2)


def _groups(rule: Rule) -> Iterator[ThresholdGroup]:
    for effect in rule.effects:
        yield from getattr(effect, "any_of", ())


def _threshold(rule: Rule, field: str) -> Number:
    if field == "rate":
        rates = [effect.rate for effect in rule.effects if isinstance(effect, Duty)]
        if len(rates) != 1:
            raise BrokenReference(f"rule '{rule.id}' has no single rate of duty")
        return Number(rates[0])
    *paragraph, quantity, bound = field.split(":") if field.count(":") else [field, ""]
    values = {
        value
        for group in _groups(rule)
        if not paragraph or group.paragraph == ":".join(paragraph)
        if (comparison := getattr(group, quantity, None)) is not None
        if (value := getattr(comparison, bound, None)) is not None
    }
    if len(values) != 1:
        raise BrokenReference(f"rule '{rule.id}' has {len(values)} thresholds '{field}'; expected one")
    return Number(values.pop())
