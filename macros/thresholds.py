"""The thresholds of the US measures as plain data, for whoever wants to compute with them (``/data/thresholds.json``)."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from .measures import QUANTITIES
from .policy import in_order
from .records import Duty, LicenceRequirement, ReviewChange, Rule, ThresholdGroup


def _group(group: ThresholdGroup) -> dict:
    bounds = {quantity: comparison.model_dump(exclude_none=True) for quantity in QUANTITIES if (comparison := getattr(group, quantity))}
    return {"paragraph": group.paragraph, "bounds": bounds, "data_centre": group.data_centre}


def _effects(rules: Iterable[Rule], wanted: type, *fields: str) -> Iterator[dict]:
    for start, rule, effect in in_order(rules, wanted):
        if not getattr(effect, "by_letter", False):
            yield {"rule": rule.id, "start": start.isoformat(), "groups": [_group(group) for group in effect.any_of]} | effect.model_dump(
                mode="json", include=set(fields))


def thresholds(rules: Iterable[Rule]) -> dict:
    """Licence requirements, changes of review policy and duties, each in order of their start.

    A control that letters impose on named products is left out, since it has no thresholds. ``until`` is the last day of a
    requirement that ended without a successor. Units: TOPS or TFLOPS times bits, the same per mm2, GB/s, per cent.
    """
    rules = tuple(rules)
    return {
        "licence_requirements": list(_effects(rules, LicenceRequirement, "control", "policy", "until")),
        "review_changes": list(_effects(rules, ReviewChange, "controls", "policy")),
        "duties": list(_effects(rules, Duty, "rate")),
    }
