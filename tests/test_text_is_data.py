"""A record's text never becomes markup, a template or Markdown, whatever an editor or an attacker writes."""
from __future__ import annotations

import re

import lxml.html
import pytest
from conftest import copy_project, mkdocs

HOSTILE = "<script>alert(1)</script> {{7*7}} {% raw %} **bold** ](javascript:alert(1)) <img src=x onerror=alert(1)> \u202egnp.exe &amp; # x"
FIELDS = {
    "claims/h200-six-times-h20.yml": ["statement"],
    "actors/nvidia.yml": ["name", "role"],
    "chips/h200-sxm.yml": ["summary"],
    "rules/rule-2026-01-15.yml": ["short_title", "summary"],
    "sources/reuters-2025-12-10.yml": ["title", "read_note"],
    "events/trump-announces-h200-2025-12.yml": ["title", "summary"],
    "terms/eccn.yml": ["name", "definition"],
    "caveats/single-outlet.yml": ["title", "text"],
    "conclusions/six-times-in-computing-power-only.yml": ["heading", "text"],
    "steps/enquiry.yml": ["name", "brief"],
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A site from records whose texts try to break out, in both languages."""
    project = copy_project(tmp_path_factory.mktemp("hostile") / "project")
    for file, fields in FIELDS.items():
        path = project / "data" / file
        text = path.read_text(encoding="utf-8")
        for field in fields:
            block = re.compile(rf"^{field}:(?: \{{.*\}}\n|\n(?:  .*\n)+)", re.M)
            assert block.search(text), (file, field)
            quoted = "'" + HOSTILE.replace("'", "''") + "'"
            extra = "  zh: [英伟达]\n" if field == "name" and "actors" in file else ""
            text = block.sub(lambda _: f"{field}:\n  en: {quoted}\n  ar: 'نص {quoted[1:]}\n{extra}", text, count=1)
        path.write_text(text, encoding="utf-8")
    result = mkdocs(project, "build", "--strict")
    assert result.returncode == 0, result.stderr
    return project / "site"


def test_nothing_breaks_out(hostile):
    seen = 0
    for file in hostile.rglob("index.html"):
        source = file.read_text(encoding="utf-8")
        tree = lxml.html.document_fromstring(source)
        assert not tree.xpath("//script[not(@type='application/json')][contains(text(), 'alert')] | //img[@onerror] | //a[starts-with(@href, 'javascript')]"), file
        words = tree.text_content()
        assert "\u202egnp.exe 49" not in words
        seen += words.count("{{7*7}}")
        assert "<strong>bold" not in source
    assert seen > 20, "the hostile texts are on the pages, as text"


def test_titles_are_texts_too(hostile):
    title = lxml.html.parse(str(hostile / "en/claims/h200-six-times-h20/index.html")).findtext(".//title")
    assert "{{7*7}}" in title and "49" not in title
