"""What only a browser can tell, in the system's Chromium: layout, requests, script and its absence."""

from __future__ import annotations

import live
import pytest
from playwright.sync_api import expect
from support import ROOT, ROOT_PAGES

from macros.reading.redirects import read_redirects
from macros.record.chip import Chip
from macros.record.claim import Claim

pytestmark = pytest.mark.browser

CLAIMS = live.dossier().all(Claim)
INDENTED = """() => {
  const start = element => {
    const box = element.getBoundingClientRect();
    return document.documentElement.dir === "rtl" ? -box.right : box.left;
  };
  return [...document.querySelectorAll("#content > :is(ol, ul) > li")]
    .filter(item => getComputedStyle(item).listStyleType === "none" && item.checkVisibility())
    .filter(item => Math.abs(start(item) - start(document.querySelector("h1"))) > 1)
    .map(item => item.textContent);
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["", *(f"{code}/{page}" for code in ("en", "ar") for page in ROOT_PAGES)])
def test_a_page_fits_and_stays_at_home(new_page, address, path, width):
    """No sideways scroll, no request to another host, no script error, no list that begins beside its heading."""
    page = new_page(viewport={"width": width, "height": 800})
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(INDENTED) == []
    away = [url for url in asked if not url.startswith((address, "data:"))]
    assert asked and (away, errors) == ([], [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_system_and_the_button(new_page, address, scheme):
    page = new_page(color_scheme=scheme)
    page.goto(address + "ar/")
    paper = {"light": "rgb(255, 255, 255)", "dark": "rgb(17, 23, 31)"}
    colour = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(colour) == paper[scheme]
    page.click(".menu summary")
    page.click("[data-scheme-button]")
    assert page.evaluate(colour) == paper["light"]
    page.click("[data-scheme-button]")
    page.reload()
    assert page.evaluate(colour) == paper["dark"], "the choice is remembered"


def test_the_switch_keeps_the_place(new_page, address):
    page = new_page()
    page.goto(address + "en/glossary/#volume-cap")
    page.click("[data-switch]")
    page.wait_for_load_state()
    assert page.url == address + "ar/glossary/#volume-cap"


@pytest.mark.parametrize("anchor", ["trump-announces-h200-2025-12", "m-2025-12"])
def test_a_place_on_the_first_page_of_a_list_leads_to_its_own(new_page, address, anchor):
    page = new_page()
    page.goto(f"{address}en/timeline/#{anchor}")
    page.wait_for_url(f"**/en/timeline/2025/#{anchor}")
    assert page.locator(f"#{anchor}").is_visible()


def test_an_address_that_was_given_up_leads_on_with_what_was_asked(new_page, address):
    redirect = next(found for found in read_redirects(ROOT / "redirects.yml") if not found.anchor)
    page, (way, *_) = new_page(), redirect.new.split("#")
    page.goto(f"{address}ar/{redirect.page}?on=2026-01-01#found")
    page.wait_for_url(f"{address}ar/{way}?on=2026-01-01#*")


def test_the_code_of_a_claim_has_the_name_of_its_square(new_page, address):
    page = new_page()
    page.goto(address + "ar/sourcing/")
    name = "links => Object.fromEntries(links.map(link => [link.href, link.title]))"
    codes, squares = (page.locator(found).evaluate_all(name) for found in (".origins a", ".square"))
    assert len(codes) > 20 and codes.items() <= squares.items() and all(codes.values())


def test_everything_is_there_without_script(new_page, address):
    page = new_page(java_script_enabled=False)
    page.goto(address + "en/claims/")
    assert page.locator(".claim-item:visible").count() == len(CLAIMS)
    page.goto(address + "ar/chips/")
    lines = page.locator(".status-grid ul > li:visible")
    assert lines.count() == sum(chip.exported_from_us for chip in live.dossier().all(Chip))
    lines.first.locator("summary").click()
    assert lines.first.locator("ol").is_visible()


def test_the_keyboard_reaches_content_and_navigation(new_page, address):
    page = new_page()
    page.goto(address + "en/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["ar/chips/h200-sxm/", "en/claims/h200-six-times-h20/"])
def test_the_other_text_opens_beside_on_a_wide_screen_and_below_on_a_phone(new_page, address, path, width):
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(address + path)
    page.click(".other summary")
    own, other = (page.locator(selector).bounding_box() for selector in (".texts > :first-child", ".other"))
    beside = own["x"] != other["x"] and own["y"] == pytest.approx(other["y"], abs=20)
    assert beside is (width == 1280)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_menu_leads_everywhere_on_a_phone(new_page, address, code, script):
    page = new_page(viewport={"width": 320, "height": 640}, java_script_enabled=script)
    page.goto(f"{address}{code}/")
    assert page.locator(".doors > ul:first-child").is_hidden()
    page.click(".menu summary")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.click(".panel a[href$='claims/']")
    assert page.url == f"{address}{code}/claims/"


def test_the_menu_closes_with_escape_and_with_a_press_outside(new_page, address):
    page = new_page(viewport={"width": 1280, "height": 800})
    page.goto(address + "ar/")
    panel = page.locator(".panel")
    page.focus(".menu summary")
    page.keyboard.press("Enter")
    assert panel.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert panel.is_hidden() and page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    page.mouse.click(640, 780)
    assert panel.is_hidden()


def test_what_can_be_said_is_copied_with_its_verdict(new_page, address):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(address + "en/claims/h200-not-controlled-for-now/")
    page.click(".quotable [data-copy]")
    expect(page.locator(".quotable [data-copy]")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("On 10 December 2025 the H200 needed a licence for China")
    assert "not subject to US export controls” – Contradicted, " in copied and copied.endswith(
        "/en/claims/h200-not-controlled-for-now/"
    )
