"""The picture with which an address shows itself: the judgement, what is judged, and the dossier's name."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from itertools import pairwise

import pytest
from made import languages, view

from macros.figures.card import JUDGED, card, card_address
from macros.figures.lettering import width
from macros.figures.palette import coloured, light

SVG = "{http://www.w3.org/2000/svg}"
MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2069"))


def tree(judged: str, code: str = "en") -> etree.Element:
    return etree.fromstring(card(view(url=f"{code}/"), judged).svg)


def texts(root: etree.Element) -> list[tuple[float, float, float, str, str]]:
    """Each line: where it begins, its size, its colour, and what it says."""
    return [
        (
            float(text.attrib["x"]),
            float(text.attrib["y"]),
            float(text.attrib["font-size"]),
            text.attrib["fill"],
            text.text or "",
        )
        for text in root.iter(f"{SVG}text")
    ]


def test_what_is_judged_how_it_is_judged_and_who_says_so():
    assert texts(tree("verdict.partly-supported")) == [
        (80, 120, 40, "var(--soft)", "Claim"),
        (80, 240, 84, "var(--part)", "Partly supported"),
        (80, 560, 44, "var(--ink)", "The H200 Gap"),
    ]


@pytest.mark.parametrize(("code", "kind"), [("en", "Answer"), ("ar", "جواب")])
def test_the_card_of_a_question_is_one_of_its_answer(code, kind):
    assert texts(tree("settled.disputed", code))[0][-1].translate(MARKS) == kind


def test_an_arabic_card_is_its_mirror():
    """Lines end at the right edge and run from right to left, Latin words in them as they are."""
    root = tree("verdict.partly-supported", "ar")
    assert texts(root) == [
        (1120, 120, 40, "var(--soft)", "\u2067ادعاء\u2069"),
        (1120, 240, 84, "var(--part)", "\u2067مؤيَّد جزئيًا\u2069"),
        (1120, 560, 44, "var(--ink)", "\u2067فجوة \u2066H200\u2069\u2069"),
    ]
    assert (root.get("text-anchor"), tree("verdict.partly-supported").get("text-anchor")) == ("end", "start")


def test_long_judgements_break_into_lines():
    found = texts(tree("status.case-by-case-if-gates-met"))[1:-1]
    words = languages()["en"].string("status.case-by-case-if-gates-met")
    assert " ".join(text for *_, text in found) == words and len(found) > 1
    assert [y for _, y, *_ in found] == [240 + 110 * number for number in range(len(found))]


def test_where_nothing_is_judged_the_dossier_says_what_it_is():
    """In letters half as large, with lines half as high; nothing says that it is judged."""
    kind, *told, site = texts(tree("site.description"))
    assert kind[-1] == "" and site[-1] == "The H200 Gap" and len(told) > 2
    assert " ".join(text for *_, text in told) == languages()["en"].string("site.description")
    assert [y for _, y, *_ in told] == [240 + 55 * number for number in range(len(told))]
    assert {(size, colour) for _, _, size, colour, _ in told} == {(42, "var(--open)")}
    for (*_, line), (*_, after) in pairwise(told):
        assert width(f"{line} {after.split()[0]}", 42, bold=True) > 1040


@pytest.mark.parametrize(
    ("judged", "colour"),
    [
        ("verdict.supported", "ok"),
        ("verdict.contradicted", "no"),
        ("verdict.superseded", "past"),
        ("verdict.not-verified", "open"),
        ("status.presumption-of-denial", "no"),
        ("settled.disputed", "open"),
    ],
)
def test_a_judgement_has_its_colour(judged, colour):
    """As its words and as a band across."""
    root = tree(judged)
    _, band = root.iter(f"{SVG}rect")
    assert band.get("fill") == texts(root)[1][3] == f"var(--{colour})"


@pytest.mark.parametrize("code", ["en", "ar"])
@pytest.mark.parametrize("judged", JUDGED)
def test_every_card_is_whole_and_within_its_edges(judged, code):
    """As large as it is shown elsewhere, in colours that the theme has, no line over another or beyond an edge."""
    svg = card(view(url=f"{code}/"), judged).svg
    root = etree.fromstring(coloured(svg, light()))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("1200", "630", "0 0 1200 630")
    found = texts(root)
    assert all(width(words.translate(MARKS), size, bold=True) <= 1040 for _, _, size, _, words in found)
    heights = [(y, size) for _, y, size, _, _ in found]
    assert all(y + size <= after for (y, _), (after, size) in pairwise(heights))
    assert "".join(words for *_, words in found[1:-1]).translate(MARKS).strip()


def test_a_card_stands_under_an_address_of_its_judgement_and_language():
    assert card_address("verdict.not-verified", "ar") == "assets/cards/verdict-not-verified.ar.png"
    assert card_address("site.description", "en") == "assets/cards/site-description.en.png"
