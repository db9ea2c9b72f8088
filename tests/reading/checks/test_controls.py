"""Controls: what excepts items from one excepts items that it catches, and one of the same government."""

from __future__ import annotations

import pytest
from law.made import exception, needs, rule
from reading.checks.checking import DOCUMENT, problems, reading

from macros.reading.checks.controls import controls_alike, idle_admissions, unknown_controls
from macros.reading.dossier import Dossier


def excepting(control: str, data_centre: bool | None):
    """A rule that excepts items of a control, for data centres or not."""
    return rule("x", "2031-02-01", exception({"control": control, "data_centre": data_centre}))


CAUGHT = {"total_processing_performance": {"at_least": 500}}


@pytest.mark.parametrize(
    ("caught", "admitted", "idle"),
    [(True, False, True), (False, True, True), (True, True, False), (None, False, False), (True, None, False)],
)
def test_it_catches_what_is_excepted(caught, admitted, idle):
    law = rule("r", "2031-01-01", needs("c", data_centre=caught, **CAUGHT))
    assert problems(idle_admissions, excepting("c", admitted), law) == idle * [
        f"f:1: effects.0.admits.0.data_centre: 'c' catches no such items, so nothing is excepted; expected {caught}"
    ]


def test_items_that_are_named_may_be_of_either_sort():
    law = rule("r", "2031-01-01", needs("c", data_centre=True, products=["q"], **CAUGHT))
    assert problems(idle_admissions, excepting("c", False), law) == []


@pytest.mark.parametrize("fields", [{"jurisdiction": "china"}, {"instrument": "bill", "pending": True}])
def test_that_of_another_government_or_of_a_bill_is_none(fields):
    law = rule("r", "2031-01-01", needs("c", **CAUGHT), **fields)
    assert problems(unknown_controls, excepting("c", None), law) == [
        "f:1: effects.0.admits.0.control: no control 'c'; expected none, since no rule has a licence requirement"
    ]


def test_the_rules_of_a_larger_dossier_are_gone_through_once_whoever_looks_alike(monkeypatch):
    law = [rule(f"r{number}", "2031-01-01", needs("L-1" if number else "L1", **CAUGHT)) for number in range(50)]
    among, gone_through, every = reading(*law), [], Dossier.all
    monkeypatch.setattr(Dossier, "all", lambda dossier, kind: gone_through.append(kind) or every(dossier, kind))
    found = [problem for one in law for problem in controls_alike(among, one, DOCUMENT)]
    assert len(found) == 49 and len(gone_through) == 1
    assert found[0].message == "'L-1' reads like 'L1', but is another control; expected 'L1', or a name of its own"
