"""Goes through every part of a record, whatever its kind."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from .reading import Path_
from .fields import Text


def walk(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    """Every part of a record with its path, the record itself included."""
    yield path, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name), path + (name,))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from walk(item, path + (name,))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, path + (index,))


def texts(record: BaseModel) -> Iterator[tuple[Path_, str]]:
    """Every text of a record, in each language, with its path."""
    for path, value in walk(record):
        if isinstance(value, Text):
            yield path + ("en",), value.en
            yield path + ("ar",), value.ar
