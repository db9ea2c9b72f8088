"""One build: the dossier, the law and all that pages are made with, from the first look at the data to the finished
site."""

from __future__ import annotations

import json
import logging
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler
from mkdocs.utils.meta import get_data

from ..figures.catalogue import FIGURES, download
from ..figures.chart import Chart
from ..law.day import Law
from ..law.statuses import schema, statuses
from ..law.thresholds import thresholds
from ..page.entry import Entry, prose_entries, record_entry
from ..page.grid import grid
from ..page.lists import LISTS
from ..page.long_lists import LONG_LISTS
from ..page.parts import UNDATED
from ..page.place import Place
from ..page.record_pages import record_page
from ..page.view import View, environment
from ..reading.dossier import Dossier
from ..reading.load import Shelf, load
from ..reading.problems import DossierError, Problem
from ..record.chip import Chip
from ..record.fields import ChipId
from ..record.kinds import BY_FOLDER, KINDS
from ..record.rule import Rule
from ..record.shared import Record
from ..record.step import Step
from ..wording.language import LANGUAGES, Language
from ..wording.latin import isolate
from ..wording.spelling import Spelling
from ..wording.strings import read_strings
from .drawings import Drawings
from .frame import missing_context, navigations, page_context
from .generated import ChosenFiles, MadePage, PartPage, RecordPage
from .indexing import Documents, index
from .markdown import DossierExtension
from .memory import Found, Memory, State
from .noting import Key, noted, noted_templates
from .slimming import slim
from .staging import Staging, UnusableFolder

log = logging.getLogger("mkdocs.dossier")
STARTED = time.time()


