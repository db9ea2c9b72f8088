"""One build: the dossier, the law and all that pages are made with, from the first look at the data to the finished
site."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import traceback
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

from ..figures.catalogue import FIGURES, download
from ..figures.chart import Chart
from ..figures.picture import Picture, draw
from ..law.day import Law
from ..law.statuses import schema, statuses
from ..law.thresholds import thresholds
from ..page.lists import LISTS, by_mention, status_table
from ..page.place import Place
from ..page.record_pages import record_page
from ..page.view import View, environment
from ..reading.dossier import Dossier
from ..reading.load import load
from ..reading.problems import DossierError, Problem
from ..record.chip import Chip
from ..record.fields import ChipId
from ..record.kinds import BY_FOLDER, KINDS
from ..record.rule import Rule
from ..record.shared import Record
from ..record.step import Step
from ..wording.language import LANGUAGES, Language
from ..wording.strings import read_strings
from .frame import missing_context, navigations, page_context
from .markdown import DossierExtension
from .staging import Staging, UnusableFolder

log = logging.getLogger("mkdocs.dossier")


class Build:
    """Made when MkDocs has its configuration, and kept there under ``dossier_build`` until the site is finished."""

    def __init__(self, project: Path, config: MkDocsConfig):
        """Read the dossier before anything is written. Raises PluginError, after printing every problem with the
        data."""
        self.config = config
        self.dossier = _read(project / "data", Path(config.docs_dir))
        self.staging = _staging(project, Path(config.site_dir))
        config.site_dir = str(self.staging.folder)
        strings = read_strings()
        self.languages = {code: Language(code, strings) for code in LANGUAGES}
        self.templates = environment()
        self.markdown = DossierExtension()
        extensions: list[Any] = config.markdown_extensions
        extensions.append(self.markdown)
        self.navigation: dict[str, Navigation] = {}

    @classmethod
    def of(cls, config: MkDocsConfig) -> Build:
        """The build to which a configuration belongs."""
        build = config["dossier_build"]
        assert isinstance(build, cls)
        return build

    @cached_property
    def law(self) -> Law:
        """The law as of the latest finding, which is "now" for every page."""
        dossier = self.dossier
        return Law(dossier.all(Rule), dossier.all(Chip), dossier.current_to.first_day)

    def view(self, page: Page | None) -> View:
        """What a page sees; pages that MkDocs makes itself see what the gateway does."""
        place = Place(page.url if page else "")
        return View(self.dossier, self.law, self.languages, self.templates, self.config.site_url or "", place)

    def record(self, page: Page) -> Record | None:
        """The record of a generated page."""
        folder, _, id = Place(page.url).path.strip("/").partition("/")
        kind = BY_FOLDER.get(folder)
        return self.dossier.find(folder, id) if kind and kind.is_paged() else None

    # Files

    @cached_property
    def charts(self) -> dict[tuple[str, str], Chart | None]:
        """Every figure in every language."""
        views = {code: self.view(None).at(Place(f"{code}/")) for code in LANGUAGES}
        return {(name, code): make(view) for name, make in FIGURES.items() for code, view in views.items()}

    @cached_property
    def pictures(self) -> dict[tuple[str, str], Picture]:
        """The drawings of the figures that no template draws."""
        return {key: draw(chart.surface) for key, chart in self.charts.items() if chart and chart.surface}

    def add_files(self, files: Files) -> None:
        """Add the record pages of both languages, which have no text of their own, and the data files."""
        for code in LANGUAGES:
            for kind in KINDS:
                for record in self.dossier.all(kind) if kind.is_paged() else ():
                    self._add(files, f"{code}/{record.address.rstrip('/')}.md", "")
        self._add(files, "data/thresholds.json", json.dumps(thresholds(self.law.rules), indent=2))
        self._add(files, "data/statuses.json", json.dumps(statuses(self.law), indent=2))
        self._add(files, "data/statuses.schema.json", json.dumps(schema(), indent=2))
        for (name, code), chart in self.charts.items():
            if chart:
                self._add(files, download(name, code), chart.csv(code))

    def _add(self, files: Files, path: str, content: str) -> None:
        files.append(File.generated(self.config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))

    # Pages

    def call_macros(self, markdown: str, page: Page) -> str:
        """The Markdown of a page of prose after its macros.

        Done here and not by the plugin, which would render the page's title as well, made from a file's name, and
        would end the process at a mistake.
        """
        self.markdown.begin(self.view(page))
        macros: Any = self.config.plugins["macros"]
        page.meta["render_macros"] = False
        try:
            return str(macros.env.from_string(markdown).render(macros.variables))
        except Exception as error:
            line = page.file.content_string.partition(markdown)[0].count("\n") + _line(error)
            raise PluginError(str(Problem(f"docs/{page.file.src_uri}", line, "", str(error)))) from None

    def content(self, html: str, page: Page) -> str:
        """The content of a page: of a record's page the whole, which no text engine reads; the citation at the end."""
        view = self.view(page)
        page.toc = TableOfContents([])  # Material would make a second skip link of it
        if record := self.record(page):
            shown = record_page(self.dossier, self.law, record)
            html = view.render(f"record/{record.folder.removesuffix('s')}.html", record=record, shown=shown)
            page.title = view.title(record)
            page.meta["description"] = view.plain(record.description)
        if view.place.is_gateway:
            return html
        return Markup(html) + view.render("part/cite.html", citation=view.cited(page.title or ""))

    # What pages of prose place

    def component(self, name: str) -> Markup:
        """A part of a page, by the name of its template. Raises ValueError."""
        view = self.markdown.view
        assert view is not None, "a page is being rendered"
        template = f"list/{name}.html"
        known = [
            file.removeprefix("list/").removesuffix(".html")
            for file in self.templates.list_templates()
            if file.startswith("list/")
        ]
        if name not in known:
            raise ValueError(f"no component '{name}'; expected one of {', '.join(known)}")
        values: dict[str, Any] = {"shown": LISTS[name](view)} if name in LISTS else {}
        if kind := BY_FOLDER.get(name):
            values["records"] = self.dossier.all(kind)
        return view.render(template, **values)

    def status_table(self, chips: tuple[str, ...]) -> Markup:
        """The table of chips against periods; all chips of US origin if none is named, those of the article first."""
        view = self.markdown.view
        assert view is not None, "a page is being rendered"
        named = tuple(self.dossier[ChipId(id)] for id in chips)
        shown = status_table(view, named or by_mention(self.dossier, self.law.decided))
        return view.render("list/status-table.html", shown=shown)

    def figure(self, name: str) -> Markup:
        """A figure with its finding, the table of its values and a download. Raises ValueError."""
        view = self.markdown.view
        assert view is not None, "a page is being rendered"
        key = (name, view.language.code)
        if name not in FIGURES:
            raise ValueError(f"no figure '{name}'; expected one of {', '.join(FIGURES)}")
        chart = self.charts[key]
        if chart is None:
            raise ValueError(f"figure '{name}': the dossier holds nothing to show in it")
        file = view.place.file(download(*key))
        picture, steps = self.pictures.get(key), self.dossier.all(Step)
        return view.render("part/figure.html", id=name, chart=chart, picture=picture, steps=steps, file=file)

    # The frame

    def divide(self, nav: Navigation) -> None:
        """Make one navigation a language."""
        self.navigation = navigations(nav)

    def page_context(self, page: Page) -> dict[str, Any]:
        """What the theme gets for a page."""
        view = self.view(page)
        nav = self.navigation[view.language.code]
        return page_context(view, self.config, nav, page.title or "", self.record(page))

    def missing_context(self) -> dict[str, Any]:
        """What the theme gets for the page that answers missing addresses."""
        return missing_context(self.languages, self.navigation["en"])

    def turned(self, output: str, page: Page) -> str:
        """A finished page with the direction on its root element, where Material has only the language."""
        return output.replace("<html ", f'<html dir="{self.view(page).language.direction}" ', 1)

    # The end

    def finish(self) -> None:
        """Index the pages for the search, each language by itself; what has passed everything takes the site's
        place."""
        command = [sys.executable, "-m", "pagefind", "--site", str(self.staging.folder), "--quiet"]
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode:
            raise PluginError(f"pagefind could not index the site: {result.stderr or result.stdout}")
        self.config.site_dir = str(self.staging.site)
        if _warned():
            self.staging.discard()
        else:
            self.staging.publish()


def _read(data: Path, pages: Path) -> Dossier:
    try:
        return load(data, pages)
    except DossierError as error:
        for problem in error.problems:
            log.error(problem)
        raise PluginError(f"{len(error.problems)} problem(s); nothing was built") from None


def _staging(project: Path, site: Path) -> Staging:
    try:
        return Staging(project, site)
    except (UnusableFolder, OSError) as error:
        raise PluginError(str(error)) from None


def _line(error: Exception) -> int:
    """The line of a template at which it failed."""
    frames = traceback.walk_tb(error.__traceback__)
    lines = (line for frame, line in frames if frame.f_code.co_filename == "<template>")
    return getattr(error, "lineno", None) or max(lines, default=1)


def _warned() -> bool:
    """Whether MkDocs will end this build for a warning (``--strict``); it says so only after the last event."""
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return any(counter.get_counts() for counter in counters)
