"""The bilingual contract, on the built site: a page is only what a reader gets."""
from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from conftest import DOSSIER

from macros.language import Language, interface
from macros.pages import PAGED
from macros.walking import texts

BASE = "https://example.org/h200/"
INDEXES = ["", "policy-gap/", "steps/", "actors/", "claims/", "chips/", "rules/", "sourcing/", "sources/", "timeline/", "conflicts/", "glossary/", "method/"]
RECORDS = [f"{kind}/{id}/" for kind in PAGED for id in DOSSIER.records[kind]]


def strings(node: dict, code: str):
    for key, value in node.items():
        if isinstance(value, dict):
            yield from strings(value, code) if not ("en" in value or "ar" in value) else [value[code]] if isinstance(value[code], str) else value[code].values()


def test_every_page_of_the_contract_exists_in_both_languages(site):
    for language in ("en", "ar"):
        assert set(site.of(language)) == {f"{language}/{path}" for path in INDEXES + RECORDS}


@pytest.mark.parametrize("path", INDEXES + RECORDS)
def test_a_page_and_its_twin(site, path):
    english, arabic = site.pages[f"en/{path}"], site.pages[f"ar/{path}"]
    assert set(english.ids) == set(arabic.ids)
    for page in (english, arabic):
        root = page.tree
        other = {"en": "ar", "ar": "en"}[page.language]
        assert (root.get("lang"), root.get("dir")) == (page.language, Language(page.language).direction)
        assert root.xpath("string(//link[@rel='canonical']/@href)") == BASE + page.url
        alternates = {link.get("hreflang"): link.get("href") for link in root.xpath("//link[@rel='alternate'][@hreflang]")}
        assert alternates == {"en": f"{BASE}en/{path}", "ar": f"{BASE}ar/{path}", "x-default": BASE if path == "" else f"{BASE}en/{path}"}
        switch, = root.xpath("//a[@data-switch]")
        assert urljoin(BASE + page.url, switch.get("href")) == f"{BASE}{other}/{path}"


@pytest.mark.parametrize("path", INDEXES + RECORDS)
def test_a_page_is_finished(site, path):
    for code in ("en", "ar"):
        page = site.pages[f"{code}/{path}"]
        for leftover in ("{{", "[[", "wzxhzdk", "dossier-kept"):
            assert leftover not in page.words
        assert not {"undefined", "None", "True", "False"} & {text.strip() for text in page.texts()}
        assert len(page.tree.xpath("//h1")) == 1
        assert len(page.ids) == len(set(page.ids)), sorted(id for id in page.ids if page.ids.count(id) > 1)
        assert not [id for id in page.ids if re.fullmatch(r"_\d+", id)]
        for section in page.tree.xpath("//section[not(contains(@class, 'cite'))]"):
            headings = section.xpath("./h1|./h2|./h3")
            words = section.text_content()
            for heading in headings:
                words = words.replace(heading.text_content(), "")
            assert words.strip(), f"empty section {headings[0].text_content() if headings else ''}"


@pytest.mark.parametrize("path", INDEXES + RECORDS)
def test_a_page_says_how_to_cite_it(site, path):
    for code in ("en", "ar"):
        page = site.pages[f"{code}/{path}"]
        cite, = page.tree.xpath("//section[contains(@class, 'cite')]")
        title = page.tree.xpath("string(//title)").removesuffix(" · " + Language(code).string("site.name"))
        words = cite.text_content()
        assert BASE + page.url in words
        assert Language(code).day(DOSSIER.current_to) in words and Language(code).string("site.name") in words
        assert path == "" or title in words
        assert "@online{" in words and f"url = {{{BASE}{page.url}}}" in words


@pytest.mark.parametrize("path", INDEXES + RECORDS)
def test_a_page_speaks_one_language(site, path):
    """No interface string of the other language stands alone in a page, and no record's id where a name belongs."""
    names = {text for records in DOSSIER.records.values() for record in records.values() for _, text in texts(record)}
    ids = {id for records in DOSSIER.records.values() for id in records if "-" in id} - names
    for code, other in (("en", "ar"), ("ar", "en")):
        mine, theirs = set(strings(interface(), code)), set(strings(interface(), other)) - {Language(other).string("theme.switch_language")}
        shown = {text.strip() for text in site.pages[f"{code}/{path}"].texts()}
        assert not {text for text in shown & (theirs - mine) if re.search(r"[a-z]{2}|[\u0621-\u064a]{2}", text) and text not in names}
        assert not {text for text in shown if text in ids and not site.pages[f"{code}/{path}"].tree.xpath("//code[text()=$x]", x=text)}


def test_no_arabic_text_without_its_language_in_english_pages(site):
    for url, page in site.of("en").items():
        for text in page.texts():
            if re.search(r"[\u0621-\u064a]{3}", text):
                assert "glossary" in url or "actors" in url, (url, text[:60])


