"""What the project's history says of this edition: its commit, and when each file last changed."""

from __future__ import annotations

import logging
import os
import re
import subprocess
from pathlib import Path

from ..page.edition import Edition
from ..record.fields import Day

log = logging.getLogger("mkdocs.dossier")

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

LAST_DAY = "2106-02-06"
"""The last that a packed file can say, in seconds since 1970 that take 32 bits."""

_SETTINGS = (
    "core.quotePath=true",
    "log.showSignature=false",
    "i18n.logOutputEncoding=UTF-8",
    f"diff.orderFile={os.devnull}",
)
"""Settings by which Git says what is read here, whatever those of whoever builds are."""

_OF_A_REPOSITORY = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"),
    *("GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE", "GIT_PREFIX", "GIT_NAMESPACE"),
)
"""What the environment says of a repository: within a hook it is that of the hook, whatever is built there."""


class NoHistory(Exception):
    """There is no Git, or it has no answer, with what it said."""


def head(project: Path) -> str:
    """What another edition has another of: the commit that is checked out, and whether the history lacks its beginning;
    nothing without a history."""
    try:
        return _git(project, "rev-parse", "HEAD", "--is-shallow-repository")
    except NoHistory:
        return ""


def edition(project: Path) -> Edition:
    """The edition that is checked out; none if the history is of something else that the project lies in. What is not
    committed yet does not count, and a history without its beginning tells no changes: all files would seem to be of
    its first day."""
    try:
        _git(project, "rev-parse", "--verify", "HEAD:./data")
        day, _, commit = _git(project, "show", "--no-patch", "--format=%cs %H", "HEAD").strip().partition(" ")
        if not _DAY.fullmatch(day) or day > LAST_DAY:
            raise NoHistory(f"the commit {commit} has no day up to {LAST_DAY}")
        is_whole = _git(project, "rev-parse", "--is-shallow-repository").strip() == "false"
        days = _days(project) if is_whole else {}
    except NoHistory as reason:
        if (project / ".git").exists():
            log.info("pages name no edition and no days of change: %s", reason)
        return Edition()
    if not is_whole:
        log.info("pages name no days of change, since the history lacks its beginning: git fetch --unshallow")
    changes, entered = ({path: which(found) for path, found in days.items()} for which in (max, min))
    # Git's own short names grow with what else a copy of the history holds.
    return Edition(Day(day), commit[:7], changes, entered)


def _days(project: Path) -> dict[str, set[Day]]:
    """The days on which each record and page changed, by its path below the project. Asked in a way in which nobody's
    settings of Git say what it answers."""
    commits = _git(project, "rev-list", "HEAD", "--", "data", "docs")
    # Of a merge, what is as in none of the histories that it joins.
    form = ("--stdin", "-c", "-r", "--root", "--relative", "--name-only", "--no-renames", "--format=%x00%cs")
    found: dict[str, set[Day]] = {}
    for commit in _git(project, "diff-tree", *form, "--", "data", "docs", given=commits).split("\0"):
        day, *paths = commit.split("\n")
        for path in filter(None, paths) if _DAY.fullmatch(day) else ():
            found.setdefault(path, set()).add(Day(day))
    return found


def _git(project: Path, *arguments: str, given: str = "") -> str:
    """What Git answers. Raises NoHistory."""
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    command = ("git", "--no-replace-objects", *settings, *arguments)
    own = {name: value for name, value in os.environ.items() if name not in _OF_A_REPOSITORY}
    try:
        return subprocess.run(
            command,
            cwd=project,
            env=own | {"GIT_GRAFT_FILE": os.devnull},
            input=given,
            capture_output=True,
            text=True,
            errors="replace",
            check=True,
        ).stdout
    except OSError as error:
        raise NoHistory(error) from None
    except subprocess.CalledProcessError as error:
        raise NoHistory(" ".join(error.stderr.split())) from None
