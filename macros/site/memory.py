"""What one build of a server hands on to the next: what was made, and what it was made from, so that only what depends
on a change is made again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.meta import get_data

from ..page.edition import Edition
from ..page.view import TEMPLATES
from ..reading.dossier import Dossier
from ..reading.files import ABSENT, Signature
from ..reading.files import signature as signature_of
from ..reading.load import Shelf
from ..reading.prose import pages
from ..reading.redirects import REDIRECTS
from ..record.kinds import BY_FOLDER
from ..wording.spelling import RULES, Spelling
from ..wording.strings import INTERFACE, Strings
from .generated import GeneratedPage
from .history import edition, head
from .indexing import BackgroundIndex
from .noting import LAW, STRINGS, Key, Noter, changed
from .templates import fingerprints
from .words import read_spelling, read_strings

T = TypeVar("T")
K = TypeVar("K")
Signatures = dict[str, Signature]

THEME: Key = ("theme",)
"""The theme's templates and files."""


def signature(path: Path) -> Signature:
    """The signature of a file, or that of no file."""
    try:
        return signature_of(path.stat())
    except OSError:
        return ABSENT


def signatures(folder: Path, pattern: str = "*") -> Signatures:
    """The files below a folder."""
    return {path.relative_to(folder).as_posix(): signature(path) for path in folder.rglob(pattern) if path.is_file()}


@dataclass(frozen=True)
class State:
    """What pages are made of."""

    dossier: Dossier
    strings: Strings
    templates: dict[Key, str]
    """The fingerprints of templates and macros."""
    prose: Signatures
    heads: dict[str, str]
    """What the titles of the pages of prose are taken from, by source path: every page shows those of its language."""
    theme: Signatures
    edition: Edition
    settings: tuple[object, ...]
    """MkDocs' configuration with all that it takes from elsewhere, the redirects and the rules of the search: with
    others, or in another edition, everything is another."""


READ_ONCE = (
    "**/*.py",
    "record/*.yml",
    "wording/citation_styles/*.json",
    "figures/fonts/*.ttf",
    "theme/assets/fonts/*.woff2",
)
"""What a process reads once, below ``macros/``: code, meanings of fields, forms of citations, and typefaces of
figures."""


def _read_once(project: Path) -> dict[str, bytes]:
    """The hashes of these files, by their paths."""
    files = (path for pattern in READ_ONCE for path in (project / "macros").glob(pattern) if path.is_file())
    return {path.relative_to(project).as_posix(): hashlib.sha256(path.read_bytes()).digest() for path in sorted(files)}


def _watched(config: MkDocsConfig) -> dict[Path, Signature]:
    """The files that a server watches, as they are now."""
    watched = map(Path, [config.docs_dir, config.config_file_path, *config.watch])
    paths = {path for each in watched for path in ([each] if each.is_file() else each.rglob("*"))}
    return {path: signature(path) for path in paths if path.is_file() and "__pycache__" not in path.parts}


def _head(page: Path) -> str:
    """The title that a page has in its head; without one, its whole text, since the title may be anywhere in it."""
    text, head = get_data(page.read_text(encoding="utf-8-sig"))
    return str(head.get("title", text))


