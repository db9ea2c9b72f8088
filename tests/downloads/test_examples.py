"""The examples of the page on the data are run, in the unpacked archive of the real dossier, as a reader runs them."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import live
import pytest
from support import ROOT

from macros.downloads.open_data import ARCHIVE, open_data
from macros.record.claim import Claim
from macros.record.shared import Verdict

BLOCK = re.compile(r"^### [^\n]*\{ #(\w+) \}$|^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(code: str) -> list[tuple[str, str, str]]:
    """The heading, the language and the text of each block of a page."""
    found, heading = [], ""
    for anchor, language, text in BLOCK.findall((ROOT / f"docs/{code}/data.md").read_text(encoding="utf-8")):
        heading = anchor or heading
        if language:
            found.append((heading, language, text))
    return found


EXAMPLES = examples("en")
LINES = [line for _, language, text in EXAMPLES if language == "sh" for line in text.splitlines()]
CONTRADICTED = [claim.code for claim in live.dossier().all(Claim) if claim.finding.verdict is Verdict.contradicted]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Where a reader works: the archive unpacked."""
    files = open_data({code: live.view(f"{code}/") for code in ("en", "ar")}, "", {})
    place = tmp_path_factory.mktemp("archive")
    zipfile.ZipFile(io.BytesIO(files[ARCHIVE])).extractall(place)
    return place / "h200-gap"


def run(folder: Path, *command: str) -> str:
    """What a command prints; the programs of this environment are found before others."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    if shutil.which(command[0], path=path) is None:
        pytest.skip(f"{command[0]} is not on this machine")
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=os.environ | {"PATH": path})
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_both_languages_show_the_same_examples():
    assert EXAMPLES == examples("ar")
    assert {heading for heading, _, _ in EXAMPLES} == {"pandas", "r", "jq", "sql", "datasette", "frictionless"}


def test_pandas(folder):
    (text,) = (text for heading, _, text in EXAMPLES if heading == "pandas")
    printed = run(folder, sys.executable, "-c", text)
    assert re.search(rf"^contradicted +{len(CONTRADICTED)}$", printed, re.MULTILINE)
    bandwidth = {id: live.dossier().records["chips"][id].figures.memory_bandwidth for id in ("h20-96", "h200-sxm")}
    for id, published in bandwidth.items():
        assert re.search(rf"^{id} +{published.value:.1f}$", printed, re.MULTILINE)


def test_r(folder):
    (text,) = (text for heading, _, text in EXAMPLES if heading == "r")
    assert "contradicted" in run(folder, "Rscript", "-e", text)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.split()[0])
def test_a_line_of_the_terminal(folder, line):
    """Whatever it asks, something is printed; Datasette is asked for one page instead of being left to serve."""
    words = shlex.split(line)
    if words[0] == "datasette" and "--get" not in words:
        words += ["--get", "/dossier/chips?_size=3"]
    printed = run(folder, *words)
    if "contradicted" in line:
        assert [row.split("\t")[0] for row in printed.splitlines()] == CONTRADICTED
    elif words[0] == "jq":
        assert f'"status": "{live.law().status(live.dossier().records["chips"]["h200-sxm"]).kind}"' in printed
    elif words[0] == "datasette":
        assert "accelerators, and what is published of them" in printed or "h200-sxm" in printed
    else:
        assert "INVALID" not in printed and "VALID" in printed


def test_sql_in_the_shell_of_sqlite(folder):
    (text,) = (text for heading, _, text in EXAMPLES if heading == "sql")
    assert all(f"{code}|" in run(folder, "sqlite3", "dossier.sqlite", text) for code in CONTRADICTED[:1])


def test_every_statement_of_sql_finds_something(folder):
    (text,) = (text for heading, _, text in EXAMPLES if heading == "sql")
    connection = sqlite3.connect(folder / "dossier.sqlite")
    for statement in filter(str.strip, text.split(";")):
        assert connection.execute(statement).fetchall(), statement
    connection.close()


def test_datasette_names_a_record_where_another_refers_to_it(folder):
    page = run(
        folder, "datasette", "dossier.sqlite", "--metadata", "metadata.json", "--get", "/dossier/chips_figures?_size=5"
    )
    assert '<a href="/dossier/chips/' in page
