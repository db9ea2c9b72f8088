"""Origins: copies and rewrites share one, a second newsroom with its own people is a second one."""
from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import DOSSIER

from macros import provenance
from macros.records import Claim, Source


def source(id: str, publisher: str, *derived_from: str) -> Source:
    return Source.model_validate({
        "id": id, "kind": "report", "publisher": {"en": publisher, "ar": "ناشر"}, "title": {"en": id, "ar": "عنوان"},
        "date": "2025-12-10", "language": "en", "url": None, "read": "full", "derived_from": derived_from,
    })


def claim(*reports: dict) -> Claim:
    reports = reports + ({"source": "article", "locator": {"paragraph": 1}, "drift": "faithful", "certainty": "high"},)
    return Claim.model_validate({
        "id": "x", "code": "C01", "statement": {"en": "x", "ar": "س"}, "topic": "demand", "later": {"status": "not-checked"},
        "reports": [{"attribution": {"kind": "none"}} | report for report in reports],
        "findings": [{"date": "2026-11-23", "verdict": "supported", "basis": "report", "confidence": "high", "note": {"en": "x", "ar": "س"}}],
    })


def dossier(*sources: Source):
    return replace(DOSSIER, records={**DOSSIER.records, "sources": {source.id: source for source in sources}})


WIRE, RIVAL = source("wire", "Agency"), source("rival", "Rival")
REWRITE = source("rewrite", "Blog", "wire")


def test_ten_rewrites_of_one_story_are_one_origin():
    rewrites = [source(f"rewrite-{number}", f"Blog {number}", "wire") for number in range(10)]
    world = dossier(WIRE, *rewrites, source("article", "Site", *(rewrite.id for rewrite in rewrites)))
    found = provenance.origins(world, claim())
    assert ([origin.id for origin in found.sources], found.independent) == (["wire"], 1)


def test_a_second_newsroom_is_a_second_origin():
    world = dossier(WIRE, RIVAL, REWRITE, source("article", "Site", "rewrite", "rival"))
    assert provenance.origins(world, claim()).independent == 2


def test_two_texts_of_one_newsroom_are_one_origin():
    world = dossier(WIRE, source("review", "Agency"), source("article", "Site", "wire", "review"))
    found = provenance.origins(world, claim())
    assert (len(found.sources), found.independent) == (2, 1)


def test_a_newsroom_that_cites_another_is_no_origin():
    world = dossier(WIRE, RIVAL, source("article", "Site", "wire"))
    found = provenance.origins(world, claim({"source": "rival"}, {"source": "wire", "taken_from": ["rival"]}))
    assert [origin.id for origin in found.sources] == ["rival"]


def test_what_the_rewriter_added_starts_with_the_rewriter():
    world = dossier(WIRE, REWRITE, source("article", "Site", "rewrite"))
    assert [origin.id for origin in provenance.origins(world, claim({"source": "rewrite", "taken_from": []})).sources] == ["rewrite"]


def test_an_origin_nobody_saw_is_not_established():
    world = dossier(WIRE, REWRITE, source("article", "Site", "rewrite"))
    unknown = claim({"source": "rewrite", "taken_from": [], "attribution": {"kind": "unknown"}})
    assert not provenance.origins(world, unknown).established
    assert provenance.origins(world, claim({"source": "rewrite", "taken_from": []})).established


@pytest.mark.parametrize(("id", "origins", "independent"), [
    ("ready-for-large-orders-if-beijing-agrees", {"reuters-2025-12-10"}, 1),
    ("regulators-called-in-three-firms", {"the-information-2025-12-10"}, 1),
    ("elite-universities-sought-h200-grey-market", {"reuters-2025-12-10-grey-market-review"}, 1),
    ("trump-says-h200-can-ship-to-china", {"trump-post-2025-12-08"}, 1),
])
def test_origins_of_claims_of_the_article(id, origins, independent):
    claim = DOSSIER.find("claims", id) or pytest.fail(f"no claim {id}")
    found = provenance.origins(DOSSIER, claim)
    assert ({source.id for source in found.sources}, found.independent) == (origins, independent)


@pytest.mark.parametrize("id", ["policy-change-left-odd-legal-gap", "a100-h100-still-controlled", "h200-not-controlled-for-now"])
def test_the_legal_gap_is_not_credited_to_reuters(id):
    claim = DOSSIER.find("claims", id)
    assert not provenance.origins(DOSSIER, claim).established
    assert "reuters-2025-12-10" not in [report.source for report in claim.reports]


def test_every_claim_travelled_the_last_edge():
    last = next(edge for edge in provenance.edges(DOSSIER) if edge.target.id == "article")
    assert len(last.claims) == len(DOSSIER.claims)
