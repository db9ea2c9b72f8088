"""Citations are copied with the day of access, and saved without script."""

from __future__ import annotations

from datetime import date

import pytest

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
    assert f"Y2  - {day:%Y/%m/%d}\nER  - " in ris and f'"accessed": {{"raw": "{day}"}}' in csl


def test_a_file_is_saved_without_script(new_page, address):
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}ar/{CLAIM}")
    assert page.locator(".cite [data-copy]:visible").count() == 0
    with page.expect_download() as download:
        page.locator(".cite .files a").first.click()
    assert download.value.suggested_filename == "h200gap-ar-claims-h200-six-times-h20.bib"
    assert "@online{" in download.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("code, said", [("en", "on 1 February 2026: Case by case"), ("ar", "في 1 فبراير 2026: كل")])
def test_a_computed_status_is_cited_with_its_address(new_page, address, code, said):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{code}/status/?chip=h200-sxm&on=2026-02-01")
    page.locator("output .entry-citation summary").click()
    apa = copied(page, 0, "output .entry-citation")
    assert said in apa and "⟦" not in apa and apa.endswith(f"/{code}/status/?chip=h200-sxm&on=2026-02-01")
