"""What the tests share: the dossier, copies of the project to break, and one build of the site a run."""
from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import lxml.html
import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.dossier import Dossier, load  # noqa: E402

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
