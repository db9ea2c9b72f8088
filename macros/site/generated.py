"""Pages that have no source file: MkDocs asks them for their content, and they are rendered from templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from ..page.parts import Part
from ..record.shared import Record


class MadePage(Page):
    """A page from a template. No text engine reads it: neither macros nor Markdown have a part in it."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Title and description instead of a source; the title is none that macros may render."""
        self.markdown = ""
        self.meta = {"render_macros": False} | _build(config).head(self)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The content from the page's template."""
        self.content = _build(config).made_content(self)
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()


class RecordPage(MadePage):
    """The page of a record."""

    def __init__(self, record: Record, file: File, config: MkDocsConfig):
        super().__init__(None, file, config)
        self.record = record


class PartPage(MadePage):
    """A further page of a long list, by the name of the list's template."""

    def __init__(self, name: str, part: Part[Any], file: File, config: MkDocsConfig):
        super().__init__(None, file, config)
        self.name, self.part = name, part


def _build(config: MkDocsConfig) -> Any:
    """The build, which knows this module; MkDocs hands a page no more than its configuration."""
    return config["dossier_build"]


class ChosenFiles(Files):
    """The files of a site, of which MkDocs makes only those pages that are due.

    MkDocs' own way to leave pages as they are, ``--dirty``, asks for the time of a page's own file alone, and warns.
    """

    def __init__(self, files: Files, is_due: Callable[[str], bool]):
        super().__init__(files)
        self._due = {file.src_uri for file in super().documentation_pages() if is_due(file.src_uri)}

    def documentation_pages(self, **conditions: Any) -> Sequence[File]:
        return [file for file in super().documentation_pages(**conditions) if file.src_uri in self._due]

    def every_page(self) -> Sequence[File]:
        """The pages that are not made again as well."""
        return super().documentation_pages()

    @cached_property
    def destinations(self) -> set[str]:
        """Where the files of the whole site lie below its root."""
        return {file.dest_uri for file in self}
