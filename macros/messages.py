"""Says in one sentence what is wrong with a field, from what pydantic found."""
from __future__ import annotations

import difflib

from pydantic import BaseModel, ValidationError

from .reading import Document, Path_, Problem
from .records import Record


def read_record(model: type[Record], id: str, document: Document, problems: list[Problem]) -> Record | None:
    """The record that a document holds, or None; what is wrong with it is added to ``problems``."""
    if "id" in document.data:
        problems.append(document.problem(("id",), "unknown field; the file's name is the id"))
        return None
    try:
        return model.model_validate({**document.data, "id": id})
    except ValidationError as error:
        errors = error.errors()
        for item in errors:
            # a list that is too short only because its items are wrong is no second mistake
            if item["type"] != "too_short" or not any(other is not item and other["loc"][:len(item["loc"])] == item["loc"] for other in errors):
                problems.append(document.problem(_data_path(document, item["loc"]), _message(model, item)))
        return None


def _data_path(document: Document, location: Path_) -> Path_:
    """pydantic's location without the names of union members, which do not stand in the file."""
    path: Path_ = ()
    for part in location:
        if path + (part,) in document.lines or part is location[-1]:
            path += (part,)
    return path


def _message(model: type[Record], item: dict) -> str:
    kind, given = item["type"], item.get("input")
    if kind == "extra_forbidden":
        fields = _fields_beside(model, item["loc"])
        near = difflib.get_close_matches(str(item["loc"][-1]), fields, n=1, cutoff=0.5)
        return f"unknown field (did you mean '{near[0]}'?)" if near else f"unknown field; expected one of {', '.join(fields)}"
    if kind == "missing":
        return "missing translation" if item["loc"][-1] in ("en", "ar") else "missing field"
    if kind == "enum" or kind == "literal_error":
        near = difflib.get_close_matches(str(given), item["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", "), n=1)
        return f"'{given}' is not in the list; expected {item['ctx']['expected']}" + (f" (did you mean '{near[0]}'?)" if near else "")
    if kind == "string_pattern_mismatch":
        return f"'{given}' does not fit the pattern {item['ctx']['pattern']}"
    message = item["msg"].removeprefix("Value error, ")
    message = message[:1].lower() + message[1:]
    return message if kind == "value_error" else f"{message}, found {given!r}"[:200]


def _fields_beside(model: type[BaseModel], location: Path_) -> list[str]:
    """The fields that may stand where an unknown one stands."""
    schema = model.model_json_schema()
    node: dict = schema
    for part in location[:-1]:
        node = _step(schema, node, part)
    return [name for name in _resolved(schema, node).get("properties", {}) if name != "id"]


def _resolved(schema: dict, node: dict) -> dict:
    while "$ref" in node or "anyOf" in node:
        node = (schema["$defs"][node["$ref"].rpartition("/")[2]] if "$ref" in node
                else next((option for option in node["anyOf"] if option.get("type") != "null"), {}))
    return node


def _step(schema: dict, node: dict, part: str | int) -> dict:
    node = _resolved(schema, node)
    if isinstance(part, int):
        return node.get("items", {})
    if "discriminator" in node:
        return {"$ref": node["discriminator"]["mapping"].get(part, "")} if part in node["discriminator"]["mapping"] else node
    return node.get("properties", {}).get(part, node)
