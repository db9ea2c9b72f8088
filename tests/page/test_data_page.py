"""The page on the data: every table and field, what it means, and how the values of closed lists are called."""

from __future__ import annotations

from enum import StrEnum

import made_up
import pytest

from macros.law.statuses import StatusEntry
from macros.page.computed import COMPUTED, TABLES
from macros.page.data_page import COMMON, LABELS, OF_PARTS, data
from macros.record.kinds import KINDS
from macros.record.meanings import EVERY, meanings
from macros.record.walking import models

ALL = [table for whole in TABLES for table in whole.whole]


@pytest.fixture(scope="module", params=["en", "ar"])
def shown(request):
    return data(made_up.view(made_up.dossier(), f"{request.param}/data/"))


def test_every_column_is_on_the_page_once(shown):
    for fields in shown.tables:
        listed = [name for field in fields.fields for name in field.names]
        known = COMMON if fields.kind else OF_PARTS if fields.table.parent else ()
        columns = [column.name for column in fields.table.columns]
        assert listed == [name for name in columns if not name.startswith(known) or not known]
    assert [fields.table.name for fields in shown.tables] == [table.name for table in ALL]
    assert [field.name for field in shown.common] == list(COMMON)
    assert [field.name for field in shown.of_parts] == list(OF_PARTS)


def test_both_languages_of_a_text_are_one_line(shown):
    claims = next(fields for fields in shown.tables if fields.table.name == "claims")
    statement = next(field for field in claims.fields if "statement_en" in field.names)
    assert statement.names == ("statement_en", "statement_ar")
    assert statement.meaning.en == "what the article says, in this dossier's words"


def test_every_closed_list_is_named_as_pages_name_it(shown):
    closed = {column.closed for table in ALL for column in table.columns if isinstance(column.closed, type)}
    assert {found for found in closed if issubclass(found, StrEnum)} == set(LABELS)
    verdict = next(field for fields in shown.tables for field in fields.fields if field.name == "verdict")
    assert verdict.labels["contradicted"] in ("Contradicted", "تنقضه الأدلة")


def test_no_meaning_is_of_nothing():
    of = [model for kind in (*KINDS, StatusEntry, *COMPUTED.values()) for model in models(kind)]
    fields = {(base.__name__, field) for model in of for base in model.__mro__ for field in model.model_fields}
    known = fields | {(EVERY, field) for _, field in fields}
    known |= {("table", kind.folder) for kind in KINDS} | {("table", "statuses")}
    described = {(model, field) for model, found in meanings().items() for field in found}
    assert {model for model, _ in described - known} == {"view", "column", "computed"}
