"""What the policy of a page says of the scripts that stand in it (Content Security Policy Level 3, as a ``meta``
element). What a page may load is said in the templates."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256

SCRIPTS = "⟦scripts⟧"
"""Stands in a template's policy where the scripts are named that stand in its page."""

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def name_scripts(page: str) -> str:
    """A finished page whose policy names each script in it by its hash, and so allows no other. Scripts with an
    address are named by the template, and data needs no name."""
    return page.replace(SCRIPTS, " ".join(dict.fromkeys(map(_hash, _INLINE.findall(page)))), 1)


def allow_any_script(page: str) -> str:
    """The same for a server, which puts a script of its own into each page that it sends."""
    return page.replace(SCRIPTS, "'unsafe-inline'", 1)


@lru_cache
def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
