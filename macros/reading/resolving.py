"""What a pointer stands for: a figure, a day, or the record itself."""

from __future__ import annotations

from dataclasses import dataclass

from ..law import measures
from ..record.chip import Chip
from ..record.fields import PartialDate
from ..record.rule import Duty, Rule
from ..record.shared import Record
from .dossier import Dossier
from .pointers import BrokenPointer, Pointer

DATES = ("published", "effective", "date", "announced")


@dataclass(frozen=True)
class Value:
    """A figure; ``decimals`` is None where it is shown as its source gives it."""

    number: float
    decimals: int | None = None


def resolve(dossier: Dossier, pointer: Pointer) -> Value | PartialDate | Record:
    """The figure, the date or the record that a pointer names. Raises BrokenPointer."""
    record = dossier.find(pointer.folder, pointer.id)
    if record is None:
        suggestion = dossier.suggestion(pointer.folder, pointer.id)
        raise BrokenPointer(f"no record '{pointer.folder}/{pointer.id}'{suggestion}")
    if pointer.field is None:
        return record
    if pointer.field in DATES:
        day = getattr(record, pointer.field, None)
        if not isinstance(day, PartialDate):
            raise BrokenPointer(f"'{pointer.folder}/{pointer.id}' has no date '{pointer.field}'")
        return day
    if isinstance(record, Chip):
        return _chip_figure(dossier, record, pointer.field)
    if isinstance(record, Rule):
        return _threshold(record, pointer.field)
    raise BrokenPointer(f"'{pointer.folder}' have no field '{pointer.field}' that a text can point at")


def _chip_figure(dossier: Dossier, chip: Chip, field: str) -> Value:
    name, slash, other_id = field.partition("/")
    value = measures.figure(chip, name)
    if value is None:
        raise BrokenPointer(f"chip '{chip.id}' has no figure '{name}'")
    if not slash:
        return Value(value)
    if other_id == chip.id:
        raise BrokenPointer(f"'{other_id}' is compared with itself; expected another chip")
    other = dossier.find(Chip.folder, other_id)
    divisor = measures.figure(other, name) if isinstance(other, Chip) else None
    if not divisor:
        raise BrokenPointer(f"chip '{other_id}' has no figure '{name}' to compare with")
    return Value(value / divisor, decimals=2)


def _threshold(rule: Rule, field: str) -> Value:
    if field == "rate":
        rates = [effect.rate for effect in rule.effects if isinstance(effect, Duty)]
        if len(rates) != 1:
            raise BrokenPointer(f"rule '{rule.id}' has no single rate of duty")
        return Value(rates[0])
    *paragraph, quantity, bound = field.split(":") if ":" in field else [field, ""]
    limits = {
        limit
        for group in rule.groups
        if not paragraph or group.paragraph == ":".join(paragraph)
        for name, comparison in group.comparisons
        if name == quantity
        for found, limit in comparison.bounds
        if found == bound
    }
    if len(limits) != 1:
        raise BrokenPointer(f"rule '{rule.id}' has {len(limits)} thresholds '{field}'; expected one")
    return Value(limits.pop())
