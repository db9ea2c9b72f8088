"""One build: the dossier, the law and all that pages are made with, from the first look at the data to the finished
site."""

from __future__ import annotations

import json
import logging
import os
import re
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.meta import get_data
from yaml import YAMLError

from ..downloads.calendar import calendar
from ..downloads.feeds import feed
from ..downloads.open_data import FOLDER, open_data, paths
from ..downloads.robots import robots
from ..figures.card import HEIGHT, JUDGED, NONE, WIDTH, Card, card, card_address
from ..figures.catalogue import FIGURES, PAGES, address, download
from ..figures.sheet import sheet
from ..law.statuses import schema, statuses
from ..law.thresholds import thresholds
from ..page.changes import FEEDS, calendar_address, feed_address
from ..page.citation import citation_address, citations_address
from ..page.entry import Entry, prose_entries, record_entry
from ..page.grid import GAP, by_group, grid
from ..page.lists import LISTS
from ..page.long_lists import LONG_LISTS
from ..page.metadata import DataFiles
from ..page.place import Place
from ..page.view import DATA, View, record_file
from ..reading.code import without_code
from ..reading.files import is_litter, read_text
from ..reading.messages import MOST_QUOTED
from ..reading.problems import DossierError, Problem, together
from ..reading.redirects import REDIRECTS, Redirect, misleading, missed, read_redirects
from ..record.chip import Chip
from ..record.fields import ChipId, Day
from ..record.kinds import BY_FOLDER, KINDS
from ..record.schemas import without_docstrings
from ..record.shared import Record
from ..record.source import Source
from ..tools.staging import Staging, UnusableFolder
from ..wording.language import LANGUAGES, Language
from ..wording.strings import Strings, Unsaid
from .calls import WrongCall, called
from .doors import Door, doors, opened
from .drawings import Drawings, Figure
from .foot import report
from .frame import frame_context, framed, missing_context, navigations, page_context
from .generated import (
    ChosenFiles,
    CitationPage,
    CitationsPage,
    GeneratedPage,
    GeneratedRecordPage,
    PartPage,
    ProsePage,
    Told,
    ToldPage,
)
from .indexing import FOLDER as SEARCH
from .indexing import Documents, Found
from .making import Given, Making, Remaking
from .markdown import DossierExtension
from .memory import THEME, Memory
from .noting import Key
from .policy import allow_any_script, name_scripts
from .settings import named_twice, undivided, unfit, unknown_pages
from .slimming import finished, ids_of, slim
from .templates import TEMPLATED, check_templates
from .words import line_of

P = TypeVar("P", bound=GeneratedPage)

log = logging.getLogger("mkdocs.dossier")

SHEET = "assets/styles.css"
"""The style sheet of the site."""

LAST_MOMENT = 2**32 - 1
"""The last second that a gzip file can be of (RFC 1952)."""

LICENCE = "LICENSE-DATA.md"
"""The licence of the data, which goes with them."""


