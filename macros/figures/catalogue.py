"""The figures by name. A new one is a module beside this one and a line here."""

from __future__ import annotations

from collections.abc import Callable

from ..page.view import View
from . import chain, gap, ladder, periods, quantities, ratios, relations, timeline
from .chart import Chart

FIGURES: dict[str, Callable[[View], Chart | None]] = {
    "gap": gap.chart,
    "periods": periods.chart,
    "six-times": ratios.chart,
    "chain": chain.chart,
    "relations": relations.chart,
    "timeline": timeline.chart,
    "ladder": ladder.chart,
    "quantities": quantities.chart,
}
"""Each makes its chart for a page, or None where the dossier lacks what it shows."""


PAGES = {
    "gap": "policy-gap/",
    "periods": "rules/",
    "six-times": "chips/",
    "chain": "sourcing/",
    "relations": "actors/",
    "timeline": "timeline/",
    "ladder": "steps/",
    "quantities": "steps/",
}
"""The page at which each figure is cited, below the root of a language."""


def download(name: str, language: str, kind: str) -> str:
    """The address of a figure's data (``csv``) or picture (``svg``, ``png``) below the root of the site."""
    return f"data/figures/{name}.{language}.{kind}"


def address(name: str, language: str) -> str:
    """Where a figure is cited, below the root of the site."""
    return f"{language}/{PAGES[name]}#figure-{name}"
