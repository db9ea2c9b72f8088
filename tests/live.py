"""The real dossier, read once a run, so that tests can be parametrised over its records."""

from __future__ import annotations

from functools import cache

from support import ROOT

from macros.law.day import Law
from macros.reading.dossier import Dossier
from macros.reading.load import load
from macros.record.chip import Chip
from macros.record.rule import Rule
from macros.wording.language import LANGUAGES, Language
from macros.wording.strings import read_strings

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
