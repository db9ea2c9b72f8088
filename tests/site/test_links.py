"""Links and addresses of the built site."""

from __future__ import annotations

from urllib.parse import unquote, urljoin, urlsplit

import live
import pytest
from support import BASE, Site

from macros.record.kinds import KINDS


def links(site: Site) -> list[tuple[str, str]]:
    """All links of all pages, each once a page."""
    return [(url, str(link)) for url, page in site.pages.items() for link in set(page.tree.xpath("//a/@href"))]


def test_every_link_leads_somewhere(site):
    """Links within the site, anchors included, under the base path."""
    anchors = {url: set(page.ids) for url, page in site.pages.items()}
    broken, followed = [], 0
    for url, link in links(site):
        target = urlsplit(urljoin(BASE + url, link))
        if target.netloc != urlsplit(BASE).netloc:
            continue
        followed += 1
        place = unquote(target.path.removeprefix(urlsplit(BASE).path))
        file = site.root / (place + "index.html" if place.endswith("/") or not place else place)
        fragment = unquote(target.fragment)
        if not file.is_file() or (fragment and place in anchors and fragment not in anchors[place]):
            broken.append(f"{url}: {link}")
    assert not broken, broken[:20]
    assert followed > len(site.pages)


def test_nothing_is_loaded_from_another_host(site):
    for url, page in site.pages.items():
        loaded = page.tree.xpath(
            "//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='preload' or @rel='icon']/@href"
        )
        assert not [source for source in loaded if urlsplit(str(source)).netloc], url


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_a_record_without_a_page_has_an_anchor_to_copy(site, kind):
    """Terms, caveats and others: where they may be cited, their anchor stands, with a link to it."""
    for record in live.dossier().all(kind):
        for address in record.addresses:
            path, _, anchor = address.partition("#")
            for code in ("en", "ar"):
                page = site.pages[f"{code}/{path}"]
                assert not anchor or anchor in page.ids
                assert (
                    not anchor
                    or path == ""
                    or kind.is_paged()
                    or f"#{anchor}" in page.tree.xpath("//a[@class='permalink']/@href")
                )
