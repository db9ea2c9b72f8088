"""JSON Schemas of the records as ``dossier.json`` has them: with their id, and with what is computed of them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from ..page.computed import COMPUTED, BothLanguages, ComputedFigure, ComputedGateFinding
from ..record.chip import Chip, GateFinding, Published, PublishedLink
from ..record.meanings import named_meaning
from ..record.schemas import described
from ..record.shared import Record
from ..record.tables import COMPUTED as NAME

Schema = dict[str, Any]


def entry_schema(kind: type[Record]) -> Schema:
    """The schema of an entry of a kind. An editor's schema, of the file in which the record is written, knows neither
    its id nor what is computed."""
    made = described(kind)
    _add(made, made, COMPUTED[kind.folder])
    made["properties"][NAME] = _with_texts(made["properties"][NAME])
    if kind is Chip:
        for published in (Published, PublishedLink):
            _add(made, made["$defs"][published.__name__], ComputedFigure)
        _add(made, made["$defs"][GateFinding.__name__], ComputedGateFinding)
    return made | {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def _add(whole: Schema, part: Schema, model: type[BaseModel]) -> None:
    """Put what is computed into a part of a schema."""
    computed = described(model)
    whole["$defs"] |= computed.pop("$defs", {})
    part["properties"][NAME] = computed
    part["required"] = [*part["required"], NAME]


def _with_texts(computed: Schema) -> Schema:
    """What is computed of a record, with those of its texts that are read otherwise than they are written."""
    meant = named_meaning(NAME, "texts")
    texts = {
        "type": "object",
        "additionalProperties": {"$ref": f"#/$defs/{BothLanguages.__name__}"},
        "description": meant.en,
        "description_ar": meant.ar,
    }
    return computed | {"properties": computed["properties"] | {"texts": texts}}
