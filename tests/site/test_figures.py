"""The figures on the built site: complete in both languages, true to the law, and in the direction of the language."""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as etree
from functools import cache
from itertools import zip_longest
from urllib.parse import urljoin

import live
import lxml.html
import pytest
from support import BASE

from macros.figures.catalogue import FIGURES, download
from macros.figures.chart import Chart, TableValue
from macros.page.place import Place
from macros.page.view import View, environment
from macros.record.chip import Chip
from macros.record.event import Event
from macros.record.fields import PartialDate
from macros.wording.language import LANGUAGES

PLACES = {
    "gap": ["policy-gap/", ""],
    "periods": ["rules/"],
    "six-times": ["chips/"],
    "chain": ["sourcing/"],
    "relations": ["actors/"],
    "timeline": ["timeline/"],
    "ladder": ["steps/"],
    "quantities": ["steps/"],
}
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2069"))

Element = lxml.html.HtmlElement
Point = tuple[float, float]
Sides = tuple[float, float, float, float]


def figure(site, code: str, name: str, place: int = 0) -> Element:
    (found,) = site.pages[f"{code}/{PLACES[name][place]}"].tree.xpath(f"//figure[@id='figure-{name}']")
    return found


@cache
def chart(name: str, code: str) -> Chart:
    """The values that a figure shows."""
    view = View(live.dossier(), live.law(), live.LANGUAGE, environment(), BASE, Place(f"{code}/{PLACES[name][0]}"))
    made = FIGURES[name](view)
    assert made
    return made


def where(item: Element) -> Point:
    """The place of a mark, from its transform, or of words, which name it."""
    moved = re.match(r"translate\(([\d.e-]+),([\d.e-]+)\)", item.get("transform", ""))
    x, y = moved.groups() if moved else (item.get("x", 0), item.get("y", 0))
    return float(x), float(y)


def links(drawing: Element) -> dict[str, Point]:
    """The place of every point of the wide drawing that has a name, by the end of its address."""
    found = drawing.xpath("descendant-or-self::svg[@class='wide']//a[title][path or circle]")
    return {"/".join(link.get("href").split("/")[-2:]): where(link.xpath("./path | ./circle")[0]) for link in found}


def box(path: Element) -> Sides:
    """Left, top, right and bottom of a rectangle."""
    sides = re.match(r"M([\d.e-]+),([\d.e-]+)h([\d.e-]+)v([\d.e-]+)", path.get("d")).groups()
    left, top, width, height = map(float, sides)
    return min(left, left + width), min(top, top + height), max(left, left + width), max(top, top + height)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_tells_its_finding_once(site, name, code):
    """It is named by its title; the words for who does not see it are not in sight; each drawing has a name of its
    own."""
    found = figure(site, code, name)
    (title,), (hidden,) = (
        found.xpath(f".//figcaption/p[@class='{kind}']") for kind in ("figure-title", "visually-hidden")
    )
    assert found.get("aria-labelledby") == title.get("id") and re.search(r"\d", title.text_content())
    assert hidden.text_content() != title.text_content() and not found.xpath(".//@aria-describedby")
    names = {svg.get("aria-label") for svg in found.xpath(".//svg[@role]")}
    assert len(found.xpath(".//svg[@role='group']")) == 2 and len(names) == 1 and names != {title.text_content()}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", FIGURES)
def test_the_keyboard_passes_every_mark_by(site, name, code):
    """The table has the same links; with script the drawing is one stop."""
    marks = figure(site, code, name).xpath(".//svg//a")
    assert marks and {mark.get("tabindex") for mark in marks} == {"-1"}
    assert not [
        mark for mark in marks if not mark.xpath("./title | @aria-labelledby | ancestor-or-self::*/@aria-hidden")
    ]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", FIGURES)
