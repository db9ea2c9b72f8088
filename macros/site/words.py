"""Reads what no record holds: the interface strings, and the rules by which the search reads words. Each mistake is
told with its line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from ..reading.messages import read_model
from ..reading.problems import DossierError
from ..reading.yaml_file import Document, read
from ..record.fields import arabic, english
from ..record.letters import misleading
from ..record.walking import Location
from ..wording.spelling import PREFIX, RULES, Spelling
from ..wording.strings import INTERFACE, Forms, Strings, leaves, mistakes


def read_strings(path: Path = INTERFACE) -> Strings:
    """The interface strings of a file. Raises DossierError."""
    document = _read(path)
    found = list(leaves(document.data))
    problems = [document.problem(place, message) for each in found for place, message in _wrong(*each)]
    times = Counter(".".join(keys) for keys, _ in found)
    problems += [document.problem(keys, "this key stands twice") for keys, _ in found if times[".".join(keys)] > 1]
    if problems:
        raise DossierError(problems)
    return {".".join(keys): said for keys, said in found}


SILENT = {"unit.total_processing_performance", "unit.performance_density", "actor.before_relation"}
"""Strings that may say nothing: units of what has none, and what one of the languages sets before a word."""

FOREIGN = re.compile(r"unit\..*|theme\.switch_language")
"""Strings that Arabic says in Latin letters too, and the one that names each language in itself."""

_WRITTEN = {"en": english, "ar": arabic}
_VALUE = re.compile(r"\{\w+\}")


def _wrong(keys: tuple[str, ...], said: Any) -> Iterator[tuple[Location, str]]:
    """What is wrong with a string, by its place: that it is none, or else that nobody would read it."""
    if wrong := list(mistakes(said)):
        yield from ((keys, message) for message in wrong)
    else:
        yield from _unread(keys, said)


def _unread(keys: tuple[str, ...], said: Mapping[str, str | Forms]) -> Iterator[tuple[Location, str]]:
    """What no reader would read for words of a language, by the rules that records have."""
    key, places = ".".join(keys), dict[tuple[str, ...], str]()
    for code, words in said.items():
        places |= {(code,): words} if isinstance(words, str) else {(code, form): text for form, text in words.items()}
    plain = {place: _VALUE.sub("", text) for place, text in places.items()}
    are_words = any(letter.isalpha() for text in plain.values() for letter in text) and not FOREIGN.fullmatch(key)
    for place, text in places.items():
        if not text.strip() and key not in SILENT:
            yield (*keys, *place), "expected words, found none"
        elif text.strip() and are_words:
            try:
                _WRITTEN[place[0]](plain[place])
            except ValueError as error:
                yield (*keys, *place), str(error)
        for message in misleading(text):
            yield (*keys, *place), message


def read_spelling(path: Path = RULES) -> Spelling:
    """How the search reads words, by the rules of a file. Raises DossierError."""
    document = _read(path)
    spelling = Spelling(read_model(SearchRules, document).model_dump())
    if problems := [document.problem(place, message) for place, message in _misread(spelling)]:
        raise DossierError(problems)
    return spelling


def _misread(spelling: Spelling) -> Iterator[tuple[Location, str]]:
    """What is wrong with rules, by its place, that are not read as whoever wrote them meant: first those by which the
    words of the others are read."""
    yield from (found := list(_patterns_misread(spelling)))
    if not found:
        yield from _lines_misread(spelling)


def _patterns_misread(spelling: Spelling) -> Iterator[tuple[Location, str]]:
    letters, particle = spelling.rules["letters"], spelling.rules["particle"]
    for letter, other in letters.items():
        if letter != letter.lower():
            yield ("letters", letter), f"'{letter}' is in no word, all being small; expected '{letter.lower()}'"
        if any(sign in letters for sign in other):
            yield ("letters", letter), f"'{other}' is replaced as well; expected what stands for both"
    words = [word.removesuffix(PREFIX) for line in spelling.rules["same"] for word in line.split()[1:]]
    for place, pattern in enumerate(spelling.rules["removed"]):
        if gone := next((word for word in words if not re.sub(pattern, "", word)), None):
            yield ("removed", place), f"takes away the whole of '{gone}'; expected less than a word"
            return
    if words and not any(spelling.forms(word) == [word] for word in words):
        yield ("word",), f"reads '{words[0]}' as {spelling.forms(words[0])}; expected the whole of a word"
    elif not particle.startswith("^") or re.match(particle, ""):
        yield ("particle",), f"{particle!r} is nothing that a word begins with; expected ^ and some letters"
    elif gone := next((word for word in words if not re.sub(particle, "", word)), None):
        yield ("particle",), f"takes away the whole of '{gone}'; expected what leaves a word"


def _lines_misread(spelling: Spelling) -> Iterator[tuple[Location, str]]:
    met, twice = dict[str, str](), set[str]()
    for place, line in enumerate(spelling.rules["same"]):
        first, *others = line.split()
        if not others:
            yield ("same", place), f"'{first}' stands alone; expected words that mean the same beside it"
        if not re.fullmatch(spelling.rules["word"], first):
            yield ("same", place), f"'{first}' is no word; expected letters and digits alone"
        for word in others:
            stem = word.removesuffix(PREFIX)
            form = "".join(spelling.forms(stem))
            if not re.fullmatch(spelling.rules["word"], stem):
                yield ("same", place), f"'{word}' is no word; expected letters and digits, at the end perhaps a star"
            elif form in spelling.common and word == stem:
                yield ("same", place), f"'{word}' is a common word, for which nothing is looked up; expected another"
            elif met.setdefault(form, first) != first:
                twice.add(form)
                yield ("same", place), f"'{word}' stands in the lines of '{met[form]}' and of '{first}'; expected one"
    for place, line in enumerate(spelling.rules["same"]):
        first = line.split()[0]
        form = "".join(spelling.forms(first))
        if form not in twice and met.get(form, first) != first:
            yield ("same", place), f"'{first}' stands for this line, and in that of '{met[form]}'; expected one"


def line_of(key: str) -> int:
    """The line on which an interface string stands, or what is nearest around it. Raises DossierError."""
    return _read(INTERFACE).problem(tuple(key.split(".")), "").line


def _read(path: Path) -> Document:
    return read(path, f"macros/wording/{path.name}")


_ESCAPED = r"u[\da-fA-F]{4}|x[\da-fA-F]{2}|[sSfnrtv^$\\.*+?()\[\]{}|/]"
_SHARED = re.compile(
    rf"""(?: [^\\()\[\]{{}}*+?]                              # a letter, or what stands for one
           | \\(?:{_ESCAPED})
           | \[\^?(?!\])(?:[^\[\]\\]|\\(?:-|{_ESCAPED}))+\]   # one of several
           | \((?:(?!\?)|\?(?:[:=!]|<[=!])) | \)             # a group, or a look ahead or behind
           | (?:[*+?]|\{{\d+(?:,\d*)?\}})\??(?![*+?{{])       # how often
         )*""",
    re.VERBOSE | re.ASCII,
)
"""What Python's regular expressions and those of a browser (ECMAScript, with the flag u) both have, and read alike: a
letter or a digit is one of ASCII to the latter."""


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
