"""The made-up world's records, to be broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import made_up
import pytest


@pytest.fixture
def data(tmp_path) -> Path:
    shutil.copytree(made_up.WORLD / "data", tmp_path / "data")
    return tmp_path / "data"
