"""The page that computes the status of any chip, or of figures of one's own, on any day: its form, and its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Date
from typing import Any

from ..law.certainty import Inputs, Margin, estimated
from ..law.day import Spell
from ..law.measures import item
from ..law.policy import Status, StatusKind
from ..record.chip import Chip, Outcome
from ..record.rule import QUANTITIES, Gate, Letter, ReviewPolicy, Rule
from ..wording.citing import headline
from ..wording.latin import isolate_plain
from .citation import SIGNS
from .record_pages import compared
from .view import View


@dataclass(frozen=True)
class ChipStatus:
    """A chip by the law as last read."""

    chip: Chip
    spell: Spell | None
    status: Status
    margin: Margin | None
    inputs: Inputs | None


@dataclass(frozen=True)
class StatusPage:
    """The form, the id of the chip with which it opens (empty: none), what its script computes with, and every chip for
    readers without script."""

    rows: tuple[ChipStatus, ...]
    opened: str
    first: Date
    day: Date
    gates: tuple[Gate, ...]
    makers: tuple[tuple[str, str], ...]
    exemptions: tuple[tuple[str, str], ...]
    items: list[dict[str, Any]]
    words: dict[str, Any]


def status_page(view: View) -> StatusPage:
    law, every, claim = view.law, view.dossier.all(Chip), compared(view.dossier)
    return StatusPage(
        tuple(
            ChipStatus(chip, law.spell(chip), law.status(chip), law.margin(chip), law.inputs(chip)) for chip in every
        ),
        claim.about.chips[0] if claim else "",
        law.first,
        law.day,
        tuple(law.gates.values()),
        _makers(view),
        tuple(
            (exemption.heading, view.phrase(exemption.text).striptags())
            for rule in view.dossier.all(Rule)
            for exemption in rule.exemptions
            if exemption.heading
        ),
        [_item(chip) for chip in every],
        _words(view),
    )


def _makers(view: View) -> tuple[tuple[str, str], ...]:
    """The makers to whom a letter was sent, by id and name."""
    addressees = [
        effect.addressee for rule in view.dossier.all(Rule) for effect in rule.effects if isinstance(effect, Letter)
    ]
    return tuple((id, view.maker(id)) for id in dict.fromkeys(addressees))


def _item(chip: Chip) -> dict[str, Any]:
    """What the law sees of a chip, and which of it is an estimate."""
    seen = item(chip)
    return {
        "id": seen.id,
        "name": chip.short_name,
        "maker": seen.maker,
        "known_from": seen.known_from,
        "exported_from_us": seen.exported_from_us,
        "data_centre": seen.data_centre,
        "quantities": dict(seen.quantities),
        "gates": dict(seen.gates),
        "estimated": sorted(estimated(chip)),
    }


_MESSAGES = (
    "failed",
    "no_chip",
    "no_date",
    "no_number",
    "no_rates",
    "no_choice",
    "unknown_field",
    "asked_twice",
    "own_beside_chip",
    "heading",
    "after",
    "own",
    "differs",
    "same",
    "both",
    "letter_to",
    "history",
    "since",
    "chip",
    "date",
    "status",
    "measure",
    "nearest",
)
"""What the script says beside the words of the table."""


def _words(view: View) -> dict[str, Any]:
    marked: Callable[[str], str] = isolate_plain if view.language.code == "ar" else str

    def t(key: str, **values: object) -> str:
        return marked(view.language.string(key, **values))

    def cited(written: Callable[[str], str]) -> dict[str, Any]:
        """The title under which a status is cited, by the mark for which it stands in its citation."""
        said = {
            name: written(view.language.string(f"status_page.cited.{name}"))
            for name in ("product", "application", "own")
        }
        return said | {"status": {kind: written(view.language.string(f"status.{kind}")) for kind in StatusKind}}

    rules = [rule for rule in view.dossier.all(Rule) if rule.effects]
    steps = (key for key in view.language.strings if key.startswith("step_asked."))
    reasons = (key for key in view.language.strings if key.startswith("reason."))
    return {
        "language": view.language.code,
        "status": {kind: t(f"status.{kind}") for kind in StatusKind},
        "means": {kind: t(f"status_means.{kind}") for kind in StatusKind},
        "policies": {policy: t(f"policy.{policy}") for policy in ReviewPolicy},
        "outcomes": {outcome: t(f"outcome.{outcome}") for outcome in Outcome},
        "quantities": {quantity: t(f"quantity_short.{quantity}") for quantity in QUANTITIES},
        "units": {quantity: view.language.string(f"unit.{quantity}") for quantity in QUANTITIES},
        "steps": {key.partition(".")[2]: t(key) for key in steps},
        "reasons": {key.partition(".")[2]: t(key) for key in reasons},
        "margins": {name: t(f"margin.{name}") for name in ("title", "below", "above", "exactly", "none")},
        "inputs": {found: t(f"inputs.{found}") for found in Inputs},
        "gates": {gate.id: marked(view.phrase(gate.text).striptags()) for gate in view.law.gates.values()},
        "makers": dict(_makers(view)),
        "bands": _bands(view, rules),
        "exemptions": {
            exemption.heading: marked(view.phrase(exemption.text).striptags())
            for rule in rules
            for exemption in rule.exemptions
            if exemption.heading
        },
        "rules": {
            rule.id: (
                marked(view.plain(rule.short_title)),
                view.href(rule),
                t("law_read_to", date=view.language.day(rule.law_read_to)) if rule.law_read_to else "",
            )
            for rule in rules
        },
        "chips": {chip.id: view.href(chip) for chip in view.dossier.all(Chip)},
        "read_to": t("law_read_to", date=view.read_to),
        "deciding": t("chip.deciding_rule"),
        "step_by_step": t("chip.step_by_step"),
        "duty": t("chip.duty"),
        "no_duty": t("chip.no_duty"),
        "duty_open": t("chip.duty_open"),
        "duty_not_yet": t("status_page.duty_not_yet"),
        "duties": {
            "title": t("chips.duty"),
            "none": t("chips.no_duty"),
            "open": t("chips.duty_open"),
            "not_yet": t("status_page.no_duty_yet"),
        },
        "exempt": t("status_page.exempt"),
        "cited": {"title": cited(str), "Title": cited(headline if view.language.code == "en" else str)},
        "signs": SIGNS,
        "messages": {name: t(f"status_page.{name}") for name in _MESSAGES},
        "colon": t("colon"),
        "comma": t("comma") + " ",
        "semicolon": t("semicolon") + " ",
    }


def _bands(view: View, rules: list[Rule]) -> dict[str, str]:
    """The names of all groups of thresholds that have one, by paragraph."""
    return {group.paragraph: view.group(group).striptags() for rule in rules for group in rule.groups if group.name}
