"""Pages of prose through the build: their mistakes fail it with the place, and only their text calls macros."""

from __future__ import annotations

import re
import shutil

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
        {"- a ` b\n- <b> ` c": "'<b>' is HTML; expected Markdown"},
        {
            "!!! note": "'!!! note' is no Markdown that is read here; expected plain words, a list or a table",
            "a\n| - |": "'| - |' is no Markdown that is read here; expected plain words, a list or a table",
            "a\n{ .b hidden }": "'hidden' sets more than a class, a name or a language; expected one of these",
        },
        {"[broken](nowhere.md)": "nowhere.md", "[broken](sourcing.md#nowhere)": "nowhere"},
    ],
    ids=["pointers", "macro", "component", "drawing", "grid", "markup", "slipped", "unread", "links"],
)
def test_mistakes_in_a_page_fail_the_build(world, mkdocs, mistakes):
    """All are told with their lines, those of links with the page; of wrong calls the first of the page."""
    page = world / "docs/en/method.md"
    written = page.read_text(encoding="utf-8")
    page.write_text("\n\n".join([written, *mistakes, ""]), encoding="utf-8")
    result = mkdocs("build", "--strict")
    told = result.stderr + result.stdout
    assert result.returncode != 0 and "Traceback" not in told and not (world / "site").exists()
    line = written.count("\n") + 3
    for text, message in mistakes.items():
        line += text.count("\n")
        place = r"WARNING .*en/method\.md.*" if text.startswith("[broken]") else rf"docs/en/method\.md:{line}: .*"
        assert re.search(place + re.escape(message), told), message
        line += 2


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (r"\A(---.*?\n---\n).*", r"\1", "expected words after the head"),
        (r".*", "", "expected words after the head"),
        (r"\A---.*?\n---\n", "", "title: missing; expected words in the head of the page"),
        (r"\n# .*?\n", r"\n", "has 0 headings of the first level; expected one"),
        (r"\Z", r"\nAgain\n=====\n", "has 2 headings of the first level; expected one"),
    ],
    ids=["head", "nothing", "title", "none", "two"],
)
def test_a_page_has_a_title_one_heading_and_words(world, mkdocs, old, new, told):
    page = world / "docs/en/method.md"
    page.write_text(re.sub(old, new, page.read_text(encoding="utf-8"), count=1, flags=re.DOTALL), encoding="utf-8")
    result = mkdocs("build")
    assert result.returncode != 0 and f"docs/en/method.md:1: {told}" in result.stderr
    assert "Traceback" not in result.stderr and not (world / "site").exists()


def test_the_mistakes_of_all_pages_are_told_at_once(world, mkdocs):
    """Those as well that show only when a page is made."""
    mistakes = {
        "en/method": ("\n=== a\n", "'=== a' is no Markdown that is read here"),
        "en/sourcing": ("\n{{ nope() }}\n", "no macro 'nope'; expected one of "),
        "ar/sourcing": ("\n# مرة أخرى { #again }\n", "has 2 headings of the first level; expected one"),
        "ar/method": ("\nنص `نص\n", "'`نص' is no Markdown that is read here"),
        "en/doubts": ("\nThree:\n- one\n", "'- one' is no item of a list as it stands"),
    }
    lines = {}
    for name, (text, _) in mistakes.items():
        with (world / f"docs/{name}.md").open("r+", encoding="utf-8") as page:
            lines[name] = page.read().count("\n") + text.rstrip().count("\n") + 1
            page.write(text)
    result = mkdocs("build")
    assert result.returncode != 0 and "Traceback" not in result.stderr and not (world / "site").exists()
    assert "5 problem(s); nothing was built" in result.stderr and "Error reading page" not in result.stderr
    for name, (_, told) in mistakes.items():
        assert f"docs/{name}.md:{lines[name]}: {told}" in result.stderr