@dataclass
class Memory:
    """Lives as long as the server. ``good`` is the state of the site that is served; None before the first."""

    project: Path
    shelf: Shelf = field(default_factory=Shelf)
    noter: Noter = field(default_factory=Noter)
    good: State | None = None
    served: set[str] = field(default_factory=set)
    """The files of the site that is served."""
    copied: dict[str, object] = field(default_factory=dict)
    """What its files that are no pages were copied from, by their places in it."""
    files: set[str] = field(default_factory=set)
    """The source paths of all its files."""
    reads: dict[str, frozenset[Key]] = field(default_factory=dict)
    """What each thing was made from, by the thing's name: of a page, its source path."""
    made: dict[str, Any] = field(default_factory=dict)
    """The things of the site that is served, except for its pages."""
    pages: dict[str, GeneratedPage] = field(default_factory=dict)
    """The pages of records, by source path."""
    titles: dict[str, str] = field(default_factory=dict)
    """The titles of the pages of prose, for the navigation of pages that are made without them."""
    stale: set[str] = field(default_factory=set)
    """The names of what must be made again before a build is good."""
    index: BackgroundIndex = field(default_factory=BackgroundIndex)
    kept: dict[str, tuple[object, Any]] = field(default_factory=dict)
    """What was computed from values that can be compared, with these values."""

    def __post_init__(self) -> None:
        self.noter.watch(BY_FOLDER)
        self._read = _read_once(self.project)

    def look(self, config: MkDocsConfig) -> None:
        """See what a server will watch: it begins only after its first build."""
        self._seen = _watched(config)

    def has_missed(self, config: MkDocsConfig) -> bool:
        """Whether something is not any more as it was when this looked the last time."""
        before = self._seen
        self.look(config)
        return self._seen != before

    def outdated(self) -> Iterator[str]:
        """The files that are not any more as this process has read them, and does not read them again."""
        now = _read_once(self.project)
        for name in sorted(_differing(self._read, now)):
            yield f"{name} {'has changed' if name in now else 'is gone'}"

    def keep(self, name: str, given: object, make: Callable[[], T]) -> T:
        """What was made before from the same values, or what is made now."""
        if name not in self.kept or self.kept[name][0] != given:
            self.kept[name] = (given, make())
        return cast(T, self.kept[name][1])

    def strings(self) -> Strings:
        """The interface strings."""
        return self.keep("strings", signatures(INTERFACE.parent, INTERFACE.name), read_strings)

    def spelling(self) -> Spelling:
        """How the search reads words."""
        return self.keep("spelling", signatures(RULES.parent, RULES.name), read_spelling)

    def state(self, config: MkDocsConfig, dossier: Dossier, strings: Strings) -> State:
        """The state of the project's files."""
        docs = Path(config.docs_dir)
        templates: dict[Key, str] = {}
        for name, now in signatures(TEMPLATES).items():
            templates |= self.keep(f"template {name}", now, partial(fingerprints, name))
        return State(
            dossier,
            strings,
            templates,
            signatures(docs, "*.md"),
            {path.relative_to(docs).as_posix(): _head(path) for path in pages(docs)},
            signatures(self.project / "macros/theme"),
            self.keep("edition", head(self.project), partial(edition, self.project)),
            (
                config.site_url,
                repr(config.user_configs),
                signature(self.project / REDIRECTS),
                signature(RULES),
            ),
        )

    def is_whole(self, site: Path) -> bool:
        """Whether the site that is served has lost none of its files: whoever clears a folder of what is old takes
        one after another."""
        return all(os.path.exists(f"{site}/{name}") for name in self.served)  # noqa: PTH110 (they are many)

    def forget(self) -> None:
        """Have everything made anew."""
        self.stale |= self.reads.keys()
        self.pages.clear()
        self.copied.clear()

    def turn_to(self, now: State) -> None:
        """Mark what a change makes stale, of all that was made for the state that is served."""
        before = self.good
        if before is None or (before.settings, before.edition) != (now.settings, now.edition):
            self.forget()
            return
        keys = changed(before.dossier, now.dossier)
        keys |= {("string", key) for key in _differing(before.strings, now.strings)}
        keys |= {STRINGS} if before.strings.keys() != now.strings.keys() else set()
        keys |= _differing(before.templates, now.templates)
        keys |= {("prose", name) for name in _differing(before.prose, now.prose)}
        keys |= {("titles", name[:2]) for name in _differing(before.heads, now.heads)}
        keys |= {THEME} if before.theme != now.theme else set()
        keys |= {LAW} if not keys.isdisjoint(self.noter.law) else set()
        self.mark(keys)

    def mark(self, keys: set[Key]) -> None:
        """Mark as stale what was made from one of these."""
        self.stale |= {name for name, read in self.reads.items() if not keys.isdisjoint(read)}

    def is_due(self, name: str) -> bool:
        """Whether a thing must be made: it never was, or it is stale."""
        return name in self.stale or name not in self.reads


def _differing(before: Mapping[K, object], now: Mapping[K, object]) -> set[K]:
    """The keys whose values differ."""
    return {name for name in {*before, *now} if before.get(name) != now.get(name)}
