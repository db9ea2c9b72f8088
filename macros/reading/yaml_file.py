"""Reads YAML so that every value knows the line it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..record.walking import Location
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

    The models say which field holds an impossible date, and refuse text where they expect a number.
    """

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


_PLAIN = (
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", "-+0123456789"),
)
for _tag, _pattern, _first in _PLAIN:
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first) + [""] * (_tag == "null")
    )


def read(path: Path, file: str) -> Document:
    """Read one file; ``file`` is how messages name it. Raises DossierError for malformed YAML and unusable keys."""
    try:
        loader = _Loader(path.read_text(encoding="utf-8"))
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            raise DossierError([Problem(file, 1, "", "expected a mapping of fields")])
        lines: dict[Location, int] = {}
        if repeated := list(_walk(node, (), lines, file)):
            raise DossierError(repeated)
        return Document(file, loader.construct_document(node), lines)
    except UnicodeDecodeError as error:
        raise DossierError([Problem(file, 1, "", f"not UTF-8 text ({error.reason})")]) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DossierError([Problem(file, line, "", f"malformed YAML: {error.problem}")]) from None
    except yaml.YAMLError as error:
        raise DossierError([Problem(file, 1, "", f"malformed YAML: {str(error).splitlines()[0]}")]) from None
    except RecursionError:
        raise DossierError([Problem(file, 1, "", "malformed YAML: nested without end")]) from None


def _walk(node: yaml.Node, location: Location, lines: dict[Location, int], file: str) -> Iterator[Problem]:
    """Note the line of every value; the problems are keys that stand twice or are no words."""
    lines.setdefault(location, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.tag != "tag:yaml.org,2002:str":
                expected = "expected a word as the name of a field; a text that begins with a brace needs quotes"
                yield Problem(file, line, ".".join(map(str, location)), expected)
                continue
            here = (*location, key.value)
            if key.value in seen:
                yield Problem(file, line, ".".join(map(str, here)), "this key stands twice")
            seen.add(key.value)
            lines[here] = line
            yield from _walk(value, here, lines, file)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _walk(value, (*location, index), lines, file)
