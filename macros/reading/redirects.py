"""Addresses that were given up, each with the one that stands in its place (``redirects.yml``)."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .problems import DossierError, Problem
from .yaml_file import read

REDIRECTS = "redirects.yml"
"""The file's name, in the folder of the project."""

_ADDRESS = re.compile(r"(?!(?:en|ar)/)(?:[a-z0-9-]+/)*(?:#[\w.:-]+)?")
"""An address below a language, which is no part of it."""


@dataclass(frozen=True)
class Redirect:
    """An address below a language, given up for another: ``claims/x/`` for a page, ``timeline/#x`` for a part of
    one; the overview is nothing. ``line`` is that of the entry."""

    old: str
    new: str
    line: int

    @property
    def page(self) -> str:
        """The page of the old address."""
        return self.old.partition("#")[0]

    @property
    def anchor(self) -> str:
        """The part of the page that was given up; nothing where it is the whole page."""
        return self.old.partition("#")[2]

    @property
    def target(self) -> str:
        """The page of the new address."""
        return self.new.partition("#")[0]


def read_redirects(path: Path) -> tuple[Redirect, ...]:
    """What the file says. Raises DossierError for malformed YAML and for what is no address."""
    document = read(path, REDIRECTS)
    redirects = tuple(Redirect(old, str(new), document.lines[(old,)]) for old, new in document.data.items())
    if problems := [
        Problem(REDIRECTS, redirect.line, redirect.old, f"{address!r} is no address; expected path/, path/#id or #id")
        for redirect in redirects
        for address in (redirect.old, redirect.new)
        if not _ADDRESS.fullmatch(address)
    ]:
        raise DossierError(problems)
    return redirects


def misleading(redirects: Collection[Redirect], pages: Collection[str]) -> Iterator[Problem]:
    """Redirects of what was not given up, or to what is not there. ``pages`` are those of the site, below a
    language."""
    given_up = {redirect.old for redirect in redirects}
    for redirect in redirects:
        if redirect.anchor and redirect.page not in pages:
            message = f"no page '{redirect.page}', which would say where the part is; redirect the page itself"
            yield Problem(REDIRECTS, redirect.line, redirect.old, message)
        if not redirect.anchor and redirect.page in pages:
            yield Problem(
                REDIRECTS, redirect.line, redirect.old, "the page is there; expected an address that was given up"
            )
        if redirect.target not in pages:
            near = difflib.get_close_matches(redirect.target, pages, n=1)
            hint = f" (did you mean '{near[0]}'?)" if near else ""
            yield Problem(REDIRECTS, redirect.line, redirect.old, f"no page '{redirect.target}'{hint}")
        elif redirect.new in given_up:
            message = f"leads to '{redirect.new}', which was given up as well; expected what is there"
            yield Problem(REDIRECTS, redirect.line, redirect.old, message)


def missed(redirects: Iterable[Redirect], page: str, ids: Counter[str]) -> Iterator[Problem]:
    """Redirects of parts that a page still has, and to those that it does not have. ``ids`` says how many times each id
    stands on it, once where it tells that the part has moved."""
    for redirect in redirects:
        if redirect.anchor and redirect.page == page and ids[redirect.anchor] > 1:
            yield Problem(REDIRECTS, redirect.line, redirect.old, "the part is there; expected one that was given up")
        part = redirect.new.partition("#")[2]
        if part and redirect.target == page and part not in ids:
            yield Problem(REDIRECTS, redirect.line, redirect.old, f"no part '#{part}' on the page '{page}'")