class Build:
    """Made when MkDocs has its configuration, and kept there under ``dossier_build`` until the site is finished.

    With a memory, as a server has it, only the pages are made that depend on what has changed since the last good
    build.
    """

    def __init__(self, project: Path, config: MkDocsConfig, memory: Memory | None = None):
        """Read the dossier before anything is written. Raises PluginError, after printing every problem with the
        data."""
        for outdated in memory.outdated() if memory else ():
            log.warning(f"{outdated}: start the server again to see it")
        _mind_warnings(config)
        if wrong := without_docstrings():
            raise PluginError(wrong)
        if problems := list(unfit(config, project)):
            raise _said(problems)
        self.config = config
        self.making = Remaking(memory, config) if memory else Making()
        self.state_scripts = allow_any_script if memory else name_scripts
        given, self.redirects, self.licence = _read(
            partial(_given, self.making, project, Path(config.docs_dir)),
            partial(read_redirects, project / REDIRECTS),
            partial(read_text, project / LICENCE, LICENCE),
        )
        self.dossier, self.law, self.templates = given.dossier, given.law, given.templates
        self.spelling, self.edition = given.spelling, given.edition
        _date(self.edition.day or self.dossier.current_to)
        self.languages = {code: Language(code, given.strings) for code in LANGUAGES}
        self.staging = _staging(project, Path(config.site_dir))
        config.site_dir = str(self.staging.folder)
        self.drawings = Drawings(project / ".cache/drawings")
        self.markdown = DossierExtension()
        self.offered: dict[str, Callable[..., str]] = {}
        extensions: list[Any] = config.markdown_extensions
        extensions.append(self.markdown)
        self.navigation: dict[str, Navigation] = {}
        self.mistakes: list[Problem] = []
        """What is wrong with pages of prose, as their making shows."""
        self._missed: set[Problem] = set()

    @classmethod
    def of(cls, config: MkDocsConfig) -> Build:
        """The build to which a configuration belongs. Raises PluginError if the settings do not name the hooks that
        begin one."""
        if "dossier_build" not in config:
            raise PluginError(str(Problem("mkdocs.yml", 1, "hooks", "expected macros/hooks.py, which makes the pages")))
        build = config["dossier_build"]
        assert isinstance(build, cls)
        return build

    def view(self, place: Place) -> View:
        """What the page at a place sees."""
        site_url = self.config.site_url or ""
        return View(self.dossier, self.law, self.languages, self.templates, site_url, place, self.edition)

    # Files

    @cached_property
    def figures(self) -> dict[str, Figure | None]:
        """Every figure in every language, by its name as a thing that is made."""
        figures = {
            _figure(name, code): self.making.once(_figure(name, code), partial(self._drawn, name, code))
            for name in FIGURES
            for code in LANGUAGES
        }
        self.making.compare(figures)
        return figures

    @cached_property
    def cards(self) -> dict[str, Card]:
        """The cards with which addresses are shared, by their own addresses."""
        return {
            card_address(judged, code): self.making.once(
                f"card {judged} {code}", partial(card, self.view(Place(f"{code}/")), judged)
            )
            for judged in JUDGED
            for code in LANGUAGES
        }

    def _drawn(self, name: str, code: str) -> Figure | None:
        view = self.view(Place(f"{code}/{PAGES[name]}"))
        chart = FIGURES[name](view)
        return Figure(name, chart, sheet(view, chart, view.permanent(address(name, code)))) if chart else None

    def choose(self, files: Files) -> Files:
        """The files of the site: those of the docs folder, the pages that have none there, the data files."""
        self.drawings.begin((figure for figure in self.figures.values() if figure), self.cards.values())
        found = [file for file in files if not any(map(is_litter, file.src_uri.split("/")))]
        pages = [page for code in LANGUAGES for page in self._generated_pages(code)]
        told = [page.file for page in pages]
        files = Files([*found, *told])
        self._mind_redirects(files)
        found = self._with_one_sheet(found)
        self.downloads = {path: self.making.once(path, make) for path, make in self._downloads().items()}
        moved = {path: self.making.once(path, make) for path, make in self._moved_pages().items()}
        made = [self._generated(path, content) for path, content in {**self.downloads, **moved}.items()]
        made += [self._kept(path, picture) for path, picture in self._pictures().items()]
        if shared := list(self._sharing_addresses(pages, made, found)):
            raise _said(shared)
        files = Files([*found, *told, *made])
        self.making.compare_files({file.src_uri for file in files})
        self.making.compare({"beside": {file.dest_uri for file in files if file.dest_uri.startswith(f"{FOLDER}/")}})
        self.files = ChosenFiles(files, self._is_due, self.making.is_there, self.making.note)
        for file in self.files.every_page():
            # MkDocs makes no page of what it does not read, and its sitemap wants one.
            file.page = file.page or ProsePage(file, self.config)
        return self.files

    def _with_one_sheet(self, files: list[File]) -> list[File]:
        """The files with the style sheets among them as one, in the order of the configuration: a browser paints no
        page before it has them all, and a slow line takes as long for each as for one."""
        sheets = {file.src_uri: file for file in files}
        joined = [sheets[path] for path in self.config.extra_css if path in sheets]
        if not joined:
            return files
        self.config.extra_css = [SHEET, *(path for path in self.config.extra_css if path not in sheets)]
        sheet = self._generated(SHEET, "".join(file.content_string for file in joined))
        return [sheet, *(file for file in files if file not in joined)]

    def _sharing_addresses(
        self, pages: Iterable[GeneratedPage], made: Iterable[File], found: Iterable[File]
    ) -> Iterator[Problem]:
        """Records, and files of the docs folder, whose page or copy would stand where something else has its place, or
        another of them: by their files."""
        records = [(record_file(page.record), page.file) for page in pages if page.record]
        written = [(f"docs/{file.src_uri}", file) for file in found if file.src_dir == self.config.docs_dir]
        taken = {file.dest_uri for file in (*made, *(page.file for page in pages if not page.record))}
        for name, file in (*records, *written):
            if file.dest_uri in taken or self._is_kept(file):
                yield Problem(name, 1, "", f"the address {file.url} is taken; expected another name")
            taken.add(file.dest_uri)

    def _is_kept(self, file: File) -> bool:
        """Whether a file would stand where a further page of a long list does, once there is one, the index of the
        search, the data as a whole or a file of the theme, which are written when all pages are."""
        (folder, _, path), address = file.dest_uri.partition("/"), Place(file.url).path
        return bool(
            any(long_list.keeps(address) for long_list in LONG_LISTS.values())
            or folder == SEARCH
            or (folder == FOLDER and path in paths())
            or (file.src_dir and any(Path(theme, file.src_uri).is_file() for theme in self.config.theme.dirs))
        )

    def _downloads(self) -> dict[str, Callable[[], str]]:
        """What a reader or a program can fetch beside the pages: by its address, how to make it."""
        found: dict[str, Callable[[], str]] = {
            "robots.txt": partial(robots, self.view(Place("")).permanent("sitemap.xml")),
            "data/thresholds.json": lambda: json.dumps(thresholds(self.law), indent=2),
            "data/statuses.json": lambda: json.dumps(statuses(self.law), indent=2),
            "data/statuses.schema.json": lambda: json.dumps(schema(), indent=2),
        }
        for code in LANGUAGES:
            view = self.view(Place(f"{code}/"))
            found |= {feed_address(name, code): partial(feed, name, view) for name in FEEDS}
            found[calendar_address(code)] = partial(calendar, view)
            for name in FIGURES:
                if self.figures[_figure(name, code)]:
                    found[download(name, code, "csv")] = partial(self._table, name, code)
        return found

    def _mind_redirects(self, files: Files) -> None:
        """Raises PluginError, after printing every redirect that leads nowhere."""
        pages = {Place(file.url).path for file in files.documentation_pages()}
        if problems := list(misleading(self.redirects, pages)):
            raise _said(problems)

    def _moved_pages(self) -> dict[str, Callable[[], str]]:
        """What stands at the addresses of pages that were given up: by its path, how to make it."""
        return {
            f"{code}/{redirect.page}index.html": partial(self._moved_page, code, redirect)
            for redirect in self.redirects
            if not redirect.anchor
            for code in LANGUAGES
        }

    def _moved_page(self, code: str, redirect: Redirect) -> str:
        view = self.view(Place(f"{code}/{redirect.page}"))
        return self.state_scripts(str(view.render("part/moved-page.html", redirect=redirect)))

    def _pictures(self) -> dict[str, Path]:
        """The pictures of the figures, and the cards: by their address, where they lie once they are drawn."""
        cards = {address: self.drawings.card_file(found) for address, found in self.cards.items()}
        return cards | {
            download(name, code, end): self.drawings.file(figure, end)
            for name in FIGURES
            for code in LANGUAGES
            if (figure := self.figures[_figure(name, code)])
            for end in ("svg", "png")
        }

    def _shown(self, name: str, code: str) -> Figure | None:
        """A figure for whatever shows it."""
        self.making.note("made", _figure(name, code))
        return self.figures[_figure(name, code)]

    def _table(self, name: str, code: str) -> str:
        """The values of a figure as a file."""
        figure = self._shown(name, code)
        assert figure, "only what is shown has a table"
        return figure.chart.csv(self.view(Place("")).permanent(f"{code}/"))

    def _generated_pages(self, code: str) -> Iterator[GeneratedPage]:
        """The pages of one language that no file of the docs folder has: those of records, those of the citations of
        other records with a list of each kind, and the further ones of long lists."""
        for kind in KINDS:
            if not kind.is_paged():
                citations = self._generated_page(CitationsPage, f"{code}/{citations_address(kind)}")
                citations.kind = kind
                yield citations
            for record in self.dossier.all(kind):
                page: GeneratedRecordPage | CitationPage
                if kind.is_paged():
                    page = self._generated_page(GeneratedRecordPage, f"{code}/{record.address}")
                else:
                    page = self._generated_page(CitationPage, f"{code}/{citation_address(record)}")
                page.record = record
                yield page
        for name, long_list in LONG_LISTS.items():
            for part in long_list.divided(self.view(Place(f"{code}/"))).parts[1:]:
                further = self._generated_page(PartPage, f"{code}/{part.address}")
                further.name, further.part = name, part
                yield further

    def _generated_page(self, kind: type[P], address: str) -> P:
        """The page at an address, the one of the last build if it had one."""
        path = f"{address.rstrip('/')}.md"
        page = self.making.pages.get(path)
        if not isinstance(page, kind):
            page = self.making.pages[path] = kind(None, self._generated(path, ""), self.config)
        return page

    def _is_due(self, file: File) -> bool:
        """Whether a page must be made: for what it tells, or for its citation and its frame."""
        return self.making.is_due(file.src_uri, _told(file.src_uri), _cited_part(file.src_uri))

    def _generated(self, path: str, content: str) -> File:
        return File.generated(self.config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)

    def _kept(self, path: str, picture: Path) -> File:
        """A file of the site that lies where the drawings are kept, once they are made."""
        return File.generated(self.config, path, abs_src_path=str(picture), inclusion=InclusionLevel.NOT_IN_NAV)

    # Pages

    def call_macros(self, page: ProsePage) -> str:
        """The Markdown of a page of prose after its macros.

        Done here and not by the plugin, for which a page is a program, and its title, made from a file's name, another.
        Raises DossierError.
        """
        view, markdown = self.view(Place(page.url)), page.source()
        self.markdown.begin(view)
        before = page.file.content_string.count("\n") - markdown.count("\n")
        try:
            return called(markdown, self.offered)
        except WrongCall as error:
            raise DossierError([Problem(page.origin, before + error.line, "", str(error))]) from None
        except Exception as error:
            raise _placed(error, page.origin) from None

    def judge(self, page: ProsePage) -> None:
        """Raises DossierError for what is wrong with a page of prose as Markdown has made it."""
        lines = page.file.content_string.split("\n")
        problems = [
            Problem(page.origin, _line(lines, words), "", f"'{words[:MOST_QUOTED]}' {message}")
            for words, message in self.markdown.mistakes
        ]
        if not Place(page.url).is_gateway:
            if "title" not in page.meta:
                problems.append(Problem(page.origin, 1, "title", "missing; expected words in the head of the page"))
            if (found := (page.content or "").count("<h1")) != 1:
                line = _headings(page.file.content_string)[1:2] or [1]
                problems.append(
                    Problem(page.origin, line[0], "", f"has {found} headings of the first level; expected one")
                )
        if not (page.content or "").strip():
            problems.append(Problem(page.origin, 1, "", "expected words after the head"))
        if problems:
            raise DossierError(problems)

    def mind_mistakes(self) -> None:
        """Raises PluginError, after printing everything that is wrong with the pages of prose."""
        if self.mistakes:
            raise _said(self.mistakes)

    def told(self, page: ToldPage) -> Told:
        """What a page tells, as a reader gets it. Of a page of prose with mistakes it is nothing, and so it is of all
        others after such a one: no site will come of it."""
        if self.mistakes and isinstance(page, GeneratedPage):
            return Told("", "", "")
        view, name = self.view(Place(page.url)), page.file.src_uri

        def tell() -> Told:
            title, description, html = page.tell(view)
            return Told(title, description, finished(html, view.language.code))

        try:
            return Told(*self.making.packed(_told(name), tell, ("prose", name)))
        except DossierError as error:
            self.mistakes += error.problems
            return Told("", "", "")
        except TemplateError as error:
            raise _placed(error, page.origin) from None

    def content(self, html: str, page: Page) -> str:
        """The content of a page, with its citation at the end."""
        if self.mistakes or Place(page.url).is_gateway:
            return html
        name = page.file.src_uri
        # A record is cited under a title of its own, and any other page under the one that it tells.
        after = "" if _cited(page) else _told(name)
        (cited,) = self.making.packed(_cited_part(name), partial(self._cited, page), after=after)
        return html + cited

    def _cited(self, page: Page) -> tuple[str]:
        """How a page is cited, and where parts of it are now that it had."""
        view, record = self.view(Place(page.url)), _cited(page)
        moved = [redirect for redirect in self.redirects if redirect.anchor and redirect.page == view.place.path]
        cited = view.cited_page(page.title or "", record)
        source = record if isinstance(record, Source) else None
        parts = view.render("part/moved.html", redirects=moved) if moved else ""
        return (finished(parts + view.render("part/cite.html", cited=cited, source=source), view.language.code),)

    # What pages of prose place

    def offer(self, macro: Callable[..., str]) -> Callable[..., str]:
        """Let pages call a macro by its name."""
        self.offered[macro.__name__] = macro
        return macro

    def component(self, name: str) -> Markup:
        """A part of a page, by the name of its template. Raises ValueError."""
        view = self._here
        try:
            self.templates.get_template(f"list/{name}.html")
        except TemplateNotFound:
            paths = (path.rpartition("/") for path in self.templates.list_templates())
            known = ", ".join(file.removesuffix(".html") for folder, _, file in paths if folder == "list")
            raise ValueError(f"no component '{name}'; expected one of {known}") from None
        values: dict[str, Any] = {"shown": LISTS[name](view)} if name in LISTS else {}
        if kind := BY_FOLDER.get(name):
            values["records"] = self.dossier.all(kind)
        return view.render(f"list/{name}.html", **values)

    @property
    def _here(self) -> View:
        """The view of the page of prose that is being rendered."""
        assert self.markdown.view is not None, "a page is being rendered"
        return self.markdown.view

    def status_grid(self, chips: tuple[str, ...]) -> Markup:
        """The grid of chips against periods; those of the gap by group if none is named. Raises ValueError."""
        for place, id in enumerate(chips):
            if not self.dossier.find(Chip.folder, id):
                raise ValueError(f"no chip '{id}'{self.dossier.suggestion(Chip.folder, id)}")
            if id in chips[:place]:
                raise ValueError(f"chip '{id}' stands in the grid already; expected each once")
        gap = {name: found for name, found in by_group(self.dossier, self.dossier.all(Chip)).items() if name in GAP}
        shown = grid(self._here, {"": [self.dossier[ChipId(id)] for id in chips]} if chips else gap)
        return self._here.render("list/status-grid.html", shown=shown)

    def figure(self, name: str) -> Markup:
        """A figure with its finding, the table of its values and what can be saved of it. Raises ValueError."""
        view = self._here
        code = view.language.code
        if name not in FIGURES:
            raise ValueError(f"no figure '{name}'; expected one of {', '.join(FIGURES)}")
        figure = self._shown(name, code)
        if figure is None:
            raise ValueError(f"figure '{name}': the dossier holds nothing to show in it")
        return view.render(
            "part/figure.html",
            id=name,
            chart=figure.chart,
            sheet=figure.sheet,
            drawings=[
                (size, drawing.surface, self.drawings.mark(drawing))
                for size, drawing in zip(("wide", "narrow"), figure.drawings, strict=True)
            ],
            files={kind: view.place.file(download(name, code, kind)) for kind in ("svg", "png", "csv")},
            address=view.permanent(address(name, code)),
            picture=view.permanent(download(name, code, "svg")),
        )

    # The frame

    def divide(self, nav: Navigation) -> None:
        """Make one navigation a language. A page that is not made again keeps its title. Raises PluginError, after
        printing what the navigation names that is no page."""
        settings = Path(self.config.config_file_path)
        doors = undivided(nav.items, settings, self.languages["en"])
        named = Counter(page.file.src_uri for page in nav.pages)
        if wrong := [*doors, *unknown_pages(nav.items, settings), *named_twice(named, settings)]:
            raise _said(wrong)
        for file in self.files.every_page():
            if (
                isinstance(file.page, ProsePage)
                and file.inclusion is InclusionLevel.INCLUDED
                and file.src_uri not in named
            ):
                said = f"nothing leads to '{file.src_uri}'; expected an entry, or a line in not_in_nav"
                log.warning(Problem(settings.name, 1, "nav", said))
        for page in nav.pages:
            if not self._is_due(page.file):
                page.title = self.making.titles[page.file.src_uri]
        self.navigation = navigations(nav)

    def page_context(self, page: Page) -> dict[str, Any]:
        """What the theme gets for a page. What its templates read is noted until the page is ``completed``."""
        view, record, title = self.view(Place(page.url)), _cited(page), page.title or ""
        code = view.language.code
        self._framing = ExitStack()
        self._framing.enter_context(self.making.noting(page.file.src_uri, THEME, ("titles", code)))
        if not isinstance(page, GeneratedPage):
            self.making.titles[page.file.src_uri] = title
        closed = self.making.shared(("doors", code), partial(doors, self.navigation[code], view.language))
        behind = opened(closed, view.place, record)
        content = page.content or ""
        described = page.meta.get("description")
        context = page_context(view, behind, title, described, content, record, self._data(view))
        shared = (code, view.place.is_gateway, view.place.root, behind)
        frame = self.making.shared(shared, partial(self._frame, *shared))
        return context | {
            "card": self._card_of(view, record),
            "framed": partial(self._framed, frame, view, title, content),
        }

    def _frame(self, code: str, is_gateway: bool, root: str, behind: tuple[Door, ...]) -> str:
        """The frame of the pages in a language from which the root is reached alike, and that stand behind the same
        door, with the direction on its root element, where Material has none."""
        language, nav = self.languages[code], self.navigation[code]
        languages = self.languages.values() if is_gateway else [language]
        context = frame_context(languages, root, self.config, nav, behind, self.files.destinations)
        frame = finished(self.templates_of_theme.get_template("frame.html").render(context), code)
        return frame.replace("<html ", f'<html dir="{language.direction}" ', 1)

    def _framed(self, frame: str, view: View, title: str, content: str, head: str, contents: str, twin: str) -> str:
        """A page: its own parts in its frame."""
        code, repository = view.language.code, self.config.repo_url
        reports = {
            f"report-{each.code}": escape(report(view, each, repository, title))
            for each in self.languages.values()
            if repository
        }
        own = {"head": slim(head), "contents": finished(contents, code), "twin": twin, "content": content}
        return framed(frame, own | reports)

    def _card_of(self, view: View, record: Record | None) -> dict[str, Any]:
        """The picture with which a page is shared: how its record is judged, or what the dossier asks."""
        judged = record.judged if record else None
        if isinstance(record, Chip):
            judged = f"status.{self.law.status(record).kind}"
        said, code = judged if judged in JUDGED else NONE, view.language.code
        address = view.permanent(card_address(said or NONE, code))
        return {"address": address, "words": view.language.string(said or NONE), "width": WIDTH, "height": HEIGHT}

    def _data(self, view: View) -> Iterator[DataFiles]:
        """What a page offers as data: the figures that are cited on it, and on the page of data all of it."""
        code, path = view.language.code, view.place.path
        for name in FIGURES:
            if not view.place.is_gateway and path == PAGES[name] and (figure := self._shown(name, code)):
                files = tuple(download(name, code, kind) for kind in ("csv", "png", "svg"))
                chart = figure.chart
                yield DataFiles(chart.title, chart.note or chart.alternative, f"figure-{name}", files)
        if path == "data/":
            for name in FIGURES:
                self._shown(name, code)  # whether it has files
            self.making.note("made", "beside")
            beside = [file for file in self.files.destinations if file.startswith(f"{FOLDER}/")]
            every = sorted([*beside, *(f"{FOLDER}/{path}" for path in paths())])
            words = view.language.string
            yield DataFiles(words("site.name"), words("site.description"), "", tuple(every))

    def draw(self) -> None:
        """See to it that the pictures are there before MkDocs copies the files of the site."""
        self.drawings.finish()

    def theme(self, templates: Environment) -> Environment:
        """The theme's templates, which write data as the dossier's own do."""
        templates.auto_reload = False  # no template changes while a site is built
        templates.policies |= DATA
        self.templates_of_theme = self.making.theme(templates)
        return self.templates_of_theme

    def own_context(self) -> dict[str, Any]:
        """What the theme gets for templates of its own: the page that answers missing addresses, and the sitemap."""
        context = missing_context(self.languages, self.config, self.navigation["en"], self.files.destinations)
        return context | {"pages": self.files.every_page(), "last_change": self._last_change}

    def _last_change(self, page: Page) -> str:
        """The day on which what a page tells last changed, for the sitemap."""
        view = self.view(Place(page.url))
        if record := _cited(page):
            return view.changed(record)
        own = self.edition.changes.get(f"docs/{page.file.src_uri}")
        return max(own, view.last_change) if own else view.last_change

    def mind_parts(self, html: str, page: Page) -> None:
        """Warn of parts of a page that bear one name, and of redirects that its parts belie."""
        ids, path = Counter(ids_of(html)), Place(page.url).path
        if isinstance(page, ProsePage):
            moved = {redirect.anchor for redirect in self.redirects if redirect.page == path}
            for id, times in ids.items():
                if times > 1 and id not in moved:
                    log.warning(Problem(page.origin, 1, "", f"the id '{id}' stands {times} times; expected each once"))
        for problem in missed(self.redirects, path, ids):
            if problem not in self._missed:  # the page in the other language says the same
                log.warning(problem)
            self._missed.add(problem)

    def completed(self, output: str, page: Page) -> str:
        """A finished page with its drawings in place."""
        self._framing.close()
        self.mind_parts(output, page)
        page.content = None  # it is written now, and there are thousands
        return self.state_scripts(self.drawings.place(output, Place(page.url).to("")))

    def template(self, output: str, name: str) -> str:
        """A finished template of the theme's own: the page that answers missing addresses, or the sitemap."""
        return self.state_scripts(slim(output)) if name.endswith(".html") else output

    # The data

    def data(self) -> dict[str, bytes]:
        """The files in which the dossier is offered as a whole, by their paths below the root of the site."""
        beside = {
            path.removeprefix(f"{FOLDER}/"): content
            for path, content in self.downloads.items()
            if path.startswith(f"{FOLDER}/")
        }
        views = {code: self.view(Place(f"{code}/")) for code in LANGUAGES}
        return {f"{FOLDER}/{path}": content for path, content in open_data(views, self.licence, beside).items()}

    # The search

    def documents(self) -> dict[str, Documents]:
        """What the search knows of each language."""
        return {code: self._documents(self.view(Place(f"{code}/"))) for code in LANGUAGES}

    def _documents(self, view: View) -> Documents:
        code, found = view.language.code, list[Found]()
        for kind in KINDS:
            for record in self.dossier.all(kind):
                if not record.search_weight:
                    continue
                fields = [("field", kind.folder, record.id, field) for field in kind.model_fields]
                make = partial(self._record_entry, view, record)
                found += self._found(f"entry {code} {kind.folder}/{record.id}", fields, view, make)
        for file in self.files.every_page():
            if file.src_uri.startswith(f"{code}/") and not isinstance(file.page, GeneratedPage):
                key = ("prose", file.src_uri)
                found += self._found(f"entry {file.src_uri}", [key], view, partial(self._prose_entries, view, file))
        return Documents(tuple(found), self.spelling)

    def _found(self, name: str, keys: Sequence[Key], view: View, make: Callable[[], list[Entry]]) -> list[Found]:
        """Entries with their documents."""
        return self.making.once(
            name, lambda: [Found(entry, view.render("part/entry.html", entry=entry)) for entry in make()], *keys
        )

    def _record_entry(self, view: View, record: Record) -> list[Entry]:
        return [record_entry(view, self.spelling, record)]

    def _prose_entries(self, view: View, file: File) -> list[Entry]:
        page, head = get_data(Path(file.abs_src_path or "").read_text(encoding="utf-8-sig"))
        title = str(head.get("title") or (file.page and file.page.title) or "")
        lead = str(head.get("description", ""))
        return list(prose_entries(view, self.spelling, Place(file.url).path, title, lead, page))

    # The end

    def finish(self) -> None:
        """What has passed everything takes the site's place."""
        self.config.site_dir = str(self.staging.site)
        if _warned():
            self.staging.discard()
        else:
            self.making.publish(self.staging, self.files.destinations, self.documents, self.data)


