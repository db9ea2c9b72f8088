"""What is published names an address at which it is found."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from support import ROOT

from macros.tools import address

LOCAL = (
    "http://127.0.0.1:8000/",
    "http://localhost/",
    "http://LOCALHOST./",
    "https://[::1]/",
    "http://192.168.1.7/",
    "http://printer.local/",
    "http://box/",
    "https://dossier.test/",
    "http://127.1/",
    "http://0x7f.1/",
    "https://224.0.0.1/",
    "https://example..org/",
)
NONE = (
    *("", "example.org", "file:///home/x/", "https://", "https://[", "javascript:alert(1)", "https://a:b@example.org/"),
    *("https://example.org/?x=1", "https://example.org/#x", 'https://example.org/"><script>', "https://example.org:0/"),
    *("https://example.org:99999/", "https://exa mple.org/", "https://example.org/../x/", " https://example.org/"),
    *("https://example.org/\n", "https://\u202eexample.org/", "https://example.org//x/"),
)


@pytest.mark.parametrize("given", [*LOCAL, *NONE])
def test_what_no_reader_can_reach_is_refused(given, capsys):
    assert address.main([given]) == 2
    said = capsys.readouterr().err
    assert (
        said.startswith(f"SITE_URL: {given!r} is ")
        and said.count("\n") == 1
        and "expected the address at which readers will find" in said
    )


@pytest.mark.parametrize("given", ["https://example.org/h200/", "http://xn--mgbh0fb.example.com", "https://1.1.1.1/"])
def test_what_readers_can_reach_is_accepted(given, capsys):
    assert address.main([given]) == 0 and capsys.readouterr() == ("", "")


def test_a_wrong_call_says_what_the_command_does(capsys):
    assert address.main([]) == 2 and "python -m macros.tools.address" in capsys.readouterr().err


@pytest.fixture
def project(tmp_path):
    """What make needs of a project whose environment is set up already; a build leaves ``built``."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copytree(ROOT / "macros/tools", tmp_path / "macros/tools", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "macros/record").mkdir()
    shutil.copy(ROOT / "macros/record/hosts.py", tmp_path / "macros/record")
    binaries = tmp_path / "environment/bin"
    binaries.mkdir(parents=True)
    (binaries / "python").write_text(f'#!/bin/sh\nexec {shutil.which("python3")} "$@"\n')
    (binaries / "mkdocs").write_text("#!/bin/sh\ntouch built\n")
    for program in binaries.iterdir():
        program.chmod(0o755)
    (tmp_path / "requirements.txt").touch()
    (tmp_path / "environment/site.done").touch()
    return tmp_path


def make(project, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = ["make", *arguments, "VENV=environment"]
    environment |= {"PATH": "/usr/bin:/bin"}
    return subprocess.run(command, cwd=project, capture_output=True, text=True, env=environment)


@pytest.mark.parametrize("target", ["build", "offline"])
@pytest.mark.parametrize("given", [(), ("SITE_URL=http://127.0.0.1:8000/",)])
def test_make_refuses_before_anything_is_built(project, target, given):
    result = make(project, target, *given)
    assert result.returncode != 0 and "SITE_URL: " in result.stderr
    assert not (project / "built").exists()


@pytest.mark.parametrize(
    "given",
    [
        'x"; touch ran; "',
        "$(shell touch ran)https:",
        "https://example.org/`touch ran`",
        "https://example.org/$(touch ran)",
        "https://example.org/\ntouch ran\n",
    ],
)
def test_no_address_is_a_command(project, given):
    result = make(project, "build", SITE_URL=given)
    assert result.returncode != 0 and f"SITE_URL: {given!r} is no address of a site" in result.stderr
    assert not (project / "built").exists() and not (project / "ran").exists()


def test_make_builds_for_an_address_that_readers_find(project):
    address = "https://example.org/h200/"
    assert make(project, "build", SITE_URL=address).returncode == 0
    assert make(project, "build", f"SITE_URL={address}").returncode == 0 and (project / "built").exists()
