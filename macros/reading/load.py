"""Reads ``data/`` and the pages of prose, checks them, and makes the dossier."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ..record.fields import AN_ID, is_id
from ..record.kinds import BY_FOLDER, KINDS
from ..record.shared import Record
from .checks import CHECKS, DOUBTS, OWN_CHECKS, Check, Reading, broken
from .dossier import Dossier
from .files import RECORDS, Signature, below, signature, status
from .messages import read_record
from .problems import DossierError, Problem
from .prose import prose_problems
from .yaml_file import Document, read


class ReadFile(NamedTuple):
    """A file that could be read."""

    document: Document
    record: Record
    problems: tuple[Problem, ...]
    """What is wrong with the record by itself."""


def by_itself(kind: type[Record], id: str, document: Document) -> ReadFile:
    """A record of a kind, and what is wrong with it whatever the others are. Raises DossierError if it is none."""
    record = read_record(kind, id, document)
    return ReadFile(document, record, tuple(problem for check in OWN_CHECKS for problem in check(record, document)))


class Shelf:
    """Files as they were read before, for whoever reads again and again: only what has changed is read anew."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[Signature, ReadFile]] = {}

    def take(self, kind: type[Record], path: Path, name: str) -> ReadFile:
        """A file as it is now. Raises DossierError."""
        now = signature(status(path, name))
        if path not in self._read or self._read[path][0] != now:
            self._read[path] = now, by_itself(kind, path.stem, read(path, name))
        return self._read[path][1]


def load(
    folder: Path,
    pages: Path | None = None,
    shelf: Shelf | None = None,
    warn: Callable[[Problem], object] | None = None,
) -> Dossier:
    """Read and check all records under ``folder``, and, if they are to be shown, the pages of prose under ``pages`` and
    that there is something to show. ``warn`` is told what is only unlikely.

    Raises DossierError with every problem found, none of them twice.
    """
    shelf = shelf or Shelf()
    if not folder.is_dir():
        raise DossierError([Problem(folder.name, 1, "", "expected a folder of records")])
    problems: list[Problem] = []
    files: dict[tuple[str, str], str] = {}
    documents: dict[tuple[str, str], Document] = {}
    records: dict[str, dict[str, Record]] = {kind.folder: {} for kind in KINDS}
    for path in below(folder):
        place = path.relative_to(folder)
        name, here = f"{folder.name}/{place.as_posix()}", (place.parts[0], path.stem)
        if problem := _unread(place, name, files.get(here)):
            problems.append(problem)
            continue
        files[here] = name
        try:
            documents[here], records[here[0]][path.stem], wrong = shelf.take(BY_FOLDER[here[0]], path, name)
            problems += wrong
        except DossierError as error:
            problems += error.problems
    dossier = Dossier(MappingProxyType({folder: _sorted(found) for folder, found in records.items()}))
    reading = Reading(dossier, files)
    problems += _found(CHECKS, reading, documents)
    if pages:
        problems += prose_problems(pages, partial(broken, reading))
        problems += _emptied(folder, files)
    if problems:
        raise DossierError(problems)
    if warn:
        for problem in _found(DOUBTS, reading, documents):
            warn(problem)
    return dossier


def _found(
    checks: Iterable[Check], reading: Reading, documents: Mapping[tuple[str, str], Document]
) -> Iterator[Problem]:
    for (folder, id), document in documents.items():
        for check in checks:
            yield from check(reading, reading.dossier.records[folder][id], document)


def _sorted(records: dict[str, Record]) -> MappingProxyType[str, Record]:
    return MappingProxyType(dict(sorted(records.items(), key=lambda item: item[1].sort_key)))


def _unread(place: Path, name: str, other: str | None) -> Problem | None:
    """Why a file is not read, if it is not: its place, its name, or another file of that id."""
    if len(place.parts) != 2 or place.parts[0] not in BY_FOLDER or place.suffix not in RECORDS:
        return Problem(name, 1, "", f"not read; expected <kind>/<id>.yml, <kind> one of {', '.join(BY_FOLDER)}")
    if not is_id(place.stem):
        return Problem(name, 1, "", f"{place.stem!r} is no id; expected {AN_ID}")
    return Problem(name, 1, "", f"duplicate id '{place.stem}'; it stands in {other} already") if other else None


def _emptied(folder: Path, files: Collection[tuple[str, str]]) -> Iterator[Problem]:
    """Kinds of which no record is left, though pages show them."""
    for kind in KINDS:
        if kind.is_needed and kind.folder not in {here for here, _ in files}:
            yield Problem(
                f"{folder.name}/{kind.folder}", 1, "", "holds no record; expected at least one, since pages show it"
            )
