"""``python -m macros.tools.schema``: writes ``schema/<kind>.json`` from the models, for editors that complete and
check YAML."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from ..record.kinds import KINDS
from ..record.schemas import schema, without_docstrings
from .asked import run, usage
from .staging import write

USAGE = usage(__file__)
FOLDER = Path(__file__).parent.parent.parent / "schema"


def schemas() -> Iterator[tuple[str, str]]:
    """The file name and the text of the JSON Schema of each kind."""
    for kind in KINDS:
        yield f"{kind.folder}.json", json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    """Write every schema. The exit status is 2 for a wrong call, where Python keeps no docstrings, and where they
    cannot be written."""
    if arguments:
        print(USAGE, file=sys.stderr)
        return 2
    if wrong := without_docstrings():
        print(wrong, file=sys.stderr)
        return 2
    try:
        FOLDER.mkdir(exist_ok=True)
        for name, text in schemas():
            write(FOLDER / name, text)
    except OSError as error:
        print(f"{error.filename}: cannot be written: {error.strerror}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(run(main, USAGE))
