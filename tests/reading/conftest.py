"""The made-up world's records, to be broken."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import made_up
import pytest

WRITTEN = made_up.WORLD / "data"


def state(folder: Path) -> dict[str, tuple[int, int] | None]:
    """The files below a folder with their sizes and their last changes, and the folders in it."""
    return {
        path.relative_to(folder).as_posix(): None if path.is_dir() else (path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture(scope="session")
def copied(tmp_path_factory) -> Path:
    return shutil.copytree(WRITTEN, tmp_path_factory.mktemp("world") / "data")


@pytest.fixture
def data(copied) -> Iterator[Path]:
    """A copy of the records; what a test did to it is undone, so that the others need not be read again."""
    yield copied
    expected, found = state(WRITTEN), state(copied)
    for name in sorted(found.keys() - expected.keys(), reverse=True):
        path = copied / name
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    for name, signature in expected.items():
        if name not in found and signature is None:
            (copied / name).mkdir()
        elif found.get(name) != signature:
            shutil.copy2(WRITTEN / name, copied / name)
