"""What Material's frame needs of a page: navigation, the site's name, words and alternates in the page's language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation, Section

from ..page.entry import PROSE
from ..page.metadata import Crumb, DataFiles, metadata
from ..page.place import Place
from ..page.view import View
from ..record.claim import Topic
from ..record.kinds import KINDS
from ..record.shared import Record, Verdict
from ..wording.language import LANGUAGES, Language
from .contents import contents
from .doors import Door, DoorEntry
from .foot import foot

_SLOT = re.compile("⟦(head|twin|contents|content|report-[a-z]+)⟧")
"""What a frame leaves open."""


def navigations(nav: Navigation) -> dict[str, Navigation]:
    """One navigation a language, cut out of the whole, whose top level is a section for each language."""
    found: dict[str, Navigation] = {}
    for section in nav.items:
        if isinstance(section, Section) and section.title in LANGUAGES:
            pages = [page for page in nav.pages if page.file.src_uri.startswith(f"{section.title}/")]
            for item in section.children:
                item.parent = None
            found[section.title] = Navigation(section.children, pages)
            found[section.title].homepage = pages[0]
    return found


def frame_context(
    languages: Iterable[Language],
    base_url: str,
    config: MkDocsConfig,
    nav: Navigation,
    behind: tuple[Door, ...],
    published: Collection[str],
) -> dict[str, Any]:
    """What the frame is made with that pages share: those in one language, or the gateway with both, from which
    ``base_url`` leads to the root of the site, and that stand behind the same door. ``published`` are the paths of the
    site's files."""
    language, *others = languages
    return {
        "config": config,
        "page": None,
        "base_url": base_url,
        "nav": nav,
        "doors": behind,
        "feet": [foot(each, config.repo_url, published) for each in (language, *others)],
        "reported": bool(config.repo_url),
        "t": language.string,
        "language": language,
        "gateway": bool(others),
        "search": _search(language),
    } | _head(language)


def page_context(
    view: View,
    behind: tuple[Door, ...],
    title: str,
    description: str | None,
    content: str,
    record: Record | None,
    data: Iterable[DataFiles],
) -> dict[str, Any]:
    """What the theme's templates get for what is a page's own, with this title, description and content, and with the
    data that it offers; it stands behind these doors."""
    place, string = view.place, view.language.string
    described = description or string("site.description")
    return {
        "metadata": metadata(view, title, described, record, _way(view, behind, title), data),
        "description": described,
        "site_name": string("site.name"),
        "t": string,
        "place": place,
        "language": view.language,
        "alternates": {code: view.permanent(url) for code, url in place.alternates.items()},
        "twin": place.twin.url,
        "feeds": view.feeds,
        "contents": () if place.is_gateway else contents(content),
    }


def framed(frame: str, parts: Mapping[str, str]) -> str:
    """A frame with its slots filled, by their names."""
    return _SLOT.sub(lambda slot: parts[slot[1]], frame)


def _way(view: View, behind: Iterable[Door], title: str) -> Iterator[Crumb]:
    """From the overview over the list, if a page stands on one, to the page itself."""
    place, home = view.place, f"{view.language.code}/"
    yield Crumb(view.language.string("site.name"), home)
    entries = (entry for door in behind for entry in door.entries if entry.path)
    yield from (Crumb(entry.title, entry.url) for entry in entries if _is_on_the_way(entry, place))
    if place.path:
        yield Crumb(title, place.url)


def _is_on_the_way(entry: DoorEntry, place: Place) -> bool:
    """Whether a page is the list of a record, or the first page of a list of which the place has a further one."""
    return entry.url != place.url and (entry.current == "true" or place.url.startswith(entry.url))


def _search(language: Language) -> dict[str, Any]:
    """What the search's dialog says: how hits are counted, and the values by which they are filtered."""
    kinds = (*(kind.folder for kind in KINDS if kind.weight), PROSE)
    facets = {"kind": kinds, "topic": tuple(Topic), "verdict": tuple(Verdict)}
    named = {name: {value: language.string(f"{name}.{value}") for value in values} for name, values in facets.items()}
    return {"counts": language.forms("search.count"), "facets": named}


def missing_context(
    languages: Mapping[str, Language], config: MkDocsConfig, nav: Navigation, published: Collection[str]
) -> dict[str, Any]:
    """What the page for missing addresses gets, which has no place of its own: both languages."""
    feet = [foot(each, config.repo_url, published) for each in languages.values()]
    english = languages["en"]
    return {
        "languages": list(languages.values()),
        "language": english,
        "nav": nav,
        "feet": feet,
        "gateway": True,
    } | _head(english)


def _head(language: Language) -> dict[str, Any]:
    """The words of header and footer."""
    schemes = {value: language.string(f"theme.scheme.{value or 'system'}") for value in ("", "light", "dark")}
    return {
        "brand": language.string("site.name"),
        "scheme_labels": schemes,
        "scheme_forgotten": language.string("theme.scheme_forgotten"),
    }
