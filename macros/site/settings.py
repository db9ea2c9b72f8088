"""What the settings in ``mkdocs.yml`` say with which no page would be right, its navigation included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page

from ..reading.problems import Problem
from ..record.hosts import is_public, is_site
from ..wording.language import LANGUAGES, Language

PAGES, HOOKS, THEME = "docs", "macros/hooks.py", "macros/theme"
"""The pages of prose, the code that makes all others, and what they are framed in."""

MACROS = {"module_name": "macros", "on_undefined": "strict", "on_error_fail": True}
"""What the plugin of macros is told: where it finds what pages call, and to end at every mistake."""

LOCAL = "127.0.0.1"
"""This machine, for which is built what nobody publishes."""


def unfit(config: MkDocsConfig, project: Path) -> Iterator[Problem]:
    """The settings that do not fit, each with what was expected. ``project`` is the folder in which they must stand."""
    settings = Path(config.config_file_path)
    name = settings.name or "the standard input"
    if not settings.is_file() or settings.absolute().parent.resolve() != project.resolve():
        yield Problem(name, 1, "", f"expected a file of settings in {project}")
        return
    for wrong in (*_unfit(config, project), *_unframed(config, project)):
        yield Problem(name, 1, *wrong)


def _unfit(config: MkDocsConfig, project: Path) -> Iterator[tuple[str, str]]:
    """What the settings say of addresses and of code."""
    if not config.site_url:
        yield "site_url", "expected the address of the site, which pages and citations name; found none"
    local = (LOCAL, config.dev_addr.host)
    for name, given in (("site_url", config.site_url), ("repo_url", config.repo_url)):
        if given and not is_site(given):
            yield name, f"{given!r} is no address of a site; expected https://example.org/x/"
        elif given and not is_public(host := urlsplit(given).hostname or "") and host not in local:
            yield name, f"'{host}' is no host of the internet; expected one such as example.org"
    if Path(config.docs_dir).resolve() != (project / PAGES).resolve():
        yield "docs_dir", f"expected {PAGES}, where the pages of prose stand"
    if not config.use_directory_urls:
        yield "use_directory_urls", "expected true: the address of every page ends in a slash"
    if "macros" not in config.plugins:
        yield "plugins", "expected macros, by which pages of prose place what is made"
    else:
        yield from _unlike(config.plugins["macros"])
    if "search" in {name.rpartition("/")[2] for name in config.plugins}:
        yield "plugins", "search: expected none of MkDocs or Material, since the site has its own"
    if times_hooked(config, project) > 1:
        yield "hooks", f"expected {HOOKS} once, which makes the pages; found it by two ways"


def times_hooked(config: MkDocsConfig, project: Path) -> int:
    """How many times the settings name the hooks that make the pages."""
    ours = (project / HOOKS).resolve()
    return sum(Path(str(hook.__file__)).resolve() == ours for hook in config["hooks"].values())


def _unlike(macros: BasePlugin[Config]) -> Iterator[tuple[str, str]]:
    """What the plugin of macros is told that is not as expected."""
    expected = {name: option.default for name, option in macros.config_scheme} | MACROS
    for name, value in macros.config.items():
        if value != expected[name]:
            wanted = MACROS.get(name, f"none but {', '.join(MACROS)}")
            yield f"plugins.macros.{name}", f"expected {wanted}; found {value!r}"


def _unframed(config: MkDocsConfig, project: Path) -> Iterator[tuple[str, str]]:
    """What they say of the theme, and the files of it that are not there."""
    theme = config.theme
    if theme.name != "material":
        yield "theme", f"expected material, which the frame of the pages is made of; found {theme.name!r}"
        return
    if Path(theme.custom_dir or "").resolve() != (project / THEME).resolve():
        yield "theme.custom_dir", f"expected {THEME}, which the frame of the pages is made of as well"
    folders = [Path(folder) for folder in (config.docs_dir, *theme.dirs)]
    for setting, file in (("theme.favicon", theme["favicon"]), *(("extra_css", sheet) for sheet in config.extra_css)):
        if not any((folder / str(file)).is_file() for folder in folders):
            yield setting, f"no file '{file}' in {THEME}; expected one"


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


def named_twice(named: Mapping[str, int], settings: Path) -> Iterator[Problem]:
    """Pages that the navigation names more than once; ``named`` says of each how often."""
    for page, times in named.items():
        if times > 1:
            yield Problem(settings.name, 1, "nav", f"'{page}' stands {times} times; expected each page once")


def unknown_pages(items: Iterable[StructureItem], settings: Path) -> Iterator[Problem]:
    """What the navigation names that is no page: every entry of a door leads to one."""
    for item in items:
        if isinstance(item, Section):
            yield from unknown_pages(item.children, settings)
        elif isinstance(item, Link):
            lines = enumerate(settings.read_text(encoding="utf-8").split("\n"), 1)
            line = next((number for number, line in lines if item.url in line), 1)
            yield Problem(settings.name, line, "nav", f"no page '{item.url}'")
