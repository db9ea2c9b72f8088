"""Goes through every part of a record, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from .fields import Text

Location = tuple[str | int, ...]
"""The way to a value: field names, and places in lists."""


def walk(value: Any, location: Location = ()) -> Iterator[tuple[Location, Any]]:
    """Every part of a record with its location, the record itself included."""
    yield location, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name), (*location, name))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from walk(item, (*location, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, (*location, index))


def texts(record: BaseModel) -> Iterator[tuple[Location, str]]:
    """Every text of a record, in each language, with its location."""
    for location, value in walk(record):
        if isinstance(value, Text):
            yield (*location, "en"), value.en
            yield (*location, "ar"), value.ar


def models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation mentions and all that lie inside of them, each once."""
    ahead, met = [annotation], set[Any]()
    while ahead:
        found = ahead.pop()
        if not (isinstance(found, type) and issubclass(found, BaseModel)):
            ahead += get_args(found)[::-1]
        elif found not in met:
            met.add(found)
            yield found
            ahead += [field.annotation for field in found.model_fields.values()][::-1]
