"""Letters that are not what they look like, and what programs leave in a text that somebody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode's categories of characters that control, format, or are none: marks of direction turn what stands beside
them, and others tell apart two texts that look the same."""

JOINERS = "\u200c\u200d"
"""What of these Arabic script is written with."""

_LATIN = "A-Za-z\u00c0-\u024f"
_OTHER = (
    "\u0370-\u0393\u0395-\u03a8\u03aa-\u03bb\u03bd-\u03ff\u2c80-\u2cff"
    "\u0400-\u058f\u13a0-\u13ff\uab70-\uabbf\ua4d0-\ua4ff"
)
"""Scripts with letters that look like Latin ones: Greek, but for what stands for quantities and units (Δ, Ω, μ), with
Coptic, Cyrillic, Armenian, Cherokee and Lisu."""

_ARABIC = "\u0621-\u063f\u0641-\u064a"
"""Without the stroke that lengthens a word, after which a Latin name may stand."""

LONGEST_WORD = 100
"""So many letters has no word; Chinese and Japanese set no spaces between theirs."""

_MISLEADING = (
    (
        re.compile(r"^(?:<{7}|={7}|>{7})(?![<=>])", re.MULTILINE),
        "is a mark of git's; expected one side of the conflict",
    ),
    (re.compile(r"\b(?:TODO|FIXME)\b"), "tells the writer what to do; expected the finished text"),
    (re.compile("â€|[ÂÃØÙ][\u00a0-\u00bf]"), "was read in another encoding than UTF-8; expected the letter as written"),
    (re.compile(f"[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}]"), "mixes two scripts in a word; expected letters of one"),
    (
        re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\U0001d400-\U0001d7ff]"),
        "is full-width, encircled or mathematical, which no search finds; expected the plain letter",
    ),
    (
        re.compile(f"[{_LATIN}][{_ARABIC}]|[{_ARABIC}]{{2}}[{_LATIN}]"),
        "mixes two scripts in a word; expected one letter at most before a Latin name",
    ),
    (
        re.compile("[\u02b0-\u02b8\u1d00-\u1dbf\u2160-\u2188\ufb00-\ufb06]"),
        "is small, joined or a numeral, which no search finds; expected plain letters",
    ),
    (
        re.compile(f"[{_LATIN}][\u0300-\u036f]"),
        "is a letter and a mark, two signs that look like one; expected one",
    ),
    (
        re.compile("[\ufb50-\ufdcf\ufe70-\ufefc]"),
        "is an Arabic letter in one of its shapes; expected the letter itself",
    ),
    (
        re.compile("[\u06a9\u06be\u06c1\u06cc\u06d5]"),
        "is a letter of Persian or Urdu that looks like one of Arabic; expected that one",
    ),
    (re.compile(r"[0-9][.,٫٬]?[٠-٩۰-۹]|[٠-٩۰-۹][.,٫٬]?[0-9]"), "mixes two kinds of digits; expected Western ones"),
    (
        re.compile(rf"[^\W\u3040-\u9fff]{{{LONGEST_WORD + 1}}}"),
        f"is a word of more than {LONGEST_WORD} letters; expected shorter ones",
    ),
)
"""Each with what is said of it."""

_MOST_QUOTED = 20


def misleading(text: str) -> Iterator[str]:
    """What is wrong with a text that readers take for another, that no search finds, or that nobody meant to
    publish."""
    for expression, message in _MISLEADING:
        if found := expression.search(text):
            yield f"'{found[0][:_MOST_QUOTED]}' {message}"