def test_the_narrow_drawing_names_its_marks_as_the_wide_one_does(site, name, code):
    """By reference, so that a page says each name once; what only one of them shows has a name of its own there."""
    wide, narrow = figure(site, code, name).xpath(".//svg[@role='group']")
    named = {title.get("id"): title.text for title in wide.xpath(".//a/title")}
    referred = narrow.xpath(".//a/@aria-labelledby")
    assert set(referred) <= named.keys() and not wide.xpath(".//@aria-labelledby")
    assert not set(narrow.xpath(".//a/title/text()")) & set(named.values())


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_can_be_saved_and_embedded(site, name, code):
    """As SVG with its title, its address and the licence in the picture, as PNG, and by code for another page."""
    found = figure(site, code, name)
    here = f"{BASE}{code}/{PLACES[name][0]}"
    files = [
        urljoin(here, link).removeprefix(BASE) for link in found.xpath(".//details[@class='save']//a[@download]/@href")
    ]
    assert files == [download(name, code, kind) for kind in ("svg", "png", "csv")]
    svg = (site.root / files[0]).read_text(encoding="utf-8")
    words = " ".join(etree.fromstring(svg).itertext()).translate(ISOLATES)
    title = found.xpath("string(.//p[@class='figure-title'])").translate(ISOLATES)
    assert " ".join(title.split()) in " ".join(words.split()) and "CC BY 4.0" in words
    assert f"{here}#figure-{name}" in words
    assert "var(" not in svg and not re.search(r'(?:href|src)="(?!https?:|data:)', svg)
    assert (site.root / files[1]).read_bytes().startswith(b"\x89PNG")
    code_for_others = lxml.html.fragment_fromstring(found.xpath("string(.//textarea)"))
    assert code_for_others.get("href") == f"{here}#figure-{name}"
    image = code_for_others[0]
    assert (image.get("src"), image.get("alt").strip()) == (f"{BASE}{files[0]}", title.strip())


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", FIGURES)
def test_table_and_download_hold_the_same_values(site, name, code):
    """The table as the language writes them, the file as plain data; each line with the record that it is about."""
    found, made, language = figure(site, code, name), chart(name, code), live.LANGUAGE[code]
    with (site.root / download(name, code, "csv")).open(encoding="utf-8-sig", newline="") as file:
        head, *lines = csv.reader(file)
    labels = [column.label for column in made.columns]
    assert head == ["id", "address", *labels]
    if made.is_listed:
        assert not found.xpath(".//table")
        return
    assert [cell.text_content() for cell in found.xpath(".//table[@class='data']/thead//th")] == labels
    rows = found.xpath(".//table[@class='data']/tbody/tr")
    assert len(rows) == len(lines) == len(made.rows) > 2
    for row, (id, address, *plain), values in zip(rows, lines, made.rows, strict=True):
        link = row.xpath("string(./th/a/@href)")
        assert bool(id) == bool(address) == bool(link)
        assert not link or urljoin(f"{BASE}{code}/{PLACES[name][0]}", link) == address
        assert not id or id in address
        cells = [cell.text_content() for cell in row.xpath("./th|./td")]
        for column, cell, written, value in zip_longest(made.columns, cells, plain, values.values):
            assert cell == lxml.html.fragment_fromstring(column.shown(value, language), "p").text_content()
            assert is_plain(written, value), (written, value)


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_has_no_table_stands_in_the_list_below(site, code):
    """Every mark of the timeline, on the pages of its list."""
    pages = ("timeline/", *(path for path in live.parts() if path.startswith("timeline/")))
    listed = {
        urljoin(f"{BASE}{code}/{path}", link).removeprefix(f"{BASE}{code}/")
        for path in pages
        for link in site.pages[f"{code}/{path}"].tree.xpath("//li[@data-item]/div/a/@href")
    }
    assert len(pages) > 1 and listed == {row.record.address for row in chart("timeline", code).rows}


