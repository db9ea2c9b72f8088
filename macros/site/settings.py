"""What the settings in ``mkdocs.yml`` say with which no page would be right, its navigation included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page

from ..reading.problems import Problem
from ..record.hosts import is_site
from ..wording.language import LANGUAGES, Language


def unfit(config: MkDocsConfig) -> Iterator[Problem]:
    """The settings that do not fit, each with what was expected."""
    yield from (Problem(Path(config.config_file_path).name, 1, *wrong) for wrong in _unfit(config))


def _unfit(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """The settings that do not fit, each with what was expected."""
    if not config.site_url:
        yield "site_url", "expected the address of the site, which pages and citations name; found none"
    for name, given in (("site_url", config.site_url), ("repo_url", config.repo_url)):
        if given and not is_site(given):
            yield name, f"{given!r} is no address of a site; expected https://example.org/x/"
    if not config.use_directory_urls:
        yield "use_directory_urls", "expected true: the address of every page ends in a slash"
    if "macros" not in config.plugins:
        yield "plugins", "expected macros, by which pages of prose place what is made"
    if "search" in {name.rpartition("/")[2] for name in config.plugins}:
        yield "plugins", "search: expected none of MkDocs or Material, since the site has its own"
    if config.theme.name != "material":
        yield "theme", f"expected material, which the frame of the pages is made of; found {config.theme.name!r}"


def undivided(items: Sequence[StructureItem], settings: Path, words: Language) -> Iterator[Problem]:
    """What of the navigation is no section of a language, each once, in which doors stand that have a name."""
    languages = [item.title for item in items if isinstance(item, Section)]
    if len(languages) != len(items) or sorted(map(str, languages)) != sorted(LANGUAGES):
        yield Problem(
            settings.name, 1, "nav", f"expected one section for each of {', '.join(LANGUAGES)}, found {languages}"
        )
    for section in items:
        for door in section.children or () if isinstance(section, Section) else ():
            if not isinstance(door, Section) or f"door.{door.title}" not in words.strings:
                yield Problem(
                    settings.name,
                    1,
                    "nav",
                    f"'{door.title}' is no door; expected one of 'door' in macros/wording/interface.yml",
                )
            else:
                misplaced = _misplaced(door, str(section.title))
                yield from (Problem(settings.name, 1, "nav", message) for message in misplaced)


def _misplaced(door: Section, code: str) -> Iterator[str]:
    """What stands behind a door and is no page of its language."""
    if not door.children:
        yield f"'{door.title}' of {code} leads to no page; expected one at least"
    for item in door.children:
        if isinstance(item, Section):
            yield f"'{item.title}' stands behind the door '{door.title}' of {code}; expected pages"
        elif isinstance(item, Page) and not item.file.src_uri.startswith(f"{code}/"):
            yield f"'{item.file.src_uri}' is no page of {code}; expected {code}/…"


def unknown_pages(items: Iterable[StructureItem], settings: Path) -> Iterator[Problem]:
    """What the navigation names that is no page: every entry of a door leads to one."""
    for item in items:
        if isinstance(item, Section):
            yield from unknown_pages(item.children, settings)
        elif isinstance(item, Link):
            lines = enumerate(settings.read_text(encoding="utf-8").split("\n"), 1)
            line = next((number for number, line in lines if item.url in line), 1)
            yield Problem(settings.name, line, "nav", f"no page '{item.url}'")
