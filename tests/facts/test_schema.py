"""The schemas that editors use are those of the models, and every record names its own."""

from __future__ import annotations

import pytest
from support import ROOT, every

from macros.tools.schema import FOLDER, schemas

SCHEMAS = dict(schemas())


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_up_to_date(name):
    assert (FOLDER / name).read_text(encoding="utf-8") == SCHEMAS[name], "run: python -m macros.tools.schema"


def test_there_is_no_schema_of_nothing():
    assert {path.name for path in FOLDER.iterdir()} == set(SCHEMAS)


@every("path", sorted((ROOT / "data").glob("*/*.yml")))
def test_a_record_names_its_schema(path):
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema=../../schema/{path.parent.name}.json"
