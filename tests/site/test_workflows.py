"""What runs on a host of repositories: actions are known to the last bit, and nothing is published but through make."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest
import yaml
from support import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
ACTION = re.compile(r"uses: (\S+)@(\S+)(.*)")


def steps(workflow):
    return [
        step for job in yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"].values() for step in job["steps"]
    ]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_by_commit_with_its_version_beside_it(workflow):
    found = ACTION.findall(workflow.read_text(encoding="utf-8"))
    assert len(found) == sum("uses" in step for step in steps(workflow)) > 0
    for action, commit, version in found:
        assert re.fullmatch(r"[0-9a-f]{40}", commit) and re.fullmatch(r" # v\d+\.\d+\.\d+", version), action


def test_an_action_is_the_same_everywhere():
    pins: dict[str, set[str]] = {}
    for workflow in WORKFLOWS:
        for action, commit, version in ACTION.findall(workflow.read_text(encoding="utf-8")):
            pins.setdefault(action, set()).add(commit + version)
    assert {action: found for action, found in pins.items() if len(found) > 1} == {}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_do_no_more_than_it_says(workflow):
    said = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert said["permissions"] == {"contents": "read"}


def test_a_token_is_kept_only_where_something_is_pushed():
    for workflow in WORKFLOWS:
        for name, job in yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"].items():
            pushes = any("git push" in step.get("run", "") for step in job["steps"])
            for step in job["steps"]:
                if "actions/checkout@" in step.get("uses", ""):
                    assert step["with"]["persist-credentials"] is pushes, (workflow.stem, name)


def test_sites_are_made_by_make_which_refuses_local_addresses():
    runs = [(step["run"], step.get("env", {})) for path in WORKFLOWS for step in steps(path) if "run" in step]
    made = [(run, given) for run, given in runs if re.fullmatch(r"make (build|offline)", run)]
    assert len(made) == 2 and all("SITE_URL" in given for _, given in made)
    assert not [run for run, _ in runs if "mkdocs" in run]


@pytest.mark.skipif(not shutil.which("actionlint"), reason="needs actionlint, which the workflow itself brings")
def test_actionlint_finds_nothing():
    result = subprocess.run(["actionlint"], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("address", ['x"; echo told >&2; "', "$(shell echo told >&2)", "`echo told >&2`"])
def test_make_runs_nothing_that_an_address_holds(tmp_path, address):
    (tmp_path / "bin").mkdir()
    for name in ("python", "mkdocs"):
        (tmp_path / "bin" / name).symlink_to(shutil.which("true") or "")
    (tmp_path / "site.done").touch()
    command = ["make", "build", f"VENV={tmp_path}"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ | {"SITE_URL": address})
    assert (result.returncode, result.stderr) == (0, "")
