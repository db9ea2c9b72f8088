"""The doors, the menu and the foot on built pages: where a page stands, and what leads on from it."""

from __future__ import annotations

from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from support import BASE, ROOT_PAGES, Page, Site

from macros.wording.language import LANGUAGES

REPOSITORY = "https://code.example.org/dossier"
LISTS = {
    "questions/have-h200s-reached-china/": "questions/",
    "claims/h200-six-times-h20/": "claims/",
    "actors/nvidia/": "actors/",
    "chips/h200-sxm/": "chips/",
    "rules/rule-2026-01-15/": "rules/",
    "sources/reuters-2025-12-10/": "sources/",
    "events/trump-announces-h200-2025-12/": "timeline/",
}
"""The list behind whose door a record's page stands."""


def marked(page: Page, part: str) -> list[tuple[str, str]]:
    """The links of a part of a page that are marked as current: their addresses below the root, and the mark."""
    links = page.tree.xpath(f"//{part}//a[@aria-current]")
    base = BASE + page.url
    return [(urljoin(base, link.get("href")).removeprefix(BASE), link.get("aria-current")) for link in links]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("path", ROOT_PAGES)
def test_a_page_is_marked_behind_its_door_and_in_the_menu(site, code, path):
    page = site.pages[f"{code}/{path}"]
    expected = (f"{code}/{LISTS[path]}", "true") if path in LISTS else (f"{code}/{path}", "page")
    door, *behind = marked(page, "nav[@class='doors']")
    assert behind == [expected] == marked(page, "details[@class='menu']")
    assert door[1] == "true" and len(page.tree.xpath("//nav[@class='doors']/ul[1]/li")) == 5


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_menu_has_every_page_of_prose_once(site, code):
    links = site.pages[f"{code}/"].tree.xpath("//details[@class='menu']//li/a/@href")
    reached = [urljoin(f"{BASE}{code}/", link).removeprefix(f"{BASE}{code}/") for link in links]
    assert sorted(reached) == sorted(set(ROOT_PAGES) - set(LISTS))


def foot(page: Page) -> dict[str, str]:
    """Where the links of a page's foot lead, by their words."""
    links = page.tree.xpath("//footer[@class='foot']//a")
    return {link.text_content(): urljoin(BASE + page.url, link.get("href")) for link in links}


def test_without_a_repository_nothing_leads_to_one(site):
    assert {path for page in site.pages.values() for path in foot(page).values() if not path.startswith(BASE)} == set()


def test_the_foot_leads_to_what_there_is(world, mkdocs):
    """A repository with a new issue about the page, the page of data, and what can be followed."""
    result = mkdocs("build", "--strict", SITE_URL=BASE, REPO_URL=REPOSITORY)
    assert result.returncode == 0, result.stderr
    built = Site(world / "site")
    english, arabic = (foot(built.pages[f"{code}/events/tender-2033/"]) for code in LANGUAGES)
    followed = [
        "Everything new (Atom)",
        "Findings and corrections (Atom)",
        "Events (Atom)",
        "Expected dates (calendar)",
    ]
    assert list(english) == ["Source code and data", "Data", *followed, "Report an error on this page"]
    assert list(arabic)[1:3] == ["البيانات", "كل جديد (Atom)"] and list(arabic)[-1] == "أبلغ عن خطأ في هذه الصفحة"
    files = [f"{BASE}ar/{name}" for name in ("data/", "feed.xml", "findings.xml", "events.xml", "dates.ics")]
    assert list(arabic.values())[:-1] == [REPOSITORY, *files]
    for code, links in (("en", english), ("ar", arabic)):
        page = built.pages[f"{code}/events/tender-2033/"]
        way = urlsplit(list(links.values())[-1])
        asked = parse_qs(way.query)
        assert f"{way.scheme}://{way.netloc}{way.path}" == f"{REPOSITORY}/issues/new"
        assert f"{BASE}{page.url}" in asked["body"][0].splitlines()[0]
        assert page.tree.xpath("string(//title)").partition(" · ")[0] in asked["title"][0]
    missing = (world / "site/404.html").read_text(encoding="utf-8")
    assert REPOSITORY in missing and "issues/new" not in missing
