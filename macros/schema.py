"""``python -m macros.schema``: writes ``schema/<kind>.json`` from the models, for editors that complete and check YAML."""
from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from .records import KINDS

FOLDER = Path(__file__).parent.parent / "schema"


def schemas() -> Iterator[tuple[str, str]]:
    """The file name and the text of the JSON Schema of each kind; the id is the file's name, so it is no property."""
    for kind, model in KINDS.items():
        schema = model.model_json_schema()
        del schema["properties"]["id"]
        schema["required"].remove("id")
        yield f"{kind}.json", json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in schemas():
        (FOLDER / name).write_text(text, encoding="utf-8")
