"""The made-up world, page by page, against what ``world/expected/`` holds: words and links in reading order, both
languages, every figure and data file. ``make expected`` writes it anew; the diff is for the eye."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import unquote

import lxml.html
import made_up
import pytest
from support import every

EXPECTED = {
    path.relative_to(made_up.EXPECTED).as_posix(): path
    for path in sorted(made_up.EXPECTED.rglob("*"))
    if path.is_file()
}


made = cache(made_up.expectations)


def test_nothing_more_and_nothing_less_is_made():
    assert sorted(made()) == sorted(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_made_is_what_is_expected(name):
    assert made()[name]().splitlines() == EXPECTED[name].read_bytes().decode("utf-8").splitlines()


RECORDS = [name for name in EXPECTED if name.count("/") >= 2]


ESCAPED = re.compile(r"(?:%[89A-F][0-9A-F])+")
"""Letters beyond ASCII in an address, as lxml writes them."""


@every("name", RECORDS)
def test_a_built_page_shows_what_is_expected(world_site, name):
    """From YAML to HTML through MkDocs, Markdown and the theme."""
    page = world_site.pages[name.removesuffix(".txt") + "/"]
    (content,) = page.tree.xpath("//div[@id='content']")
    inside = "".join(lxml.html.tostring(part, encoding="unicode") for part in content)
    title, description, *lines = EXPECTED[name].read_text(encoding="utf-8").splitlines()
    shown = made_up.told(ESCAPED.sub(lambda found: unquote(found[0]), inside)).splitlines()
    head = shown.index(next(line for line in shown if re.match("div class='(?:record|index)", line)))
    assert shown[head:] == lines
    assert page.tree.findtext(".//title").startswith(title.removeprefix("title: "))
    assert page.tree.xpath("string(//meta[@name='description']/@content)") == description.removeprefix("description: ")


def test_figures_and_data_are_published(world_site):
    for name in EXPECTED:
        if name.endswith(".csv"):
            assert (world_site.root / "data" / name).read_bytes() == EXPECTED[name].read_bytes()
    assert (world_site.root / "data/thresholds.json").exists()
