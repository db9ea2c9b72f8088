"""A copy of the made-up world in which one thing is broken, and what its reader says."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.reading.load import Shelf, load
from macros.reading.problems import DossierError

SHELF = Shelf()
"""Files that no test changes are read once."""


def change(data: Path, file: str, old: str, new: str) -> int:
    """Replace a text once; the line on which it stood."""
    path = data / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def problems(data: Path) -> list[str]:
    """Every line that a reader of broken records gets. Fails if they load."""
    with pytest.raises(DossierError) as caught:
        load(data, shelf=SHELF)
    return [str(problem) for problem in caught.value.problems]
