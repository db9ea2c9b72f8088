"""Where something is written: beside the old one, whose place it takes only when everything has passed. So it is with a
file, with a site that is built, and with a copy of one."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import weakref
from collections.abc import Mapping
from pathlib import Path

from ..reading.problems import one_line

SOURCES = ("data", "docs", "macros", "schema", "tests", "bench", ".git", ".github", ".ci", ".venv")
"""Folders of the project in which nothing may be built."""


_discards: dict[Path, weakref.finalize[..., Staging]] = {}
"""How what stands in a folder of this process is taken away. A server has the same one for each build, and what is left
of an old build must not go in the middle of the next one."""


def write(file: Path, text: str) -> None:
    """Put a text in the place of a file, which stays whole until then. Raises OSError, which names the file."""
    beside = file.with_name(f".{file.name}.new")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(file)
    except OSError as error:  # of a full disk it names none
        raise OSError(error.errno, error.strerror, str(file)) from None


class UnusableFolder(ValueError):
    """The folder for the site holds something that a build would destroy, or cannot be written."""

    def __init__(self, site: Path, message: str):
        super().__init__(one_line(f"{site}: {message}"))


class Staging:
    """A new folder beside the site. It disappears with this object, unless it was published."""

    def __init__(self, project: Path, site: Path):
        """``project`` is the folder of the sources. Raises UnusableFolder."""
        try:
            self.site = site.resolve()
            _refuse(project.resolve(), self.site)
            self._begin()
        except RuntimeError:
            raise UnusableFolder(site, "expected a folder for the site, found a link to itself") from None
        except OSError as error:
            raise UnusableFolder(site, f"expected a folder that can be written, found: {error.strerror}") from None

    def _begin(self) -> None:
        _clear(self.site)
        self.folder = self.site.with_name(f".{self.site.name}-{os.getpid()}")
        if left := _discards.get(self.folder):
            left()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.discard = weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        _discards[self.folder] = self.discard

    def add(self, files: Mapping[str, bytes]) -> None:
        """Write files by their paths below the root of the site."""
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def lay_over(self, gone: set[str]) -> None:
        """Take the files away that are ``gone`` from the site, and put what was written into it: a folder may come
        where a file was, or a file where a folder was."""
        for name in gone:
            (self.site / name).unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # the folder holds something else
                os.removedirs((self.site / name).parent)
        for folder, _, names in os.walk(self.folder):
            target = self.site / Path(folder).relative_to(self.folder)
            target.mkdir(parents=True, exist_ok=True)
            for name in names:
                Path(folder, name).replace(target / name)
        self.discard()

    def publish(self) -> None:
        """Put the new site in the place of the old one, which stays whole until then."""
        old = self.folder.with_name(f"{self.folder.name}-old")
        if self.site.exists():
            self.site.rename(old)
        try:
            self.folder.rename(self.site)
        except OSError:
            if old.exists():
                old.rename(self.site)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _clear(site: Path) -> None:
    """Take away what builds left beside the site that were killed; a site that one of them had moved aside comes
    back."""
    form = re.compile(rf"\.{re.escape(site.name)}-([0-9]+)(-old)?")
    for left in site.parent.iterdir() if site.parent.is_dir() else ():
        found = form.fullmatch(left.name)
        if not found or (int(found[1]) != os.getpid() and _is_alive(int(found[1]))):
            continue
        if found[2] and not site.exists():
            left.rename(site)
        else:
            shutil.rmtree(left, ignore_errors=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _refuse(project: Path, site: Path) -> None:
    for source in ((project / name).resolve() for name in SOURCES):
        if site == source or site in source.parents:
            raise UnusableFolder(site, f"expected a folder for the site; the sources in {source} would be lost")
        if source in site.parents:
            raise UnusableFolder(site, f"expected a folder outside the sources in {source}")
    for folder in reversed(site.parents):
        if project in folder.parents and (folder / "index.html").exists():
            raise UnusableFolder(site, f"expected a folder outside the site in {folder}")
    if site.is_mount():
        raise UnusableFolder(site, "expected a folder whose place another can take, found a mounted one")
    if site.exists() and not site.is_dir():
        raise UnusableFolder(site, "expected a folder for the site, found a file")
    if site.is_dir() and any(site.iterdir()) and not (site / "index.html").exists():
        raise UnusableFolder(site, "expected an empty folder or a site, found other files")
