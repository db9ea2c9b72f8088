"""The interface strings and the rules of the search are read with every mistake on its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.reading.problems import DossierError
from macros.site.words import read_spelling, read_strings

FORMS = "expected a text in en and in ar, or in both all of its plural forms"
BRACES = "expected values as {n}, and each brace of the text itself twice"


def told(tmp_path: Path, text: str, read=read_strings) -> list[str]:
    file = tmp_path / "said.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DossierError) as caught:
        read(file)
    return [str(problem).removeprefix("macros/wording/said.yml:") for problem in caught.value.problems]


def test_a_string_is_found_by_its_keys(tmp_path):
    (tmp_path / "said.yml").write_text(
        "a:\n  b: {en: x, ar: y {n}{{, en: x {n}}\nc: {en: '', ar: z}\n".replace(
            "en: x, ar: y {n}{{, en: x {n}", "en: 'x {n}', ar: 'y {n}{{'"
        ),
        encoding="utf-8",
    )
    assert read_strings(tmp_path / "said.yml") == {"a.b": {"en": "x {n}", "ar": "y {n}{{"}, "c": {"en": "", "ar": "z"}}


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("x", FORMS),
        ("[x]", FORMS),
        ("", FORMS),
        ("{}", FORMS),
        ("{en: x}", FORMS),
        ("{en: x, ar: y, fr: z}", FORMS),
        ("{en: x, ar: 5}", FORMS),
        ("{en: {other: x}, ar: y}", FORMS),
        ("{en: {one: x, other: 5}, ar: y}", FORMS),
        ("{en: {won: x, other: y}, ar: z}", FORMS),
        ("{en: {one: x, other: y}, ar: z}", "has plural forms in one language only; expected them in both or in none"),
        ("{en: '{n}', ar: '{m}'}", "takes {n} in en and {m} in ar; expected the same in both"),
        ("{en: '{n}', ar: x}", "takes {n} in en and no value in ar; expected the same in both"),
        ("{en: '{n.real}', ar: '{n.real}'}", f"'{{n.real}}' takes more than values; {BRACES}"),
        ("{en: '{n:9}', ar: '{n}'}", f"'{{n:9}}' takes more than values; {BRACES}"),
        ("{en: '{0}', ar: '{}'}", f"'{{0}}' takes more than values; {BRACES}"),
        ("{en: 'a {', ar: y}", f"'a {{': single '{{' encountered in format string; {BRACES}"),
    ],
)
def test_a_string_that_is_none_is_told(tmp_path, value, problem):
    first, *more = told(tmp_path, f"good: {{en: x, ar: y}}\nsite:\n  name: {value}\n")
    assert first.startswith(f"3: site.name: {problem}") and not more


def test_all_strings_that_are_none_are_told(tmp_path):
    assert len(told(tmp_path, "a: x\nb: y\n")) == 2


def test_a_key_that_stands_twice_is_told(tmp_path):
    assert told(tmp_path, "a:\n  b: {en: x, ar: y}\na.b: {en: x, ar: y}\n") == [
        "2: a.b: this key stands twice",
        "3: a.b: this key stands twice",
    ]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ("word: (", "word: '(' is no regular expression: missing ), unterminated subpattern at position 0"),
        ("removed: ['[']", "removed.0: '[' is no regular expression: unterminated character set at position 0"),
        (r"word: '(a)|\w+'", r"word: '(a)|\\w+' has a group, which would be read for the word; expected (?:…)"),
        (
            r"particle: '(?P<x>a)'",
            "particle: '(?P<x>a)' is not read alike by browsers; expected what JavaScript has as well",
        ),
        *(
            (f"removed: ['a{own}']", f"removed.0: {own!r} is not read alike by browsers")
            for own in (r"\Z", "(?i:b)", "(?#b)", "*+", "{,3}", "[]b]", r"\-", r"\a", "]", "{")
        ),
        ("letters: {ab: c}", "letters.ab"),
        ("letters: {a: [b]}", "letters.a: input should be a valid string"),
        ("common: x", "common: input should be a valid list"),
        ("same: [' ']", "same.0: ' ' does not fit the pattern \\S"),
        ("same: [boat ship, send ship]", "'ship' stands in the lines of 'boat' and of 'send'"),
        ("sane: []", "sane: unknown field (did you mean 'same'?)"),
    ],
)
def test_a_rule_of_the_search_that_is_none_is_told(tmp_path, changed, problem):
    name = changed.partition(":")[0]
    good = "".join(f"{key}: {value}\n" for key, value in PLAIN.items() if key != name)
    (only,) = told(tmp_path, f"{good}{changed}\n", read_spelling)
    assert only.partition(": ")[2].startswith(problem)


PLAIN = {"letters": "{a: b}", "removed": "[x]", "word": "x", "particle": "x", "common": "[x]", "same": "[x y]"}


@pytest.mark.parametrize("name", PLAIN)
def test_a_rule_of_the_search_that_is_missing_is_told(tmp_path, name):
    rest = "".join(f"{key}: {value}\n" for key, value in PLAIN.items() if key != name)
    assert told(tmp_path, rest, read_spelling) == [f"1: {name}: missing field"]
