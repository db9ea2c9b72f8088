"""How records lie in tables.

A kind is a table and a list of parts a table of its own, a row a part; a part that a record has once is a group of
columns, and a bilingual text two. A column is named by the way to what it holds: ``attribution_kind``.

A row of parts has a ``key``, the ``parent`` to whose row it belongs, and its ``position`` in the list, or its ``name``
where parts are known by name.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, HttpUrl

from .fields import Day, PartialDate, Reference, Text
from .meanings import meaning, named_meaning

Way = tuple[str, ...]
"""The fields by which one goes from a record or a part to what a column or a table holds."""

COMPUTED = "computed"
"""Under which name lies in an entry what is computed of it."""

DataRow = dict[str, Any]
"""The values of a row by the names of its columns; of a column of ``many`` a list."""


class ColumnType(StrEnum):
    """What the values of a column are. A date is a day, a month or a year in ISO 8601."""

    text = "text"
    integer = "integer"
    number = "number"
    boolean = "boolean"
    day = "day"
    date = "date"
    address = "address"


@dataclass(frozen=True)
class DataColumn:
    """A column. ``many``: each value is a list. ``closed``: the list of which a value must be. ``refers_to``: the table
    whose ids it holds. ``stated``: it says whether a list is given at all, which may be given and empty."""

    name: str
    holds: ColumnType
    meaning: Text
    way: Way = ()
    required: bool = True
    closed: type[StrEnum] | tuple[str, ...] = ()
    refers_to: str | None = None
    many: bool = False
    stated: bool = False
    text: Text | None = None
    """What the text means of which it is one language; None for what is no bilingual text."""

    @property
    def values(self) -> tuple[str, ...]:
        """Those of the closed list."""
        return tuple(map(str, self.closed))

    @property
    def computed(self) -> bool:
        """Whether no file holds what stands in it."""
        return self.way[:1] == (COMPUTED,)


@dataclass(frozen=True)
class Table:
    """A table by its name, its columns, of which the first is its key, and the tables of its parts. ``way`` leads from
    a row of the ``parent`` to the parts that are its rows."""

    name: str
    meaning: Text
    columns: tuple[DataColumn, ...]
    parts: tuple[Table, ...] = ()
    parent: str | None = None
    way: Way = ()

    @property
    def key(self) -> str:
        return self.columns[0].name

    @property
    def whole(self) -> tuple[Table, ...]:
        """The table with the tables of its parts, however deep."""
        return (self, *(inner for part in self.parts for inner in part.whole))


def table(name: str, model: type[BaseModel], *keys: DataColumn) -> Table:
    """The table of a model, whose key is the first of these columns, or else the model's first field."""
    return _table(name, named_meaning("table", name), (model,), keys)


def extended(table: Table, computed: Mapping[str, type[BaseModel]]) -> Table:
    """The same tables with columns for what is computed of their rows, by the tables' names. The columns
    are named so."""
    parts = tuple(extended(part, computed) for part in table.parts)
    more = _inside(table.name, computed[table.name], (COMPUTED,), False, None) if table.name in computed else ()
    columns = (found for found in more if isinstance(found, DataColumn))
    return replace(table, columns=(*table.columns, *columns), parts=parts)


def key(name: str = "key", refers_to: str | None = None, holds: ColumnType = ColumnType.text) -> DataColumn:
    """A column by which rows are known, and know each other."""
    return DataColumn(name, holds, named_meaning("column", name), refers_to=refers_to)


