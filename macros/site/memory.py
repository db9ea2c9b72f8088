"""What one build of a server hands on to the next: what each page read, so that only what depends on a change is
made again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.meta import get_data

from ..page.entry import Entry
from ..reading.dossier import Dossier
from ..reading.load import Shelf
from ..record.kinds import BY_FOLDER
from ..wording.spelling import RULES, Spelling
from ..wording.strings import INTERFACE, Strings, read_strings
from .drawings import Figure
from .indexing import BackgroundIndex
from .noting import Key, Noter, changed

T = TypeVar("T")
Signatures = dict[str, tuple[int, int]]
"""Time and size of files, by which a change of them shows."""


def signatures(folder: Path, pattern: str = "*") -> Signatures:
    """The files below a folder."""
    files = (path for path in folder.rglob(pattern) if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.stat().st_size) for path in files}


@dataclass(frozen=True)
class State:
    """What pages are made of."""

    dossier: Dossier
    strings: Strings
    templates: Signatures
    prose: Signatures
    heads: dict[str, str]
    """What the titles of the pages of prose are taken from, by source path: every page shows those of its language."""
    frame: tuple[object, ...]
    """The theme and MkDocs' configuration: with another frame every page is another."""

    @classmethod
    def now(cls, project: Path, config: MkDocsConfig, dossier: Dossier, strings: Strings) -> State:
        """The state of the project's files."""
        docs, settings = Path(config.docs_dir), Path(config.config_file_path)
        theme = signatures(project / "macros/theme")
        return cls(
            dossier,
            strings,
            signatures(project / "macros/templates"),
            signatures(docs, "*.md"),
            {path.relative_to(docs).as_posix(): _head(path) for path in docs.rglob("*.md")},
            (
                theme,
                signatures(RULES.parent, RULES.name),
                config.site_url,
                settings.stat().st_mtime_ns,
                settings.stat().st_size,
            ),
        )


def _head(page: Path) -> str:
    """The title that a page has in its head; without one, its whole text, since the title may be anywhere in it."""
    text, head = get_data(page.read_text(encoding="utf-8"))
    return str(head.get("title", text))


@dataclass(frozen=True)
class Found:
    """An entry of the search, and its document."""

    entry: Entry
    document: str


@dataclass
class Memory:
    """Lives as long as the server. ``good`` is the state of the site that is served; None before the first."""

    shelf: Shelf = field(default_factory=Shelf)
    noter: Noter = field(default_factory=Noter)
    good: State | None = None
    reads: dict[str, frozenset[Key]] = field(default_factory=dict)
    """What each thing made has read: a page by its source path, a figure as ``figure <name> <language>``."""
    figures: dict[tuple[str, str], Figure | None] = field(default_factory=dict)
    """The figures of the site that is served."""
    titles: dict[str, str] = field(default_factory=dict)
    """The titles of the pages of prose, for the navigation of pages that are made without them."""
    stale: set[str] = field(default_factory=set)
    """What was found to need making and is not yet served, since a build has failed."""
    served: set[str] = field(default_factory=set)
    """The files of the site."""
    found: dict[str, list[Found]] = field(default_factory=dict)
    """What the search knows of each record and each page of prose."""
    index: BackgroundIndex = field(default_factory=BackgroundIndex)
    kept: dict[str, tuple[object, Any]] = field(default_factory=dict)
    """What was read from files, with their signatures."""

    def __post_init__(self) -> None:
        self.noter.watch(BY_FOLDER)

    def keep(self, name: str, signature: object, make: Callable[[], T]) -> T:
        """What was made before from files of the same signature, or what is made now."""
        if name not in self.kept or self.kept[name][0] != signature:
            self.kept[name] = (signature, make())
        return cast(T, self.kept[name][1])

    def strings(self) -> Strings:
        """The interface strings."""
        return self.keep("strings", signatures(INTERFACE.parent, INTERFACE.name), read_strings)

    def spelling(self) -> Spelling:
        """How the search reads words."""
        return self.keep("spelling", signatures(RULES.parent, RULES.name), Spelling.read)

    def changes(self, now: State) -> set[Key] | None:
        """The keys whose values differ from the state that is served; None if everything does."""
        before = self.good
        if before is None or before.frame != now.frame:
            return None
        keys = changed(before.dossier, now.dossier)
        keys |= {("string", key) for key in _differing(before.strings, now.strings)}
        keys |= {("template", name) for name in _differing(before.templates, now.templates)}
        keys |= {("prose", name) for name in _differing(before.prose, now.prose)}
        return keys | {("titles", name[:2]) for name in _differing(before.heads, now.heads)}

    def depends(self, name: str, keys: set[Key] | None) -> bool:
        """Whether a thing must be made again: it was never made, it read something that changed, or it waits since a
        failure."""
        if keys is None or name not in self.reads or name in self.stale or not keys.isdisjoint(self.reads[name]):
            self.stale.add(name)
            return True
        return False


def _differing(before: Mapping[str, object], now: Mapping[str, object]) -> set[str]:
    """The names whose values differ."""
    return {name for name in {*before, *now} if before.get(name) != now.get(name)}
