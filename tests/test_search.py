"""The search, as a reader uses it: in the page's language, with the keyboard, in all spellings."""
from __future__ import annotations

import pytest
import yaml
from conftest import ROOT

from macros.language import Language

pytestmark = pytest.mark.browser

QUERIES = yaml.safe_load((ROOT / "tests/search_queries.yml").read_text(encoding="utf-8"))
CASES = [(code, case["query"], case["page"]) for code in ("ar", "en") for case in QUERIES[code]]


@pytest.fixture(scope="module", params=["ar", "en"])
def reader(request, browser, address):
    """A page of each language with its search open, and the addresses it asked for."""
    page = browser.new_page()
    page.asked = []
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.goto(f"{address}{request.param}/method/")
    page.keyboard.press("/")
    page.code = request.param
    yield page
    page.close()


def results(page, query: str) -> list[str]:
    """The pages found for a query, below their language."""
    page.fill("#search-input", "")
    page.wait_for_function("!document.querySelector('#search-results a')")
    page.fill("#search-input", query)
    page.wait_for_function("document.querySelector('.search-count').textContent")
    links = page.locator("#search-results a").evaluate_all("links => links.map(link => link.href)")
    assert all(f"/h200/{page.code}/" in link for link in links), "results are in the page's language"
    return [link.partition(f"/h200/{page.code}/")[2] for link in links]


def test_there_are_queries_enough():
    assert len(QUERIES["ar"]) >= 30 and len(QUERIES["en"]) >= 30


def test_every_query_finds_its_page_among_the_first_three(reader):
    missed = {query: results(reader, query)[:3] for code, query, page in CASES if code == reader.code and page not in results(reader, query)[:3]}
    assert not missed


def test_a_result_has_title_kind_and_marked_excerpt(reader):
    results(reader, "H20")
    first = reader.locator("#search-results li").first
    language = Language(reader.code)
    assert first.locator("a").inner_text() and first.locator("mark").first.inner_text()
    assert first.locator("small").inner_text() in [language.string(f"kind.{kind}") for kind in ("claims", "actors", "chips", "rules", "sources")]
    assert reader.locator(".search-count").inner_text()


def test_nothing_found_is_said(reader):
    assert results(reader, "qqqxyz") == []
    assert reader.locator(".search-count").inner_text() == Language(reader.code).string("search.none")


def test_filters_by_kind_and_verdict(reader):
    language = Language(reader.code)
    reader.select_option("select[name=kind]", language.string("kind.claims"))
    assert all(page.startswith("claims/") for page in results(reader, "H200"))
    reader.select_option("select[name=verdict]", language.string("verdict.contradicted"))
    assert set(results(reader, "H200")) == {"claims/policy-change-left-odd-legal-gap/", "claims/h200-not-controlled-for-now/"}
    reader.select_option("select[name=verdict]", "")
    reader.select_option("select[name=kind]", "")


def test_only_needed_parts_of_the_index_are_loaded(reader, site):
    results(reader, "Cambricon")
    loaded = {url for url in reader.asked if "/pagefind/index/" in url}
    assert 0 < len(loaded) < len(list((site.root / "pagefind/index").iterdir()))


def test_the_index_waits_until_the_search_opens(new_page, address):
    page = new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "ar/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/pagefind/" in url]


@pytest.mark.parametrize("key", ["/", "s"])
def test_the_keyboard_opens_moves_follows_and_closes(new_page, address, key):
    page = new_page()
    page.goto(address + "ar/method/")
    page.keyboard.press(key)
    assert page.evaluate("document.activeElement.id") == "search-input"
    page.keyboard.type("H20")
    page.wait_for_selector("#search-results a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("[...document.querySelectorAll('#search-results a')].indexOf(document.activeElement)") == 1
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "search-input"
    page.keyboard.press("Escape")
    assert not page.locator("dialog.search").is_visible()
    page.keyboard.press(key)
    page.keyboard.press("End")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/ar/" in page.url and "/method/" not in page.url


def test_without_script_no_search_is_promised(new_page, address):
    page = new_page(java_script_enabled=False)
    page.goto(address + "en/")
    assert not page.locator("[data-search-button]").is_visible()