def _line(lines: Sequence[str], words: str) -> int:
    """The line on which words stand that Markdown has taken from a page: by themselves, rather than among others,
    rather than within one; the first line if it has changed them."""
    first = re.escape(words.partition("\n")[0].strip())
    for pattern in (rf"^\s*{first}\s*$", rf"(?<!\w){first}(?!\w)", first):
        for number, line in enumerate(lines, 1):
            if first and re.search(pattern, line):
                return number
    return 1


def _headings(text: str) -> list[int]:
    """The lines on which headings of the first level stand."""
    return [number for number, line in enumerate(without_code(text).split("\n"), 1) if line.startswith("# ")]


def _date(day: Day) -> None:
    """Have the day of what is built, and not today, in what tools date: MkDocs, in the packed sitemap."""
    seconds = os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(day.midnight.timestamp())))
    if not re.fullmatch("[0-9]{1,10}", seconds) or int(seconds) > LAST_MOMENT:
        raise PluginError(f"SOURCE_DATE_EPOCH: {seconds!r} is no moment; expected the seconds since 1970")


def _read(*readings: Callable[[], Any]) -> list[Any]:
    """What each of these reads. Raises PluginError, after printing every problem with any of them."""
    try:
        return together(*readings)
    except DossierError as error:
        raise _said(error.problems) from None


