"""Templates that can be used, and that note their use, each macro by itself, and what they say, so that a change of one
shows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..page.view import TEMPLATES, environment
from ..reading.files import below, read_text, status
from ..reading.problems import DossierError, Problem, together
from .noting import Key, Noter

TEMPLATED = ("macros/templates", "macros/theme")
"""Where templates lie."""

NO_TEXT = (".woff2", ".png")
"""How files of the theme end that are no text."""


class NotedTemplates(Environment):
    """Templates of which each use is noted, those that others include or import as well, and each call of a macro."""

    noter = Noter()

    def get_template(self, name: Any, *arguments: Any, **keywords: Any) -> Any:
        self.noter.note("template", str(name))
        return super().get_template(name, *arguments, **keywords)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Every macro begins with a note of its use."""
        tree = super()._parse(source, name, filename)
        for macro in _macros(tree):
            key = [nodes.Const(part) for part in ("macro", name, macro.name)]
            note = nodes.Getattr(nodes.EnvironmentAttribute("noter"), "note", "load")
            macro.body.insert(0, nodes.ExprStmt(nodes.Call(note, key, [], None, None)))
        return tree


def noted_templates(noter: Noter) -> Environment:
    """The templates, which note their use."""
    templates = environment(kind=NotedTemplates)
    assert isinstance(templates, NotedTemplates)
    templates.noter = noter
    return templates


def fingerprints(name: str) -> dict[Key, str]:
    """A hash of what a template says outside its macros, and of each of its macros. A comment changes none. Raises
    DossierError for what is no text."""
    source = read_text(TEMPLATES / name, f"macros/templates/{name}")
    try:
        tree = environment().parse(source)
    except TemplateSyntaxError:  # whoever renders it says what is wrong
        tree = nodes.Template([nodes.Output([nodes.TemplateData(source)])])
    macros = _macros(tree)
    own = [node for node in tree.body if node not in macros]
    return {("template", name): _hash(own)} | {("macro", name, macro.name): _hash([macro]) for macro in macros}


def _macros(tree: nodes.Template) -> list[nodes.Macro]:
    """Those of the top level, which others can import; one inside of another node is a part of that."""
    return [node for node in tree.body if isinstance(node, nodes.Macro)]


def _hash(parts: list[nodes.Node]) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def check_templates(project: Path) -> None:
    """Raises DossierError for templates, and files of the theme, that are no text, or no files at all, and for those
    that extend themselves."""
    files = [path for folder in TEMPLATED for path in below(project / folder)]
    together(*(partial(_check_template, path, path.relative_to(project).as_posix()) for path in files))
    if circling := [problem for folder in TEMPLATED for problem in _circling(project, folder)]:
        raise DossierError(circling)


def _check_template(path: Path, name: str) -> None:
    (status if path.suffix in NO_TEXT else read_text)(path, name)


_EXTENDS = re.compile(r"\{%[-+]?\s*extends\s+['\"]([^'\"]+)")


def _circling(project: Path, folder: str) -> Iterator[Problem]:
    """Templates that extend themselves, perhaps by way of others, of which Jinja would never come to an end."""
    parents = {
        path.relative_to(project / folder).as_posix(): found[1]
        for path in below(project / folder)
        if path.suffix not in NO_TEXT and (found := _EXTENDS.search(path.read_text(encoding="utf-8")))
    }
    for name, parent in parents.items():
        way = [name]
        while parent in parents and parent not in way:
            way.append(parent)
            parent = parents[parent]
        if parent == name:
            yield Problem(f"{folder}/{name}", 1, "", "extends itself, perhaps by way of others; expected no way back")
