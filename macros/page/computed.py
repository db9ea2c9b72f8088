"""What is computed of records and stands beside their fields in the data files, marked as such; and all tables of the
data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from ..law import measures
from ..law.policy import StatusKind
from ..law.statuses import StatusEntry
from ..provenance.evidence import stated_by
from ..provenance.origins import origins
from ..record.chip import Chip
from ..record.claim import Claim, Drift
from ..record.fields import Day, Model, PartialDate
from ..record.kinds import KINDS
from ..record.shared import Authority, Level, Record, Verdict
from ..record.tables import Table, extended, key, table
from .view import View


class BothLanguages(Model):
    """What both languages say, which may be the same."""

    en: str
    ar: str


class Computed(Model):
    """What is computed of a record of any kind."""

    title: BothLanguages
    address: BothLanguages
    dated: PartialDate | None
    cited_by: int


class ComputedClaim(Computed):
    """The finding that stands, and what became of the claim on its way."""

    verdict: Verdict
    confidence: Level
    found: Day
    drift: Drift
    origins: int | None


class ComputedChip(Computed):
    """What the law measures, in the units of its thresholds, and how it stands now."""

    total_processing_performance: float | None
    performance_density: float | None
    interconnect_bandwidth: float | None
    status: StatusKind
    data_centre_stated_by: Authority | None


class ComputedFigure(Model):
    """What belongs to a published figure."""

    unit: str
    stated_by: Authority | None


class ComputedGateFinding(Model):
    """What belongs to what is known of a chip at a gate."""

    stated_by: Authority | None


COMPUTED: dict[str, type[BaseModel]] = {kind.folder: Computed for kind in KINDS} | {
    Claim.folder: ComputedClaim,
    Chip.folder: ComputedChip,
    "chips_figures": ComputedFigure,
    "chips_gates": ComputedGateFinding,
}
"""What is computed of the rows of each table."""

STATUSES = table("statuses", StatusEntry, key())
TABLES: tuple[Table, ...] = (*(extended(table(kind.folder, kind), COMPUTED) for kind in KINDS), STATUSES)
"""A table for each kind, and one that is computed as a whole."""

KEYS = {table.name: table.key for whole in TABLES for table in whole.whole}
"""The column by which the rows of each table are known."""


def computed(views: Mapping[str, View], record: Record) -> dict[str, Any]:
    """What is computed of a record, as plain values. ``views`` are those of the languages."""
    view = views["en"]
    every: dict[str, Any] = {
        "title": {code: view.heading(record) for code, view in views.items()},
        "address": {code: view.permanent(f"{code}/{record.address}") for code, view in views.items()},
        "dated": record.dated,
        "cited_by": sum(len(records) for _, records in view.dossier.cited_by(record)),
    }
    if isinstance(record, Claim):
        found, standing = origins(view.dossier, record), record.finding
        return every | {
            "verdict": standing.verdict,
            "confidence": standing.confidence,
            "found": standing.date,
            "drift": record.drift,
            "origins": found.independent if found.established else None,
        }
    if isinstance(record, Chip):
        return every | {
            "total_processing_performance": measures.figure(record, "total_processing_performance"),
            "performance_density": measures.performance_density(record),
            "interconnect_bandwidth": measures.interconnect(record),
            "status": view.law.status(record).kind,
            "data_centre_stated_by": record.data_centre and stated_by(view.dossier, record, record.data_centre),
        }
    return every


def with_computed(views: Mapping[str, View], record: Record) -> dict[str, Any]:
    """A record as plain values, with what is computed of it and of its parts under ``computed``."""
    view = views["en"]
    values: dict[str, Any] = record.model_dump(mode="json") | {"computed": computed(views, record)}
    if isinstance(record, Chip):
        for name, figure in record.figures.published:
            unit = view.language.string(f"unit.{name}")
            of_figure = {"unit": unit, "stated_by": stated_by(view.dossier, record, figure)}
            values["figures"][name]["computed"] = of_figure
        for index, finding in enumerate(record.gates):
            values["gates"][index]["computed"] = {"stated_by": stated_by(view.dossier, record, finding)}
    return values