def _given(making: Making, project: Path, pages: Path) -> Given:
    given: Given
    given, _ = together(partial(making.given, project, pages), partial(check_templates, project))
    if unnamed := list(_unnamed(given.strings)):
        raise DossierError(unnamed)
    return given


def _unnamed(strings: Strings) -> Iterator[Problem]:
    """What the interface does not say of a kind: how many of it refer to a record, its name, and what one is called
    where it is cited."""
    for kind in KINDS:
        for key in (f"cited_by.{kind.folder}", f"kind.{kind.folder}", f"cite.of.{kind.folder}"):
            if key not in strings:
                yield Problem("macros/wording/interface.yml", 1, key, "missing; expected it in both languages")


def _said(problems: Sequence[Problem]) -> PluginError:
    """Problems that are printed now, each once, as what ends the build."""
    different = dict.fromkeys(problems)
    for problem in different:
        log.error(problem)
    return PluginError(f"{len(different)} problem(s); nothing was built")


def _staging(project: Path, site: Path) -> Staging:
    try:
        return Staging(project, site)
    except UnusableFolder as error:
        raise PluginError(str(error)) from None


def _cited(page: Page) -> Record | None:
    """The record that whoever cites a page cites, if it is about one."""
    return page.record if isinstance(page, GeneratedPage) else None


