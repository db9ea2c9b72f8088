"""What decides a status, as plain data for whoever computes with it (``/data/thresholds.json``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..record.rule import (
    Duty,
    ForeignDirectProduct,
    Letter,
    LicenceException,
    LicenceRequirement,
    ReviewChange,
    Rule,
    ThresholdGroup,
    Thresholds,
)
from .certainty import HAIR
from .day import Law
from .policy import SEVERITY, E, dated_effects


def _group(group: ThresholdGroup) -> dict[str, Any]:
    bounds = {quantity: dict(comparison.bounds) for quantity, comparison in group.comparisons}
    return {"paragraph": group.paragraph, "bounds": bounds, "data_centre": group.data_centre}


def _listed(rules: Iterable[Rule], wanted: type[E], *fields: str) -> list[dict[str, Any]]:
    """The effects of one kind, in order of their start, with these of their fields."""
    return [
        {"rule": found.rule.id, "start": found.start.isoformat()}
        | found.effect.model_dump(mode="json", include=set(fields))
        | ({"groups": [_group(group) for group in found.effect.any_of]} if isinstance(found.effect, Thresholds) else {})
        for found in dated_effects(rules, wanted)
    ]


def thresholds(law: Law) -> dict[str, Any]:
    """Everything of the law that decides a status, each kind in order of its start.

    Of one control, letter or exception the latest that has begun counts, of a policy's paragraphs the latest too.

    ``severity`` is the order in which one of several statuses is said, ``hair`` how far beyond a line a figure is put,
    as a share of it, to lie on its other side. Units: TOPS or TFLOPS times bits, the same per mm2, GB/s, per cent.
    """
    rules = law.rules
    return {
        "law_read_to": law.read_to,
        "severity": [str(kind) for kind in SEVERITY],
        "hair": HAIR,
        "licence_requirements": _listed(
            rules, LicenceRequirement, "control", "policy", "paragraph", "renumbered", "products"
        ),
        "letters": _listed(rules, Letter, "control", "addressee", "may_bind", "paragraph", "products", "until"),
        "licence_exceptions": _listed(
            rules, LicenceException, "exception", "paragraph", "admits", "notice_days", "closed_by_letter"
        ),
        "review_changes": [
            effect | {"gates": [{name: gate[name] for name in ("id", "paragraph", "kind")} for gate in effect["gates"]]}
            for effect in _listed(rules, ReviewChange, "controls", "policy", "paragraph", "products", "gates")
        ],
        "duties": [
            effect | {"exemptions": [exempt["heading"] for exempt in effect["exemptions"]]}
            for effect in _listed(rules, Duty, "rate", "exemptions")
        ],
        "foreign_direct_products": _listed(rules, ForeignDirectProduct, "paragraph"),
    }