def test_every_link_leads_somewhere(site):
    """Links within the site, anchors included, under the base path."""
    anchors = {url: set(page.ids) for url, page in site.pages.items()}
    broken = []
    for url, page in site.pages.items():
        for link in page.tree.xpath("//a/@href"):
            target = urlsplit(urljoin(BASE + url, str(link)))
            if target.netloc != "example.org":
                continue
            place = unquote(target.path.removeprefix("/h200/"))
            file = site.root / (place + "index.html" if place.endswith("/") or not place else place)
            if not file.is_file() or (target.fragment and place in anchors and unquote(target.fragment) not in anchors[place]):
                broken.append(f"{url}: {link}")
    assert not broken, broken[:20]


def test_nothing_is_loaded_from_another_host(site):
    for url, page in site.pages.items():
        loaded = page.tree.xpath("//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='preload' or @rel='icon']/@href")
        assert not [source for source in loaded if urlsplit(str(source)).netloc], url


def test_events_terms_and_caveats_have_anchors_to_copy(site):
    for kind, path in (("events", "timeline/"), ("conflicts", "conflicts/"), ("terms", "glossary/"), ("caveats", "sourcing/"), ("steps", "steps/")):
        page = site.pages[f"ar/{path}"]
        permalinks = set(page.tree.xpath("//a[contains(@class, 'permalink')]/@href"))
        assert {f"#{id}" for id in DOSSIER.records[kind]} <= permalinks


def test_the_gateway_opens_both_languages_and_sends_nobody_away(site):
    source = (site.root / "index.html").read_text(encoding="utf-8")
    assert 'href="en/"' in source and 'href="ar/"' in source
    assert 'http-equiv="refresh"' not in source and 'lang="ar" dir="rtl"' in source


def test_a_missing_page_is_answered_in_both_languages(site):
    source = (site.root / "404.html").read_text(encoding="utf-8")
    assert 'lang="ar" dir="rtl"' in source and 'lang="en" dir="ltr"' in source


# What single pages promise.

def test_the_status_table_gives_rule_and_reason(site):
    rows = site.pages["en/policy-gap/"].tree.xpath("//table[contains(@class, 'matrix')]//tr[th/a[text()='H200']]")
    now = rows[0].xpath("./td")[-1].text_content()
    assert "Case by case" in now and "15,832 is below 21,000" in now and "4,800 GB/s is below 6,500" in now and "January 2026 rule" in now
    announced = rows[0].xpath("./td")[-2].text_content()
    assert "Presumption of denial" in announced and "15,832 is at or above 4,800" in announced and "Announcement of 8 December 2025" in announced


def test_the_claim_page_shows_journey_drift_and_origins(site):
    page = site.pages["en/claims/h200-six-times-h20/"]
    stations = page.tree.xpath("//ol[@class='journey']/li")
    assert ["Reuters" in station.findtext("h3/a") for station in stations] == [True, False, False]
    assert "Strengthened" in stations[-1].text_content()
    words = page.words
    assert "1 independent origin stands behind these stations" in words and "23 November 2026" in words and "6.69" in words


def test_a_source_page_says_how_it_was_read(site):
    words = site.pages["en/sources/reuters-2025-12-10/"].tree.text_content()
    assert "read in part" in words and "www.tradingstocksnow.com" in words and "41 claims rest on it" in words


def test_the_article_is_not_republished(site):
    """Its paragraphs stand as fingerprints only."""
    words = site.pages["ar/sources/article/"].tree.text_content()
    assert DOSSIER.find("sources", "article").paragraphs[0].sha256[:16] in words


@pytest.mark.parametrize("path", ["claims/h200-six-times-h20/", "actors/nvidia/", "chips/h200-sxm/", "rules/rule-2026-01-15/", "sources/reuters-2025-12-10/",
                                  "events/trump-announces-h200-2025-12/"])
def test_a_record_page_opens_the_other_text_beside_its_own(site, path):
    for code, other in (("en", Language("ar")), ("ar", Language("en"))):
        text, = site.pages[f"{code}/{path}"].tree.xpath("//details[@class='other']/div")
        assert (text.get("lang"), text.get("dir")) == (other.code, other.direction) and text.text_content().strip()


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["ar/chips/h200-sxm/", "en/claims/h200-six-times-h20/"])
def test_the_other_text_opens_beside_on_a_wide_screen_and_below_on_a_phone(new_page, address, path, width):
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(address + path)
    page.click(".other summary")
    own, other = (page.locator(selector).bounding_box() for selector in (".texts > :first-child", ".other"))
    assert (own["x"] != other["x"] and own["y"] == pytest.approx(other["y"], abs=20)) is (width == 1280)
