"""What a page reads is noted while it is made, so that after a change only the pages that read it are made again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from ..law.day import Law
from ..reading.dossier import Dossier
from ..record.chip import Chip
from ..record.fields import Day
from ..record.rule import Rule
from ..record.shared import Record
from ..wording.strings import Strings

R = TypeVar("R", bound=Record)

Key = tuple[str, ...]
"""Something that can be read: ``("field", "claims", "x", "findings")``, ``("all", "claims")``, ``("string",
"kind.claims")``."""

LAW: Key = ("law",)
CURRENT_TO: Key = ("current to",)
STRINGS: Key = ("strings",)
"""Which interface strings there are."""


class Noter:
    """Keeps the keys that are read while one thing is made. Outside of that nothing is noted."""

    def __init__(self) -> None:
        self._reads: set[Key] | None = None
        self.law: set[Key] = {("all", Rule.folder), ("all", Chip.folder), CURRENT_TO}
        """What the law has read so far to answer whoever asked it."""

    def note(self, *key: str) -> None:
        if self._reads is not None:
            self._reads.add(key)

    def note_all(self, keys: set[Key]) -> None:
        if self._reads is not None:
            self._reads |= keys

    @contextmanager
    def making(self) -> Iterator[set[Key]]:
        """What is read inside goes into the set; what was being made before goes on afterwards."""
        before, self._reads = self._reads, set()
        try:
            yield self._reads
        finally:
            self._reads = before

    def asked(self, answer: Callable[[], Any]) -> Any:
        """An answer of the law. Whoever asks has read the law; what the law reads to answer is noted as the law's."""
        self.note(*LAW)
        with self.making() as reads:
            found = answer()
        self.law |= reads
        return found

    def watch(self, kinds: Mapping[str, type[Record]]) -> None:
        """Note from now on each field of each record that is read. For a server only: it slows every reading a
        little."""
        for kind in kinds.values():
            for name in kind.model_fields:
                setattr(kind, name, self._field(kind.folder, name))

    def _field(self, folder: str, name: str) -> property:
        """A field whose value lies where it always did, and whose reading is noted."""

        def read(record: Record) -> Any:
            values = record.__dict__
            if self._reads is not None:
                self._reads.add(("field", folder, values["id"], name))
            return values[name]

        return property(read)


class NotedStrings(dict[str, Any]):
    """Interface strings of which each reading is noted."""

    def __init__(self, strings: Strings, noter: Noter):
        super().__init__(strings)
        self._noter = noter

    def __getitem__(self, key: str) -> Any:
        self._noter.note("string", key)
        return super().__getitem__(key)

    def __iter__(self) -> Iterator[str]:
        self._noter.note(*STRINGS)
        return super().__iter__()


class NotedDossier(Dossier):
    """A dossier of which lists, backlinks and the date of the latest finding are noted; fields are noted by the
    records."""

    noter: Noter

    @classmethod
    def of(cls, dossier: Dossier, noter: Noter) -> NotedDossier:
        """The same records; what they cite is computed before any page asks."""
        noted = cls(dossier.records)
        object.__setattr__(noted, "noter", noter)
        noted.__dict__["_citing"] = dossier._citing
        noted.__dict__["latest"] = dossier.current_to
        return noted

    def find(self, folder: str, id: str) -> Record | None:
        self.noter.note("field", folder, id, "id")  # whether there is such a record
        return super().find(folder, id)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        self.noter.note("all", kind.folder)
        return super().all(kind)

    def citing(self, record: Record, kind: type[R]) -> tuple[R, ...]:
        self.noter.note("citing", record.folder, record.id, kind.folder)
        return super().citing(record, kind)

    @property
    def current_to(self) -> Day:
        self.noter.note(*CURRENT_TO)
        return cast(Day, self.__dict__["latest"])


class NotedLaw(Law):
    """The law, which notes that it is asked, and what it reads to answer."""

    def __init__(self, law: Law, noter: Noter):
        self._law, self._noter = law, noter

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("_"):
            return super().__getattribute__(name)
        noter, law = self._noter, self._law
        found = noter.asked(lambda: getattr(law, name))
        return (lambda *given, **named: noter.asked(lambda: found(*given, **named))) if callable(found) else found


def changed(before: Dossier, after: Dossier) -> set[Key]:
    """The keys of which a reader would find another value in the second dossier than in the first."""
    keys: set[Key] = set()
    for folder, records in after.records.items():
        known = before.records[folder]
        if list(records) != list(known):
            keys.add(("all", folder))
        for id in {*records, *known}:
            keys |= {("field", folder, id, name) for name in _fields_changed(known.get(id), records.get(id))}
    cited, citing = before._citing, after._citing
    for target in {*cited, *citing}:
        was, now = cited.get(target, {}), citing.get(target, {})
        keys |= {
            ("citing", *target, folder)
            for folder in {*was, *now}
            if list(was.get(folder, ())) != list(now.get(folder, ()))
        }
    if before.current_to != after.current_to:
        keys.add(CURRENT_TO)
    return keys


def _fields_changed(before: Record | None, after: Record | None) -> Iterator[str]:
    """The fields in which two states of a record differ; all of them if it was added or taken away."""
    if before is None or after is None:
        yield from (name for record in (before, after) if record for name in type(record).model_fields)
    elif before is not after:
        yield from (name for name in type(after).model_fields if getattr(before, name) != getattr(after, name))
