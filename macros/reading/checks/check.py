"""What a check is: it looks at one record among all and yields what is wrong with it; none prints."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from ...record.claim import Claim
from ...record.fields import Day, SourceId
from ...record.shared import Record
from ...record.source import Source
from ..dossier import Dossier
from ..pointers import Pointer
from ..problems import Problem
from ..yaml_file import Document


@dataclass(frozen=True)
class Reading:
    """The records that could be read, and the folder and id of every file, of those that could not be read as well."""

    dossier: Dossier
    files: Container[tuple[str, str]]

    def is_known(self, pointer: Pointer) -> bool:
        """Whether a pointer leads to a file that could not be read: that has problems of its own, this is none."""
        here = (pointer.folder, pointer.id)
        return here in self.files and self.dossier.find(*here) is None

    @property
    def current_to(self) -> Day | None:
        """The day to which the record is current; None if it could not be read."""
        return self.dossier.current_to if self.dossier.all(Claim) else None

    def source(self, reference: SourceId) -> Source | None:
        """A source that could be read."""
        found = self.dossier.find(Source.folder, reference)
        return found if isinstance(found, Source) else None

    def sources(self, references: tuple[SourceId, ...]) -> tuple[Source, ...] | None:
        """Sources; None if there are none, or if one could not be read, so that nothing can be said of them all."""
        found = tuple(source for reference in references if (source := self.source(reference)))
        return found if found and len(found) == len(references) else None


Check = Callable[[Reading, Record, Document], Iterator[Problem]]
