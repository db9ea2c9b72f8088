"""The interface strings of both languages, from ``interface.yml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

INTERFACE = Path(__file__).with_name("interface.yml")

Forms = Mapping[str, str]
"""The plural forms of a string, by their names in Unicode's rules."""

Strings = Mapping[str, Mapping[str, str | Forms]]
"""Every interface string by its dotted key and by the code of its language."""


def read_strings(path: Path = INTERFACE) -> Strings:
    """The strings of a file."""
    with path.open(encoding="utf-8") as file:  # an open file, so that a mistake in it is told with its name
        return dict(_leaves(yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader)), ""))


def _leaves(node: dict[str, Any], path: str) -> Iterator[tuple[str, Mapping[str, str | Forms]]]:
    if "en" in node or "ar" in node:
        yield path, node
    else:
        for key, value in node.items():
            yield from _leaves(value, f"{path}.{key}" if path else key)
