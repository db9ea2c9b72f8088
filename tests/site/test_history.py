"""What the history of a project says of its edition."""

from __future__ import annotations

import subprocess
from pathlib import Path

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


def test_a_history_without_its_beginning_tells_no_changes(tmp_path):
    git(tmp_path, "init", "whole")
    changed(tmp_path / "whole", "data/claims/a.yml", "2031-01-02")
    changed(tmp_path / "whole", "data/claims/b.yml", "2031-01-03")
    git(tmp_path, "clone", "--depth", "1", (tmp_path / "whole").as_uri(), "part")
    found = edition(tmp_path / "part")
    assert found.commit and not found.changes and not found.entered and found.last_change is None


def test_without_a_history_nothing_is_known(tmp_path):
    assert edition(tmp_path) == UNKNOWN and head(tmp_path) == ""
