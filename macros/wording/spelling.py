"""How the search reads words: spellings that readers use alike become one, and so do words that mean the same.

The rules stand in ``search.yml``. A reader's browser applies them to a query as this module does to what is indexed:
``theme/assets/finding.js`` is its twin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

RULES = Path(__file__).with_name("search.yml")
PREFIX = "*"
"""At the end of a word of the rules: all words that begin so."""

END = "q"
"""Set after a digit at the end of a word, so that H20 is not the beginning of H200."""

LONGEST = 100
"""What has more letters is no word: nobody looks for it, and a script would take it apart for seconds."""

MANY = 300
"""So many entries have a word of which a browser is told how many."""

WHOLE, FACET = "zzname", "zz"
"""With what the words begin that no reader types: a whole name in one word, and a value by which hits are filtered."""


@dataclass(frozen=True)
class Spelling:
    """The rules of ``search.yml``, as the file has them."""

    rules: dict[str, Any]

    def words(self, text: str) -> list[str]:
        """The words of a text as the search knows them, without the common ones, in their order."""
        found = (self._known(form) for form in self.forms(text))
        return [word + END * word[-1].isdigit() for word in found if word]

    @staticmethod
    def whole(words: list[str]) -> str:
        """The words of a name in one."""
        return WHOLE + "".join(words).replace(".", "")

    @staticmethod
    def facet(name: str, value: str) -> str:
        """The word for a value by which hits are filtered."""
        return FACET + name + value.replace("-", "")

    def sent(self, names: Iterable[str], total: int, having: Mapping[str, int]) -> dict[str, Any]:
        """What a reader's browser needs to read queries: the rules, the forms of names, the number of entries, and how
        many of them have each of the words that many have."""
        rules = {key: self.rules[key] for key in ("letters", "removed", "word", "particle")}
        lines = defaultdict(list)
        for form, first in self.same.items():
            lines[first].append(form)
        forms = {form for name in names for form in self.forms(name) if form not in self.common}
        return rules | {
            "common": " ".join(sorted(self.common)),
            "same": [" ".join([first, *others]) for first, others in lines.items()],
            "names": " ".join(sorted(forms)),
            "total": total,
            "having": {word: number for word, number in having.items() if number >= MANY},
        }

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that tell no page from another."""
        return frozenset(form for line in self.rules["common"] for form in self.forms(line))

    @cached_property
    def same(self) -> dict[str, str]:
        """The word that stands for each word of a line; a word that ends in a star stands for all that begin so."""
        found: dict[str, str] = {}
        for line in self.rules["same"]:
            first, *others = line.split()
            for word in others:
                found["".join(self.forms(word.removesuffix(PREFIX))) + PREFIX * word.endswith(PREFIX)] = first
        return found

    @cached_property
    def _letters(self) -> dict[int, str]:
        return str.maketrans(self.rules["letters"])

    def forms(self, text: str) -> list[str]:
        """The words of a text with the letters that count."""
        plain = text.lower().translate(self._letters)
        for pattern in self.rules["removed"]:
            plain = re.sub(pattern, "", plain)
        return [form for form in re.findall(self.rules["word"], plain) if len(form) <= LONGEST]

    def _known(self, form: str) -> str:
        """The word for a form, which is met again and again."""
        if form not in self._met:
            self._met[form] = self._read(form)
        return self._met[form]

    @cached_property
    def _met(self) -> dict[str, str]:
        return {}

    def _read(self, form: str) -> str:
        """The word for a form: for each particle taken away, the one that stands for it; or what is left at last."""
        while form not in self.common:
            for length in range(len(form), 0, -1):
                key = form if length == len(form) and form in self.same else form[:length] + PREFIX
                if key in self.same:
                    return self.same[key]
            shorter = re.sub(self.rules["particle"], "", form)
            if shorter == form:
                return form
            form = shorter
        return ""
