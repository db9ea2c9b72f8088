"""Access: axe-core finds nothing, pages print well, and they bear the reader's own size, spacing, colours and
keyboard."""

from __future__ import annotations

import base64

import pytest
from axe_playwright_python.sync_playwright import Axe
from support import ROOT_PAGES

pytestmark = pytest.mark.browser

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize(
    ("path", "width"),
    [("", 360), *((f"{code}/{page}", width) for code, width in (("en", 1280), ("ar", 360)) for page in ROOT_PAGES)],
)
def test_axe_finds_nothing(new_page, address, path, width):
    """WCAG 2.2, A and AA, of each kind of page wide and narrow; the dark scheme differs in its colours only."""
    page = new_page(viewport={"width": width, "height": 900}, color_scheme="light", reduced_motion="reduce")
    page.goto(address + path)
    for scheme, rules in (("light", WCAG), ("dark", ["color-contrast"])):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
        assert found.violations_count == 0, (scheme, found.generate_report())


@pytest.mark.parametrize(
    "path", ["claims/h200-six-times-h20/", "chips/h200-sxm/", "policy-gap/", "questions/have-h200s-reached-china/"]
)
def test_a_page_prints_without_navigation_and_with_its_citation(new_page, address, path):
    page = new_page(color_scheme="dark")
    page.goto(address + "ar/" + path)
    page.emulate_media(media="print")
    assert page.locator(".md-header").count() == page.locator(".foot").count() == 1
    for selector in (".md-header", ".doors", ".foot", ".permalink", "button"):
        assert page.locator(f"{selector}:visible").count() == 0, selector
    assert page.locator(".cite").is_visible()
    folded = page.locator(":is(.folded, .rest) li")
    assert all(one.is_visible() for one in folded.all()), "what is folded on the screen is printed"
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)", "black on white, in dark mode too"
    spelt = page.locator(".cite a[rel=bookmark]").inner_text()
    assert spelt.startswith("http"), "the citation spells its address out"


@pytest.mark.parametrize("path", ["rules/rule-2026-01-15/", "sources/reuters-2025-12-10/"])
def test_on_paper_a_link_says_its_address(new_page, address, path):
    page = new_page()
    page.goto(address + "en/" + path)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    kinds = {"another site's": "a[href^=http]:not([rel=bookmark])", "the dossier's own": "li a:not([href^=http])"}
    for kind, selector in kinds.items():
        link = page.locator(f"#content {selector}").first
        said = page.evaluate("link => getComputedStyle(link, '::after').content", link.element_handle())
        assert said == f'"({link.evaluate("link => link.href")})"', kind


EVERYWHERE = [f"{code}/{page}" for code in ("en", "ar") for page in ROOT_PAGES]

SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }
"""
"""The spacing of text that a reader may set (WCAG 1.4.12)."""

WEAR = """style => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}"""
"""Has a page wear a style of the reader's, which the page's policy does not touch."""

CLIPPED = """() => [...document.querySelectorAll("body *")].filter(element => {
  const style = getComputedStyle(element), hides = way => ["hidden", "clip"].includes(way);
  if (element.closest(".visually-hidden, .stack thead, svg, select") || !element.textContent.trim()) return false;
  if (!element.checkVisibility() || !element.clientWidth) return false;
  return hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1
    || hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
}).map(element => element.textContent.trim())"""


@pytest.mark.parametrize("path", ["", *EVERYWHERE])
def test_nothing_scrolls_sideways_at_400_per_cent_nor_with_spaced_text(new_page, address, path):
    """1280 by 1024 at 400 per cent are 320 by 256 (WCAG 1.4.10); with the reader's spacing nothing is cut off."""
    page = new_page(viewport={"width": 320, "height": 256})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate(WEAR, SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(CLIPPED) == []


APART = """() => [...document.querySelectorAll("body *")]
  .filter(element => /flex|grid/.test(getComputedStyle(element).display)
  && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
  && [...element.children].some(child => child.matches("bdi, a, b, i, em, strong, small, code, time")))
  .map(element => element.textContent.trim())"""


SMALL = """() => [...document.querySelectorAll("#content :not(svg, svg *, .permalink)")]
  .filter(element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
  .filter(element => element.checkVisibility() && parseFloat(getComputedStyle(element).fontSize) < 11.5)
  .map(element => element.textContent.trim())"""


@pytest.mark.parametrize("path", EVERYWHERE)
def test_no_text_is_too_small_to_read(new_page, address, path):
    page = new_page(viewport={"width": 360, "height": 800})
    page.goto(address + path)
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("path", [path for path in EVERYWHERE if path.startswith("ar/")])
def test_a_sentence_is_not_laid_out_word_by_word(new_page, address, path):
    """A box that lays out its children would set an isolated Latin word apart from its sentence."""
    page = new_page(viewport={"width": 360, "height": 800})
    page.goto(address + path)
    assert page.evaluate(APART) == []


STOPS = """() => {
  const seen = element => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0;
  const able = "a[href], button, summary, input, select, textarea, [tabindex]";
  const stops = [...document.querySelectorAll(able)].filter(seen);
  const lists = [...document.querySelectorAll("#content :is(ul, ol, dl, table, article, .index section)")]
    .filter(list => list.checkVisibility() && !list.closest("figure, nav, aside, .waffle, .legend"));
  const first = lists.map(list => stops.find(stop => list.contains(stop))).find(stop => stop);
  return first ? stops.filter(stop => stop.closest("#content")).indexOf(first) + 1 : 0;
}"""


@pytest.mark.parametrize("path", EVERYWHERE)
def test_the_first_list_is_not_far_for_the_keyboard(new_page, address, path):
    """At most 40 stops from the skip link to what a page lists first; squares and marks are none, since a list or a
    table has them."""
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + path)
    assert page.evaluate(STOPS) < 40
    assert page.locator(".square[tabindex='0'], .canvas svg a[tabindex='0']:not([aria-label])").count() == 0


