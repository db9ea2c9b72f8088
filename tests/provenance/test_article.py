"""The article as a whole: edges, drift, origins counted, and paragraphs that nothing accounts for."""

from __future__ import annotations

from made import article, claim, dossier, last, report, source

from macros.provenance.article import by_drift, by_origins, edges
from macros.record.claim import Drift

SOURCES = (source("wire"), source("rival"), source("rewrite", "wire"), article("rewrite"))


def codes(claims) -> list[str]:
    return [made.code for made in claims]


def test_claims_that_went_from_one_source_straight_to_the_next():
    world = dossier(
        *SOURCES,
        claim("a", report("wire"), report("rewrite"), code="C01"),
        claim("b", report("rewrite", taken_from=[]), code="C02"),
        claim("c", report("wire"), report("rewrite", taken_from=["wire", "rival"]), code="C03"),
    )
    assert [(edge.origin.id, edge.target.id, codes(edge.claims)) for edge in edges(world)] == [
        ("wire", "rewrite", ["C01", "C03"]),
        ("rewrite", "article", ["C01", "C02", "C03"]),
        ("rival", "rewrite", ["C03"]),
    ]


def test_without_claims_there_are_no_edges():
    assert edges(dossier(*SOURCES)) == () and by_drift(dossier(*SOURCES)) == {} and by_origins(dossier(*SOURCES)) == {}


def test_claims_by_the_number_of_their_origins_and_unknown_ones_last():
    world = dossier(
        *SOURCES,
        claim("a", report("wire", attribution={"kind": "unknown"}), code="C01"),
        claim("b", report("rewrite", taken_from=["wire", "rival"]), code="C02"),
        claim("c", report("wire"), code="C03"),
        claim("d", report("rewrite", taken_from=[]), code="C04"),
    )
    assert [(number, codes(claims)) for number, claims in by_origins(world).items()] == [
        (1, ["C03", "C04"]),
        (2, ["C02"]),
        (None, ["C01"]),
    ]


def test_claims_by_drift_in_the_order_of_the_list():
    world = dossier(
        article(),
        claim("a", code="C01", reports=[last(drift="added")]),
        claim("b", code="C02", reports=[last(drift="faithful")]),
        claim("c", code="C03", reports=[last(drift="added")]),
    )
    assert [(drift, codes(claims)) for drift, claims in by_drift(world).items()] == [
        (Drift.faithful, ["C02"]),
        (Drift.added, ["C01", "C03"]),
    ]
