"""How wide words are in the figures' typeface, and how they break into lines. Estimated from the widths of its letters:
whoever places words here has no browser to ask."""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest

TYPE = 12.5
"""The size of words in figures, in pixels: no less than 12 where a drawing for a phone is shown a little smaller."""

LINE = 16
"""The height of a line of words of that size, in pixels."""

SPACED = 1.3
"""How much wider words become with the spacing that a reader may set (WCAG 1.4.12): 0.12 of the size of type more for a
letter, which takes half of it, and 0.16 for a space."""

_BOLD = 1.05
"""How much wider bold words are."""

_LATIN = {"iljtfrI.,:;()'’·-/…": 0.33, "mwMW": 0.85, "0123456789": 0.6, " ": 0.24}
_JOINED = {"ببتثنيئى": 0.3, "لك": 0.38, "ارزأإآ": 0.29, "سشصض": 0.83, "طظجحخ": 0.66, "،؛": 0.3}
"""Arabic letters that another follows."""
_LAST = {"بتثفسشصض": 0.95, "لقنيىئكطظ": 0.7, "جحخم": 0.63, "ارزأإآ": 0.29, "،؛": 0.3}
"""Arabic letters at the end of a word, where most are wider."""
_UPPER, _LOWER, _ARABIC = 0.63, 0.555, 0.49


def _widths(table: dict[str, float]) -> dict[str, float]:
    return {letter: width for letters, width in table.items() for letter in letters}


_LATIN_WIDTHS, _JOINED_WIDTHS, _LAST_WIDTHS = map(_widths, (_LATIN, _JOINED, _LAST))


def width(words: str, size: float = TYPE, bold: bool = False) -> float:
    """The width of words in pixels at a size of type."""
    letters = [letter for letter in words if not unicodedata.combining(letter)]
    total = sum(_letter(letter, after) for letter, after in zip_longest(letters, letters[1:], fillvalue=" "))
    return total * size * (_BOLD if bold else 1)


def _letter(letter: str, following: str) -> float:
    """The width of a letter as a part of the size of type."""
    if "\u0600" <= letter <= "\u06ff":
        table = _JOINED_WIDTHS if following.isalpha() else _LAST_WIDTHS
        return table.get(letter, _ARABIC)
    return _LATIN_WIDTHS.get(letter, _UPPER if letter.isupper() else _LOWER)


def lines(words: str, room: float, size: float = TYPE, bold: bool = False) -> list[str]:
    """Words broken into lines of at most ``room`` pixels; a word that is wider stands alone. A middle dot stays with
    the word before it."""
    broken: list[str] = []
    for word in re.split(r"\s+(?!·)", words.strip()):
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and width(longer, size, bold) <= room:
            broken[-1] = longer
        else:
            broken.append(word)
    return broken
