"""The actors, chips and measures that the article turns on are there."""

from __future__ import annotations

import live
import pytest

from macros.record.fields import UNENCRYPTED
from macros.record.source import Source


@pytest.mark.parametrize(
    ("folder", "ids"),
    [
        (
            "actors",
            "nvidia bytedance alibaba tencent huawei cambricon supercloud zhang-yuchun reuters the-information "
            "donald-trump bis chinese-government",
        ),
        ("chips", "h200-sxm h20-96 h100-sxm a100-80 b200 rubin"),
        (
            "rules",
            "ifr-2022-10 ifr-2023-10 letter-2025-04-h20 resume-2025-07 post-2025-12-08 rule-2026-01-15 procl-11002",
        ),
    ],
)
def test_no_record_of_the_core_is_missing(folder, ids):
    assert set(ids.split()) <= set(live.dossier().records[folder])


def test_every_host_that_is_listed_as_without_encryption_is_needed():
    addresses = (url for source in live.dossier().all(Source) for url in source.found_at)
    assert {url.host for url in addresses if url.scheme == "http"} == UNENCRYPTED


def test_no_address_is_one_of_an_example():
    hosts = {address.host or "" for source in live.dossier().all(Source) for address in source.found_at}
    assert not [host for host in hosts if host.removeprefix("www.").startswith("example.")]