def _figure(name: str, code: str) -> str:
    """The name of a figure in a language, as a thing that is made."""
    return f"figure {name} {code}"


def _told(page: str) -> str:
    """The name of what a page tells, as a thing that is made."""
    return f"told {page}"


def _cited_part(page: str) -> str:
    """The name of a page's citation, as a thing that is made."""
    return f"cited {page}"


def _mind_warnings(config: MkDocsConfig) -> None:
    """Let warnings be heard, and counted, that end a strict build: ``--quiet`` silences them before MkDocs counts."""
    for logger in _loggers() if config.strict else ():
        if logger.level > logging.WARNING:
            logger.setLevel(logging.WARNING)


def say_where(error: Exception) -> None:
    """Raises PluginError for an editor's mistake that comes to light where no page is known for it: in a template, or
    in a file that cannot be read. What is left is a mistake in the code."""
    if isinstance(error, MkDocsException):
        return
    if isinstance(error, Unsaid) or _place(error):
        raise _placed(error) from None
    if isinstance(error, OSError) and error.filename:
        found = f"{error.filename}: expected a file that can be read and written, found: {error.strerror}"
        raise PluginError(found) from None
    if isinstance(error, OSError | YAMLError | TemplateError):
        raise PluginError(" ".join(str(error).split())) from None


