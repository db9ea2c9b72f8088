"""Latin words in Arabic: isolated, so that brackets and full stops stay in their place."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_TOKEN = r"(?:\d+[A-Za-z]|[A-Za-z])[\w’'.+-]*(?::\d+)?(?:\([\w.]+\))*"
_PARAGRAPH = r"\d+\.\d+(?:\(\w+\))+|\([A-Za-z]+\)(?:\(\w+\))+"
_CITATION = r"\d+ (?:CFR|FR|U\.S\.C\.)(?: part)? [\w.§-]+(?:\([\w]+\))*|(?:H\.R\.|S\.) \d+|\d+-[KQ]\b"
_ADDRESS = r"https?://[^\s<>]*[^\s<>.,]"
_NUMBER = r"\d[\d.,]*\b(?!\s*[%\u0621-\u064a])"
LATIN_RUN = re.compile(
    rf"(?<![\x02\w])(?:{_ADDRESS}|{_CITATION}|{_PARAGRAPH}|{_TOKEN})"
    rf"(?: \({_TOKEN}\)|[ /&–-]{{1,3}}(?:{_CITATION}|{_TOKEN}|{_NUMBER}))*(?<![.'’-])",
    re.ASCII,
)
"""A Latin word with what belongs to it: ``RTX Pro 6000D``, ``15 CFR 742.6(b)(10)``, ``(dd)(1)``,
``D:5``, ``GB/s``. Never after \\x02,
with which Markdown marks what it has put aside."""


def isolate(text: str) -> Markup:
    """Arabic text, escaped, with each Latin run in ``<bdi>``."""
    result, end = Markup(), 0
    for match in LATIN_RUN.finditer(text):
        result += escape(text[end : match.start()]) + Markup("<bdi>{}</bdi>").format(match[0])
        end = match.end()
    return result + escape(text[end:])


def isolate_plain(text: str) -> str:
    """Arabic text with each Latin run between Unicode's own marks, for SVG, which knows no ``<bdi>``."""
    return LATIN_RUN.sub(lambda run: f"\u2066{run[0]}\u2069", text)
