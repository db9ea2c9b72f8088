"""All that is offered under ``/data/`` to whoever works with the dossier: each file by its path there."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from pydantic_core import to_json

from ..page.citation import Citation
from ..page.computed import TABLES
from ..page.place import Place
from ..page.view import View
from ..record.kinds import KINDS
from ..wording.spreadsheet import csv_file
from .database import NAME, database, metadata
from .entries import entry_schema
from .gathered import Gathered
from .package import csv_path, package

FOLDER = "data"
ARCHIVE = f"{NAME}.zip"


def open_data(views: Mapping[str, View], licence: str, beside: Mapping[str, str]) -> dict[str, bytes]:
    """Every file, the archive of them all last. ``licence`` is its text, ``beside`` what lies in the folder already and
    belongs into the archive. The same records make the same bytes."""
    gathered = Gathered(views)
    files: dict[str, str | bytes] = {
        f"{NAME}.json": _json(dossier(gathered)),
        f"{NAME}.sqlite": database(gathered),
        "metadata.json": _json(metadata(gathered)),
        "datapackage.json": _json(package(gathered)),
    }
    for table in (inner for whole in TABLES for inner in whole.whole):
        columns = [column.name for column in table.columns]
        lines = ([row[name] for name in columns] for row in gathered.tables[table.name])
        files[csv_path(table)] = csv_file(columns, lines)
    files |= {f"schema/{kind.folder}.json": _json(entry_schema(kind)) for kind in KINDS}
    made = {path: content if isinstance(content, bytes) else content.encode() for path, content in files.items()}
    more = {"LICENCE.md": licence, "CITATION.txt": _citations(views)}
    whole = made | {path: content.encode() for path, content in (*beside.items(), *more.items())}
    return made | {ARCHIVE: _archive(whole, gathered)}


def paths() -> tuple[str, ...]:
    """Where the files lie, below the folder of the data."""
    single = (f"{NAME}.json", f"{NAME}.sqlite", "metadata.json", "datapackage.json")
    tables = (csv_path(inner) for whole in TABLES for inner in whole.whole)
    return (*single, *tables, *(f"schema/{kind.folder}.json" for kind in KINDS), ARCHIVE)


def dossier(gathered: Gathered) -> dict[str, Any]:
    """All records and statuses in one object. What is computed stands under ``computed``, and the statuses are computed
    wholly; everything else stands in a record's file."""
    view = gathered.view
    languages = view.languages
    return {
        "title": {code: language.string("site.name") for code, language in languages.items()},
        "description": {code: language.string("site.description") for code, language in languages.items()},
        "address": view.permanent(""),
        "licence": "CC-BY-4.0",
        "citation": {code: citation(each) for code, each in gathered.views.items()},
        "current_to": view.dossier.current_to,
        "law_read_to": view.law.read_to,
        "records": gathered.records,
        "computed": {"statuses": gathered.statuses},
    }


def citation(view: View) -> str:
    """How the data is cited in words, in the language of the view."""
    return "".join(piece.words for piece in _cited(view).styles["apa"] if not piece.day)


def _cited(view: View) -> Citation:
    return view.at(Place(f"{view.language.code}/data/")).cited(view.language.string("data.title"))


def _citations(views: Mapping[str, View]) -> str:
    """The citation in each language, in words and as BibTeX."""
    return "\n\n".join(f"{citation(view)}\n\n{_cited(view).files[0].text}}}" for view in views.values()) + "\n"


def _json(value: Any) -> bytes:
    return to_json(value, indent=1) + b"\n"


def _archive(files: Mapping[str, bytes], gathered: Gathered) -> bytes:
    """The files in one, all of the day to which the findings go."""
    year, month, day = map(int, gathered.view.dossier.current_to.split("-"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"h200-gap/{path}", (year, month, day, 0, 0, 0))
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            archive.writestr(entry, files[path], compresslevel=4)
    return packed.getvalue()
