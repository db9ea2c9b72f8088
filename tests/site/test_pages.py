"""The bilingual contract, on the built site: a page is only what a reader gets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urljoin

import live
import lxml.html
import pytest
from support import BASE, ROOT, Site, every

from macros.page.citation import citation_address, citations_address
from macros.record.fields import SourceId
from macros.record.kinds import KINDS
from macros.record.source import Source
from macros.record.walking import texts
from macros.site.markdown import MARK
from macros.site.words import read_strings
from macros.wording.language import LANGUAGES, OTHER

INDEXES = [
    "",
    "policy-gap/",
    "status/",
    "steps/",
    "actors/",
    "claims/",
    "chips/",
    "rules/",
    "versions/",
    "sourcing/",
    "sources/",
    "timeline/",
    "conflicts/",
    "glossary/",
    "method/",
    "doubts/",
]
"""The pages of prose: their addresses are for ever, as those of the records in the ledger are."""

RECORDS = [record.address for kind in KINDS if kind.is_paged() for record in live.dossier().all(kind)]
CITED = {
    citation_address(record): record for kind in KINDS if not kind.is_paged() for record in live.dossier().all(kind)
}
"""The records without pages of their own, by the addresses of their citations."""
CITATIONS = [citations_address(kind) for kind in KINDS if not kind.is_paged()]
PATHS = [*INDEXES, *RECORDS, *CITATIONS, *CITED, *live.parts()]


def prose() -> set[str]:
    """The addresses of the pages in ``docs/``, below their language."""
    files = (path.relative_to(ROOT / "docs/en").with_suffix("") for path in (ROOT / "docs/en").rglob("*.md"))
    return {f"{file.as_posix()}/".removesuffix("index/") for file in files}


def test_every_page_of_the_contract_exists_in_both_languages(site):
    assert set(INDEXES) <= prose()
    every = prose() | {*RECORDS, *CITATIONS, *CITED, *live.parts()}
    for language in LANGUAGES:
        assert set(site.of(language)) == {f"{language}/{path}" for path in every}


def test_every_source_stands_on_one_page_of_the_list(site):
    pages = {"sources/"} | {path for path in live.parts() if path.startswith("sources/")}
    assert len(pages) > 2
    for code in LANGUAGES:
        listed = [id for path in pages for id in site.pages[f"{code}/{path}"].tree.xpath("//li[@data-item]/@id")]
        assert sorted(listed) == sorted(source.id for source in live.dossier().all(Source))


@pytest.mark.parametrize("path", live.parts())
def test_a_further_page_of_a_list_knows_the_first(site, path):
    page = site.pages[f"ar/{path}"].tree
    (here,) = page.xpath("//nav[@class='parts']//a[@aria-current='page']")
    home = f"{path.partition('/')[0]}/"
    links = {urljoin(BASE + f"ar/{path}", link) for link in page.xpath("//nav[@class='parts']//a/@href")}
    assert f"{BASE}ar/{home}" in links and f"{BASE}ar/{path}" in links
    assert here.text_content() in page.findtext(".//h1") and len(page.xpath("//h1")) == 1


@every("path", PATHS)
def test_a_page_and_its_twin(site, path):
    english, arabic = site.pages[f"en/{path}"], site.pages[f"ar/{path}"]
    assert set(english.ids) == set(arabic.ids)
    for page in (english, arabic):
        root = page.tree
        assert (root.get("lang"), root.get("dir")) == (page.language, {"en": "ltr", "ar": "rtl"}[page.language])
        assert root.xpath("string(//link[@rel='canonical']/@href)") == BASE + page.url
        alternates = {link.get("hreflang"): link.get("href") for link in root.xpath("//link[@hreflang]")}
        assert alternates == {
            "en": f"{BASE}en/{path}",
            "ar": f"{BASE}ar/{path}",
            "x-default": BASE if path == "" else f"{BASE}en/{path}",
        }
        (switch,) = root.xpath("//a[@data-switch]")
        assert urljoin(BASE + page.url, switch.get("href")) == f"{BASE}{OTHER[page.language]}/{path}"


@every("path", PATHS)
def test_a_page_is_finished(site, path):
    for code in LANGUAGES:
        page = site.pages[f"{code}/{path}"]
        for leftover in ("{{", "[[", "wzxhzdk", MARK):
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


def unquoted(text: str) -> str:
    """A text without quotation marks, which each style has its own way to write."""
    return re.sub(r"[\"“”‘’«»]", "", text)


@every("path", PATHS)
def test_a_page_says_how_to_cite_it(site, path):
    for code in LANGUAGES:
        language, page = live.LANGUAGE[code], site.pages[f"{code}/{path}"]
        (cite,) = page.tree.xpath("//section[contains(@class, 'cite')]")
        title = page.tree.xpath("string(//title)").removesuffix(" · " + language.string("site.name"))
        address = f"{BASE}{code}/{CITED[path].address}" if path in CITED else BASE + page.url
        words = cite.text_content()
        assert address in words
        assert language.day(live.dossier().current_to) in words and language.string("site.name") in words
        assert path == "" or unquoted(title) in unquoted(words)
        files = [unquote(way) for way in cite.xpath(".//p[1]/span/a/@href")]
        assert len(files) == 3 and all(address in file for file in files)


@cache
def ways(site: Site, page: str) -> set[str]:
    """Where the links of a page lead."""
    return {urljoin(BASE + page, way) for way in site.pages[page].tree.xpath("//a/@href")}


@every("path", CITED)
def test_a_record_without_a_page_leads_to_its_citation(site, path):
    """From the page on which it is told, and from its line in the list of its kind, on which its old anchor stands."""
    record = CITED[path]
    told, listed = record.address.partition("#")[0], citations_address(type(record))
    for code in LANGUAGES:
        cited = BASE + f"{code}/{path}"
        assert cited in ways(site, f"{code}/{told}")
        lines = site.pages[f"{code}/{listed}"].tree.xpath(f"//li[@id='{record.id}']/a/@href")
        assert cited in {urljoin(f"{BASE}{code}/{listed}", way) for way in lines}


@cache
def interface(code: str) -> frozenset[str]:
    """All words of the interface in a language."""

    def leaves() -> Iterator[str]:
        for strings in read_strings().values():
            value = strings[code]
            yield from [value] if isinstance(value, str) else value.values()

    return frozenset(leaves())


@cache
def names() -> frozenset[str]:
    """All texts of the record."""
    return frozenset(
        text for records in live.dossier().records.values() for record in records.values() for _, text in texts(record)
    )


@cache
def ids() -> frozenset[str]:
    """The ids of the record that no text can hold by chance."""
    return frozenset(id for records in live.dossier().records.values() for id in records if "-" in id) - names()


@every("path", PATHS)
def test_a_page_speaks_one_language(site, path):
    """No interface string of the other language stands alone in a page, and no record's id where a name belongs."""
    for code, other in OTHER.items():
        page = site.pages[f"{code}/{path}"]
        theirs = interface(other) - interface(code) - {live.LANGUAGE[other].string("theme.switch_language")}
        shown = {text.strip() for text in page.texts()}
        foreign = {text for text in shown & theirs if re.search(r"[a-z]{2}|[\u0621-\u064a]{2}", text)}
        assert not foreign - names()
        assert not {text for text in shown & ids() if not page.tree.xpath("//code[text()=$x]", x=text)}


