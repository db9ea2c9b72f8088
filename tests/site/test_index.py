"""The index of the search: what is in it, the same from build to build, and nothing that no search needs."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from support import mkdocs


def files(site: Path) -> dict[str, bytes]:
    """The files of the index."""
    folder = site / "pagefind"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The made-up world, built."""
    import made_up
    from support import copy_project

    folder = tmp_path_factory.mktemp("index")
    world = made_up.TESTS / "world"
    project = copy_project(folder / "project", world / "data", world / "docs")
    for name in ("one", "two"):
        result = mkdocs(project, "build", "--strict", "-d", str(folder / name))
        assert result.returncode == 0, result.stderr
    return folder


def hits(site: Path, language: str) -> dict[str, dict[str, str]]:
    """What hits show, by their address."""
    found = {}
    for name, content in files(site / "one").items():
        if name.startswith(f"{language}/fragment/"):
            fragment = json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))
            found[fragment["url"]] = fragment["meta"]
    return found


def test_the_index_is_the_same_from_build_to_build(site):
    assert files(site / "one") == files(site / "two")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_language_knows_its_records_and_sections(site, language):
    found = hits(site, language)
    assert {"/claims/price-at-the-harbour.html", "/conflicts/#how-many-delivered.html", "/"} <= set(found)
    assert found["/conflicts/#how-many-delivered.html"]["kind"] == "conflicts"
    assert all(meta["title"] for meta in found.values())


def test_nothing_is_published_that_no_search_needs(site):
    kinds = {Path(name).suffix for name in files(site / "one")}
    assert kinds == {".js", ".json", ".pf_meta", ".pf_index", ".pf_fragment", ".pagefind"}
    assert sum(name.endswith((".js", ".pagefind")) for name in files(site / "one")) == 4
