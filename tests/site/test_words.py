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
    said = "a:\n  b: {en: 'x {n}', ar: 'ص {n}{{'}\nc: {en: ',', ar: '،'}\n"
    (tmp_path / "said.yml").write_text(said, encoding="utf-8")
    assert read_strings(tmp_path / "said.yml") == {
        "a.b": {"en": "x {n}", "ar": "ص {n}{{"},
        "c": {"en": ",", "ar": "،"},
    }


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
    first, *more = told(tmp_path, f"good: {{en: x, ar: ص}}\nsite:\n  name: {value}\n")
    assert first.startswith(f"3: site.name: {problem}") and not more


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("{en: '', ar: ' '}", ["en: expected words, found none", "ar: expected words, found none"]),
        ("{en: Menu, ar: '…'}", ["ar: expected Arabic, found no Arabic letter"]),
        (
            "{en: القائمة, ar: Menu}",
            ["en: expected English, found another script", "ar: expected Arabic, found no Arabic letter"],
        ),
        ("{en: 'All {n}', ar: '{n}'}", ["ar: expected Arabic, found no Arabic letter"]),
        ("{en: TODO, ar: ص}", ["en: 'TODO' tells the writer what to do; expected the finished text"]),
        ("{en: x, ar: '<<<<<<< قائمة'}", ["ar: '<<<<<<<' is a mark of git's; expected one side of the conflict"]),
        (
            "{en: {one: x, other: y}, ar: {zero: ص, one: ص, two: ص, few: ص, many: ص, other: ''}}",
            ["ar.other: expected words, found none"],
        ),
    ],
)
def test_a_string_that_nobody_would_read_is_told(tmp_path, value, problem):
    assert told(tmp_path, f"menu: {value}\n") == sorted(f"1: menu.{each}" for each in problem)


@pytest.mark.parametrize(
    "strings",
    [
        "unit: {power: {en: W, ar: W}, performance_density: {en: '', ar: ''}}",
        "theme: {switch_language: {en: العربية, ar: English}}",
        "quote: {en: '“', ar: '«'}",
        "share: {en: '{n}%', ar: '{n}%'}",
    ],
)
def test_what_both_languages_write_alike_is_read(tmp_path, strings):
    (tmp_path / "said.yml").write_text(strings, encoding="utf-8")
    assert len(read_strings(tmp_path / "said.yml")) >= 1


def test_all_strings_that_are_none_are_told(tmp_path):
    assert len(told(tmp_path, "a: x\nb: y\n")) == 2


def test_a_key_that_stands_twice_is_told(tmp_path):
    assert told(tmp_path, "a:\n  b: {en: x, ar: ص}\na.b: {en: x, ar: ص}\n") == [
        "2: a.b: this key stands twice",
        "3: a.b: this key stands twice",
    ]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ("word: (", "word: '(' is no regular expression: missing ), unterminated subpattern at position 0"),
        ("removed: ['[']", "removed.0: '[' is no regular expression: unterminated character set at position 0"),
        ("word: '(a)|b+'", "word: '(a)|b+' has a group, which would be read for the word; expected (?:…)"),
        (
            r"particle: '(?P<x>a)'",
            "particle: '(?P<x>a)' is not read alike by browsers; expected what JavaScript has as well",
        ),
        *(
            (f"removed: ['a{own}']", f"removed.0: {own!r} is not read alike by browsers")
            for own in (r"\Z", r"\w", r"\d", r"\b", "(?i:b)", "(?#b)", "*+", "{,3}", "[]b]", r"\-", r"\a", "]", "{")
        ),
        ("letters: {ab: c}", "letters.ab"),
        ("letters: {a: [b]}", "letters.a: input should be a valid string"),
        ("common: x", "common: expected a list, found 'x'"),
        ("same: [' ']", "same.0: ' ' does not fit the pattern \\S"),
        ("same: [boat ship, send ship]", "same.1: 'ship' stands in the lines of 'boat' and of 'send'; expected one"),
        ("same: [zog chip, chip chip*]", "same.1: 'chip*' stands in the lines of 'zog' and of 'chip'; expected one"),
        ("same: [zog zig, zag zog]", "same.0: 'zog' stands for this line, and in that of 'zag'; expected one"),
        ("same: ['zog* zig']", "same.0: 'zog*' is no word; expected letters and digits alone"),
        ("same: [lonely]", "same.0: 'lonely' stands alone; expected words that mean the same beside it"),
        ("same: [zog the]", "same.0: 'the' is a common word, for which nothing is looked up; expected another"),
        *(
            (
                f"same: ['zog {word} zig']",
                f"same.0: '{word}' is no word; expected letters and digits, at the end perhaps a star",
            )
            for word in ("a*b", "*", '"two')
        ),
        ("letters: {أ: ا, ا: ه}", "letters.أ: 'ا' is replaced as well; expected what stands for both"),
        ("letters: {A: b}", "letters.A: 'A' is in no word, all being small; expected 'a'"),
        *((f"removed: ['{all}']", "removed.0: takes away the whole of 'ship'; expected less") for all in (".*", ".+$")),
        *((f"word: '{none}'", "word: reads 'ship' as [") for none in ("", "^", "x*", ".", "[a-z]")),
        *((f"particle: '{none}'", f"particle: '{none}' is nothing that a word") for none in ("", "$", "^.*", "x", "^")),
        ("particle: '^.+'", "particle: takes away the whole of 'ship'; expected what leaves a word"),
        ("sane: []", "sane: unknown field (did you mean 'same'?)"),
    ],
)
def test_a_rule_of_the_search_that_is_none_is_told(tmp_path, changed, problem):
    name = changed.partition(":")[0]
    good = "".join(f"{key}: {value}\n" for key, value in PLAIN.items() if key != name)
    (only,) = told(tmp_path, f"{good}{changed}\n", read_spelling)
    assert only.partition(": ")[2].startswith(problem)


PLAIN = {
    "letters": "{ى: ي}",
    "removed": "['-']",
    "word": "'[a-z]+'",
    "particle": "^x",
    "common": "[the]",
    "same": "[boat ship]",
}


@pytest.mark.parametrize("name", PLAIN)
def test_a_rule_of_the_search_that_is_missing_is_told(tmp_path, name):
    rest = "".join(f"{key}: {value}\n" for key, value in PLAIN.items() if key != name)
    assert told(tmp_path, rest, read_spelling) == [f"1: {name}: missing field"]
