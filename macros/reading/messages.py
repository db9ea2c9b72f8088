"""Says in one sentence what is wrong with a field, from what pydantic found."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..record.shared import Record
from ..record.walking import Location
from .problems import DossierError, Problem
from .yaml_file import Document

R = TypeVar("R", bound=Record)
M = TypeVar("M", bound=BaseModel)

LONGEST_NAME = 60
"""So much of a name is looked at to guess which was meant."""

MOST_QUOTED = 60
"""So many letters of a page or a drawing a message quotes."""


def read_record(kind: type[R], id: str, document: Document) -> R:
    """The record that a document holds. Raises DossierError with all that is wrong with it."""
    if "id" in document.data:
        raise DossierError([document.problem(("id",), "unknown field; the file's name is the id")])
    return read_model(kind, document, id=id)


def read_model(kind: type[M], document: Document, **beside: str) -> M:
    """What a document holds, with fields that do not stand in it. Raises DossierError with all that is wrong with
    it."""
    try:
        return kind.model_validate(document.data | beside)
    except ValidationError as error:
        raise DossierError(_problems(kind, document, error.errors())) from None


_VAGUE = {"string_type", "model_type", "too_short"}
"""Errors that say nothing new where another is more exact: of a union's members, those that expect another kind of
value; of a list, that it is too short without its wrong items."""


def _problems(kind: type[BaseModel], document: Document, errors: list[ErrorDetails]) -> Iterator[Problem]:
    placed = [(item, _location(document, item)) for item in errors]
    exact: set[Location] = set()
    for item, place in placed:
        reach = len(place) if item["type"] in _VAGUE else len(place) + 1
        exact.update(place[:length] for length in range(reach))
    for item, place in placed:
        if item["type"] not in _VAGUE or place not in exact:
            yield document.problem(place, _message(kind, item))


def _location(document: Document, item: ErrorDetails) -> Location:
    """pydantic's location without the names of union members, which do not stand in the file."""
    found: Location = ()
    for index, part in enumerate(item["loc"], 1):
        missing = item["type"] == "missing" and index == len(item["loc"])
        if (*found, part) in document.lines or missing:
            found = (*found, part)
    return found


def _message(kind: type[BaseModel], item: ErrorDetails) -> str:
    error, given, last = item["type"], item.get("input"), item["loc"][-1] if item["loc"] else ""
    if error == "extra_forbidden":
        fields = _fields_beside(kind, item["loc"])
        near = difflib.get_close_matches(str(last)[:LONGEST_NAME], fields, cutoff=0.5)
        return (
            f"unknown field (did you mean '{near[0]}'?)"
            if near
            else f"unknown field; expected one of {', '.join(fields)}"
        )
    if error == "missing":
        return "missing translation" if last in ("en", "ar") else "missing field"
    if error in ("enum", "literal_error"):
        return _unlisted(given, item["ctx"]["expected"])
    if error == "union_tag_invalid":
        return f"kind {_unlisted(item['ctx']['tag'], item['ctx']['expected_tags'])}"
    if error == "union_tag_not_found":
        return f"expected a kind, found {given!r}"[:200]
    if error == "string_pattern_mismatch":
        return f"'{given}' does not fit the pattern {item['ctx']['pattern']}"
    if error in ("model_type", "model_attributes_type", "dict_type"):
        return f"expected fields, each on a line of its own, found {given!r}"[:200]
    if error in ("tuple_type", "list_type"):
        return f"expected a list, found {given!r}"[:200]
    if error == "too_short":
        return f"expected {item['ctx']['min_length']} or more in the list, found {given!r}"[:200]
    message = plain(item["msg"])
    return message if error == "value_error" else f"{message}, found {given!r}"[:200]


def _unlisted(given: Any, expected: str) -> str:
    near = difflib.get_close_matches(
        str(given)[:LONGEST_NAME], expected.replace("'", "").replace(" or ", ", ").split(", ")
    )
    return f"'{given}' is not in the list; expected {expected}" + (f" (did you mean '{near[0]}'?)" if near else "")


def plain(message: str) -> str:
    """What pydantic says, as the end of a line."""
    message = message.removeprefix("Value error, ")
    return message if message[1:2].isupper() else message[:1].lower() + message[1:]


def _fields_beside(kind: type[BaseModel], location: Location) -> list[str]:
    """The fields that may stand where an unknown one stands."""
    models: list[type[BaseModel]] = [kind]
    for part in location[:-1]:
        inside = [
            model
            for field in models
            if part in field.model_fields
            for model in _models(field.model_fields[str(part)].annotation)
        ]
        named = [model for model in models if _discriminated(model, part)]
        models = inside or named or models
    return list(dict.fromkeys(name for model in models for name in model.model_fields if name != "id"))


def _models(annotation: Any) -> list[type[BaseModel]]:
    """The models that an annotation mentions, whatever they are wrapped in."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in get_args(annotation) for model in _models(inner)]


def _discriminated(model: type[BaseModel], tag: str | int) -> bool:
    """Whether a model is the member of a union that ``kind: tag`` chooses."""
    kind = model.model_fields.get("kind")
    return kind is not None and tag in get_args(kind.annotation)
