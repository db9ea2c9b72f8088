"""Reads what no record holds: the interface strings, and the rules by which the search reads words. Each mistake is
told with its line."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, model_validator

from ..reading.messages import read_model
from ..reading.problems import DossierError
from ..reading.yaml_file import Document, read
from ..wording.spelling import RULES, Spelling
from ..wording.strings import INTERFACE, Strings, leaves, mistakes


def read_strings(path: Path = INTERFACE) -> Strings:
    """The interface strings of a file. Raises DossierError."""
    document = _read(path)
    found = list(leaves(document.data))
    problems = [document.problem(keys, message) for keys, said in found for message in mistakes(said)]
    times = Counter(".".join(keys) for keys, _ in found)
    problems += [document.problem(keys, "this key stands twice") for keys, _ in found if times[".".join(keys)] > 1]
    if problems:
        raise DossierError(problems)
    return {".".join(keys): said for keys, said in found}


def read_spelling(path: Path = RULES) -> Spelling:
    """How the search reads words, by the rules of a file. Raises DossierError."""
    return Spelling(read_model(SearchRules, _read(path)).model_dump())


def _read(path: Path) -> Document:
    return read(path, f"macros/wording/{path.name}")


_ESCAPED = r"u[\da-fA-F]{4}|x[\da-fA-F]{2}|[bBdDsSwWfnrtv^$\\.*+?()\[\]{}|/]"
_SHARED = re.compile(
    rf"""(?: [^\\()\[\]{{}}*+?]                              # a letter, or what stands for one
           | \\(?:{_ESCAPED})
           | \[\^?(?!\])(?:[^\[\]\\]|\\(?:-|{_ESCAPED}))+\]   # one of several
           | \((?:(?!\?)|\?(?:[:=!]|<[=!])) | \)             # a group, or a look ahead or behind
           | (?:[*+?]|\{{\d+(?:,\d*)?\}})\??(?![*+?{{])       # how often
         )*""",
    re.VERBOSE | re.ASCII,
)
"""What Python's regular expressions and those of a browser (ECMAScript, with the flag u) both have."""


def _is_pattern(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"{pattern!r} is no regular expression: {error}") from None
    shared = _SHARED.match(pattern)
    if shared and shared[0] != pattern:
        raise ValueError(
            f"{pattern[shared.end() :]!r} is not read alike by browsers; expected what JavaScript has as well"
        )
    return pattern


def _has_no_groups(pattern: str) -> str:
    if re.compile(pattern).groups:
        raise ValueError(f"{pattern!r} has a group, which would be read for the word; expected (?:…)")
    return pattern


Pattern = Annotated[str, AfterValidator(_is_pattern)]
Sign = Annotated[str, StringConstraints(min_length=1, max_length=1)]
NotBlank = Annotated[str, StringConstraints(pattern=r"\S")]


class SearchRules(BaseModel):
    """What ``search.yml`` holds; what each rule means stands there."""

    model_config = ConfigDict(extra="forbid", strict=True)

    letters: dict[Sign, str]
    removed: list[Pattern]
    word: Annotated[Pattern, AfterValidator(_has_no_groups)]
    particle: Pattern
    common: list[NotBlank]
    same: list[NotBlank]

    @model_validator(mode="after")
    def _says_each_word_once(self) -> SearchRules:
        _ = Spelling(self.model_dump()).same
        return self
