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
    """The strings of a file. Raises YAMLError for what is none, and what is said in one language alone."""
    with path.open(encoding="utf-8") as file:  # an open file, so that a mistake in it is told with its name
        strings = dict(_leaves(yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader)), ""))
    if wrong := [key for key, said in strings.items() if not _is_said(said)]:
        raise yaml.YAMLError(f"{path}: {', '.join(wrong)}: expected a text in en and in ar, or its plural forms")
    return strings


def _is_said(said: Any) -> bool:
    """Whether a string has both languages, each with a text or with its forms, and nothing else."""
    return (
        isinstance(said, dict)
        and said.keys() == {"en", "ar"}
        and all(
            isinstance(words, str)
            or (isinstance(words, dict) and all(isinstance(form, str) for form in words.values()))
            for words in said.values()
        )
    )


def _leaves(node: Any, path: str) -> Iterator[tuple[str, Mapping[str, str | Forms]]]:
    if not isinstance(node, dict) or "en" in node or "ar" in node:
        yield path, node
    else:
        for key, value in node.items():
            yield from _leaves(value, f"{path}.{key}" if path else key)
