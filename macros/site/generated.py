"""Pages as MkDocs sees them: those that have a source file, and those that are rendered from templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from ..page.lists import LISTS
from ..page.long_lists import LONG_LISTS
from ..page.parts import Part
from ..page.record_pages import record_page
from ..page.view import View, record_file
from ..record.shared import Record
from .slimming import ids_of


class Told(NamedTuple):
    """What a page tells, without its citation and its frame."""

    title: str
    description: str
    html: str


class ToldPage(Page):
    """A page of which the build knows what it tells: MkDocs asks it in vain for Markdown."""

    @property
    def origin(self) -> str:
        """The file by which a mistake in the page is known."""
        raise NotImplementedError

    def tell(self, view: View) -> Told:
        """What the page tells, as the view sees the dossier."""
        raise NotImplementedError

    def read_source(self, config: MkDocsConfig) -> None:
        """Title and description instead of a source; the title is none that macros may render."""
        title, description, self._html = _build(config).told(self)
        self.markdown = ""
        self.meta = {"render_macros": False, "title": title, "description": description}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The content that was told."""
        self.content, self._html = self._html, ""
        self.toc = TableOfContents([])  # Material would make a second skip link of it


class ProsePage(ToldPage):
    """A page of the docs folder, in Markdown with macros."""

    def __init__(self, file: File, config: MkDocsConfig):
        super().__init__(None, file, config)
        self._config = config

    @property
    def origin(self) -> str:
        return f"docs/{self.file.src_uri}"

    def source(self) -> str:
        """The page's Markdown, without its head, which is then known."""
        Page.read_source(self, self._config)
        return self.markdown or ""

    def tell(self, view: View) -> Told:
        build = _build(self._config)
        self.markdown = build.call_macros(self)
        Page.render(self, self._config, build.files)
        build.judge(self)
        # MkDocs sees those of headings alone, and looks for what links lead to.
        self.present_anchor_ids = set(ids_of(self.content or ""))
        return Told(self.title or "", self.meta.get("description", ""), self.content or "")


class GeneratedPage(ToldPage):
    """A page from a template. No text engine reads it: neither macros nor Markdown have a part in it."""

    record: Record | None = None
    """The record that the page is about, if it is about one."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        super().render(config, files)
        self.present_anchor_ids = set()


class GeneratedRecordPage(GeneratedPage):
    """The page of a record."""

    record: Record

    @property
    def origin(self) -> str:
        return record_file(self.record)

    def tell(self, view: View) -> Told:
        record = self.record
        shown = record_page(view.dossier, view.law, record)
        html = view.render(f"record/{record.folder.removesuffix('s')}.html", record=record, shown=shown)
        return Told(view.title(record), view.description(record), html)


class PartPage(GeneratedPage):
    """A further page of a long list, by the name of the list."""

    name: str
    part: Part[Any]

    @property
    def origin(self) -> str:
        return f"macros/templates/list/{self.name}.html"

    def tell(self, view: View) -> Told:
        string = view.language.string
        of = string(f"long_list.{self.name}")
        title = string("parts.title", list=of, part=self.part.label)
        shown, home = LISTS[self.name](view), LONG_LISTS[self.name].home
        html = view.render("part/long-list.html", list=self.name, home=home, title=title, shown=shown)
        return Told(title, string("parts.description", list=of), html)


class CitationPage(GeneratedPage):
    """How to cite a record that has no page of its own."""

    record: Record

    @property
    def origin(self) -> str:
        return "macros/templates/part/citation-page.html"

    def tell(self, view: View) -> Told:
        title = view.cited_record(self.record).title
        html = view.render("part/citation-page.html", title=title, record=self.record)
        return Told(title, view.language.string("cite.entry_description"), html)


class CitationsPage(GeneratedPage):
    """The ways to the citations of the records of a kind that has no pages of its own."""

    kind: type[Record]

    @property
    def origin(self) -> str:
        return "macros/templates/part/citations.html"

    def tell(self, view: View) -> Told:
        string = view.language.string
        title = string("cite.entries", kind=string(f"kind.{self.kind.folder}"))
        html = view.render("part/citations.html", title=title, records=view.dossier.all(self.kind))
        return Told(title, string("cite.entries_description"), html)


def _build(config: MkDocsConfig) -> Any:
    """The build, which knows this module; MkDocs hands a page no more than its configuration."""
    return config["dossier_build"]


class ChosenFiles(Files):
    """The files of a site, of which MkDocs makes only those pages that are due, and copies the others only if they are
    not there.

    MkDocs' own way to leave files as they are, ``--dirty``, asks for the time of a page's own file alone, and warns.
    """

    def __init__(
        self,
        files: Files,
        is_due: Callable[[File], bool],
        is_there: Callable[[File], bool],
        note: Callable[[str, str], None],
    ):
        super().__init__(files)
        self._due = {file.src_uri for file in super().documentation_pages() if is_due(file)}
        self._is_there, self._note = is_there, note

    def get_file_from_path(self, path: str) -> File | None:
        """What a link of a page leads to, whether or not it is there: the page depends on that."""
        self._note("file", path)
        return super().get_file_from_path(path)

    def copy_static_files(self, dirty: bool = False, **conditions: Any) -> None:
        Files([file for file in self if not self._is_there(file)]).copy_static_files(dirty, **conditions)

    def documentation_pages(self, **conditions: Any) -> Sequence[File]:
        return [file for file in super().documentation_pages(**conditions) if file.src_uri in self._due]

    def every_page(self) -> Sequence[File]:
        """The pages that are not made again as well."""
        return super().documentation_pages()

    @cached_property
    def destinations(self) -> set[str]:
        """Where the files of the whole site lie below its root."""
        return {file.dest_uri for file in self if file.inclusion is not InclusionLevel.EXCLUDED}
