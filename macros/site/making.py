"""How a build comes by what it makes: it makes everything, or, for a server, what depends on a change."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ..law.day import Law
from ..page.edition import Edition
from ..page.view import TEMPLATES, environment
from ..reading.dossier import Dossier
from ..reading.load import load
from ..reading.problems import together
from ..record.chip import Chip
from ..record.rule import Rule
from ..tools.staging import Staging
from ..wording.spelling import Spelling
from ..wording.strings import Strings
from .generated import GeneratedPage
from .history import edition
from .indexing import Documents, index
from .memory import Memory, signature, signatures
from .noting import Key, NotedDossier, NotedLaw, NotedStrings
from .templates import noted_templates
from .words import read_spelling, read_strings

T = TypeVar("T")

log = logging.getLogger("mkdocs.dossier")


@dataclass(frozen=True)
class Given:
    """What pages are made with."""

    dossier: Dossier
    law: Law
    strings: Strings
    spelling: Spelling
    templates: Environment
    edition: Edition


class Making:
    """Everything is made, from the files as they are now."""

    def __init__(self) -> None:
        self.titles: dict[str, str] = {}
        """The titles of the pages of prose, by source path, for the navigation of pages that are made without them."""
        self.pages: dict[str, GeneratedPage] = {}
        """The pages of records, by source path."""
        self._shared: dict[Hashable, Any] = {}

    def given(self, project: Path, pages: Path) -> Given:
        """What the files say. Raises DossierError."""
        records = partial(load, project / "data", pages, warn=log.warning)
        dossier, strings, spelling = together(records, read_strings, read_spelling)
        return Given(dossier, _law(dossier), strings, spelling, environment(), edition(project))

    def is_due(self, *names: str) -> bool:
        """Whether one of the things of these names must be made."""
        return True

    def is_there(self, file: File) -> bool:
        """Whether the site that is served has a file that is no page as it is now."""
        return False

    @contextmanager
    def noting(self, name: str, *keys: Key) -> Iterator[None]:
        """What is read inside is read for the thing of this name, and so are the keys."""
        yield

    def note(self, *key: str) -> None:
        """Something is read."""

    def once(self, name: str, make: Callable[[], T], *keys: Key, after: str = "") -> T:
        """The thing of this name, made if it is due, or what it is made ``after``; the keys are read for it beside
        what it notes."""
        return make()

    def packed(self, name: str, make: Callable[[], tuple[str, ...]], *keys: Key, after: str = "") -> tuple[str, ...]:
        """The same for texts of a page: there are thousands, and they are large."""
        return make()

    def shared(self, key: Hashable, make: Callable[[], T]) -> T:
        """What pages of one build share, made when the first needs it; the key says all by which it differs."""
        if key not in self._shared:
            self._shared[key] = make()
        return cast(T, self._shared[key])

    def compare(self, made: Mapping[str, object]) -> None:
        """Of things by their names that others read: those that differ from before make these due."""

    def compare_files(self, names: set[str]) -> None:
        """The same of which files there are, by their source paths."""

    def theme(self, templates: Environment) -> Environment:
        """The theme's templates; MkDocs offers new ones to each build."""
        return templates

    def publish(
        self,
        staging: Staging,
        files: set[str],
        documents: Callable[[], Mapping[str, Documents]],
        data: Callable[[], Mapping[str, bytes]],
    ) -> None:
        """Have the search index its documents, add the data as a whole, and put the site in its place; ``files`` are
        the paths of its other files."""
        index(documents(), staging.folder)
        staging.add(data())
        staging.publish()


