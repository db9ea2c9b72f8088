"""What the tests share: the dossier, copies of the project to break, and one build of the site a run."""
from __future__ import annotations

import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.dossier import Dossier, load  # noqa: E402

ROOT_PAGES = ["", "policy-gap/", "steps/", "claims/", "claims/h200-six-times-h20/", "actors/", "actors/nvidia/", "chips/", "chips/h200-sxm/",
              "rules/", "rules/rule-2026-01-15/", "sourcing/", "sources/", "sources/reuters-2025-12-10/", "timeline/",
              "events/trump-announces-h200-2025-12/", "conflicts/", "glossary/", "method/"]
"""One page of each kind, below its language."""

DOSSIER = load(ROOT / "data")
"""Read once, so that tests can be parametrised over the records."""


def mkdocs(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """Run ``mkdocs`` in a folder, as an editor does."""
    return subprocess.run([sys.executable, "-m", "mkdocs", *arguments], cwd=folder, capture_output=True, text=True,
                          env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment)


def copy_project(folder: Path) -> Path:
    """A copy of the project that a test may break."""
    for name in ("data", "docs", "macros"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


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
    def tree(self):
        return lxml.html.document_fromstring(self.source)

    @cached_property
    def words(self) -> str:
        """What a reader reads, without code and script."""
        return " ".join(self.texts(other_languages=True))

    @property
    def ids(self) -> list[str]:
        return self.tree.xpath("//@id")

    def texts(self, other_languages: bool = False) -> list[str]:
        """Visible texts of the page; those marked as another language only if asked for."""
        here = self.language
        nodes = self.tree.xpath("//body//text()[not(ancestor::script or ancestor::style or ancestor::pre)]")
        return [str(node) for node in nodes
                if node.strip() and (other_languages or node.getparent().xpath("ancestor-or-self::*[@lang][1]/@lang") in ([here], []))]


@dataclass(frozen=True)
class Site:
    root: Path

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages of both languages, by address."""
        return {
            url: Page(url, file)
            for language in ("en", "ar")
            for file in sorted((self.root / language).rglob("index.html"))
            if (url := file.parent.relative_to(self.root).as_posix() + "/")
        }

    def of(self, language: str) -> dict[str, Page]:
        return {url: page for url, page in self.pages.items() if page.language == language}


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    return DOSSIER


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Site:
    """The site as ``mkdocs build --strict`` makes it under a base path, as on GitHub Pages."""
    folder = tmp_path_factory.mktemp("site") / "site"
    result = mkdocs(ROOT, "build", "--strict", "-d", str(folder), SITE_URL="https://example.org/h200/")
    assert result.returncode == 0, result.stderr
    assert not re.search(r"^(WARNING|ERROR)", result.stderr, re.M), result.stderr
    return Site(folder)


@pytest.fixture
def project(tmp_path) -> Path:
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def address(site):
    """The built site, served under its base path."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments, **keywords):
            super().__init__(*arguments, directory=str(site.root), **keywords)

        def translate_path(self, path):
            return super().translate_path(path.removeprefix("/h200"))

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/h200/"
    server.shutdown()


def launch(playwright: Playwright) -> Browser:
    """The system's Chromium, without requests of its own."""
    return playwright.chromium.launch(executable_path=shutil.which("chromium"),
                                      args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser):
    """Opens a page as a new reader does; what a test opened is closed after it, even if it failed."""
    contexts = []

    def open_page(**options):
        contexts.append(browser.new_context(**options))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()
