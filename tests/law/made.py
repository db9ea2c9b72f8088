"""Chips and rules made for one question each."""

from __future__ import annotations

from typing import Any

from macros.record.chip import Chip
from macros.record.rule import Rule

TEXT = {"en": "x", "ar": "س"}


def chip(
    data_centre: bool | None = True,
    id: str = "made-up",
    announced: str | None = "2020-01-01",
    vendor: str = "maker",
    gates: dict[str, str] | None = None,
    **given: Any,
) -> Chip:
    """A chip with these figures and nothing else; the fields that ``fields`` names may be given too."""
    fields = {
        name: given.pop(name)
        for name in ("announced_sources", "first_known", "first_known_sources", "exported_from_us", "group")
        if name in given
    }
    if "interconnect_bandwidth" in given:
        given.setdefault("host_bandwidth", 0)
    figures = {
        name: value if isinstance(value, dict) else {"value": value, "standing": "verified", "sources": ["x"]}
        for name, value in given.items()
    }
    stated = {"standing": "verified", "sources": ["x"]}
    return Chip.model_validate(
        {
            "id": id,
            "name": "Made up",
            "short_name": "Made up",
            "vendor": vendor,
            "architecture": None,
            "announced": announced,
            "announced_sources": ["x"] if announced else [],
            "first_known_sources": ["x"] if fields.get("first_known") else [],
            "data_centre": None if data_centre is None else {"value": data_centre} | stated,
            "exported_from_us": True,
            "summary": TEXT,
            "figures": figures,
            "gates": [
                {"gates": [gate], "outcome": outcome, "basis": TEXT} | stated for gate, outcome in (gates or {}).items()
            ],
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
    found = {"kind": "licence-requirement", "control": control, "policy": policy, "paragraph": f"policy of {control}"}
    return found | _caught(paragraph, fields)


def letter(addressee: str = "maker", paragraph: str = "criterion", **fields: Any) -> dict[str, Any]:
    """A letter to a maker; quantities and data_centre make one criterion, ``products`` name chips."""
    found = {"kind": "letter", "control": f"letter to {addressee}", "addressee": addressee, "paragraph": "basis"}
    return found | {"standing": "reported"} | _caught(paragraph, fields)


def exception(*admits: dict[str, Any], closed_by_letter: bool = True) -> dict[str, Any]:
    """Licence exception NAC for these controls."""
    found = {"kind": "licence-exception", "exception": "NAC", "paragraph": "e", "notice_days": 25}
    return found | {"admits": admits, "closed_by_letter": closed_by_letter}


def reviewed(*controls: str, policy: str = "case-by-case", paragraph: str = "r", **fields: Any) -> dict[str, Any]:
    """A change of the review policy of controls; ``gates`` may be given as ids with their kinds."""
    gates = [
        {"id": id, "paragraph": f"gate {id}", "kind": kind, "text": TEXT, "standing": "verified", "sources": ["x"]}
        for id, kind in fields.pop("gates", {}).items()
    ]
    found = {"kind": "review-policy", "controls": controls, "policy": policy, "paragraph": "changed", "gates": gates}
    return found | _caught(paragraph, fields)


def foreign() -> dict[str, Any]:
    """The rule on foreign direct products."""
    return {"kind": "foreign-direct-product", "paragraph": "f"}


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
