"""What the fields of records are made of: bilingual texts, dates, numbers and references to other records."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, ClassVar
from unicodedata import category
from urllib.parse import quote, unquote

from babel import Locale, UnknownLocaleError
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    HttpUrl,
    PlainSerializer,
    Strict,
    StringConstraints,
    ValidationInfo,
    field_validator,
)
from pydantic_core import CoreSchema, core_schema

from .hosts import is_public
from .letters import JOINERS, UNSEEN, misleading

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PARTIAL_DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
RESERVED_IDS = frozenset(
    {
        "index",
        "readme",
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
    }
)
"""Names that MkDocs takes for the page of a whole folder, and Windows for devices, whatever ending they have."""

LONGEST_ID = 100
"""So many letters leave room for the endings of the files that are named after a record."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Between these lies every date of which a record speaks."""

UNKNOWN_DATE = "9999"
"""Sorts after every date."""

AN_ID = f"small Latin letters and digits, with single hyphens between them, {LONGEST_ID} at most, kept by no system"
"""How messages say what is an id."""

UNENCRYPTED = frozenset(
    {
        "3.127.128.221",
        "dianzi.huashangw.com",
        "en.people.cn",
        "peoplenewstoday.com",
        "stage.exportcompliancedaily.com",
        "stage.internationaltradetoday.com",
        "stage.tradelawdaily.com",
        "www.technews.lt",
    }
)
"""Hosts whose pages were found at ``http:`` addresses, and not shown to have others: what was read there keeps its
address. Every other host is led to by ``https:`` alone."""

_SECRET = re.compile(
    r"(?:^|[&;?])(?:[\w-]*(?:token|passw(?:or)?d|pwd|secret|api_?key|signature)|auth|jwt|sid|\w*sessionid)=", re.I
)
"""Fields of a query or of a fragment that hold what lets one person in."""

_NOBODY = re.compile(r"\s*\w+:[/\\]*:?@")
"""Where an address has the sign of credentials and none."""

LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")
ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")
CHINESE_LETTER = re.compile(r"[\u4e00-\u9fff]")


def is_id(name: str) -> bool:
    """Whether a file's name can be a record's id, and so part of addresses."""
    return re.fullmatch(ID_PATTERN, name) is not None and name not in RESERVED_IDS and len(name) <= LONGEST_ID


