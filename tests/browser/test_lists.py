"""Long lists in a browser: filters from the address, other pages of a list, contents beside the page, one width."""

from __future__ import annotations

import re
from collections.abc import Callable

import live
import pytest
from playwright.sync_api import Route
from support import ROOT_PAGES

from macros.page.long_lists import LONG_LISTS, happenings, side
from macros.record.actor import Actor
from macros.record.chip import Chip
from macros.record.claim import Claim
from macros.record.conflict import Conflict
from macros.record.event import Event
from macros.record.rule import Rule
from macros.record.source import Source

pytestmark = pytest.mark.browser

DOSSIER = live.dossier()
CHOICES = {
    "claims/?verdict=contradicted": sum(claim.finding.verdict == "contradicted" for claim in DOSSIER.all(Claim)),
    "claims/?topic=supply&drift=added": sum(
        (claim.topic, claim.drift) == ("supply", "added") for claim in DOSSIER.all(Claim)
    ),
    "timeline/?year=2025&side=china": sum(
        found.dated.startswith("2025") and side(found) == "china" for found in happenings(live.view("en/"))
    ),
    "timeline/?kind=rules": sum(isinstance(found, Rule) for found in happenings(live.view("en/"))),
    "timeline/?step=delivery": sum(event.step == "delivery" for event in DOSSIER.all(Event)),
    "sources/?kind=law": sum(source.kind == "law" for source in DOSSIER.all(Source)),
    "sources/?read=full&year=2025": sum(
        source.read == "full" and (source.date or "").startswith("2025") for source in DOSSIER.all(Source)
    ),
    "conflicts/?state=settled": sum(conflict.state == "settled" for conflict in DOSSIER.all(Conflict)),
    "rules/?instrument=bill": sum(rule.instrument == "bill" for rule in DOSSIER.all(Rule)),
    "chips/?group=made-for-china&vendor=nvidia": sum(
        (chip.group, chip.vendor) == ("made-for-china", "nvidia") and not DOSSIER.citing(chip, Claim)
        for chip in DOSSIER.all(Chip)
    ),
    "actors/?kind=person": sum(actor.kind == "person" for actor in DOSSIER.all(Actor)),
}
SHOWN = "[data-list] [data-item]:visible"


@pytest.mark.parametrize("path", CHOICES)
def test_a_list_is_filtered_from_the_address(new_page, address, path):
    """What is on other pages of the list as well."""
    page = new_page()
    page.goto(f"{address}ar/{path}")
    page.locator(".filters output").filter(has_text=re.compile(rf"^\s*{CHOICES[path]} من ")).wait_for()
    assert page.locator(SHOWN).count() == CHOICES[path] > 0
    asked = dict(part.split("=") for part in path.partition("?")[2].split("&"))
    for name, value in asked.items():
        assert set(page.locator(SHOWN).evaluate_all(f"items => items.map(item => item.dataset['{name}'])")) == {value}
    assert page.locator("[data-list] [data-block]:visible").evaluate_all(
        "groups => groups.every(group => group.querySelector('[data-item]:not([hidden])'))"
    )


@pytest.mark.parametrize("path", ["timeline/", "sources/", "rules/"])
def test_of_a_list_the_first_are_shown_and_all_when_they_are_asked_for(new_page, address, path):
    """A filter opens what is folded, and folds it again when it is taken back."""
    page = new_page()
    page.goto(f"{address}en/{path}")
    rest = page.locator("[data-list] section[data-block] > .rest")
    shown = """folded => folded.map(rest =>
      [...rest.parentElement.querySelectorAll("[data-item]")].filter(item => item.checkVisibility()).length)"""
    assert set(rest.evaluate_all(shown)) == {5}
    page.select_option(".filters [name=year]", "2025")
    page.locator(".filters output").filter(has_text="of").wait_for()
    assert max(rest.evaluate_all(shown)) > 5 and not page.locator(".rest > summary:visible").count()
    page.select_option(".filters [name=year]", "")
    assert page.locator(".rest").count() > page.locator(".rest[open]").count() == 0


def test_the_timeline_opens_with_what_has_happened(new_page, address):
    page = new_page()
    page.goto(f"{address}en/timeline/")
    first = page.locator(f"{SHOWN} a").first.get_attribute("href").split("/")[-2]
    assert not DOSSIER.find("events", first).expected
    page.goto(f"{address}en/timeline/?year=2025")
    assert page.locator(".filters").bounding_box()["y"] < 200, "what was asked for is on the screen"


