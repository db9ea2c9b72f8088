"""What the fields of records are made of: bilingual texts, partial dates and references to other records."""
from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator, BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PARTIAL_DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
RESERVED_IDS = frozenset({"index", "readme"})
"""Names that MkDocs takes for the page of a whole folder."""

ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")


def is_id(name: str) -> bool:
    """Whether a file's name can be a record's id, and so part of addresses."""
    return re.fullmatch(ID_PATTERN, name) is not None and name not in RESERVED_IDS


class Model(BaseModel):
    """The base of every record and part of a record: frozen, and strict about unknown fields."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _arabic(text: str) -> str:
    if not ARABIC_LETTER.search(text):
        raise ValueError("expected Arabic, found no Arabic letter")
    return text


NonEmpty = Annotated[str, StringConstraints(min_length=1)]


class Text(Model):
    """One statement in both languages; the Arabic is written, not transliterated."""

    en: NonEmpty
    ar: Annotated[NonEmpty, AfterValidator(_arabic)]

    def __getitem__(self, language: str) -> str:
        return getattr(self, language)


def _partial_date(value: Any) -> Any:
    """YAML reads 2025-12-10 as a date, 2025-12 as text and 2025 as a number; all three are dates here."""
    return value.isoformat() if type(value) is datetime.date else str(value) if type(value) is int else value


def _possible_date(value: str) -> str:
    if not re.fullmatch(PARTIAL_DATE_PATTERN, value):
        raise ValueError(f"'{value}' is not a date; expected YYYY-MM-DD, YYYY-MM or YYYY")
    try:
        datetime.date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        raise ValueError(f"'{value}' is not a date in the calendar") from None
    return value


PartialDate = Annotated[
    str, BeforeValidator(_partial_date), AfterValidator(_possible_date),
    WithJsonSchema({"type": ["string", "integer"], "pattern": PARTIAL_DATE_PATTERN, "description": "YYYY-MM-DD, YYYY-MM or YYYY"}),
]
"""A day, a month or a year in ISO 8601. As text, partial dates sort in order of time."""


class Reference(str):
    """The id of another record; the dossier checks that the record exists."""

    kind: ClassVar[str]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(pattern=ID_PATTERN))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(schema) | {"description": f"the id of a record in data/{cls.kind}/"}


class ActorId(Reference):
    kind = "actors"


class ChipId(Reference):
    kind = "chips"


class ClaimId(Reference):
    kind = "claims"


class ConflictId(Reference):
    kind = "conflicts"


class EventId(Reference):
    kind = "events"


class RuleId(Reference):
    kind = "rules"


class SourceId(Reference):
    kind = "sources"
