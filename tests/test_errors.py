"""What an editor sees who makes a mistake: one line for each, with file, line, field and what was expected."""
from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT, mkdocs

from macros.dossier import load
from macros.reading import DossierError

CLAIM = "claims/h200-six-times-h20.yml"


@pytest.fixture
def data(tmp_path) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path / "data"


def change(data: Path, file: str, old: str, new: str) -> int:
    """Replace a text once; the line on which it stood."""
    path = data / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[:text.index(old)].count("\n") + 1


def problems(data: Path) -> list[str]:
    with pytest.raises(DossierError) as caught:
        load(data)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(("file", "old", "new", "expected"), [
    pytest.param(CLAIM, "topic: performance", "topik: performance", r":{line}: topik: unknown field \(did you mean 'topic'\?\)", id="unknown field"),
    pytest.param(CLAIM, "topic: performance", "topic: performace", r":{line}: topic: 'performace' is not in the list; .*\(did you mean 'performance'\?\)", id="not in the list"),
    pytest.param(CLAIM, "paragraph: 6", "paragraph: six", r":{line}: reports\.2\.locator\.paragraph: .*integer.*'six'", id="wrong type"),
    pytest.param(CLAIM, "source: article", "source: artcle", r":{line}: reports\.2\.source: no source 'artcle' \(did you mean 'article'\?\)", id="unknown id"),
    pytest.param(CLAIM, "actors: [nvidia]", "actors: [nvidai]", r":{line}: about\.actors\.0: no actor 'nvidai' \(did you mean 'nvidia'\?\)", id="unknown id in a list"),
    pytest.param(CLAIM, "  ar: تُظهر", "  xx: تُظهر", r":\d+: statement\.ar: missing translation", id="missing translation"),
    pytest.param(CLAIM, "تُظهر البيانات أن أداء رقاقة H200 يقارب ستة أمثال أداء رقاقة H20.", "H200 is six times H20", r":{line}: statement\.ar: expected Arabic", id="translation that is none"),
    pytest.param(CLAIM, "date: 2026-11-23", "date: 2026-11-31", r":{line}: findings\.0\.date: .*2026-11-31", id="impossible day"),
    pytest.param("sources/hk01-2025-12-11.yml", "date: 2025-12-11", "date: 2025-13", r":{line}: date: '2025-13' is not a date in the calendar", id="impossible month"),
    pytest.param(CLAIM, "[[chips/h200-sxm:total_processing_performance]]", "[[chips/h200-sxm:total_procesing]]", r":\d+: findings\.0\.note\.en: chip 'h200-sxm' has no figure 'total_procesing'", id="text that points at no figure"),
    pytest.param(CLAIM, "[[sources/ifp-hopper-2025-12-07|Institute", "[[sources/ifp-hoper-2025-12-07|Institute", r":\d+: reports\.2\.note\.en: no record 'sources/ifp-hoper-2025-12-07' \(did you mean 'ifp-hopper-2025-12-07'\?\)", id="text that points at no record"),
    pytest.param(CLAIM, "code: C14", "code: C14\ncode: C15", r":\d+: code: this key stands twice", id="repeated key"),
    pytest.param(CLAIM, "code: C14", "id: x\ncode: C14", r":{line}: id: unknown field; the file's name is the id", id="id in the file"),
    pytest.param(CLAIM, "paragraph: 6", "paragraph: 20", r":{line}: reports\.2\.locator\.paragraph: paragraph 20 does not exist; the article has 19", id="paragraph that does not exist"),
    pytest.param(CLAIM, "statement:", "statement: [", r":\d+: malformed YAML: ", id="malformed YAML"),
    pytest.param("sources/reuters-2025-12-10.yml", "kind: report", "kind: report\nderived_from: [hk01-2025-12-11]", r":\d+: derived_from: cycle: .*reuters-2025-12-10", id="cycle"),
    pytest.param("rules/rule-2026-01-15.yml", "effective: 2026-01-15", "effective: 2026-01", r":{line}: effective: expected a day \(YYYY-MM-DD\)", id="effect without a day"),
    pytest.param("chips/h200-nvl.yml", "sources: [nvidia-h200-page]", "sources: []", r":\d+: figures\.int8\.sources: .*at least 1", id="figure without a source"),
])
def test_a_mistake_is_named_with_its_place(data, file, old, new, expected):
    line = change(data, file, old, new)
    found = problems(data)
    assert any(re.match(rf"data/{re.escape(file)}{expected.format(line=line)}", problem) for problem in found), found


def test_a_mistake_is_reported_once_and_brings_no_others(data):
    change(data, CLAIM, "topic: performance", "topic: performace")
    assert len(problems(data)) == 1


def test_duplicate_id(data):
    shutil.copy(data / CLAIM, data / CLAIM.replace(".yml", ".yaml"))
    assert [problem for problem in problems(data) if "duplicate id 'h200-six-times-h20'" in problem]


def test_a_file_that_would_not_be_read(data):
    (data / "claims" / "notes.txt").write_text("x")
    (data / "clams").mkdir()
    (data / "clams" / "x.yml").write_text("x: 1")
    assert [problem.partition(":")[0] for problem in problems(data)] == ["data/claims/notes.txt", "data/clams/x.yml"]


def test_all_mistakes_at_once(data):
    change(data, CLAIM, "topic: performance", "topic: performace")
    change(data, "chips/b200.yml", "vendor: nvidia", "vendor: nvida")
    change(data, "terms/eccn.yml", "definition:", "definiton:")
    files = {problem.partition(":")[0] for problem in problems(data)}
    assert files == {f"data/{CLAIM}", "data/chips/b200.yml", "data/terms/eccn.yml"}


def test_the_build_stops_before_anything_is_written(project):
    """Through ``mkdocs build``: each problem on its line, no traceback, exit status not 0, the old site untouched."""
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the site of yesterday")
    change(project / "data", CLAIM, "topic: performance", "topic: performace")
    change(project / "data", "actors/reuters.yml", "kind: newsroom", "kind: newsrom")
    result = mkdocs(project, "build")
    assert result.returncode != 0
    assert re.search(rf"data/{CLAIM}:\d+: topic: ", result.stderr)
    assert re.search(r"data/actors/reuters\.yml:\d+: kind: ", result.stderr)
    assert "Traceback" not in result.stderr
    assert [path.name for path in (project / "site").iterdir()] == ["index.html"]
    assert (project / "site" / "index.html").read_text() == "the site of yesterday"


@pytest.mark.parametrize("name", ["y{{ 7*191 }}", "index", ".hidden", "H200", "two words", "خبر", "a\nb", "a--b"])
def test_a_name_that_is_no_id(data, name):
    (data / f"actors/{name}.yml").write_bytes((data / "actors/amd.yml").read_bytes())
    problem, = problems(data)
    assert problem.startswith("data/actors/") and "is no id; expected" in problem and "\n" not in problem


def test_no_name_or_title_is_read_as_a_template(project):
    """Neither a page's file name nor the title in its head; only its text calls macros."""
    page = (project / "docs/en/method.md").read_text(encoding="utf-8")
    (project / "docs/en/y{{ 7*191 }}.md").write_text("# About\n", encoding="utf-8")
    (project / "docs/en/method.md").write_text(page.replace("title: ", "title: '{{ 7*193 }}' #", 1), encoding="utf-8")
    assert mkdocs(project, "build").returncode == 0
    built = "".join(file.read_text(encoding="utf-8") for file in (project / "site/en").glob("*/index.html"))
    assert "{{ 7*193 }}" in built and not re.search(r"\b(1337|1351)\b", built)
