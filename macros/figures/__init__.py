"""The figures, by name: each a pure function of the dossier and a language."""
from __future__ import annotations

import csv
import io

from ..dossier import Dossier
from ..language import LANGUAGES, Language
from . import chain, gap, ladder, periods, quantities, ratios, relations, timeline
from .drawing import Figure

FIGURES = {
    "gap": gap.figure, "periods": periods.figure, "six-times": ratios.figure, "chain": chain.figure, "relations": relations.figure,
    "timeline": timeline.figure, "ladder": ladder.figure, "quantities": quantities.figure,
}


def figures(dossier: Dossier) -> dict[tuple[str, str], Figure]:
    """Every figure in every language, by name and language."""
    return {(name, code): make(dossier, Language(code)) for name, make in FIGURES.items() for code in LANGUAGES}


def download(name: str, language: str) -> str:
    """The address of a figure's data below the root of the site."""
    return f"data/figures/{name}.{language}.csv"


def table(figure: Figure) -> str:
    """A figure's data as CSV, with the byte order mark by which spreadsheets recognise Unicode."""
    text = io.StringIO()
    csv.writer(text).writerows([figure.columns, *(row.cells for row in figure.rows)])
    return "\ufeff" + text.getvalue()
