"""Valid HTML: the Nu checker finds nothing on any page of the made-up world, and on one of each kind of the real
site. ``make valid`` asks it about the whole site."""

from __future__ import annotations

import valid
from support import ROOT_PAGES


def test_every_page_of_the_made_up_world_is_valid(world_site):
    assert valid.findings([world_site.root]) == []


def test_every_kind_of_page_is_valid(site):
    pages = [f"{code}/{page}index.html" for code in ("en", "ar") for page in ROOT_PAGES]
    assert valid.findings([site.root / page for page in ("index.html", "404.html", *pages)]) == []


def test_a_fault_would_be_found(tmp_path):
    page = tmp_path / "index.html"
    page.write_text(
        '<!doctype html><html lang="en"><title>x</title><p id="a"><p id="a" style="x"></p></p>', encoding="utf-8"
    )
    found = valid.findings([page])
    assert any("Duplicate ID" in finding for finding in found) and any("No “p” element" in finding for finding in found)
