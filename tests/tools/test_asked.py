"""Every command says what it does when it is asked, takes no option that it does not have, and ends in a line where it
cannot speak."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys

import pytest
from support import ROOT

from macros.tools.asked import run

COMMANDS = sorted(
    f"macros.tools.{path.stem}"
    for path in (ROOT / "macros/tools").glob("[!_]*.py")
    if path.stem not in ("asked", "staging")
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


def test_its_help_where_python_keeps_no_docstrings():
    command = [sys.executable, "-OO", "-m", "macros.tools.address"]
    for arguments, status in (["--help"], 0), ([], 2):
        result = subprocess.run([*command, *arguments], cwd=ROOT, capture_output=True, text=True)
        assert result.returncode == status and "``python -m macros.tools.address" in result.stdout + result.stderr


def full() -> int:
    return os.open("/dev/full", os.O_WRONLY)


def unread() -> int:
    """A pipe whose reader has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    return writer


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("output", "found"), [(full, "No space left on device"), (unread, "Broken pipe")])
def test_what_takes_no_output(monkeypatch, capsys, command, output, found):
    with os.fdopen(output(), "w") as taken:
        monkeypatch.setattr(sys, "stdout", taken)
        assert status(monkeypatch, command, "--help") == 2
        assert capsys.readouterr().err == f"the standard output: {found}\n"
        assert taken.closed, "Python would try once more at its end"


def test_a_name_that_the_terminal_does_not_know(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "argv", ["x"])
    with (tmp_path / "output").open("w", encoding="ascii") as output:
        monkeypatch.setattr(sys, "stdout", output)
        assert run(lambda _: print("س \udcff"), "") is None
    assert (tmp_path / "output").read_text() == "\\u0633 \\udcff\n"
