"""The page on the data: the files, and every table with what each of its fields means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..law.certainty import Inputs
from ..law.policy import StatusKind
from ..record.actor import ActorKind, InterestBasis, RelationType
from ..record.chip import Group, Outcome
from ..record.claim import AttributionKind, Drift, LaterStatus, Seen, Topic
from ..record.conflict import ConflictState
from ..record.event import EventRelationType, QuantityKind, SourcingKind
from ..record.fields import Text
from ..record.kinds import BY_FOLDER
from ..record.meanings import meanings
from ..record.question import Settled, Stand
from ..record.rule import GateKind, Instrument, ReviewPolicy
from ..record.shared import Authority, Basis, Level, Side, Standing, Verdict
from ..record.source import Extent, Read, SourceKind
from ..record.step import StepState
from ..record.tables import DataColumn, Table
from ..record.term import VariantUse
from ..record.version import Aspect, Provision
from .computed import TABLES
from .view import View

FILES = (
    "dossier.zip",
    "dossier.json",
    "dossier.sqlite",
    "metadata.json",
    "datapackage.json",
    "statuses.json",
    "statuses.schema.json",
    "thresholds.json",
)
"""The files that hold more than a table, below ``data/``."""

COMMON = ("id", "computed_title", "computed_address", "computed_dated", "computed_cited_by")
"""The fields that every kind has, and the page names once."""

OF_PARTS = ("key", "parent", "position")
"""The fields that nearly every table of parts has."""

LABELS: dict[type[StrEnum], str] = {
    ActorKind: "actor_kind",
    Aspect: "aspect",
    AttributionKind: "attribution",
    Authority: "stated_by",
    Basis: "basis",
    ConflictState: "conflict_state",
    Drift: "drift",
    EventRelationType: "event_relation",
    Extent: "extent",
    GateKind: "gate_kind",
    Group: "chip_group",
    Inputs: "inputs",
    Instrument: "instrument",
    InterestBasis: "interest",
    LaterStatus: "later",
    Level: "level",
    Outcome: "outcome",
    Provision: "provision",
    QuantityKind: "quantity_kind",
    Read: "read",
    RelationType: "relation",
    ReviewPolicy: "policy",
    Seen: "seen",
    Settled: "settled",
    Side: "side",
    SourceKind: "source_kind",
    SourcingKind: "sourcing",
    Stand: "stand",
    Standing: "standing",
    StatusKind: "status",
    StepState: "step_state",
    Topic: "topic",
    VariantUse: "variant",
    Verdict: "verdict",
}
"""The interface strings that name the values of each closed list."""


@dataclass(frozen=True)
class Field:
    """A column, or both languages of a text, with what it means and how its values are called."""

    names: tuple[str, ...]
    column: DataColumn
    meaning: Text
    labels: dict[str, str]

    @property
    def name(self) -> str:
        """What all of its columns are called, without the language."""
        return self.names[0].removesuffix("_en") if len(self.names) > 1 else self.names[0]


@dataclass(frozen=True)
class Fields:
    """A table with its fields. ``kind`` says whether its rows are whole records."""

    table: Table
    kind: bool
    fields: tuple[Field, ...]

    @property
    def anchor(self) -> str:
        return f"table-{self.table.name.replace('_', '-')}"


@dataclass(frozen=True)
class Data:
    """The files, the fields that all kinds and all parts have, every table, and the views of the database."""

    files: tuple[str, ...]
    common: tuple[Field, ...]
    of_parts: tuple[Field, ...]
    tables: tuple[Fields, ...]
    views: dict[str, Text]


def data(view: View) -> Data:
    whole = [table for kind in TABLES for table in kind.whole]
    kinds = [table for table in whole if table.name in BY_FOLDER]
    lists = [table for table in whole if any(column.name == "position" for column in table.columns)]
    return Data(
        FILES,
        tuple(field for field in _fields(view, kinds[0]) if field.name in COMMON),
        tuple(field for field in _fields(view, lists[0]) if field.name in OF_PARTS),
        tuple(_shown(view, table) for table in whole),
        meanings()["view"],
    )


def _shown(view: View, table: Table) -> Fields:
    known = COMMON if table.name in BY_FOLDER else OF_PARTS if table.parent else ()
    fields = tuple(field for field in _fields(view, table) if field.name not in known)
    return Fields(table, table.name in BY_FOLDER, fields)


def _fields(view: View, table: Table) -> Iterator[Field]:
    for column in table.columns:
        if column.text and column.way[-1] == "ar":
            continue
        names = (column.name, f"{column.name[:-2]}ar") if column.text else (column.name,)
        yield Field(names, column, column.text or column.meaning, _labels(view, column))


def _labels(view: View, column: DataColumn) -> dict[str, str]:
    """The values of the closed list, and how each is called where that is not its name; a relation without the colon
    that leads to whom it is."""
    closed = column.closed
    string = view.language.string
    if isinstance(closed, type) and closed in LABELS:
        return {value: string(f"{LABELS[closed]}.{value}").rstrip(":") for value in column.values}
    return dict.fromkeys(column.values, "")
