"""References: records that exist, and never the record itself."""

from __future__ import annotations

from law.made import MEMORY, chip, reviewed, rule
from made import actor, claim, event, source, words
from reading.checks.checking import problems, reading

from macros.reading.checks.references import (
    broken,
    broken_pointers,
    references_to_itself,
    unknown_gates,
    unknown_references,
)
from macros.reading.pointers import Pointer


class TestUnknownReferences:
    """A field names a record that does not exist."""

    def test_each_in_its_place(self):
        made = event("e", sources=["wire", "wier"], about={"actors": ["tarn"], "chips": ["q"]})
        assert problems(unknown_references, made, source("wire"), actor("tarn")) == [
            "f:1: about.chips.0: no chip 'q'",
            "f:1: sources.1: no source 'wier' (did you mean 'wire'?)",
        ]

    def test_a_file_that_could_not_be_read_has_problems_of_its_own(self):
        assert problems(unknown_references, event("e", sources=["wire"]), unread=[("sources", "wire")]) == []


class TestBrokenPointers:
    """A text points at nothing."""

    def test_each_in_its_language(self):
        made = event("e", summary={"en": "See [[chips/q]].", "ar": "انظر [[chips/z]]."})
        assert problems(broken_pointers, made, chip(id="q")) == ["f:1: summary.ar: no record 'chips/z'"]

    def test_the_first_of_a_text_is_said(self):
        made = event("e", summary=words("[[chips/a]] [[chips/b]]"))
        assert problems(broken_pointers, made) == [
            "f:1: summary.en: no record 'chips/a'",
            "f:1: summary.ar: no record 'chips/a'",
        ]

    def test_a_file_that_could_not_be_read_has_problems_of_its_own(self):
        known = reading(chip(id="a"), unread=[("chips", "q")])
        assert list(broken(known, "[[chips/q:fp8]] [[chips/z]]")) == ["no record 'chips/z'"]
        assert known.is_known(Pointer("chips", "q"))
        assert not known.is_known(Pointer("chips", "a")) and not known.is_known(Pointer("chips", "z"))

    def test_what_is_no_pointer(self):
        assert list(broken(reading(), "[[here]]")) == [
            "'[[here]]' is no reference; expected [[kind/id]], [[kind/id|words]] or [[kind/id:field]]"
        ]


class TestReferencesToItself:
    """A field names its own record."""

    def test_in_any_field(self):
        itself = [{"type": "competes-with", "to": "a", "sources": ["s"]}]
        assert problems(references_to_itself, actor("a", relations=itself)) == [
            "f:1: relations.0.to: 'a' is this record itself; expected another"
        ]
        assert problems(references_to_itself, claim("a", depends_on=["b", "a"])) == [
            "f:1: depends_on.1: 'a' is this record itself; expected another"
        ]

    def test_a_source_that_derives_from_itself(self):
        assert problems(references_to_itself, source("a", "a")) == [
            "f:1: derived_from.0: 'a' is this record itself; expected another"
        ]

    def test_a_record_of_another_kind_with_the_same_id(self):
        assert problems(references_to_itself, event("a", sources=["a"], about={"chips": ["a"]})) == []

    def test_a_text_that_leads_to_its_own_page(self):
        made = event(
            "a", summary={"en": "See [[events/a|here]], [[events/b]] and [[actors/a]].", "ar": "انظر [[events/a]]"}
        )
        said = "is this record itself; expected another, or plain words"
        assert problems(references_to_itself, made) == [
            f"f:1: summary.en: '[[events/a|here]]' {said}",
            f"f:1: summary.ar: '[[events/a]]' {said}",
        ]

    def test_a_text_may_point_at_its_own_figures(self):
        assert problems(references_to_itself, event("a", summary=words("[[events/a:date]]"))) == []


class TestUnknownGates:
    """A chip is found at gates that a rule has."""

    RULE = rule("r", "2031-01-01", reviewed("c", gates={"sold": "product", "buyer": "application"}, **MEMORY))

    def test_a_gate_that_no_rule_has(self):
        made = chip(id="q", gates={"sold": "met", "sodl": "met"})
        (problem,) = problems(unknown_gates, made, self.RULE)
        assert problem == "f:1: gates.1.gates.0: no gate 'sodl'; expected buyer, sold"
        assert problems(unknown_gates, made)[0].endswith("expected none, since no rule has gates")

    def test_gates_that_a_rule_has(self):
        assert problems(unknown_gates, chip(id="q", gates={"sold": "met"}), self.RULE) == []
        assert problems(unknown_gates, self.RULE) == []
