"""A figure as a picture of its own: what stands where on the sheet, read from its SVG."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass, replace

import pytest
from made import claim, found, view

from macros.figures.chart import Chart, LegendKey
from macros.figures.lettering import TYPE, width
from macros.figures.sheet import DRAWING, Sheet, sheet
from macros.figures.surface import Surface

SVG = "{http://www.w3.org/2000/svg}"
BLANK = Chart("A title", "", (), (), Surface("ltr", 720, 100), Surface("ltr", 328, 150))
DATED = claim("c", findings=[found("2031-03-04")])
ADDRESS = "https://example.org/made/en/steps/#figure-x"

ENGLISH_FOOT = [
    "Figure of the dossier “The H200 Gap”, https://example.org/made/en/steps/#figure-x",
    "CC BY 4.0 · Findings up to 4 March 2031",
]


@dataclass(frozen=True)
class Line:
    """A line of words: the place at which it begins, its looks, and what it says."""

    x: float
    y: float
    words: str
    size: float
    weight: str
    colour: str


def made(chart: Chart, code: str = "en") -> Sheet:
    return sheet(view(DATED, url=f"{code}/steps/"), chart, ADDRESS)


def tree(chart: Chart, code: str = "en") -> etree.Element:
    return etree.fromstring(made(chart, code).svg)


def lines(root: etree.Element) -> list[Line]:
    return [
        Line(
            float(text.attrib["x"]),
            float(text.attrib["y"]),
            text.text or "",
            float(text.attrib["font-size"]),
            text.attrib["font-weight"],
            text.attrib["fill"],
        )
        for text in root.iter(f"{SVG}text")
    ]


def moved(root: etree.Element) -> list[tuple[float, float]]:
    """Where the symbols of the legend stand, and last the drawing."""
    groups = [group.get("transform", "") for group in root.iter(f"{SVG}g")]
    return [tuple(map(float, re.fullmatch(r"translate\((.*),(.*)\)", group).groups())) for group in groups]


def test_a_title_a_drawing_and_who_made_it():
    """From above: a title of 20 pixels below an edge of 24, the drawing of 100, a line across, and two lines of origin
    and terms, with as much of an edge below."""
    root = tree(BLANK)
    assert lines(root) == [
        Line(24, 44, "A title", 20, "600", "var(--ink)"),
        Line(24, 214, ENGLISH_FOOT[0], TYPE, "400", "var(--soft)"),
        Line(24, 232.8, ENGLISH_FOOT[1], TYPE, "400", "var(--soft)"),
    ]
    assert moved(root) == [(24, 72)] and DRAWING in made(BLANK).svg
    (rule,) = root.iter(f"{SVG}path")
    assert rule.get("d") == "M24,194.0H744" and rule.get("stroke") == "var(--line)"
    (title,) = root.iter(f"{SVG}title")
    assert title.text == "A title"


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_sheet_is_as_large_as_it_says(code):
    """As wide as a drawing between its edges, and so high that the last line has its edge below."""
    found = made(BLANK, code)
    root = etree.fromstring(found.svg)
    assert (found.width, found.height) == (768, 263)
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("768", "263", "0 0 768 263")
    ground = root.find(f"{SVG}rect")
    assert (ground.get("width"), ground.get("height"), ground.get("fill")) == ("768", "263", "var(--paper)")


def test_what_is_higher_makes_the_sheet_higher():
    higher = replace(BLANK, wide=Surface("ltr", 720, 300))
    assert made(higher).height == 463 and moved(tree(higher)) == [(24, 72)]
    assert [line.y for line in lines(tree(higher))] == [44, 414, 432.8]


def test_a_note_stands_below_the_title():
    root = tree(replace(BLANK, note="How it is read."))
    assert lines(root)[1] == Line(24, 72, "How it is read.", TYPE, "400", "var(--soft)")
    assert moved(root) == [(24, 89.5)] and [line.y for line in lines(root)[2:]] == [231.5, 250.2]


def test_long_words_break_into_lines():
    root = tree(replace(BLANK, title="title " * 20, note="note " * 40))
    title, note = ([line for line in lines(root) if line.words.startswith(word)] for word in ("title", "note"))
    assert [line.y for line in title] == [44, 72] and [line.y for line in note] == [100, 117.5]
    assert moved(root) == [(24, 135)]
    assert all(width(line.words, 20, bold=True) <= 720 for line in title)
    assert all(width(line.words) <= 720 for line in note)
    assert " ".join(line.words for line in title) == ("title " * 20).strip()
    assert width(f"{title[0].words} title", 20, bold=True) > 720


def test_bold_words_break_earlier():
    """A title that would have room if it were not bold."""
    words = "m" * 20 + " " + "m" * 21
    assert width(words, 20) <= 720 < width(words, 20, bold=True)
    assert [line.words for line in lines(tree(replace(BLANK, title=words)))[:2]] == words.split()


KEYS = (
    LegendKey("circle", "var(--ok)", "one"),
    LegendKey("square", "var(--no)", "two < three"),
)


def test_a_legend_stands_below_the_drawing():
    root = tree(replace(BLANK, keys=KEYS))
    first, second = lines(root)[1:3]
    beside = round(24 + 20 + width("one") + 20, 1)
    assert first == Line(44, 194, "one", TYPE, "400", "var(--ink)")
    assert second == Line(round(beside + 20, 1), 194, "two < three", TYPE, "400", "var(--ink)")
    assert moved(root) == [(24, 182.5), (beside, 182.5), (24, 72)]
    circle, square, _ = root.iter(f"{SVG}g")
    assert circle[0].tag == f"{SVG}circle" and circle[0].get("fill") == "var(--ok)"
    assert square[0].tag == f"{SVG}path" and square[0].get("fill") == "var(--no)"
    assert [line.y for line in lines(root)[3:]] == [236, 254.8]


def test_what_has_no_room_beside_another_stands_on_the_next_line():
    first, wide = "a" * 20, "w" * 50
    labels = (first, wide, "b", "c")
    root = tree(replace(BLANK, keys=tuple(LegendKey("circle", "var(--ok)", words) for words in labels)))
    placed = {line.words: (line.x, line.y) for line in lines(root)}
    after = 24 + 2 * 20 + width(wide) + 20
    assert (placed[first], placed[wide]) == ((44, 194), (44, 216))
    assert placed["b"] == (round(after, 1), 216)
    assert placed["c"] == (round(after + 2 * 20 + width("b"), 1), 216)
    assert [y for _, y in moved(root)[:4]] == [182.5, 204.5, 204.5, 204.5]
    assert [line.y for line in lines(root)[-2:]] == [258, 276.8]


def test_a_first_entry_stands_on_the_first_line_however_long_it_is():
    root = tree(replace(BLANK, keys=(LegendKey("circle", "var(--ok)", "w" * 90),)))
    assert moved(root)[0] == (24, 182.5) and lines(root)[1].y == 194


def test_an_arabic_sheet_is_its_mirror():
    """Lines end where reading starts, on the right, and run from right to left whatever stands in them; the drawing,
    which runs so itself, keeps its place."""
    root = tree(replace(BLANK, title="رقاقة H200", keys=KEYS[:1]), "ar")
    title, key, *foot = lines(root)
    assert (title.x, title.y, title.words) == (744, 44, "\u2067رقاقة \u2066H200\u2069\u2069")
    assert (key.x, key.y, key.words) == (724, 194, "\u2067\u2066one\u2069\u2069")
    assert moved(root) == [(730, 182.5), (24, 72)]
    assert {line.x for line in foot} == {744} and foot[1].words.endswith("4 مارس 2031\u2069")
    assert {text.get("text-anchor") for text in root.iter(f"{SVG}text")} == {"end"}
    assert {text.get("text-anchor") for text in tree(BLANK).iter(f"{SVG}text")} == {"start"}


def test_the_foot_says_whence_it_is_in_the_language_of_the_page():
    foot = [line.words for line in lines(tree(BLANK, "ar"))[1:]]
    assert "فجوة \u2066H200\u2069" in foot[0] and ADDRESS in foot[0]
    assert "الأحكام محدّثة حتى" in foot[1]


def test_words_are_text():
    """What a title or a label says is never read as markup; the drawing's place alone is."""
    svg = made(replace(BLANK, title="a < b & <c>", note="<i>", keys=KEYS)).svg
    assert svg.count("a &lt; b &amp; &lt;c&gt;") == 2 and "&lt;i&gt;" in svg and "two &lt; three" in svg
    assert svg.count(DRAWING) == 1


@pytest.mark.parametrize(
    ("code", "families"),
    [("en", ["Plex", "Plex"]), ("ar", ["Plex", "Plex", "Plex Arabic", "Plex Arabic"])],
)
def test_a_sheet_names_the_typefaces_that_it_carries(code, families):
    svg = made(BLANK, code).svg
    assert re.findall(r'font-family:"([^"]+)"', svg) == families
    assert set(re.findall(r"font:([\w-]+)\)", svg)) == {
        f"{file}-{weight}"
        for file in ("ibm-plex-sans", *(("ibm-plex-sans-arabic",) if code == "ar" else ()))
        for weight in (400, 600)
    }
    assert etree.fromstring(svg).get("{http://www.w3.org/XML/1998/namespace}lang") == code


@pytest.mark.parametrize("code", ["en", "ar"])
def test_links_of_the_drawing_start_at_the_language(code):
    assert made(BLANK, code).root == f"https://example.org/made/{code}/"
