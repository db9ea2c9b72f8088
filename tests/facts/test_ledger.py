"""What was published stays: every address of the ledger still has its record, and every record is in the ledger."""

from __future__ import annotations

from dataclasses import replace

import live

from macros.tools.ledger import addresses, published


def test_no_published_address_disappears():
    assert not published() - addresses(live.dossier())


def test_every_address_is_in_the_ledger():
    assert not addresses(live.dossier()) - published(), "run: python -m macros.tools.ledger"


def test_a_record_that_is_taken_away_is_missed():
    dossier = live.dossier()
    events = dict(dossier.records["events"])
    del events["trump-announces-h200-2025-12"]
    left = addresses(replace(dossier, records={**dossier.records, "events": events}))
    assert published() - left == {
        "events/trump-announces-h200-2025-12/",
        "timeline/#trump-announces-h200-2025-12",
    }
