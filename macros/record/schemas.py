"""JSON Schemas of the kinds of record, which say in both languages what each field means."""

from __future__ import annotations

import sys
from typing import Any

from pydantic import BaseModel

from .meanings import meaning
from .shared import Record
from .walking import models


def without_docstrings() -> str:
    """What is wrong if Python was told to keep no docstrings (``-OO``), from which schemas are made; else nothing."""
    return "PYTHONOPTIMIZE: expected 1 at most: the schemas say what docstrings say" if sys.flags.optimize > 1 else ""


def schema(kind: type[Record]) -> dict[str, Any]:
    """The schema of a record as it stands in its file, whose name is the id."""
    made = described(kind)
    del made["properties"]["id"]
    made["required"].remove("id")
    return made


def described(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a model. The English meaning is each field's ``description``, the Arabic one its
    ``description_ar``."""
    made = model.model_json_schema()
    of = {found.__name__: found for found in models(model)}
    for name, definition in {model.__name__: made, **made.get("$defs", {})}.items():
        if name in of:
            _describe(definition, of[name])
    return made


def _describe(definition: dict[str, Any], model: type[BaseModel]) -> None:
    """What a type says of itself, such as how a date is written, follows the meaning."""
    for field, described in definition["properties"].items():
        meant = meaning(model, field)
        written = [meant.en, described["description"]] if "description" in described else [meant.en]
        described |= {"description": "; ".join(written), "description_ar": meant.ar}
