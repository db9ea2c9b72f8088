"""The copy on a disk, opened as a file: it is searched, its lists are filtered, its status page answers."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from macros.tools import offline

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def copied(world_site, tmp_path_factory):
    target = tmp_path_factory.mktemp("copy") / "offline"
    offline.copy(world_site.root, target)
    return target


@pytest.fixture
def opened(copied, new_page):
    """Opens a file of the copy; what went wrong on it is collected."""
    page, wrong = new_page(), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)

    def at(path):
        page.goto((copied / path).as_uri() if "?" not in path else f"{copied.as_uri()}/{path}")
        return page

    yield at
    assert not wrong


@pytest.mark.parametrize(("code", "query"), [("en", "buyers"), ("ar", "المشترون")])
def test_it_is_searched_and_a_hit_opens_a_page(opened, copied, code, query):
    page = opened(f"{code}/method/index.html")
    page.keyboard.press("/")
    page.fill("#search-input", query)
    page.wait_for_selector("#search-results a")
    with page.expect_navigation():
        page.press("#search-input", "Enter")
    assert page.url.startswith(f"{copied.as_uri()}/{code}/") and "index.html" in page.url
    expect(page.locator("h1")).to_have_count(1)


def test_a_list_is_filtered_by_its_address(opened):
    page = opened("en/claims/index.html?verdict=contradicted")
    shown = page.locator("[data-list] [data-item]:visible").count()
    assert 0 < shown < page.locator("[data-list] [data-item]").count()


def test_the_status_page_answers_and_keeps_the_question_in_its_address(opened):
    page = opened("ar/status/index.html?chip=quill-2")
    page.wait_for_selector("[data-result] .cards")
    page.select_option("[name=chip]", "quill-9")
    page.click("form[data-status] button[type=submit]")
    page.locator("[data-result]", has_text="Quill 9").wait_for()
    assert "chip=quill-9" in page.url
