"""What a check is: it looks at a record, by itself or among all, and yields what is wrong with it; none prints."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date as Date
from functools import cached_property
from typing import Any

from ...record.actor import Actor
from ...record.chip import Chip
from ...record.claim import Claim
from ...record.event import Event
from ...record.fields import Day, PartialDate, SourceId, Text
from ...record.rule import GateKind, Rule
from ...record.shared import Record
from ...record.source import ARTICLE, Source
from ..dossier import Dossier
from ..pointers import Pointer
from ..problems import Problem
from ..yaml_file import Document

Marks = Callable[[Any], Iterable[Hashable]]
"""Yields what no two records of a kind are to have in common."""


_UNWRITTEN = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670]")
"""What Arabic is read without: the marks of vowels and of doubling, and the stroke that lengthens a word."""

_ALEFS = str.maketrans("أإآٱ", "اااا")


def plain(name: str) -> str:
    """A name in which neither case, white space and the sign that ends a sentence nor, in Arabic, marks and the hamza
    of an alef count."""
    return " ".join(_UNWRITTEN.sub("", name).translate(_ALEFS).casefold().split()).strip(" .!?؟…")


@dataclass(frozen=True)
class Reading:
    """The records that could be read, and the folder and id of every file, of those that could not be read as well."""

    dossier: Dossier
    files: Collection[tuple[str, str]]
    _bearers: dict[tuple[type[Record], Marks], dict[Hashable, list[str]]] = field(default_factory=dict)

    def bearers(self, kind: type[Record], marks: Marks, mark: Hashable) -> list[str]:
        """The ids of the records of a kind that bear a mark, in their order; ``marks`` yields those of a record. They
        are gathered once, since every record of the kind asks."""
        bearers = self._bearers.get((kind, marks))
        if bearers is None:
            bearers = self._bearers[kind, marks] = {}
            for record in self.dossier.all(kind):
                for one in marks(record):
                    bearers.setdefault(one, []).append(record.id)
        return bearers.get(mark, [])

    @cached_property
    def longest_name(self) -> int:
        """The letters of the longest name of an actor or a publisher: most texts are longer, and are none."""
        publishers = (source.publisher for source in self.dossier.all(Source))
        names = [publisher.en for publisher in publishers if isinstance(publisher, Text)]
        return max(map(len, (*names, *(name for actor in self.dossier.all(Actor) for name in actor.names))), default=0)

    @cached_property
    def newest(self) -> Date | None:
        """The day of the newest of sources and of events that are not only expected."""
        known = [source.date for source in self.dossier.all(Source) if source.date]
        known += [event.date for event in self.dossier.all(Event) if not event.expected]
        return max((date.first_day for date in known), default=None)

    @cached_property
    def article_from(self) -> PartialDate | None:
        """The date of the article or, if it shows none, of the newest text that it retells, which is no younger."""
        article = self.source(ARTICLE)
        if article is None or article.date:
            return article.date if article else None
        origins = (self.source(id) for id in article.derived_from)
        return max((source.date for source in origins if source and source.date), default=None)

    def is_known(self, pointer: Pointer) -> bool:
        """Whether a pointer leads to a file that could not be read: that has problems of its own, this is none."""
        beside = (pointer.field or "").partition("/")[2]
        return any(self._is_lost(*file) for file in ((pointer.folder, pointer.id), (Chip.folder, beside)))

    def _is_lost(self, folder: str, id: str) -> bool:
        return (folder, id) in self.files and self.dossier.find(folder, id) is None

    def is_whole(self, kind: type[Record]) -> bool:
        """Whether all records of a kind could be read: else nothing can be said of what none of them has."""
        return kind.folder not in self._lost

    @cached_property
    def _lost(self) -> frozenset[str]:
        """The folders of records of which one could not be read."""
        return frozenset(folder for folder, id in self.files if self._is_lost(folder, id))

    @cached_property
    def gates(self) -> dict[str, GateKind]:
        """The gates that rules have, and on what each depends."""
        return {gate.id: gate.kind for rule in self.dossier.all(Rule) for gate in rule.gates}

    @cached_property
    def current_to(self) -> Day | None:
        """The day to which the record is current; None if it could not be read."""
        return self.dossier.current_to if self.dossier.all(Claim) else None

    def source(self, reference: SourceId) -> Source | None:
        """A source that could be read."""
        found = self.dossier.find(Source.folder, reference)
        return found if isinstance(found, Source) else None

    def parents(self, reference: SourceId) -> tuple[SourceId, ...]:
        """The sources that one retells; none of one that could not be read."""
        found = self.source(reference)
        return found.derived_from if found else ()

    def sources(self, references: tuple[SourceId, ...]) -> tuple[Source, ...] | None:
        """Sources; None if there are none, or if one could not be read, so that nothing can be said of them all."""
        found = tuple(source for reference in references if (source := self.source(reference)))
        return found if found and len(found) == len(references) else None


OwnCheck = Callable[[Record, Document], Iterator[Problem]]
"""Looks at a record by itself: what it finds holds until the record's file changes."""

Check = Callable[[Reading, Record, Document], Iterator[Problem]]
"""Looks at a record among all."""