def rows(table: Table, entries: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[str, list[DataRow]]:
    """The rows of a table and of the tables of its parts, by table, of entries by their keys; an entry is a record, or
    what else the table is of, as plain values."""
    found: dict[str, list[DataRow]] = {inner.name: [] for inner in table.whole}
    for known_by, value in entries:
        _fill(table, (known_by,), value, found)
    return found


def _fill(table: Table, keys: tuple[Any, ...], value: Any, found: dict[str, list[DataRow]]) -> None:
    row = dict(zip((column.name for column in table.columns), keys, strict=False))
    for column in table.columns[len(keys) :]:
        inside = _at(value, column.way)
        if column.stated:
            row[column.name] = inside is not None
        else:
            row[column.name] = (inside or []) if column.many else None if isinstance(inside, dict) else inside
    found[table.name].append(row)
    for part in table.parts:
        inside = _at(value, part.way) or ()
        for place, item in inside.items() if isinstance(inside, dict) else enumerate(inside, 1):
            if item is not None:
                _fill(part, (f"{keys[0]}/{place}", keys[0], place), item, found)


def _at(value: Any, way: Way) -> Any:
    for name in way:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _table(name: str, described: Text, kinds: tuple[Any, ...], keys: tuple[DataColumn, ...], **more: Any) -> Table:
    """A table of which each row is of one of these types; where there are several, only the columns of all of them are
    required."""
    columns = {column.name: column for column in keys}
    parts: dict[str, Table] = {}
    of = [list(_of(name, kind)) for kind in kinds]
    for inside in of:
        for found in inside:
            if isinstance(found, Table):
                parts.setdefault(found.name, found)
            else:
                columns[found.name] = _either(columns[found.name], found) if found.name in columns else found
    everywhere = set.intersection(*({found.name for found in inside} for inside in of)) | {key.name for key in keys}
    made = (replace(column, required=column.required and column.name in everywhere) for column in columns.values())
    return Table(name, described, tuple(made), tuple(parts.values()), **more)


def _either(one: DataColumn, other: DataColumn) -> DataColumn:
    """A column that two types have; in each it may mean something else, or hold values of another list."""
    meant = one.meaning if other.meaning.en in one.meaning.en else _joined(one.meaning, other.meaning, "; ", "؛ ")
    closed = tuple(dict.fromkeys((*one.values, *other.values))) if one.closed != other.closed else one.closed
    return replace(one, required=one.required and other.required, meaning=meant, closed=closed)


def _of(table: str, kind: Any) -> Iterator[DataColumn | Table]:
    if _is_model(kind):
        yield from _inside(table, kind, (), False, None)
    else:
        yield _column("value", (), kind, named_meaning("column", "value"), True)


def _inside(
    table: str, model: type[BaseModel], way: Way, optional: bool, group: Text | None
) -> Iterator[DataColumn | Table]:
    """The columns and tables of what a model holds, all of which may be missing where the model is ``optional``;
    ``group`` is what the model itself means where it is a part."""
    for field, info in model.model_fields.items():
        own = meaning(model, field)
        bilingual = field in Text.model_fields and set(Text.model_fields) <= set(model.model_fields)
        marks = (", ", "، ") if bilingual else (": ", ": ")
        meant = _joined(group, own, *marks) if group else own
        for found in _field(table, (*way, field), info.annotation, optional, meant):
            yield replace(found, text=group or own) if bilingual and isinstance(found, DataColumn) else found


def _field(table: str, way: Way, annotation: Any, optional: bool, meant: Text) -> Iterator[DataColumn | Table]:
    """What a field is in tables: a column, the columns of a part, a list of values, or a table of parts."""
    name, (kinds, nullable) = "_".join(way), _kinds(annotation)
    models = [kind for kind in kinds if _is_model(kind)]
    for kind in kinds:
        if get_origin(kind) is tuple:
            inner, _ = _kinds(get_args(kind)[0])
            if nullable:
                stated = _joined(meant, named_meaning("column", "stated"), ": ", ": ")
                yield DataColumn(f"{name}_stated", ColumnType.boolean, stated, way, stated=True)
            if _is_model(inner[0]):
                yield _parts(table, way, inner, meant, key("position", holds=ColumnType.integer))
            else:
                yield replace(_column(name, way, inner[0], meant, False), many=True)
        elif get_origin(kind) is dict:
            yield _parts(table, way, _kinds(get_args(kind)[1])[0], meant, key("name"))
        elif not _is_model(kind):
            yield _column(name, way, kind, meant, not (nullable or optional or models))
        elif _is_by_name(kind):
            first = next(iter(kind.model_fields.values()))
            named = replace(key("name"), closed=tuple(kind.model_fields))
            yield _parts(table, way, _kinds(first.annotation)[0], meant, named)
        else:
            missing = nullable or optional or len(kinds) > 1
            yield from _inside(table, kind, way, missing, meant)


def _parts(table: str, way: Way, kinds: tuple[Any, ...], meant: Text, place: DataColumn) -> Table:
    keys = (key(), key("parent", refers_to=table), place)
    return _table(f"{table}_{'_'.join(way)}", meant, kinds, keys, parent=table, way=way)


def _column(name: str, way: Way, kind: Any, meant: Text, required: bool) -> DataColumn:
    """A column of values of one type."""
    if get_origin(kind) is Literal:
        return DataColumn(name, ColumnType.text, meant, way, required, closed=get_args(kind))
    if issubclass(kind, StrEnum):
        return DataColumn(name, ColumnType.text, meant, way, required, closed=kind)
    if issubclass(kind, Reference):
        return DataColumn(name, ColumnType.text, meant, way, required, refers_to=kind.folder)
    return DataColumn(name, _holds(kind), meant, way, required)


def _holds(kind: Any) -> ColumnType:
    return next(holds for base, holds in _TYPES.items() if issubclass(kind, base))


_TYPES: dict[type, ColumnType] = {
    bool: ColumnType.boolean,
    int: ColumnType.integer,
    float: ColumnType.number,
    Day: ColumnType.day,
    PartialDate: ColumnType.date,
    HttpUrl: ColumnType.address,
    str: ColumnType.text,
}
"""The first that fits counts: a truth value is a whole number as well."""


def _kinds(annotation: Any) -> tuple[tuple[Any, ...], bool]:
    """The types of which a value is one, and whether there may be none."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) not in (Union, types.UnionType):
        return (annotation,), False
    kinds = tuple(kind for member in get_args(annotation) for kind in _kinds(member)[0])
    return tuple(kind for kind in kinds if kind is not type(None)), type(None) in kinds


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _is_by_name(model: type[BaseModel]) -> bool:
    """Whether a model is parts of one sort, each under its name, as the figures of a chip are."""
    every = [_kinds(info.annotation) for info in model.model_fields.values()]
    return all(nullable and _is_model(kinds[0]) for kinds, nullable in every)


def _joined(one: Text, other: Text, en: str, ar: str) -> Text:
    return Text(en=f"{one.en}{en}{other.en}", ar=f"{one.ar}{ar}{other.ar}")
