"""Widths of words, and words in lines. How near the widths come to the truth, the browser tells."""

from __future__ import annotations

import pytest

from macros.figures.lettering import LINE, TYPE, lines, width


def test_a_width_grows_with_the_type_and_its_weight():
    assert width("H200", 20) == pytest.approx(2 * width("H200", 10))
    assert width("H200", bold=True) > width("H200") == width("H200", TYPE)
    assert LINE > TYPE


@pytest.mark.parametrize(
    ("narrow", "wide"), [("ill", "www"), ("h20", "H20"), ("كلا", "كلب"), ("سلام", "سلاس"), ("1", "00")]
)
def test_letters_differ(narrow, wide):
    assert width(narrow) < width(wide)


def test_an_arabic_letter_is_narrower_where_another_follows():
    assert width("بب") < 2 * width("ب") and width("ب ب") > 2 * width("ب")


def test_vowel_signs_need_no_room():
    assert width("مُتحقَّق") == width("متحقق")


def test_words_break_where_the_line_is_full():
    room = width("one two")
    assert lines("one two three", room) == ["one two", "three"]
    assert lines("one two three", room - 0.1) == ["one", "two", "three"]
    assert lines("one two three", room, bold=True) == ["one", "two", "three"]


def test_a_word_that_is_too_wide_stands_alone():
    assert lines("a incomprehensible b", width("a b")) == ["a", "incomprehensible", "b"]


def test_a_middle_dot_stays_with_the_word_before():
    assert lines("one · two", width("one ·")) == ["one ·", "two"]


def test_no_words_no_lines():
    assert lines("", 100) == [""]