def test_no_arabic_text_without_its_language_in_english_pages(site):
    for url, page in site.of("en").items():
        for text in page.texts():
            if re.search(r"[\u0621-\u064a]{3}", text):
                assert "glossary" in url or "actors" in url, (url, text[:60])


def test_the_gateway_opens_both_languages_and_sends_nobody_away(site):
    source = (site.root / "index.html").read_text(encoding="utf-8")
    assert 'href="en/"' in source and 'href="ar/"' in source
    assert 'http-equiv="refresh"' not in source and 'lang="ar" dir="rtl"' in source


def test_a_missing_page_is_answered_in_both_languages(site):
    source = (site.root / "404.html").read_text(encoding="utf-8")
    assert 'lang="ar" dir="rtl"' in source and 'lang="en" dir="ltr"' in source


HEAVIEST = 150_000
"""Bytes of HTML that a page may have, uncompressed: what a phone on a slow line loads before it shows the end."""


def test_no_page_is_too_heavy_for_a_slow_line(site):
    sizes = {path.relative_to(site.root).as_posix(): path.stat().st_size for path in site.root.rglob("*.html")}
    assert not {page: size for page, size in sizes.items() if size > HEAVIEST}


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_missing_page_offers_the_search_of_each_language(site, code):
    """A plain form, which works from any address: the ways on this page are from the root of the host."""
    (form,) = lxml.html.parse(str(site.root / "404.html")).xpath(f"//section[@lang='{code}']//form[@role='search']")
    assert (form.get("action"), form.xpath("string(.//input/@name)")) == (f"/h200/{code}/", "search")


