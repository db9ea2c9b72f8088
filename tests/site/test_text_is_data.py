"""A record's text never becomes markup, a template or Markdown, whatever an editor or an attacker writes."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest
from support import Site

PRODUCT = "1512529"
"""What the template in the hostile text would leave if anything evaluated it; no page holds the number otherwise."""

HOSTILE = (
    "<script>alert(1)</script> {{191*7919}} {% raw %} **bold** ](javascript:alert(1)) <img src=x onerror=alert(1)> "
    "[link](https://example.net) `spelt` &amp; # x"
)
FIELDS = {
    "claims/buyers-ask.yml": ["statement"],
    "actors/ovrel.yml": ["name", "role"],
    "chips/quill-9.yml": ["summary"],
    "rules/review-2032.yml": ["short_title", "summary"],
    "sources/wire-story.yml": ["title", "read_note"],
    "events/seizure-2032.yml": ["title", "summary"],
    "terms/licence.yml": ["name", "definition"],
    "caveats/undated.yml": ["title", "text"],
    "conclusions/sale-needs-licence.yml": ["heading", "text"],
    "steps/enquiry.yml": ["name", "brief"],
    "conflicts/who-approved.yml": ["question", "reading"],
}
PLACES = {
    "claims/buyers-ask/": 1,
    "actors/ovrel/": 2,
    "chips/quill-9/": 1,
    "rules/review-2032/": 2,
    "sources/wire-story/": 2,
    "events/seizure-2032/": 2,
    "timeline/": 1,
    "glossary/": 2,
    "sourcing/": 2,
    "": 2,
    "steps/": 2,
    "conflicts/": 2,
}
"""Pages on which the texts are told, and how many of them at least."""


@pytest.fixture(scope="module")
def hostile(once, waiting) -> Site:
    """A site from records whose texts try to break out, in both languages."""

    def build(folder: Path) -> None:
        project = waiting.begin()
        for file, fields in FIELDS.items():
            path = project / "data" / file
            text = path.read_text(encoding="utf-8")
            for field in fields:
                block = re.compile(rf"^{field}:(?: \{{.*\}}\n|\n(?:  .*\n)+)", re.MULTILINE)
                assert block.search(text), (file, field)
                quoted = "'" + HOSTILE.replace("'", "''") + "'"
                text = block.sub(lambda _: f"{field}:\n  en: {quoted}\n  ar: 'نص {quoted[1:]}\n", text, count=1)  # noqa: B023
            path.write_text(text, encoding="utf-8")
        settings = project / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(
            re.sub("(?m)^site_name: .*", lambda _: f"site_name: '</title>{quoted[1:]}", text), encoding="utf-8"
        )
        result = waiting.mkdocs("build", "--strict", "-d", str(folder / "site"))
        assert result.returncode == 0, result.stderr

    return Site(once("hostile", build) / "site")


@pytest.fixture(scope="module")
def files(hostile) -> list[Path]:
    return sorted((*hostile.root.rglob("index.html"), hostile.root / "404.html"))


def test_nothing_breaks_out(files):
    seen = 0
    for file in files:
        tree = lxml.html.parse(str(file)).getroot()
        alerting = "//script[not(@type='application/json' or @type='application/ld+json')][contains(text(), 'alert')]"
        there = "contains(@href, 'example.net') and not(starts-with(@href, 'data:'))"
        linking = f"//a[starts-with(@href, 'javascript') or {there}]"
        assert not tree.xpath(f"{alerting} | //img[@onerror] | //*[@onerror] | {linking}"), file
        assert not tree.xpath("//code[text()='spelt'] | //strong[text()='bold'] | //em[text()='bold']"), file
        seen += tree.text_content().count("{{191*7919}}")
    assert seen > 20, "the hostile texts are on the pages, as text"


def test_nothing_is_evaluated(files):
    """Neither on a page nor in its title, its attributes or its head."""
    assert not [file for file in files if PRODUCT in file.read_text(encoding="utf-8")]
    assert str(191 * 7919) == PRODUCT


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("code", ["en", "ar"])
def test_what_was_written_is_what_is_read(hostile, code, path):
    """Every letter of it, in its order."""
    words = " ".join(hostile.pages[f"{code}/{path}"].tree.text_content().split())
    assert words.count(HOSTILE) >= PLACES[path]


def test_titles_are_texts_too(hostile):
    for code in ("en", "ar"):
        page = hostile.pages[f"{code}/claims/buyers-ask/"]
        assert HOSTILE in page.tree.findtext(".//title")
        assert PRODUCT not in page.source
