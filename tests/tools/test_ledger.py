"""The ledger of addresses: what is added, and what never goes."""

from __future__ import annotations

import pytest
from law.made import chip
from made import dossier, event, term, write

from macros.tools import ledger

TERM = "name: {en: x, ar: س}\ndefinition: {en: x, ar: س}\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with one term, and the ledger in it."""
    write(tmp_path, {"data/terms/x.yml": TERM})
    monkeypatch.setattr(ledger, "PROJECT", tmp_path)
    monkeypatch.setattr(ledger, "LEDGER", tmp_path / "addresses.txt")
    monkeypatch.setattr(ledger.published, "__defaults__", (tmp_path / "addresses.txt",))
    return tmp_path


def test_the_addresses_of_every_record():
    found = ledger.addresses(dossier(chip(id="q"), event("e"), term("t", "x", "س")))
    assert found == {"chips/q/", "events/e/", "timeline/#e", "glossary/#t"}


def test_a_ledger_that_is_not_there_holds_nothing(tmp_path):
    assert ledger.published(tmp_path / "none.txt") == set()


def test_new_addresses_are_added_and_old_ones_stay(project, capsys):
    (project / "addresses.txt").write_text("terms/gone/\nglossary/#a\n")
    assert ledger.main([]) == 0 and capsys.readouterr().out == "1 new addresses\n"
    assert (project / "addresses.txt").read_text() == "glossary/#a\nglossary/#x\nterms/gone/\n"
    assert ledger.main([]) == 0 and capsys.readouterr().out == "0 new addresses\n"


def test_wrong_data_changes_nothing(project, capsys):
    write(project, {"data/terms/y.yml": "name: ["})
    assert ledger.main([]) == 2 and "data/terms/y.yml:2: malformed YAML" in capsys.readouterr().err
    assert not (project / "addresses.txt").exists()


def test_a_wrong_call_says_what_the_command_does(project, capsys):
    assert ledger.main(["now"]) == 2 and "python -m macros.tools.ledger" in capsys.readouterr().err
    assert not (project / "addresses.txt").exists()
