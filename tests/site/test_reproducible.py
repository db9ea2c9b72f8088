"""Two builds of one state are the same to the last bit, whenever and wherever they are made, and with MkDocs or its
heir."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import quicker
from made_up import BASE, WORLD
from support import copy_project, sharing_drawings

pytestmark = pytest.mark.long

LATER = """
import datetime, quicker, time_machine
quicker.quicken()
time_machine.travel(datetime.datetime.now() + datetime.timedelta(days=400)).start()
from mkdocs.__main__ import cli
cli()
"""
"""``mkdocs`` as it will be run in a year or so."""

ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONCOERCECLOCALE": "0",  # so that text without an encoding of its own is ASCII
    "PYTHONUTF8": "0",
    "PYTHONPATH": str(Path(quicker.__file__).parent),
    "TMPDIR": "/dev/shm",  # another file system lists its files in another order
}


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differing(one: Path, two: Path) -> list[str]:
    """The names of files that two folders do not both hold, or not with the same content."""
    here, there = files(one), files(two)
    return sorted(name for name in {*here, *there} if here.get(name) != there.get(name))


def test_another_day_folder_time_zone_locale_and_file_system_change_nothing(world_site, tmp_path):
    project = copy_project(tmp_path / "another place", WORLD / "data", WORLD / "docs")
    built(project, "-c", LATER, "build", "--strict", **ELSEWHERE)
    assert differing(world_site.root, project / "site") == []
    kinds = {Path(name).suffix for name in files(project / "site")}
    assert kinds >= {".html", ".gz", ".pf_meta", ".sqlite", ".zip", ".ics", ".xml", ".png"}


def test_properdocs_builds_the_same_site(world_site, tmp_path):
    """The way out of MkDocs 1.x, which nobody mends any more."""
    world = sharing_drawings(copy_project(tmp_path / "project", WORLD / "data", WORLD / "docs"))
    built(world, quicker.__file__, "properdocs", "build", "--strict", "--config-file", "mkdocs.yml")
    assert differing(world_site.root, world / "site") == []


def test_properdocs_leaves_the_old_site_for_a_warning(world):
    (world / "site").mkdir()
    (world / "site/index.html").write_text("the site of yesterday")
    page = world / "docs/en/method.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n[broken](nowhere.md)\n", encoding="utf-8")
    command = [sys.executable, quicker.__file__, "properdocs", "--quiet", "build", "--strict", "-f", "mkdocs.yml"]
    result = subprocess.run(command, cwd=world, capture_output=True, text=True)
    assert result.returncode == 1 and "nowhere.md" in result.stderr
    assert files(world / "site") == {"index.html": b"the site of yesterday"}


def built(project: Path, *command: str, **environment: str) -> None:
    """Run Python in a folder, at the address of the made-up world."""
    known = {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": BASE}
    result = subprocess.run(
        [sys.executable, *command], cwd=project, capture_output=True, text=True, env=os.environ | known | environment
    )
    assert result.returncode == 0, result.stderr
