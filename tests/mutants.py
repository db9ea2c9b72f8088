"""Mutation testing (``make mutants``): one mistake after another is put into the code, the quick tests must find it.

mutmut makes the mistakes in a copy of the project under ``.cache/``; which rooms it takes and which tests it runs
stands in pyproject.toml. It passes functions with decorators by, so the copy says ``name = property(name)`` below a
function instead. At the end stand the mistakes that no test found, and the share of those found, by room. The exit
status is 1 if the share of all is below LEAST.

``python tests/mutants.py --again`` tries only those that were not found the last time, and what has changed since;
``--ending 3`` tries only the mistakes whose number in their function ends so, about a tenth: all take hours.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / ".cache/mutants"
FILES = ("pyproject.toml", "pytest.ini", "tests", "macros")
FOUND = {1: "found", 3: "found", 36: "ran on", 24: "ran on", -24: "ran on", 152: "ran on", 255: "ran on"}
"""What mutmut's exit codes mean; whatever else it says, no test found the mistake."""

LEAST = 95
"""The share, in per cent, of the mistakes that the tests must find."""

SHOWN = 80
"""How many of the mistakes not found are printed whole."""


def bare(source: str) -> str:
    """A module with its properties made by assignment."""
    lines = source.splitlines(keepends=True)
    made = [
        (node, decorator)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Name) and decorator.id in ("property", "cached_property")
    ]
    for node, decorator in sorted(made, key=lambda item: -item[0].lineno):
        lines.insert(node.end_lineno or 0, f"{' ' * node.col_offset}{node.name} = {decorator.id}({node.name})\n")
        del lines[decorator.lineno - 1]
    return "".join(lines)


def prepare() -> None:
    """The copy as the project is now; files that are as they were keep their age, by which mutmut knows them."""
    COPY.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        source = ROOT / name
        if source.is_file():
            shutil.copy2(source, COPY)
            continue
        shutil.rmtree(COPY / name, ignore_errors=True)
        shutil.copytree(source, COPY / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (ROOT / "macros").rglob("*.py"):
        copied = COPY / path.relative_to(ROOT)
        copied.write_text(bare(path.read_text(encoding="utf-8")), encoding="utf-8")
        os.utime(copied, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))


def forget_what_was_not_found() -> None:
    """Let mutmut try again what no test found and what ran on, with the tests as they are now."""
    (COPY / "mutants/mutmut-stats.json").unlink(missing_ok=True)
    shutil.rmtree(COPY / "mutants/tests", ignore_errors=True)
    made = COPY / "mutants"
    for path in (path for path in (made / "macros").rglob("*") if path.is_file()):
        module = path.relative_to(made).with_suffix("" if path.suffix in (".meta", ".spans") else path.suffix)
        if module.suffix != ".py" or not (COPY / module).exists():
            path.unlink()  # mutmut copies these only where they are missing, and keeps modules that are gone
    for meta in made.rglob("*.py.meta"):
        data = json.loads(meta.read_text(encoding="utf-8"))
        codes = data["exit_code_by_key"]
        data["exit_code_by_key"] = {name: code if FOUND.get(code) == "found" else None for name, code in codes.items()}
        meta.write_text(json.dumps(data), encoding="utf-8")


def results(ending: str) -> Iterator[tuple[Path, str, int | None]]:
    """Each mutant whose name ends so: the module, its name, and mutmut's exit code for it."""
    for meta in sorted((COPY / "mutants/macros").rglob("*.py.meta")):
        codes = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
        for name in (name for name in codes if name.endswith(ending)):
            yield meta.relative_to(COPY / "mutants").with_suffix(""), name, codes[name]


def report(ending: str) -> int:
    """Print which of the mistakes whose names end so were not found, and the shares. The exit status."""
    os.chdir(COPY)
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    every: Counter[str] = Counter()
    found: Counter[str] = Counter()
    left: list[tuple[Path, str]] = []
    for path, name, code in results(ending):
        room = path.parts[1]
        every[room] += 1
        found[room] += code in FOUND
        if code not in FOUND:
            left.append((path, name))
    for place, (path, name) in enumerate(left):
        print(name)
        if place < SHOWN:
            print("".join(line for line in get_diff_for_mutant(name, path=path).splitlines(True) if line[:1] in "+-"))
    for room in sorted(every):
        print(f"{room:12}{found[room]:6} of {every[room]:6} found {100 * found[room] / every[room]:6.1f} %")
    share = 100 * found.total() / every.total()
    print(f"{'all':12}{found.total():6} of {every.total():6} found {share:6.1f} %, {len(left)} not found")
    return 0 if share >= LEAST else 1


def main() -> int:
    parser = argparse.ArgumentParser(description="puts mistakes into the code and asks the tests to find them")
    parser.add_argument("--again", action="store_true", help="only what was not found the last time, or is new")
    parser.add_argument("--ending", choices=list("0123456789"), default="", help="only mistakes whose number ends so")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    options = parser.parse_args()
    if not options.again:
        shutil.rmtree(COPY, ignore_errors=True)
    prepare()
    forget_what_was_not_found()
    mutmut = Path(sys.executable).with_name("mutmut")
    command = [mutmut, "run", "--max-children", str(options.processes), f"*{options.ending}"]
    return subprocess.run(command, cwd=COPY).returncode or report(options.ending)


if __name__ == "__main__":
    sys.exit(main())