PAINTED = """async ([picture, ground]) => {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height).data;
  let painted = 0;
  for (let at = 0; at < pixels.length; at += 4) if (`rgb(${pixels.slice(at, at + 3).join(", ")})` !== ground) painted++;
  return painted * 4 / pixels.length;
}"""
"""The share of a picture that is not of the colour of the ground."""

KEPT = {
    "a square": ("claims/", ".waffle .square", None, 0.9),
    "its legend": ("claims/", ".legend:not(.plain) li", 12, 0.3),
    "the mark of a list": ("claims/", ".claim-item .square", None, 0.9),
    "the badge of a verdict": ("claims/h200-six-times-h20/", ".verdict", 24, 0.1),
    "the badge of a status": ("chips/h200-sxm/", ".status", 20, 0.1),
    "a bar": ("claims/h200-six-times-h20/", ".meter div:not(.said) i", None, 0.9),
    "the legend of a figure": ("policy-gap/", ".keys .symbol", None, 0.2),
    "the bars of a figure": ("chips/", "#figure-six-times svg.wide path", None, 0.9),
    "the marks of a figure": ("policy-gap/", "#figure-gap svg.wide a[aria-label] :is(path, circle)", None, 0.2),
    "the stairs": ("steps/", "#figure-ladder svg.wide path[fill^='var(--no)']", None, 0.9),
}
"""What once vanished: a page on which it stands, how it is found, how many pixels of its beginning count if not all,
and the least share of them that must be seen."""


def test_with_forced_colours_the_open_page_is_marked_and_a_button_has_an_edge(new_page, address):
    page = new_page(forced_colors="active")
    page.goto(f"{address}ar/status/")
    line = "getComputedStyle(document.querySelector('{}')).{}"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.evaluate(line.format(".doors a:not([aria-current])", "borderBlockEndColor")) == ground
    assert page.evaluate(line.format(".doors a[aria-current]", "borderBlockEndColor")) != ground
    page.wait_for_selector("[data-status] button[type=submit]")
    assert page.evaluate(line.format("[data-status] button[type=submit]", "borderTopWidth")) == "1px"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kept", KEPT)
def test_with_forced_colours_nothing_that_means_something_vanishes(new_page, address, kept, scheme):
    path, selector, start, share = KEPT[kept]
    page = new_page(viewport={"width": 1280, "height": 900}, forced_colors="active", color_scheme=scheme)
    page.goto(f"{address}en/{path}")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    found = page.locator(f"{selector}:visible").first
    found.scroll_into_view_if_needed()
    box = found.bounding_box()
    picture = page.screenshot(clip=box | ({"width": start} if start else {}))
    page.goto("about:blank")
    assert page.evaluate(PAINTED, [base64.b64encode(picture).decode(), ground]) >= share
