"""The index of the search: what is in it, and nothing that no search needs."""

from __future__ import annotations

import gc
import gzip
import json
import threading
import warnings
from pathlib import Path

import pytest
from support import Site

from macros.site.indexing import BackgroundIndex, Documents, index
from macros.site.words import read_spelling


def files(site: Site) -> dict[str, bytes]:
    """The files of the index."""
    folder = site.root / "pagefind"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def hits(site: Site, language: str) -> dict[str, dict[str, str]]:
    """What hits show, by their address."""
    found = {}
    for name, content in files(site).items():
        if name.startswith(f"{language}/fragment/"):
            fragment = json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))
            found[fragment["url"]] = fragment["meta"]
    return found


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_language_knows_its_records_and_sections(world_site, language):
    found = hits(world_site, language)
    assert {"/claims/price-at-the-harbour.html", "/conflicts/#how-many-delivered.html", "/"} <= set(found)
    assert found["/conflicts/#how-many-delivered.html"]["kind"] == "conflicts"
    assert all(meta["title"] for meta in found.values())


def test_a_page_that_begins_with_a_byte_order_mark_shows_its_head(world, mkdocs):
    page = world / "docs/en/method.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    assert mkdocs("build").returncode == 0
    shown = hits(Site(world / "site"), "en")["/method.html"]
    assert (shown["title"], shown["lead"]) == ("Method", "What the words mean.")


def test_every_pipe_is_closed(tmp_path):
    with warnings.catch_warnings(record=True) as left:
        warnings.simplefilter("always")
        index({"en": Documents((), read_spelling())}, tmp_path)
        gc.collect()
    assert [str(one.message) for one in left if one.category is ResourceWarning] == []


def test_while_a_build_is_under_way_the_index_of_the_one_before_rests(tmp_path):
    asked, background = threading.Event(), BackgroundIndex()
    with background.waiting():
        background.begin({"en": Documents((None for _ in "once" if asked.set()), read_spelling())}, tmp_path)
        assert not asked.wait(1)
    assert asked.wait(60)
    background.stop()


def test_nothing_is_published_that_no_search_needs(world_site):
    kinds = {Path(name).suffix for name in files(world_site)}
    assert kinds == {".js", ".json", ".pf_meta", ".pf_index", ".pf_fragment", ".pagefind"}
    assert sum(name.endswith((".js", ".pagefind")) for name in files(world_site)) == 4