class Build:
    """Made when MkDocs has its configuration, and kept there under ``dossier_build`` until the site is finished.

    With a memory, as a server has it, only the pages are made that depend on what has changed since the last good
    build.
    """

    def __init__(self, project: Path, config: MkDocsConfig, memory: Memory | None = None):
        """Read the dossier before anything is written. Raises PluginError, after printing every problem with the
        data."""
        _mind_code(project)
        if not config.site_url:
            raise PluginError("site_url: expected the address of the site, which pages and citations name; found none")
        self.config = config
        self.memory = memory
        self.dossier = _read(project / "data", Path(config.docs_dir), memory.shelf if memory else None)
        self.law = Law(self.dossier.all(Rule), self.dossier.all(Chip), self.dossier.current_to.first_day)
        strings = memory.strings() if memory else read_strings()
        self.changes: set[Key] | None = None
        if memory:
            self.state = State.now(project, config, self.dossier, strings)
            self.changes = memory.changes(self.state)
            noter = memory.noter
            self.templates = memory.keep("templates", self.state.templates, lambda: noted_templates(noter))
            self.dossier, self.law, strings = noted(noter, self.dossier, self.law, strings)
        else:
            self.templates = environment()
        self.languages = {code: Language(code, strings) for code in LANGUAGES}
        self.spelling = memory.spelling() if memory else Spelling.read()
        self.staging = _staging(project, Path(config.site_dir))
        config.site_dir = str(self.staging.folder)
        self.drawings = Drawings(project / ".cache/drawings")
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

    def view(self, place: Place) -> View:
        """What the page at a place sees."""
        return View(self.dossier, self.law, self.languages, self.templates, self.config.site_url or "", place)

    # What is made, and whether it must be

    def _is_due(self, name: str) -> bool:
        """Whether something must be made: always, but for a server that has made it from the same before."""
        return self.memory is None or self.memory.depends(name, self.changes)

    @contextmanager
    def _making(self, name: str, *keys: Key) -> Iterator[None]:
        """What is read inside is remembered for the thing of this name, and the keys beside it."""
        if self.memory is None:
            yield
            return
        with self.memory.noter.making() as reads:
            yield
        before = self.memory.reads.get(name, frozenset()) if name in self._made else frozenset()
        self.memory.reads[name] = before | reads | set(keys)
        self._made.add(name)

    @cached_property
    def _made(self) -> set[str]:
        """The things of which something has been made in this build."""
        return set()

    # Files

    @cached_property
    def charts(self) -> dict[tuple[str, str], Chart | None]:
        """Every figure in every language."""
        views = {code: self.view(Place(f"{code}/")) for code in LANGUAGES}
        return {(name, code): self._chart(name, view) for name in FIGURES for code, view in views.items()}

    def _chart(self, name: str, view: View) -> Chart | None:
        here, known = _chart_name(name, view.language.code), (name, view.language.code)
        if self.memory and not self._is_due(here):
            return self.memory.charts[known]
        with self._making(here):
            chart = FIGURES[name](view)
        if self.memory and self.changes is not None and self.memory.charts.get(known) != chart:
            self.changes.add(("chart", here))
        return chart

    def choose(self, files: Files) -> Files:
        """The files of the site: those of the docs folder, the record pages of both languages, the data files."""
        self.drawings.begin(chart.surface for chart in self.charts.values() if chart and chart.surface)
        for code in LANGUAGES:
            for kind in KINDS:
                for record in self.dossier.all(kind) if kind.is_paged() else ():
                    file = self._generated(f"{code}/{record.address.rstrip('/')}.md", "")
                    file.page = RecordPage(record, file, self.config)
                    files.append(file)
            for name, long_list in LONG_LISTS.items():
                for part in long_list.divided(self.view(Place(f"{code}/"))).parts[1:]:
                    file = self._generated(f"{code}/{part.address.rstrip('/')}.md", "")
                    file.page = PartPage(name, part, file, self.config)
                    files.append(file)
        for name, data in (
            ("thresholds", thresholds(self.law.rules)),
            ("statuses", statuses(self.law)),
            ("statuses.schema", schema()),
        ):
            files.append(self._generated(f"data/{name}.json", json.dumps(data, indent=2)))
        for (name, code), chart in self.charts.items():
            if chart:
                files.append(self._generated(download(name, code), chart.csv(code)))
        self.files = ChosenFiles(files, self._is_due)
        for file in self.files.every_page():
            if not self._is_due(
                file.src_uri
            ):  # MkDocs makes no page of what it does not read, and its sitemap wants one
                file.page = file.page or Page(None, file, self.config)
        return self.files

    def _generated(self, path: str, content: str) -> File:
        return File.generated(self.config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)

    # Pages

    def call_macros(self, markdown: str, page: Page) -> str:
        """The Markdown of a page of prose after its macros.

        Done here and not by the plugin, which would render the page's title as well, made from a file's name, and
        would end the process at a mistake.
        """
        if isinstance(page, MadePage):
            return markdown
        view = self.view(Place(page.url))

        def pointed(inside: str) -> Markup:
            with self._making(page.file.src_uri):
                return view.pointed(inside)

        self.markdown.begin(view, pointed)
        macros: Any = self.config.plugins["macros"]
        page.meta["render_macros"] = False
        try:
            with self._making(page.file.src_uri, ("prose", page.file.src_uri)):
                return str(macros.env.from_string(markdown).render(macros.variables))
        except Exception as error:
            before = page.file.content_string.partition(markdown)[0].count("\n")
            raise _placed(error, f"docs/{page.file.src_uri}", before) from None

    def head(self, page: MadePage) -> dict[str, str]:
        """Title and description of a page that has no source."""
        with self._making(page.file.src_uri):
            view = self.view(Place(page.url))
            if isinstance(page, RecordPage):
                return {"title": view.title(page.record), "description": view.description(page.record)}
            assert isinstance(page, PartPage)
            string = view.language.string
            name = string("parts.undated") if page.part.name == UNDATED else page.part.name
            of = string(f"long_list.{page.name}")
            return {
                "title": string("parts.title", list=of, part=name),
                "description": string("parts.description", list=of),
            }

    def made_content(self, page: MadePage) -> str:
        """The content of a page that has no source."""
        view = self.view(Place(page.url))
        if isinstance(page, PartPage):
            with self._making(page.file.src_uri):
                shown, home = LISTS[page.name](view), LONG_LISTS[page.name].home
                return view.render("part/long-list.html", list=page.name, home=home, title=page.title, shown=shown)
        assert isinstance(page, RecordPage)
        record = page.record
        try:
            with self._making(page.file.src_uri):
                shown = record_page(self.dossier, self.law, record)
                return view.render(f"record/{record.folder.removesuffix('s')}.html", record=record, shown=shown)
        except TemplateError as error:
            raise _placed(error, f"data/{record.folder}/{record.id}.yml", 0) from None

    def content(self, html: str, page: Page) -> str:
        """The content of a page, with its citation at the end."""
        view = self.view(Place(page.url))
        page.toc = TableOfContents([])  # Material would make a second skip link of it
        if view.place.is_gateway:
            return html
        with self._making(page.file.src_uri):
            return Markup(html) + view.render("part/cite.html", citation=view.cited(page.title or ""))

    # What pages of prose place

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
        """The grid of chips against periods; all chips by group if none is named."""
        shown = grid(self._here, tuple(self.dossier[ChipId(id)] for id in chips))
        return self._here.render("list/status-grid.html", shown=shown)

    def figure(self, name: str) -> Markup:
        """A figure with its finding, the table of its values and a download. Raises ValueError."""
        view = self._here
        key = (name, view.language.code)
        if name not in FIGURES:
            raise ValueError(f"no figure '{name}'; expected one of {', '.join(FIGURES)}")
        chart = self.charts[key]
        if self.memory:
            self.memory.noter.note("chart", _chart_name(*key))
        if chart is None:
            raise ValueError(f"figure '{name}': the dossier holds nothing to show in it")
        drawing = self.drawings.mark(chart.surface) if chart.surface else None
        steps, file = self.dossier.all(Step), view.place.file(download(*key))
        return view.render("part/figure.html", id=name, chart=chart, drawing=drawing, steps=steps, file=file)

    # The frame

    def divide(self, nav: Navigation) -> None:
        """Make one navigation a language. A page that is not made again keeps its title."""
        if self.memory:
            for page in nav.pages:
                if not self._is_due(page.file.src_uri):
                    page.title = self.memory.titles[page.file.src_uri]
        self.navigation = navigations(nav)

    def page_context(self, page: Page) -> dict[str, Any]:
        """What the theme gets for a page. What its templates read is noted until the page is ``completed``."""
        view = self.view(Place(page.url))
        nav = self.navigation[view.language.code]
        record = page.record if isinstance(page, RecordPage) else None
        self._framing = ExitStack()
        self._framing.enter_context(self._making(page.file.src_uri, ("titles", view.language.code)))
        if self.memory and record is None:
            self.memory.titles[page.file.src_uri] = page.title or ""
        published = self.files.destinations
        return page_context(view, self.config, nav, page.title or "", page.content or "", record, published)

    def own_context(self) -> dict[str, Any]:
        """What the theme gets for templates of its own: the page that answers missing addresses, and the sitemap."""
        context = missing_context(self.languages, self.config, self.navigation["en"], self.files.destinations)
        return context | {"pages": self.files.every_page()}

    def completed(self, output: str, page: Page) -> str:
        """A finished page with its Latin words isolated and its drawings in place, and with the direction on its root
        element, where Material has none."""
        self._framing.close()
        place = Place(page.url)
        direction = self.languages[place.language].direction
        output = isolate(output, place.language)
        page.content = None  # it is written now, and there are thousands
        output = slim(output).replace("<html ", f'<html dir="{direction}" ', 1)
        return self.drawings.place(output, place.to(""))

    # The search

    def documents(self) -> dict[str, Documents]:
        """What the search knows of each language."""
        return {code: self._documents(self.view(Place(f"{code}/"))) for code in LANGUAGES}

    def _documents(self, view: View) -> Documents:
        code, found = view.language.code, list[Found]()
        for kind in KINDS:
            for record in self.dossier.all(kind):
                if record.search_weight:
                    name = f"entry {code} {kind.folder}/{record.id}"
                    fields = [("field", kind.folder, record.id, field) for field in kind.model_fields]
                    found += self._found(name, fields, view, partial(self._record_entry, view, record))
        for file in self.files.every_page():
            if file.src_uri.startswith(f"{code}/") and not isinstance(file.page, MadePage):
                key = ("prose", file.src_uri)
                found += self._found(f"entry {file.src_uri}", [key], view, partial(self._prose_entries, view, file))
        names = (name for one in found for name in one.entry.names)
        pages = {one.entry.address: one.document for one in found}
        return Documents(pages, self.spelling.sent(names, len(pages)))

    def _found(self, name: str, keys: Sequence[Key], view: View, make: Callable[[], list[Entry]]) -> list[Found]:
        """Entries with their documents, made anew only where something that they read has changed."""
        if self.memory and not self._is_due(name):
            return self.memory.found[name]
        with self._making(name, *keys):
            found = [Found(entry, view.render("part/entry.html", entry=entry)) for entry in make()]
        if self.memory:
            self.memory.found[name] = found
        return found

    def _record_entry(self, view: View, record: Record) -> list[Entry]:
        return [record_entry(view, self.spelling, record)]

    def _prose_entries(self, view: View, file: File) -> list[Entry]:
        page, head = get_data(Path(file.abs_src_path or "").read_text(encoding="utf-8"))
        address = Place(file.url).path
        return list(prose_entries(view, self.spelling, address, head["title"], head["description"], page))

    # The end

    def finish(self) -> None:
        """Have the search index the site; what has passed everything takes the site's place.

        A server does not wait for the index, and puts only what was made anew into the site that it serves.
        """
        memory, staging = self.memory, self.staging
        self.config.site_dir = str(staging.site)
        if memory is None:
            index(self.documents(), staging.folder)
        if _warned():
            staging.discard()
            return
        if memory is None or memory.good is None:
            staging.publish()
        else:
            staging.lay_over(memory.served - self.files.destinations)
        if memory:
            memory.good, memory.served, memory.charts = self.state, self.files.destinations, self.charts
            documents = self.documents()
            memory.stale.clear()
            memory.index.begin(documents, staging.site)


