"""What each field means, in both languages: ``meanings.yml`` is the one place from which the schemas, the page on the
data and the data files have it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel

from .fields import Text

MEANINGS = Path(__file__).with_name("meanings.yml")
EVERY = "every"
"""Under which a meaning stands that fits fields of this name in every model."""


@cache
def meanings() -> dict[str, dict[str, Text]]:
    """Every meaning, by model and field."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    read = yaml.load(MEANINGS.read_text(encoding="utf-8"), loader)
    return {
        model: {field: Text.model_validate(text) for field, text in fields.items()} for model, fields in read.items()
    }


def meaning(model: type[BaseModel], field: str) -> Text:
    """What a field of a model means. Raises KeyError for one that nobody has described."""
    for name in _looked_up(model):
        if found := meanings().get(name, {}).get(field):
            return found
    raise KeyError(f"{MEANINGS.name}: {model.__name__}.{field}: expected its meaning in both languages")


def named_meaning(sort: str, name: str) -> Text:
    """What a table means, or a column that no field fills. ``sort`` is ``table``, ``column`` or ``computed``. Raises
    KeyError."""
    if found := meanings()[sort].get(name):
        return found
    raise KeyError(f"{MEANINGS.name}: {sort}.{name}: expected its meaning in both languages")


def _looked_up(model: type[BaseModel]) -> Iterator[str]:
    yield from (base.__name__ for base in model.__mro__)
    yield EVERY
