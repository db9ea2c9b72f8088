"""Every command says what it does when it is asked, and takes no option that it does not have."""

from __future__ import annotations

import runpy
import sys

import pytest
from support import ROOT

COMMANDS = sorted(
    f"macros.tools.{path.stem}" for path in (ROOT / "macros/tools").glob("[!_]*.py") if path.stem != "asked"
)


def status(monkeypatch, command: str, *arguments: str) -> int:
    """The exit status of a command as a keeper of the dossier calls it."""
    monkeypatch.setattr(sys, "argv", [command, *arguments])
    monkeypatch.delitem(sys.modules, command, raising=False)
    with pytest.raises(SystemExit) as ended:
        runpy.run_module(command, run_name="__main__")
    return ended.value.code


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["x", "--help"]])
def test_its_help(monkeypatch, capsys, command, arguments):
    assert status(monkeypatch, command, *arguments) == 0
    said = capsys.readouterr()
    assert said.out.startswith(f"``python -m {command}") and said.err == ""


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["--verbose", "-v", "--help=all", "-"])
def test_an_option_of_no_command(monkeypatch, capsys, command, option):
    assert status(monkeypatch, command, option) == 2
    said = capsys.readouterr()
    wrong = f"{option}: no option; expected --help, or arguments as below\n"
    assert said.out == "" and said.err.startswith(f"{wrong}``python -m {command}")
