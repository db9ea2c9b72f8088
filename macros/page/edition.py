"""Which edition of the dossier a page is of, and since when what it tells stands as it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..record.fields import Day


@dataclass(frozen=True)
class Edition:
    """A state of the project's history; without one, as in a copy of the files alone, nothing is known of it."""

    day: Day | None = None
    commit: str = ""
    """As much of its name as tells it from others."""
    changes: Mapping[str, Day] = field(default_factory=dict)
    """The day on which each file last changed, by its path below the project."""
    entered: Mapping[str, Day] = field(default_factory=dict)
    """The day on which each file was entered."""

    @property
    def last_change(self) -> Day | None:
        """The day of the last change of any record."""
        return max((day for path, day in self.changes.items() if path.startswith("data/")), default=None)


UNKNOWN = Edition()
