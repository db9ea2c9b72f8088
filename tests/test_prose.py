"""Prose pages: the same references as in records, and their mistakes."""
from __future__ import annotations

import re

import pytest
from conftest import DOSSIER, ROOT, mkdocs

from macros.references import BrokenReference, Day, Number, parse, resolve

PAGES = sorted(path.relative_to(ROOT / "docs/en") for path in (ROOT / "docs/en").rglob("*.md"))


@pytest.mark.parametrize(("inside", "expected"), [
    ("chips/h200-sxm:total_processing_performance", Number(15_832)),
    ("chips/h200-sxm:memory_bandwidth/h20-96", Number(1.2, decimals=2)),
    ("rules/rule-2026-01-15:effective", Day("2026-01-15")),
    ("rules/rule-2026-01-15:memory_bandwidth:below", Number(6_500)),
    ("rules/ifr-2023-10:3A090.a.1:total_processing_performance:at_least", Number(4_800)),
    ("rules/procl-11002:rate", Number(25)),
    ("claims/h200-six-times-h20", None),
])
def test_a_reference_is_resolved(inside, expected):
    assert resolve(DOSSIER, parse(inside)) == expected


@pytest.mark.parametrize(("inside", "message"), [
    ("claims/h200-six-times-h2", "did you mean 'h200-six-times-h20'"),
    ("chips/h200-sxm:colour", "no figure 'colour'"),
    ("rules/ifr-2023-10:total_processing_performance:at_least", "3 thresholds"),
    ("rules/rule-2026-01-15:memory_bandwidth:above", "0 thresholds"),
    ("chips/mi308x:total_processing_performance", "no figure"),
    ("six times", "is no reference"),
])
def test_a_broken_reference_says_why(inside, message):
    with pytest.raises(BrokenReference, match=re.escape(message)):
        resolve(DOSSIER, parse(inside))


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_both_languages_have_the_same_page(page):
    """The same headings by id, the same components, and the same records pointed at."""
    english, arabic = ((ROOT / "docs" / code / page).read_text(encoding="utf-8") for code in ("en", "ar"))
    for pattern in (r"^#+ .*\{ #([\w-]+) \}", r"\{\{ (.*?) \}\}"):
        assert re.findall(pattern, english, re.M) == re.findall(pattern, arabic, re.M)
    assert len(re.findall(r"^#", english, re.M)) == len(re.findall(r"^#+ .*\{ #[\w-]+ \}", english, re.M)), "a heading without an id"


@pytest.mark.parametrize(("text", "message"), [
    ("[[chips/h200-sxm:colour]]", "no figure 'colour'"),
    ("{{ nope }}", "nope"),
    ("[broken](nowhere.md)", "nowhere.md"),
], ids=["reference", "macro", "link"])
def test_a_mistake_in_a_page_fails_the_build(project, text, message):
    page = project / "docs/en/method.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\n\n{text}\n", encoding="utf-8")
    result = mkdocs(project, "build", "--strict")
    assert result.returncode != 0
    assert message in result.stderr + result.stdout
