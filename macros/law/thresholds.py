"""The thresholds of the US measures as plain data, for whoever computes with them (``/data/thresholds.json``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..record.rule import Duty, LicenceRequirement, ReviewChange, Rule, ThresholdGroup
from .policy import SEVERITY, E, Measure, measures


def _group(group: ThresholdGroup) -> dict[str, Any]:
    bounds = {quantity: dict(comparison.bounds) for quantity, comparison in group.comparisons}
    return {"paragraph": group.paragraph, "bounds": bounds, "data_centre": group.data_centre}


def _data(measure: Measure[E], *fields: str) -> dict[str, Any]:
    return {
        "rule": measure.rule.id,
        "start": measure.start.isoformat(),
        "groups": [_group(group) for group in measure.effect.any_of],
    } | measure.effect.model_dump(mode="json", include=set(fields))


def thresholds(rules: Iterable[Rule]) -> dict[str, Any]:
    """Licence requirements, changes of review policy and duties, each in order of their start.

    A control that letters impose on named products is left out, since it has no thresholds. ``severity`` is the
    order in which one of several statuses is said. Units: TOPS or TFLOPS times bits, the same per mm2, GB/s, per cent.
    """
    rules = tuple(rules)
    requirements = (found for found in measures(rules, LicenceRequirement) if not found.effect.by_letter)
    return {
        "severity": [str(kind) for kind in SEVERITY],
        "licence_requirements": [_data(found, "control", "policy") for found in requirements],
        "review_changes": [_data(found, "controls", "policy") for found in measures(rules, ReviewChange)],
        "duties": [_data(found, "rate") for found in measures(rules, Duty)],
    }
