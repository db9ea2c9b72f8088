"""What the project's history says of this edition: its commit, and when each file last changed."""

from __future__ import annotations

import subprocess
from pathlib import Path

from ..page.edition import Edition
from ..record.fields import Day


def head(project: Path) -> str:
    """The commit that is checked out; nothing without a history."""
    return _git(project, "rev-parse", "HEAD").strip()


def edition(project: Path) -> Edition:
    """The edition that is checked out. What is not committed yet does not count, and a history without its beginning
    tells no changes: all files would seem to be of its first day."""
    described = _git(project, "log", "-1", "--format=%cs %H").split()
    if not described:
        return Edition()
    is_whole = _git(project, "rev-parse", "--is-shallow-repository").strip() == "false"
    # Git's own short names grow with what else a copy of the history holds.
    days = _days(project) if is_whole else {}
    changes, entered = ({path: which(found) for path, found in days.items()} for which in (max, min))
    return Edition(Day(described[0]), described[1][:7], changes, entered)


def _days(project: Path) -> dict[str, set[Day]]:
    """The days on which each record and page changed, by its path below the project."""
    log = _git(project, "log", "--relative", "--format=%x00%cs", "--name-only", "--no-renames", "--", "data", "docs")
    found: dict[str, set[Day]] = {}
    for commit in log.split("\0"):
        day, *paths = commit.split("\n")
        for path in filter(None, paths):
            found.setdefault(path, set()).add(Day(day))
    return found


def _git(project: Path, *arguments: str) -> str:
    """What Git answers; nothing if there is no Git, or no history."""
    try:
        return subprocess.run(["git", *arguments], cwd=project, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
