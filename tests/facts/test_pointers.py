"""What texts of the record point at, with the values that it must have."""

from __future__ import annotations

import re

import live
import pytest

from macros.reading.pointers import BrokenPointer, parse
from macros.reading.resolving import Value, resolve
from macros.record.fields import ClaimId, Day


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("chips/h200-sxm:total_processing_performance", Value(15_832)),
        ("chips/h200-sxm:memory_bandwidth/h20-96", Value(1.2, decimals=2)),
        ("rules/rule-2026-01-15:effective", Day("2026-01-15")),
        ("rules/rule-2026-01-15:memory_bandwidth:below", Value(6_500)),
        ("rules/ifr-2023-10:3A090.a.1:total_processing_performance:at_least", Value(4_800)),
        ("rules/procl-11002:rate", Value(25)),
        ("claims/h200-six-times-h20", live.dossier()[ClaimId("h200-six-times-h20")]),
    ],
)
def test_a_pointer_is_resolved(inside, expected):
    assert resolve(live.dossier(), parse(inside)) == expected


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("claims/h200-six-times-h2", "did you mean 'h200-six-times-h20'"),
        ("chips/h200-sxm:colour", "no figure 'colour'"),
        ("rules/ifr-2023-10:total_processing_performance:at_least", "3 thresholds"),
        ("rules/rule-2026-01-15:memory_bandwidth:above", "0 thresholds"),
        ("chips/mi308x:total_processing_performance", "no figure"),
        ("six times", "is no reference"),
    ],
)
def test_a_broken_pointer_says_why(inside, message):
    with pytest.raises(BrokenPointer, match=re.escape(message)):
        resolve(live.dossier(), parse(inside))
