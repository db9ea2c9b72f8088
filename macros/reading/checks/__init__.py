"""What must hold between records: a module for each family of checks, and here all of them in the order in which they
are made."""

from __future__ import annotations

from .check import Check, Reading
from .chronology import cycles, dated_too_early, expected_events, findings_in_order, younger_origins
from .effects import undated_effects
from .evidence import baseless_verdicts, moving_addresses, overconfidence, shared_estimates, unfindable_sources
from .journeys import journeys, unseen_texts
from .negatives import unbounded_negatives
from .references import broken, broken_pointers, references_to_itself, unknown_gates, unknown_references
from .uniqueness import repeated

CHECKS: tuple[Check, ...] = (
    unknown_references,
    references_to_itself,
    broken_pointers,
    unknown_gates,
    repeated,
    journeys,
    unseen_texts,
    cycles,
    younger_origins,
    findings_in_order,
    dated_too_early,
    expected_events,
    undated_effects,
    unfindable_sources,
    moving_addresses,
    baseless_verdicts,
    overconfidence,
    shared_estimates,
    unbounded_negatives,
)
"""All checks. A new one is a function in one of the modules, or in a module of its own, and a line here."""

__all__ = ["CHECKS", "Check", "Reading", "broken"]
