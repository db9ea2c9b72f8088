"""What was published stays: every address of the ledger still has its record, and every record is in the ledger."""
from __future__ import annotations

from dataclasses import replace

from conftest import DOSSIER

from macros.ledger import addresses, published


def test_no_published_address_disappears():
    assert not published() - addresses(DOSSIER)


def test_every_address_is_in_the_ledger():
    assert not addresses(DOSSIER) - published(), "run: python -m macros.ledger"


def test_a_record_that_is_taken_away_is_missed():
    events = dict(DOSSIER.records["events"])
    del events["trump-announces-h200-2025-12"]
    assert published() - addresses(replace(DOSSIER, records={**DOSSIER.records, "events": events})) == {
        "events/trump-announces-h200-2025-12/", "timeline/#trump-announces-h200-2025-12"}
