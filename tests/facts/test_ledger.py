"""What was published stays: every address of the ledger is on the site, and every address of the site in the ledger."""

from __future__ import annotations

import pytest

from macros.tools.ledger import addresses, gone, published


@pytest.fixture(scope="module")
def here(site):
    return addresses(site.root)


def test_no_published_address_disappears(here):
    assert not gone(published(), here), "expected it on the site, or a line in redirects.yml"


def test_every_address_is_in_the_ledger(here):
    assert not sorted(here - published().keys()), "run: make ledger"


def test_a_page_that_is_taken_away_is_missed_with_its_parts(here):
    page = "events/trump-announces-h200-2025-12/"
    missed = gone(published(), {address for address in here if not address.startswith(page)})
    assert page in missed and f"{page}#sources" in missed
