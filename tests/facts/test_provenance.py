"""Where claims of the article start, as it was found out."""

from __future__ import annotations

import live
import pytest

from macros.provenance.article import edges
from macros.provenance.origins import origins
from macros.record.claim import Claim
from macros.record.fields import ClaimId


@pytest.mark.parametrize(
    ("id", "sources", "independent"),
    [
        ("ready-for-large-orders-if-beijing-agrees", {"reuters-2025-12-10"}, 1),
        ("regulators-called-in-three-firms", {"the-information-2025-12-10"}, 1),
        ("elite-universities-sought-h200-grey-market", {"reuters-2025-12-10-grey-market-review"}, 1),
        ("trump-says-h200-can-ship-to-china", {"trump-post-2025-12-08"}, 1),
    ],
)
def test_origins_of_claims_of_the_article(id, sources, independent):
    found = origins(live.dossier(), live.dossier()[ClaimId(id)])
    assert ({source.id for source in found.sources}, found.independent) == (sources, independent)


@pytest.mark.parametrize(
    "id", ["policy-change-left-odd-legal-gap", "a100-h100-still-controlled", "h200-not-controlled-for-now"]
)
def test_the_legal_gap_is_not_credited_to_reuters(id):
    claim = live.dossier()[ClaimId(id)]
    assert not origins(live.dossier(), claim).established
    assert "reuters-2025-12-10" not in [report.source for report in claim.reports]


def test_every_claim_travelled_the_last_edge():
    (last,) = (edge for edge in edges(live.dossier()) if edge.target.id == "article")
    assert last.claims == live.dossier().all(Claim)
