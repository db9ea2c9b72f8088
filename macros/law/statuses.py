"""Every status of every chip as plain data (``/data/statuses.json``), and what its fields and values mean."""

from __future__ import annotations

from typing import Any

from ..record.chip import Chip, Outcome
from .day import Law, Spell
from .policy import Asked, Status, StatusKind

MEANINGS = {
    StatusKind.no_licence: "No control catches the item, and no letter to its maker, as reported, reaches it.",
    StatusKind.licence_exception_nac: (
        "Under a licence, but licence exception NAC is open: a written purchase order and a notice to BIS 25 calendar "
        "days before export; a licence only if BIS answers so (15 CFR 740.8)."
    ),
    StatusKind.letter: (
        "A letter to its maker, as reported, asks for a licence: outside every control, or where a letter names the "
        "item and it cannot be computed whether a control catches it."
    ),
    StatusKind.presumption_of_denial: "A licence is needed, and applications meet a presumption of denial.",
    StatusKind.case_by_case: (
        "A licence is needed; applications are reviewed case by case. The gates that depend on the product are met as "
        "far as known; those of the application and of each shipment remain, and if one is not met the application "
        "meets a presumption of denial."
    ),
    StatusKind.case_by_case_if_gates_met: (
        "A licence is needed; applications are reviewed case by case if every gate is met, and otherwise meet a "
        "presumption of denial. Of a gate that was asked it is not known whether it is met; here only those that "
        "depend on the product are asked."
    ),
    StatusKind.cannot_be_computed: "A figure or fact that decides is not known; its values lead to different answers.",
    StatusKind.not_known_yet: "No source knows the item yet.",
    StatusKind.not_exported_from_us: (
        "Designed and sold in China: no export from the United States to license. If 3A090 catches it, the foreign "
        "direct product rule (15 CFR 734.9(h)) has reached its making since 21 October 2022."
    ),
}
"""What each status means, for an export from the United States to a civilian buyer in China."""


def statuses(law: Law) -> list[dict[str, Any]]:
    """One entry for each chip and each spell of one status, oldest first."""
    return [_entry(law, chip, spell) for chip in law.chips for spell in law.spells(chip)]


def _entry(law: Law, chip: Chip, spell: Spell) -> dict[str, Any]:
    day = spell.seen_to(law.day)
    found = law.status(chip, day)
    margin = law.margin(chip, day)
    return {
        "chip": chip.id,
        "first": spell.first,
        "last": spell.last,
        "status": found.kind,
        "rule": found.rule.id if found.rule else None,
        "paragraph": found.paragraph or None,
        "gates": _gates(chip, found),
        "margin": round(margin.share, 6) if margin else None,
        "inputs": law.inputs(chip, found),
        "law_read_to": law.read_to,
    }


def _gates(chip: Chip, found: Status) -> dict[str, Outcome]:
    """Every gate of the review that takes the chip in, with what is known of it: nothing of those of an application."""
    known = {gate: finding.outcome for finding in chip.gates for gate in finding.gates}
    reviewed = [step.rule for step in found.steps if step.question is Asked.review and step.answer]
    return {gate.id: known.get(gate.id, Outcome.unknown) for rule in reviewed if rule for gate in rule.gates}


def schema() -> dict[str, Any]:
    """A JSON Schema of the statuses, which says what each field and each status means."""
    text, nothing = {"type": "string"}, {"type": "null"}
    date = text | {"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
    described = {
        "chip": text | {"description": "id of a chip: /en/chips/{chip}/"},
        "first": date | {"description": "first day, month or year of the spell, as exact as its source"},
        "last": {"anyOf": [date, nothing], "description": "last day, month or year of the spell; null while it lasts"},
        "status": {"oneOf": [{"const": kind, "description": meaning} for kind, meaning in MEANINGS.items()]},
        "rule": {"anyOf": [text, nothing], "description": "id of the rule that decides: /en/rules/{rule}/"},
        "paragraph": {
            "anyOf": [text, nothing],
            "description": "the paragraph that decides, as numbered when the spell ends or the law was last read",
        },
        "gates": {
            "type": "object",
            "additionalProperties": {"enum": list(Outcome)},
            "description": "the gates of the review policy, by id; those of an application are never known of a chip",
        },
        "margin": {
            "anyOf": [{"type": "number"}, nothing],
            "description": "how far the figure nearest to a line that would change the status lies from it, as a "
            "share of the line, negative below; null if no single line would, and where nothing is computed",
        },
        "inputs": {
            "enum": ["published", "estimate", None],
            "description": "estimate: a figure that decides is an estimate, a leak or an inference; null: none decides",
        },
        "law_read_to": {
            "anyOf": [date, nothing],
            "description": "issue of the codified text to which the law was read",
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Status of each chip for an export from the United States to a civilian buyer in China",
        "type": "array",
        "items": {
            "type": "object",
            "properties": described,
            "required": list(described),
            "additionalProperties": False,
        },
    }
