"""What a pointer stands for: each field on a dossier made for it, and every way to point at nothing."""

from __future__ import annotations

import pytest
from law.made import chip, duty, needs, reviewed, rule, says
from made import actor, claim, dossier, event, source, step

from macros.reading.pointers import BrokenPointer, parse
from macros.reading.resolving import Value, resolve

BETWEEN = {"above": 3, "at_most": 5}
WORLD = dossier(
    chip(id="a", announced="2031-05", int8=600, die_area=100, memory_bandwidth=4800, interconnect_bandwidth=900),
    chip(id="b", announced=None, int8=200, interconnect_bandwidth=0),
    rule(
        "r",
        "2031-02-01",
        needs("c", paragraph="1", memory_bandwidth={"below": 7}, performance_density=BETWEEN),
        reviewed("c", paragraph="2", memory_bandwidth={"below": 7, "at_least": 2}),
        duty("3:a", memory_bandwidth={"above": 3}),
        says("a"),
        published="2031-01",
    ),
    rule("two", None, duty("x", performance_density={"above": 1}), duty("y", memory_bandwidth={"above": 1})),
    rule("none", None),
    event("e", 2031),
    source("s", date=None),
    step("t", date="2031-04-01"),
    claim("k"),
    actor("quill"),
)


def resolved(inside: str):
    return resolve(WORLD, parse(inside))


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("chips/a:memory_bandwidth", Value(4800)),
        ("chips/a:int8", Value(600)),
        ("chips/a:total_processing_performance", Value(4800)),
        ("chips/a:performance_density", Value(48)),
        ("chips/b:interconnect_bandwidth", Value(0)),
        ("chips/a:int8/b", Value(3, decimals=2)),
        ("chips/b:interconnect_bandwidth/a", Value(0, decimals=2)),
        ("chips/a:total_processing_performance/b", Value(3, decimals=2)),
        ("rules/r:rate", Value(25)),
        ("rules/r:performance_density:above", Value(3)),
        ("rules/r:performance_density:at_most", Value(5)),
        ("rules/r:memory_bandwidth:below", Value(7)),
        ("rules/r:2:memory_bandwidth:at_least", Value(2)),
        ("rules/r:1:memory_bandwidth:below", Value(7)),
        ("rules/r:3:a:memory_bandwidth:above", Value(3)),
        ("rules/r:effective", "2031-02-01"),
        ("rules/r:published", "2031-01"),
        ("chips/a:announced", "2031-05"),
        ("events/e:date", "2031"),
        ("steps/t:date", "2031-04-01"),
    ],
)
def test_a_figure_or_a_date(inside, expected):
    assert resolved(inside) == expected


@pytest.mark.parametrize("inside", ["chips/a", "claims/k", "claims/k|words", "actors/quill"])
def test_a_record(inside):
    assert resolved(inside) is WORLD.find(*inside.partition("|")[0].split("/"))


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("chips/zzz", "no record 'chips/zzz'"),
        ("actors/quil", "no record 'actors/quil' (did you mean 'quill'?)"),
        ("chip/a", "no record 'chip/a'"),
        ("events/e:effective", "'events/e' has no date 'effective'"),
        ("chips/b:announced", "'chips/b' has no date 'announced'"),
        ("sources/s:date", "'sources/s' has no date 'date'"),
        ("rules/two:published", "'rules/two' has no date 'published'"),
        ("claims/k:verdict", "'claims' have no field 'verdict' that a text can point at"),
        ("actors/quill:name", "'actors' have no field 'name' that a text can point at"),
        ("chips/a:fp8", "chip 'a' has no figure 'fp8'"),
        ("chips/a:fp8/b", "chip 'a' has no figure 'fp8'"),
        ("chips/b:performance_density", "chip 'b' has no figure 'performance_density'"),
        ("chips/a:die_area/b", "chip 'b' has no figure 'die_area' to compare with"),
        ("chips/a:memory_bandwidth/b", "chip 'b' has no figure 'memory_bandwidth' to compare with"),
        ("chips/a:interconnect_bandwidth/b", "chip 'b' has no figure 'interconnect_bandwidth' to compare with"),
        ("chips/a:int8/c", "chip 'c' has no figure 'int8' to compare with"),
        ("chips/a:int8/", "chip '' has no figure 'int8' to compare with"),
        ("rules/none:rate", "rule 'none' has no single rate of duty"),
        ("rules/two:rate", "rule 'two' has no single rate of duty"),
        ("rules/r:memory_bandwidth", "rule 'r' has 0 thresholds 'memory_bandwidth'; expected one"),
        ("rules/r:memory_bandwidth:above:x", "rule 'r' has 0 thresholds 'memory_bandwidth:above:x'; expected one"),
        ("rules/r:3:memory_bandwidth:above", "rule 'r' has 0 thresholds '3:memory_bandwidth:above'; expected one"),
        ("rules/r:performance_density:below", "rule 'r' has 0 thresholds 'performance_density:below'; expected one"),
        ("rules/none:memory_bandwidth:below", "rule 'none' has 0 thresholds 'memory_bandwidth:below'; expected one"),
    ],
)
def test_nothing(inside, expected):
    with pytest.raises(BrokenPointer) as caught:
        resolved(inside)
    assert str(caught.value) == expected


def test_thresholds_that_differ_need_their_paragraph():
    """The same number twice is one threshold; two numbers are two."""
    world = dossier(
        rule(
            "r",
            "2031-01-01",
            needs("c", paragraph="1", memory_bandwidth={"below": 7}),
            needs("d", paragraph="2", memory_bandwidth={"below": 8}),
        )
    )
    with pytest.raises(BrokenPointer, match="rule 'r' has 2 thresholds 'memory_bandwidth:below'; expected one"):
        resolve(world, parse("rules/r:memory_bandwidth:below"))
    assert resolve(world, parse("rules/r:2:memory_bandwidth:below")) == Value(8)