def test_a_choice_goes_into_the_address_and_out_again(new_page, address):
    page = new_page()
    page.goto(f"{address}en/claims/?topic=no-such-topic")
    every = page.locator(SHOWN).count()
    assert every == len(DOSSIER.all(Claim)), "what the address has wrong is passed over"
    page.select_option(".filters [name=topic]", "supply")
    assert page.url.endswith("?topic=supply") and page.locator(SHOWN).count() < every
    page.select_option(".filters [name=topic]", "")
    assert page.url.endswith("/en/claims/") and page.locator(SHOWN).count() == every


def test_links_that_came_from_another_page_of_a_list_lead_where_they_led(new_page, address):
    page = new_page()
    page.goto(f"{address}en/sources/?year=2022", wait_until="networkidle")
    page.locator(f"{SHOWN} > a").first.click()
    page.wait_for_load_state()
    assert page.url.startswith(f"{address}en/sources/") and page.locator(".record h1").count() == 1


def test_the_squares_follow_the_filters(new_page, address):
    page = new_page()
    page.goto(f"{address}en/claims/?verdict=contradicted")
    squares = page.locator(".waffle .square:visible")
    assert squares.count() == page.locator(SHOWN).count() > 0
    codes = page.locator(".claim-item:visible small").evaluate_all(
        "all => all.map(one => one.textContent.trim().slice(0, 3))"
    )
    labels = squares.evaluate_all("squares => squares.map(square => square.title)")
    assert all(": Contradicted: " in label for label in labels)
    assert sorted(label[:3] for label in labels) == sorted(codes)
    assert sum(int(number) for number in page.locator(".legend bdi").all_inner_texts()) == len(labels)


def test_a_choice_that_the_list_does_not_have_is_told_and_leaves_it_whole(new_page, address):
    page = new_page()
    page.goto(f"{address}en/claims/?verdict=nonsense&topic=supply")
    said = page.locator(".filters output")
    said.filter(has_text="no such choice: nonsense").wait_for()
    supply = sum(claim.topic == "supply" for claim in DOSSIER.all(Claim))
    assert f"{supply} of {len(DOSSIER.all(Claim))}" in said.inner_text()
    assert page.locator(SHOWN).count() == supply


@pytest.mark.parametrize(
    ("asked", "passed_over"),
    [
        ("nope=1", "nope=1"),
        ("verdict=supported&verdict=contradicted", "contradicted"),
        ("verdict=%E2%80%AEdetroppus", "[U+202E]detroppus"),
    ],
)
def test_what_a_list_passes_over_is_told_as_it_is(new_page, address, asked, passed_over):
    page = new_page()
    page.goto(f"{address}en/claims/?{asked}")
    told = page.locator(".filters output bdi")
    told.wait_for()
    assert told.inner_text() == passed_over


def test_a_list_asks_nothing_of_a_part_that_is_no_text(new_page, address):
    page, wrong = new_page(), list[str]()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{address}en/claims/#%E0%A4%A", wait_until="networkidle")
    assert page.locator(".filters").is_visible() and wrong == []


def test_the_grid_of_statuses_follows_the_filters(new_page, address):
    page = new_page()
    page.goto(f"{address}ar/chips/?group=amd")
    lines = page.locator(".status-grid ul > li:visible")
    assert lines.count() == page.locator(SHOWN).count() > 0
    assert page.locator(".status-grid h3:visible").evaluate_all("all => all.map(one => one.id)") == ["chips-amd"]


def test_on_paper_a_line_has_its_periods_though_the_sheet_is_narrow(new_page, address):
    page = new_page(viewport={"width": 680, "height": 900})
    page.goto(f"{address}ar/policy-gap/")
    assert not page.locator(".strip").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator(".strip").first.is_visible() and page.locator(".status-grid .periods").first.is_visible()


@pytest.mark.parametrize("width", [768, 1280])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_status_along_a_line_is_told_whole_or_by_its_shape(new_page, address, language, width):
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}{language}/policy-gap/")
    found = page.locator(".strip i:has(b)").evaluate_all("""all => all.map(stretch => {
        const box = stretch.getBoundingClientRect(), word = stretch.querySelector("b").getBoundingClientRect();
        const shape = stretch.querySelector(".status").offsetWidth > 0;
        return word.top >= box.bottom - 1 ? (shape || box.width < 14 ? "shape" : "bare")
            : word.left >= box.left - 1 && word.right <= box.right + 1 ? "whole" : "cut";
    })""")
    assert set(found) == {"whole", "shape"} and found.count("whole") > found.count("shape")


