"""What the history of a project says of its edition."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from macros.page.edition import UNKNOWN
from macros.site.history import edition, head


def git(folder: Path, *arguments: str, day: str = "2031-01-01") -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    when = f"{day}T12:00:00+0000"
    environment = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, env=environment)


def changed(project: Path, path: str, day: str) -> None:
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_text(day, encoding="utf-8")
    git(project, "add", ".")
    git(project, "commit", "-m", day, day=day)


def test_each_file_has_the_day_of_its_entry_and_of_its_last_change(tmp_path):
    git(tmp_path, "init")
    for path, day in (
        ("dossier/data/claims/a.yml", "2031-01-02"),
        ("dossier/data/claims/b.yml", "2031-02-03"),
        ("dossier/data/claims/a.yml", "2031-03-04"),
        ("elsewhere/data/claims/a.yml", "2031-05-06"),
    ):
        changed(tmp_path, path, day)
    found = edition(tmp_path / "dossier")
    assert found.changes == {"data/claims/a.yml": "2031-03-04", "data/claims/b.yml": "2031-02-03"}
    assert found.entered == {"data/claims/a.yml": "2031-01-02", "data/claims/b.yml": "2031-02-03"}
    assert (found.day, found.last_change) == ("2031-05-06", "2031-03-04")
    assert len(found.commit) == 7 and head(tmp_path).startswith(found.commit)


def test_a_history_without_its_beginning_tells_no_changes(tmp_path, caplog):
    caplog.set_level("INFO", "mkdocs.dossier")
    git(tmp_path, "init", "whole")
    changed(tmp_path / "whole", "data/claims/a.yml", "2031-01-02")
    changed(tmp_path / "whole", "data/claims/b.yml", "2031-01-03")
    git(tmp_path, "clone", "--depth", "1", (tmp_path / "whole").as_uri(), "part")
    found, known_by = edition(tmp_path / "part"), head(tmp_path / "part")
    assert found.commit and not found.changes and not found.entered and found.last_change is None
    assert "git fetch --unshallow" in caplog.text
    git(tmp_path / "part", "fetch", "--unshallow")
    assert edition(tmp_path / "part").changes and head(tmp_path / "part") != known_by, "a server asks again"


@pytest.mark.parametrize(
    "setting",
    [
        *("log.showRoot=false", "log.showSignature=true", "core.quotePath=false", "i18n.logOutputEncoding=IBM037"),
        "diff.orderFile=/nonexistent",
    ],
)
def test_the_settings_of_whoever_builds_say_nothing(tmp_path, setting):
    git(tmp_path, "init")
    changed(tmp_path, "data/claims/a.yml", "2031-01-02")
    changed(tmp_path, "data/claims/ü.yml", "2031-01-03")
    expected = edition(tmp_path)
    assert expected.changes["data/claims/a.yml"] == "2031-01-02"
    git(tmp_path, "config", *setting.split("="))
    git(tmp_path, "replace", "--graft", "HEAD")
    (tmp_path / ".git/info/grafts").write_text(head(tmp_path).split()[0])
    assert edition(tmp_path) == expected


def test_another_history_in_the_environment_says_nothing(tmp_path, monkeypatch):
    for name, path in (("own", "data/claims/a.yml"), ("other", "data/claims/b.yml")):
        git(tmp_path, "init", name)
        changed(tmp_path / name, path, "2031-01-02")
    expected = edition(tmp_path / "own")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other/.git"))
    assert expected.commit and edition(tmp_path / "own") == expected
    (tmp_path / "files/data").mkdir(parents=True)
    assert edition(tmp_path / "files") == UNKNOWN


def test_what_a_merge_changes_is_of_its_day(tmp_path):
    git(tmp_path, "init", "--initial-branch", "main")
    changed(tmp_path, "data/claims/a.yml", "2031-01-02")
    git(tmp_path, "checkout", "-b", "beside")
    changed(tmp_path, "data/claims/b.yml", "2031-01-03")
    git(tmp_path, "checkout", "main")
    changed(tmp_path, "data/claims/c.yml", "2031-01-04")
    git(tmp_path, "merge", "--no-commit", "--no-ff", "beside")
    changed(tmp_path, "data/claims/b.yml", "2031-01-05")
    days = edition(tmp_path).changes
    assert days["data/claims/b.yml"] == "2031-01-05" and days["data/claims/c.yml"] == "2031-01-04"


def test_files_within_the_history_of_something_else_are_of_no_edition(tmp_path):
    git(tmp_path, "init")
    changed(tmp_path, "notes.txt", "2031-01-02")
    (tmp_path / "dossier/data").mkdir(parents=True)
    assert edition(tmp_path / "dossier") == UNKNOWN


def recommitted(project: Path, committer: str) -> None:
    """Has the last commit from someone else, or at another time, which Git itself would not take."""
    kept = subprocess.run(["git", "cat-file", "commit", "HEAD"], cwd=project, capture_output=True, text=True).stdout
    kept = re.sub(r"(?m)^committer .*", f"committer {committer}", kept)
    written = ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"]
    name = subprocess.run(written, cwd=project, input=kept, capture_output=True, text=True, check=True).stdout
    git(project, "update-ref", "HEAD", name.strip())


def without_a_day(project: Path) -> None:
    recommitted(project, "x <x@example.org>")


def too_late(project: Path) -> None:
    recommitted(project, "x <x@example.org> 4299955200 +0000")


def broken(project: Path) -> None:
    (project / ".git/config").write_text("[", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [(without_a_day, "has no day"), (too_late, "has no day up to 2106-02-06"), (broken, "bad config line")],
)
def test_a_history_that_cannot_be_read_is_told(tmp_path, caplog, spoil, told):
    caplog.set_level("INFO", "mkdocs.dossier")
    git(tmp_path, "init")
    changed(tmp_path, "data/claims/a.yml", "2031-01-02")
    spoil(tmp_path)
    assert edition(tmp_path) == UNKNOWN and told in caplog.text


def test_without_a_history_nothing_is_known(tmp_path):
    assert edition(tmp_path) == UNKNOWN and head(tmp_path) == ""
