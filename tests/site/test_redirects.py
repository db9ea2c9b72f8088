"""An address that was given up leads on: a page by a page in its place, a part by a line on the page that it left."""

from __future__ import annotations

from urllib.parse import urljoin

import lxml.html
import pytest
from made_up import BASE


@pytest.mark.parametrize("code", ["en", "ar"])
@pytest.mark.parametrize(
    ("old", "new"),
    [("claims/buyers-enquire/", "claims/buyers-ask/"), ("events/ovrel-ships/", "timeline/#ovrel-ships-2032")],
)
def test_a_page_that_has_moved_leads_on(world_site, code, old, new):
    page, address = world_site.at(f"{code}/{old}").tree, f"{BASE}{code}/{new}"
    assert page.xpath("string(//link[@rel='canonical']/@href)") == address
    seconds, way = page.xpath("string(//meta[@http-equiv='refresh']/@content)").split("; url=")
    assert (seconds, urljoin(f"{BASE}{code}/{old}", way)) == ("0", address)
    for language, title in (("en", "This page has moved"), ("ar", "انتقلت هذه الصفحة إلى رابط آخر")):
        (said,) = page.xpath(f"//main/section[@lang='{language}']")
        assert said.findtext("h1") == title
        assert urljoin(f"{BASE}{code}/{old}", said.xpath("string(.//a/@href)")) == address


def test_a_page_that_has_moved_is_not_offered_to_search_engines(world_site):
    assert "buyers-enquire" not in (world_site.root / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", ["en", "ar"])
@pytest.mark.parametrize(
    ("page", "anchor", "new"),
    [
        ("timeline/", "ovrel-ships", "timeline/#ovrel-ships-2032"),
        ("glossary/", "permit", "glossary/#licence"),
        ("", "at-a-glance", "status/"),
    ],
)
def test_a_part_that_has_moved_says_where_it_is(world_site, code, page, anchor, new):
    (said,) = world_site.pages[f"{code}/{page}"].tree.xpath(f"//*[@id='{anchor}']")
    assert urljoin(f"{BASE}{code}/{page}", said.xpath("string(.//a/@href)")) == f"{BASE}{code}/{new}"
    assert f"#{anchor}" in lxml.html.tostring(said, encoding="unicode", method="text")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("claims/gone/", "claims/nowhere/", "no page 'claims/nowhere/'"),
        ("claims/gone/", "timeline/#nope", "no part '#nope' on the page 'timeline/'"),
        ("glossary/#performance-density", "status/", "the part is there; expected one that was given up"),
        ("claims/buyers-ask/#journey", "status/", "the part is there; expected one that was given up"),
    ],
)
def test_a_redirect_that_misleads_stops_the_build(world, mkdocs, old, new, told):
    redirects = world / "redirects.yml"
    redirects.write_text(redirects.read_text(encoding="utf-8") + f"{old}: {new}\n", encoding="utf-8")
    result = mkdocs("build", "--strict")
    assert result.returncode != 0 and not (world / "site").exists()
    assert result.stderr.count(f"redirects.yml:8: {old}: {told}") == 1 and "stands 2 times" not in result.stderr
    assert "Traceback" not in result.stderr
