"""The way out of Material: with Zensical the same pages tell the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import lxml.html
import pytest
import quicker
from made_up import BASE
from support import ROOT, WORLD, copy_project, sharing_drawings

from macros.page.view import environment
from macros.site import written
from macros.site.written import made

ZENSICAL = ROOT / ".venv/zensical/bin/zensical"

OURS = "//div[@id='content']"
THEIRS = "//article[contains(@class, 'md-content__inner')]"
"""What a page tells, in either frame."""


def told(site: Path, content: str) -> dict[str, str]:
    """What each page of a site tells, by its address; pages for missing addresses left out. A page that was given up
    has no frame, and tells what it tells."""
    found = {}
    for path in site.rglob("*.html"):
        tree = lxml.html.document_fromstring(path.read_text(encoding="utf-8"))
        (main,) = tree.xpath(content) or tree.xpath("//body")
        found[path.relative_to(site).as_posix()] = "".join(main.text_content().split())
    return {name: text for name, text in found.items() if not name.endswith("404.html")}


def written_by(zensical: Path, project: Path) -> subprocess.CompletedProcess[str]:
    """Has a command make the site of a project, as ``make zensical`` does."""
    return subprocess.run(
        [sys.executable, quicker.__file__, "macros.site.written", str(zensical)],
        cwd=project,
        capture_output=True,
        text=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": BASE},
    )


@pytest.mark.skipif(not ZENSICAL.exists(), reason="needs Zensical, which make test brings")
def test_zensical_makes_the_same_pages(world_site, tmp_path):
    world = sharing_drawings(copy_project(tmp_path / "project", WORLD / "data", WORLD / "docs"))
    result = written_by(ZENSICAL, world)
    assert result.returncode == 0, result.stderr
    ours, theirs = told(world_site.root, OURS), told(world / "site", THEIRS)
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []
    data = {path.relative_to(world_site.root) for path in (world_site.root / "data").rglob("*") if path.is_file()}
    assert data and not [path for path in data if not (world / "site" / path).exists()]


@pytest.mark.parametrize(
    ("text", "told"),
    [("\n# Again\n", "2 headings of the first level"), ("\n[broken](nowhere.md)\n", "nowhere.md")],
)
def test_what_no_build_publishes_it_does_not_either(world, text, told):
    with (world / "docs/en/method.md").open("a", encoding="utf-8") as end:
        end.write(text)
    with (world / "redirects.yml").open("a", encoding="utf-8") as end:
        end.write("glossary/#gone: glossary/#nowhere\n")
    result = written_by(Path("/bin/true"), world)
    assert result.returncode == 1 and told in result.stderr and "no part '#nowhere'" in result.stderr
    assert not (world / "site").exists()


def test_a_site_without_all_pages_is_not_published(world, tmp_path):
    command = tmp_path / "zensical"
    command.write_text("#!/bin/sh\nmkdir site && echo half > site/index.html\n")
    command.chmod(0o755)
    (world / "site").mkdir()
    (world / "site/index.html").write_text("whole")
    result = written_by(command, world)
    assert result.returncode == 1 and "pages less than were written for it, ar/" in result.stderr
    assert (world / "site/index.html").read_text() == "whole"


@pytest.mark.parametrize(
    ("fail", "told"),
    [
        (lambda: environment().get_template("part/nope.html"), "'part/nope.html' not found in search path: "),
        (lambda: made(Path("/bin/true"), ROOT / "tests"), "/bin/true: made no site; expected the command of Zensical"),
        (lambda: made(Path("/bin/false"), ROOT / "tests"), "Command '[PosixPath('/bin/false'), "),
        (lambda: made(Path("/dev/null"), ROOT / "tests"), "/dev/null: expected a file that can be read"),
    ],
)
def test_what_ends_it_is_told_in_a_line(monkeypatch, capsys, fail, told):
    monkeypatch.setattr(written, "make", lambda _: fail())
    assert written.main(["/bin/true"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(told) and said.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["nope"], ["."], ["README.md"], ["/bin/true", "/bin/true"]])
def test_a_wrong_call_says_what_it_expects(capsys, arguments):
    assert written.main(arguments) == 2
    said = capsys.readouterr().err
    assert ": expected the command of Zensical\n``python -m macros.site.written ZENSICAL``" in said
