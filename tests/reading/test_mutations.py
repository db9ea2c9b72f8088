"""The made-up world changed in every way that YAML knows: it loads, or each mistake is a line; nothing else happens.

``MUTATIONS=50000`` in the environment tries more (``make fuzz``)."""

from __future__ import annotations

import copy
import os
from typing import Any

import made_up
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.reading.load import Shelf, load
from macros.reading.problems import DossierError
from macros.reading.yaml_file import _Loader

AT_ONCE = 8
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


def test_whatever_is_changed_ends_in_a_dossier_or_in_lines(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world") / "data"
    shelf = Shelf()
    for file in FILES:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes((made_up.WORLD / "data" / file).read_bytes())

    @settings(max_examples=MUTATIONS // AT_ONCE, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(changed(), min_size=AT_ONCE, max_size=AT_ONCE))
    def read(changes: list[tuple[str, Any]]) -> None:
        for file, data in changes:
            (folder / file).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
        try:
            load(folder, shelf=shelf)
        except DossierError as error:
            lines = [str(problem) for problem in error.problems]
            assert lines and all(line.isprintable() and len(line) < 2_000 for line in lines)
        finally:
            for file, _ in changes:
                (folder / file).write_bytes((made_up.WORLD / "data" / file).read_bytes())

    read()
