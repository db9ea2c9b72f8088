"""What the benchmarks compare: this project's build, and plain Material's of the same pages already rendered."""

from __future__ import annotations

import sys
from pathlib import Path

from support import ROOT

sys.path.insert(0, str(ROOT / "bench"))
from measuring import prepare, run


def pages(site: Path) -> set[str]:
    """Those of a language that do not lead elsewhere."""
    return {
        path.relative_to(site).as_posix()
        for path in site.glob("??/**/index.html")
        if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")
    }


def test_both_build_the_same_pages(world, tmp_path):
    _, plain = prepare(tmp_path, world)
    assert run(plain).seconds > 0
    assert pages(tmp_path / "plain") == pages(tmp_path / "capture") != set()
    assert "Quill 2" in (tmp_path / "plain/en/chips/quill-2/index.html").read_text(encoding="utf-8")