def _read(data: Path, pages: Path, shelf: Shelf | None) -> Dossier:
    try:
        return load(data, pages, shelf)
    except DossierError as error:
        for problem in error.problems:
            log.error(problem)
        raise PluginError(f"{len(error.problems)} problem(s); nothing was built") from None


def _staging(project: Path, site: Path) -> Staging:
    try:
        return Staging(project, site)
    except (UnusableFolder, OSError) as error:
        raise PluginError(str(error)) from None


def _chart_name(name: str, code: str) -> str:
    return f"chart {name} {code}"


def _mind_code(project: Path) -> None:
    """Say which modules are newer than this process, which does not read them again."""
    for path in sorted((project / "macros").rglob("*.py")):
        if path.stat().st_mtime > STARTED:
            log.warning(f"{path.relative_to(project)} has changed: start the server again to see it")


def _placed(error: Exception, file: str, before: int) -> PluginError:
    """What failed, with its place: the line of a template, or that of the page whose macros failed.

    ``before`` is the number of lines of the page above its text.
    """
    inside = Path(__file__).parent.parent / "templates"
    frames = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError):
        frames.append((error.filename or "<template>", error.lineno))
    place, line = next(
        ((name, line) for name, line in reversed(frames) if name == "<template>" or name.startswith(str(inside))),
        ("<template>", 1),
    )
    if place == "<template>":
        problem = Problem(file, before + line, "", str(error))
    else:
        problem = Problem(f"macros/templates/{Path(place).relative_to(inside)}", line, "", str(error))
    log.error(problem)  # MkDocs prints a reason once and no second time
    return PluginError("1 problem; nothing was published")


def _warned() -> bool:
    """Whether MkDocs will end this build for a warning (``--strict``); it says so only after the last event."""
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return any(counter.get_counts() for counter in counters)
