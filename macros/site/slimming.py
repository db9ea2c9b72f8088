"""What a finished page can do without, and what can be reached in it."""

from __future__ import annotations

import re

from ..wording.latin import isolate

_TOGGLES = re.compile(r'<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>')
"""By which Material opens its drawer and its search, of which the pages have neither; one of their attributes is not
valid."""
_PREFORMATTED = re.compile(r"(<pre.*?</pre>)", re.DOTALL)
_ID = re.compile(r'<[^<>]*\sid="([^"]+)"')
_BLANKS = re.compile("  +")


def finished(html: str, language: str) -> str:
    """A part of a page in a language as a reader gets it: slim, with its Latin words isolated."""
    return slim(isolate(html, language))


def slim(html: str) -> str:
    """A page without what it has no use for and the indentation of its templates, a tenth of its weight; what is
    preformatted stays as it is."""
    parts = _PREFORMATTED.split(_TOGGLES.sub("", html))
    return "".join(part if part.startswith("<pre") else _slim(part) for part in parts)


def _slim(html: str) -> str:
    """Line by line: a pattern that looks for the ends of lines takes half as long again."""
    return _BLANKS.sub(" ", "\n".join(filter(None, map(str.strip, html.split("\n")))))


def ids_of(html: str) -> list[str]:
    """The ids in a page, each as often as it stands there."""
    return _ID.findall(html)
