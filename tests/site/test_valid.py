"""Valid HTML: the Nu checker finds nothing on any page of the made-up world, and on one of each kind of the real
site. ``make valid`` asks it about the whole site."""

from __future__ import annotations

from pathlib import Path

import pytest
import valid
from support import ROOT_PAGES

FAULTY = '<!doctype html><html lang="en"><title>x</title><p id="a"><p id="a" style="x"></p></p>'


@pytest.fixture(scope="module")
def found(once, world_site, site) -> list[str]:
    """What the checker finds, asked once for all: that takes as long as to ask about half of the pages."""
    pages = [f"{code}/{page}index.html" for code in ("en", "ar") for page in ROOT_PAGES]

    def ask(folder: Path) -> None:
        (folder / "faulty.html").write_text(FAULTY, encoding="utf-8")
        places = [world_site.root, *(site.root / page for page in ("index.html", "404.html", *pages)), folder]
        (folder / "found").write_text("\n".join(valid.findings(places)), encoding="utf-8")

    return (once("valid", ask) / "found").read_text(encoding="utf-8").splitlines()


def test_every_page_of_the_made_up_world_is_valid(world_site, found):
    assert [finding for finding in found if str(world_site.root) in finding] == []


def test_every_kind_of_page_is_valid(site, found):
    assert [finding for finding in found if str(site.root) in finding] == []


def test_a_fault_would_be_found(found):
    assert any("Duplicate ID" in finding for finding in found) and any("No “p” element" in finding for finding in found)