# What single pages promise.


def test_the_status_grid_gives_rule_and_reason(site):
    page = site.pages["en/policy-gap/"].tree
    (line,) = page.xpath("//div[contains(@class, 'status-grid')]//li[a[text()='H200']]")
    assert "Case by case" in line.xpath("string(details/summary/span[2])")
    now, *_ = told = [item.text_content() for item in line.xpath("details/ol/li")]
    for words in ("15 January 2026", "15,832 is below 21,000", "4,800 GB/s is below 6,500", "January 2026 rule"):
        assert words in now
    (denied,) = [item for item in told if "from 17 November 2023" in item]
    for words in ("Presumption of denial", "15,832 is at or above 4,800", "October 2023 rule"):
        assert words in denied
    assert any("Announcement of 8 December 2025" in item for item in told)


def test_the_claim_page_shows_journey_drift_and_origins(site):
    page = site.pages["en/claims/h200-six-times-h20/"]
    stations = page.tree.xpath("//ol[@class='journey']/li")
    assert ["Reuters" in station.findtext("h3/a") for station in stations] == [True, False, False]
    assert "Strengthened" in stations[-1].text_content()
    for words in ("1 independent origin stands behind these stations", "23 November 2026", "6.69"):
        assert words in page.words


def test_wherever_a_claim_is_named_its_verdict_comes_first(site):
    """In the tab of a browser, in a citation, and where its address is shared; on the page itself above the words."""
    for url, page in site.pages.items():
        if not re.fullmatch(r"\w\w/claims/[^/]+/", url):
            continue
        verdict = page.tree.xpath("string(//p[@class='judged']/span)")
        shared = page.tree.xpath("//meta[@property='og:title' or @property='og:description']/@content")
        cited = page.tree.xpath("string(//section[@class='cite']//i)")  # APA has titles italic
        for words in (page.tree.findtext(".//title"), *shared, cited):
            assert words.startswith((f"{verdict}: ", f"{verdict}. ")), url
        assert page.tree.xpath("//p[@class='judged']/following::h1")


def test_a_source_page_says_how_it_was_read_and_what_rests_on_it(site):
    tree = site.pages["en/sources/reuters-2025-12-10/"].tree
    words = tree.text_content()
    assert "read in part" in words and "www.tradingstocksnow.com" in words
    named = re.compile(r"(?<![\w-])reuters-2025-12-10(?![\w-])")
    resting = [path.stem for path in (ROOT / "data/claims").iterdir() if named.search(path.read_text(encoding="utf-8"))]
    heading = live.LANGUAGE["en"].string("cited_by.claims", n=len(resting))
    assert heading in tree.xpath("string(//h2[@id='claims'])")
    shown = tree.xpath("//section[h2[@id='claims']]//li[contains(@class, 'claim-item')]//div/a/@href")
    assert sorted(link.rstrip("/").rpartition("/")[2] for link in shown) == sorted(resting)


def test_the_article_is_not_republished(site):
    """Its paragraphs stand as fingerprints only."""
    words = site.pages["ar/sources/article/"].tree.text_content()
    for paragraph in live.dossier()[SourceId("article")].paragraphs:
        assert paragraph.sha256[:16] in words


@pytest.mark.parametrize(
    "path",
    [
        "claims/h200-six-times-h20/",
        "actors/nvidia/",
        "chips/h200-sxm/",
        "rules/rule-2026-01-15/",
        "sources/reuters-2025-12-10/",
        "events/trump-announces-h200-2025-12/",
    ],
)
def test_a_record_page_opens_the_other_text_beside_its_own(site, path):
    for code, direction in (("en", "rtl"), ("ar", "ltr")):
        (text,) = site.pages[f"{code}/{path}"].tree.xpath("//details[@class='other']/div")
        assert (text.get("lang"), text.get("dir")) == (OTHER[code], direction) and text.text_content().strip()
