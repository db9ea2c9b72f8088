"""Latin words and signs in Arabic: isolated, so that they, their numbers and brackets stand in order."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

_LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
_NUMBER = r"\d[\d,]*(?:\.\d+)*\b"
_WORD = rf"\.?(?:\d+(?:\.\d+)?[{_LETTER}]|[{_LETTER}])[{_LETTER}\d_’'.+²-]*(?::\w+)?(?:\([\w.]+\))*"
_NAMED = r"\d+(?:\.\d+)*\b(?!,\d)"
_PARAGRAPH = r"\d+\.\d+(?:\(\w+\))+|\([A-Za-z]+\)(?:\(\w+\))+"
_CITATION = r"\d+ (?:CFR|FR|U\.S\.C\.)(?: part)?(?: [\d§][\w.§-]*(?:\(\w+\))*)?|(?:H\.R\.|S\.) \d+|\d+-[KQ]\b"
_ADDRESS = r"https?://[^\s<>]*[^\s<>.,]|\w[\w.-]*\.[a-z]{2,}/[\w./-]*\w"
_MEASURED = rf"{_NUMBER} (?:[GMT]B(?:/s)?|[GMTP]?(?:FLOPS|OPS)|GbE|k?W|nm|mm²)(?![\w²])"
_SIGNED = r"(?:[$€£¥]|(?<!\S)[+−-])\d[\d.,]*\b%?|\d[\d.,]*%"
_RECKONED = rf"{_NUMBER}(?:(?:[-–/+]| [×÷=] ){_NUMBER})+"
_PART = rf"(?:{_ADDRESS}|{_CITATION}|{_PARAGRAPH}|{_MEASURED}|{_RECKONED}|{_SIGNED}|{_WORD})"
LATIN_RUN = re.compile(
    rf"(?<![\w.,{{⟦]){_PART}(?: \((?:{_CITATION}|{_WORD})\)|(?:[ /&–-]{{1,3}}|, )(?:{_PART}|{_NAMED}))*(?<![.'’-])",
    re.ASCII,
)
"""A Latin word with what belongs to it, a measured quantity, or a number with a sign: ``RTX Pro 5500``, ``D:5``,
``15 CFR 742.6(b)(10)``, ``(dd)(1)``, ``4,800 GB/s``, ``2025-19001``, ``$25%``. A number after a word belongs to
its name unless it has a comma for thousands; texts put no other number there. The name of a place that is filled in
later, ``{date}`` or ``⟦title⟧``, is none."""

_PIECE = re.compile(
    r"</[^>]*>"
    r"|<(head|script|style|option|code|pre|textarea|bdi|svg)\b.*?</\1>|<(\w+)\b[^>]*\slang=\"(?!ar)[^>]*>.*?</\2>"
    rf"|<[^>]*>|([^<]*[{_LETTER}\d][^<]*)|[^<]+",
    re.DOTALL,
)
"""A closing tag, which is the most frequent, what of a page is left alone as a whole, another tag, text with a Latin
letter or a digit, or text without."""
_ARABIC_PART = re.compile(r'<(\w+)\b[^>]*\slang="ar"[^>]*>.*?</\1>', re.DOTALL)
_UNBROKEN = 24
"""The longest run, in characters, for which every line has room."""


def isolate(page: str, language: str) -> str:
    """A page as HTML, with each Latin run of its Arabic text in ``<bdi>``."""
    if language != "ar":
        return _ARABIC_PART.sub(lambda part: isolate(part[0], "ar"), page)
    return _PIECE.sub(lambda piece: _marked_up(piece[3]) if piece[3] else piece[0], page)


@lru_cache(1 << 16)
def _marked_up(text: str) -> str:
    """Text as it stands in HTML, with its Latin runs in ``<bdi>``; those that a line may break are ``long``."""
    parts, end, plain = list[str](), 0, Markup(text).unescape()
    for match in LATIN_RUN.finditer(plain):
        start = '<bdi class="long">' if len(match[0]) > _UNBROKEN else "<bdi>"
        parts += escape(plain[end : match.start()]), start, escape(match[0]), "</bdi>"
        end = match.end()
    return "".join([*parts, escape(plain[end:])]) if end else text


def isolate_plain(text: str) -> str:
    """Arabic text with each Latin run between Unicode's own marks, where there is no markup, as in SVG."""
    return LATIN_RUN.sub(lambda run: f"\u2066{run[0]}\u2069", text)
