"""Figures in a browser: the drawing that fits, words that can be read and hide nothing, marks that name themselves."""

from __future__ import annotations

import pytest
from support import with_fonts

from macros.figures.catalogue import PAGES

pytestmark = pytest.mark.browser

WIDTHS = {360: "narrow", 1280: "wide"}

LOOKED_AT = """figure => {
  const svg = [...figure.querySelectorAll(".canvas svg")].find(each => getComputedStyle(each).display !== "none");
  const frame = svg.getBoundingClientRect(), scale = frame.width / svg.viewBox.baseVal.width;
  const inset = (rect, by) => ({ l: rect.left + 1, r: rect.right - 1, t: rect.top + by, b: rect.bottom - by });
  const meet = (one, other) => one.l < other.r && other.l < one.r && one.t < other.b && other.t < one.b;
  const texts = [...svg.querySelectorAll("text")].map(text => ({
    words: text.textContent,
    size: parseFloat(getComputedStyle(text).fontSize) * scale,
    box: inset(text.getBoundingClientRect(), 3),
  }));
  const points = [...svg.querySelectorAll("path[transform], circle")]
    .map(mark => inset(mark.getBoundingClientRect(), 1))
    .filter(box => box.r - box.l < 16);
  const within = ({ l, r, t, b }) =>
    l > frame.left - 2 && r < frame.right + 2 && t > frame.top - 2 && b < frame.bottom + 2;
  const over = (one, others) => others.filter(other => meet(one.box, other.box)).map(other => [one.words, other.words]);
  return {
    drawing: svg.getAttribute("class"),
    small: texts.filter(text => text.size < 12).map(text => text.words),
    outside: texts.filter(text => !within(text.box)).map(text => text.words),
    hidden: texts.flatMap((one, index) => [
      ...over(one, texts.slice(index + 1)),
      ...over(one, points.map(box => ({ box, words: "a mark" }))),
    ]),
  };
}"""


NEAREST = """mark => {
  const middle = one => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  };
  const [x, y] = middle(mark), marks = [...mark.closest("svg").querySelectorAll("a[aria-label]")];
  const away = marks.filter(one => one !== mark).map(middle).map(([a, b]) => Math.hypot(a - x, b - y));
  return Math.min(...away);
}"""
"""How far the next mark is, from middle to middle, in pixels."""


def opened(new_page, address, code: str, name: str, width: int, **options):
    page = new_page(viewport={"width": width, "height": 800}, **options)
    page.route("**/*.css", with_fonts)
    page.goto(f"{address}{code}/{PAGES[name]}")
    page.evaluate("document.fonts.ready")
    return page, page.locator(f"#figure-{name}")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("code", ["en", "ar"])
@pytest.mark.parametrize("name", PAGES)
def test_words_can_be_read_and_hide_nothing(new_page, address, name, code, width):
    """The narrow drawing on a phone, the wide one on a desk; words of at least 12 pixels, within the drawing, and none
    on another or on a mark."""
    _, figure = opened(new_page, address, code, name, width)
    found = figure.evaluate(LOOKED_AT)
    assert found == {"drawing": WIDTHS[width], "small": [], "outside": [], "hidden": []}


@pytest.mark.parametrize("code", ["en", "ar"])
@pytest.mark.parametrize("name", ["gap", "ladder", "six-times", "relations"])
def test_on_the_smallest_screen_words_can_still_be_read_and_stand_off_the_edge(new_page, address, name, code):
    page, figure = opened(new_page, address, code, name, 320)
    assert figure.evaluate(LOOKED_AT)["small"] == []
    edges = "all => all.map(one => one.getBoundingClientRect()).flatMap(box => [box.left, 320 - box.right])"
    assert min(figure.locator("svg.narrow text").evaluate_all(edges)) >= 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(("code", "ahead"), [("en", "ArrowRight"), ("ar", "ArrowLeft")])
def test_a_drawing_is_one_stop_and_a_mark_names_itself_on_focus(new_page, address, code, ahead):
    page, figure = opened(new_page, address, code, "gap", 1280)
    stops = figure.locator(".canvas svg.wide a[tabindex='0']")
    assert stops.count() == 1
    stops.focus()
    card = figure.locator(".name-card")
    first = card.inner_text()
    assert card.is_visible() and "H200" in first
    page.keyboard.press(ahead)
    second = card.inner_text()
    assert second != first and stops.count() == 1
    page.keyboard.press("ArrowUp")
    assert card.inner_text() == first
    page.keyboard.press("Escape")
    assert card.is_hidden()


@pytest.mark.parametrize("code", ["en", "ar"])
def test_every_mark_names_itself_at_a_tap_of_a_finger(new_page, address, code):
    """Within 24 pixels around its middle, or as near as no other mark is; the tap does not lead away, the card does."""
    page, figure = opened(new_page, address, code, "relations", 360, has_touch=True, is_mobile=True)
    marks = figure.locator("svg.narrow a[aria-label]")
    here, total = page.url, marks.count()
    assert total > 20
    for index in range(0, total, 5):
        mark = marks.nth(index)
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        reach = min(11, mark.evaluate(NEAREST) / 2 - 1)
        for across, down in ((0, 0), (reach, 0), (-reach, 0), (0, reach), (0, -reach)):
            page.touchscreen.tap(middle[0] + across, middle[1] + down)
            assert figure.locator(".name-card span").inner_text() == mark.get_attribute("aria-label")
    assert page.url == here
    way = figure.locator(".name-card a")
    target = way.get_attribute("href")
    way.tap()
    page.wait_for_url(f"**/{target.split('../')[-1]}")


def test_under_the_pointer_a_mark_names_itself_and_its_label_names_it_too(new_page, address):
    page, figure = opened(new_page, address, "en", "gap", 1280)
    figure.scroll_into_view_if_needed()
    label = figure.locator("svg.wide [aria-hidden] text", has_text="H100 PCIe")
    label.hover()
    assert figure.locator(".name-card").inner_text().startswith("H100 PCIe:")
    page.mouse.move(5, 5)
    assert figure.locator(".name-card").is_hidden()
    label.click()
    page.wait_for_url("**/chips/h100-pcie/")


def test_without_script_a_mark_has_its_name_and_its_link(new_page, address):
    _, figure = opened(new_page, address, "ar", "timeline", 1280, java_script_enabled=False)
    marks = figure.locator("svg.wide a:has(title)")
    assert marks.count() > 20 and figure.locator("svg.wide a[tabindex='0']").count() == 0
    assert marks.first.get_attribute("href").startswith("../")
    figure.locator(".save summary").click()
    assert figure.locator(".save a:visible").count() == 3 and figure.locator("textarea").is_visible()
