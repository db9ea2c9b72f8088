"""Effects of rules: what the computation of a status asks of them."""

from __future__ import annotations

from collections.abc import Iterator

from ...record.rule import Letter, LicenceRequirement, Rule, Statement
from ...record.shared import Record
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading


def undated_effects(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A status is computed by the day, so a rule with thresholds or a period needs one."""
    if not isinstance(record, Rule) or (record.effective and record.effective.is_day):
        return
    if record.opens_period or any(_needs_a_day(effect) for effect in record.effects):
        yield document.problem(
            ("effective",), "expected a day (YYYY-MM-DD), since the status of chips is computed from it"
        )


def _needs_a_day(effect: object) -> bool:
    own = effect.effective if isinstance(effect, LicenceRequirement | Letter) else None
    return own is None and not isinstance(effect, Statement)
