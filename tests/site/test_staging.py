"""A build that fails, however it fails, leaves the old site whole; no build can reach the sources."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros.tools.staging import Staging, UnusableFolder


@pytest.fixture
def yesterday(world) -> Path:
    """A project that was built yesterday."""
    (world / "site").mkdir()
    (world / "site/index.html").write_text("the site of yesterday")
    return world


def is_untouched(project: Path) -> bool:
    site = project / "site"
    return [path.name for path in site.iterdir()] == ["index.html"] and (
        (site / "index.html").read_text() == "the site of yesterday"
    )


def append(page: Path, text: str) -> None:
    page.write_text(page.read_text(encoding="utf-8") + text, encoding="utf-8")


def replace(page: Path, old: str, new: str) -> None:
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "text", "environment", "told"),
    [
        ("docs/en/method.md", "\n{{ nope }}\n", {}, "'nope' is no call"),
        ("docs/en/method.md", "\n[broken](nowhere.md)\n", {}, "nowhere.md"),
        ("macros/templates/record/claim.html", "{{ nope }}", {}, "'nope' is undefined"),
        ("data/claims/buyers-ask.yml", "\ntopik: x\n", {}, "topik: unknown field"),
        ("docs/en/method.md", "", {"PYTHONPATH": "no-pagefind"}, "no index"),
    ],
    ids=["macro", "warning", "template", "record", "search"],
)
def test_a_failure_leaves_the_old_site_whole(yesterday, mkdocs, file, text, environment, told):
    (yesterday / "no-pagefind/pagefind").mkdir(parents=True)
    (yesterday / "no-pagefind/pagefind/__init__.py").touch()
    (yesterday / "no-pagefind/pagefind/__main__.py").write_text("raise SystemExit('no index')")
    append(yesterday / file, text)
    before = {path.name for path in yesterday.iterdir()}
    result = mkdocs("build", "--strict", **environment)
    assert result.returncode != 0
    assert told in result.stderr + result.stdout
    assert is_untouched(yesterday)
    assert {path.name for path in yesterday.iterdir()} - before <= {"__pycache__", ".cache"}, (
        "nothing is left beside it"
    )


def test_the_build_stops_before_anything_is_written(yesterday, mkdocs):
    """Through ``mkdocs build``: each problem on its line, no traceback, exit status not 0, the old site untouched."""
    replace(yesterday / "data/claims/buyers-ask.yml", "topic: demand", "topic: demmand")
    replace(yesterday / "data/actors/tarn-wire.yml", "kind: newsroom", "kind: newsrom")
    result = mkdocs("build")
    assert result.returncode != 0
    assert re.search(r"data/claims/buyers-ask\.yml:\d+: topic: ", result.stderr)
    assert re.search(r"data/actors/tarn-wire\.yml:\d+: kind: ", result.stderr)
    assert "Traceback" not in result.stderr
    assert is_untouched(yesterday)


def test_a_kind_without_its_words_stops_the_build(yesterday, mkdocs):
    replace(yesterday / "macros/wording/interface.yml", "  caveats: {en: Sourcing", "  caveat: {en: Sourcing")
    result = mkdocs("build")
    assert "macros/wording/interface.yml:1: kind.caveats: missing" in result.stderr
    assert result.returncode != 0 and "Traceback" not in result.stderr
    assert is_untouched(yesterday)


def test_a_build_that_passes_takes_the_place_of_the_old_site(yesterday, mkdocs):
    before = {path.name for path in yesterday.iterdir()}
    assert mkdocs("build", "--strict").returncode == 0
    assert not is_untouched(yesterday) and (yesterday / "site/en/claims/buyers-ask/index.html").exists()
    assert {path.name for path in yesterday.iterdir()} - before <= {"__pycache__", ".cache"}, (
        "nothing is left beside it"
    )


@pytest.mark.parametrize("folder", ["data", "macros", "data/claims", "docs/en/x", ".", "..", "schema"])
def test_the_site_never_takes_the_place_of_sources(world, mkdocs, folder):
    (world / "schema").mkdir()
    before = {path: path.read_bytes() for path in world.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    result = mkdocs("build", "-d", folder)
    assert result.returncode != 0 and "Traceback" not in result.stderr
    assert re.search(r"expected an? (empty )?folder|should not be within", result.stderr)
    after = {path: path.read_bytes() for path in world.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert after == before


def test_what_is_no_site_is_not_replaced(tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/dear.txt").write_text("x")
    with pytest.raises(UnusableFolder, match="found other files"):
        Staging(tmp_path / "project", tmp_path / "letters")


def test_what_cannot_be_written_is_told(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").touch()
    for name, found in (
        ("loop", "expected a folder for the site, found a link to itself"),
        ("file/x", "expected a folder that can be written, found: Not a directory"),
        ("x" * 300, "expected a folder that can be written, found: File name too long"),
        ("/proc", "expected a folder whose place another can take, found a mounted one"),
    ):
        with pytest.raises(UnusableFolder) as refused:
            Staging(tmp_path / "project", tmp_path / name)
        assert str(refused.value) == f"{tmp_path / name}: {found}"


def test_a_name_of_several_lines_is_told_in_one(tmp_path):
    (tmp_path / "x\ny").touch()
    with pytest.raises(UnusableFolder) as refused:
        Staging(tmp_path / "project", tmp_path / "x\ny")
    assert str(refused.value) == f"{tmp_path}/x\\ny: expected a folder for the site, found a file"


def test_no_site_stands_within_another_of_the_project(tmp_path):
    (tmp_path / "project/site/en").mkdir(parents=True)
    (tmp_path / "project/site/index.html").write_text("x")
    (tmp_path / "project/site/en/index.html").write_text("x")
    (tmp_path / "index.html").write_text("a page that stands above the project")
    with pytest.raises(UnusableFolder, match=f"expected a folder outside the site in {tmp_path}/project/site$"):
        Staging(tmp_path / "project", tmp_path / "project/site/en/x")
    Staging(tmp_path / "project", tmp_path / "project/other")


def test_the_new_site_takes_the_place_of_the_old_one(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old")
    staging = Staging(tmp_path / "project", tmp_path / "site")
    (staging.folder / "index.html").write_text("new")
    staging.publish()
    assert (tmp_path / "site/index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("is_published", [True, False])
def test_what_is_left_of_a_build_goes_without_the_next_one(tmp_path, is_published):
    """A server's build is given up whenever Python gets to it, which may be in the middle of a later one."""
    before = Staging(tmp_path / "project", tmp_path / "site")
    (before.folder / "index.html").write_text("old")
    if is_published:
        before.publish()
    staging = Staging(tmp_path / "project", tmp_path / "site")
    (staging.folder / "index.html").write_text("new")
    before.discard()
    staging.publish()
    assert (tmp_path / "site/index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.fixture(params=["another", "own"])
def dead(request) -> int:
    """The number of a process that has ended: this one may have it as well, as where each has the first."""
    if request.param == "own":
        return os.getpid()
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_what_a_killed_build_left_is_taken_away(tmp_path, dead):
    others = {f".site-{os.getppid()}", ".site-mine", ".sitemap-1", f".site-{dead}-{dead}"}
    for name in (f".site-{dead}", f".site-{dead}-old", *others):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name)
    (tmp_path / "site").mkdir()
    staging = Staging(tmp_path / "project", tmp_path / "site")
    staging.discard()
    assert {path.name for path in tmp_path.iterdir()} == {"site", *others}


@pytest.mark.parametrize("site", ["site", "out[1]"])
def test_a_site_that_a_killed_build_had_moved_aside_comes_back(tmp_path, dead, site):
    (tmp_path / f".{site}-{dead}-old").mkdir()
    (tmp_path / f".{site}-{dead}-old/index.html").write_text("old")
    Staging(tmp_path / "project", tmp_path / site).discard()
    assert (tmp_path / site / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == [site]
