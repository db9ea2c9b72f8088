"""Chips and rules made for one question each."""

from __future__ import annotations

from typing import Any

from macros.record.chip import Chip
from macros.record.rule import Rule

TEXT = {"en": "x", "ar": "س"}


def chip(data_centre: bool = True, id: str = "made-up", announced: str | None = "2020-01-01", **given: Any) -> Chip:
    """A chip with these figures and nothing else; ``first_known`` and ``us_origin`` may be given too."""
    fields = {name: given.pop(name) for name in ("first_known", "us_origin") if name in given}
    figures = {name: {"value": value, "standing": "verified", "sources": ["x"]} for name, value in given.items()}
    return Chip.model_validate(
        {
            "id": id,
            "name": "Made up",
            "short_name": "Made up",
            "vendor": "maker",
            "architecture": None,
            "announced": announced,
            "data_centre": data_centre,
            "us_origin": True,
            "summary": TEXT,
            "figures": figures,
        }
        | fields
    )


def rule(id: str, effective: str | None, *effects: dict[str, Any], **fields: Any) -> Rule:
    """A US rule with these effects."""
    return Rule.model_validate(
        {
            "id": id,
            "title": TEXT,
            "short_title": TEXT,
            "jurisdiction": "us",
            "instrument": "rule",
            "issuer": "office",
            "published": effective,
            "effective": effective,
            "summary": TEXT,
            "changed": TEXT,
            "standing": "verified",
            "sources": ["x"],
            "effects": effects,
        }
        | fields
    )


def needs(control: str, policy: str = "presumption-of-denial", paragraph: str = "p", **fields: Any) -> dict[str, Any]:
    """A licence requirement; quantities and data_centre make one group, ``products`` name chips."""
    return {"kind": "licence-requirement", "control": control, "policy": policy} | _caught(paragraph, fields)


def reviewed(*controls: str, policy: str = "case-by-case", paragraph: str = "r", **fields: Any) -> dict[str, Any]:
    """A change of the review policy of controls."""
    return {"kind": "review-policy", "controls": controls, "policy": policy} | _caught(paragraph, fields)


def duty(paragraph: str, **fields: Any) -> dict[str, Any]:
    """A duty with one band."""
    return {"kind": "duty", "rate": 25} | _caught(paragraph, fields)


def says(*products: str) -> dict[str, Any]:
    """What an announcement says of chips."""
    return {"kind": "statement", "products": products, "text": TEXT}


def _caught(paragraph: str, fields: dict[str, Any]) -> dict[str, Any]:
    group = {name: fields.pop(name) for name in list(fields) if isinstance(fields[name], dict) or name == "data_centre"}
    return fields | ({"any_of": [{"paragraph": paragraph} | group]} if group else {})


MEMORY = {"memory_bandwidth": {"at_least": 100}}
"""A line that a chip with a memory bandwidth of 100 meets."""