class Model(BaseModel):
    """The base of every record and part of a record: frozen, and strict about unknown fields. What each field means
    stands in ``meanings.yml``."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def arabic(text: str) -> str:
    """A text, if it is in Arabic. Raises ValueError."""
    if not ARABIC_LETTER.search(text):
        raise ValueError("expected Arabic, found no Arabic letter")
    return text


def english(text: str) -> str:
    """A text, if it is in English: words of other scripts may be named in it. Raises ValueError."""
    latin = len(LATIN_LETTER.findall(text))
    if sum(map(str.isalpha, text)) - latin > latin:
        raise ValueError("expected English, found another script")
    if not latin and "%" not in text:
        raise ValueError("expected English, found no letter of it")
    return text


def _chinese(text: str) -> str:
    if not CHINESE_LETTER.search(text):
        raise ValueError("expected Chinese, found no Chinese letter")
    return text


def _worded(text: str) -> str:
    if text and not any(letter.isalnum() or letter == "%" for letter in text):
        raise ValueError(f"expected words, found {text!r}")
    if "\n" in text or "\t" in text:
        raise ValueError("holds a line break or a tab; expected one line, or a text that is folded ('>-')")
    if wrong := next(misleading(text), None):
        raise ValueError(wrong)
    return text


def _written(address: Any) -> Any:
    """A sign of credentials without any is gone from an address that was read."""
    if isinstance(address, str) and _NOBODY.match(address):
        raise ValueError("'@' with no name before it; expected an address without it")
    return address


def _public(url: HttpUrl) -> HttpUrl:
    if url.username is not None or url.password is not None:
        raise ValueError(f"'{url.host}' with a name or a password; expected an address that anybody may open")
    if url.port == 0:
        raise ValueError("port 0 is none; expected an address without a port")
    if not is_public(url.host or ""):
        raise ValueError(f"'{url.host}' is no host of the internet; expected one such as example.org")
    if url.scheme != "https" and url.host not in UNENCRYPTED:
        raise ValueError(f"'{url.scheme}:' is not encrypted; expected 'https:' of every host not listed as without it")
    query, fragment = unquote(url.query or ""), unquote(url.fragment or "")
    if secret := _SECRET.search(query) or _SECRET.search(fragment):
        raise ValueError(f"'{secret[0].strip('&;?=')}' lets one person in; expected an address that anybody may open")
    hidden = (sign for sign in unquote(str(url)) if category(sign) in UNSEEN and sign not in JOINERS)
    if found := next(hidden, None):
        raise ValueError(f"'{quote(found)}' is a character that no reader sees; expected an address without it")
    return url


def _spoken(code: str) -> str:
    try:
        Locale.parse(code, sep="-")
    except UnknownLocaleError:
        raise ValueError(f"no language '{code}' is known; expected one such as en or zh-Hant") from None
    return code


LONGEST_TEXT = 10_000
"""So many letters has no text that somebody reads on a page."""

NonEmpty = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT), AfterValidator(_worded)]
Id = Annotated[str, Field(pattern=ID_PATTERN)]
English = Annotated[NonEmpty, AfterValidator(english)]
Chinese = Annotated[NonEmpty, AfterValidator(_chinese)]
Url = Annotated[HttpUrl, BeforeValidator(_written), AfterValidator(_public), PlainSerializer(str)]
LanguageCode = Annotated[
    str,
    Field(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$", description="BCP 47, for example en or zh-Hant"),
    AfterValidator(_spoken),
]

SMALLEST, LARGEST = 0.01, 1e12
"""Between these lies every number that a page shows: it rounds to two decimals, and nothing here has more zeros."""

Rate = Annotated[float, Strict(), Field(ge=0, le=LARGEST, allow_inf_nan=False)]
"""A number as it stands in the file: no text, no truth value, finite, and nothing negative."""

Amount = Annotated[float, Strict(), Field(ge=SMALLEST, le=LARGEST, allow_inf_nan=False)]
"""The same of what is there at all."""

Count = Annotated[int, Strict(), Field(ge=0, le=LARGEST)]
Position = Annotated[int, Strict(), Field(ge=1, le=10_000)]


class Text(Model):
    """One statement in both languages; the Arabic is written, not transliterated."""

    en: English
    ar: Annotated[NonEmpty, AfterValidator(arabic)]

    @field_validator("ar")
    @classmethod
    def _more_than_a_letter(cls, arabic: str, read: ValidationInfo) -> str:
        if len(ARABIC_LETTER.findall(arabic)) == 1 and len(LATIN_LETTER.findall(read.data.get("en", ""))) > 1:
            raise ValueError("expected Arabic, found one letter of it")
        return arabic

    def __getitem__(self, language: str) -> str:
        return self.ar if language == "ar" else self.en


class PartialDate(str):
    """A day, a month or a year in ISO 8601, as precise as its source. As text, partial dates sort in order of time."""

    @property
    def first_day(self) -> datetime.date:
        """The day itself, or the first day of the month or year."""
        return datetime.date.fromisoformat((self + "-01-01")[:10])

    @property
    def midnight(self) -> datetime.datetime:
        """The first moment of its first day, in UTC."""
        return datetime.datetime.combine(self.first_day, datetime.time(), datetime.UTC)

    @property
    def last_day(self) -> datetime.date:
        """The day itself, or the last day of the month or year."""
        first = self.first_day
        if self.is_day:
            return first
        year, month = (first.year + 1, 1) if len(self) == 4 or first.month == 12 else (first.year, first.month + 1)
        return datetime.date(year, month, 1) - datetime.timedelta(days=1)

    @property
    def is_day(self) -> bool:
        return len(self) == 10

    @property
    def previous(self) -> PartialDate:
        """The day, month or year before, as precise as this one."""
        return PartialDate((self.first_day - datetime.timedelta(days=1)).isoformat()[: len(self)])

    @property
    def month(self) -> PartialDate:
        """The date without its day."""
        return PartialDate(self[:7])

    def before(self, other: PartialDate) -> bool:
        """Whether this date lies before the other for certain, by what both of them say."""
        shared = min(len(self), len(other))
        return self[:shared] < other[:shared]

    @classmethod
    def read(cls, value: Any) -> PartialDate:
        """YAML reads 2025 as a number; a month and a day are text. Raises ValueError."""
        text = str(value) if type(value) is int else value
        if not isinstance(text, str) or not re.fullmatch(PARTIAL_DATE_PATTERN, text, re.ASCII):
            raise ValueError(f"'{value}' is not a date; expected YYYY-MM-DD, YYYY-MM or YYYY")
        date = cls(text)
        if not FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
            raise ValueError(f"'{value}' lies too far away; expected a year from {FIRST_YEAR} to {LAST_YEAR}")
        try:
            _ = date.first_day
        except ValueError:
            raise ValueError(f"'{value}' is not a date in the calendar; expected one that it has") from None
        return date

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {
            "type": ["string", "integer"],
            "pattern": PARTIAL_DATE_PATTERN,
            "description": "YYYY-MM-DD, YYYY-MM or YYYY",
        }


class Day(PartialDate):
    """A day in ISO 8601."""

    @classmethod
    def read(cls, value: Any) -> Day:
        """A day. Raises ValueError for a month, a year, or what is no date."""
        date = cls(super().read(value))
        if not date.is_day:
            raise ValueError(f"'{value}' is not a day; expected YYYY-MM-DD")
        return date

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


class Reference(str):
    """The id of another record; the dossier checks that the record exists."""

    folder: ClassVar[str]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(pattern=ID_PATTERN))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(schema) | {"description": f"the id of a record in data/{cls.folder}/"}


class ActorId(Reference):
    folder = "actors"


class ChipId(Reference):
    folder = "chips"


class ClaimId(Reference):
    folder = "claims"


class ConflictId(Reference):
    folder = "conflicts"


class EventId(Reference):
    folder = "events"


class RuleId(Reference):
    folder = "rules"


class SourceId(Reference):
    folder = "sources"


class StepId(Reference):
    folder = "steps"
