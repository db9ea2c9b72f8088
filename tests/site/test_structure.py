"""What a screen reader finds its way by, on every built page, and styles that do not know left from right."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from support import ROOT

STYLES = sorted((ROOT / "macros/theme/assets").glob("*.css"))


def test_headings_stand_in_order(site):
    """No level is skipped on the way down."""
    for url, page in site.pages.items():
        headings = page.tree.xpath("//article//*[self::h1 or self::h2 or self::h3 or self::h4]")
        levels = [int(heading.tag[1]) for heading in headings]
        assert levels[0] == 1 and all(after - before <= 1 for before, after in pairwise(levels)), (url, levels)


@pytest.mark.parametrize(
    "landmark",
    ["main", "header[contains(@class, 'md-header')]", "footer[@class='foot']", "nav[@class='doors']"],
)
def test_a_page_has_its_landmarks(site, landmark):
    for url, page in site.pages.items():
        assert len(page.tree.xpath(f"//{landmark}")) == 1, url


def test_latin_words_in_arabic_are_isolated(site):
    """Wherever they come from: a record, the interface, a page of prose, the frame. What a script fills, ⟦title⟧, is
    no word."""
    for url, page in site.of("ar").items():
        assert not [text for text in page.running_texts if re.search("[A-Za-z]", re.sub(r"⟦\w+⟧", "", text))], url


SIDED = re.compile(
    r"(?:^|[;{\s])((?:margin|padding|border)-(?:left|right)|left|right|text-align:\s*(?:left|right)|float)\s*[:;}]"
)


def test_a_page_asks_for_one_sheet_of_styles_beside_that_of_material(world_site):
    """It holds all of them in the order of the configuration."""
    for url, page in world_site.pages.items():
        asked = page.tree.xpath("//link[@rel='stylesheet']/@href")
        assert [Path(link).name.split(".")[0] for link in asked] in (["main", "styles"], ["styles"]), url
    sheet = (world_site.root / "assets/styles.css").read_text(encoding="utf-8")
    listed = re.findall(r"- (assets/\w+\.css)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert sheet == "".join((ROOT / "macros/theme" / path).read_text(encoding="utf-8") for path in listed)
    assert len(listed) == len(STYLES)


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_styles_do_not_know_left_from_right(style):
    text = re.sub(r"/\*.*?\*/", "", style.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not SIDED.findall(text)


@pytest.mark.parametrize(
    "rule", ["a { left: 0 }", "a { margin-right: 1px }", "a{text-align: left;}", "a { float: none }"]
)
def test_a_sided_style_would_be_found(rule):
    assert SIDED.search(rule) and not SIDED.search("a { margin-inline-start: 0; text-align: start }")
