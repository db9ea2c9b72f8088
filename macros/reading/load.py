"""Reads ``data/`` and the pages of prose, checks them, and makes the dossier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from ..record.fields import is_id
from ..record.kinds import BY_FOLDER, KINDS
from ..record.shared import Record
from .checks import CHECKS, Reading, broken
from .dossier import Dossier
from .messages import read_record
from .pointers import SYNTAX
from .problems import DossierError, Problem
from .yaml_file import Document, read

SUFFIXES = (".yml", ".yaml")


class Shelf:
    """Files as they were read before, for whoever reads again and again: only what has changed is read anew."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[tuple[int, int], Document, Record]] = {}

    def take(self, kind: type[Record], path: Path, name: str) -> tuple[Document, Record]:
        """A file's document and record. Raises DossierError."""
        status = path.stat()
        signature = (status.st_mtime_ns, status.st_size)
        if path not in self._read or self._read[path][0] != signature:
            document = read(path, name)
            self._read[path] = (signature, document, read_record(kind, path.stem, document))
        return self._read[path][1:]


def load(folder: Path, pages: Path | None = None, shelf: Shelf | None = None) -> Dossier:
    """Read and check all records under ``folder``, and the pointers of the pages of prose under ``pages``.

    Raises DossierError with every problem found, none of them twice.
    """
    shelf = shelf or Shelf()
    if not folder.is_dir():
        raise DossierError([Problem(folder.name, 1, "", "expected a folder of records")])
    problems = list(_strangers(folder))
    files: dict[tuple[str, str], str] = {}
    documents: dict[tuple[str, str], Document] = {}
    records: dict[str, dict[str, Record]] = {kind.folder: {} for kind in KINDS}
    for kind, path in _record_files(folder):
        name, here = f"{folder.name}/{kind.folder}/{path.name}", (kind.folder, path.stem)
        if not is_id(path.stem):
            expected = "expected small Latin letters and digits, with single hyphens between them"
            problems.append(Problem(name, 1, "", f"{path.stem!r} is no id; {expected}"))
            continue
        if here in files:
            problems.append(Problem(name, 1, "", f"duplicate id '{path.stem}'; it stands in {files[here]} already"))
            continue
        files[here] = name
        try:
            documents[here], records[kind.folder][path.stem] = shelf.take(kind, path, name)
        except DossierError as error:
            problems += error.problems
    dossier = Dossier(MappingProxyType({folder: _sorted(found) for folder, found in records.items()}))
    reading = Reading(dossier, files)
    for (kind_folder, id), document in documents.items():
        for check in CHECKS:
            problems += check(reading, records[kind_folder][id], document)
    if pages:
        problems += _broken_prose(reading, pages)
    if problems:
        raise DossierError(problems)
    return dossier


def _sorted(records: dict[str, Record]) -> MappingProxyType[str, Record]:
    return MappingProxyType(dict(sorted(records.items(), key=lambda item: item[1].sort_key)))


def _record_files(folder: Path) -> Iterator[tuple[type[Record], Path]]:
    for kind in KINDS:
        for path in sorted((folder / kind.folder).glob("*")):
            if path.suffix in SUFFIXES:
                yield kind, path


def _strangers(folder: Path) -> Iterator[Problem]:
    """Files that nobody would read."""
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder)
        if path.is_file() and (len(place.parts) != 2 or place.parts[0] not in BY_FOLDER or path.suffix not in SUFFIXES):
            expected = f"expected <kind>/<id>.yml, <kind> one of {', '.join(BY_FOLDER)}"
            yield Problem(f"{folder.name}/{place}", 1, "", f"not read; {expected}")


def _broken_prose(reading: Reading, pages: Path) -> Iterator[Problem]:
    """Pointers in the pages that lead nowhere."""
    for path in sorted(pages.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        for match in SYNTAX.finditer(text):
            for message in broken(reading, match[0]):
                line = text[: match.start()].count("\n") + 1
                yield Problem(f"{pages.name}/{path.relative_to(pages)}", line, "", message)
