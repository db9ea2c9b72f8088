"""CONTRIBUTING does what it says: its blocks are carried out to the letter in a copy of the project that is built."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, Site, copy_project, mkdocs, sharing_drawings

pytestmark = pytest.mark.long

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?(?: under="(\w+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)


def carry_out(project: Path) -> list[str]:
    """Do what each block says: write a file, add to a list of a record, apply a change. The files written.

    In the guide's year whatever the real record expects is over, and of what came nothing was read.
    """
    for event in (project / "data/events").glob("*.yml"):
        over = re.sub(
            r"^expected: true\n(outcome: .*\n)?",
            "expected: true\noutcome: not-read\n",
            event.read_text(encoding="utf-8"),
            flags=re.MULTILINE,
        )
        event.write_text(over, encoding="utf-8")
    written = []
    for language, title, under, text in BLOCK.findall(GUIDE):
        if under:
            path = project / title
            head, start, rest = path.read_text(encoding="utf-8").partition(f"\n{under}:\n")
            inside = re.match(r"(?:[ \n].*\n)*", rest)[0]
            path.write_text(head + start + inside + text + rest[len(inside) :], encoding="utf-8")
        elif title:
            (project / title).parent.mkdir(parents=True, exist_ok=True)
            (project / title).write_text(text, encoding="utf-8")
            written.append(title)
        elif language == "diff":
            subprocess.run(["git", "apply", "-"], cwd=project, input=text, text=True, check=True)
    return written


@pytest.fixture(scope="module")
def followed(once) -> Site:
    """The site after both changes."""

    def build(folder: Path) -> None:
        project = sharing_drawings(copy_project(folder / "project"))
        assert carry_out(project), "the guide has blocks"
        result = mkdocs(project, "build", "--strict")
        assert result.returncode == 0, result.stderr
        command = [sys.executable, "-m", "macros.tools.ledger"]
        ledger = subprocess.run(command, cwd=project, capture_output=True, text=True)
        assert ledger.returncode == 0, ledger.stderr

    return Site(once("guide", build) / "project/site")


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_event_stands_where_the_guide_says(followed, code):
    name = {"en": "Example News: a buyer returns H200 chips", "ar": "موقع Example News: مشترٍ يعيد رقائق H200"}[code]
    for path in (
        "events/buyer-returns-h200-2031-10/",
        "timeline/",
        "chips/h200-sxm/",
        "sources/example-news-2031-10-08/",
    ):
        assert name in followed.pages[f"{code}/{path}"].tree.text_content(), path


def test_the_finding_stands_on_top(followed):
    page = followed.pages["en/claims/h200-delivery-timelines-unclear/"]
    told = page.tree.xpath("//div[@class='column']")[0].text_content()
    assert told.index("9 October 2031") < told.index("had been returned") < told.index("23 November 2026")


def test_the_new_kind_has_its_page_and_its_backlinks(followed):
    page = followed.pages["ar/hearings/"]
    assert page.tree.xpath("//article[@id='example-hearing-2031-10']") and "20 أكتوبر 2031" in page.words
    for path in ("actors/us-congress/", "sources/example-news-2031-10-08/"):
        section = followed.pages[f"en/{path}"].tree.xpath("//section[h2[@id='hearings']]")
        assert "Hearing on returned chips" in section[0].text_content()
    ledger = (followed.root.parent / "addresses.txt").read_text(encoding="utf-8")
    assert " hearings/#example-hearing-2031-10\n" in ledger


def test_the_messages_of_the_guide_are_those_of_the_build(tmp_path):
    """The two mistakes that it shows, made in the records that it writes."""
    project = sharing_drawings(copy_project(tmp_path / "project"))
    carry_out(project)
    event = project / "data/events/buyer-returns-h200-2031-10.yml"
    event.write_text(event.read_text(encoding="utf-8").replace("[h200-sxm]", "[h200-smx]"), encoding="utf-8")
    claim = project / "data/claims/h200-delivery-timelines-unclear.yml"
    text = claim.read_text(encoding="utf-8")
    claim.write_text(re.sub(r"\n      ar: قال شخصان لموقع Example.*", "", text), encoding="utf-8")
    shown = re.findall(r"^data/\S+?:\d+: .*$", GUIDE, re.MULTILINE)
    result = mkdocs(project, "build")
    assert len(shown) == 2 and result.returncode != 0
    for message in shown:
        place, _, said = message.partition(": ")
        assert said in result.stderr and place.partition(":")[0] in result.stderr
