"""The table of contents of a finished page: its sections, by their headings of the second level."""

from __future__ import annotations

import re
from typing import NamedTuple

from markupsafe import Markup

_HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_BESIDE = re.compile(r'<a class="permalink".*?</a>|<small>.*?</small>', re.DOTALL)


class Heading(NamedTuple):
    """The heading of a section: its anchor, and its words without markup and what stands small beside them."""

    id: str
    words: str


def contents(html: str) -> tuple[Heading, ...]:
    """The headings of a page in their order; those without an anchor lead nowhere and are left out."""
    return tuple(Heading(id, Markup(_BESIDE.sub("", inside)).striptags()) for id, inside in _HEADING.findall(html))
