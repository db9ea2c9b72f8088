"""The whole article: every paragraph is accounted for, and a holder of a copy can check it."""
from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import DOSSIER, ROOT

from macros import provenance
from macros.checks import ARTICLE
from macros.verify import compare, fingerprint, paragraphs
from macros.vocabulary import Drift, StepName


def test_every_paragraph_has_claims_or_is_marked_as_making_none():
    assert provenance.unaccounted(DOSSIER) == ()
    assert [number for number, paragraph in enumerate(DOSSIER.find("sources", ARTICLE).paragraphs, 1) if paragraph.no_claim] == [19]


def test_a_paragraph_without_claims_would_be_found():
    """Without the claims of paragraph 6, paragraph 6 is unaccounted for."""
    from dataclasses import replace
    claims = {id: claim for id, claim in DOSSIER.records["claims"].items() if provenance.paragraph(claim) != 6}
    assert provenance.unaccounted(replace(DOSSIER, records={**DOSSIER.records, "claims": claims})) == (6,)


def test_every_claim_of_the_article_has_its_number():
    assert [claim.code for claim in DOSSIER.claims] == [f"C{number:02}" for number in range(1, 57)]


@pytest.mark.parametrize("claim", DOSSIER.claims, ids=lambda claim: claim.id)
def test_a_claim_ends_in_the_article_with_its_drift(claim):
    assert provenance.drift(claim) in Drift
    assert 1 <= provenance.paragraph(claim) <= 18


@pytest.mark.parametrize("claim", DOSSIER.claims, ids=lambda claim: claim.id)
def test_what_was_added_on_the_way_does_not_come_from_the_wire_story(claim):
    if provenance.drift(claim) is Drift.added:
        assert "reuters-2025-12-10" not in [source.id for source in provenance.origins(DOSSIER, claim).sources]


def test_the_nine_steps_stand_in_order():
    assert [step.id for step in DOSSIER.steps] == list(StepName)


# Fingerprints, on a text of our own.

TEXT = "الفقرة الأولى.\n\n  الفقرة  الثانية\u00a0هنا. \r\nالثالثة é"


def test_normalised_paragraphs():
    assert paragraphs(TEXT) == ["الفقرة الأولى.", "الفقرة الثانية هنا.", "الثالثة é"]
    assert paragraphs("e\u0301") == ["é"]


def test_a_copy_matches_whatever_its_white_space_and_order():
    known = [fingerprint(paragraph) for paragraph in paragraphs(TEXT)]
    assert compare("الثالثة é\nشيء آخر\nالفقرة الأولى.", known) == [(1, 3), (2, None), (3, 1)]


def test_verify_says_which_paragraphs_match(tmp_path):
    copy = tmp_path / "copy.txt"
    copy.write_text("نص لا علاقة له بالمقال.", encoding="utf-8")
    result = subprocess.run([sys.executable, "-m", "macros.verify", str(copy)], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 1
    assert "paragraph 1: matches no paragraph" in result.stdout and "0 of 19 paragraphs found" in result.stdout


def test_verify_without_a_file_says_how_to_call_it():
    result = subprocess.run([sys.executable, "-m", "macros.verify"], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 2 and "usage" in result.stderr and "Traceback" not in result.stderr
