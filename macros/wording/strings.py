"""The interface strings of both languages, as ``interface.yml`` has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

from babel import Locale

INTERFACE = Path(__file__).with_name("interface.yml")

Forms = Mapping[str, str]
"""The plural forms of a string, by their names in Unicode's rules."""

Strings = Mapping[str, Mapping[str, str | Forms]]
"""Every interface string by its dotted key and by the code of its language."""

FORMS = {code: frozenset({*Locale(code).plural_form.rules, "other"}) for code in ("en", "ar")}
"""The plural forms that each language has (Unicode CLDR)."""


class Unsaid(LookupError):
    """The interface has no such string, or, where it ``is_there``, none that can be said with what a page knows."""

    def __init__(self, key: str, reason: str, is_there: bool = True):
        self.key, self.is_there = key, is_there
        super().__init__(f"the interface string '{key}' {reason}")


def leaves(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """What stands at the ends of the tree of strings, with the keys that lead there."""
    if not isinstance(node, Mapping) or not node or not FORMS.keys().isdisjoint(node):
        yield path, node
    else:
        for key, value in node.items():
            yield from leaves(value, (*path, key))


def mistakes(said: Any) -> Iterator[str]:
    """What is wrong with a string: each language has a text or its plural forms, all of them if one has, and takes the
    same values."""
    if not isinstance(said, Mapping) or said.keys() != FORMS.keys() or not all(map(_is_said, said, said.values())):
        forms = "; ".join(f"{code}: {', '.join(sorted(names))}" for code, names in FORMS.items())
        yield f"expected a text in en and in ar, or in both all of its plural forms ({forms})"
        return
    texts = [words.values() if isinstance(words, Mapping) else [words] for words in said.values()]
    if len(set(map(type, said.values()))) > 1:
        yield "has plural forms in one language only; expected them in both or in none"
    try:
        taken = [{name for text in language for name in _taken(text)} for language in texts]
    except ValueError as error:
        yield str(error)
        return
    if taken[0] != taken[1]:
        yield f"takes {_listed(taken[0])} in en and {_listed(taken[1])} in ar; expected the same in both"


def _is_said(code: str, words: Any) -> bool:
    """Whether a language has a text, or all of its forms."""
    if not isinstance(words, Mapping):
        return isinstance(words, str)
    return words.keys() == FORMS[code] and all(isinstance(form, str) for form in words.values())


def _taken(text: str) -> Iterator[str]:
    """The names of the values that a text takes. Raises ValueError for a brace that stands for nothing."""
    expected = "expected values as {n}, and each brace of the text itself twice"
    try:
        fields = [field for field in Formatter().parse(text) if field[1] is not None]
    except ValueError as error:
        raise ValueError(f"{text!r}: {str(error).lower()}; {expected}") from None
    for _, name, specification, conversion in fields:
        if not name or not name.isidentifier() or specification or conversion:
            raise ValueError(f"{text!r} takes more than values; {expected}")
        yield name


def _listed(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "no value"
