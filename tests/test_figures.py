"""The figures on the built site: complete in both languages, true to the law, and drawn in the direction of the language."""
from __future__ import annotations

import csv
import re

import pytest
from conftest import DOSSIER
from pydantic import ValidationError

from macros.figures import FIGURES, download
from macros.figures.relations import GROUPS
from macros.language import LANGUAGES
from macros.records import Quantity
from macros.vocabulary import RelationType

PLACES = {"gap": ["policy-gap/", ""], "periods": ["policy-gap/"], "six-times": ["chips/"], "chain": ["sourcing/"], "relations": ["actors/"],
          "timeline": ["timeline/"], "ladder": ["steps/"], "quantities": ["steps/"]}
DRAWN = [name for name in FIGURES if name != "ladder"]
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2069"))


def figure(site, code: str, name: str, place: int = 0):
    found, = site.pages[f"{code}/{PLACES[name][place]}"].tree.xpath(f"//figure[@id='figure-{name}']")
    return found


def where(item) -> tuple[float, float]:
    """The place of a mark, from its transform."""
    return tuple(map(float, re.match(r"translate\(([\d.e-]+),([\d.e-]+)\)", item.get("transform")).groups()))


def links(drawing) -> dict[str, tuple[float, float]]:
    """The place of every point that the keyboard reaches, by the end of its address."""
    return {"/".join(link.get("href").split("/")[-2:]): where(link.xpath("./path")[0]) for link in drawing.xpath(".//svg//a[not(@tabindex)][path]")}


def box(path) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a rectangle."""
    left, top, width, height = map(float, re.match(r"M([\d.e-]+),([\d.e-]+)h([\d.e-]+)v([\d.e-]+)", path.get("d")).groups())
    return min(left, left + width), min(top, top + height), max(left, left + width), max(top, top + height)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_has_title_finding_table_and_download(site, name, code):
    found = figure(site, code, name)
    title, finding = (found.xpath(f".//*[@id='figure-{name}-{part}']")[0].text_content().strip() for part in ("title", "finding"))
    assert title and re.search(r"\d", finding) and title != finding
    for svg in found.xpath(".//svg"):
        assert svg.get("role") == ("group" if svg.xpath(".//a") else "img")
        assert (svg.get("aria-labelledby"), svg.get("aria-describedby")) == (f"figure-{name}-title", f"figure-{name}-finding")
    shown = [[cell.text_content() for cell in row.xpath("./th|./td")] for row in found.xpath(".//table[@class='data']//tr")]
    assert found.xpath("string(.//a[@download]/@href)").endswith(download(name, code))
    with (site.root / download(name, code)).open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == shown
    assert len(shown) > 3


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_takes_its_colours_from_the_page(site, name, code):
    colours = {str(value) for value in figure(site, code, name).xpath(".//svg//@fill | .//svg//@stroke")}
    assert not {colour for colour in colours if not re.fullmatch(r"var\(--[\w-]+\)|none|transparent", colour)}


@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_speaks_the_language_of_its_page(site, name):
    english, arabic = ({text.translate(ISOLATES).strip() for text in figure(site, code, name).xpath(".//svg//text()")} for code in ("en", "ar"))
    names = {chip.short_name for chip in DOSSIER.chips}
    assert not {text for text in english & arabic if re.search(r"[a-z]{2}", text)} - names
    assert any(re.search(r"[\u0621-\u064a]{3}", text) for text in arabic) and not any(re.search(r"[\u0621-\u064a]", text) for text in english)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", DRAWN)
def test_nothing_english_is_left_for_screen_readers(site, name, code):
    assert not figure(site, code, name).xpath(".//svg//*[@aria-roledescription or @aria-label or starts-with(@role, 'graphics')]")


@pytest.mark.parametrize("place", range(2))
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_plotted_chip_is_a_link(site, code, place):
    found = figure(site, code, "gap", place)
    rows = {tuple(str(link).split("/")[-2:]) for link in found.xpath(".//table//a/@href")}
    assert {tuple(address.split("/")) for address in links(found)} == rows
    assert {f"{id}/" for id in ("h200-sxm", "h100-sxm", "h20-96", "b200")} <= set(links(found))


@pytest.mark.parametrize("code", LANGUAGES)
def test_chips_lie_on_the_right_side_of_the_lines(site, code):
    """The control line holds all but the H20; of those held the rule of January 2026 takes in the H100 and the H200, the duty only the H200."""
    found = figure(site, code, "gap")
    at = links(found)
    line, = {where(rule)[0] for rule in found.xpath(".//line[@stroke='var(--no)']")}
    region = box(found.xpath(".//path[@fill='var(--part-bg)']")[0])
    band = max((box(path) for path in found.xpath(".//path[@stroke='var(--accent)']")), key=lambda sides: sides[2] - sides[0])
    ahead = 1 if code == "en" else -1

    def inside(id: str, sides: tuple[float, float, float, float]) -> bool:
        x, y = at[f"{id}/"]
        return sides[0] < x < sides[2] and sides[1] < y < sides[3]

    assert {id: ahead * (at[f"{id}/"][0] - line) > 0 for id in ("h200-sxm", "h100-sxm", "b200", "h20-96")} == {
        "h200-sxm": True, "h100-sxm": True, "b200": True, "h20-96": False}
    assert [inside(id, region) for id in ("h200-sxm", "h100-sxm", "b200", "h20-96")] == [True, True, False, False]
    assert [inside(id, band) for id in ("h200-sxm", "h100-sxm", "h200-nvl")] == [True, False, False]


@pytest.mark.parametrize(("code", "later_is"), [("en", 1), ("ar", -1)])
def test_time_runs_in_the_direction_of_the_language(site, code, later_is):
    at = links(figure(site, code, "timeline"))
    first, last = (at[f"{event.id}/"] for event in (DOSSIER.events[0], DOSSIER.events[-1]))
    assert later_is * (last[0] - first[0]) > 0


@pytest.mark.parametrize(("code", "later_is"), [("en", 1), ("ar", -1)])
def test_the_chain_ends_where_reading_ends(site, code, later_is):
    nodes = {link.get("href").split("/")[-2]: where(link.xpath("./text")[0])[0] for link in figure(site, code, "chain").xpath(".//svg//a")}
    assert later_is * (nodes["article"] - nodes["crypto-rewrite"]) > 0 and later_is * (nodes["crypto-rewrite"] - nodes["ft-2025-09-17"]) > 0


def test_every_type_of_relation_has_one_group():
    assert sorted(type for types in GROUPS.values() for type in types) == sorted(RelationType)


@pytest.mark.parametrize("given", [{}, {"low": 1}, {"value": 1, "above": 2}, {"value": -1}], ids=str)
def test_a_quantity_is_one_number_or_a_range(given):
    with pytest.raises(ValidationError):
        Quantity(kind="ordered", product="h200-sxm", **given)
