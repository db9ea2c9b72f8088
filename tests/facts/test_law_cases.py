"""The computation on the real rules, against cases that another hand worked out on paper from the texts alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import live
import yaml
from support import every

from macros.law import policy
from macros.law.measures import BITS, Item, item
from macros.law.policy import Application
from macros.record.chip import Outcome
from macros.record.rule import QUANTITIES

CASES: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("law_cases.yml").read_text(encoding="utf-8"), yaml.CSafeLoader
)


def subject(case: dict[str, Any]) -> Item:
    """The chip of a case, or the figures that it makes up."""
    if "chip" in case:
        return item(next(chip for chip in live.law().chips if chip.id == case["chip"]))
    given = case["figures"]
    rates = [rate * BITS[name] for name, rate in given.get("rates", {}).items()]
    processing = given.get("total_processing_performance", max(rates, default=None))
    density = given.get("performance_density")
    if density is None and processing is not None and given.get("die_area"):
        density = processing / given["die_area"]
    memory, links = given.get("memory_bandwidth"), given.get("interconnect_bandwidth")
    both = None if memory is None or links is None else memory + links
    values = (processing, density, memory, links, both)
    return Item(dict(zip(QUANTITIES, values, strict=True)), given["data_centre"], case.get("maker"))


def application(case: dict[str, Any]) -> Application:
    given = case.get("application", {})
    gates = {gate: Outcome(outcome) for gate, outcome in given.get("gates", {}).items()}
    return Application(gates, given.get("exception_refused", False), given.get("is_export", True))


@every("case", CASES, lambda case: case["id"])
def test_the_computation_agrees_with_the_paper(case):
    day = date.fromisoformat(case["day"])
    law, seen = live.law().in_force(day), subject(case)
    found = policy.status(seen, law, day, application(case))
    assert found.kind == case["status"], f"{case['why']} ({case['paragraph']}); steps: {found.steps}"
    band = policy.band(seen, law)
    if "duty" in case:
        duty = "open" if policy.band_is_open(seen, law) else band.group.paragraph if band else None
        assert duty == case["duty"]
    if "exempt" in case:
        assert band and case["exempt"] in [exemption.heading for exemption in band.effect.exemptions]


def test_the_cases_meet_every_status():
    assert {case["status"] for case in CASES} == set(policy.StatusKind)
    assert len(CASES) >= 200 and sum("arguable" not in case for case in CASES) >= 160
