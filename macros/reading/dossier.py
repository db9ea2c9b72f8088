"""All records, and how to find them: one immutable Dossier."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast, overload

from ..record.actor import Actor
from ..record.chip import Chip
from ..record.claim import Claim
from ..record.conflict import Conflict
from ..record.event import Event
from ..record.fields import (
    ActorId,
    ChipId,
    ClaimId,
    ConflictId,
    Day,
    EventId,
    Reference,
    RuleId,
    SourceId,
    StepId,
    Text,
)
from ..record.kinds import KINDS
from ..record.rule import Rule
from ..record.shared import Record
from ..record.source import ARTICLE, Source
from ..record.step import Step
from .pointers import pointers

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Dossier:
    """All records by folder and id, each kind in the order in which pages list it."""

    records: Mapping[str, Mapping[str, Record]]

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind, in their order."""
        return tuple(cast("Mapping[str, R]", self.records[kind.folder]).values())

    @overload
    def __getitem__(self, reference: ActorId) -> Actor: ...
    @overload
    def __getitem__(self, reference: ChipId) -> Chip: ...
    @overload
    def __getitem__(self, reference: ClaimId) -> Claim: ...
    @overload
    def __getitem__(self, reference: ConflictId) -> Conflict: ...
    @overload
    def __getitem__(self, reference: EventId) -> Event: ...
    @overload
    def __getitem__(self, reference: RuleId) -> Rule: ...
    @overload
    def __getitem__(self, reference: SourceId) -> Source: ...
    @overload
    def __getitem__(self, reference: StepId) -> Step: ...
    def __getitem__(self, reference: Reference) -> Record:
        """The record that a field refers to. Raises KeyError, which the checks of the dossier rule out."""
        return self.records[reference.folder][reference]

    def find(self, folder: str, id: str) -> Record | None:
        """The record of that folder and id, or None."""
        return self.records.get(folder, {}).get(id)

    def suggestion(self, folder: str, id: str) -> str:
        """ " (did you mean 'x'?)" for the nearest id of the kind, or nothing."""
        near = difflib.get_close_matches(id, self.records.get(folder, {}), cutoff=0.5)
        return f" (did you mean '{near[0]}'?)" if near else ""

    @cached_property
    def _citing(self) -> dict[tuple[str, str], dict[str, dict[str, Record]]]:
        """For each record that is referred to, those that refer to it, by folder and id."""
        found: dict[tuple[str, str], dict[str, dict[str, Record]]] = {}
        for folder, records in self.records.items():
            for record in records.values():
                for target in _targets(record):
                    found.setdefault(target, {}).setdefault(folder, {})[record.id] = record
        return found

    def citing(self, record: Record, kind: type[R]) -> tuple[R, ...]:
        """The records of a kind that refer to a record, in a field or in a text, in the order of their kind."""
        found = self._citing.get((record.folder, record.id), {}).get(kind.folder, {})
        return tuple(cast(R, other) for other in found.values() if other is not record)

    def cited_by(self, record: Record) -> tuple[tuple[type[Record], tuple[Record, ...]], ...]:
        """All records that refer to a record, by kind, in the order of the kinds."""
        found = ((kind, self.citing(record, kind)) for kind in KINDS)
        return tuple((kind, records) for kind, records in found if records)

    def publisher(self, source: Source) -> Actor | Text:
        """Who published a source: an actor, or a name."""
        return source.publisher if isinstance(source.publisher, Text) else self[source.publisher]

    @property
    def article(self) -> Source:
        """The article that the dossier examines."""
        return self[ARTICLE]

    @cached_property
    def current_to(self) -> Day:
        """The date of the latest finding."""
        return max(finding.date for claim in self.all(Claim) for finding in claim.findings)


def _targets(record: Record) -> Iterator[tuple[str, str]]:
    for _, reference in record.references:
        yield reference.folder, str(reference)
    for _, text in record.texts:
        for pointer in pointers(text):
            yield pointer.folder, pointer.id
