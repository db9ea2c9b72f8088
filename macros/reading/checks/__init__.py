"""What must hold between records: a module for each family of checks, and here all of them in the order in which they
are made."""

from __future__ import annotations

from .addresses import foreign_archives, moving_addresses
from .agreement import (
    alternatives_alike,
    answers_without_grounds,
    kinds_of_chips,
    known_from_two_days,
    steps_without_gaps,
    verdicts_at_odds,
    versions_at_odds,
)
from .check import Check, Reading
from .chronology import (
    announced_only,
    cycles,
    dated_too_early,
    dates_in_ids,
    expected_events,
    findings_in_order,
    known_too_late,
    younger_origins,
)
from .effects import (
    bills_in_force,
    ended_before_begun,
    impossible_thresholds,
    strange_effects,
    undated_effects,
    unknown_controls,
)
from .evidence import overconfidence, shared_estimates, verified_unread
from .grounds import groundless, read_nowhere, unfindable_sources
from .journeys import drift_from_unseen, journeys, seen_nowhere, silent_paragraphs, unseen_texts
from .negatives import unbounded_negatives
from .ranges import out_of_range
from .references import (
    broken,
    broken_pointers,
    languages_at_odds,
    pointers_in_names,
    references_to_itself,
    unknown_gates,
    unknown_references,
)
from .roles import foreign_issuers, letters_to_others, roles
from .stories import untold_stories
from .succession import events_out_of_time, later_before, read_too_early, replaced_abroad, replaced_by_older
from .uniqueness import repeated, repeated_parts, repeated_references
from .unlikely import far_ahead, long_before_published, slower_with_fewer_bits, twins

CHECKS: tuple[Check, ...] = (
    unknown_references,
    references_to_itself,
    broken_pointers,
    languages_at_odds,
    pointers_in_names,
    unknown_gates,
    repeated,
    repeated_references,
    repeated_parts,
    journeys,
    silent_paragraphs,
    unseen_texts,
    seen_nowhere,
    drift_from_unseen,
    cycles,
    younger_origins,
    findings_in_order,
    dated_too_early,
    expected_events,
    announced_only,
    known_too_late,
    dates_in_ids,
    undated_effects,
    unknown_controls,
    impossible_thresholds,
    out_of_range,
    bills_in_force,
    strange_effects,
    ended_before_begun,
    replaced_by_older,
    replaced_abroad,
    later_before,
    read_too_early,
    events_out_of_time,
    verdicts_at_odds,
    steps_without_gaps,
    versions_at_odds,
    answers_without_grounds,
    kinds_of_chips,
    roles,
    foreign_issuers,
    letters_to_others,
    known_from_two_days,
    alternatives_alike,
    untold_stories,
    unfindable_sources,
    groundless,
    read_nowhere,
    moving_addresses,
    foreign_archives,
    overconfidence,
    verified_unread,
    shared_estimates,
    unbounded_negatives,
)
"""All checks. A new one is a function in one of the modules, or in a module of its own, and a line here."""

DOUBTS: tuple[Check, ...] = (far_ahead, long_before_published, slower_with_fewer_bits, twins)
"""Checks of what is only unlikely: a warning, which ends a strict build."""

__all__ = ["CHECKS", "DOUBTS", "Check", "Reading", "broken"]