def test_what_is_code_is_code(world, mkdocs):
    """Neither a reference nor a call, in the page and in what the search knows of it. And a list counts from where it
    says."""
    code = "Say `[[x]]` and `{{ y }}`.\n\n```\n[[x]] {{ ladder() }}\n# <b>\n```\n\n- a\n\n        [[x]] {% z %} <b>\n"
    with (world / "docs/en/method.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{code}\n3. three\n")
    result = mkdocs("build", "--strict")
    assert result.returncode == 0, result.stderr
    html = (world / "site/en/method/index.html").read_text(encoding="utf-8")
    assert "<code>[[x]]</code> and <code>{{ y }}</code>" in html and "\ue000" not in html
    assert (
        "<code>[[x]] {{ ladder() }}\n# &lt;b&gt;\n</code>" in html and "<code>[[x]] {% z %} &lt;b&gt;\n</code>" in html
    )


def test_a_table_is_aligned_along_the_direction_of_its_page(world, mkdocs):
    """By classes, since no element has a style."""
    for code in ("en", "ar"):
        with (world / f"docs/{code}/method.md").open("a", encoding="utf-8") as page:
            page.write("\n| A | B | C | D |\n| :-- | :-: | --: | --- |\n| 1 | 2 | 3 { .x } | 4 |\n")
    result = mkdocs("build", "--strict")
    assert result.returncode == 0, result.stderr
    for code in ("en", "ar"):
        html = (world / f"site/{code}/method/index.html").read_text(encoding="utf-8")
        cells = re.findall(r"<td([^>]*)>[1-4]</td>", html)
        assert cells == [' class="align-start"', ' class="align-center"', ' class="x align-end"', ""]
        assert html.count('<th class="align-end">') == 1


def test_no_page_takes_the_address_of_another(world, mkdocs):
    """Neither a record nor a file of the docs folder: that of a record's page, of what is made, of another page, of the
    theme, or of a further page that a long list has or will have."""
    made = ("data/statuses.json", "data/dossier.json", "data/csv/sources.csv", "pagefind/en/words.json")
    files = {path: path for path in (*made, "assets/favicon.svg", "assets/images/favicon.png")}
    for code in ("en", "ar"):
        files[f"{code}/claims/buyers-ask.md"] = f"{code}/claims/buyers-ask/"
        files[f"{code}/method/index.md"] = f"{code}/method/"
        files[f"{code}/sources/2031-2.md"] = f"{code}/sources/2031-2/"
    for path in files:
        (world / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (world / "docs" / path).write_text("<x/>\n" if path.endswith(".svg") else "# Lost\n", encoding="utf-8")
    records = {"sources": ("wire-story", "2031"), "actors": ("tundrix", "2")}
    for kind, (known, new) in records.items():
        shutil.copy(world / f"data/{kind}/{known}.yml", world / f"data/{kind}/{new}.yml")
    result = mkdocs("build")
    assert result.returncode != 0 and "Traceback" not in result.stderr
    taken = re.findall(r"(\S+):1: the address (\S+) is taken; expected another name", result.stderr)
    of_records = {
        (f"data/{kind}/{new}.yml", f"{code}/{kind}/{new}/")
        for kind, (_, new) in records.items()
        for code in ("en", "ar")
    }
    assert set(taken) == {(f"docs/{path}", address) for path, address in files.items()} | of_records
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
    settings = world / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("          - ar/steps.md\n", ""), encoding="utf-8")
    result = mkdocs("build", "--strict", "--quiet")
    assert result.returncode != 0 and "nowhere.md" in result.stderr
    assert "docs/en/method.md:1: the id 'content' stands 2 times; expected each once" in result.stderr
    assert (
        "mkdocs.yml:1: nav: nothing leads to 'ar/steps.md'; expected an entry, or a line in not_in_nav" in result.stderr
    )
    assert not (world / "site").exists()


def test_no_name_is_read_as_a_template(world, mkdocs):
    """Only a page's text calls macros."""
    named = [world / f"docs/{code}/y{{{{ 7*191 }}}}.md" for code in ("en", "ar")]
    for path in named:
        path.write_text("# About\n", encoding="utf-8")
    refused = mkdocs("build")
    assert refused.returncode and refused.stderr.count("y{{ 7*191 }}.md' is no name of a page") == len(named)
