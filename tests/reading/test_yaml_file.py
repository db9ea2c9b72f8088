"""YAML as an editor means it, with the line of every value."""

from __future__ import annotations

from pathlib import Path

import pytest
from made import said

from macros.reading.problems import DossierError, Problem
from macros.reading.yaml_file import Document, read


def document(folder: Path, text: str | bytes) -> Document:
    path = folder / "x.yml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path, "data/x.yml")


def refused(folder: Path, text: str | bytes) -> list[str]:
    with pytest.raises(DossierError) as caught:
        document(folder, text)
    return said(caught.value)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2031-01-01", "2031-01-01"),
        ("12:30", "12:30"),
        ("1:30:00", "1:30:00"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("Off", "Off"),
        ("y", "y"),
        (".5", ".5"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("5.", "5."),
        ("=", "="),
        ("2031", 2031),
        ("0", 0),
        ("-3", -3),
        ("+7", 7),
        ("1.50", 1.5),
        ("-0.25", -0.25),
        ("+0.5", 0.5),
        ("1e3", 1000.0),
        ("2.5E-1", 0.25),
        ("1.5e+2", 150.0),
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("False", False),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("~", None),
        ("", None),
        ("nULL", "nULL"),
        ("'2031'", "2031"),
        ("'true'", "true"),
        ("2031 and more", "2031 and more"),
        ("truest", "truest"),
        ("nullable", "nullable"),
    ],
)
def test_a_plain_value_is_what_an_editor_means(tmp_path, written, meant):
    found = document(tmp_path, f"a: {written}\n").data["a"]
    assert (found, type(found)) == (meant, type(meant))


def test_every_value_knows_its_line(tmp_path):
    text = """\
# a comment
a: 1

b:
  c: x
  d:
    - e
    - f: 1
      g: [h,
          i]
j: |
  long
k: {l: 1, m: 2}
"""
    found = document(tmp_path, text)
    assert found.file == "data/x.yml"
    assert found.data == {
        "a": 1,
        "b": {"c": "x", "d": ["e", {"f": 1, "g": ["h", "i"]}]},
        "j": "long\n",
        "k": {"l": 1, "m": 2},
    }
    assert found.lines == {
        (): 2,
        ("a",): 2,
        ("b",): 4,
        ("b", "c"): 5,
        ("b", "d"): 6,
        ("b", "d", 0): 7,
        ("b", "d", 1): 8,
        ("b", "d", 1, "f"): 8,
        ("b", "d", 1, "g"): 9,
        ("b", "d", 1, "g", 0): 9,
        ("b", "d", 1, "g", 1): 10,
        ("j",): 11,
        ("k",): 13,
        ("k", "l"): 13,
        ("k", "m"): 13,
    }


def test_an_alias_is_what_it_repeats(tmp_path):
    found = document(tmp_path, "a: &x {b: 1}\nc: *x\n")
    assert found.data == {"a": {"b": 1}, "c": {"b": 1}} and found.lines["c",] == 2


def test_a_tag_that_says_what_is_there_is_read(tmp_path):
    text = "!!map\na: !!str 5\nb: !!int '6'\nc: !!float 7\nd: !!seq [!!null '']\n"
    assert document(tmp_path, text).data == {"a": "5", "b": 6, "c": 7.0, "d": [None]}


def test_arabic_is_read_as_it_stands(tmp_path):
    assert document(tmp_path, "ar: نصّ واحد\nمفتاح: ١\n").data == {"ar": "نصّ واحد", "مفتاح": "١"}


