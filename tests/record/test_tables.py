"""How records lie in tables: which columns and tables a model has, and the rows of a record."""

from __future__ import annotations

import pytest
from law.made import chip
from made import claim, report, source

from macros.record.chip import Chip
from macros.record.claim import Claim
from macros.record.event import Event
from macros.record.rule import Rule
from macros.record.source import Source
from macros.record.tables import ColumnType, DataColumn, Table, rows, table


def whole(kind) -> dict[str, Table]:
    return {inner.name: inner for inner in table(kind.folder, kind).whole}


def column(kind, of: str, name: str) -> DataColumn:
    return next(column for column in whole(kind)[of].columns if column.name == name)


def filled(record, of: str) -> list[dict]:
    return rows(table(record.folder, type(record)), [(record.id, record.model_dump(mode="json"))])[of]


@pytest.mark.parametrize(
    ("kind", "of", "name", "holds", "required"),
    [
        (Event, "events", "date", ColumnType.date, True),
        (Event, "events", "expected", ColumnType.boolean, True),
        (Event, "events", "title_ar", ColumnType.text, True),
        (Event, "events", "sourcing_count", ColumnType.integer, False),
        (Event, "events_quantities", "low", ColumnType.integer, False),
        (Claim, "claims_findings", "date", ColumnType.day, True),
        (Claim, "claims", "quotation_text_en", ColumnType.text, False),
        (Claim, "claims_figures", "value", ColumnType.number, True),
        (Source, "sources", "url", ColumnType.address, False),
        (Chip, "chips", "data_centre_value", ColumnType.boolean, False),
        (Rule, "rules_effects_any_of", "memory_bandwidth_below", ColumnType.number, False),
    ],
)
def test_a_column(kind, of, name, holds, required):
    found = column(kind, of, name)
    assert (found.holds, found.required) == (holds, required)


def test_what_a_column_refers_to_and_of_what_list_its_values_are():
    assert column(Claim, "claims", "about_chips").refers_to == "chips"
    assert column(Claim, "claims_findings", "parent").refers_to == "claims"
    assert column(Rule, "rules", "jurisdiction").values == ("us", "china", "malaysia")
    assert "fp16" in column(Chip, "chips_figures", "name").values


def test_where_rows_are_of_several_models_only_what_all_have_is_required():
    required = {column.name for column in whole(Rule)["rules_effects"].columns if column.required and not column.many}
    assert required == {"key", "parent", "position", "kind"}
    assert set(column(Rule, "rules_effects", "kind").values) >= {"letter", "duty", "statement"}


def test_a_part_of_a_part_knows_its_way():
    found = whole(Rule)["rules_effects_gates"]
    assert (found.parent, found.way) == ("rules_effects", ("gates",))


def test_what_a_group_means_stands_before_what_is_in_it():
    assert column(Claim, "claims", "later_status").meaning.en == (
        "what became of it after the article: what became of the claim"
    )
    assert column(Event, "events", "title_en").meaning.en == "title, in English"


def test_rows_of_parts():
    made = claim(
        "x", reports=[report("wire"), report("article", locator={"paragraph": 2}, drift="added", certainty="low")]
    )
    first, second = filled(made, "claims_reports")
    assert (first["key"], first["parent"], first["position"], first["source"]) == ("x/1", "x", 1, "wire")
    assert (first["locator_paragraph"], second["locator_paragraph"]) == (None, 2)


def test_parts_that_are_known_by_name():
    (figure,) = filled(chip(id="x", memory_bandwidth=150), "chips_figures")
    assert (figure["key"], figure["name"], figure["value"]) == ("x/memory_bandwidth", "memory_bandwidth", 150)


@pytest.mark.parametrize(("given", "stated"), [(None, False), ([], True), (["wire"], True)])
def test_a_list_that_is_given_and_empty_is_not_one_that_is_not_given(given, stated):
    first, _ = filled(claim("x", report("wire", taken_from=given)), "claims_reports")
    assert first["taken_from_stated"] is stated and first["taken_from"] == (given or [])


def test_a_publisher_is_an_actor_or_a_name():
    (named,) = filled(source("x"), "sources")
    assert (named["publisher"], named["publisher_en"]) == (None, "publisher of x")
    (actor,) = filled(source("x", publisher="reuters"), "sources")
    assert (actor["publisher"], actor["publisher_en"]) == ("reuters", None)
