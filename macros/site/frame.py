"""What Material's frame needs of a page: navigation, the site's name, words and alternates in the page's language."""

from __future__ import annotations

import copy
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
from .doors import Door, DoorEntry, doors
from .foot import foot, report


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


def page_context(
    view: View,
    config: MkDocsConfig,
    nav: Navigation,
    title: str,
    description: str | None,
    content: str,
    record: Record | None,
    data: Iterable[DataFiles],
    published: Collection[str],
) -> dict[str, Any]:
    """What the theme's templates get for a page with this title, description and content, and with the data that it
    offers. ``published`` are the paths of the site's files."""
    place, language, repository = view.place, view.language, config.repo_url
    footed = tuple(view.languages.values()) if place.is_gateway else (language,)
    localized = copy.copy(config)
    localized.site_name = language.string("site.name")
    localized.site_description = language.string("site.description")
    behind = doors(nav, view, record)
    described = description or language.string("site.description")
    way = _way(view, behind, title)
    return {
        "config": localized,
        "nav": nav,
        "doors": behind,
        "metadata": metadata(view, title, described, record, way, data),
        "feet": [foot(each, repository, published, report(view, each, repository, title)) for each in footed],
        "t": language.string,
        "place": place,
        "language": language,
        "alternates": {code: view.permanent(url) for code, url in place.alternates.items()},
        "switch": {"language": language.other, "url": place.twin.url},
        "feeds": view.feeds,
        "gateway": place.is_gateway,
        "contents": contents(content),
        "search": _search(language),
    } | _head(language)


def _way(view: View, behind: Iterable[Door], title: str) -> Iterator[Crumb]:
    """From the overview over the list, if a page stands on one, to the page itself."""
    place, home = view.place, f"{view.language.code}/"
    yield Crumb(view.language.string("site.name"), home)
    entries = [entry for door in behind for entry in door.entries if Place(entry.url).path]
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
