"""Safe pages: each states what it may load and run, and holds nothing that its policy refuses."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import lxml.html
import pytest
from markdown import Markdown
from support import ROOT_PAGES, Site

from macros.site.markdown import DossierExtension

DATA = ("application/json", "application/ld+json")
"""Scripts of these types are never run."""

KINDS = ("index.html", "404.html", *(f"{code}/{page}index.html" for code in ("en", "ar") for page in ROOT_PAGES))


def faults(html: str) -> Iterator[str]:
    """What is wrong with the policy of a page, or refused by it."""
    tree = lxml.html.document_fromstring(html)
    policies = tree.xpath("//head/meta[@http-equiv='Content-Security-Policy']")
    if len(policies) != 1 or policies[0].xpath("preceding::script | preceding::link | preceding::style"):
        yield "expected one policy, before everything that loads or runs"
        return
    directives = (directive.split() for directive in policies[0].get("content").split(";"))
    policy = {name: set(sources) for name, *sources in directives}
    if policy.get("default-src") != {"'none'"} or policy.get("base-uri") != {"'none'"} or "form-action" not in policy:
        yield "expected a policy that allows what it names and nothing else"
    named = {source for source in policy["script-src"] if source.startswith("'sha256-")}
    runs = [script for script in tree.iter("script") if not script.get("src") and script.get("type") not in DATA]
    if named != {_hash(script.text) for script in runs}:
        yield "expected the hash of each script that stands in the page, and no other"
    wasm = {"'wasm-unsafe-eval'"} if tree.xpath("//dialog[@data-search]") else set()
    more = {"script-src": named | wasm, "img-src": {"data:"}}
    for name, sources in policy.items():
        if wide := sources - {"'none'", "'self'"} - more.get(name, set()):
            yield f"expected no {wide} in {name}"
    for element in tree.iter(lxml.html.etree.Element):
        for name, value in element.items():
            if name == "style" or name.startswith("on") or value.strip().lower().startswith("javascript:"):
                yield f"expected no {name}={value!r} on {element.tag}"
        if element.tag == "style":
            yield "expected no style element"


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def found(root: Path, names: Iterator[str] | tuple[str, ...]) -> dict[str, list[str]]:
    wrong = {name: list(faults((root / name).read_text(encoding="utf-8"))) for name in names}
    return {name: said for name, said in wrong.items() if said}


def test_every_page_of_the_made_up_world_keeps_its_policy(world_site):
    names = tuple(path.relative_to(world_site.root).as_posix() for path in world_site.root.rglob("*.html"))
    assert len(names) > 100 and found(world_site.root, names) == {}


def test_every_kind_of_page_keeps_its_policy(site):
    assert found(site.root, KINDS) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<head>", "<head><script src='x.js'></script>"),
        ("default-src 'none'", "default-src 'self'"),
        ("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        ("style-src 'self'", "style-src 'self' https:"),
        ("img-src 'self'", "img-src 'self' https:"),
        ("font-src 'self'", "font-src 'self' data:"),
        ("<main", "<main style='color: red'"),
        ("<main", "<main onclick='alert(1)'"),
        ("</main>", "<a href=' JavaScript:alert(1)'>x</a></main>"),
        ("</main>", "<script>alert(1)</script></main>"),
        ("</main>", "<style>a{}</style></main>"),
    ],
)
def test_a_fault_would_be_found(world_site, old, new):
    page = world_site.pages["en/method/"].source
    assert old in page and not list(faults(page)) and list(faults(page.replace(old, new, 1)))


def test_links_to_other_sites_give_them_no_hold_of_the_page(site: Site):
    outward = 0
    for url, page in site.pages.items():
        for link in page.tree.xpath(
            "//a[starts-with(@href, 'http') and not(starts-with(@href, 'https://example.org/'))]"
        ):
            outward += 1
            assert "noopener" in link.get("rel", "").split(), (url, link.get("href"))
    assert outward > 1000


def test_so_do_links_in_a_text():
    text = Markdown(extensions=[DossierExtension()])
    assert 'rel="external noopener"' in text.convert("[there](https://example.net/)")
    assert "rel" not in text.convert("[here](method.md)")