def is_plain(written: str, value: TableValue) -> bool:
    """Whether a cell of a data file holds a value: a bare number, an ISO date, words, or nothing."""
    if value is None:
        return written == ""
    if isinstance(value, PartialDate):
        return re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", written) is not None and written == value
    return written == value if isinstance(value, str) else float(written) == value


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_takes_its_colours_from_the_page(site, name, code):
    colours = {str(value) for value in figure(site, code, name).xpath(".//svg//@fill | .//svg//@stroke")}
    assert colours
    assert not {colour for colour in colours if not re.fullmatch(r"var\(--[\w-]+\)|none|transparent", colour)}


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_speaks_the_language_of_its_page(site, name):
    english, arabic = (
        {text.translate(ISOLATES).strip() for text in figure(site, code, name).xpath(".//svg//text()")}
        for code in ("en", "ar")
    )
    names = {chip.short_name for chip in live.dossier().all(Chip)}
    assert not {text for text in english & arabic if re.search(r"[a-z]{2}", text)} - names
    assert any(re.search(r"[\u0621-\u064a]{3}", text) for text in arabic)
    assert not any(re.search(r"[\u0621-\u064a]", text) for text in english)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", FIGURES)
def test_nothing_english_is_left_for_screen_readers(site, name, code):
    drawing = figure(site, code, name)
    assert not drawing.xpath(".//svg//*[@aria-roledescription or @aria-label or starts-with(@role, 'graphics')]")


@pytest.mark.parametrize("place", range(2))
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_plotted_chip_is_a_link(site, code, place):
    found = figure(site, code, "gap", place)
    rows = {"/".join(link.split("/")[-2:]) for link in found.xpath(".//table//a/@href")}
    assert set(links(found)) == rows
    assert {f"{id}/" for id in ("h200-sxm", "h100-sxm", "h20-96", "b200")} <= set(links(found))


@pytest.mark.parametrize("code", LANGUAGES)
def test_chips_lie_on_the_right_side_of_the_lines(site, code):
    """The control line holds all but the H20; of those held the rule of January 2026 takes in the H100 and the H200,
    the duty only the H200."""
    found = figure(site, code, "gap").xpath(".//svg[@class='wide']")[0]
    at = links(found)
    (line,) = {where(rule)[0] for rule in found.xpath(".//line[@stroke='var(--no)']")}
    region = box(found.xpath(".//path[@fill='var(--part-bg)']")[0])
    bands = (box(path) for path in found.xpath(".//*[@stroke='var(--accent)']/descendant-or-self::path"))
    band = max(bands, key=lambda sides: sides[2] - sides[0])
    ahead = 1 if code == "en" else -1

    def inside(id: str, sides: Sides) -> bool:
        x, y = at[f"{id}/"]
        return sides[0] < x < sides[2] and sides[1] < y < sides[3]

    held = {id: ahead * (at[f"{id}/"][0] - line) > 0 for id in ("h200-sxm", "h100-sxm", "b200", "h20-96")}
    assert held == {"h200-sxm": True, "h100-sxm": True, "b200": True, "h20-96": False}
    assert [inside(id, region) for id in held] == [True, True, False, False]
    assert [inside(id, band) for id in ("h200-sxm", "h100-sxm", "h200-nvl")] == [True, False, False]


@pytest.mark.parametrize(("code", "later_is"), [("en", 1), ("ar", -1)])
def test_time_runs_in_the_direction_of_the_language(site, code, later_is):
    at, events = links(figure(site, code, "timeline")), live.dossier().all(Event)
    first, last = (at[f"{event.id}/"] for event in (events[0], events[-1]))
    assert later_is * (last[0] - first[0]) > 0


@pytest.mark.parametrize(("code", "later_is"), [("en", 1), ("ar", -1)])
def test_the_chain_ends_where_reading_ends(site, code, later_is):
    nodes = {
        link.get("href").split("/")[-2]: where(link.xpath("./text")[0])[0]
        for link in figure(site, code, "chain").xpath(".//svg[@class='wide']//a[text]")
    }
    assert later_is * (nodes["article"] - nodes["crypto-rewrite"]) > 0
    assert later_is * (nodes["crypto-rewrite"] - nodes["ft-2025-09-17"]) > 0
