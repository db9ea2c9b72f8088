"""The colours of the theme by the names that drawings use for them, for pictures that stand outside of a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

STYLES = Path(__file__).parent.parent / "theme/assets/dossier.css"

_TOKEN = re.compile(r"--([\w-]+):light-dark\((#\w+),#\w+\)")
_USED = re.compile(r"var\(--([\w-]+)\)")


def light(styles: Path = STYLES) -> Mapping[str, str]:
    """The tokens of the style sheet with their colours on white paper."""
    return dict(_TOKEN.findall(styles.read_text(encoding="utf-8")))


def coloured(svg: str, colours: Mapping[str, str]) -> str:
    """A drawing with colours in place of the names of them. Raises KeyError for a name that the theme lacks."""
    return _USED.sub(lambda used: colours[used[1]], svg)