DEEP = "is nested too deep; expected 20 values inside of one another at most"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", ["data/x.yml:2: a: this key stands twice"]),
        (
            "a: 1\nb:\n  - c: 1\n    c: 2\na: 2\na: 3\n",
            [
                "data/x.yml:4: b.0.c: this key stands twice",
                "data/x.yml:5: a: this key stands twice",
                "data/x.yml:6: a: this key stands twice",
            ],
        ),
        (
            "a: {{ x }}\n",
            ["data/x.yml:1: a: expected a word as the name of a field; a text that begins with a brace needs quotes"],
        ),
        (
            "b: 1\n1: x\nnull: y\n",
            [
                "data/x.yml:2: expected a word as the name of a field; a text that begins with a brace needs quotes",
                "data/x.yml:3: expected a word as the name of a field; a text that begins with a brace needs quotes",
            ],
        ),
        (
            "a:\n  b:\n    [x]: 1\n",
            ["data/x.yml:3: a.b: expected a word as the name of a field; a text that begins with a brace needs quotes"],
        ),
        ("- 1\n", ["data/x.yml:1: expected a mapping of fields"]),
        ("", ["data/x.yml:1: expected a mapping of fields"]),
        ("just words\n", ["data/x.yml:1: expected a mapping of fields"]),
        ("a: 1\nb: [\n", ["data/x.yml:3: malformed YAML: did not find expected node content"]),
        ("a: *x\n", ["data/x.yml:1: malformed YAML: found undefined alias"]),
        ("a: 1\n---\nb: 2\n", ["data/x.yml:2: malformed YAML: but found another document"]),
        ("a: !t x\n", ["data/x.yml:1: a: the tag '!t' is not read; expected none"]),
        ('a: !!int "x"\n', ["data/x.yml:1: a: the tag 'tag:yaml.org,2002:int' is not read; expected none"]),
        (
            "a: !!timestamp 2031-02-30\n",
            ["data/x.yml:1: a: the tag 'tag:yaml.org,2002:timestamp' is not read; expected none"],
        ),
        ("a: !!bool maybe\n", ["data/x.yml:1: a: the tag 'tag:yaml.org,2002:bool' is not read; expected none"]),
        ("b:\n  - !!set {x}\n", ["data/x.yml:2: b.0: the tag 'tag:yaml.org,2002:set' is not read; expected none"]),
        ("!!set {x}\n", ["data/x.yml:1: the tag 'tag:yaml.org,2002:set' is not read; expected none"]),
        ("a: &a [*a]\n", [f"data/x.yml:1: a: {DEEP}"]),
        ("b: 1\na: " + "[" * 21 + "]" * 21 + "\n", [f"data/x.yml:2: a: {DEEP}"]),
        ("a: " + "{b: " * 900 + "1" + "}" * 900 + "\n", [f"data/x.yml:1: a: {DEEP}"]),
        (b"a: \xff\n", ["data/x.yml:1: not UTF-8 text (invalid start byte)"]),
        (b"a: x\n\nb: \xff\n", ["data/x.yml:3: not UTF-8 text (invalid start byte)"]),
    ],
)
def test_what_cannot_be_used_is_said_with_its_line(tmp_path, text, expected):
    assert refused(tmp_path, text) == expected


UNSEEN = "which no reader sees; expected a text without it"


@pytest.mark.parametrize(
    ("letter", "named"),
    [
        ("\0", "U+0000 (a control character)"),
        ("\x1b", "U+001B (a control character)"),
        ("\x9b", "U+009B (a control character)"),
        ("\u200b", "U+200B (ZERO WIDTH SPACE)"),
        ("\u200f", "U+200F (RIGHT-TO-LEFT MARK)"),
        ("\u202e", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        ("\u2067", "U+2067 (RIGHT-TO-LEFT ISOLATE)"),
        ("\u2028", "U+2028 (LINE SEPARATOR)"),
        ("\uffff", "U+FFFF (a control character)"),
        ("\U000e0041", "U+E0041 (TAG LATIN CAPITAL LETTER A)"),
        ("\u3164", "U+3164 (HANGUL FILLER)"),
        ("\u2800", "U+2800 (BRAILLE PATTERN BLANK)"),
        ("\ufffc", "U+FFFC (OBJECT REPLACEMENT CHARACTER)"),
        ("\ufe0f", "U+FE0F (VARIATION SELECTOR-16)"),
        ("\u034f", "U+034F (COMBINING GRAPHEME JOINER)"),
        ("\u200dx", "U+200D (ZERO WIDTH JOINER)"),
        ("\u200cx", "U+200C (ZERO WIDTH NON-JOINER)"),
    ],
)
def test_what_no_reader_sees_is_refused_as_it_stands_and_escaped(tmp_path, letter, named):
    assert refused(tmp_path, f"a: 1\n# x{letter}\n") == [f"data/x.yml:2: holds {named}, {UNSEEN}"]
    escaped = f"a:\n  - 'x'\n  - \"y\\U{ord(letter[0]):08x}\"\n"
    assert refused(tmp_path, escaped) == [f"data/x.yml:3: a.1: holds {named}, {UNSEEN}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x\ufffd", "holds U+FFFD (REPLACEMENT CHARACTER), where a letter was lost; expected the letter"),
        ("x\u1680y", "holds U+1680 (OGHAM SPACE MARK), a space of another width; expected a plain or a no-break one"),
        ("x\u2003y", "holds U+2003 (EM SPACE), a space of another width; expected a plain or a no-break one"),
        ("x\u3000y", "holds U+3000 (IDEOGRAPHIC SPACE), a space of another width; expected a plain or a no-break one"),
        ("x" + "\u0301" * 5, "holds more than 4 marks on one letter, which cover the lines around; expected fewer"),
    ],
)
def test_what_readers_cannot_make_out(tmp_path, text, expected):
    assert refused(tmp_path, f"a: {text}\n") == [f"data/x.yml:1: {expected}"]
    assert document(tmp_path, "a: e\u0301 مُدَّ\n").data == {"a": "e\u0301 مُدَّ"}


