"""What pydantic finds, said in one sentence: each kind of mistake in a small record."""

from __future__ import annotations

from typing import Self

import pytest
from made import said
from pydantic import model_validator

from macros.reading.messages import read_record
from macros.reading.problems import DossierError
from macros.reading.yaml_file import read
from macros.record.conflict import Conflict
from macros.record.rule import Rule
from macros.record.source import Source
from macros.record.term import Term

NAME = "name: {en: x, ar: س}\n"
TERM = NAME + "definition: {en: x, ar: س}\n"
SOURCE = """\
kind: newsroom
publisher: {en: x, ar: س}
title: {en: x, ar: س}
date: 2031-01-01
language: en
url: null
read: full
"""
RULE = """\
title: {en: x, ar: س}
short_title: {en: x, ar: س}
jurisdiction: us
instrument: rule
issuer: office
published: null
effective: 2031-01-01
summary: {en: x, ar: س}
changed: {en: x, ar: س}
standing: verified
sources: [x]
"""
CONFLICT = """\
question: {en: x, ar: س}
reading: {en: x, ar: س}
sides:
  - {answer: {en: x, ar: س}, by: {en: x, ar: س}, sources: [x]}
"""


def record(folder, kind, text):
    path = folder / "x.yml"
    path.write_text(text, encoding="utf-8")
    return read_record(kind, "x", read(path, "f"))


def test_a_record_gets_the_name_of_its_file(tmp_path):
    found = record(tmp_path, Term, TERM)
    assert (type(found), found.id, found.name.en) == (Term, "x", "x")


def test_the_id_does_not_stand_in_the_file(tmp_path):
    with pytest.raises(DossierError) as caught:
        record(tmp_path, Term, TERM + "id: y\nmore: wrong\n")
    assert said(caught.value) == ["f:3: id: unknown field; the file's name is the id"]


