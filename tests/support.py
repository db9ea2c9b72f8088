"""What tests of all rooms share: the project's folder, copies of it to break, and MkDocs as an editor runs it."""

from __future__ import annotations

import inspect
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, wraps
from pathlib import Path
from typing import Any

import lxml.html
import quicker
import waiting

ROOT = Path(__file__).resolve().parent.parent
BASE = "https://example.org/h200/"
"""The address at which the tests build the site, under a path as on GitHub Pages."""

ROOT_PAGES = (
    "",
    "policy-gap/",
    "status/",
    "questions/",
    "questions/have-h200s-reached-china/",
    "steps/",
    "claims/",
    "claims/h200-six-times-h20/",
    "actors/",
    "actors/nvidia/",
    "chips/",
    "chips/h200-sxm/",
    "rules/",
    "versions/",
    "rules/rule-2026-01-15/",
    "sourcing/",
    "sources/",
    "sources/reuters-2025-12-10/",
    "timeline/",
    "changes/",
    "events/trump-announces-h200-2025-12/",
    "conflicts/",
    "glossary/",
    "method/",
    "doubts/",
    "data/",
)
"""One page of each kind, below its language."""


WORLD = ROOT / "tests/world"

LEFT_OUT = """
actors/ima-tarvel actors/idle-institute chips/moss-2 chips/moss-4 chips/moss-5 chips/moss-desk
chips/quill-1d chips/quill-1m chips/quill-2l chips/quill-4 chips/quill-5 chips/quill-8 chips/quill-9c chips/quill-play
chips/reed-2 claims/firms-stay-quiet claims/foundry-doubles-output claims/loqing-is-slower claims/ministry-silent
claims/tarvel-will-sell events/hearing-2032 events/hearing-expected-2033 events/tundrix-filing-2032
questions/were-any-delivered questions/who-paid
rules/bill-of-lines rules/china-note-2032 rules/china-order-2031 rules/exception-2032 rules/foreign-2031
rules/letter-2031 rules/practice-2032 rules/review-2032-correction rules/stop-2032 rules/third-country-2032
sources/idle-note sources/unused versions/line-2030
"""
"""Records of the made-up world that it can do without: what a build makes of them it makes of others of their kinds."""

DRAWN = Path(".cache/drawings")
"""Where a project keeps its drawings, by what they are drawn from."""


