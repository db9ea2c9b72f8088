"""All records as plain values with what is computed of them, and as rows of tables: of this the data files are made."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..law.statuses import statuses
from ..page.computed import STATUSES, TABLES, with_computed
from ..page.view import View
from ..record.kinds import KINDS
from ..record.shared import Record
from ..record.tables import DataRow, rows

Values = dict[str, Any]


@dataclass(frozen=True)
class Gathered:
    """The dossier as data. ``views`` are those of the languages."""

    views: Mapping[str, View]

    @property
    def view(self) -> View:
        """A view for what is the same in both languages."""
        return self.views["en"]

    @cached_property
    def records(self) -> dict[str, list[Values]]:
        """Every record by kind, its texts as they are written. Where texts point at records or figures, ``texts`` under
        ``computed`` has them as they are read, by their location."""
        return {kind.folder: [self._record(record) for record in self.view.dossier.all(kind)] for kind in KINDS}

    @cached_property
    def statuses(self) -> list[Values]:
        """The status of each chip in each spell."""
        return statuses(self.view.law)

    @cached_property
    def tables(self) -> dict[str, list[DataRow]]:
        """The rows of all tables, by table, their texts as they are read."""
        made: dict[str, list[DataRow]] = {}
        for table in TABLES:
            if table is STATUSES:
                entries = [(f"{entry['chip']}/{entry['first']}", entry) for entry in self.statuses]
            else:
                entries = [(entry["id"], _as_read(entry)) for entry in self.records[table.name]]
            made |= rows(table, entries)
        return made

    @cached_property
    def written(self) -> list[tuple[str, str, str, str]]:
        """The texts that are written otherwise than they are read: the table, the key of the row, the column, and the
        text with its pointers."""
        found = []
        for whole in TABLES:
            pointing = [entry for entry in self.records.get(whole.name, ()) if _texts(entry)]
            written = rows(whole, [(entry["id"], entry) for entry in pointing])
            read = rows(whole, [(entry["id"], _as_read(entry)) for entry in pointing])
            for table in whole.whole:
                columns = [column.name for column in table.columns if column.text and not column.computed]
                for one, other in zip(written[table.name], read[table.name], strict=True):
                    found += [
                        (table.name, one[table.key], name, one[name]) for name in columns if one[name] != other[name]
                    ]
        return found

    def _record(self, record: Record) -> Values:
        values = with_computed(self.views, record)
        texts: dict[str, dict[str, str]] = {}
        for location, text in record.texts:
            if "[[" in text:
                *way, code = location
                texts.setdefault(".".join(map(str, way)), {})[str(code)] = self.views[str(code)].plain(text)
        if texts:
            values["computed"]["texts"] = texts
        return values


def _texts(values: Values) -> dict[str, dict[str, str]]:
    """Those of a record that are read otherwise than they are written, by their location, as they are read."""
    found: dict[str, dict[str, str]] = values["computed"].get("texts", {})
    return found


def _as_read(values: Values) -> Values:
    """A record's values with its texts as they are read."""
    if not _texts(values):
        return values
    read = copy.deepcopy(values)
    for location, languages in _texts(values).items():
        inside: Any = read
        for part in location.split("."):
            inside = inside[int(part) if part.isdigit() else part]
        inside |= languages
    return read
