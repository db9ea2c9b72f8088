"""Access: axe-core finds nothing, headings stand in order, pages print well, and no style knows left from right."""
from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT, ROOT_PAGES

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
STYLES = sorted((ROOT / "macros/theme/assets").glob("*.css"))


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["", *(f"{code}/{page}" for code in ("en", "ar") for page in ROOT_PAGES)])
def test_axe_finds_nothing(new_page, address, path, width):
    """WCAG 2.2, A and AA; the dark scheme differs in its colours only."""
    page = new_page(viewport={"width": width, "height": 900}, color_scheme="light", reduced_motion="reduce")
    page.goto(address + path)
    for scheme, rules in (("light", WCAG), ("dark", ["color-contrast"])):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options={"runOnly": rules})
        assert found.violations_count == 0, (scheme, found.generate_report())


def test_headings_stand_in_order(site):
    """No level is skipped on the way down."""
    for url, page in site.pages.items():
        levels = [int(heading.tag[1]) for heading in page.tree.xpath("//article//*[self::h1 or self::h2 or self::h3 or self::h4]")]
        assert levels[0] == 1 and all(after - before <= 1 for before, after in zip(levels, levels[1:])), (url, levels)


def test_a_page_has_its_landmarks(site):
    for url, page in site.pages.items():
        for landmark, number in (("main", 1), ("header[contains(@class, 'md-header')]", 1), ("footer[@class='foot']", 1), ("nav[@class='tabs']", 1)):
            assert len(page.tree.xpath(f"//{landmark}")) == number, (url, landmark)


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_styles_do_not_know_left_from_right(style):
    text = re.sub(r"/\*.*?\*/", "", style.read_text(encoding="utf-8"), flags=re.S)
    assert not re.findall(r"(?:^|[;{\s])((?:margin|padding|border)-(?:left|right)|left|right|text-align:\s*(?:left|right)|float)\s*[:;}]", text)


@pytest.mark.browser
@pytest.mark.parametrize("path", ["claims/h200-six-times-h20/", "chips/h200-sxm/", "policy-gap/"])
def test_a_page_prints_without_navigation_and_with_its_citation(new_page, address, path):
    page = new_page(color_scheme="dark")
    page.goto(address + "ar/" + path)
    page.emulate_media(media="print")
    for selector in (".md-header", ".tabs", ".foot", ".permalink"):
        assert not page.locator(selector).first.is_visible(), selector
    assert page.locator(".cite").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)", "black on white, in dark mode too"
    assert page.locator(".cite a[rel=bookmark]").inner_text().startswith("http"), "the citation spells its address out"


@pytest.mark.browser
@pytest.mark.parametrize("path", ["rules/rule-2026-01-15/", "sources/reuters-2025-12-10/"])
def test_on_paper_a_link_says_its_address(new_page, address, path):
    page = new_page()
    page.goto(address + "en/" + path)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for kind, selector in {"another site's": "a[href^=http]:not([rel=bookmark])", "the dossier's own": "li a:not([href^=http])"}.items():
        link = page.locator(f"#content {selector}").first
        address_said = page.evaluate("link => getComputedStyle(link, '::after').content", link.element_handle())
        assert address_said == f'"({link.evaluate("link => link.href")})"', kind
