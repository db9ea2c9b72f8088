"""References: every field and every text points at a record that exists, and no record at itself."""

from __future__ import annotations

from collections.abc import Iterator

from ...record.chip import Chip
from ...record.rule import GateKind, Rule
from ...record.shared import Record
from ...record.walking import Location
from ..pointers import BRACKETS, SYNTAX, BrokenPointer, pointers
from ..problems import Problem
from ..resolving import resolve
from ..yaml_file import Document
from .check import Reading


def unknown_references(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A field names a record that does not exist."""
    for location, reference in record.references:
        if (reference.folder, str(reference)) not in reading.files:
            suggestion = reading.dossier.suggestion(reference.folder, reference)
            yield document.problem(location, f"no {reference.folder.removesuffix('s')} '{reference}'{suggestion}")


def references_to_itself(record: Record, document: Document) -> Iterator[Problem]:
    """A field of a record names the record itself, or a text leads to it; a text may show its own figures and dates."""
    for location, reference in record.references:
        if (reference.folder, reference) == (record.folder, record.id):
            yield document.problem(location, f"'{reference}' is this record itself; expected another")
    for location, text in record.texts:
        for inside in SYNTAX.findall(text):
            folder, _, id = inside.partition("|")[0].partition("/")
            if (folder, id.strip("\\")) == (record.folder, record.id):
                yield document.problem(
                    location, f"'[[{inside}]]' is this record itself; expected another, or plain words"
                )


def broken_pointers(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A text points at a record or a figure that does not exist."""
    for location, text in record.texts:
        for message in broken(reading, text):
            yield document.problem(location, message)


def broken(reading: Reading, text: str) -> Iterator[str]:
    """What is wrong with the pointers of a text."""
    try:
        for pointer in pointers(text):
            if not reading.is_known(pointer):
                resolve(reading.dossier, pointer)
    except BrokenPointer as error:
        yield str(error)


def languages_at_odds(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A text shows a figure or leads to a record in one of its languages alone."""
    found: dict[Location, list[str]] = {}
    for (*place, _), text in record.texts:
        found.setdefault(tuple(place), []).append(text)
    for location, both in found.items():
        if not any(map(BRACKETS.search, both)) or any(message for text in both for message in broken(reading, text)):
            continue
        english, arabic = ({(to.folder, to.id, to.field) for to in pointers(text)} for text in both)
        for folder, id, field in sorted(english ^ arabic, key=str):
            here, there = ("en", "ar") if (folder, id, field) in english else ("ar", "en")
            shown = f"{folder}/{id}" + (f":{field}" if field else "")
            yield document.problem((*location, there), f"'[[{shown}]]' stands in {here} alone; expected it in both")


def pointers_in_names(record: Record, document: Document) -> Iterator[Problem]:
    """A reference stands where it would be shown as it is written, or within a link: in a name, a code or a word for
    the search."""
    pointing = [location for location, string in record.strings if BRACKETS.search(string)]
    if not pointing:
        return
    names = (record.caption, record.page_title)
    named = {field for field in type(record).model_fields if any(getattr(record, field) is name for name in names)}
    texts = {location for location, _ in record.texts}
    for location in pointing:
        if location not in texts or location[0] in named:
            yield document.problem(location, "a name is no place for a reference; expected plain words")


def unknown_gates(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A chip is found to meet, or not to meet, a gate that no rule has or that no chip can meet, or one gate twice."""
    if isinstance(record, Chip):
        known, met = reading.gates, set[str]()
        for index, finding in enumerate(record.gates):
            for place, gate in enumerate(finding.gates):
                if gate in met:
                    yield document.problem(
                        ("gates", index, "gates", place), f"'{gate}' stands above already; expected one answer a gate"
                    )
                if known.get(gate, GateKind.product) is not GateKind.product:
                    yield document.problem(
                        ("gates", index, "gates", place),
                        f"'{gate}' depends on the {known[gate]}; expected one that depends on the product",
                    )
                if gate not in known and reading.is_whole(Rule):
                    expected = ", ".join(sorted(known)) or "none, since no rule has gates"
                    yield document.problem(("gates", index, "gates", place), f"no gate '{gate}'; expected {expected}")
            met.update(finding.gates)
