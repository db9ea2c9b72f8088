"""Interface strings, dates and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module

import live
import pytest
from babel import Locale
from support import ROOT, every

from macros.law import certainty, policy
from macros.law.policy import StatusKind
from macros.record import (
    actor,
    chip,
    claim,
    conflict,
    event,
    question,
    rule,
    shared,
    source,
    step,
    tables,
    term,
    version,
)
from macros.site.words import read_strings
from macros.wording.language import LANGUAGES, Language
from macros.wording.strings import Unsaid

ENGLISH, ARABIC = live.LANGUAGE["en"], live.LANGUAGE["ar"]
STRINGS = read_strings()


@every("key", STRINGS)
def test_an_interface_string_stands_in_both_languages(key):
    value = STRINGS[key]
    assert set(value) == set(LANGUAGES)
    assert isinstance(value["en"], dict) == isinstance(value["ar"], dict)
    for code, text in value.items():
        if isinstance(text, dict):
            needed = {str(form) for form in Locale(code).plural_form.rules} | {"other"}
            assert needed <= set(text), f"{code} needs {needed}"


@every("key", STRINGS)
def test_both_languages_take_the_same_values(key):
    fields = []
    for text in STRINGS[key].values():
        forms = text.values() if isinstance(text, dict) else [text]
        fields.append(set().union(*(re.findall(r"\{(\w+)\}", form) for form in forms)))
    assert fields[0] == fields[1]


SECTIONS: dict[type[StrEnum], tuple[str, ...]] = {
    actor.ActorKind: ("actor_kind",),
    actor.InterestBasis: ("interest",),
    actor.RelationType: ("relation",),
    claim.AttributionKind: ("attribution",),
    claim.Drift: ("drift", "drift_explained"),
    claim.LaterStatus: ("later",),
    claim.Seen: ("seen",),
    claim.Topic: ("topic",),
    conflict.ConflictState: ("conflict_state",),
    event.EventRelationType: ("event_relation",),
    event.QuantityKind: ("quantity_kind",),
    event.SourcingKind: ("sourcing",),
    certainty.Inputs: ("inputs",),
    chip.Group: ("chip_group",),
    chip.Outcome: ("outcome",),
    policy.Asked: (),
    policy.StatusKind: ("status", "status_means", "status_short"),
    question.Settled: ("settled",),
    question.Stand: ("stand",),
    rule.GateKind: ("gate_kind",),
    rule.Instrument: ("instrument",),
    rule.ReviewPolicy: ("policy",),
    shared.Authority: ("stated_by",),
    shared.Basis: ("basis",),
    shared.Level: ("level",),
    shared.Side: ("side",),
    shared.Standing: ("standing",),
    shared.Verdict: ("verdict",),
    source.Extent: ("extent",),
    source.Read: ("read", "read_explained"),
    source.SourceKind: ("source_kind", "source_kinds"),
    step.StepState: ("step_state",),
    tables.ColumnType: ("data.types",),
    term.VariantUse: ("variant",),
    version.Aspect: ("aspect",),
    version.Provision: ("provision",),
}
"""The sections of the interface that label a closed list."""


def closed_lists() -> Iterator[type[StrEnum]]:
    """Every closed list that a module of the records or of the law makes."""
    for folder in ("record", "law"):
        for path in sorted((ROOT / "macros" / folder).glob("[!_]*.py")):
            module = import_module(f"macros.{folder}.{path.stem}")
            for value in vars(module).values():
                if isinstance(value, type) and issubclass(value, StrEnum) and value.__module__ == module.__name__:
                    yield value


CLOSED_LISTS = list(closed_lists())


def test_closed_lists_are_found():
    assert {StatusKind, shared.Verdict, claim.Drift} <= set(CLOSED_LISTS)


@pytest.mark.parametrize("values", CLOSED_LISTS, ids=lambda values: values.__name__)
def test_every_value_of_a_closed_list_has_its_label(values):
    assert values in SECTIONS, f"name the sections of {values.__name__}"
    assert {f"{section}.{value}" for section in SECTIONS[values] for value in values} <= set(STRINGS)


@pytest.mark.parametrize(
    ("said", "values", "wrong"),
    [
        ("All", {"n": "3"}, "says nothing of {n}; expected it, since it is told nowhere else"),
        ({"one": "{n} x", "other": "xs"}, {"n": 3}, "says nothing of {n}; expected it, since it is told nowhere else"),
        ("{n} of {m}", {"n": "3"}, "takes {m}; expected none but {n}"),
        ({"one": "{n} x", "other": "{n} xs"}, {}, "takes {n}; expected no value"),
    ],
)
def test_a_string_says_what_it_is_given_and_takes_nothing_else(said, values, wrong):
    with pytest.raises(Unsaid) as refused:
        Language("en", {"a": {"en": said}}).string("a", **values)
    assert str(refused.value) == f"the interface string 'a' {wrong}"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("{n} found", "has no plural forms; expected them in both languages"),
        ({"one": "{n} x", "other": "many"}, "says nothing of {n}; expected it, since it is told nowhere else"),
    ],
)
def test_a_script_that_counts_gets_forms_that_say_the_number(said, wrong):
    with pytest.raises(Unsaid) as refused:
        Language("en", {"a": {"en": said}}).forms("a")
    assert str(refused.value) == f"the interface string 'a' {wrong}"


@pytest.mark.parametrize(
    ("said", "values"), [("on {x}", {"x": 1, "y": 2}), ({"one": "one", "other": "{n} xs"}, {"n": 1}), ("a {", {})]
)
def test_a_string_may_leave_out_a_part_of_it(said, values):
    assert Language("en", {"a": {"en": said}}).string("a", **values)


@pytest.mark.parametrize(
    ("value", "english", "arabic"),
    [
        ("2025-12-10", "10 December 2025", "10 ديسمبر 2025"),
        ("2025-12", "December 2025", "ديسمبر 2025"),
        ("2025", "2025", "2025"),
    ],
)
def test_a_date_is_written_out(value, english, arabic):
    assert (ENGLISH.day(value), ARABIC.day(value)) == (english, arabic)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (15832, None, "15,832"),
        (15832.0, None, "15,832"),
        (20919.2, None, "20,919.2"),
        (989.5, None, "989.5"),
        (14.9422, None, "14.94"),
        (0, None, "0"),
        (6.6858, 2, "6.69"),
        (1.2, 2, "1.20"),
        (1_000_000, 0, "1,000,000"),
    ],
)
def test_a_number_has_western_digits_in_both_languages(value, decimals, expected):
    assert ENGLISH.number(value, decimals) == ARABIC.number(value, decimals) == expected


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, "أصل مستقل واحد"),
        (2, "أصلان مستقلان"),
        (3, "3 أصول مستقلة"),
        (11, "11 أصلًا مستقلًا"),
        (100, "100 أصل مستقل"),
    ],
)
def test_the_counted_noun_agrees_in_arabic(n, expected):
    assert ARABIC.string("origins_n", n=n) == expected


@pytest.mark.parametrize(("n", "expected"), [(1, "1 independent origin"), (2, "2 independent origins")])
def test_the_counted_noun_agrees_in_english(n, expected):
    assert ENGLISH.string("origins_n", n=n) == expected
