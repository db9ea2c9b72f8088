"""After any edit a server shows what a clean build shows, though it makes only the pages that depend on the edit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

EDITS = 15


@pytest.mark.parametrize(("seed", "edits"), [("2026", EDITS), ("2027", EDITS), ("files", 5)])
def test_whatever_is_edited_the_server_shows_what_a_clean_build_shows(world, seed, edits):
    script = Path(__file__).with_name("rebuild.py")
    result = subprocess.run(
        [sys.executable, str(script), str(world), seed, str(edits)], cwd=world, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stderr[-3000:]
    lines = result.stdout.splitlines()
    assert len(lines) == edits and not [line for line in lines if not line.endswith(": alike")]
