"""The JSON Schemas for editors: a file for each kind, without the id."""

from __future__ import annotations

import json
import subprocess
import sys

from support import ROOT

from macros.record.kinds import BY_FOLDER
from macros.tools import schema


def test_a_schema_for_each_kind_without_the_id():
    made = {name: json.loads(text) for name, text in schema.schemas()}
    assert list(made) == [f"{folder}.json" for folder in BY_FOLDER]
    for found in made.values():
        assert found["additionalProperties"] is False and set(found["required"]) <= set(found["properties"])
        assert "id" not in found["properties"] and "id" not in found["required"]


def test_what_an_editor_must_and_may_write():
    terms = json.loads(dict(schema.schemas())["terms.json"])
    assert (list(terms["properties"]), terms["required"]) == (
        ["name", "definition", "variants"],
        ["name", "definition"],
    )
    assert terms["$defs"]["VariantUse"]["enum"] == ["avoid", "index", "accepted"]


def test_they_are_written_into_their_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(schema, "FOLDER", tmp_path / "schema")
    assert schema.main([]) == schema.main([]) == 0
    assert {path.name: path.read_text("utf-8") for path in (tmp_path / "schema").iterdir()} == dict(schema.schemas())


def test_a_wrong_call_writes_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(schema, "FOLDER", tmp_path / "schema")
    assert schema.main(["terms"]) == 2 and "python -m macros.tools.schema" in capsys.readouterr().err
    assert not (tmp_path / "schema").exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path, monkeypatch, capsys):
    (tmp_path / "schema").write_text("x")
    monkeypatch.setattr(schema, "FOLDER", tmp_path / "schema")
    assert schema.main([]) == 2 and "schema: cannot be written: File exists" in capsys.readouterr().err
    (tmp_path / "schema").unlink()
    (tmp_path / "schema/actors.json").mkdir(parents=True)
    assert schema.main([]) == 2 and "actors.json: cannot be written: Is a directory" in capsys.readouterr().err


def test_without_docstrings_nothing_is_written(tmp_path):
    code = "import sys, pathlib; from macros.tools import schema; schema.FOLDER = pathlib.Path(sys.argv[1])"
    command = [sys.executable, "-OO", "-c", f"{code}; sys.exit(schema.main([]))", tmp_path / "x"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 2 and not (tmp_path / "x").exists()
    assert result.stderr == "PYTHONOPTIMIZE: expected 1 at most: the schemas say what docstrings say\n"
