"""The whole article: every paragraph is accounted for, every claim is numbered, and a holder of a copy can check it."""

from __future__ import annotations

import subprocess
import sys

import live
from support import ROOT, every

from macros.provenance.origins import origins
from macros.record.claim import Claim, Drift
from macros.record.fields import SourceId
from macros.record.step import Step

CLAIMS = live.dossier().all(Claim)
PARAGRAPHS = live.dossier().article.paragraphs


@every("number", range(1, len(PARAGRAPHS) + 1))
def test_a_paragraph_makes_claims_or_is_marked_as_making_none(number):
    told = any(report.locator and report.locator.paragraph == number for claim in CLAIMS for report in claim.reports)
    assert told or PARAGRAPHS[number - 1].no_claim


def test_the_claims_of_the_article_are_numbered_without_a_gap():
    assert [claim.code for claim in CLAIMS] == [f"C{number:02}" for number in range(1, len(CLAIMS) + 1)]


@every("claim", CLAIMS, lambda claim: claim.id)
def test_a_claim_ends_in_a_paragraph_that_makes_claims(claim):
    assert PARAGRAPHS[claim.paragraph - 1].no_claim is None


def test_what_was_added_on_the_way_does_not_come_from_the_wire_story():
    added = [claim for claim in CLAIMS if claim.drift is Drift.added]
    assert added, "the dossier speaks of claims that were added on the way"
    for claim in added:
        assert SourceId("reuters-2025-12-10") not in [source.id for source in origins(live.dossier(), claim).sources]


def test_the_nine_steps_stand_in_order():
    steps = live.dossier().all(Step)
    expected = "enquiry intention order us-rule us-licence china-approval production delivery revenue"
    assert [step.id for step in steps] == expected.split()
    assert [step.order for step in steps] == list(range(1, len(steps) + 1))


def verify(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "macros.tools.verify", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_verify_says_which_paragraphs_match(tmp_path):
    copy = tmp_path / "copy.txt"
    copy.write_text("نص لا علاقة له بالمقال.", encoding="utf-8")
    result = verify(str(copy))
    assert result.returncode == 1
    assert "paragraph 1: matches no paragraph" in result.stdout
    assert f"0 of {len(PARAGRAPHS)} paragraphs found" in result.stdout


def test_verify_without_a_file_says_how_to_call_it():
    result = verify()
    assert result.returncode == 2 and "usage" in result.stderr and "Traceback" not in result.stderr