def mkdocs(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``mkdocs`` in a folder, as an editor does."""
    return subprocess.run(
        [sys.executable, quicker.__file__, "mkdocs", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
    )


class Waiting:
    """A folder for one project after another, and MkDocs that waits there: what it loads it loads once, so all of them
    have the same code."""

    def __init__(self, folder: Path):
        self.project = folder / "project"
        self._output, self._errors = folder / "output", folder / "errors"
        self._process: subprocess.Popen[str] | None = None

    def begin(self) -> Path:
        """A new project with the made-up world in the place of the last one."""
        shutil.rmtree(self.project, ignore_errors=True)
        return copy_world(self.project)

    def mkdocs(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """The same as to run ``mkdocs`` in the project that is there now, but sooner done."""
        if not self._process:
            self._process = subprocess.Popen(
                [sys.executable, waiting.__file__],
                cwd=self.project,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            )
        asked = {"arguments": arguments, "environment": environment}
        asked |= {"output": str(self._output), "errors": str(self._errors)}
        assert self._process.stdin and self._process.stdout
        print(json.dumps(asked), file=self._process.stdin, flush=True)
        status = int(self._process.stdout.readline())
        return subprocess.CompletedProcess(arguments, status, self._output.read_text(), self._errors.read_text())

    def end(self) -> None:
        if self._process:
            self._process.communicate()


def copy_project(folder: Path, data: Path = ROOT / "data", docs: Path = ROOT / "docs") -> Path:
    """A copy of the project that a test may break, with these records, the redirects beside them, and these pages."""
    for source, name in ((data, "data"), (docs, "docs"), (ROOT / "macros", "macros")):
        shutil.copytree(source, folder / name)  # with the bytecode, which holds for the copy as well
    for name in ("mkdocs.yml", "LICENSE-DATA.md"):
        shutil.copy(ROOT / name, folder)
    shutil.copy(data.parent / "redirects.yml", folder)
    return folder


def sharing_drawings(copy: Path) -> Path:
    """A copy that has its drawings with the project: to draw takes most of a small build."""
    (ROOT / DRAWN).mkdir(parents=True, exist_ok=True)
    (copy / DRAWN).parent.mkdir()
    (copy / DRAWN).symlink_to(ROOT / DRAWN)
    return copy


def copy_world(folder: Path) -> Path:
    """A copy of the project with the made-up world, without what it can do without: it builds in seconds."""
    project = sharing_drawings(copy_project(folder, WORLD / "data", WORLD / "docs"))
    for name in LEFT_OUT.split():
        (project / f"data/{name}.yml").unlink()
    return project


def every(name: str, values: Iterable[Any], known_by: Callable[[Any], str] = str) -> Callable[..., Callable[..., None]]:
    """One test that tries a check on each of many values, given to it by this name, and tells all for which it fails
    with the reason. To ``parametrize`` over thousands takes longer than most checks do."""
    tried = list(values)

    def decorate(check: Callable[..., None]) -> Callable[..., None]:
        @wraps(check)
        def test(**fixtures: Any) -> None:
            failed = {}
            for value in tried:
                try:
                    check(**fixtures, **{name: value})
                except Exception as error:
                    failed[known_by(value)] = f"{type(error).__name__}: {error}"
            assert tried and not failed, "\n".join(f"{value}: {why}" for value, why in failed.items())

        signature = inspect.signature(check)
        fixtures = [parameter for parameter in signature.parameters.values() if parameter.name != name]
        test.__signature__ = signature.replace(parameters=fixtures)
        return test

    return decorate


APART = ("bdi", "code", "svg", "option", "textarea")
"""Elements whose words stand in an order of their own, whatever is around them."""


@dataclass(frozen=True)
class Page:
    """A built page: its address below the root, and its tree."""

    url: str
    file: Path

    @property
    def language(self) -> str:
        return self.url[:2]

    @cached_property
    def source(self) -> str:
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> lxml.html.HtmlElement:
        return lxml.html.document_fromstring(self.source)

    @cached_property
    def words(self) -> str:
        """What a reader reads, without code and script."""
        return " ".join(self.texts(other_languages=True))

    @cached_property
    def ids(self) -> list[str]:
        return self.tree.xpath("//@id")

    def texts(self, other_languages: bool = False) -> list[str]:
        """Visible texts of the page; those marked as another language only if asked for."""
        return [text for text, language, _ in self._texts if other_languages or language == self.language]

    @property
    def running_texts(self) -> list[str]:
        """Visible texts in the page's language with nothing around them that sets them apart."""
        return [text for text, language, is_apart in self._texts if language == self.language and not is_apart]

    @cached_property
    def _texts(self) -> list[tuple[str, str, bool]]:
        """Each visible text with its language, and whether it is set apart."""
        found: list[tuple[str, str, bool]] = []

        def read(element: lxml.html.HtmlElement, outside: str, is_apart: bool) -> None:
            if isinstance(element.tag, str) and element.tag not in ("script", "style", "pre"):
                inside, is_inside = element.get("lang", outside), is_apart or element.tag in APART
                found.append((element.text or "", inside, is_inside))
                for child in element:
                    read(child, inside, is_inside)
            found.append((element.tail or "", outside, is_apart))

        read(self.tree.body, self.tree.get("lang", self.language), False)
        return [each for each in found if each[0].strip()]


@dataclass(frozen=True)
class Site:
    """A built site."""

    root: Path

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages of both languages, by address, but for those that only lead on."""
        files = [file for language in ("en", "ar") for file in sorted((self.root / language).rglob("index.html"))]
        pages = [Page(file.parent.relative_to(self.root).as_posix() + "/", file) for file in files]
        return {page.url: page for page in pages if 'http-equiv="refresh"' not in page.source}

    def at(self, url: str) -> Page:
        """What stands at an address: a page, or what leads on from there."""
        return Page(url, self.root / url / "index.html")

    def of(self, language: str) -> dict[str, Page]:
        return {url: page for url, page in self.pages.items() if page.language == language}


def with_fonts(route: Any) -> None:
    """Answers a browser's request for a style sheet. A busy machine may miss the tenth of a second in which a page
    waits for the fonts that its places and figures are made for: here it waits longer."""
    sheet = route.fetch()
    route.fulfill(response=sheet, body=sheet.text().replace("font-display:optional", "font-display:block"))
