"""The search, as a reader uses it: in the page's language, with the keyboard, in all spellings."""

from __future__ import annotations

from pathlib import Path

import live
import pytest
import yaml

from macros.record.claim import Claim
from macros.record.shared import Verdict

pytestmark = pytest.mark.browser

QUERIES = yaml.safe_load(Path(__file__).with_name("search_queries.yml").read_text(encoding="utf-8"))
SHOWN = 12
"""How many results the search shows at most."""


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


@pytest.mark.parametrize("code", ["ar", "en"])
def test_queries_ask_for_pages_that_are_there(site, code):
    assert not {case["page"] for case in QUERIES[code]} - {url[3:] for url in site.of(code)}


def test_every_query_finds_its_page_among_the_first_three(reader):
    first = {case["query"]: (case["page"], results(reader, case["query"])[:3]) for case in QUERIES[reader.code]}
    assert not {query: found for query, (page, found) in first.items() if page not in found}


def test_a_result_has_title_kind_and_marked_excerpt(reader):
    results(reader, "H20")
    first, language = reader.locator("#search-results li").first, live.LANGUAGE[reader.code]
    assert first.locator("a").inner_text() and first.locator("mark").first.inner_text()
    kinds = [language.string(f"kind.{kind}") for kind in ("claims", "actors", "chips", "rules", "sources")]
    assert first.locator("small").inner_text() in kinds
    assert reader.locator(".search-count").inner_text()


def test_nothing_found_is_said(reader):
    assert results(reader, "qqqxyz") == []
    assert reader.locator(".search-count").inner_text() == live.LANGUAGE[reader.code].string("search.none")


def test_filters_by_kind_and_verdict(reader, site):
    language = live.LANGUAGE[reader.code]
    reader.select_option("select[name=kind]", language.string("kind.claims"))
    found = results(reader, "H200")
    assert found and all(page.startswith("claims/") for page in found)
    reader.select_option("select[name=verdict]", language.string("verdict.contradicted"))
    contradicted = {
        claim.address for claim in live.dossier().all(Claim) if claim.finding.verdict is Verdict.contradicted
    }
    naming = {page for page in contradicted if "H200" in told(site, f"{reader.code}/{page}")}
    found = results(reader, "H200")
    assert len(found) == min(len(naming), SHOWN) and set(found) <= naming
    reader.select_option("select[name=verdict]", "")
    reader.select_option("select[name=kind]", "")


def told(site, url: str) -> str:
    """The words of a page that the search knows."""
    here = "//*[@data-pagefind-body]//text()[not(ancestor::*[@data-pagefind-ignore])]"
    return " ".join(map(str, site.pages[url].tree.xpath(here)))


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
    assert asked and not [url for url in asked if "/pagefind/" in url]


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
    links = "[...document.querySelectorAll('#search-results a')]"
    assert page.evaluate(f"{links}.indexOf(document.activeElement)") == 1
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
    assert page.locator("[data-search-button]").count() == 1
    assert not page.locator("[data-search-button]").is_visible()


def test_a_search_that_fails_to_load_says_so_and_tries_again(new_page, address):
    page = new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{address}en/method/")
    page.keyboard.press("/")
    page.keyboard.type("H2")
    failed = live.LANGUAGE["en"].string("search.failed")
    page.wait_for_function("words => document.querySelector('.search-count').textContent === words", arg=failed)
    page.unroute("**/pagefind/**")
    page.keyboard.type("0")
    page.wait_for_selector("#search-results a")
