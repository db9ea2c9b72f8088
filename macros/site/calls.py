"""Calls of macros in the pages of prose: a page calls what is offered, with plain values, and does nothing else. What
is more (loops, filters, what a module or an object knows) would make a program of it: one that never ends, that no
build repeats, or that runs what it likes."""

from __future__ import annotations

import difflib
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from typing import NoReturn

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..reading.code import divided

Offered = Mapping[str, Callable[..., str]]
"""What a page may call, by name."""

EXPECTED = "expected a call such as {{ component('claims') }}"

_NO_CALL = "\ue000"
"""What no page holds: a brace in code, where nothing is called."""

_SYNTAX = Environment(autoescape=False, keep_trailing_newline=True, comment_start_string="{# ")  # {#id} names a heading


_BRACES = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


class WrongCall(ValueError):
    """A page calls what there is not, or does more than to call; ``line`` is that of the page's text."""

    def __init__(self, line: int, message: str):
        self.line = line
        super().__init__(message)


def called(text: str, offered: Offered) -> str:
    """A page's text with what its calls make in their places. Raises WrongCall for the first that cannot be made."""
    text = "".join(piece.replace("{", _NO_CALL) if is_code else piece for piece, is_code in divided(text))
    try:
        page = _SYNTAX.parse(text)
    except TemplateSyntaxError as error:
        raise WrongCall(error.lineno, f"{error.message}; {EXPECTED}") from None
    except (RecursionError, ValueError):
        raise WrongCall(_endless(text), f"what stands between the braces has no end; {EXPECTED}") from None
    return "".join(_made(part, offered) for part in _parts(page))


def _endless(text: str) -> int:
    """The line of what is nested deeper, or a longer number, than Python reads."""
    for braces in _BRACES.finditer(text):
        try:
            _SYNTAX.parse(braces[0])
        except TemplateSyntaxError:
            continue
        except (RecursionError, ValueError):
            return text.count("\n", 0, braces.start()) + 1
    return 1


def _parts(page: nodes.Template) -> Iterator[nodes.Node]:
    for node in page.body:
        if not isinstance(node, nodes.Output):
            _refuse(node, f"'{{% {type(node).__name__.lower()} %}}' is no call")
        yield from node.nodes


def _made(part: nodes.Node, offered: Offered) -> str:
    if isinstance(part, nodes.TemplateData):
        return part.data.replace(_NO_CALL, "{")
    if not isinstance(part, nodes.Call) or not isinstance(part.node, nodes.Name):
        name = f"'{part.name}'" if isinstance(part, nodes.Name) else "what stands between the braces"
        _refuse(part, f"{name} is no call")
    name = part.node.name
    if name not in offered:
        near = difflib.get_close_matches(name, offered, n=1)
        hint = f" (did you mean '{near[0]}'?)" if near else f"; expected one of {', '.join(offered)}"
        raise WrongCall(part.lineno, f"no macro '{name}'{hint}")
    values = [value.value if isinstance(value, nodes.Const) else None for value in part.args]
    if part.kwargs or part.dyn_args or part.dyn_kwargs or not all(isinstance(value, str) for value in values):
        _refuse(part, f"'{name}' is called with something else than texts")
    try:
        inspect.signature(offered[name]).bind(*values)
    except TypeError as error:
        _refuse(part, f"'{name}': {error}")
    try:
        return offered[name](*values)
    except ValueError as error:
        raise WrongCall(part.lineno, str(error)) from error


def _refuse(node: nodes.Node, why: str) -> NoReturn:
    lines = (each.lineno for each in (node, *node.find_all(nodes.Node)))
    raise WrongCall(next(filter(None, lines), 1), f"{why}; {EXPECTED}")
