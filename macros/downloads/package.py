"""The tables as a data package (Frictionless, version 1 of the specification): what each CSV file holds, column by
column."""

from __future__ import annotations

from typing import Any

from ..page.computed import KEYS, TABLES
from ..record.fields import PARTIAL_DATE_PATTERN
from ..record.tables import ColumnType, DataColumn, Table
from .gathered import Gathered

_TYPES: dict[ColumnType, dict[str, str]] = {
    ColumnType.day: {"type": "date"},
    ColumnType.date: {"type": "string"},
    ColumnType.address: {"type": "string", "format": "uri"},
    ColumnType.text: {"type": "string"},
}
"""The types of the specification, where they are not called alike. It has none for a date that may be a month."""


def csv_path(table: Table) -> str:
    """Where the CSV file of a table lies, below the folder of the data."""
    return f"csv/{table.name}.csv"


def package(gathered: Gathered) -> dict[str, Any]:
    """The descriptor (``datapackage.json``)."""
    view = gathered.view
    english, arabic = (view.languages[code].string for code in ("en", "ar"))
    return {
        "profile": "tabular-data-package",
        "name": "h200-gap",
        "title": english("site.name"),
        "title_ar": arabic("site.name"),
        "description": english("site.description"),
        "description_ar": arabic("site.description"),
        "homepage": view.permanent("en/data/"),
        "version": str(view.dossier.current_to),
        "licenses": [
            {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}
        ],
        "resources": [_resource(table) for whole in TABLES for table in whole.whole],
    }


def _resource(table: Table) -> dict[str, Any]:
    keys = [
        {"fields": column.name, "reference": {"resource": column.refers_to, "fields": KEYS[column.refers_to]}}
        for column in table.columns
        if column.refers_to and not column.many
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": csv_path(table),
        "description": table.meaning.en,
        "description_ar": table.meaning.ar,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": table.key,
            "foreignKeys": keys,
            "missingValues": [""],
        },
    }


def _field(column: DataColumn) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name} | _TYPES.get(column.holds, {"type": column.holds})
    field |= {"description": column.meaning.en, "description_ar": column.meaning.ar}
    if column.many:
        return field | {"type": "string", "several": True}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    if column.holds is ColumnType.date:
        constraints["pattern"] = PARTIAL_DATE_PATTERN
    return field | ({"constraints": constraints} if constraints else {})
