"""Records read back from the data files, by what the page on the data says of them alone."""

from __future__ import annotations

import json
import sqlite3
import types
from collections import defaultdict
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from macros.record.fields import Text
from macros.record.kinds import BY_FOLDER
from macros.record.shared import Record


def from_json(file: bytes) -> dict[str, list[Record]]:
    """The records of ``dossier.json`` by kind: what stands in an entry beside what is computed."""

    def written(value: Any) -> Any:
        if isinstance(value, list):
            return [written(item) for item in value]
        if isinstance(value, dict):
            return {name: written(item) for name, item in value.items() if name != "computed"}
        return value

    kinds = json.loads(file)["records"]
    return {
        folder: [BY_FOLDER[folder].model_validate(written(each)) for each in found] for folder, found in kinds.items()
    }


def from_database(file: bytes) -> dict[str, list[Record]]:
    """The records of ``dossier.sqlite`` by kind, their texts as they are written."""
    return Reading(file).records()


class Reading:
    """The rows of a database, each by its table and by the row to which it belongs."""

    def __init__(self, file: bytes):
        connection = sqlite3.connect(":memory:")
        connection.deserialize(file)
        connection.row_factory = sqlite3.Row
        names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'texts%'"
        self.rows = {
            name: list(map(dict, connection.execute(f'SELECT * FROM "{name}"')))
            for (name,) in connection.execute(names)
        }
        known = {(table, row.get("key", row.get("id"))): row for table, rows in self.rows.items() for row in rows}
        for text in self.rows["written"]:
            known[text["table"], text["row"]][text["column"]] = text["text"]
        self.parts: dict[str, dict[str, list[dict[str, Any]]]] = {name: defaultdict(list) for name in self.rows}
        for name, rows in self.rows.items():
            for row in rows if rows and "parent" in rows[0] else ():
                self.parts[name][row["parent"]].append(row)

    def records(self) -> dict[str, list[Record]]:
        return {
            folder: [kind.model_validate(self.model(kind, folder, row, "")) for row in self.rows[folder]]
            for folder, kind in BY_FOLDER.items()
        }

    def model(self, model: type[BaseModel], table: str, row: dict[str, Any], before: str) -> dict[str, Any]:
        fields = model.model_fields.items()
        return {field: self.value(info.annotation, table, row, f"{before}{field}") for field, info in fields}

    def value(self, annotation: Any, table: str, row: dict[str, Any], name: str) -> Any:
        kinds, nullable = unwrapped(annotation)
        inside, key = f"{table}_{name}", row.get("key", row.get("id"))
        first = kinds[0]
        if get_origin(first) is tuple:
            if row.get(f"{name}_stated") == 0:
                return None
            items, _ = unwrapped(get_args(first)[0])
            parts = sorted(self.parts[inside][key], key=lambda part: part["position"])
            return [self.part(items, inside, part) if is_model(items[0]) else part["value"] for part in parts]
        if get_origin(first) is dict:
            items, _ = unwrapped(get_args(first)[1])
            return {part["name"]: self.part(items, inside, part) for part in self.parts[inside][key]}
        if row.get(name) is not None:
            return row[name]
        group = next((kind for kind in kinds if is_model(kind)), None)
        if group is None:
            return None
        if not issubclass(group, Text) and inside in self.parts:
            items, _ = unwrapped(next(iter(group.model_fields.values())).annotation)
            return {part["name"]: self.part(items, inside, part) for part in self.parts[inside][key]}
        found = self.model(group, table, row, f"{name}_")
        return None if nullable and is_empty(found) else found

    def part(self, kinds: tuple[Any, ...], table: str, row: dict[str, Any]) -> dict[str, Any]:
        of = kinds[0] if len(kinds) == 1 else next(kind for kind in kinds if row["kind"] in tags(kind))
        return self.model(of, table, row, "")


def unwrapped(annotation: Any) -> tuple[tuple[Any, ...], bool]:
    """The types of a field, and whether it may be empty."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) not in (Union, types.UnionType):
        return (annotation,), False
    kinds = tuple(kind for member in get_args(annotation) for kind in unwrapped(member)[0])
    return tuple(kind for kind in kinds if kind is not type(None)), type(None) in kinds


def is_empty(value: Any) -> bool:
    """Whether nothing of a group of columns is there."""
    return all(map(is_empty, value.values())) if isinstance(value, dict) else value in (None, [])


def is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def tags(model: type[BaseModel]) -> tuple[str, ...]:
    """The kinds that a member of a union stands for."""
    annotation = model.model_fields["kind"].annotation
    assert get_origin(annotation) is Literal
    return get_args(annotation)
