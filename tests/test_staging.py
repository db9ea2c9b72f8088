"""A build that fails, however it fails, leaves the old site whole; no build can reach the sources."""
from __future__ import annotations

import pytest
from conftest import mkdocs

from macros.staging import Staging, UnusableFolder


@pytest.fixture
def yesterday(project):
    """A project that was built yesterday."""
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the site of yesterday")
    return project


def append(page, text: str) -> None:
    page.write_text(page.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.mark.parametrize(("file", "text", "environment"), [
    ("docs/en/method.md", "\n{{ nope }}\n", {}),
    ("docs/en/method.md", "\n[broken](nowhere.md)\n", {}),
    ("macros/templates/claim.html", "{{ nope }}", {}),
    ("data/claims/h200-six-times-h20.yml", "\ntopik: x\n", {}),
    ("docs/en/method.md", "", {"PYTHONPATH": "no-pagefind"}),
], ids=["macro", "warning", "template", "record", "search"])
def test_a_failure_leaves_the_old_site_whole(yesterday, file, text, environment):
    (yesterday / "no-pagefind/pagefind").mkdir(parents=True)
    (yesterday / "no-pagefind/pagefind/__init__.py").touch()
    (yesterday / "no-pagefind/pagefind/__main__.py").write_text("raise SystemExit('no index')")
    append(yesterday / file, text)
    before = sorted(path.name for path in yesterday.iterdir())
    result = mkdocs(yesterday, "build", "--strict", **environment)
    assert result.returncode != 0
    assert [path.name for path in (yesterday / "site").iterdir()] == ["index.html"]
    assert (yesterday / "site/index.html").read_text() == "the site of yesterday"
    assert {path.name for path in yesterday.iterdir()} - set(before) <= {"__pycache__"}, "nothing is left beside it"


@pytest.mark.parametrize("folder", ["data", "macros", "data/claims", "docs/en/x", ".", "..", "schema"])
def test_the_site_never_takes_the_place_of_sources(project, folder):
    (project / "schema").mkdir()
    records = len(list((project / "data").rglob("*.yml")))
    result = mkdocs(project, "build", "-d", folder)
    assert result.returncode != 0 and "Traceback" not in result.stderr
    assert len(list((project / "data").rglob("*.yml"))) == records and (project / "macros/hooks.py").exists()


def test_what_is_no_site_is_not_replaced(tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/dear.txt").write_text("x")
    with pytest.raises(UnusableFolder, match="found other files"):
        Staging(tmp_path / "project", tmp_path / "letters")


def test_the_new_site_takes_the_place_of_the_old_one(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old")
    staging = Staging(tmp_path / "project", tmp_path / "site")
    (staging.folder / "index.html").write_text("new")
    staging.publish()
    assert (tmp_path / "site/index.html").read_text() == "new" and [path.name for path in tmp_path.iterdir()] == ["site"]
