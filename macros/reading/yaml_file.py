"""Reads YAML so that every value knows the line it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..record.walking import Location
from .files import read_text, unseen
from .problems import DossierError, Problem


@dataclass(frozen=True)
class Document:
    """One YAML file: its data, and the line of each value by its location."""

    file: str
    data: dict[str, Any]
    lines: dict[Location, int]

    def problem(self, location: Location, message: str) -> Problem:
        """A problem at ``location``, or at the nearest enclosing value that the file holds."""
        known = location
        while known and known not in self.lines:
            known = known[:-1]
        return Problem(self.file, self.lines.get(known, 1), ".".join(map(str, location)), message)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML's plain values as an editor means them: dates, clock times, octal numbers and yes or no stay text.

    The models say which field holds an impossible date, and refuse text where they expect a number. So they refuse a
    number of more digits than anything has.
    """

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


_PLAIN = (
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?(?:0|[1-9][0-9]{0,17})", "-+0123456789"),
    ("float", r"[-+]?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", "-+0123456789"),
)
for _tag, _pattern, _first in _PLAIN:
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first) + [""] * (_tag == "null")
    )


_WRITTEN = {f"tag:yaml.org,2002:{tag}": re.compile(pattern) for tag, pattern, _ in _PLAIN} | {
    "tag:yaml.org,2002:str": re.compile(".*", re.DOTALL)
}
"""How a plain value of each tag is written."""

MOST_VALUES, MOST_LETTERS = 5_000, 1_000_000
"""What a file may hold, with all that its aliases repeat."""

DEEPEST = 20
"""So many values a file may hold inside of one another. No record has half as many, and after some hundred the reader
that MkDocs takes for the head of a page gives up."""


def read(path: Path, file: str) -> Document:
    """Read one file; ``file`` is how messages name it. Raises DossierError for what is no text, malformed YAML and
    unusable keys and values."""
    return understood(read_text(path, file), file)


def understood(text: str, file: str) -> Document:
    """The same of a text that was read from a file."""
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            raise DossierError([Problem(file, 1, "", "expected a mapping of fields")])
        walk = _Walk(file)
        if problems := list(walk.through(node, ())):
            raise DossierError(problems)
        return Document(file, loader.construct_document(node), walk.lines)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DossierError([Problem(file, line, "", f"malformed YAML: {error.problem}")]) from None
    except yaml.YAMLError as error:
        raise DossierError([Problem(file, 1, "", f"malformed YAML: {str(error).splitlines()[0]}")]) from None
    except RecursionError:
        raise DossierError([Problem(file, 1, "", "malformed YAML: nested without end")]) from None


class _Walk:
    """Goes through a file's values once."""

    def __init__(self, file: str):
        self.lines: dict[Location, int] = {}
        self._file = file
        self._values = self._letters = 0

    def through(self, node: yaml.Node, location: Location) -> Iterator[Problem]:
        """Note the line of every value; the problems are keys that stand twice or are no words, and values that no
        reader sees. Raises DossierError when the file turns out to hold too much."""
        self.lines.setdefault(location, node.start_mark.line + 1)
        self._weigh(node)
        if len(location) > DEEPEST:
            deep = f"is nested too deep; expected {DEEPEST} values inside of one another at most"
            raise DossierError([self._problem(self.lines[location], location[:1], deep)])
        if not _is_plain(node):
            yield self._problem(self.lines[location], location, f"the tag '{node.tag}' is not read; expected none")
        elif isinstance(node, yaml.MappingNode):
            yield from self._fields(node, location)
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                yield from self.through(value, (*location, index))
        else:
            for message in unseen(node.value):
                yield self._problem(self.lines[location], location, message)

    def _fields(self, node: yaml.MappingNode, location: Location) -> Iterator[Problem]:
        seen: set[str] = set()
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.tag != "tag:yaml.org,2002:str":
                expected = "expected a word as the name of a field; a text that begins with a brace needs quotes"
                yield self._problem(line, location, expected)
                continue
            here = (*location, key.value)
            if key.value in seen:
                yield self._problem(line, here, "this key stands twice")
            seen.add(key.value)
            self.lines[here] = line
            yield from self.through(value, here)

    def _weigh(self, node: yaml.Node) -> None:
        self._values += 1
        self._letters += len(node.value)
        if self._values > MOST_VALUES or self._letters > MOST_LETTERS:
            most = f"expected {MOST_VALUES:,} values and {MOST_LETTERS:,} letters at most"
            line = node.start_mark.line + 1
            raise DossierError([Problem(self._file, line, "", f"holds too much, with what its aliases repeat; {most}")])

    def _problem(self, line: int, location: Location, message: str) -> Problem:
        return Problem(self._file, line, ".".join(map(str, location)), message)


def _is_plain(node: yaml.Node) -> bool:
    """Whether a value is what it would be without a tag of its own, which might make a thing of it that no field
    holds."""
    if isinstance(node, yaml.ScalarNode):
        return node.tag in _WRITTEN and _WRITTEN[node.tag].fullmatch(node.value) is not None
    sort = "map" if isinstance(node, yaml.MappingNode) else "seq"
    return str(node.tag) == f"tag:yaml.org,2002:{sort}"