MISTAKES = {
    "unknown field": (Term, TERM + "variant: []\n", ["f:3: variant: unknown field (did you mean 'variants'?)"]),
    "unknown field like no other": (
        Term,
        TERM + "zzzzzzz: []\n",
        ["f:3: zzzzzzz: unknown field; expected one of name, definition, variants"],
    ),
    "unknown field of a part": (
        Term,
        TERM + "variants:\n  - {form: x, use: avoid, wy: {en: x, ar: س}}\n",
        ["f:4: variants.0.wy: unknown field (did you mean 'why'?)"],
    ),
    "unknown field of a part like no other": (
        Term,
        TERM + "variants:\n  - {form: x, use: avoid, qqq: 1}\n",
        ["f:4: variants.0.qqq: unknown field; expected one of form, use, why, seen_in"],
    ),
    "third language": (
        Source,
        SOURCE.replace("publisher: {en: x, ar: س}", "publisher: {en: x, ar: س, zh: y}"),
        ["f:2: publisher.zh: unknown field; expected one of en, ar"],
    ),
    "unknown field of an effect": (
        Rule,
        RULE + "effects:\n  - {kind: duty, rate: 25, any_off: []}\n",
        ["f:13: effects.0.any_off: unknown field (did you mean 'any_of'?)"],
    ),
    "field of another effect": (
        Rule,
        RULE + "effects:\n  - {kind: statement, products: [x], text: {en: x, ar: س}, quotas: 5}\n",
        ["f:13: effects.0.quotas: unknown field; expected one of kind, products, text"],
    ),
    "unknown field deep in an effect": (
        Rule,
        RULE + "effects:\n  - kind: duty\n    rate: 25\n    any_of:\n"
        "      - {paragraph: p, memory_bandwidth: {abov: 1}}\n",
        ["f:16: effects.0.any_of.0.memory_bandwidth.abov: unknown field (did you mean 'above'?)"],
    ),
    "missing field": (Term, NAME, ["f:1: definition: missing field"]),
    "missing translation": (Term, NAME + "definition:\n  en: x\n", ["f:2: definition.ar: missing translation"]),
    "missing original": (Term, NAME + "definition: {ar: س}\n", ["f:2: definition.en: missing translation"]),
    "missing field of a part": (Term, TERM + "variants:\n  - {use: avoid}\n", ["f:4: variants.0.form: missing field"]),
    "translation that is none": (
        Term,
        NAME + "definition: {en: x, ar: y}\n",
        ["f:2: definition.ar: expected Arabic, found no Arabic letter"],
    ),
    "not in the list": (
        Term,
        TERM + "variants:\n  - form: x\n    use: avod\n",
        [
            "f:5: variants.0.use: 'avod' is not in the list; "
            "expected 'avoid', 'index' or 'accepted' (did you mean 'avoid'?)"
        ],
    ),
    "last of the list, misspelt": (
        Term,
        TERM + "variants:\n  - form: x\n    use: acepted\n",
        [
            "f:5: variants.0.use: 'acepted' is not in the list; "
            "expected 'avoid', 'index' or 'accepted' (did you mean 'accepted'?)"
        ],
    ),
    "not in the list and like nothing in it": (
        Term,
        TERM + "variants:\n  - form: x\n    use: 3\n",
        ["f:5: variants.0.use: '3' is not in the list; expected 'avoid', 'index' or 'accepted'"],
    ),
    "none of the three": (
        Rule,
        RULE.replace("jurisdiction: us", "jurisdiction: usa"),
        ["f:3: jurisdiction: 'usa' is not in the list; expected 'us', 'china' or 'malaysia' (did you mean 'us'?)"],
    ),
    "pattern": (
        Source,
        SOURCE.replace("language: en", "language: English"),
        ["f:5: language: 'English' does not fit the pattern ^[a-z]{2,3}(-[A-Z][a-z]{3})?$"],
    ),
    "reference that is no id": (
        Rule,
        RULE.replace("sources: [x]", "sources: [x y]"),
        ["f:11: sources.0: 'x y' does not fit the pattern ^[a-z0-9]+(-[a-z0-9]+)*$"],
    ),
    "impossible day": (
        Source,
        SOURCE.replace("date: 2031-01-01", "date: 2031-02-30"),
        ["f:4: date: '2031-02-30' is not a date in the calendar; expected one that it has"],
    ),
    "no address": (
        Source,
        SOURCE.replace("url: null", "url: nowhere"),
        ["f:6: url: input should be a valid URL, relative URL without a base, found 'nowhere'"],
    ),
    "no number": (
        Rule,
        RULE + "effects:\n  - {kind: duty, rate: x, any_of: [{paragraph: p}]}\n",
        ["f:13: effects.0.rate: input should be a valid number, found 'x'"],
    ),
    "no truth value": (
        Rule,
        RULE + "pending: maybe\n",
        ["f:12: pending: input should be a valid boolean, unable to interpret input, found 'maybe'"],
    ),
    "empty": (
        Term,
        TERM + "variants:\n  - {form: '', use: avoid}\n",
        ["f:4: variants.0.form: string should have at least 1 character, found ''"],
    ),
    "empty list": (
        Rule,
        RULE.replace("sources: [x]", "sources: []"),
        ["f:11: sources: expected 1 or more in the list, found []"],
    ),
    "no list": (
        Rule,
        RULE.replace("sources: [x]", "sources: x"),
        ["f:11: sources: expected a list, found 'x'"],
    ),
    "nothing where a list stands": (
        Rule,
        RULE + "taken_from:\n",
        ["f:12: taken_from: expected a list, found None"],
    ),
    "no part": (
        Term,
        TERM + "variants: [5]\n",
        ["f:3: variants.0: expected fields, each on a line of its own, found 5"],
    ),
    "no text": (
        Term,
        NAME + "definition: x\n",
        ["f:2: definition: expected fields, each on a line of its own, found 'x'"],
    ),
    "effect without a kind": (
        Rule,
        RULE + "effects:\n  - {rate: 25}\n",
        ["f:13: effects.0: expected a kind, found {'rate': 25}"],
    ),
    "effect of another kind": (
        Rule,
        RULE + "effects:\n  - {kind: dute, rate: 25}\n",
        [
            "f:13: effects.0: kind 'dute' is not in the list; expected 'licence-requirement', 'letter', "
            "'licence-exception', 'review-policy', 'duty', 'foreign-direct-product', 'statement' (did you mean 'duty'?)"
        ],
    ),
    "a list too short only for a wrong item": (
        Conflict,
        CONFLICT + "  - {answer: {en: x}, by: {en: x, ar: س}, sources: [x]}\n",
        ["f:5: sides.1.answer.ar: missing translation"],
    ),
    "a list too short only for an item that is no part": (
        Conflict,
        CONFLICT + "  - 5\n",
        ["f:5: sides.1: expected fields, each on a line of its own, found 5"],
    ),
    "a text where an id may stand": (
        Source,
        SOURCE.replace("publisher: {en: x, ar: س}", "publisher: {en: x}"),
        ["f:2: publisher.ar: missing translation"],
    ),
    "an id where a text may stand": (
        Source,
        SOURCE.replace("publisher: {en: x, ar: س}", "publisher: No Id"),
        ["f:2: publisher: 'No Id' does not fit the pattern ^[a-z0-9]+(-[a-z0-9]+)*$"],
    ),
    "neither an id nor a text": (
        Source,
        SOURCE.replace("publisher: {en: x, ar: س}", "publisher: 5"),
        [
            "f:2: publisher: expected fields, each on a line of its own, found 5",
            "f:2: publisher: input should be a valid string, found 5",
        ],
    ),
    "several at once": (
        Term,
        "name: {en: x}\ndefinition: 5\nvariants: []\nqqqq: 1\n",
        [
            "f:1: name.ar: missing translation",
            "f:2: definition: expected fields, each on a line of its own, found 5",
            "f:4: qqqq: unknown field; expected one of name, definition, variants",
        ],
    ),
}


@pytest.mark.parametrize(("kind", "text", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_said_once_and_in_its_place(tmp_path, kind, text, expected):
    with pytest.raises(DossierError) as caught:
        record(tmp_path, kind, text)
    assert said(caught.value) == expected


class Doubtful(Term):
    """A term that is never right as a whole."""

    @model_validator(mode="after")
    def _never(self) -> Self:
        raise ValueError("Two fields do not fit together")


def test_what_is_wrong_with_a_whole_record_is_said_of_its_beginning(tmp_path):
    with pytest.raises(DossierError) as caught:
        record(tmp_path, Doubtful, "# a comment\n" + TERM)
    assert said(caught.value) == ["f:2: two fields do not fit together"]


def test_a_long_value_is_cut_off(tmp_path):
    with pytest.raises(DossierError) as caught:
        record(tmp_path, Term, TERM + f"variants: [{'long ' * 100}]\n")
    (problem,) = caught.value.problems
    assert len(problem.message) == 200 and problem.message.endswith("long long long")
