"""Reads YAML so that every value knows the line it stands on."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Path_ = tuple[str | int, ...]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in the data, where it stands, and what was expected."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}"
        return _one_line(f"{place}: {self.field}: {self.message}" if self.field else f"{place}: {self.message}")


def _one_line(text: str) -> str:
    """A text as one line of output, whatever an editor wrote: what does not print, a line break too, is spelt out."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)


class DossierError(Exception):
    """The data cannot be used; ``problems`` holds every reason."""

    def __init__(self, problems: list[Problem]):
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True)
class Document:
    """One YAML file: its data, and the line of each value by its path."""

    file: str
    data: Any
    lines: dict[Path_, int]

    def problem(self, path: Path_, message: str) -> Problem:
        """A problem at ``path``, or at the nearest enclosing value that the file holds."""
        known = path
        while known and known not in self.lines:
            known = known[:-1]
        return Problem(self.file, self.lines.get(known, 1), ".".join(map(str, path)), message)


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path, file: str) -> Document:
    """Read one file; ``file`` is how messages name it. Raises DossierError for malformed YAML and repeated keys."""
    try:
        text = path.read_text(encoding="utf-8")
        loader = _LOADER(text)
        node = loader.get_single_node()
    except UnicodeDecodeError as error:
        raise DossierError([Problem(file, 1, "", f"not UTF-8 text ({error.reason})")]) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DossierError([Problem(file, line, "", f"malformed YAML: {error.problem}")]) from None
    except yaml.YAMLError as error:
        raise DossierError([Problem(file, 1, "", f"malformed YAML: {str(error).splitlines()[0]}")]) from None
    if not isinstance(node, yaml.MappingNode):
        raise DossierError([Problem(file, 1, "", "expected a mapping of fields")])
    lines: dict[Path_, int] = {}
    repeated: list[Problem] = []
    _walk(node, (), lines, repeated, file)
    if repeated:
        raise DossierError(repeated)
    try:
        return Document(file, loader.construct_document(node), lines)
    except yaml.MarkedYAMLError as error:
        raise DossierError([Problem(file, error.problem_mark.line + 1, "", f"malformed YAML: {error.problem}")]) from None
    except ValueError as error:  # an unquoted date that is in no calendar, such as 2026-02-30
        return Document(file, _without_dates(text), lines)


class _NoDates(yaml.SafeLoader):
    """Leaves dates as text, so that the models can say which field holds an impossible one."""


_NoDates.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _without_dates(text: str) -> Any:
    return yaml.load(text, _NoDates)


def _walk(node: yaml.Node, path: Path_, lines: dict[Path_, int], repeated: list[Problem], file: str) -> None:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            here = path + (key.value,)
            if key.value in seen:
                repeated.append(Problem(file, key.start_mark.line + 1, ".".join(map(str, here)), "this key stands twice"))
            seen.add(key.value)
            lines[here] = key.start_mark.line + 1
            _walk(value, here, lines, repeated, file)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _walk(value, path + (index,), lines, repeated, file)
