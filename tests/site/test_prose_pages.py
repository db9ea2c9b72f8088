"""Pages of prose through the build: their mistakes fail it with the place, and only their text calls macros."""

from __future__ import annotations

import re

import pytest


@pytest.mark.parametrize(
    "mistakes",
    [
        {
            "[[chips/quill-9:colour]]": "no figure 'colour'",
            "[[chips/quill-99]]": "no record 'chips/quill-99' (did you mean 'quill-9'?)",
        },
        {"{{ nope }}": "nope"},
        {"{{ component('nope') }}": "no component 'nope'; expected one of "},
        {"{{ figure('nope') }}": "no figure 'nope'; expected one of "},
        {"{{ status_grid('quill-9', 'quill-99') }}": "no chip 'quill-99' (did you mean 'quill-9'?)"},
        {"<script>alert(1)</script>": "'<script>' is HTML; expected Markdown"},
        {"[broken](nowhere.md)": "nowhere.md", "[broken](sourcing.md#nowhere)": "nowhere"},
    ],
    ids=["pointers", "macro", "component", "drawing", "grid", "markup", "links"],
)
def test_mistakes_in_a_page_fail_the_build(world, mkdocs, mistakes):
    """Those of pointers are all told with their lines, as are those of links, with the page; of others the first."""
    page = world / "docs/en/method.md"
    written = page.read_text(encoding="utf-8")
    page.write_text("\n\n".join([written, *mistakes, ""]), encoding="utf-8")
    result = mkdocs("build", "--strict")
    told = result.stderr + result.stdout
    assert result.returncode != 0 and "Traceback" not in told and not (world / "site").exists()
    for number, (text, message) in enumerate(mistakes.items()):
        line = written.count("\n") + 3 + 2 * number
        place = r"WARNING .*en/method\.md.*" if text.startswith("[broken]") else rf"docs/en/method\.md:{line}: .*"
        assert re.search(place + re.escape(message), told), message


def test_no_page_takes_the_address_of_another(world, mkdocs):
    """Neither that of a record's page or of a file that is made nor that of another page."""
    (world / "docs/data").mkdir()
    (world / "docs/data/statuses.json").write_text("{}")
    for code in ("en", "ar"):
        (world / f"docs/{code}/method").mkdir()
        for name in ("claims/buyers-ask", "method/index"):
            (world / f"docs/{code}/{name}.md").write_text("# Lost\n", encoding="utf-8")
    result = mkdocs("build")
    assert result.returncode != 0 and "Traceback" not in result.stderr
    taken = re.findall(r"docs/(\S+):1: the address (\S+) is taken; expected another name", result.stderr)
    assert {address for _, address in taken} == {
        *("data/statuses.json", "en/claims/buyers-ask/", "ar/claims/buyers-ask/", "en/method/", "ar/method/")
    }
    assert not (world / "site").exists()


def test_what_editors_leave_is_not_published(world, mkdocs):
    for name in ("en/method.md~", "en/.method.md.swp", "en/#method.md#", "en/claims/.DS_Store"):
        (world / "docs" / name).write_text("secret", encoding="utf-8")
    (world / "docs/en/.#method.md").symlink_to("someone@somewhere.1:2")
    assert mkdocs("build", "--strict").returncode == 0
    assert not [path for path in (world / "site").rglob("*") if path.name.endswith(("~", "#", ".swp", ".DS_Store"))]


def test_a_warning_ends_a_strict_build_that_is_quiet_as_well(world, mkdocs):
    with (world / "docs/en/method.md").open("a", encoding="utf-8") as page:
        page.write("\n[broken](nowhere.md)\n\n## Again { #content }\n")
    result = mkdocs("build", "--strict", "--quiet")
    assert result.returncode != 0 and "nowhere.md" in result.stderr
    assert "docs/en/method.md:1: the id 'content' stands 2 times; expected each once" in result.stderr
    assert not (world / "site").exists()


def test_no_name_or_title_is_read_as_a_template(world, mkdocs):
    """Neither a page's file name, which is refused as it stands, nor the title in its head; only its text calls
    macros."""
    page = (world / "docs/en/method.md").read_text(encoding="utf-8")
    named = [world / f"docs/{code}/y{{{{ 7*191 }}}}.md" for code in ("en", "ar")]
    for path in named:
        path.write_text("# About\n", encoding="utf-8")
    refused = mkdocs("build")
    assert refused.returncode and refused.stderr.count("y{{ 7*191 }}.md' is no name of a page") == len(named)
    for path in named:
        path.unlink()
    (world / "docs/en/method.md").write_text(page.replace("title: ", "title: '{{ 7*193 }}' #", 1), encoding="utf-8")
    assert mkdocs("build").returncode == 0
    built = "".join(file.read_text(encoding="utf-8") for file in (world / "site/en").glob("*/index.html"))
    assert "{{ 7*193 }}" in built and not re.search(r"\b(1337|1351)\b", built)
