"""The schemas that editors use are those of the models, and every record names its own."""
from __future__ import annotations

import pytest
from conftest import DOSSIER, ROOT

from macros.records import KINDS
from macros.schema import FOLDER, schemas


@pytest.mark.parametrize(("name", "text"), list(schemas()), ids=list(KINDS))
def test_the_schema_is_up_to_date(name, text):
    assert (FOLDER / name).read_text(encoding="utf-8") == text, "run: python -m macros.schema"


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*/*.yml")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_record_names_its_schema(path):
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema=../../schema/{path.parent.name}.json"


def test_no_record_of_the_core_is_missing():
    """The actors, chips and measures that the article turns on."""
    core = {
        "actors": "nvidia bytedance alibaba tencent huawei cambricon supercloud zhang-yuchun reuters the-information donald-trump bis chinese-government",
        "chips": "h200-sxm h20-96 h100-sxm a100-80 b200 rubin",
        "rules": "ifr-2022-10 ifr-2023-10 letter-2025-04-h20 resume-2025-07 post-2025-12-08 rule-2026-01-15 procl-11002",
    }
    for kind, ids in core.items():
        assert set(ids.split()) <= set(DOSSIER.records[kind])