def _placed(error: Exception, file: str = "") -> PluginError:
    """What failed, with its place: the line of an interface string that cannot be said, that of a template, or the file
    of the page that was made."""
    said = ("macros/wording/interface.yml", line_of(error.key)) if isinstance(error, Unsaid) else None
    is_string = isinstance(error, Unsaid) and error.is_there
    places = (said, _place(error)) if is_string else (_place(error), said)
    log.error(Problem(*(next(filter(None, places), (file, 1))), "", str(error)))
    return PluginError("1 problem; nothing was published")  # MkDocs prints a reason once and no second time


def _place(error: Exception) -> tuple[str, int] | None:
    """The template in which something failed last, from the project's folder on, and the line."""
    project = Path(__file__).parent.parent.parent
    frames = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError):
        frames.append((error.filename or "", error.lineno))
    for name, line in reversed(frames):
        for folder in TEMPLATED:
            if Path(name).is_relative_to(project / folder):
                return Path(name).relative_to(project).as_posix(), line
    return None


def _warned() -> bool:
    """Whether MkDocs will end this build for a warning (``--strict``); it says so only after the last event."""
    counters = (handler for logger in _loggers() for handler in logger.handlers if isinstance(handler, CountHandler))
    return any(counter.get_counts() for counter in counters)


def _loggers() -> Iterator[logging.Logger]:
    """MkDocs' logger and those that hear what it is told: ProperDocs has one of its own, and counts there."""
    logger: logging.Logger | None = logging.getLogger("mkdocs")
    while logger:
        yield logger
        logger = logger.parent
