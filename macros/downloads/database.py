"""The data as an SQLite database, and what Datasette is told of it: a table for each kind, for each list of parts and
for each list of values, with foreign keys, views, and a full-text search."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..page.computed import KEYS, TABLES
from ..record.fields import Text
from ..record.meanings import meanings, named_meaning
from ..record.tables import ColumnType, DataColumn, Table
from .gathered import Gathered

NAME = "dossier"
"""The name of the database's file without its ending, by which Datasette knows it."""

VIEWS = Path(__file__).with_name("views.sql")

_TYPES = {ColumnType.integer: "INTEGER", ColumnType.boolean: "INTEGER", ColumnType.number: "REAL"}

_OWN = """
CREATE TABLE texts (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, record TEXT NOT NULL, "table" TEXT NOT NULL, row TEXT NOT NULL,
  "column" TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE TABLE written (
  "table" TEXT NOT NULL, row TEXT NOT NULL, "column" TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY ("table", row, "column")
) STRICT;
CREATE VIRTUAL TABLE texts_search USING fts5(text, content='texts', content_rowid='id', tokenize='trigram');
"""
"""Every text by itself, to be searched; those that are written otherwise than they are read; and the search. It finds
three letters or more wherever they stand in a word, since Arabic writes the article and particles on to it."""


def database(gathered: Gathered) -> bytes:
    """The database as a file. The same records make the same bytes."""
    connection = sqlite3.connect(":memory:")
    for table in _tables():
        connection.execute(_created(table))
        for column in table.columns:
            if column.many:
                connection.execute(_created(_list(table, column)))
    connection.executescript(_OWN + VIEWS.read_text(encoding="utf-8"))
    for table in _tables():
        _fill(connection, table, gathered)
    texts = [(number, *text) for number, text in enumerate(_texts(gathered), 1)]
    _insert(connection, "texts", texts)
    _insert(connection, "written", gathered.written)
    connection.execute("INSERT INTO texts_search(rowid, text) SELECT id, text FROM texts")
    connection.commit()
    made = connection.serialize()
    connection.close()
    return made


def _tables() -> Iterator[Table]:
    for table in TABLES:
        yield from table.whole


def _list(table: Table, column: DataColumn) -> Table:
    """The table of the values of a column that holds several: the row, the place in the list, and the value."""
    parent, position = (
        DataColumn(name, holds, named_meaning("column", name), refers_to=refers_to)
        for name, holds, refers_to in (
            ("parent", ColumnType.text, table.name),
            ("position", ColumnType.integer, None),
        )
    )
    value = DataColumn("value", column.holds, column.meaning, closed=column.closed, refers_to=column.refers_to)
    return Table(f"{table.name}_{column.name}", column.meaning, (parent, position, value), parent=table.name)


def _created(table: Table) -> str:
    """The statement that creates a table. Its references name the other table's column, as Datasette needs it."""
    columns = [column for column in table.columns if not column.many]
    lines = [_defined(column) for column in columns]
    keys = ["parent", "position"] if columns[0].name == "parent" else [table.key]
    lines.append(f"PRIMARY KEY ({', '.join(map(_quoted, keys))})")
    lines += [
        f"FOREIGN KEY ({_quoted(column.name)}) REFERENCES {_quoted(column.refers_to)} ({KEYS[column.refers_to]})"
        for column in columns
        if column.refers_to
    ]
    return f"CREATE TABLE {_quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n) STRICT"


def _defined(column: DataColumn) -> str:
    parts = [_quoted(column.name), _TYPES.get(column.holds, "TEXT")]
    if column.required:
        parts.append("NOT NULL")
    values = ("0", "1") if column.holds is ColumnType.boolean else tuple(map(_literal, column.values))
    if values:
        parts.append(f"CHECK ({_quoted(column.name)} IN ({', '.join(values)}))")
    return " ".join(parts)


def _quoted(name: str) -> str:
    return f'"{name}"'


def _literal(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _fill(connection: sqlite3.Connection, table: Table, gathered: Gathered) -> None:
    rows = gathered.tables[table.name]
    single = [column.name for column in table.columns if not column.many]
    _insert(connection, table.name, [[row[name] for name in single] for row in rows])
    for column in table.columns:
        if column.many:
            values = [
                (row[table.key], position, value) for row in rows for position, value in enumerate(row[column.name], 1)
            ]
            _insert(connection, f"{table.name}_{column.name}", values)


def _insert(connection: sqlite3.Connection, table: str, rows: Any) -> None:
    for row in rows[:1]:
        connection.executemany(f"INSERT INTO {_quoted(table)} VALUES ({', '.join('?' * len(row))})", rows)


def _texts(gathered: Gathered) -> Iterator[tuple[str, ...]]:
    """Every text with its place: the kind, the record, the table, the row, the column, and the language."""
    for kind in TABLES:
        for table in kind.whole:
            columns = [column for column in table.columns if column.text and not column.computed]
            for row in gathered.tables[table.name]:
                for column in columns:
                    if text := row[column.name]:
                        record = row[table.key].partition("/")[0]
                        yield kind.name, record, table.name, row[table.key], column.name, column.way[-1], text


def metadata(gathered: Gathered) -> dict[str, Any]:
    """What Datasette shows beside the database (its ``metadata.json``): titles, licence, what each table and column
    means, and how rows are named and searched."""
    view = gathered.view
    string, address = view.languages, view.permanent
    tables = {table.name: _described(table, kind) for kind in TABLES for table in kind.whole}
    tables |= {
        f"{table.name}_{column.name}": {"description": _both(column.meaning), "hidden": True}
        for table in _tables()
        for column in table.columns
        if column.many
    }
    tables |= {name: {"description": _both(text)} for name, text in meanings()["view"].items()}
    tables["texts"] |= {"fts_table": "texts_search", "fts_pk": "id"}
    names = [language.string("site.name") for language in string.values()]
    return {
        "title": " · ".join(names),
        "description": " · ".join(language.string("site.description") for language in string.values()),
        "license": "CC BY 4.0",
        "license_url": "https://creativecommons.org/licenses/by/4.0/",
        "source": names[0],
        "source_url": address(""),
        "about": string["en"].string("theme.data"),
        "about_url": address("en/data/"),
        "databases": {NAME: {"tables": tables}},
    }


def _described(table: Table, kind: Table) -> dict[str, Any]:
    columns = {column.name: _both(column.meaning) for column in table.columns if not column.many}
    labelled = {"label_column": "computed_title_en"} if table is kind and "computed_title_en" in columns else {}
    return {"description": _both(table.meaning), "columns": columns} | labelled


def _both(text: Text) -> str:
    return f"{text.en} · {text.ar}"
