"""The rooms of the house: arrows between them point down, none goes round, and MkDocs is known at the top alone."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from support import every

ROOT = Path(__file__).resolve().parent.parent.parent
MACROS = ROOT / "macros"

BELOW = {
    "wording": set(),
    "record": set(),
    "law": {"record"},
    "reading": {"record", "law"},
    "provenance": {"record", "law", "reading"},
    "page": {"wording", "record", "law", "reading", "provenance"},
    "figures": {"wording", "record", "law", "reading", "provenance", "page"},
    "downloads": {"wording", "record", "law", "reading", "provenance", "page"},
    "tools": {"wording", "record", "law", "reading"},
    "site": {"wording", "record", "law", "reading", "provenance", "page", "figures", "downloads", "tools"},
    "": {"site"},
}
"""Each room with the rooms that it may know; the last are the two faces, ``hooks.py`` and ``__init__.py``."""

ABROAD = {"mkdocs", "markdown", "mkdocs_macros"}
"""Packages that only the top knows."""


def modules(folder: Path = MACROS) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def name_of(path: Path, folder: Path = MACROS) -> str:
    """``law.policy`` for macros/law/policy.py."""
    return ".".join(path.relative_to(folder).with_suffix("").parts)


def imports(path: Path, folder: Path = MACROS) -> Iterator[str]:
    """All that a module imports, under TYPE_CHECKING and in functions as well: ``macros.law.policy``, ``pydantic``."""
    here = ("macros", *path.relative_to(folder).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level + 1] if node.level else ()
            start = ".".join((*base, *filter(None, [node.module])))
            for alias in node.names:
                whole = f"{start}.{alias.name}"
                yield whole if (folder.parent / Path(*whole.split("."))).with_suffix(".py").exists() else start


def arrows(folder: Path = MACROS) -> Iterator[tuple[str, str]]:
    """Which module of the project imports which."""
    for path in modules(folder):
        for name in imports(path, folder):
            if name.startswith("macros."):
                yield name_of(path, folder), name.removeprefix("macros.")


def room(module: str) -> str:
    return module.partition(".")[0] if "." in module else ""


def runs_up(start: str, end: str) -> bool:
    return room(start) != room(end) and room(end) not in BELOW[room(start)]


def test_arrows_point_down():
    assert not sorted(f"{start} -> {end}" for start, end in arrows() if runs_up(start, end))


def test_an_arrow_that_runs_up_is_found():
    assert runs_up("law.policy", "reading.dossier") and not runs_up("reading.checks", "law.measures")


def test_no_arrow_goes_round():
    ends: dict[str, set[str]] = {}
    for start, end in arrows():
        ends.setdefault(start, set()).add(end)
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join((*trail[trail.index(module) :], module))
        if module not in done:
            for end in ends.get(module, ()):
                visit(end, (*trail, module))
            done.add(module)

    for start in ends:
        visit(start, ())


@every("path", [path for path in modules() if room(name_of(path)) not in ("site", "")], name_of)
def test_only_the_top_knows_mkdocs(path):
    assert not ABROAD & {name.partition(".")[0] for name in imports(path)}


def test_every_room_has_its_place():
    assert {room(name_of(path)) for path in modules()} == set(BELOW)


def names(path: Path) -> Iterator[str]:
    """The classes and the types that a module names."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                if isinstance(target, ast.Name) and target.id[:1].isupper() and not target.id.isupper():
                    yield target.id


def test_a_name_means_one_thing():
    """No two modules give one name to two classes or types."""
    counts = Counter(name for path in modules() for name in names(path))
    assert not [name for name, count in counts.items() if count > 1]


@every("path", sorted({*MACROS.glob("templates/**/*.*"), *MACROS.glob("theme/**/*.html")}))
def test_a_template_keeps_one_idea_a_line(path):
    """The longest has as many letters as a line of code."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert not [number for number, line in enumerate(lines, 1) if len(line) > 120]


def test_the_readme_shows_every_room():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert not [name for name in BELOW if name and f"`macros/{name}/`" not in readme]
