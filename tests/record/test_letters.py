"""Letters that mislead, in a text of either language."""

from __future__ import annotations

import pytest

from macros.record.letters import misleading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<<<<<<< HEAD", "'<<<<<<<' is a mark of git's; expected one side of the conflict"),
        ("a\n=======\nb", "'=======' is a mark of git's; expected one side of the conflict"),
        (">>>>>>> b", "'>>>>>>>' is a mark of git's; expected one side of the conflict"),
        ("TODO: write", "'TODO' tells the writer what to do; expected the finished text"),
        ("MediaTekâ€™s", "'â€' was read in another encoding than UTF-8; expected the letter as written"),
        ("Ø§Ù„Ø±", "'Ø§' was read in another encoding than UTF-8; expected the letter as written"),
        ("The Nv\u0456dia chip", "'v\u0456' mixes two scripts in a word; expected letters of one"),
        ("\u0391ctor", "'\u0391c' mixes two scripts in a word; expected letters of one"),
        ("\u13daane", "'\u13daa' mixes two scripts in a word; expected letters of one"),
        ("قالتo", "'لتo' mixes two scripts in a word; expected one letter at most before a Latin name"),
        ("oقالت", "'oق' mixes two scripts in a word; expected one letter at most before a Latin name"),
        ("of\ufb01ce", "'\ufb01' is small, joined or a numeral, which no search finds; expected plain letters"),
        ("Part \u2167", "'\u2167' is small, joined or a numeral, which no search finds; expected plain letters"),
        ("Cafe\u0301", "'e\u0301' is a letter and a mark, two signs that look like one; expected one"),
        ("\uff2d\uff4f\uff53\uff54", "'\uff2d' is full-width, encircled or mathematical, which no search finds"),
        ("\U0001d40c\U0001d428", "'\U0001d40c' is full-width, encircled or mathematical, which no search finds"),
        ("\ufefb أحد", "'\ufefb' is an Arabic letter in one of its shapes; expected the letter itself"),
        ("الترخ\u06ccص", "'\u06cc' is a letter of Persian or Urdu that looks like one of Arabic; expected that one"),
        ("\u06a9تاب", "'\u06a9' is a letter of Persian or Urdu that looks like one of Arabic; expected that one"),
        ("\u0661\u06623", "'\u06623' mixes two kinds of digits; expected Western ones"),
        ("1.\u0665", "'1.\u0665' mixes two kinds of digits; expected Western ones"),
        ("a" * 101, f"'{'a' * 20}' is a word of more than 100 letters; expected shorter ones"),
    ],
)
def test_what_misleads(text, expected):
    (found,) = misleading(text)
    assert found.startswith(expected)


@pytest.mark.parametrize(
    "text",
    [
        *("5 μs, 3 kΩ, Δt, mm²", "the letter α", "Привет", "Économie à façon, groß", "todo lists", "a" * 100),
        *(
            "出口（许可）" + "许" * 200,
            "في 2031 رقاقة H200",
            "a ======= b",
            "========",
            "ﷺ",
            "نڤيديا",
            "رقاقتا H100 وH200",
            "بالـH200",
            "Café",
            "مُدَّ",
        ),
    ],
)
def test_what_does_not(text):
    assert not list(misleading(text))
