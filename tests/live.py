"""The real dossier, read once a run, so that tests can be parametrised over its records."""

from __future__ import annotations

from functools import cache

from support import BASE, ROOT

from macros.law.day import Law
from macros.page.long_lists import LONG_LISTS
from macros.page.place import Place
from macros.page.view import View, environment
from macros.reading.dossier import Dossier
from macros.reading.load import load
from macros.record.chip import Chip
from macros.record.rule import Rule
from macros.site.words import read_strings
from macros.wording.language import LANGUAGES, Language

LANGUAGE = {code: Language(code, read_strings()) for code in LANGUAGES}


@cache
def dossier() -> Dossier:
    """The records of ``data/``."""
    return load(ROOT / "data")


@cache
def law() -> Law:
    """The law as of the latest finding."""
    found = dossier()
    return Law(found.all(Rule), found.all(Chip), found.current_to.first_day)


@cache
def view(url: str) -> View:
    """A page of the real dossier."""
    return View(dossier(), law(), LANGUAGE, environment(), BASE, Place(url))


@cache
def parts() -> tuple[str, ...]:
    """The addresses of the further pages of long lists, below their language."""
    return tuple(part.address for found in LONG_LISTS.values() for part in found.divided(view("en/")).parts[1:])