class Remaking(Making):
    """What depends on a change since the last good build is made, and the rest is as it was."""

    def __init__(self, memory: Memory, config: MkDocsConfig):
        super().__init__()
        self._memory, self._config = memory, config
        self._served = Path(config.site_dir)
        self._begun: set[str] = set()
        self._made: dict[str, object] = {}
        self._copied: dict[str, object] = {}
        self.titles, self.pages = memory.titles, memory.pages

    def given(self, project: Path, pages: Path) -> Given:
        memory, noter = self._memory, self._memory.noter
        records = partial(load, project / "data", pages, memory.shelf, log.warning)
        dossier, strings, spelling = together(records, memory.strings, memory.spelling)
        self._state = memory.state(self._config, dossier, strings)
        self._is_served = memory.good is not None and memory.is_whole(self._served)
        if not self._is_served:
            memory.forget()
        memory.turn_to(self._state)
        sources = (dossier.all(Rule), dossier.all(Chip), dossier.current_to)
        law = memory.keep("law", sources, lambda: noter.asked(lambda: _law(dossier)))
        return Given(
            NotedDossier.of(dossier, noter),
            NotedLaw(law, noter),
            NotedStrings(strings, noter),
            spelling,
            memory.keep("templates", signatures(TEMPLATES), lambda: noted_templates(noter)),
            self._state.edition,
        )

    def is_due(self, *names: str) -> bool:
        return any(map(self._memory.is_due, names))

    def is_there(self, file: File) -> bool:
        if file.is_documentation_page():
            return False
        path = file.abs_src_path
        now = (path, signature(Path(path))) if path else file.content_bytes
        self._copied[file.dest_uri] = now
        return self._memory.copied.get(file.dest_uri) == now

    @contextmanager
    def noting(self, name: str, *keys: Key) -> Iterator[None]:
        self._memory.stale.add(name)  # until it is published
        with self._memory.noter.making() as reads:
            yield
        before = self._memory.reads[name] if name in self._begun else frozenset()
        self._memory.reads[name] = before | reads | set(keys)
        self._begun.add(name)

    def note(self, *key: str) -> None:
        self._memory.noter.note(*key)

    def once(self, name: str, make: Callable[[], T], *keys: Key, after: str = "") -> T:
        known = cast(T, self._memory.made.get(name))
        if not self.is_due(name, *filter(None, [after])):
            return known
        with self.noting(name, *keys):
            made = make()
        self._made[name] = known if made == known else made
        return cast(T, self._made[name])

    def packed(self, name: str, make: Callable[[], tuple[str, ...]], *keys: Key, after: str = "") -> tuple[str, ...]:
        """What is kept is packed, to a fifth of its size."""

        def packed() -> bytes:
            return zlib.compress("\0".join(make()).encode(), 1)

        return tuple(zlib.decompress(self.once(name, packed, *keys, after=after)).decode().split("\0"))

    def shared(self, key: Hashable, make: Callable[[], T]) -> T:
        """Whatever is read for it is read for each page that shares it."""

        def noted() -> tuple[T, set[Key]]:
            with self._memory.noter.making() as reads:
                return make(), reads

        made, reads = super().shared(key, noted)
        self._memory.noter.note_all(reads)
        return made

    def compare(self, made: Mapping[str, object]) -> None:
        before = self._memory.made
        self._memory.mark({("made", name) for name, thing in made.items() if before.get(name) != thing})
        self._made |= made

    def compare_files(self, names: set[str]) -> None:
        self._memory.mark({("file", name) for name in names ^ self._memory.files})
        self._files = names

    def theme(self, templates: Environment) -> Environment:
        return self._memory.keep("theme", self._state.theme, lambda: templates)

    def publish(
        self,
        staging: Staging,
        files: set[str],
        documents: Callable[[], Mapping[str, Documents]],
        data: Callable[[], Mapping[str, bytes]],
    ) -> None:
        """Only what was made anew is put into the site that is served, and the index follows in the background. The
        data as a whole is not made: every edit would change all of it, and nobody edits for its sake."""
        memory = self._memory
        if self._is_served:
            staging.lay_over(memory.served - files)
        else:
            staging.publish()
        memory.good, memory.served, memory.copied = self._state, files, self._copied
        memory.files = self._files
        found = documents()
        memory.made |= self._made
        memory.stale.clear()
        memory.index.begin(found, staging.site)


def _law(dossier: Dossier) -> Law:
    """The law as of the latest finding."""
    return Law(dossier.all(Rule), dossier.all(Chip), dossier.current_to.first_day)
