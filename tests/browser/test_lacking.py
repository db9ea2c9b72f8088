"""What a browser lacks or denies: the page stays whole, and says so where it matters, in its language."""

from __future__ import annotations

import live
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CODES = ["en", "ar"]
DENIED = """
for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
"""
BARE = """
for (const name of ["crypto", "WebAssembly"]) Object.defineProperty(globalThis, name, { value: undefined });
"""


def opened(page, address: str, path: str) -> list[str]:
    """Open a page; what goes wrong in its scripts is collected from here on."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address + path)
    return wrong


def searched(page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)


@pytest.mark.parametrize("code", CODES)
def test_where_storage_is_denied_colours_change_and_are_not_remembered(new_page, address, code):
    page, string = new_page(color_scheme="light"), live.LANGUAGE[code].string
    page.add_init_script(DENIED)
    wrong = opened(page, address, f"{code}/")
    page.click(".menu summary")
    button = page.locator("[data-scheme-button]")
    button.click()
    button.click()
    said = f"● {string('theme.scheme.dark')} {string('theme.scheme_forgotten')}"
    assert button.inner_text() == said
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 23, 31)"
    page.reload()
    page.click(".menu summary")
    assert button.inner_text() == f"◐ {string('theme.scheme.system')}" and not wrong


def test_where_storage_is_denied_search_and_filters_work(new_page, address):
    page = new_page()
    page.add_init_script(DENIED)
    wrong = opened(page, address, "ar/claims/?verdict=contradicted")
    page.wait_for_selector("[data-filters] output:not(:empty)")
    searched(page, "H200")
    page.wait_for_selector("#search-results a")
    assert not wrong


@pytest.mark.parametrize("code", CODES)
def test_without_webassembly_the_search_says_so_and_all_else_works(new_page, address, code):
    page, string = new_page(), live.LANGUAGE[code].string
    page.add_init_script(BARE)

    def bare(route):
        """The worker, which no script of the page reaches, with as little."""
        answer = route.fetch()
        route.fulfill(response=answer, body=BARE + answer.text())

    page.route("**/finding.js", bare)
    wrong = opened(page, address, f"{code}/status/?chip=h200-sxm&on=2026-02-01")
    page.wait_for_selector("output .cards")
    searched(page, "H2")
    expect(page.locator(".search-count")).to_have_text(string("search.no_wasm"))
    assert not wrong


@pytest.mark.parametrize("code", CODES)
def test_without_script_the_page_says_what_it_cannot_do(new_page, address, code):
    page, string = new_page(java_script_enabled=False), live.LANGUAGE[code].string
    page.goto(f"{address}{code}/status/")
    assert page.locator(".search-lacks").inner_text() == string("search.no_script")
    assert page.locator(".status-page noscript").inner_text() == string("status_page.no_script")
    assert page.locator("[data-search-button]:visible, [data-scheme-button]:visible").count() == 0