@pytest.mark.parametrize("home", [found.home for found in LONG_LISTS.values()])
def test_a_list_is_whole_without_script(new_page, address, home):
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}en/{home}?year=2025&kind=law&verdict=contradicted")
    assert not page.locator(".filters:visible").count()
    for folded in page.locator("[data-list] .rest > summary").all():
        folded.click()
    items = page.locator("[data-list] [data-item]")
    assert items.count() == page.locator(SHOWN).count()


def test_what_is_folded_opens_without_script(new_page, address):
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}en/chips/h200-sxm/")
    section = page.locator("section:has(#events)")
    assert section.locator(".event-list li:visible").count() == 5
    section.locator(".rest summary").click()
    every = section.locator(".event-list li:visible time").evaluate_all("times => times.map(time => time.dateTime)")
    assert f"All {len(every)}" in section.locator("summary").inner_text()
    assert every == sorted(every, reverse=True)


@pytest.mark.parametrize("code", ["en", "ar"])
@pytest.mark.parametrize("path", ROOT_PAGES)
def test_a_page_of_many_screens_says_what_is_on_it(new_page, address, path, code):
    """Over six screens at a desk it has its contents, filters or letters; its contents stay in sight."""
    page = new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{address}{code}/{path}")
    long = page.evaluate("document.documentElement.scrollHeight") > 6 * 800
    assert not long or page.locator(".contents, .filters, .letters").first.is_visible()
    if page.locator(".contents").count():
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
        box = page.locator(".contents").bounding_box()
        assert 0 <= box["y"] < 800 or not long


def test_contents_are_folded_where_there_is_no_room_beside(new_page, address):
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}ar/policy-gap/")
    assert not page.locator(".contents a").first.is_visible()
    page.click(".contents summary")
    page.click(".contents a[href='#conditions']")
    assert page.evaluate("document.querySelector('#conditions').getBoundingClientRect().top") < 300


@pytest.mark.parametrize(("path", "few"), [("conflicts/", False), ("changes/", False), ("chips/h200-sxm/", True)])
def test_contents_stand_open_beside_the_page_unless_there_are_many(new_page, address, path, few):
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}en/{path}")
    assert page.locator(".contents summary").is_visible()
    assert page.locator(".contents a").first.is_visible() == few


STANDS = """() => {
  const top = document.querySelector("h1").getBoundingClientRect().y;
  return [...document.querySelectorAll("h1, .contents, #content > *, #content > * > section")]
    .filter(block => block.checkVisibility()).slice(0, 6)
    .map(block => { const { x, y, width } = block.getBoundingClientRect(); return [x, y - top, width]; });
}"""
"""Where the first blocks of a page stand, from its heading."""


def arriving(text: str) -> Callable[[Route], None]:
    """A server from which so much of a page has come."""
    return lambda route: route.fulfill(content_type="text/html", body=text)


@pytest.mark.parametrize(("code", "width"), [("en", 1280), ("ar", 360)])
@pytest.mark.parametrize("path", ROOT_PAGES)
def test_what_came_first_stays_in_its_place_when_the_rest_comes(new_page, address, site, path, code, width):
    """A page is painted while it still arrives: cut in its first paragraph, list, or section, its beginning stands as
    in the whole. Scripts come last, and a face may miss the first page."""
    page = new_page(viewport={"width": width, "height": 800}, java_script_enabled=False)
    page.route("**/*.woff2", lambda route: route.abort())
    whole = f"{address}{code}/{path}"
    page.goto(whole)
    stands = page.evaluate(STANDS)
    text = (site.root / code / path / "index.html").read_text(encoding="utf-8")
    start = text.index("</h1>")
    for end in {text.find(tag, start) for tag in ("</p>", "</li>", "</section>")} - {-1}:
        page.route(whole, arriving(text[:end]))
        page.goto(whole)
        cut = page.evaluate(STANDS)
        assert cut == stands[: len(cut)] != []


@pytest.mark.parametrize(("code", "width"), [("en", 1280), ("ar", 768)])
@pytest.mark.parametrize("path", [path for path in ROOT_PAGES if path])
def test_text_tables_figures_and_citation_share_their_edges(new_page, address, path, code, width):
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}{code}/{path}")
    edges = page.evaluate(
        """() => {
        const content = document.querySelector("#content").getBoundingClientRect();
        const blocks = document.querySelectorAll(
          "#content :is(.scroll, .md-typeset__scrollwrap, figure.drawn, .cite, .finding, .quotable, .status-grid)");
        return [...blocks].filter(block => block.checkVisibility() && !block.closest("details, form, figure figure"))
          .map(block => block.getBoundingClientRect())
          .filter(box => Math.abs(box.left - content.left) > 1.5 || Math.abs(box.right - content.right) > 1.5).length;
      }"""
    )
    assert edges == 0
