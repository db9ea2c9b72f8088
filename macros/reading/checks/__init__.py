"""What must hold between records: a module for each family of checks, and here all of them in the order in which they
are made."""

from __future__ import annotations

from .accounts import accounts_at_odds, foreign_numbers
from .addresses import archived_alone, foreign_archives, moving_addresses
from .agreement import (
    alternatives_alike,
    answers_alike,
    answers_without_grounds,
    deliveries_of_none,
    kinds_of_chips,
    known_from_two_days,
    less_than_a_part,
    names_to_avoid,
    settled_disputes,
    steps_without_gaps,
    two_tongues,
    verdicts_at_odds,
    versions_at_odds,
)
from .check import Check, OwnCheck, Reading
from .chronology import (
    announced_only,
    answers_of_other_years,
    answers_of_others,
    dated_too_early,
    dates_in_headings,
    dates_in_ids,
    expected_events,
    findings_in_order,
    known_too_late,
    read_past_its_end,
    sides_in_order,
    titles_of_two_dates,
    told_ahead,
    younger_origins,
)
from .controls import controls_alike, idle_admissions, idle_reviews, unknown_controls
from .cycles import cycles
from .effects import (
    bills_in_force,
    eclipsed_effects,
    ended_before_begun,
    foreign_citations,
    impossible_thresholds,
    strange_effects,
    texts_of_others,
    texts_of_the_unpublished,
    undated_effects,
)
from .evidence import overconfidence, shared_estimates, verified_unread
from .grounds import (
    empty_paragraphs,
    groundless,
    own_witness,
    read_nowhere,
    strange_copies,
    strange_origins,
    undocumented,
    unfindable_sources,
    unsettled,
)
from .journeys import (
    added_to_nothing,
    drift_from_unseen,
    journeys,
    seen_nowhere,
    silent_paragraphs,
    translated_into_itself,
    unseen_texts,
    words_of_nobody,
)
from .negatives import unbounded_negatives
from .ranges import out_of_range, strange_processes
from .references import (
    broken,
    broken_pointers,
    languages_at_odds,
    pointers_in_names,
    references_to_itself,
    unknown_gates,
    unknown_references,
)
from .roles import (
    foreign_issuers,
    groups_of_others,
    letters_to_others,
    roles,
    strange_deeds,
    two_in_one,
    unnamed_publishers,
)
from .stories import untold_stories
from .succession import (
    confirmed_by_nothing,
    events_out_of_time,
    later_before,
    read_too_early,
    replaced_abroad,
    replaced_by_no_law,
    replaced_by_older,
)
from .uniqueness import repeated, repeated_parts, repeated_references
from .unlikely import (
    borne_out_by_the_refuted,
    far_ahead,
    far_back,
    in_another_unit,
    long_after_its_rule,
    long_before_known,
    long_before_published,
    named_after_others,
    of_two_minds,
    slower_with_fewer_bits,
    sold_to_its_maker,
    titled_after_another_month,
    twins,
    without_the_day_of_its_rule,
)

OWN_CHECKS: tuple[OwnCheck, ...] = (
    pointers_in_names,
    references_to_itself,
    repeated_references,
    repeated_parts,
    unseen_texts,
    words_of_nobody,
    findings_in_order,
    dates_in_ids,
    dates_in_headings,
    titles_of_two_dates,
    undated_effects,
    impossible_thresholds,
    out_of_range,
    strange_processes,
    bills_in_force,
    texts_of_the_unpublished,
    strange_effects,
    eclipsed_effects,
    ended_before_begun,
    read_too_early,
    confirmed_by_nothing,
    answers_without_grounds,
    two_tongues,
    answers_alike,
    less_than_a_part,
    kinds_of_chips,
    known_from_two_days,
    alternatives_alike,
    groundless,
    read_nowhere,
    moving_addresses,
    archived_alone,
    foreign_archives,
    unbounded_negatives,
    strange_deeds,
    sides_in_order,
    answers_of_other_years,
    names_to_avoid,
    own_witness,
    empty_paragraphs,
    strange_copies,
)
"""Checks of a record by itself."""

CHECKS: tuple[Check, ...] = (
    unknown_references,
    broken_pointers,
    languages_at_odds,
    unknown_gates,
    repeated,
    journeys,
    silent_paragraphs,
    seen_nowhere,
    drift_from_unseen,
    added_to_nothing,
    translated_into_itself,
    cycles,
    younger_origins,
    dated_too_early,
    expected_events,
    announced_only,
    answers_of_others,
    told_ahead,
    known_too_late,
    unknown_controls,
    controls_alike,
    idle_reviews,
    idle_admissions,
    replaced_by_older,
    replaced_abroad,
    replaced_by_no_law,
    later_before,
    events_out_of_time,
    accounts_at_odds,
    foreign_numbers,
    verdicts_at_odds,
    versions_at_odds,
    steps_without_gaps,
    roles,
    foreign_issuers,
    letters_to_others,
    foreign_citations,
    texts_of_others,
    groups_of_others,
    unnamed_publishers,
    two_in_one,
    read_past_its_end,
    deliveries_of_none,
    settled_disputes,
    undocumented,
    unsettled,
    strange_origins,
    untold_stories,
    unfindable_sources,
    overconfidence,
    verified_unread,
    shared_estimates,
)
"""Checks of a record among all. A new one is a function in one of the modules, or in a module of its own, and a line
here, or above if it looks at nothing but the record."""

DOUBTS: tuple[Check, ...] = (
    far_ahead,
    far_back,
    long_before_published,
    long_before_known,
    long_after_its_rule,
    of_two_minds,
    borne_out_by_the_refuted,
    slower_with_fewer_bits,
    without_the_day_of_its_rule,
    titled_after_another_month,
    named_after_others,
    sold_to_its_maker,
    in_another_unit,
    twins,
)
"""Checks of what is only unlikely: a warning, which ends a strict build."""

__all__ = ["CHECKS", "DOUBTS", "OWN_CHECKS", "Check", "Reading", "broken"]
