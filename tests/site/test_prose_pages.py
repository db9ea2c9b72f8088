"""Pages of prose through the build: their mistakes fail it with the place, and only their text calls macros."""

from __future__ import annotations

import re

import pytest
from support import mkdocs


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[chips/quill-9:colour]]", "no figure 'colour'"),
        ("[[chips/quill-99]]", "no record 'chips/quill-99' (did you mean 'quill-9'?)"),
        ("{{ nope }}", "nope"),
        ("{{ component('nope') }}", "no component 'nope'; expected one of "),
        ("{{ figure('nope') }}", "no figure 'nope'; expected one of "),
        ("[broken](nowhere.md)", "nowhere.md"),
        ("[broken](sourcing.md#nowhere)", "nowhere"),
    ],
    ids=["figure", "record", "macro", "component", "drawing", "link", "anchor"],
)
def test_a_mistake_in_a_page_fails_the_build(world, text, message):
    page = world / "docs/en/method.md"
    written = page.read_text(encoding="utf-8")
    page.write_text(f"{written}\n\n{text}\n", encoding="utf-8")
    result = mkdocs(world, "build", "--strict")
    told = result.stderr + result.stdout
    assert result.returncode != 0 and "Traceback" not in told
    assert message in told
    line = written.count("\n") + 3
    assert f"docs/en/method.md:{line}: " in told or re.search(
        r"WARNING .*en/method\.md.*broken|WARNING .*nowhere", told
    )


def test_no_name_or_title_is_read_as_a_template(world):
    """Neither a page's file name nor the title in its head; only its text calls macros."""
    page = (world / "docs/en/method.md").read_text(encoding="utf-8")
    (world / "docs/en/y{{ 7*191 }}.md").write_text("# About\n", encoding="utf-8")
    (world / "docs/en/method.md").write_text(page.replace("title: ", "title: '{{ 7*193 }}' #", 1), encoding="utf-8")
    assert mkdocs(world, "build").returncode == 0
    built = "".join(file.read_text(encoding="utf-8") for file in (world / "site/en").glob("*/index.html"))
    assert "{{ 7*193 }}" in built and not re.search(r"\b(1337|1351)\b", built)