def test_what_arabic_and_editors_write_is_read(tmp_path):
    text = "\ufeffa: 'ﻻ می\u200cخواهم لله\u200d'\r\nb: \"x\\ty\\nz\u00a0w\u202f%\"\r\n"
    assert document(tmp_path, text).data == {"a": "ﻻ می\u200cخواهم لله\u200d", "b": "x\ty\nz\u00a0w\u202f%"}


TOO_MUCH = "holds too much, with what its aliases repeat; expected 5,000 values and 1,000,000 letters at most"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(f"a{i}: &a{i} [{f'*a{i - 1},' * 9}]\n" for i in range(1, 30)), 1),
        ("a: &a " + "long " * 20_000 + "\nb: [" + "*a, " * 20 + "]\n", 1),
        ("".join(f"k{i}: x\n" for i in range(5_000)), 5_000),
    ],
    ids=["aliases of aliases", "long texts repeated", "many values"],
)
def test_a_file_that_grows_beyond_measure_is_refused(tmp_path, text, line):
    assert refused(tmp_path, text) == [f"data/x.yml:{line}: {TOO_MUCH}"]


@pytest.mark.parametrize("text", ["a: " + "[" * 100_000, "a: " + "{a: " * 100_000, "a:\n" + "- " * 100_000])
def test_a_file_nested_without_end_is_refused(tmp_path, text):
    (problem,) = refused(tmp_path, text)
    assert ": malformed YAML: " in problem


def test_a_number_of_more_digits_than_anything_has_is_text(tmp_path):
    assert document(tmp_path, f"a: {'9' * 18}\nb: {'9' * 5000}\n").data == {"a": int("9" * 18), "b": "9" * 5000}


class TestProblem:
    """Where a problem stands."""

    DOCUMENT = Document("data/x.yml", {}, {(): 3, ("a",): 5, ("a", "b"): 7})

    @pytest.mark.parametrize(
        ("location", "line", "field"),
        [
            (("a", "b"), 7, "a.b"),
            (("a", "b", 0, "c"), 7, "a.b.0.c"),
            (("a", "x"), 5, "a.x"),
            (("x",), 3, "x"),
            ((), 3, ""),
        ],
    )
    def test_at_its_value_or_the_nearest_around_it(self, location, line, field):
        assert self.DOCUMENT.problem(location, "wrong") == Problem("data/x.yml", line, field, "wrong")

    def test_in_a_file_without_values_on_the_first_line(self):
        assert Document("f", {}, {}).problem(("a", 1), "wrong") == Problem("f", 1, "a.1", "wrong")


class TestPrinted:
    """One line a problem, whatever stands in the data."""

    def test_with_and_without_a_field(self):
        assert str(Problem("f.yml", 3, "a.b", "wrong")) == "f.yml:3: a.b: wrong"
        assert str(Problem("f.yml", 3, "", "wrong")) == "f.yml:3: wrong"

    def test_what_does_not_print_is_spelt_out(self):
        assert str(Problem("a\nb.yml", 1, "", "x\u202ey\x1b نعم")) == "a\\nb.yml:1: x\\u202ey\\x1b نعم"

    def test_no_longer_than_a_line_that_can_be_read(self):
        assert len(str(Problem("f" * 10_000, 1, "a" * 10_000, "x" * 10_000))) < 2_000

    def test_sorted_and_none_twice(self):
        one, two, three = Problem("a", 2, "", "x"), Problem("a", 10, "", "x"), Problem("b", 1, "", "x")
        error = DossierError([three, two, one, two])
        assert error.problems == [one, two, three]
        assert str(error) == "a:2: x\na:10: x\nb:1: x"
