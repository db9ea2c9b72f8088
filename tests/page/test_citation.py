"""How a page is cited, in both languages and whatever its title holds."""

from __future__ import annotations

import pytest
from made import languages

from macros.page.citation import PageCitation
from macros.record.fields import Day


def citation(
    title: str = "A title", day: str = "2031-02-03", address: str = "https://example.org/en/claims/x/", code: str = "en"
):
    return PageCitation(title, Day(day), address, languages()[code])


def test_as_text():
    assert citation().text == (
        "“A title”. The H200 Gap. Findings up to 3 February 2031. https://example.org/en/claims/x/"
    )
    assert citation("عنوان", code="ar").text == (
        "«عنوان». فجوة H200. الأحكام حتى 3 فبراير 2031. https://example.org/en/claims/x/"
    )


def test_as_bibtex():
    """Day and month are numbers without a zero before them, the month after the year."""
    assert citation().bibtex == (
        "@online{h200gap-x,\n"
        "  title = {{A title}},\n"
        "  author = {{The H200 Gap}},\n"
        "  year = {2031},\n"
        "  month = {2},\n"
        "  day = {3},\n"
        "  url = {https://example.org/en/claims/x/},\n"
        "  language = {english},\n"
        "}"
    )


def test_in_arabic():
    lines = citation(day="2031-12-10", code="ar").bibtex.splitlines()
    assert lines[2] == "  author = {{فجوة H200}},"
    assert lines[4:6] == ["  month = {12},", "  day = {10},"] and lines[-2] == "  language = {arabic},"


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://example.org/en/claims/x/", "h200gap-x"),
        ("https://example.org/en/claims/", "h200gap-claims"),
        ("https://example.org/en/", "h200gap-en"),
        ("", "h200gap-en"),
        ("/", "h200gap-en"),
    ],
)
def test_the_key_is_the_last_part_of_the_address(address, key):
    assert citation(address=address).bibtex.startswith(f"@online{{{key},\n")


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("50% & more", r"50\% \& more"),
        ("C#_1 ~ $5", r"C\#\_1 ~ \$5"),
        (r"\input{x}", "inputx"),
        ("}, note = {y", ", note = y"),
    ],
)
def test_what_bibtex_reads_as_a_command(title, written):
    assert f"  title = {{{{{written}}}}},\n" in citation(title).bibtex
