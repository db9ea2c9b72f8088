"""One now: with a measure that is still to come, every place that says what holds says the same."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from support import Site

COMING = """\
title: {en: Rule still to come, ar: قاعدة لم يحن موعدها}
short_title: {en: Rule to come, ar: قاعدة مقبلة}
jurisdiction: us
instrument: rule
issuer: bureau
published: 2033-02-20
effective: 2033-06-01
opens_period: {en: "From 1 June 2033: all chips", ar: "منذ 1 يونيو 2033: جميع الرقائق"}
summary: {en: It catches every chip., ar: تشمل جميع الرقائق.}
changed: {en: Everything., ar: كل شيء.}
effects:
  - kind: licence-requirement
    control: everything
    policy: presumption-of-denial
    paragraph: all
    any_of:
      - paragraph: all
        total_processing_performance: {at_least: 1}
standing: verified
sources: [yearbook]
"""
NOW, LATER = "Case by case", "Presumption of denial"


@pytest.fixture(scope="module")
def coming(once, waiting) -> Site:
    """The made-up world, whose "today" is 1 March 2033, with a rule of June 2033 that would catch every chip."""

    def build(folder: Path) -> None:
        project = waiting.begin()
        (project / "data/rules/coming.yml").write_text(COMING, encoding="utf-8")
        result = waiting.mkdocs("build", "--strict", "-d", str(folder / "site"))
        assert result.returncode == 0, result.stderr

    return Site(once("coming", build) / "site")


def text(node) -> str:
    return " ".join(node.text_content().split())


def test_the_page_of_a_chip(coming):
    tree = coming.pages["en/chips/quill-9/"].tree
    (finding,) = tree.xpath("//div[contains(@class, 'finding')]")
    assert text(finding).startswith(f"{NOW} since 1 April 2032; law as read to 31 December 2032")
    periods = [text(row) for row in tree.xpath("//table[@class='periods']/tbody/tr")]
    assert periods[-1].startswith(f"From 1 June 2033: all chips {LATER}"), "what is to come is told as such"
    assert "Rule to come" not in text(tree.xpath("//figure[@class='ruler-figure']")[0])


def test_the_index_of_chips(coming):
    (row,) = coming.pages["en/chips/"].tree.xpath("//tr[th/a[text()='Quill 9']]")
    assert NOW in text(row) and LATER not in text(row)


def test_the_grid_of_statuses(coming):
    page = coming.pages["en/policy-gap/"].tree
    (line,) = page.xpath("//div[contains(@class, 'status-grid')]//li[a[text()='Quill 9']]")
    assert NOW in text(line.xpath("./details/summary/span/span[contains(@class, 'status')]")[0])
    told = text(line.xpath("./details/ol/li")[0])
    assert told.startswith(f"{LATER} from 1 June 2033"), "what is to come is told as such"


def test_the_figure_and_its_data(coming):
    with (coming.root / "data/figures/gap.en.csv").open(encoding="utf-8-sig", newline="") as file:
        status = {row["id"]: row["Status"] for row in csv.DictReader(file)}
    assert status["quill-9"] == NOW
    (figure,) = coming.pages["en/policy-gap/"].tree.xpath("//figure[@id='figure-gap']")
    assert any(NOW in text(title) for title in figure.xpath(".//svg//title") if text(title).startswith("Quill 9:"))


def test_the_data(coming):
    """The thresholds say when each begins; among the statuses the spell that is to come is told as one."""
    thresholds = json.loads((coming.root / "data/thresholds.json").read_text())
    starts = {effect["rule"]: effect["start"] for effect in thresholds["licence_requirements"]}
    assert starts["coming"] == "2033-06-01"
    statuses = json.loads((coming.root / "data/statuses.json").read_text())
    now, later = [entry for entry in statuses if entry["chip"] == "quill-9"][-2:]
    assert (now["status"], now["last"]) == ("case-by-case", "2033-05-31")
    assert (later["first"], later["last"], later["rule"]) == ("2033-06-01", None, "coming")


def test_the_page_of_the_rule_says_which_chips_it_will_move(coming):
    rows = coming.pages["en/rules/coming/"].tree.xpath("//section[h2[@id='moved']]//tbody/tr")
    moved = {text(row.xpath("./th")[0]): text(row) for row in rows}
    assert NOW in moved["Quill 9"] and LATER in moved["Quill 9"]
