"""What several kinds of record share: the base of all, and closed lists and parts that stand in more than one.

A record is one YAML file; the file's name is the record's id and never stands inside it. Texts are bilingual, and may
point at figures and records in the syntax that ``reading/pointers.py`` documents. Every value of a closed list has its
label in both languages in ``wording/interface.yml``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from .fields import ActorId, ChipId, Day, Model, NonEmpty, PartialDate, Reference, RuleId, Text
from .walking import Location, texts, walk


class Record(Model, ABC):
    """One file under ``data/``."""

    folder: ClassVar[str]
    """The folder of the kind below ``data/``, and its name in references: ``[[claims/x]]``."""

    places: ClassVar[tuple[str, ...]]
    """Where a record is cited, below the root of a language, best first: ``claims/{id}/`` gives it a page of its
    own."""

    weight: ClassVar[float | None] = None
    """How much a record weighs in the search, where a section of prose weighs 1; None: the search does not know it."""

    is_needed: ClassVar[bool] = True
    """Whether pages need at least one record of the kind."""

    id: NonEmpty

    @property
    @abstractmethod
    def caption(self) -> Text | str:
        """The name by which a reader knows the record; a string is the same in both languages."""

    @property
    def page_title(self) -> Text | str:
        """The title of the record's page."""
        return self.caption

    @property
    def sort_key(self) -> tuple[object, ...]:
        """By what the records of the kind are sorted where pages list them."""
        return (self.id,)

    @property
    def description(self) -> Text:
        """One sentence on the record, for search engines, link previews, reference managers and hits of the search: its
        caption, if the kind has none."""
        return self.caption if isinstance(self.caption, Text) else Text(en=self.caption, ar=self.caption)

    @property
    def names(self) -> tuple[str, ...]:
        """Names in either language by which readers search for the record."""
        return ()

    @property
    def looked_at(self) -> Day | None:
        """The day on which it was last compared with its sources, where the record has one."""
        return None

    @property
    def search_weight(self) -> float | None:
        """How much this record weighs in the search."""
        return self.weight

    @property
    def dated(self) -> PartialDate | None:
        """The date by which a reader places the record, if it has one."""
        return None

    @property
    def judged(self) -> str | None:
        """How the record stands, as the key of an interface string: ``verdict.contradicted``."""
        return None

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where the record may be cited, below the root of a language: ``events/x/`` and ``timeline/#x``."""
        return tuple(place.format(id=self.id) for place in self.places)

    @property
    def address(self) -> str:
        """Where the record is told whole."""
        return self.addresses[0]

    @cached_property
    def texts(self) -> tuple[tuple[Location, str], ...]:
        """Every text, in each language, with its location."""
        return tuple(texts(self))

    @cached_property
    def strings(self) -> tuple[tuple[Location, str], ...]:
        """Whatever is written in it, texts or not, each with its location."""
        return tuple((location, value) for location, value in walk(self) if isinstance(value, str))

    @property
    def parts(self) -> tuple[tuple[Location, Model], ...]:
        """The record and every part of it, each with its location."""
        return (((), self), *self.inner_parts)

    @cached_property
    def inner_parts(self) -> tuple[tuple[Location, Model], ...]:
        """The same without the record: one that kept itself could not be compared with another of the same content."""
        return tuple((location, value) for location, value in walk(self) if location and isinstance(value, Model))

    @cached_property
    def references(self) -> tuple[tuple[Location, Reference], ...]:
        """Every reference in a field, with its location."""
        return tuple((location, value) for location, value in walk(self) if isinstance(value, Reference))

    @classmethod
    def is_paged(cls) -> bool:
        """Whether each record of the kind has a page of its own."""
        return cls.places[0] == f"{cls.folder}/{{id}}/"


class Level(StrEnum):
    high = "high"
    medium = "medium"
    low = "low"


class Verdict(StrEnum):
    supported = "supported"
    partly_supported = "partly-supported"
    contradicted = "contradicted"
    superseded = "superseded"
    not_verified = "not-verified"


class Basis(StrEnum):
    computed = "computed"
    document = "document"
    report = "report"


class Side(StrEnum):
    """On whose side an actor stands, and the lane of an event."""

    us = "us"
    congress = "congress"
    enforcement = "enforcement"
    china = "china"
    china_industry = "china-industry"
    nvidia = "nvidia"
    amd = "amd"
    supply = "supply"
    grey_market = "grey-market"
    media = "media"


class Standing(StrEnum):
    """How well a fact about a rule, a chip's figure or a condition is established."""

    verified = "verified"
    excerpt = "excerpt"
    reported = "reported"
    inferred = "inferred"
    unverified = "unverified"


class Authority(StrEnum):
    """Who states what was seen of a chip, the best first."""

    maker = "maker"
    maker_as_quoted = "maker-as-quoted"
    official = "official"
    database = "database"
    third_party = "third-party"


class About(Model):
    """What a claim, an event or a conflict is about."""

    actors: tuple[ActorId, ...] = ()
    chips: tuple[ChipId, ...] = ()
    rules: tuple[RuleId, ...] = ()
