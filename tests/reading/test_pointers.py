"""The syntax by which a text points at records."""

from __future__ import annotations

import pytest

from macros.reading.pointers import BrokenPointer, Pointer, parse, pointers


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("claims/x", Pointer("claims", "x")),
        ("claims/x|these words", Pointer("claims", "x", words="these words")),
        (r"claims/x\|in a table", Pointer("claims", "x", words="in a table")),
        ("claims/x|two\nlines", Pointer("claims", "x", words="two\nlines")),
        ("claims/x|a|b", Pointer("claims", "x", words="a|b")),
        ("chips/h-200:fp8", Pointer("chips", "h-200", "fp8")),
        ("chips/a:fp8/b", Pointer("chips", "a", "fp8/b")),
        ("rules/x:3A090.a:1:memory_bandwidth:below", Pointer("rules", "x", "3A090.a:1:memory_bandwidth:below")),
        ("rules/2031-01:effective", Pointer("rules", "2031-01", "effective")),
    ],
)
def test_what_is_a_pointer(inside, expected):
    assert parse(inside) == expected


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "x",
        "claims",
        "claims/",
        "/x",
        "Claims/x",
        "claims/X",
        "claims/x:",
        "claims/x|",
        "claims/x y",
        "claims/x:f|w",
        "a/b/c",
    ],
)
def test_what_is_none_says_how_one_is_written(inside):
    with pytest.raises(BrokenPointer) as caught:
        parse(inside)
    assert str(caught.value) == (
        f"'[[{inside}]]' is no reference; expected [[kind/id]], [[kind/id|words]] or [[kind/id:field]]"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nothing", []),
        ("[claims/x] and [ ]", []),
        ("one [[claims/a]], two [[chips/b:fp8]].", ["claims/a", "chips/b"]),
        ("[[claims/a|over\ntwo lines]]", ["claims/a"]),
        ("[[[claims/a]]]", ["claims/a"]),
    ],
)
def test_pointers_of_a_text_in_order(text, expected):
    assert [f"{pointer.folder}/{pointer.id}" for pointer in pointers(text)] == expected


def test_a_text_with_a_broken_one_is_refused():
    with pytest.raises(BrokenPointer):
        list(pointers("[[claims/a]] [[claims]]"))


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("[[claims/a", "[["),
        ("[[claims/a]] and claims/b]]", "]]"),
        ("[[claims/a|over\nthree\nlines]]", "[["),
        ("[[claims/a|[[claims/b]]]]", "[["),
        ("[claims/a]]", "]]"),
        ("[x] claims/a]]", "]]"),
    ],
)
def test_brackets_that_belong_to_none_are_refused(text, half):
    with pytest.raises(BrokenPointer) as caught:
        list(pointers(text))
    assert str(caught.value) == f"'{half}' without its other half; expected [[kind/id]]"


@pytest.mark.parametrize("text", ["[a[b[c[d]]]]", "[see [1]](x.md)", "x] [y [z]]", "array[i[0]] [[claims/a]] [b[0]]"])
def test_brackets_within_brackets_are_no_pointer(text):
    assert [pointer.id for pointer in pointers(text)] == ["a"] * text.count("[[")
