"""Citations are copied with the day of access, and saved without script."""

from __future__ import annotations

import json
import re
from datetime import date
from urllib.parse import unquote

import pytest

from macros.wording.citing import headline

pytestmark = pytest.mark.browser
CLAIM = "claims/h200-six-times-h20/"


def copied(page, index: int, inside: str = ".cite") -> str:
    page.locator(f"{inside} [data-copy]").nth(index).click()
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("code", ["en", "ar"])
def test_what_is_copied_has_the_day_of_access(new_page, address, code):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(address + code + "/" + CLAIM)
    day = date.today()
    for style in range(3):
        assert copied(page, style).count(f" {day.year}") >= 1 and "Invalid" not in copied(page, style)
    bibtex, ris, csl = (copied(page, 3 + number) for number in range(3))
    assert f"  urldate = {{{day}}},\n}}\n" in bibtex and bibtex.startswith(f"@online{{h200gap-{code}-claims-")
    assert f"Y2  - {day:%Y/%m/%d}\r\nER  - \r\n" in ris and f'"accessed": {{"raw": "{day}"}}' in csl


def test_a_file_is_saved_without_script(new_page, address):
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}ar/{CLAIM}")
    assert page.locator(".cite [data-copy]:visible").count() == 0
    with page.expect_download() as download:
        page.locator(".cite .files a").first.click()
    assert download.value.suggested_filename == "h200gap-ar-claims-h200-six-times-h20.bib"
    assert "@online{" in download.value.path().read_text(encoding="utf-8")


ASKED = [
    ("en", "chip=h200-sxm&on=2026-02-01", "Status computed for H200 on 1 February 2026: Case by case"),
    ("ar", "chip=h200-sxm&on=2026-02-01", "الوضع في 1 فبراير 2026 لرقاقة H200، بالحساب: كل طلب على حدة"),
    (
        "en",
        "chip=h200-sxm&on=2026-02-01&elsewhere=1",
        "Status computed for H200 on 1 February 2026, for an application as the address has it: Presumption of denial",
    ),
    (
        "ar",
        "rates=1979x8&memory=4000&on=2025-12-01&centre=yes",
        "الوضع في 1 ديسمبر 2025 لرقاقة بأرقام مُدخلة، بالحساب: قرينة الرفض",
    ),
]


@pytest.mark.parametrize(("code", "query", "title"), ASKED)
def test_a_computed_status_is_cited_with_its_address(new_page, address, code, query, title):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{code}/status/?{query}")
    page.locator("output .entry-citation summary").click()
    apa, chicago, mla, *files = (copied(page, number, "output .entry-citation") for number in range(6))
    assert title in apa and apa.endswith(f"/{code}/status/?{query}")
    headlined = headline(title) if code == "en" else title
    assert headlined in chicago and headlined in mla
    assert all(title in made and f"/{code}/status/?{query}" in made for made in files)
    assert not [made for made in (apa, chicago, mla, *files) if "⟦" in made or "undefined" in made]


def test_what_an_address_asks_of_others_is_not_cited(new_page, address):
    """Where it asks nothing of the page, what the page opens with has no address of its own."""
    page = new_page()
    for query, cited in (
        ("search=foo", None),
        ("chip=h200-sxm&on=2026-02-01&search=foo&fbclid=1", "h200-sxm-2026-02-01"),
    ):
        page.goto(f"{address}en/status/?{query}")
        page.wait_for_selector("output .finding")
        names = page.locator("output .files a").evaluate_all("all => all.map(one => one.download + unescape(one.href))")
        assert all(cited in name and "foo" not in name and "fbclid" not in name for name in names)
        assert bool(names) is bool(cited)


def test_a_name_with_signs_of_a_format_stays_a_name_in_it(new_page, address):
    def renamed(route) -> None:
        found = route.fetch()
        route.fulfill(response=found, body=re.sub('"name": ?"H200"', r'"name":"H\\"2 & 3^"', found.text()))

    page = new_page()
    page.route("**/status/?*", renamed)
    page.goto(f"{address}en/status/?chip=h200-sxm&on=2026-02-01")
    page.wait_for_selector("output .finding")
    hrefs = page.locator("output .files a").evaluate_all("all => all.map(one => one.href)")
    bibtex, ris, csl = (unquote(href.partition(",")[2]) for href in hrefs)
    assert r'H"2 \& 3{\textasciicircum}' in bibtex and 'H"2 & 3^' in ris
    assert 'H"2 & 3^' in json.loads(csl)[0]["title"]


def test_two_questions_have_two_keys(new_page, address):
    page, names = new_page(), set()
    for asked in ("", "&refused=1", "&elsewhere=1", "&vs-chip=h20-96", "&vs-on=2026-02-01"):
        page.goto(f"{address}en/status/?chip=h200-sxm&on=2026-02-01{asked}")
        names.add(page.locator("output .files a").first.get_attribute("download"))
    assert len(names) == 5 and "h200gap-en-status-h200-sxm-2026-02-01-elsewhere-1.bib" in names
