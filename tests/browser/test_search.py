"""The search, as a reader uses it: sentences and words in the page's language, with the keyboard, in all spellings."""

from __future__ import annotations

import json
from pathlib import Path

import live
import pytest
import yaml
from playwright.sync_api import expect

from macros.record.claim import Claim
from macros.record.shared import Verdict
from macros.site.words import read_spelling
from macros.wording.language import OTHER

pytestmark = pytest.mark.browser

QUERIES = yaml.load(Path(__file__).with_name("search_queries.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def queries(language: str) -> list[tuple[str, list[str]]]:
    """Every query of a language, with the pages of which one must be among the first three."""
    cases = [case for group in QUERIES.values() for case in group[language]]
    return [(case["query"], case["page"] if isinstance(case["page"], list) else [case["page"]]) for case in cases]


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
    """The addresses first found for a query, below their language."""
    page.fill("#search-input", "")
    page.wait_for_selector("#search-results[data-query='']", state="attached")
    page.fill("#search-input", query)
    asked = json.dumps(query.strip(), ensure_ascii=False)
    page.wait_for_selector(f"#search-results[data-query={asked}]", state="attached")
    links = page.locator("#search-results a").evaluate_all("links => links.map(link => link.href)")
    assert all(f"/h200/{page.code}/" in link for link in links), "results are in the page's language"
    return [link.partition(f"/h200/{page.code}/")[2] for link in links]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_queries_ask_for_what_is_there(site, language):
    pages = site.of(language)
    for query, addresses in queries(language):
        for address in addresses:
            page, _, anchor = address.partition("#")
            assert f"{language}/{page}" in pages, (query, address)
            assert not anchor or anchor in pages[f"{language}/{page}"].ids, (query, address)


def test_every_query_finds_its_page_among_the_first_three(reader):
    missed = {}
    for query, pages in queries(reader.code):
        first = results(reader, query)[:3]
        if not set(pages) & set(first):
            missed[query] = first
    assert not missed


def test_every_claim_is_found_by_its_sentence_in_either_language(reader):
    missed = {}
    for claim in live.dossier().all(Claim):
        for code in (reader.code, OTHER[reader.code]):
            first = results(reader, claim.statement[code])[:3]
            if claim.address not in first:
                missed[claim.statement[code]] = first
    assert not missed


def test_a_hit_has_title_kind_date_and_marked_words(reader):
    language = live.LANGUAGE[reader.code]
    claim = next(found for found in live.dossier().all(Claim) if found.finding.verdict is Verdict.contradicted)
    results(reader, claim.statement[reader.code])
    first = reader.locator("#search-results li").first
    assert first.locator("a mark").count() and first.locator("p").inner_text()
    assert (
        first.locator("small").inner_text() == f"{language.string('kind.claims')} · {language.day(claim.finding.date)}"
    )
    assert first.locator(".verdict.contradicted").inner_text() == language.string("verdict.contradicted")


def test_nothing_found_is_said(reader):
    assert results(reader, "qqqxyz") == []
    assert reader.locator(".search-count").inner_text() == live.LANGUAGE[reader.code].string("search.none")


def test_that_no_hit_has_all_words_is_said(reader):
    language = live.LANGUAGE[reader.code]
    assert results(reader, "Cambricon qqqxyz H200 Malaysia Rubin")
    assert language.string("search.nearest") in reader.locator(".search-count").inner_text()
    results(reader, "Nvidia H200")
    assert language.string("search.nearest") not in reader.locator(".search-count").inner_text()


def test_a_misspelt_name_is_taken_for_the_nearest_and_said(reader):
    assert "actors/cambricon/" in results(reader, "Cambrican")[:3]
    said = live.LANGUAGE[reader.code].string("search.corrected", words="cambricon")
    assert said in reader.locator(".search-count").inner_text()


def test_more_goes_on_where_the_list_ended(reader):
    first = results(reader, "H200")
    reader.click(".search-more")
    reader.locator("#search-results a").nth(len(first)).wait_for()
    links = reader.locator("#search-results a").evaluate_all("links => links.map(link => link.href)")
    assert [link.partition(f"/h200/{reader.code}/")[2] for link in links[: len(first)]] == first
    assert len(set(links)) == len(links)
    place = "[...document.querySelectorAll('#search-results a')].indexOf(document.activeElement)"
    assert reader.evaluate(place) == len(first), "the keyboard goes on with the first that is new"


def test_filters_by_kind_and_verdict_with_words_and_without(reader):
    reader.locator(".search-filters summary").click()
    reader.select_option("select[name=kind]", "claims")
    found = results(reader, "H200")
    assert found and all(page.startswith("claims/") for page in found)
    reader.select_option("select[name=verdict]", "contradicted")
    reader.fill("#search-input", "")
    contradicted = {
        claim.address for claim in live.dossier().all(Claim) if claim.finding.verdict is Verdict.contradicted
    }
    expect(reader.locator("#search-results a")).to_have_count(len(contradicted))
    links = reader.locator("#search-results a").evaluate_all("links => links.map(link => link.href)")
    assert {link.partition(f"/h200/{reader.code}/")[2] for link in links} == contradicted
    reader.select_option("select[name=verdict]", "")
    reader.select_option("select[name=kind]", "")
    reader.locator(".search-filters summary").click()


def test_the_browser_reads_words_as_the_index_was_made(reader, site):
    texts = [text for kind in live.dossier().records.values() for record in kind.values() for _, text in record.texts]
    texts += [query for query, _ in queries("ar") + queries("en")]
    texts += [letter * length for letter in "وx🂡" for length in (100, 101)]
    rules = json.loads((site.root / f"pagefind/{reader.code}/words.json").read_text(encoding="utf-8"))
    read = reader.evaluate(
        """async ([script, rules, texts]) => {
            const { spelling } = await import(script), { words } = spelling(rules);
            return texts.map(text => words(text).map(({ word }) => word));
        }""",
        ["/h200/assets/spelling.js", rules, texts],
    )
    spelled = read_spelling()
    assert [text for text, words in zip(texts, read, strict=True) if spelled.words(text) != words] == []


def test_only_needed_parts_of_the_index_are_loaded(reader, site):
    results(reader, "Cambricon")
    parts = list((site.root / f"pagefind/{reader.code}/index").iterdir())
    assert 0 < len({url for url in reader.asked if "/index/" in url}) < len(parts)


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
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/ar/" in url and "/method/" not in url)


def test_enter_before_there_is_an_answer_follows_it_when_it_comes(new_page, address):
    page = new_page()
    page.goto(address + "en/method/")
    page.keyboard.press("/")
    page.keyboard.insert_text("six times H20")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/method/" not in url)


def test_who_goes_back_from_a_hit_finds_the_search_as_it_was(new_page, address):
    page = new_page()
    page.goto(address + "en/method/")
    page.keyboard.press("/")
    page.keyboard.type("ByteDance")
    page.wait_for_selector("#search-results a")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/method/" not in url)
    page.go_back()
    page.wait_for_selector("#search-results a")
    assert page.input_value("#search-input") == "ByteDance"


def test_without_script_the_page_says_what_the_search_lacks(new_page, address):
    page = new_page(java_script_enabled=False)
    page.goto(address + "en/")
    assert page.locator("[data-search-button]").count() == 1
    assert not page.locator("[data-search-button]").is_visible()
    assert page.locator(".search-lacks").inner_text() == live.LANGUAGE["en"].string("search.no_script")


def said(page, key: str) -> None:
    """Wait until the search says an interface string."""
    expect(page.locator(".search-count")).to_have_text(live.LANGUAGE["en"].string(f"search.{key}"))


@pytest.mark.parametrize(
    "part",
    ["pagefind.js", "words.json", "pagefind-entry.json", "*.pf_meta", "wasm.*", "index/*", "fragment/*"],
)
def test_a_search_that_fails_says_so_and_tries_again(new_page, address, part):
    page = new_page()
    page.context.route(f"**/pagefind/en/{part}*", lambda route: route.abort())
    page.goto(f"{address}en/method/")
    page.keyboard.press("/")
    page.keyboard.type("H2")
    said(page, "failed")
    page.context.unroute(f"**/pagefind/en/{part}*")
    page.keyboard.type("0")
    page.wait_for_selector("#search-results a")


def test_a_worker_that_fails_is_said_and_tried_again(new_page, address):
    page = new_page()
    page.context.route("**/finding.js", lambda route: route.abort())
    page.goto(f"{address}en/method/")
    page.keyboard.press("/")
    page.keyboard.type("H2")
    said(page, "failed")
    page.context.unroute("**/finding.js")
    page.keyboard.type("0")
    page.wait_for_selector("#search-results a")


def test_a_missing_page_leads_to_a_search_for_the_words_of_its_address(new_page, address, site):
    page, missing = new_page(), f"{address}ar/claims/nvidia-supply/"
    page.route(missing, lambda route: route.fulfill(path=site.root / "404.html", status=404))
    page.goto(missing)
    assert page.input_value("#search-ar") == page.input_value("#search-en") == "nvidia supply"
    page.press("#search-ar", "Enter")
    page.wait_for_selector("#search-results[data-query='nvidia supply']", state="attached")
    assert page.url == f"{address}ar/?search=nvidia+supply" and page.locator("#search-results a").count() > 0
