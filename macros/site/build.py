"""One build: the dossier, the law and all that pages are made with, from the first look at the data to the finished
site."""

from __future__ import annotations

import json
import logging
import time
import traceback
from collections import Counter
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

from ..downloads.calendar import calendar
from ..downloads.feeds import feed
from ..figures.catalogue import FIGURES, PAGES, address, download
from ..figures.sheet import sheet
from ..law.day import Law
from ..law.statuses import schema, statuses
from ..law.thresholds import thresholds
from ..page.changes import FEEDS, calendar_address, feed_address
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
from ..wording.language import LANGUAGES, Language
from ..wording.latin import isolate
from ..wording.spelling import Spelling
from ..wording.strings import read_strings
from .drawings import Drawings, Figure
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
    def figures(self) -> dict[tuple[str, str], Figure | None]:
        """Every figure in every language."""
        return {(name, code): self._figure(name, code) for name in FIGURES for code in LANGUAGES}

    def _figure(self, name: str, code: str) -> Figure | None:
        here, known = _figure_name(name, code), (name, code)
        if self.memory and not self._is_due(here):
            return self.memory.figures[known]
        with self._making(here):
            view = self.view(Place(f"{code}/{PAGES[name]}"))
            chart = FIGURES[name](view)
            figure = Figure(chart, sheet(view, chart, view.site_url + address(name, code))) if chart else None
        if self.memory and self.changes is not None and self.memory.figures.get(known) != figure:
            self.changes.add(("figure", here))
        return figure

    def choose(self, files: Files) -> Files:
        """The files of the site: those of the docs folder, the pages that have none there, the data files."""
        self.drawings.begin(figure for figure in self.figures.values() if figure)
        for code in LANGUAGES:
            for file in self._made_pages(code):
                files.append(file)
        for name, data in (
            ("thresholds", thresholds(self.law.rules)),
            ("statuses", statuses(self.law)),
            ("statuses.schema", schema()),
        ):
            files.append(self._generated(f"data/{name}.json", json.dumps(data, indent=2)))
        for code in LANGUAGES:
            view = self.view(Place(f"{code}/"))
            for name in FEEDS:
                files.append(self._generated(feed_address(name, code), feed(name, view)))
            files.append(self._generated(calendar_address(code), calendar(view)))
        for (name, code), figure in self.figures.items():
            if figure:
                files.append(self._generated(download(name, code, "csv"), figure.chart.csv(code)))
                for end in ("svg", "png"):
                    files.append(self._drawn(download(name, code, end), self.drawings.file(figure, end)))
        self.files = ChosenFiles(files, self._is_due)
        for file in self.files.every_page():
            if not self._is_due(
                file.src_uri
            ):  # MkDocs makes no page of what it does not read, and its sitemap wants one
                file.page = file.page or Page(None, file, self.config)
        return self.files

    def _made_pages(self, code: str) -> Iterator[File]:
        """The pages of one language that no file of the docs folder has: those of records, and the further ones of
        long lists."""
        for kind in KINDS:
            for record in self.dossier.all(kind) if kind.is_paged() else ():
                file = self._generated(f"{code}/{record.address.rstrip('/')}.md", "")
                file.page = RecordPage(record, file, self.config)
                yield file
        for name, long_list in LONG_LISTS.items():
            for part in long_list.divided(self.view(Place(f"{code}/"))).parts[1:]:
                file = self._generated(f"{code}/{part.address.rstrip('/')}.md", "")
                file.page = PartPage(name, part, file, self.config)
                yield file

    def _generated(self, path: str, content: str) -> File:
        return File.generated(self.config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)

    def _drawn(self, path: str, picture: Path) -> File:
        """A file of the site that lies where the drawings are kept, once they are made."""
        return File.generated(self.config, path, abs_src_path=str(picture), inclusion=InclusionLevel.NOT_IN_NAV)

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
        """A figure with its finding, the table of its values and what can be saved of it. Raises ValueError."""
        view = self._here
        code = view.language.code
        if name not in FIGURES:
            raise ValueError(f"no figure '{name}'; expected one of {', '.join(FIGURES)}")
        figure = self.figures[name, code]
        if self.memory:
            self.memory.noter.note("figure", _figure_name(name, code))
        if figure is None:
            raise ValueError(f"figure '{name}': the dossier holds nothing to show in it")
        wide, narrow = figure.surfaces
        return view.render(
            "part/figure.html",
            id=name,
            chart=figure.chart,
            sheet=figure.sheet,
            drawings=[("wide", wide, self.drawings.mark(wide)), ("narrow", narrow, self.drawings.mark(narrow))],
            files={kind: view.place.file(download(name, code, kind)) for kind in ("svg", "png", "csv")},
            address=view.site_url + address(name, code),
            picture=view.site_url + download(name, code, "svg"),
        )

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

    def draw(self) -> None:
        """See to it that the pictures are there before MkDocs copies the files of the site."""
        self.drawings.finish()

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
        having = Counter(word for one in found for words in one.entry.weights.values() for word in words)
        return Documents(pages, self.spelling.sent(names, len(pages), having))

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
        title = str(head.get("title") or (file.page and file.page.title) or "")
        lead = str(head.get("description", ""))
        return list(prose_entries(view, self.spelling, Place(file.url).path, title, lead, page))

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
            memory.good, memory.served, memory.figures = self.state, self.files.destinations, self.figures
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


def _figure_name(name: str, code: str) -> str:
    return f"figure {name} {code}"


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
