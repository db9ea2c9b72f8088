"""Sources: the original reports and documents, and how far each was read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, Field, HttpUrl, model_validator

from .fields import UNKNOWN_DATE, ActorId, Day, LanguageCode, Model, NonEmpty, PartialDate, SourceId, Text, Url
from .shared import Record

ARTICLE = SourceId("article")
"""The source that the dossier examines."""

_TAKEN = re.compile(r"^https://web\.archive\.org/web/(\d{4})(\d\d)(\d\d)\d{6}/")

_BETWEEN_AUTHORS = ", "
_NO_DIVIDER = re.compile(r"[,;/|&،؛，；、]|\b(?:and|und|et|و)\b", re.I)
_PART_OF_NAME = re.compile(r"(?:\w\.[ -]?)+|[^\s\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]*")
"""Initials alone, or one word of a script that sets spaces between the words of a name: neither Chinese, Japanese nor
Korean."""


def _named_as_read(author: str) -> str:
    names = author.split(_BETWEEN_AUTHORS)
    for name in names:
        if wrong := _NO_DIVIDER.search(name):
            raise ValueError(f"'{wrong[0]}' divides no names; expected '{_BETWEEN_AUTHORS}' between them")
        if len(names) > 1 and _PART_OF_NAME.fullmatch(name):
            raise ValueError(f"'{name}' is a part of a name; expected each as it is read, such as Ima Tarvel, Bo Ovrel")
    return author


Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class SourceKind(StrEnum):
    """What a source is: who answers for its text, the best first. That it retells another is ``derived_from``.

    - ``law``, ``bill``, ``official``: texts of a public body, the first two of law;
    - ``statement``: what one who holds office says in their own name: a letter, a release, a post;
    - ``filing``, ``maker``: what a company files, and what a maker or seller publishes of itself;
    - ``newsroom``, ``trade_press``: an editorial staff that reports, on everything or on one trade;
    - ``research``: a law firm, an analyst or a research body;
    - ``database``: a kept table of specifications;
    - ``translation``: a text that says the same as another, in another language;
    - ``retelling``: a page without reporting of its own; ``public_note``: a wiki, repository, forum or hobby page.
    """

    law = "law"
    bill = "bill"
    official = "official"
    statement = "statement"
    filing = "filing"
    maker = "maker"
    newsroom = "newsroom"
    research = "research"
    trade_press = "trade_press"
    database = "database"
    translation = "translation"
    retelling = "retelling"
    public_note = "public_note"


LOOSE = (SourceKind.retelling, SourceKind.public_note)
"""Kinds of which nobody answers for the text: if nothing better was read, they carry no more than a low confidence."""

OFFICIAL = (SourceKind.law, SourceKind.bill, SourceKind.official)
"""Kinds of which a public body answers for the text."""

ORIGINAL = (SourceKind.law, SourceKind.bill, SourceKind.filing)
"""Kinds that say what holds because they say it."""

OWN = (SourceKind.filing, SourceKind.maker)
"""Kinds in which a company speaks for itself."""

DOCUMENTS = (*OFFICIAL, SourceKind.statement, *OWN, SourceKind.translation)
"""Kinds of those who acted or decided themselves, or of such texts in another language: no report on them."""

ESTIMATING = (SourceKind.research, SourceKind.database)
"""Kinds whose numbers are estimates of their own."""


class Read(StrEnum):
    """How far a source was read."""

    full = "full"
    partial = "partial"
    translation = "translation"
    quoted = "quoted"
    none = "none"


READ = (Read.full, Read.partial, Read.translation)
"""Sources that were read, at least in part: not only where others quote them."""


class Extent(StrEnum):
    """How much of a copy was read."""

    full = "full"
    most = "most"
    passage = "passage"
    start = "start"
    headline = "headline"


class Copy(Model):
    """A page on which a source was read; never a source of its own."""

    url: Url | None = None
    language: LanguageCode
    extent: Extent
    note: Text | None = None


class SeedParagraph(Model):
    """The fingerprint of one paragraph of the article, and why it makes no claim, if it makes none."""

    sha256: Sha256
    no_claim: Text | None = None


class Source(Record):
    """The original report or document. Texts that retell it in their own words are sources with ``derived_from``."""

    folder: ClassVar[str] = "sources"
    places: ClassVar[tuple[str, ...]] = ("sources/{id}/",)
    weight: ClassVar[float | None] = 0.15

    kind: SourceKind
    publisher: ActorId | Text
    title: Text
    author: Annotated[NonEmpty, AfterValidator(_named_as_read)] | None = None
    date: PartialDate | None
    language: LanguageCode
    url: Url | None
    archived: Url | None = None
    address_note: Text | None = None
    read: Read
    read_note: Text | None = None
    copies: tuple[Copy, ...] = ()
    derived_from: tuple[SourceId, ...] = ()
    note: Text | None = None
    paragraphs: tuple[SeedParagraph, ...] = ()

    @model_validator(mode="after")
    def _paragraphs_are_the_article_s(self) -> Self:
        if self.paragraphs and self.id != ARTICLE:
            raise ValueError(f"paragraphs: those of '{ARTICLE}' are compared; expected none")
        return self

    @property
    def was_read(self) -> bool:
        """Whether it was read, at least in part, where a reader can find it as well."""
        return self.read in READ and bool(self.found_at)

    @property
    def authors(self) -> tuple[str, ...]:
        """The names of those who wrote it, each as it is read."""
        return tuple(self.author.split(_BETWEEN_AUTHORS)) if self.author else ()

    @property
    def archived_on(self) -> Day | None:
        """The day on which the Wayback Machine took its copy, which stands in the copy's address."""
        taken = _TAKEN.search(str(self.archived))
        return Day("-".join(taken.groups())) if taken else None

    @property
    def found_at(self) -> tuple[HttpUrl, ...]:
        """Where a reader finds it: at its own address, in an archive, or in its copies."""
        return tuple(url for url in (self.url, self.archived, *(copy.url for copy in self.copies)) if url)

    @property
    def caption(self) -> Text:
        return self.title

    @property
    def sort_key(self) -> tuple[object, ...]:
        return self.date or UNKNOWN_DATE, self.id

    @property
    def description(self) -> Text:
        return self.title

    @property
    def search_weight(self) -> float | None:
        """The text of a law is looked for by itself, and not by what it reports."""
        return 2 if self.kind is SourceKind.law else self.weight

    @property
    def dated(self) -> PartialDate | None:
        return self.date

    @property
    def names(self) -> tuple[str, ...]:
        return (self.title.en, self.title.ar) if self.kind is SourceKind.law else ()


def best(sources: Iterable[Source]) -> Source:
    """The source of the best kind; of two of one kind that which was read further. Raises ValueError without any."""
    return min(sources, key=lambda source: (list(SourceKind).index(source.kind), list(Read).index(source.read)))


def best_read(sources: Iterable[Source]) -> Source | None:
    """The best of those that were read at least in part where a reader finds them as well; None if none was."""
    read = [source for source in sources if source.was_read]
    return best(read) if read else None


def thin(sources: Iterable[Source]) -> bool:
    """Whether what rests on these is unsure, since nobody answers for the best of what was read, or nothing was."""
    found = best_read(sources)
    return found is None or found.kind in LOOSE
