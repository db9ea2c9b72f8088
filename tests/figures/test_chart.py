"""A figure's table: as a page shows it and as CSV."""

from __future__ import annotations

import csv
import io

import pytest
from made import actor, languages

from macros.figures.catalogue import FIGURES, PAGES, address, download
from macros.figures.chart import Chart, Column, Row
from macros.figures.surface import Surface
from macros.record.fields import PartialDate


def chart(*rows: Row) -> Chart:
    blank = Surface("ltr", 1, 1)
    return Chart("title", "words", (Column("Name"), Column("Number, in GB")), rows, blank, blank)


def test_as_csv():
    """A byte order mark, the ids and addresses of records, plain numbers and ISO dates."""
    found = chart(Row(actor("a"), ("x, y", 1.5)), Row(None, (None, PartialDate("2031-02")))).csv(
        "https://example.org/ar/"
    )
    assert found == (
        '\ufeffid,address,Name,"Number, in GB"\r\na,https://example.org/ar/actors/a/,"x, y",1.5\r\n,,,2031-02\r\n'
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (4800.0, "4800"),
        (0, "0"),
        (-3.25, "-3.25"),
        (1e7, "10000000"),
        (None, ""),
        ("", ""),
        ("a\nb", "a\nb"),
        ("رقاقة", "رقاقة"),
        ("3+4", "3+4"),
        ("=1+2", "'=1+2"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
    ],
)
def test_text_that_a_spreadsheet_would_take_for_a_formula_is_kept_from_it(value, written):
    rows = csv.reader(io.StringIO(chart(Row(None, (value, None))).csv(""), newline=""))
    assert list(rows)[1] == ["", "", written, ""]


@pytest.mark.parametrize(
    ("column", "value", "english", "arabic"),
    [
        (Column("c"), "a < b", "a < b", "a < b"),
        (Column("c"), 4800.5, "4,800.5", "4,800.5"),
        (Column("c", decimals=2), 4.0, "4.00", "4.00"),
        (Column("c"), PartialDate("2031-02"), "February 2031", "فبراير 2031"),
        (Column("c", nothing="no <rule>"), None, "no <rule>", "no <rule>"),
        (Column("c"), None, "", ""),
    ],
)
def test_as_a_page_shows_it(column, value, english, arabic):
    assert [column.shown(value, languages()[code]) for code in ("en", "ar")] == [english, arabic]


def test_where_a_figure_lies():
    assert download("gap", "ar", "csv") == "data/figures/gap.ar.csv"
    assert address("gap", "ar") == "ar/policy-gap/#figure-gap"


def test_every_figure_has_its_page():
    assert set(PAGES) == set(FIGURES)
