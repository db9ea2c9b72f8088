"""The made-up world changed in every way that YAML knows: what is changed is shown, or each mistake is a line.

``MUTATIONS=50000`` in the environment tries more (``make fuzz``)."""

from __future__ import annotations

import copy
import os
import shutil
from collections.abc import Iterable
from typing import Any

import made_up
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.page.record_pages import record_page
from macros.reading.dossier import Dossier
from macros.reading.load import Shelf, load
from macros.reading.problems import DossierError, Problem
from macros.reading.yaml_file import _Loader
from macros.record.shared import Record
from macros.wording.language import LANGUAGES

AT_ONCE = 20
"""Records that are changed for one reading."""

MUTATIONS = int(os.environ.get("MUTATIONS", "2000"))
FILES = sorted(path.relative_to(made_up.WORLD / "data").as_posix() for path in (made_up.WORLD / "data").rglob("*.yml"))
WRITTEN = {file: yaml.load((made_up.WORLD / "data" / file).read_text("utf-8"), _Loader) for file in FILES}
IDS = sorted({file.split("/")[1].removesuffix(".yml") for file in FILES})

VALUES: list[Any] = [
    *(None, True, False, 0, 1, -1, 10**17, 1e-9, 1e300, "", " ", ".", "[[", "]]", "[[terms/licence]]", "[[x]]", "=1+1"),
    *("<script>alert(1)</script>", "{{ 7*7 }}", "نص", "\u202eabc", "a\0b", "2031-02-30", "2031", "0001", "9999-12-31"),
    *(
        [],
        {},
        [[]],
        [{}],
        {"en": "x"},
        {"en": "x", "ar": "س"},
        {"en": "", "ar": ""},
        "x" * 5_000,
        "a\nb",
        "us",
        "china",
    ),
]


def places(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to everything inside a value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way for key, item in inside for way in ((*here, key), *places(item, (*here, key)))]


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, Any]:
    """A file with one thing in it deleted, repeated, renamed, put in another's place or made something else."""
    file = draw(st.sampled_from(FILES))
    data = copy.deepcopy(WRITTEN[file])
    *way, last = draw(st.sampled_from(places(data)))
    holder = data
    for key in way:
        holder = holder[key]
    sort = draw(st.sampled_from(("value", "id", "delete", "repeat", "move", "reorder")))
    if sort == "value":
        holder[last] = draw(st.sampled_from(VALUES))
    elif sort == "id":
        holder[last] = draw(st.sampled_from(IDS))
    elif sort == "delete":
        del holder[last]
    elif sort == "repeat":
        holder[last] = [holder[last], holder[last]]
    elif sort == "move":
        other = draw(st.sampled_from(FILES))
        source = WRITTEN[other]
        for key in draw(st.sampled_from(places(source))):
            source = source[key]
        holder[last] = copy.deepcopy(source)
    elif isinstance(holder, list):
        holder.reverse()
    return file, data


def told(problems: Iterable[Problem]) -> None:
    """Each problem is one line that can be read."""
    lines = [str(problem) for problem in problems]
    assert lines and all(line.isprintable() and len(line) < 2_000 for line in lines)


def shown(world: Dossier, record: Record) -> None:
    """The pages of a record are made, and its texts are text."""
    for code in LANGUAGES:
        view = made_up.view(world, f"{code}/{record.address}")
        page = record_page(world, view.law, record)
        html = view.render(f"record/{record.folder.removesuffix('s')}.html", record=record, shown=page)
        assert "<script>alert" not in html


def test_whatever_is_changed_ends_in_pages_or_in_lines(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world") / "data"
    shutil.copytree(made_up.WORLD / "data", folder)
    shelf = Shelf()

    def restore(files: Iterable[str]) -> None:
        for file in files:
            shutil.copy(made_up.WORLD / "data" / file, folder / file)

    @settings(max_examples=MUTATIONS // AT_ONCE, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(changed(), min_size=AT_ONCE, max_size=AT_ONCE))
    def read(changes: list[tuple[str, Any]]) -> None:
        """What is refused is taken back, so that the rest is shown."""
        files = {file for file, _ in changes}
        try:
            for file, data in changes:
                (folder / file).write_text(
                    yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8"
                )
            while True:
                try:
                    world = load(folder, shelf=shelf)
                    break
                except DossierError as error:
                    told(error.problems)
                    refused = {problem.file.removeprefix("data/") for problem in error.problems} & files
                    restore(refused or files)
                    files -= refused or files
            for file in files:
                kind, _, id = file.removesuffix(".yml").partition("/")
                record = world.find(kind, id)
                if record and record.is_paged():
                    shown(world, record)
        finally:
            restore(file for file, _ in changes)

    read()
