"""Ranges: every quantity lies where a reader of the field would look for it."""

from __future__ import annotations

import pytest
from law.made import MEMORY, chip, duty, needs, rule
from made import actor, claim, event
from reading.checks.checking import problems

from macros.reading.checks.ranges import out_of_range
from macros.record.chip import ChipFigures
from macros.record.rule import QUANTITIES


@pytest.mark.parametrize("name", ChipFigures.model_fields)
def test_a_figure_of_a_chip(name):
    found = problems(out_of_range, chip(**{name: 1e9}))
    assert len(found) == 1 and found[0].startswith(
        f"f:1: figures.{name}.value: 1000000000 is no likely {name}; expected "
    )
    assert problems(out_of_range, chip(**{name: 500})) == []


def test_what_is_expected_is_said_with_its_unit():
    assert problems(out_of_range, chip(memory_capacity=0.5)) == [
        "f:1: figures.memory_capacity.value: 0.5 is no likely memory_capacity; expected 1 to 10000 (GB)"
    ]


def test_an_alternative():
    published = {"value": 100, "standing": "verified", "sources": ["x"]}
    made = chip(power=published | {"alternatives": [{"value": 1e6, "sources": ["x"]}]})
    assert problems(out_of_range, made) == [
        "f:1: figures.power.alternatives.0.value: 1000000 is no likely power; expected 1 to 20000 (W)"
    ]


@pytest.mark.parametrize("quantity", QUANTITIES)
def test_a_threshold(quantity):
    made = rule("r", "2031-01-01", needs("c", **{quantity: {"at_least": 1e9}}))
    assert problems(out_of_range, made)[0].startswith(
        f"f:1: effects.0.any_of.0.{quantity}.at_least: 1000000000 is no likely"
    )
    assert problems(out_of_range, rule("r", "2031-01-01", needs("c", **{quantity: {"below": 600}}))) == []


def test_a_duty():
    made = rule("r", "2031-01-01", duty("d", **MEMORY) | {"rate": 700})
    assert problems(out_of_range, made) == [
        "f:1: effects.0.rate: 700 is no likely rate; expected 0.1 to 500 (per cent)"
    ]


def test_a_number_of_chips():
    made = event("e", quantities=[{"kind": "ordered", "low": 5, "high": 60_000_000, "product": "q"}])
    assert problems(out_of_range, made) == [
        "f:1: quantities.0.high: 60000000 is no likely chips; expected 0 to 50000000 (chips)"
    ]


@pytest.mark.parametrize(
    ("en", "ar"),
    [
        *(
            (unit, "وحدة")
            for unit in (
                "per cent",
                "%",
                "percent",
                "Per-cent of sales",
                "percentage",
                "share of sales",
                "a share of sales",
            )
        ),
        *(("points", unit) for unit in ("في المئة", "بالمئة", "٪ من السوق", "% من السوق", "في المائة", "نسبة مئوية")),
    ],
)
def test_a_share_in_any_spelling(en, ar):
    def of(value: float) -> list[str]:
        figure = {"value": value, "unit": {"en": en, "ar": ar}, "comparison": "about"}
        return problems(out_of_range, claim("c", figures={"f": figure}))

    assert of(101) == ["f:1: figures.f.value: 101 is no likely share; expected 0 to 100 (per cent)"]
    assert of(0) == of(100) == []


@pytest.mark.parametrize(
    ("en", "ar"),
    [
        ("per cent more than the other", "في المئة أكثر من الأخرى"),
        ("% growth", "% نمو"),
        ("per cent", "في المئة زيادة"),
        ("% faster", "في المئة"),
        ("% of the speed of the other", "% من سرعة الأخرى"),
        ("dollars a share", "دولار للسهم"),
        ("dollars per share", "دولار للسهم"),
        ("percentage points", "نقطة مئوية"),
    ],
)
def test_what_is_more_than_another_thing_is_no_share_of_it(en, ar):
    figure = {"value": 200, "unit": {"en": en, "ar": ar}, "comparison": "about"}
    assert problems(out_of_range, claim("c", figures={"f": figure})) == []


def test_a_fraction_and_what_is_no_share():
    def of(value: float, unit: str) -> int:
        figure = {"value": value, "unit": {"en": unit, "ar": "وحدة"}, "comparison": "about"}
        return len(problems(out_of_range, claim("c", figures={"f": figure})))

    assert of(1.5, "fraction of the whole") == 1 and of(0.5, "fraction of the whole") == 0
    assert of(1e6, "chips") == 0


def test_other_kinds_have_no_figures():
    assert problems(out_of_range, actor("a")) == []
