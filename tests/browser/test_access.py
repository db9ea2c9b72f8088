"""Access: axe-core finds nothing, and pages print well."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from support import ROOT_PAGES

pytestmark = pytest.mark.browser

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


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


@pytest.mark.parametrize("path", ["claims/h200-six-times-h20/", "chips/h200-sxm/", "policy-gap/"])
def test_a_page_prints_without_navigation_and_with_its_citation(new_page, address, path):
    page = new_page(color_scheme="dark")
    page.goto(address + "ar/" + path)
    page.emulate_media(media="print")
    assert page.locator(".md-header").count() == page.locator(".foot").count() == 1
    for selector in (".md-header", ".doors", ".foot", ".permalink"):
        assert page.locator(f"{selector}:visible").count() == 0, selector
    assert page.locator(".cite").is_visible()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)", "black on white, in dark mode too"
    spelt = page.locator(".cite a[rel=bookmark]").inner_text()
    assert spelt.startswith("http"), "the citation spells its address out"


@pytest.mark.parametrize("path", ["rules/rule-2026-01-15/", "sources/reuters-2025-12-10/"])
def test_on_paper_a_link_says_its_address(new_page, address, path):
    page = new_page()
    page.goto(address + "en/" + path)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    kinds = {"another site's": "a[href^=http]:not([rel=bookmark])", "the dossier's own": "li a:not([href^=http])"}
    for kind, selector in kinds.items():
        link = page.locator(f"#content {selector}").first
        said = page.evaluate("link => getComputedStyle(link, '::after').content", link.element_handle())
        assert said == f'"({link.evaluate("link => link.href")})"', kind
